// The keys of registers that are no commands, for the list of all shortcuts.
#pragma once

#include "editor/frame/command_table.h"

namespace canvasbook {

inline constexpr NamedShortcut register_shortcuts[] = {
    {"registers.key.lead", {Key::enter, control}},
    {"registers.key.unfold", {Key::space, {}}},
};

}  // namespace canvasbook
