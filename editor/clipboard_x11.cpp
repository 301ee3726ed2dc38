#include <X11/Xlib.h>
#include <poll.h>

#include <chrono>

#include "editor/clipboard_owner.h"

namespace canvasbook {

namespace {

constexpr auto patience = std::chrono::seconds(1);

// Waits for the answer of the owner, whatever it is.
bool wait_for_answer(Display* display, Window asker) {
  const auto end = std::chrono::steady_clock::now() + patience;
  for (;;) {
    XEvent event;
    if (XCheckTypedWindowEvent(display, asker, SelectionNotify, &event) != 0) return true;
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
    if (left.count() <= 0) return false;
    pollfd connection{ConnectionNumber(display), POLLIN, 0};
    ::poll(&connection, 1, static_cast<int>(left.count()));
  }
}

bool owner_answers(Display* display, unsigned long ours) {
  const Atom clipboard = XInternAtom(display, "CLIPBOARD", False);
  const Window owner = XGetSelectionOwner(display, clipboard);
  if (owner == None || owner == ours) return true;
  const Window asker = XCreateSimpleWindow(display, DefaultRootWindow(display), 0, 0, 1, 1, 0, 0, 0);
  XConvertSelection(display, clipboard, XInternAtom(display, "TARGETS", False),
                    XInternAtom(display, "CANVASBOOK_CLIPBOARD", False), asker, CurrentTime);
  XFlush(display);
  return wait_for_answer(display, asker);
}

}  // namespace

void ClipboardOwner::is_us_now() {
  Display* display = XOpenDisplay(nullptr);
  if (display == nullptr) return;
  ours_ = XGetSelectionOwner(display, XInternAtom(display, "CLIPBOARD", False));
  XCloseDisplay(display);
}

bool ClipboardOwner::answers() const {
  Display* display = XOpenDisplay(nullptr);  // a connection of its own, so that no event of the window is taken
  if (display == nullptr) return true;
  const bool answers = owner_answers(display, ours_);
  XCloseDisplay(display);
  return answers;
}

}  // namespace canvasbook
