// The controls of the items of a check list: weight, criticality and scale; each change is a step.
#pragma once

#include <string>

#include "editor/items/rows.h"

namespace canvasbook {

inline constexpr float number_room = 44;    // logical pixels, at the left of an item
inline constexpr float control_room = 252;  // and at its right

// The check list as it is now, after whatever this frame has changed.
const Checklist& edited_checklist(const ItemDrawing& drawing);

const char* scale_key(Scale scale);  // of its name

// Change an item, or all that are selected with it.
void set_weight(const ItemDrawing& drawing, const CheckItem& item, int step);
void toggle_critical(const ItemDrawing& drawing, const CheckItem& item);

// Whether a row of a width in pixels has its controls below the texts.
bool controls_stand_below(const ItemDrawing& drawing, float width);

// The controls in a row from one corner to the other; `foot` is the room below its texts.
void draw_item_controls(const ItemDrawing& drawing, const CheckItem& shown, ImVec2 from, ImVec2 to, float foot);

// The menu of scales, of an item or with an empty id of the list: opens at a point; is drawn while it is open.
void open_scale_menu(const ItemDrawing& drawing, const std::string& item, ImVec2 at);
void draw_scale_menu(const ItemDrawing& drawing);

}  // namespace canvasbook
