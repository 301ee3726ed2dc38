// The trial run of a check list: its items are marked, and the bar shows what that comes to. The marks stay
// with the list as a draft until they are cleared.
#pragma once

#include <string>

#include "editor/items/rows.h"
#include "model/kinds/checklist_score.h"

namespace canvasbook {

// The check list that the rows were laid out for, and its item in a row or nullptr.
const Checklist& shown_checklist(const ItemDrawing& drawing);
const CheckItem* shown_item(const ItemDrawing& drawing, const ItemRow& row);

// What it comes to, counted anew where the list or the marks changed.
const ChecklistScore& score_of(const ItemDrawing& drawing);

// "2.4"
std::string number_of(const ItemRow& row);

bool can_try_out(const App& app);  // the shown section is a check list with items, or is being tried out
void toggle_trial(App& app);       // begins or ends it; its marks stay with the list as a draft
// At the beginning of a frame: another section ends the run. There, and on coming back, the status line tells that the
// marks stay.
void end_left_trial(const ItemDrawing& drawing);
bool has_marks(const Session& session);  // the shown section is a check list with marks
void clear_trial(App& app);              // takes the marks of the shown check list away, as a step

// The room that the marks of an item take below its texts, in a width; and the marks themselves.
float height_of_marks(const ItemDrawing& drawing, const CheckItem& item, float width);
void draw_marks(const ItemDrawing& drawing, const CheckItem& item, ImVec2 at, float width);

// The result above the rows; returns its height.
float draw_result(const ItemDrawing& drawing, ImVec2 at, float width);

// The result in one line at the upper edge of the window, once it has scrolled out of it; 0 high before.
float height_of_pinned_result(const ItemDrawing& drawing);
void draw_pinned_result(const ItemDrawing& drawing);

// The result of a group, at the right of its heading.
void draw_group_result(const ItemDrawing& drawing, const Score& score, ImVec2 right_top, float height);

// Marks the item at the cursor by the keys of check_marks.h; Backspace takes the mark back.
bool use_trial_keys(const ItemDrawing& drawing, std::optional<CellAt> at);

}  // namespace canvasbook
