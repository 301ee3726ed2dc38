// The command palette: type some letters of a name, choose by arrows and Enter.
#pragma once

#include <memory>
#include <vector>

#include "editor/frame/dialog.h"
#include "editor/palette/entries.h"

namespace canvasbook {

std::unique_ptr<Dialog> make_palette(App& app);

// The same for any entries; the catalog key is that of what stands in the empty field.
std::unique_ptr<Dialog> make_choice_list(std::vector<PaletteEntry> entries, const char* placeholder_key);

// The list of all shortcuts.
std::unique_ptr<Dialog> make_shortcut_list();

}  // namespace canvasbook
