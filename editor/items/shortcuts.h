// The keys of dialogues, check lists and sheets that are no commands, for the list of all shortcuts.
#pragma once

#include "editor/frame/command_table.h"

namespace canvasbook {

inline constexpr NamedShortcut item_shortcuts[] = {
    {"items.key.speaker", {Key::r, control_shift}}, {"items.key.heavier", {Key::up, control}},
    {"items.key.lighter", {Key::down, control}},    {"items.key.critical", {Key::c, control_shift}},
    {"items.key.scale", {Key::l, control_shift}},   {"items.key.toggle", {Key::space, {}}},
    {"items.key.row", {Key::space, shift}},         {"items.key.column", {Key::m, control_shift}},
};

}  // namespace canvasbook
