// What of a session is before the eyes.
#include "editor/session/session.h"

namespace canvasbook {

void Session::choose_block(const std::string& block) {
  deselect();
  view_.block = block;
}

void Session::deselect() {
  view_.selected.clear();
  view_.cursor.clear();
  view_.field.clear();
  view_.anchor.clear();
  view_.anchor_field.clear();
}

void Session::set_cursor(const std::string& item) { view_.cursor = item; }

void Session::point_at_all_of_item() { view_.field.clear(); }

void Session::point_at_entry(const std::string& id) { view_.cursor = view_.item_to_show = id; }

void Session::dim_for(const std::string& segment) { view_.dimmed_for = segment; }

}  // namespace canvasbook
