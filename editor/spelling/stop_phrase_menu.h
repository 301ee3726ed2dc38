// The menu of a STOP phrase: why it is not to be said, what to say instead, to allow it here, the next one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "editor/frame/popup_menu.h"

namespace canvasbook {

// For the phrase of this id in the text that is written, where it is selected. No rows where the list has it no more.
std::vector<MenuRow> stop_phrase_rows(App& app, std::string_view phrase);

// Does what the row of this key says.
void choose_stop_phrase_row(App& app, std::string_view phrase, std::string_view key);

}  // namespace canvasbook
