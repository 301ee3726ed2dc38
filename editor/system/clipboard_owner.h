// The clipboard of other programs. GLFW waits for its owner without a limit, so that one that sleeps would stop the
// window for good; asked here it has a second for each answer, and five for all of a text.
#pragma once

#include <memory>
#include <optional>
#include <string>

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
  bool is_ours() const;

  // Whether no program holds anything there; waits for none.
  bool is_empty() const;

  // The text, in UTF-8 and without NUL, that another program holds; empty where nobody holds one. Nothing where the
  // owner does not answer in time.
  std::optional<std::string> read() const;

  // Before the program ends: GLFW hands our text to a clipboard manager and waits for that without a limit as well.
  // Where the manager does not answer, the clipboard is given up.
  void let_go_if_manager_sleeps() const;

 private:
  struct Connection;
  std::unique_ptr<Connection> connection_;  // to the screen, beside the window's; nullptr where there is none
  unsigned long ours_ = 0;                  // the window by which we owned the clipboard last
};

}  // namespace canvasbook
