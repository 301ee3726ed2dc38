// Whether the program that holds the clipboard answers. GLFW waits for it without a limit, so that one that sleeps
// would stop the window for good; asked here first, it has a second.
#pragma once

namespace canvasbook {

class ClipboardOwner {
 public:
  // Call when this program has put something on the clipboard: it needs not ask itself.
  void is_us_now();

  // Asks the owner what it can give and waits a second at most. True where nobody owns the clipboard, or we do.
  bool answers() const;

 private:
  unsigned long ours_ = 0;  // the window by which we owned the clipboard last
};

}  // namespace canvasbook
