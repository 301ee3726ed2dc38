// The first steps, from the start screen to a PDF, and which version of the program this is.
#pragma once

#include <memory>

#include "editor/frame/dialog.h"

namespace canvasbook {

// Up, Down, Page Up and Page Down scroll, Enter and Escape close it.
std::unique_ptr<Dialog> make_first_steps();

}  // namespace canvasbook
