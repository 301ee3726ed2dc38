// The list of a folder in our own file dialog: rows of name, size and date, the order they stand in, and the row that
// the keyboard is at.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "editor/dialogs/file_browser.h"
#include "editor/frame/dialog_fields.h"

namespace canvasbook {

class BrowserList {
 public:
  enum class Order { name, size, modified };

  // Shows what a folder holds, in the order of its names; `selected` is a name, or empty for none.
  void show(std::vector<FolderEntry> entries, const std::string& selected);

  const FolderEntry* selected() const;  // nullptr where none is
  void select_first();
  bool shows_selected() const { return shows_selected_; }  // none of it was scrolled out of view
  void bring_selected_into_view() { brings_into_view_ = true; }
  bool is_empty() const { return rows_.empty(); }

  struct Result {
    bool selected = false;  // another row than before
    bool opened = false;    // the selected one, by Enter where it is in view, or a double click
  };

  // Draws a header and the rows that are seen. Arrows, Page keys and letters move while the focus is at `key`.
  Result draw(App& app, DialogFocus& focus, const std::string& key, ImVec2 size, std::string_view when_empty);

 private:
  struct Columns {
    float size_at = 0;  // right end of the sizes, from the left of the list
    float date_at = 0;
  };

  void draw_header(App& app, const Columns& columns, float width);
  void draw_row(App& app, size_t row, const Columns& columns, float width, bool ring, Result& result);
  void arrange();
  void take_keys(App& app, int rows_seen, Result& result);
  void jump_to_letters(App& app, Result& result);
  void select(size_t row);

  std::vector<FolderEntry> entries_;
  std::vector<size_t> rows_;  // indices of the entries as they are shown
  Order order_ = Order::name;
  bool is_reversed_ = false;
  std::optional<size_t> row_;
  bool brings_into_view_ = false;
  bool shows_selected_ = false;
  std::string letters_;  // typed to jump to a name
  double letters_at_ = 0;
};

}  // namespace canvasbook
