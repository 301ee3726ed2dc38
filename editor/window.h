// The window of the system. window_glfw.cpp is the only file that knows GLFW.
#pragma once

#include <string>

#include "editor/frame/app.h"

namespace canvasbook {

// Opens a window and runs the app in it until it is closed. Returns exit_done, exit_no_display or exit_no_opengl; for
// the latter two `problem` says what the system answered. Frames are drawn only when something happened.
int run_window(App& app, std::string& problem);

}  // namespace canvasbook
