#include "model/kinds/scale.h"

#include <algorithm>

namespace canvasbook {

int largest_points(ItemScale scale) {
  switch (scale.built_in) {
    case Scale::points_5:
      return 5;
    case Scale::points_7:
      return 7;
    case Scale::points_10:
      return 10;
    case Scale::inherited:
    case Scale::yes_no:
    case Scale::yes_no_partly:
      break;
  }
  return 1;
}

bool have_same_marks(ItemScale scale, ItemScale other) {
  if (scale.own == nullptr || other.own == nullptr) {
    return scale.own == other.own && largest_points(scale) == largest_points(other);
  }
  return scale.own->id == other.own->id &&
         std::ranges::equal(scale.own->levels, other.own->levels, {}, &ScaleLevel::id, &ScaleLevel::id);
}

}  // namespace canvasbook
