// The marks of check items as buttons, keys and words: what the trial run of a check list and its visits share.
#pragma once

#include <imgui.h>

#include <optional>
#include <string>

#include "editor/frame/app.h"
#include "model/kinds/visits.h"

namespace canvasbook {

// The buttons of a scale, one after another in lines of a width in pixels: their height, the width of all in one line,
// and drawing them with the mark that is given now. Returns the mark that was pressed, not_marked where that takes it
// back. Their parts are
// "<key>/mark/<mark>".
float height_of_mark_chips(const App& app, ItemScale scale, float width);
float width_of_mark_chips(const App& app, ItemScale scale);
std::optional<int> mark_chips(App& app, const std::string& key, ItemScale scale, int now, ImVec2 at, float width,
                              bool enabled = true);

// The mark that a digit means: the one at that place in the order of the scale, 0 the tenth, or on a shorter scale that
// the item does not apply; nothing where there is none.
std::optional<int> mark_of_digit(ItemScale scale, int digit);

// Whether a 0 that is typed next makes this mark a ten.
bool may_become_ten(ItemScale scale, int mark);

// The mark that a letter means in either language: Y and Д yes, N and Н no, P and Ч partly; nothing on other scales.
std::optional<int> mark_of_letter(ItemScale scale, char32_t letter);

// The mark of a letter that is typed in this frame, which is taken then.
std::optional<int> typed_mark(InputQueue& input, ItemScale scale);

// What a score is as it is read: "82 %"; empty as long as nothing is marked.
std::string percent_of(const Catalog& words, const Score& score);

// What it means in a sentence: which critical items failed, what is not marked yet, or that all is well.
std::string verdict_of(const Catalog& words, const Checklist& checklist, const Score& total);

}  // namespace canvasbook
