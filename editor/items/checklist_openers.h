// What a check item has beside its two texts: what proves its mark, and the item that opens it.
#pragma once

#include <string>

#include "editor/items/rows.h"
#include "model/kinds/checklist.h"

namespace canvasbook {

// Writes what proves the item at the cursor; without words it is no longer shown once that is left.
bool can_write_evidence(const App& app);
void write_evidence(App& app);

// Whether the row of an item has that text: it says something, or is being written.
bool shows_evidence(const Session& session, const CheckItem& item);
ItemCell evidence_cell(const ItemDrawing& drawing, const CheckItem& item, float left, float width);
void draw_evidence_label(const ItemDrawing& drawing, const ItemRow& row, ImVec2 from);

// Offers which item opens the one at the cursor; where that cannot be, the status line says why.
bool can_choose_opener(const App& app);
void choose_opener(App& app);

// How far the texts of an item that another one opens stand to the right, in pixels.
float indent_of(const ItemDrawing& drawing, const Checklist& checklist, const CheckItem& item);

// The room below the texts of an item for what opens it; and that in words: a click leads to it, or where it opens
// nothing offers others.
float room_for_opener(const ItemDrawing& drawing, const CheckItem& item);
void draw_opener(const ItemDrawing& drawing, const CheckItem& item, ImVec2 at, float width);

}  // namespace canvasbook
