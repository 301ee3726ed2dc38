// Input methods (Fcitx, IBus) and dead keys, mended where GLFW 3.3 and libX11 leave gaps.
#pragma once

namespace canvasbook {

// From now on, for every window of this process under X11:
// - a key that the input method keeps does nothing else, and one that it gives back comes in its order (GLFW reports it
//   as well when it goes there: issue 1972 of glfw/glfw);
// - where the input method ends or XMODIFIERS names one that does not run, the keyboard types on by itself, with dead
//   keys and Compose (GLFW would use what libX11 has already freed).
// Call it before the window is made.
void mend_input_methods();

}  // namespace canvasbook
