// What check items are marked on: the scales of the program, and those that a check list defines itself, such as
// "Great 100 · Okay 50 · Poor 0".
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/unknown_fields.h"
#include "model/kinds/fields.h"

namespace canvasbook {

// `inherited` of an item: that of its check list.
enum class Scale { inherited, yes_no, yes_no_partly, points_5, points_7, points_10 };
inline constexpr std::array<std::string_view, 6> scale_names{"",         "yes_no",   "yes_no_partly",
                                                             "points_5", "points_7", "points_10"};

inline constexpr size_t fewest_levels = 2;
inline constexpr size_t most_levels =
    11;  // so many marks have a sign in files; further levels are kept and not offered
inline constexpr int most_level_points = 100;

struct ScaleLevel {
  std::string id;  // unique in its scale
  std::string words;
  int points = 0;  // 0 … most_level_points
  UnknownFields unknown = {};

  bool operator==(const ScaleLevel&) const = default;
};

struct OwnScale {
  std::string id;  // unique in its check list
  std::string title;
  std::vector<ScaleLevel> levels;  // in the order in which they are offered; a mark is the place of its level, from 0
  UnknownFields unknown = {};

  bool operator==(const OwnScale&) const = default;
};

// The scale that an item is marked on; an own one stands in the check list, which must live as long.
struct ItemScale {
  ItemScale(Scale scale) : built_in(scale) {}
  explicit ItemScale(const OwnScale& scale) : built_in(Scale::inherited), own(&scale) {}

  Scale built_in;
  const OwnScale* own = nullptr;

  bool operator==(const ItemScale&) const = default;
  // The scales of the program first, then those of a list in its order.
  bool operator<(const ItemScale& other) const {
    return own == other.own ? built_in < other.built_in : std::less<>()(own, other.own);
  }
};

// The points of the best mark of a scale of points: 5, 7, 10; 1 for yes, and for words of an own scale.
int largest_points(ItemScale scale);

// Whether two scales have the same marks, so that a mark on one says the same on the other.
bool have_same_marks(ItemScale scale, ItemScale other);

template <class Visitor, OneOf<ScaleLevel> Value>
void describe(Visitor& visitor, Value& level) {
  visitor.local_id("id", level.id);
  visitor.text("words", level.words);
  visitor.number("points", level.points, 0, 0, most_level_points);
  visitor.unknown(level.unknown);
}

template <class Visitor, OneOf<OwnScale> Value>
void describe(Visitor& visitor, Value& scale) {
  visitor.local_id("id", scale.id);
  visitor.text("title", scale.title);
  visitor.local_list("levels", scale.levels);
  visitor.unknown(scale.unknown);
}

}  // namespace canvasbook
