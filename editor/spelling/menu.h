// The menu of a misspelt word: what may be meant, and the word as one of the company's own; or of a STOP phrase. And
// the way to the next misspelt word.
#pragma once

namespace canvasbook {

class App;

// Draws the menu while it is open, above everything else; opens it for the word that was asked for.
void view_spelling_menu(App& app);

// Says which dictionary is missing for the shown document, if it is.
void say_missing_dictionary(App& app);

// Goes to the next misspelt word behind the caret or what is selected, through all documents and round the end, and
// asks for its menu; says so where there is none, or where there is no dictionary.
void go_to_next_misspelling(App& app);

}  // namespace canvasbook
