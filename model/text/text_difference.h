// What one version of a text, or of any list, has in common with another: the same words, lines or entries in the same
// order. All of it grows linearly with what is compared, but for sorting: where the shortest difference would cost
// more, a longer one is told.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace canvasbook {

// For each of different numbers, whether it belongs to a longest rising row of them: what kept its order.
std::vector<bool> longest_rising(std::span<const size_t> numbers);

// Entries that stand in both lists, as their places in each; both rise.
using CommonEntries = std::vector<std::pair<size_t, size_t>>;
CommonEntries common_entries(std::span<const std::string_view> before, std::span<const std::string_view> after);

// A stretch of a text that the other version has too, or has not.
struct TextPiece {
  std::string text;
  bool differs = false;

  bool operator==(const TextPiece&) const = default;
};

// Both versions, word by word. The pieces of each, put together, are the text without the white space at its ends; a
// piece that differs begins and ends with a word. Other white space between the same words is no difference.
struct WordDifference {
  std::vector<TextPiece> before;
  std::vector<TextPiece> after;

  bool operator==(const WordDifference&) const = default;
};
WordDifference word_difference(std::string_view before, std::string_view after);

// A line in its two versions; an empty one where the other text has nothing like it.
struct LineDifference {
  std::string before;
  std::string after;

  bool operator==(const LineDifference&) const = default;
};

// The lines that differ, in their order, without white space at their ends; blank ones do not count. Lines that have a
// third of their words in common are two versions of one.
std::vector<LineDifference> line_differences(std::string_view before, std::string_view after);

}  // namespace canvasbook
