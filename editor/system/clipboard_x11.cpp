// Asks the owner of the clipboard under X11; the only file that knows it. The protocol is that of the Inter-Client
// Communication Conventions Manual, chapter 2: a selection is converted into a property of the asker's window, a long
// one piece by piece (INCR).
#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <poll.h>

#include <algorithm>
#include <chrono>

#include "editor/system/clipboard_owner.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

using Clock = std::chrono::steady_clock;

constexpr auto patience = std::chrono::seconds(1);        // for one answer
constexpr auto whole_patience = std::chrono::seconds(5);  // for all pieces of a text
constexpr long most_units = 0x4000000;                    // of four bytes: of one piece, as X counts them

// A question to the owner of a selection, from a window of its own, so that a late answer is not taken for one to a
// later question. A window that was not answered stays: an owner that wakes up would be ended by an answer to nobody.
class Question {
 public:
  Question(Display* display, Atom selection, Atom target)
      : display_(display),
        property_(XInternAtom(display, "CANVASBOOK_CLIPBOARD", False)),
        window_(XCreateSimpleWindow(display, DefaultRootWindow(display), 0, 0, 1, 1, 0, 0, 0)) {
    XSelectInput(display, window_, PropertyChangeMask);
    XConvertSelection(display, selection, target, property_, window_, CurrentTime);
    XFlush(display);
  }
  ~Question() {
    if (answered_) XDestroyWindow(display_, window_);
    XFlush(display_);
  }
  Question(const Question&) = delete;
  Question& operator=(const Question&) = delete;

  // Whether the owner answered in time; `has_text()` then says whether it gives what it was asked for.
  bool is_answered() {
    const auto is_answer = [](const XEvent& event) { return event.type == SelectionNotify; };
    XEvent event;
    answered_ = wait_for(Clock::now() + patience, is_answer, event);
    has_text_ = answered_ && event.xselection.property != None;
    return answered_;
  }
  bool has_text() const { return has_text_; }

  // The text, or nothing where it is not all there in time.
  std::optional<std::string> text() {
    const auto end = Clock::now() + whole_patience;
    Atom type = None;
    std::string text = take_piece(type);
    if (type == None) return std::nullopt;
    if (type != XInternAtom(display_, "INCR", False)) return text;
    answered_ = false;  // it goes on writing into the window
    for (text.clear();;) {
      const auto is_piece = [](const XEvent& event) {
        return event.type == PropertyNotify && event.xproperty.state == PropertyNewValue;
      };
      XEvent event;
      if (!wait_for(std::min(end, Clock::now() + patience), is_piece, event)) return std::nullopt;
      const std::string piece = take_piece(type);
      if (piece.empty()) break;
      text += piece;
    }
    answered_ = true;
    return text;
  }

 private:
  template <class IsWanted>
  bool wait_for(Clock::time_point end, IsWanted is_wanted, XEvent& event) {
    for (;;) {
      while (XCheckIfEvent(display_, &event, &is_of_window, reinterpret_cast<XPointer>(&window_)) != 0) {
        if (is_wanted(event)) return true;
      }
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
      if (left.count() <= 0) return false;
      pollfd connection{ConnectionNumber(display_), POLLIN, 0};
      ::poll(&connection, 1, static_cast<int>(left.count()));
    }
  }
  static Bool is_of_window(Display*, XEvent* event, XPointer window) {
    return event->xany.window == *reinterpret_cast<Window*>(window) ? True : False;
  }

  // What stands in the property now, which is deleted: that asks for the next piece.
  std::string take_piece(Atom& type) {
    unsigned char* data = nullptr;
    unsigned long count = 0;
    unsigned long left = 0;
    int format = 0;
    XGetWindowProperty(display_, window_, property_, 0, most_units, True, AnyPropertyType, &type, &format, &count,
                       &left, &data);
    XFlush(display_);
    std::string piece;
    if (data != nullptr && format == 8) piece.assign(data, data + count);
    if (data != nullptr) XFree(data);
    return piece;
  }

  Display* display_;
  Atom property_;
  Window window_;
  bool answered_ = false;
  bool has_text_ = false;
};

std::string utf8_of_latin_1(const std::string& text) {
  std::string utf8;
  for (const char letter : text) append_utf8(utf8, static_cast<unsigned char>(letter));
  return utf8;
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

bool ClipboardOwner::is_ours() const {
  return connection_ == nullptr ||
         (ours_ != None && XGetSelectionOwner(connection_->display, connection_->clipboard) == ours_);
}

bool ClipboardOwner::is_empty() const {
  return connection_ != nullptr && XGetSelectionOwner(connection_->display, connection_->clipboard) == None;
}

std::optional<std::string> ClipboardOwner::read() const {
  if (connection_ == nullptr) return std::string();
  Display* display = connection_->display;
  if (is_empty()) return std::string();
  const Atom utf8 = XInternAtom(display, "UTF8_STRING", False);
  for (const Atom target : {utf8, Atom{XA_STRING}}) {
    Question question(display, connection_->clipboard, target);
    if (!question.is_answered()) return std::nullopt;
    if (!question.has_text()) continue;
    std::optional<std::string> text = question.text();
    if (!text) return std::nullopt;
    std::erase(*text, '\0');
    return target == utf8 ? *text : utf8_of_latin_1(*text);
  }
  return std::string();
}

void ClipboardOwner::let_go_if_manager_sleeps() const {
  if (connection_ == nullptr || !is_ours()) return;
  Display* display = connection_->display;
  const Atom manager = XInternAtom(display, "CLIPBOARD_MANAGER", False);
  if (XGetSelectionOwner(display, manager) == None) return;
  if (Question(display, manager, XInternAtom(display, "TARGETS", False)).is_answered()) return;
  XSetSelectionOwner(display, connection_->clipboard, None, CurrentTime);
  XSync(display, False);
}

}  // namespace canvasbook
