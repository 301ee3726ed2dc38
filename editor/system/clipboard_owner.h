// Whether the program that holds the clipboard answers. GLFW waits for it without a limit, so that one that sleeps
// would stop the window for good; asked here first, it has a second.
#pragma once

#include <memory>

namespace canvasbook {

class ClipboardOwner {
 public:
  // Once the window is there. From then on a program that has asked us for the clipboard and is gone when we answer
  // does not end this one, as Xlib would have it.
  ClipboardOwner();
  ~ClipboardOwner();
  ClipboardOwner(const ClipboardOwner&) = delete;
  ClipboardOwner& operator=(const ClipboardOwner&) = delete;

  // Call when this program has put something on the clipboard: it needs not ask itself.
  void is_us_now();

  // Asks the owner what it can give and waits a second at most. True where nobody owns the clipboard, or we do.
  bool answers() const;

 private:
  struct Connection;
  std::unique_ptr<Connection> connection_;  // to the screen, beside the window's; nullptr where there is none
  unsigned long ours_ = 0;                  // the window by which we owned the clipboard last
};

}  // namespace canvasbook
