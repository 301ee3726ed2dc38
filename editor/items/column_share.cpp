#include "editor/items/column_share.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace canvasbook {

namespace {

bool is_drawn(const ColumnWish& column) { return column.drawn > 0; }

float narrowest_of(const ColumnWish& column) { return std::max(column.least, column.drawn); }

// Gives columns what they want, or the same part of it each where there is less; returns the room that is left.
template <class Which>
float give_wanted(const std::vector<ColumnWish>& columns, std::vector<float>& widths, float room, Which which) {
  float asked = 0;
  for (const ColumnWish& column : columns) asked += which(column) ? column.wanted - column.least : 0;
  if (asked <= 0) return room;
  const float part = std::min(1.0F, room / asked);
  for (size_t i = 0; i < columns.size(); ++i) {
    if (!which(columns[i])) continue;
    const float more = std::floor((columns[i].wanted - columns[i].least) * part);
    widths[i] += more;
    room -= more;
  }
  return room;
}

// All that is left, by shares.
template <class Which>
void give_rest(const std::vector<ColumnWish>& columns, std::vector<float>& widths, float room, Which which) {
  int shares = 0;
  size_t last = 0;
  for (size_t i = 0; i < columns.size(); ++i) {
    if (!which(columns[i])) continue;
    shares += columns[i].share;
    last = i;
  }
  float left = room;
  for (size_t i = 0; i < columns.size(); ++i) {
    if (!which(columns[i])) continue;
    const float more =
        i == last ? left : std::floor(room * static_cast<float>(columns[i].share) / static_cast<float>(shares));
    widths[i] += more;
    left -= more;
  }
}

}  // namespace

float least_of_columns(const std::vector<ColumnWish>& columns) {
  return std::accumulate(columns.begin(), columns.end(), 0.0F,
                         [](float sum, const ColumnWish& column) { return sum + narrowest_of(column); });
}

std::vector<float> share_width(const std::vector<ColumnWish>& columns, float room) {
  std::vector<float> widths;
  widths.reserve(columns.size());
  for (const ColumnWish& column : columns) widths.push_back(narrowest_of(column));
  float left = room - least_of_columns(columns);
  if (left <= 0 || columns.empty()) return widths;
  const auto is_narrow = [](const ColumnWish& column) { return !is_drawn(column) && !column.takes_rest; };
  const auto is_text = [](const ColumnWish& column) { return !is_drawn(column) && column.takes_rest; };
  left = give_wanted(columns, widths, left, is_narrow);
  left = give_wanted(columns, widths, left, is_text);
  if (std::ranges::any_of(columns, is_text)) {
    give_rest(columns, widths, left, is_text);
  } else if (std::ranges::any_of(columns, is_narrow)) {
    give_rest(columns, widths, left, is_narrow);
  } else {
    widths.back() += left;  // all are drawn to a width
  }
  return widths;
}

}  // namespace canvasbook
