// The keys of check lists and sheets that are no commands, for the list of all shortcuts.
#pragma once

#include "editor/frame/command_table.h"

namespace canvasbook {

inline constexpr NamedShortcut item_shortcuts[] = {
    {"items.key.heavier", {Key::up, {true, false, false}}},
    {"items.key.lighter", {Key::down, {true, false, false}}},
    {"items.key.critical", {Key::c, {true, true, false}}},
    {"items.key.scale", {Key::l, {true, true, false}}},
    {"items.key.toggle", {Key::space, {}}},
    {"items.key.row", {Key::space, {false, true, false}}},
    {"items.key.column", {Key::m, {true, true, false}}},
};

}  // namespace canvasbook
