#include "model/text/nearest_name.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr size_t longest_name = 200;  // characters that are compared: the work grows with their square
constexpr size_t shortest_beginning = 3;

std::u32string letters_of(std::string_view name) {
  const std::string form = to_search_form(name);
  std::u32string letters;
  for (size_t at = 0; at < form.size() && letters.size() < longest_name;) {
    const char32_t letter = next_code_point(form, at);
    letters.push_back(letter == U'_' ? U'-' : letter);
  }
  return letters;
}

// How many letters have to be left out, added, changed or exchanged with their neighbour.
size_t changes_between(const std::u32string& one, const std::u32string& other) {
  std::vector<size_t> before_last(other.size() + 1);
  std::vector<size_t> last(other.size() + 1);
  std::vector<size_t> row(other.size() + 1);
  for (size_t j = 0; j <= other.size(); ++j) last[j] = j;
  for (size_t i = 1; i <= one.size(); ++i) {
    row[0] = i;
    for (size_t j = 1; j <= other.size(); ++j) {
      const bool same = one[i - 1] == other[j - 1];
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
      const bool exchanged = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
      if (exchanged) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    before_last = std::exchange(last, row);
  }
  return last[other.size()];
}

}  // namespace

std::optional<std::string> nearest_name(std::string_view typed, std::span<const std::string> names) {
  const std::u32string wanted = letters_of(trim(typed));
  if (wanted.empty()) return std::nullopt;
  const size_t most = (wanted.size() + 2) / 3;
  std::optional<std::string> nearest;
  size_t fewest = most + 1;
  for (const std::string& name : names) {
    const std::u32string letters = letters_of(name);
    if (letters.size() <= 1) continue;
    size_t changes = changes_between(wanted, letters);
    if (wanted.size() >= shortest_beginning && letters.starts_with(wanted)) changes = std::min<size_t>(changes, 1);
    if (changes >= fewest || changes >= letters.size()) continue;
    fewest = changes;
    nearest = name;
  }
  return nearest;
}

}  // namespace canvasbook
