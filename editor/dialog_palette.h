// The command palette: type some letters of a name, choose by arrows and Enter.
#pragma once

#include <memory>

#include "editor/dialog.h"

namespace canvasbook {

std::unique_ptr<Dialog> make_palette(App& app);

// The list of all shortcuts.
std::unique_ptr<Dialog> make_shortcut_list();

}  // namespace canvasbook
