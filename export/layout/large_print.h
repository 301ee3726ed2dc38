// What pages to read from afar share: their edge, the largest letters that fit, the company at the foot. Internal to
// export/.
#pragma once

#include "export/layout/context.h"

namespace canvasbook {

inline constexpr float large_print_edge = 34;    // around the page: 12 mm
inline constexpr float large_print_step = 0.5F;  // from a size to the next one

// The largest size from `least` to `largest` at which `fits` holds, where it holds for all smaller ones too; `least`
// where it holds for none.
template <class Fits>
float largest_size(float least, float largest, Fits fits) {
  int low = 0;  // steps over the least size
  int high = static_cast<int>((largest - least) / large_print_step) + 1;
  while (high - low > 1) {
    const int middle = (low + high) / 2;
    (fits(least + large_print_step * static_cast<float>(middle)) ? low : high) = middle;
  }
  return least + large_print_step * static_cast<float>(low);
}

// Where the text of a page of this size ends; the company stands below it.
float large_print_bottom(const LayoutContext& context, Extent extent);

// The company at the foot of the current page.
void add_company_foot(LayoutContext& context, Extent extent);

}  // namespace canvasbook
