// The keys of a call that are no commands, for the list of all shortcuts.
#pragma once

#include "editor/frame/command_table.h"

namespace canvasbook {

inline constexpr NamedShortcut call_shortcuts[] = {
    {"call.key.answer", {Key::digit_1, plain}}, {"call.key.cue", {Key::enter, plain}},
    {"call.back", {Key::left, plain}},          {"call.gap", {Key::g, control}},
    {"call.key.values", {Key::tab, plain}},     {"call.key.sight", {Key::page_down, control}},
};

}  // namespace canvasbook
