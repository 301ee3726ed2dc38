// Asks the owner of the clipboard under X11; the only file that knows it.
#include <X11/Xlib.h>
#include <poll.h>

#include <chrono>

#include "editor/system/clipboard_owner.h"

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

}  // namespace

struct ClipboardOwner::Connection {
  Display* display;
  Atom clipboard = XInternAtom(display, "CLIPBOARD", False);
  ~Connection() { XCloseDisplay(display); }
};

ClipboardOwner::ClipboardOwner() {
  Display* display = XOpenDisplay(nullptr);
  if (display == nullptr) return;
  connection_.reset(new Connection{display});
  XSetErrorHandler([](Display*, XErrorEvent*) { return 0; });
}

ClipboardOwner::~ClipboardOwner() = default;

void ClipboardOwner::is_us_now() {
  if (connection_ != nullptr) ours_ = XGetSelectionOwner(connection_->display, connection_->clipboard);
}

bool ClipboardOwner::answers() const {
  if (connection_ == nullptr) return true;
  Display* display = connection_->display;
  const Window owner = XGetSelectionOwner(display, connection_->clipboard);
  if (owner == None || owner == ours_) return true;
  // A window for each question, so that a late answer is not taken for one to a later question.
  const Window asker = XCreateSimpleWindow(display, DefaultRootWindow(display), 0, 0, 1, 1, 0, 0, 0);
  XConvertSelection(display, connection_->clipboard, XInternAtom(display, "TARGETS", False),
                    XInternAtom(display, "CANVASBOOK_CLIPBOARD", False), asker, CurrentTime);
  XFlush(display);
  const bool answered = wait_for_answer(display, asker);
  // One that was not answered stays: an owner that wakes up would be ended by an answer to nobody.
  if (answered) XDestroyWindow(display, asker);
  XFlush(display);
  return answered;
}

}  // namespace canvasbook
