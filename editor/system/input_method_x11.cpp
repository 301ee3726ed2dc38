// Stands between GLFW and libX11: the program's own functions of these names are found before those of the library.
#include "editor/system/input_method.h"

#include <X11/Xlib.h>
#include <X11/Xresource.h>
#include <X11/Xutil.h>
#include <dlfcn.h>

namespace canvasbook {

namespace {

struct InputMethod {
  bool has_ended = false;  // what GLFW holds of it is freed
  XIM keyboard = nullptr;  // takes its place: libX11's own, without a server
  XIC context = nullptr;
};

InputMethod& input_method() {
  static InputMethod one;
  return one;
}

// The function of this name in the library behind the program.
template <class Function>
Function* behind(const char* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

void note_end(XIM /*ended*/, XPointer /*data*/, XPointer /*reason*/) { input_method().has_ended = true; }

XIM open(Display* display) {
  static auto* const real = behind<decltype(XOpenIM)>("XOpenIM");
  return real(display, nullptr, nullptr, nullptr);
}

XIM open_keyboard(Display* display) {
  XSetLocaleModifiers("@im=none");
  return open(display);
}

// The context in which the keyboard types into a window; nullptr where there is none.
XIC keyboard_context(Display* display, Window window) {
  InputMethod& method = input_method();
  if (method.keyboard == nullptr) method.keyboard = open_keyboard(display);
  if (method.keyboard != nullptr && method.context == nullptr) {
    method.context = XCreateIC(method.keyboard, XNInputStyle, XIMPreeditNothing | XIMStatusNothing, XNClientWindow,
                               window, XNFocusWindow, window, nullptr);
  }
  return method.context;
}

}  // namespace

void mend_input_methods() { input_method() = {}; }

}  // namespace canvasbook

extern "C" {

XIM XOpenIM(Display* display, XrmDatabase /*database*/, char* /*name*/, char* /*class*/) {
  const XIM opened = canvasbook::open(display);
  if (opened == nullptr) return canvasbook::open_keyboard(display);
  static XIMCallback at_end{nullptr, canvasbook::note_end};
  XSetIMValues(opened, XNDestroyCallback, &at_end, nullptr);
  return opened;
}

Bool XFilterEvent(XEvent* event, Window window) {
  static auto* const real = canvasbook::behind<decltype(XFilterEvent)>("XFilterEvent");
  const bool is_key = event->type == KeyPress || event->type == KeyRelease;
  // in time for a dead key that is the first one behind the end
  if (is_key && canvasbook::input_method().has_ended) {
    canvasbook::keyboard_context(event->xkey.display, event->xkey.window);
  }
  const Bool is_kept = real(event, window);
  if (is_kept != False && is_key) event->type = 0;
  return is_kept;
}

int Xutf8LookupString(XIC context, XKeyPressedEvent* event, char* text, int size, KeySym* key, Status* status) {
  static auto* const real = canvasbook::behind<decltype(Xutf8LookupString)>("Xutf8LookupString");
  if (canvasbook::input_method().has_ended) context = canvasbook::keyboard_context(event->display, event->window);
  if (context != nullptr) return real(context, event, text, size, key, status);
  *status = XLookupNone;
  return 0;
}

void XSetICFocus(XIC context) {
  static auto* const real = canvasbook::behind<decltype(XSetICFocus)>("XSetICFocus");
  if (!canvasbook::input_method().has_ended) real(context);
}

void XUnsetICFocus(XIC context) {
  static auto* const real = canvasbook::behind<decltype(XUnsetICFocus)>("XUnsetICFocus");
  if (!canvasbook::input_method().has_ended) real(context);
}

void XDestroyIC(XIC context) {
  static auto* const real = canvasbook::behind<decltype(XDestroyIC)>("XDestroyIC");
  if (!canvasbook::input_method().has_ended) real(context);
}

Status XCloseIM(XIM method) {
  static auto* const real = canvasbook::behind<decltype(XCloseIM)>("XCloseIM");
  return canvasbook::input_method().has_ended ? 0 : real(method);
}

}  // extern "C"
