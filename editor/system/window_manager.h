// What a window manager that died leaves behind.
#pragma once

namespace canvasbook {

// Takes the mark of a window manager from the screen where the window that it names is gone: GLFW 3.3 ends the program
// when it meets one. To be called before GLFW begins; does nothing without a display.
void forget_dead_window_manager();

}  // namespace canvasbook
