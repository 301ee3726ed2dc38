#include "editor/system/window_manager.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>

namespace canvasbook {

namespace {

int pass_over_error(Display*, XErrorEvent*) { return 0; }

// The window that a property names; None where there is no such property or no such holder.
Window window_named_by(Display* display, Window holder, Atom property) {
  Atom type = None;
  int format = 0;
  unsigned long count = 0;
  unsigned long behind = 0;
  unsigned char* data = nullptr;
  const int status =
      XGetWindowProperty(display, holder, property, 0, 1, False, XA_WINDOW, &type, &format, &count, &behind, &data);
  const bool is_named = status == Success && type == XA_WINDOW && format == 32 && count == 1;
  const Window window = is_named ? *reinterpret_cast<const Window*>(data) : None;
  if (data != nullptr) XFree(data);
  return window;
}

}  // namespace

void forget_dead_window_manager() {
  Display* display = XOpenDisplay(nullptr);
  if (display == nullptr) return;
  const auto earlier = XSetErrorHandler(pass_over_error);
  // by the Extended Window Manager Hints the window names itself as long as its manager lives
  const Atom mark = XInternAtom(display, "_NET_SUPPORTING_WM_CHECK", False);
  const Window root = DefaultRootWindow(display);
  const Window manager = window_named_by(display, root, mark);
  if (manager != None && window_named_by(display, manager, mark) == None) XDeleteProperty(display, root, mark);
  XSync(display, False);
  XSetErrorHandler(earlier);
  XCloseDisplay(display);
}

}  // namespace canvasbook
