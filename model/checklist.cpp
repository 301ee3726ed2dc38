#include "model/checklist.h"

namespace canvasbook {

int largest_points(Scale scale) {
  switch (scale) {
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

Scale scale_of(const Checklist& checklist, const CheckItem& item) {
  if (item.scale != Scale::inherited) return item.scale;
  return checklist.scale == Scale::inherited ? Scale::yes_no : checklist.scale;
}

}  // namespace canvasbook
