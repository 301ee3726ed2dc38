#include "model/like_names.h"

#include <algorithm>

#include "model/text/text.h"

namespace canvasbook {

namespace {

bool has_like_words(std::string_view one, const std::vector<std::string_view>& other, WordForms& forms) {
  return std::ranges::equal(split_words(one), other, [&](std::string_view left, std::string_view right) {
    return share_a_base(forms.bases(left), forms.bases(right));
  });
}

}  // namespace

std::string same_name(std::string_view name) {
  std::string words;
  bool gap = false;
  for (const char byte : to_search_form(to_one_line(name))) {
    if (byte == ' ') {
      gap = true;
      continue;
    }
    if (gap) words += ' ';
    gap = false;
    words += byte;
  }
  return words;
}

std::string same_saying(std::string_view text) {
  std::string words = same_name(text);
  constexpr std::string_view ellipsis = "…";
  for (;;) {
    if (words.ends_with(ellipsis)) {
      words.resize(words.size() - ellipsis.size());
    } else if (!words.empty() && std::string_view(" .,;:!?").find(words.back()) != std::string_view::npos) {
      words.pop_back();
    } else {
      return words;
    }
  }
}

const Segment* like_segment(const std::vector<Segment>& segments, std::string_view name, std::string_view except,
                            WordForms& forms) {
  const std::string wanted = same_name(name);
  if (wanted.empty()) return nullptr;
  const std::vector<std::string_view> words = split_words(wanted);
  const Segment* like = nullptr;
  for (const Segment& segment : segments) {
    if (segment.id == except) continue;
    const std::string known = same_name(segment.name);
    if (known == wanted) return &segment;
    if (like == nullptr && !words.empty() && has_like_words(known, words, forms)) like = &segment;
  }
  return like;
}

}  // namespace canvasbook
