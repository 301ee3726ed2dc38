// The scale of a check item or of its list: what it is called, and the menu that chooses it, with the list's own scales
// and the way to define one.
#pragma once

#include <string>

#include "editor/items/rows.h"

namespace canvasbook {

// "as in the list", "points, 1 to 5", or the name of an own scale: what an item has chosen; what its list has.
std::string scale_name(const Checklist& checklist, const CheckItem& item, const Catalog& words);
std::string scale_name(const Checklist& checklist, const Catalog& words);

// Whether an item has chosen a scale itself.
inline bool chooses_scale(const CheckItem& item) { return item.scale != Scale::inherited || !item.own_scale.empty(); }

// The menu of scales, of an item or with an empty id of the list: opens at a point; is drawn while it is open.
void open_scale_menu(const ItemDrawing& drawing, const std::string& item, ImVec2 at);
void draw_scale_menu(const ItemDrawing& drawing);

}  // namespace canvasbook
