// The actions of a session on the items of the shown section: responses, replacements, lines, check items, rows.
#include <algorithm>

#include "editor/session/session.h"
#include "model/item_text.h"
#include "model/kinds/item_lists.h"
#include "model/kinds/sheet_cells.h"

namespace canvasbook {

bool Session::has_items() const { return section() != nullptr && board() == nullptr && prose() == nullptr; }

void Session::record_content(Content content, const char* name_key, const std::string& item,
                             const std::string& merge_key) {
  const Section* shown = section();
  if (shown == nullptr) return;
  record(set_content(workbook(), shown->id, std::move(content)), name_key, item, merge_key);
}

void Session::begin_field(const FieldPlace& place) {
  if (!has_items()) return;
  end_writing_for(place.item);
  const std::string* text = find_field(section()->content, place);
  if (text == nullptr) return;
  point_at(place);
  begin(Editing::field, place.item, *text);
}

void Session::point_at(const FieldPlace& place) {
  end_writing_for(place.item);
  view.field = place.field;
  view.cursor = view.anchor = place.item;
  view.item_to_show = place.item.empty() ? place.field : place.item;  // a field of the content is shown too
  view.selected = {place.item};
}

void Session::select_item(const std::string& item, bool add_to_selection) {
  end_writing();
  if (!add_to_selection) view.selected.clear();
  if (!view.selected.insert(item).second) view.selected.erase(item);
  if (view.cursor != item) view.field.clear();
  view.cursor = view.anchor = view.item_to_show = item;
}

void Session::extend_item_selection(const std::string& item) {
  if (!has_items()) return;
  end_writing();
  const std::vector<std::string> order = items_in_order(section()->content);
  const auto from = std::ranges::find(order, view.anchor);
  const auto to = std::ranges::find(order, item);
  if (from == order.end() || to == order.end()) return select_item(item, false);
  const auto [first, last] = std::minmax(from, to);
  view.selected = ItemIds(first, last + 1);
  view.cursor = view.item_to_show = item;
}

void Session::select_all_items() {
  if (!has_items()) return;
  end_writing();
  const std::vector<std::string> order = items_in_order(section()->content);
  view.selected = ItemIds(order.begin(), order.end());
}

void Session::add_item(const std::string& after) {
  if (!has_items()) return;
  end_writing();
  const Content& content = section()->content;
  ItemEdit edit = after.empty() ? add_last_item(content, ids_) : add_item_after(content, after, ids_);
  if (edit.added.empty()) edit = add_last_item(content, ids_);
  write_in_new(std::move(edit));
}

void Session::write_in_new(ItemEdit edit) {
  if (edit.added.empty()) return;
  const std::string added = edit.added.front();
  const Workbook before = workbook();
  record_content(std::move(edit.content), "step.add_item", added);
  keep_in_mind(added, before);
  begin_field({added, first_field(section()->content, added)});
}

void Session::add_inner_item(const std::string& inside) {
  if (!has_items()) return;
  end_writing();
  write_in_new(add_item_inside(section()->content, inside, ids_));
}

bool Session::at_cell() const {
  if (!has_items() || view.selected.size() > 1) return false;
  const auto* sheet = std::get_if<Sheet>(&section()->content);
  return sheet != nullptr && find_item(sheet->columns, view.field) != nullptr &&
         find_item(sheet->rows, view.cursor) != nullptr;
}

void Session::keep_by_type() {
  const Section* shown = section();
  const auto* sheet = shown == nullptr ? nullptr : std::get_if<Sheet>(&shown->content);
  if (sheet == nullptr) return;
  const SheetColumn* column = find_item(sheet->columns, view.field);
  const SheetRow* row = column == nullptr ? nullptr : find_item(sheet->rows, view.edited);
  if (row == nullptr) return;
  const std::string& typed = cell_text(*row, *column);
  std::string kept = kept_cell(column->type, typed);
  if (kept == typed) return;
  record_content(set_cell(*sheet, row->id, column->id, std::move(kept)), "step.cell", view.edited,
                 "field/" + view.edited + "/" + view.field);
}

void Session::remove_items() {
  if (!has_items() || view.selected.empty() || leave_blank()) return;
  if (at_cell()) {  // as in a spreadsheet: the cell is emptied, a row that is chosen as a whole goes
    return record_content(set_cell(std::get<Sheet>(section()->content), view.cursor, view.field, {}), "step.clear_cell",
                          view.cursor);
  }
  const std::vector<std::string> order = items_in_order(section()->content);
  if (std::ranges::none_of(order, [&](const std::string& id) { return view.selected.contains(id); })) return;
  record_content(canvasbook::remove_items(section()->content, view.selected), "step.remove_items", section()->id);
  // The cursor goes to what stands behind, or else before.
  const std::vector<std::string> left = items_in_order(section()->content);
  const auto first = std::ranges::find_if(order, [&](const std::string& id) { return view.selected.contains(id); });
  const auto place = static_cast<size_t>(first - order.begin());
  view.selected.clear();
  if (!left.empty()) select_item(left[std::min(place, left.size() - 1)], false);
}

void Session::duplicate_items() {
  if (!has_items() || view.selected.empty()) return;
  pause_writing();
  ItemEdit edit = canvasbook::duplicate_items(section()->content, view.selected, ids_);
  if (edit.added.empty()) return;
  const std::vector<std::string> added = edit.added;
  record_content(std::move(edit.content), "step.duplicate_items", added.front());
  view.selected = ItemIds(added.begin(), added.end());
}

std::string Session::copy_items() {
  if (!has_items()) return {};
  Content content = section()->content;
  auto* sheet = std::get_if<Sheet>(&content);
  if (sheet != nullptr) *sheet = with_touchpoint_names(std::move(*sheet), *touchpoint_names());
  if (at_cell()) {
    return write_cells({{cell_text(*find_item(sheet->rows, view.cursor), *find_item(sheet->columns, view.field))}});
  }
  return write_cells(cells_of_items(content, view.selected));
}

size_t Session::paste_items(const std::string& text) {
  if (!has_items()) return 0;
  end_writing();
  const auto* sheet = std::get_if<Sheet>(&section()->content);
  if (sheet != nullptr && at_cell()) {
    SheetEdit edit = fill_cells(*sheet, view.cursor, view.field, read_block(text), ids_);
    record_content(with_touchpoint_links(std::move(edit.sheet), touchpoints()), "step.paste_items", view.cursor);
    return edit.left_out;
  }
  const CellRows rows = read_cells(text);
  if (rows.empty()) return 0;
  if (sheet != nullptr) {
    SheetEdit edit = insert_rows(*sheet, view.cursor, rows, ids_);
    record_pasted(with_touchpoint_links(std::move(edit.sheet), touchpoints()), edit.added);
    return edit.left_out;
  }
  ItemEdit edit = add_items_of_cells(section()->content, view.cursor, rows, ids_);
  record_pasted(std::move(edit.content), edit.added);
  return 0;
}

void Session::record_pasted(Content content, const std::vector<std::string>& added) {
  if (added.empty()) return;
  record_content(std::move(content), "step.paste_items", added.front());
  select_item(added.front(), false);
  view.selected = ItemIds(added.begin(), added.end());
}

void Session::move_items(int step) {
  if (!has_items() || view.selected.empty()) return;
  pause_writing();
  record_content(canvasbook::move_items(section()->content, view.selected, step), "step.move_items", view.cursor);
  view.item_to_show = view.cursor;
}

void Session::move_items_to(const std::string& item, Side side) {
  if (!has_items() || view.selected.empty()) return;
  pause_writing();
  record_content(canvasbook::move_items_to(section()->content, view.selected, item, side), "step.move_items",
                 view.cursor);
}

}  // namespace canvasbook
