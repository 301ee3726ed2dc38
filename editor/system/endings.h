// Ends that the window does not choose: the user logs out, the terminal closes, the display goes.
#pragma once

namespace canvasbook {

// From now on SIGTERM, SIGHUP and SIGINT are only noted, so that what was written can be kept before the program ends.
// One that hangs and says nothing by limit_ending() is ended by the signal two seconds later.
void note_signals_to_end();

// The process ends by the signal that came in so many seconds, whatever it does then; 0: when it wishes.
void limit_ending(unsigned seconds);

// The signal that came, or 0.
int signal_to_end();

// Ends the process as if the signal had not been noted. Returns where it does not end it.
void end_by(int signal);

// Calls `act` when the connection to the X server breaks, right before the process ends.
void when_display_is_lost(void (*act)());

}  // namespace canvasbook
