// The way from one place that the shown document still has to fill in to the next.
#pragma once

#include "model/blank_places.h"

namespace canvasbook {

class App;

// Goes to the author's next one, behind the caret or the cursor, then from the beginning again, and selects it. Where
// the author has filled in all, to those of who speaks.
void go_to_next_blank(App& app);

// Shows a place to fill in of a document, selected in its text.
void show_blank(App& app, const Document& document, const BlankPlace& blank);

}  // namespace canvasbook
