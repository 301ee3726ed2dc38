// The keys of visits that are no commands, for the list of all shortcuts.
#pragma once

#include "editor/frame/command_table.h"

namespace canvasbook {

inline constexpr NamedShortcut visit_shortcuts[] = {
    {"visits.key.mark", {Key::digit_1, plain}},  {"visits.key.not_applicable", {Key::digit_0, plain}},
    {"visits.key.comment", {Key::tab, plain}},   {"visits.key.next", {Key::enter, plain}},
    {"visits.key.back", {Key::left, alternate}},
};

}  // namespace canvasbook
