#include <X11/Xlib.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <initializer_list>

#include "editor/system/endings.h"

namespace canvasbook {

namespace {

volatile std::sig_atomic_t noted_signal = 0;
void (*act_on_lost_display)() = nullptr;

// The journal, which is written beside the window, has what was typed after one.
constexpr unsigned seconds_to_notice = 2;

void note_signal(int signal) {
  noted_signal = signal;
  ::alarm(seconds_to_notice);
}

void end_by_noted_signal(int /*alarm*/) { end_by(noted_signal); }

int end_without_display(Display* /*gone*/) {
  act_on_lost_display();
  std::_Exit(EXIT_FAILURE);  // Xlib ends the process as well, after this
}

}  // namespace

void note_signals_to_end() {
  std::signal(SIGALRM, end_by_noted_signal);
  for (const int signal : {SIGTERM, SIGHUP, SIGINT}) {
    struct sigaction before {};
    if (::sigaction(signal, nullptr, &before) != 0 || before.sa_handler == SIG_IGN) continue;  // as nohup wishes
    struct sigaction noting {};
    noting.sa_handler = note_signal;
    noting.sa_flags = SA_RESTART;
    ::sigaction(signal, &noting, nullptr);
  }
}

void limit_ending(unsigned seconds) { ::alarm(seconds); }

int signal_to_end() { return noted_signal; }

void end_by(int signal) {
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

void when_display_is_lost(void (*act)()) {
  act_on_lost_display = act;
  XSetIOErrorHandler(end_without_display);
}

}  // namespace canvasbook
