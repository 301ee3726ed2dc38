// Asks which sections of another workbook to take, and puts them behind the shown section.
#pragma once

#include <memory>

#include "editor/frame/app.h"

namespace canvasbook {

// `from` is the other workbook; what is taken is one step.
std::unique_ptr<Dialog> make_take_sections_dialog(Workbook from);

}  // namespace canvasbook
