#include "export/text/hyphenation.h"

#include <hyphen.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <span>
#include <string>

#include "model/base/embedded_file.h"
#include "model/text/text.h"

namespace canvasbook {

std::span<const EmbeddedFile> embedded_hyphenation();

namespace {

constexpr size_t fewest_before = 2;
constexpr size_t fewest_after = 3;
constexpr size_t most_letters_hyphenated = 60;

struct FreePatterns {
  void operator()(HyphenDict* patterns) const { hnj_hyphen_free(patterns); }
};
using Patterns = std::unique_ptr<HyphenDict, FreePatterns>;

Patterns load(std::string_view name) {
  for (const EmbeddedFile& file : embedded_hyphenation()) {
    if (file.name != name) continue;
    // The stream only reads, though its interface asks for memory that could be written.
    std::FILE* stream = ::fmemopen(const_cast<char*>(file.bytes.data()), file.bytes.size(), "r");
    if (stream == nullptr) return nullptr;
    Patterns patterns(hnj_hyphen_load_file(stream));
    std::fclose(stream);
    return patterns;
  }
  return nullptr;
}

// Read once and never changed afterwards, so that threads may share them.
HyphenDict* russian() {
  static const Patterns patterns = load("ru.dic");
  return patterns.get();
}

HyphenDict* english() {
  static const Patterns patterns = load("en.dic");
  return patterns.get();
}

bool is_latin(char32_t small) { return small >= 'a' && small <= 'z'; }
bool is_cyrillic(char32_t small) { return (small >= U'а' && small <= U'я') || small == U'ё'; }

}  // namespace

std::vector<std::uint32_t> hyphenation_points(std::string_view word) {
  std::string small;
  std::vector<std::uint32_t> starts;  // of letters
  size_t capitals = 0;
  size_t latin = 0;
  for (size_t at = 0; at < word.size();) {
    starts.push_back(static_cast<std::uint32_t>(at));
    const char32_t letter = next_code_point(word, at);
    const char32_t lower = to_lower(letter);
    if (!is_latin(lower) && !is_cyrillic(lower)) return {};
    latin += is_latin(lower) ? 1 : 0;
    capitals += lower != letter ? 1 : 0;
    append_utf8(small, lower);
  }
  const size_t letters = starts.size();
  if (letters < fewest_before + fewest_after || letters > most_letters_hyphenated || capitals == letters) return {};
  if (latin != 0 && latin != letters) return {};
  HyphenDict* patterns = latin == 0 ? russian() : english();
  if (patterns == nullptr) return {};
  std::string marks(small.size() + 5, '\0');
  char** replacements = nullptr;  // neither language changes letters at a break
  int* positions = nullptr;
  int* cuts = nullptr;
  if (hnj_hyphen_hyphenate2(patterns, small.data(), static_cast<int>(small.size()), marks.data(), nullptr,
                            &replacements, &positions, &cuts) != 0) {
    return {};
  }
  std::vector<std::uint32_t> points;
  for (size_t i = fewest_before; i + fewest_after <= letters; ++i) {
    if ((marks[i - 1] & 1) != 0) points.push_back(starts[i]);  // an odd digit behind the letter before
  }
  return points;
}

size_t hyphenated_end(std::string_view text, size_t begin, size_t limit) {
  size_t word = begin;
  size_t end = begin;
  for (size_t at = begin; at < text.size();) {
    const char32_t lower = to_lower(next_code_point(text, at));
    if (is_latin(lower) || is_cyrillic(lower)) {
      end = at;
    } else if (at > limit) {
      break;
    } else {
      word = end = at;
    }
  }
  const auto points = hyphenation_points(text.substr(word, end - word));
  const auto behind = std::ranges::upper_bound(points, limit - std::min(limit, word));
  return behind == points.begin() ? 0 : word + *(behind - 1);
}

}  // namespace canvasbook
