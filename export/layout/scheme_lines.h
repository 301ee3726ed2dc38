// The lines of a scheme, from answers to where they lead: each place that is led to has a lane of its own between the
// columns and, for lines to a column that is not the next one, above the boxes; so that none runs through words and
// lines share a way only where they end in the same place. Internal to export/.
#pragma once

#include <map>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "export/pages.h"
#include "export/print_document.h"

namespace canvasbook {

// What an answer leads to: an end with its words, or a cue or a section by its id, which lives as long as the scheme.
using SchemeKey = std::pair<CallEnd, std::string_view>;
SchemeKey key_of(const Scheme::Way& way);

// The colour of what ends a call so, on paper.
Colour colour_of_end(CallEnd end);

// A place on a page: a line enters it at the left edge of its first column where that stands behind the line's own,
// else at the right edge of its last one.
struct SchemeTarget {
  size_t first = 0;
  size_t last = 0;
  float y = 0;
};

// A line that begins at the right edge of a column.
struct SchemeLine {
  size_t column = 0;
  float y = 0;
  SchemeKey to;
};

// Where the columns stand, in points. Lines above the boxes lie between the heads and the boxes.
struct SchemeGrid {
  float left = 0;
  float column = 0;  // width of a column
  float gutter = 0;  // between two columns
  float heads_bottom = 0;
  float boxes_top = 0;

  float x_of(size_t index) const { return left + static_cast<float>(index) * (column + gutter); }
  float right_of(size_t index) const { return x_of(index) + column; }
};

// A part of a line, along one of the axes.
struct SchemeStroke {
  float x = 0;
  float y = 0;
  float to_x = 0;
  float to_y = 0;
  Rgb colour;
  bool has_head = false;  // at its end
};

inline constexpr float scheme_lane_pad = 8;  // at either side of a gutter, without lanes: room for the head of an arrow

class SchemeLines {
 public:
  SchemeLines() = default;

  // Every line has its target among these.
  SchemeLines(std::vector<SchemeLine> lines, std::map<SchemeKey, SchemeTarget> targets);

  // Of the lines that lead there; places beside each other differ.
  Rgb colour_of(const SchemeKey& key) const;

  std::vector<SchemeStroke> strokes(const SchemeGrid& grid) const;

  size_t most_lanes() const;  // in one gutter

 private:
  using Places = std::map<SchemeKey, size_t>;

  bool is_forward(const SchemeLine& line) const;
  size_t entry_gutter(const SchemeLine& line) const;  // a gutter has the index of the column before it
  float lane_x(const SchemeGrid& grid, size_t gutter, const SchemeKey& key) const;

  std::vector<SchemeLine> lines_;
  std::map<SchemeKey, SchemeTarget> targets_;
  std::map<SchemeKey, Rgb> colours_;
  std::map<size_t, Places> lanes_;  // by gutter
  Places above_;
};

// What the lines of stages beside each other need at most.
struct SchemeNeeds {
  bool has_ends = false;
  size_t lanes = 0;  // in one gutter
  size_t above = 0;  // the boxes
};
SchemeNeeds needs_of(std::span<const Scheme::Stage> stages);

}  // namespace canvasbook
