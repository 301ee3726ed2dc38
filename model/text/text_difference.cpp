#include "model/text/text_difference.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>

#include "model/text/text.h"

namespace canvasbook {

namespace {

using ListEntries = std::span<const std::string_view>;

// Places in both lists: what is compared still.
struct Stretch {
  size_t before_begin = 0;
  size_t before_end = 0;
  size_t after_begin = 0;
  size_t after_end = 0;

  size_t before_size() const { return before_end - before_begin; }
  size_t after_size() const { return after_end - after_begin; }
};

// Appends what two lists begin with alike and takes it off the stretch; returns what they end with alike, taken off
// too, which belongs behind all that is between.
CommonEntries take_ends_off(ListEntries before, ListEntries after, Stretch& rest, CommonEntries& common) {
  while (rest.before_size() > 0 && rest.after_size() > 0 && before[rest.before_begin] == after[rest.after_begin]) {
    common.emplace_back(rest.before_begin++, rest.after_begin++);
  }
  CommonEntries ends;
  while (rest.before_size() > 0 && rest.after_size() > 0 && before[rest.before_end - 1] == after[rest.after_end - 1]) {
    ends.emplace_back(--rest.before_end, --rest.after_end);
  }
  std::ranges::reverse(ends);
  return ends;
}

// The longest common row of two short lists.
void append_longest(ListEntries before, ListEntries after, const Stretch& rest, CommonEntries& common) {
  const size_t rows = rest.before_size();
  const size_t columns = rest.after_size();
  std::vector<std::uint32_t> lengths((rows + 1) * (columns + 1));  // of the row that begins there
  const auto at = [&](size_t row, size_t column) -> std::uint32_t& { return lengths[row * (columns + 1) + column]; };
  const auto same = [&](size_t row, size_t column) {
    return before[rest.before_begin + row] == after[rest.after_begin + column];
  };
  for (size_t row = rows; row-- > 0;) {
    for (size_t column = columns; column-- > 0;) {
      at(row, column) =
          same(row, column) ? at(row + 1, column + 1) + 1 : std::max(at(row + 1, column), at(row, column + 1));
    }
  }
  for (size_t row = 0, column = 0; row < rows && column < columns;) {
    if (same(row, column)) {
      common.emplace_back(rest.before_begin + row++, rest.after_begin + column++);
    } else if (at(row + 1, column) >= at(row, column + 1)) {
      ++row;
    } else {
      ++column;
    }
  }
}

// What lies between two entries that are the same. A long stretch counts as another text.
void append_between(ListEntries before, ListEntries after, Stretch rest, CommonEntries& common) {
  constexpr size_t most_cells = 1u << 16;
  const CommonEntries ends = take_ends_off(before, after, rest, common);
  const bool is_short = rest.before_size() > 0 && rest.after_size() <= most_cells / rest.before_size();
  if (is_short) append_longest(before, after, rest, common);
  common.insert(common.end(), ends.begin(), ends.end());
}

// ListEntries that stand once in either list, in the order of both.
CommonEntries anchors_of(ListEntries before, ListEntries after, const Stretch& rest) {
  struct Places {
    size_t before = 0;
    size_t after = 0;
    size_t times_before = 0;
    size_t times_after = 0;
  };
  std::unordered_map<std::string_view, Places> places;
  for (size_t i = rest.before_begin; i < rest.before_end; ++i) {
    Places& known = places[before[i]];
    known.before = i;
    ++known.times_before;
  }
  for (size_t i = rest.after_begin; i < rest.after_end; ++i) {
    const auto known = places.find(after[i]);
    if (known == places.end()) continue;
    known->second.after = i;
    ++known->second.times_after;
  }
  CommonEntries once;
  std::vector<size_t> in_after;
  for (size_t i = rest.before_begin; i < rest.before_end; ++i) {
    const Places& known = places.at(before[i]);
    if (known.times_before != 1 || known.times_after != 1) continue;
    once.emplace_back(i, known.after);
    in_after.push_back(known.after);
  }
  const std::vector<bool> rises = longest_rising(in_after);
  CommonEntries anchors;
  for (size_t i = 0; i < once.size(); ++i) {
    if (rises[i]) anchors.push_back(once[i]);
  }
  return anchors;
}

bool is_white(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

std::vector<std::string_view> words_between_spaces(std::string_view text) {
  std::vector<std::string_view> words;
  for (size_t at = 0; at < text.size();) {
    if (is_white(text[at])) {
      ++at;
      continue;
    }
    size_t end = at;
    while (end < text.size() && !is_white(text[end])) ++end;
    words.push_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

// The words of a text with the white space between them: that at a border belongs to what does not differ.
std::vector<TextPiece> pieces_of(std::string_view text, const std::vector<std::string_view>& words,
                                 const std::vector<bool>& is_common) {
  std::vector<TextPiece> pieces;
  for (size_t i = 0; i < words.size(); ++i) {
    const bool differs = !is_common[i];
    const auto begin = static_cast<size_t>(words[i].data() - text.data());
    const size_t end_of_last =
        i == 0 ? begin : static_cast<size_t>(words[i - 1].data() - text.data()) + words[i - 1].size();
    const std::string_view space = text.substr(end_of_last, begin - end_of_last);
    const bool goes_on = !pieces.empty() && pieces.back().differs == differs;
    if (goes_on || (!pieces.empty() && differs)) pieces.back().text += space;
    if (!goes_on) pieces.push_back({differs ? std::string() : std::string(space), differs});
    pieces.back().text += words[i];
  }
  return pieces;
}

std::vector<std::string_view> written_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  for (size_t start = 0; start <= text.size();) {
    const size_t end = std::min(text.find('\n', start), text.size());
    const std::string_view line = trim(text.substr(start, end - start));
    if (!line.empty()) lines.push_back(line);
    start = end + 1;
  }
  return lines;
}

// Whether the words that two lines have in common are a third of the longer one, or more.
bool are_versions(std::string_view before, std::string_view after) {
  const std::vector<std::string_view> old_words = words_between_spaces(before);
  const std::vector<std::string_view> new_words = words_between_spaces(after);
  return common_entries(old_words, new_words).size() * 3 >= std::max(old_words.size(), new_words.size());
}

// Lines that stand between the same ones: by pairs as long as these are like each other.
void append_lines(std::span<const std::string_view> before, std::span<const std::string_view> after,
                  std::vector<LineDifference>& lines) {
  const size_t pairs = std::min(before.size(), after.size());
  for (size_t i = 0; i < std::max(before.size(), after.size()); ++i) {
    if (i < pairs && are_versions(before[i], after[i])) {
      lines.push_back({std::string(before[i]), std::string(after[i])});
      continue;
    }
    if (i < before.size()) lines.push_back({std::string(before[i]), {}});
    if (i < after.size()) lines.push_back({{}, std::string(after[i])});
  }
}

}  // namespace

std::vector<bool> longest_rising(std::span<const size_t> numbers) {
  std::vector<size_t> ends;  // for each length, the place of the smallest number that ends such a row
  std::vector<size_t> before(numbers.size());
  for (size_t i = 0; i < numbers.size(); ++i) {
    const auto place = std::ranges::lower_bound(ends, numbers[i], {}, [&](size_t end) { return numbers[end]; });
    before[i] = place == ends.begin() ? i : *(place - 1);
    if (place == ends.end()) {
      ends.push_back(i);
    } else {
      *place = i;
    }
  }
  std::vector<bool> rises(numbers.size());
  if (ends.empty()) return rises;
  size_t at = ends.back();
  for (size_t left = ends.size(); left > 0; --left) {
    rises[at] = true;
    at = before[at];
  }
  return rises;
}

CommonEntries common_entries(std::span<const std::string_view> before, std::span<const std::string_view> after) {
  Stretch rest{0, before.size(), 0, after.size()};
  CommonEntries common;
  const CommonEntries ends = take_ends_off(before, after, rest, common);
  const size_t before_end = rest.before_end;
  const size_t after_end = rest.after_end;
  for (const auto& anchor : anchors_of(before, after, rest)) {
    append_between(before, after, {rest.before_begin, anchor.first, rest.after_begin, anchor.second}, common);
    common.push_back(anchor);
    rest.before_begin = anchor.first + 1;
    rest.after_begin = anchor.second + 1;
  }
  append_between(before, after, {rest.before_begin, before_end, rest.after_begin, after_end}, common);
  common.insert(common.end(), ends.begin(), ends.end());
  return common;
}

WordDifference word_difference(std::string_view before, std::string_view after) {
  const std::vector<std::string_view> old_words = words_between_spaces(before);
  const std::vector<std::string_view> new_words = words_between_spaces(after);
  std::vector<bool> old_common(old_words.size());
  std::vector<bool> new_common(new_words.size());
  for (const auto& entry : common_entries(old_words, new_words)) {
    old_common[entry.first] = true;
    new_common[entry.second] = true;
  }
  return {pieces_of(before, old_words, old_common), pieces_of(after, new_words, new_common)};
}

std::vector<LineDifference> line_differences(std::string_view before, std::string_view after) {
  const std::vector<std::string_view> old_lines = written_lines(before);
  const std::vector<std::string_view> new_lines = written_lines(after);
  CommonEntries common = common_entries(old_lines, new_lines);
  common.emplace_back(old_lines.size(), new_lines.size());
  std::vector<LineDifference> differences;
  size_t old_begin = 0;
  size_t new_begin = 0;
  for (const auto& entry : common) {
    append_lines(std::span(old_lines).subspan(old_begin, entry.first - old_begin),
                 std::span(new_lines).subspan(new_begin, entry.second - new_begin), differences);
    old_begin = entry.first + 1;
    new_begin = entry.second + 1;
  }
  return differences;
}

}  // namespace canvasbook
