// What was just made and then left without a word goes again, whatever it is: a note, an item, a column of
// a sheet, an entry of a register.
#include <algorithm>
#include <utility>

#include "editor/session/session.h"

namespace canvasbook {

void Session::keep_in_mind(std::string made, const Workbook& before) {
  just_made_ = JustMade{std::move(made), before, workbook(), history_.depth(), view_};
}

bool Session::has_blank() const {
  return just_made_ && history_.depth() == just_made_->depth && workbook() == just_made_->with;
}

bool Session::is_in_just_made(const std::string& item) const {
  if (!just_made_ || item.empty()) return false;
  if (item == just_made_->id) return true;
  if (!has_items()) return false;
  // A new response comes with an answer, a new group with an item.
  const std::vector<std::string> order = items_in_order(section()->content);
  const auto made = std::ranges::find(order, just_made_->id);
  if (made == order.end() || std::ranges::find(made, order.end(), item) == order.end()) return false;
  const std::vector<std::string> rest = items_in_order(canvasbook::remove_items(section()->content, {just_made_->id}));
  return std::ranges::find(rest, item) == rest.end();
}

bool Session::drop_just_made() {
  // While it can come back by undo or redo it is kept in mind.
  const bool is_there = just_made_ && workbook() == just_made_->with && (has_blank() || !can_redo());
  if (!is_there && can_redo()) return false;
  const std::optional<JustMade> made = std::exchange(just_made_, std::nullopt);
  if (!is_there) return false;
  if (can_redo()) {  // what was written in it can still be done again
    history_.undo();
    just_made_ = made;
  } else if (history_.depth() == made->depth) {
    history_.withdraw();
  } else {  // something was written and deleted again: the way back to it stays
    history_.record(made->before, {"step.remove_items", {}, section_behind()->id, section_behind()->id, {}});
  }
  view_.selected = made->left.selected;
  view_.cursor = made->left.cursor;
  view_.field = made->left.field;
  view_.anchor = made->left.anchor;
  view_.anchor_field = made->left.anchor_field;
  view_.item_to_show.clear();
  return true;
}

}  // namespace canvasbook
