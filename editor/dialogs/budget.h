// The dialogs that set how many pages the shown document, or the shown section, may take, and how many minutes the
// talk of a shown dialogue.
#pragma once

#include <memory>

#include "editor/frame/dialog.h"

namespace canvasbook {

// The app must have a shown document, or section, or one of the kind dialogue.
std::unique_ptr<Dialog> make_budget_dialog(App& app);
std::unique_ptr<Dialog> make_section_budget_dialog(App& app);
std::unique_ptr<Dialog> make_talk_length_dialog(App& app);

}  // namespace canvasbook
