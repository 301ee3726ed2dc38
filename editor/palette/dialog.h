// The command palette: type some letters of a name, choose by arrows and Enter.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "editor/frame/dialog.h"
#include "editor/palette/entries.h"

namespace canvasbook {

std::unique_ptr<Dialog> make_palette(App& app);

// The same for any entries; the catalog key is that of what stands in the empty field. Entries with a box for their
// icon can be ticked one after the other: the list then has a button that ends it. `chosen`: the entry that Enter runs
// as long as nothing is typed. `title` stands above the field.
std::unique_ptr<Dialog> make_choice_list(std::vector<PaletteEntry> entries, const char* placeholder_key,
                                         size_t chosen = 0, const std::string& title = {});

// The list of all shortcuts.
std::unique_ptr<Dialog> make_shortcut_list();

}  // namespace canvasbook
