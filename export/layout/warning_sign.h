// The sign before what must not be said or done. Internal to export/.
#pragma once

#include "export/pages.h"

namespace canvasbook {

// A bar on a ring, as on a road sign: it is seen without colour as well. `size` points wide, from `x` on, around the
// height `middle`.
void add_warning_sign(Page& page, float x, float middle, float size);

}  // namespace canvasbook
