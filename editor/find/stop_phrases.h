// Going through the STOP phrases that a document says, and saying them otherwise.
#pragma once

namespace canvasbook {

class App;

// The next one behind the caret or the cursor, then from the beginning again; it is selected, and the status line tells
// why not and what instead.
void go_to_next_stop_phrase(App& app);

// Puts the replacement in place of the phrase at the caret of the text that is written, with its first blank selected;
// where there is none goes to the next one.
void replace_stop_phrase_at_caret(App& app);

}  // namespace canvasbook
