// What the command palette finds: commands and places of the workbook by any words of their names, in both languages.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace canvasbook {

class App;

struct PaletteEntry {
  std::string key;       // of its part in the window
  std::string name;      // as shown
  std::string note;      // what kind of place it is, or the command's menu
  std::string shortcut;  // may be empty
  char32_t icon = 0;
  bool enabled = true;
  std::string searched;  // all that is looked through, in the form of to_loose_search_form()
  std::function<void(App&)> run;
  std::string other_name = {};  // in the other language, in the same form
};

// An entry of a list to choose from: it is found by its name and, behind that, by its note.
PaletteEntry make_choice(std::string key, std::string name, std::string note, char32_t icon,
                         std::function<void(App&)> run);

// All entries: the commands, the documents and sections of the open workbook, and the templates.
std::vector<PaletteEntry> palette_entries(const App& app);

// Indices of the entries that hold every word of `query`: those whose name begins with it first, and of these those
// that are possible now, then those with words in their name that begin so, then those with all of it in their name;
// all for an empty one.
std::vector<size_t> matching_entries(const std::vector<PaletteEntry>& entries, std::string_view query);

}  // namespace canvasbook
