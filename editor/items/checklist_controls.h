// The controls of the items of a check list: weight, criticality and scale; each change is a step.
#pragma once

#include <functional>
#include <string>

#include "editor/items/rows.h"

namespace canvasbook {

inline constexpr float number_room = 44;  // logical pixels, at the left of an item

// Change an item, or all that are selected with it: to the next whole weight, up (1) or down (-1); whether it is
// critical.
void set_weight(const ItemDrawing& drawing, const CheckItem& item, int step);
void toggle_critical(const ItemDrawing& drawing, const CheckItem& item);

// The pixels at the right of the texts that a row of a width leaves to its controls: for one line of them where it is
// wide enough, else for two; 0 where they stand below the texts.
float room_for_controls(const ItemDrawing& drawing, float width);

// The room below the texts of a row that has its controls there: for them while the item is chosen, else for the words
// about what differs from the usual.
float foot_for_controls(const ItemDrawing& drawing, const CheckItem& item, float width);

// Whether the controls of an item stand in its row: it is chosen, or the mouse is over it and they lie beside the
// texts.
bool asks_for_controls(const ItemDrawing& drawing, const CheckItem& item, ImVec2 from, ImVec2 to);

// Of another item only what differs from the usual, in words: a weight, that it is critical, a scale of its own.
void draw_differences(const ItemDrawing& drawing, const CheckItem& item, ImVec2 from, ImVec2 to, float foot);

// The controls in a row from one corner to the other; `foot` is the room below its texts.
void draw_item_controls(const ItemDrawing& drawing, const CheckItem& shown, ImVec2 from, ImVec2 to, float foot);

// A button that leads to the visits that were made with the list, or to the first one; `place` says where one of a
// width in pixels stands.
void draw_way_to_visits(const ItemDrawing& drawing, const std::function<ImVec2(float)>& place);

}  // namespace canvasbook
