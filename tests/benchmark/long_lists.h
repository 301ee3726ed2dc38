// How the window's work grows with the length of a list.
#pragma once

namespace canvasbook {

// Prints what a letter and a frame cost in short and in long lists, and their ratio beside that of the lengths.
void print_long_lists();

}  // namespace canvasbook
