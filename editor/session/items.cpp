// The actions of a session on the items of the shown section: responses, replacements, lines, check items, rows.
#include <algorithm>

#include "editor/session/session.h"
#include "model/item_text.h"
#include "model/kinds/item_lists.h"
#include "model/kinds/sheet_cells.h"
#include "model/module_uses.h"
#include "model/move_cues.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

// The offered value that a text names in other capitals; where it names none, the text.
std::string as_offered(const std::vector<std::string>& choices, const std::string& typed) {
  if (std::ranges::find(choices, typed) != choices.end()) return typed;
  const auto offered = std::ranges::find(choices, to_search_form(trim(typed)), to_search_form);
  return offered == choices.end() ? typed : *offered;
}

// One place up or down; an item of a check list goes over into the next group, unless groups are moved.
Content moved_items(const Content& content, const ItemIds& items, int step) {
  const auto* checklist = std::get_if<Checklist>(&content);
  const auto is_moved = [&](const CheckGroup& group) { return items.contains(group.id); };
  if (checklist == nullptr || std::ranges::any_of(checklist->groups, is_moved)) return move_items(content, items, step);
  CarriedChecks over = carry_over_groups(*checklist, items, step);
  ItemIds others = items;
  for (const std::string& item : over.carried) others.erase(item);
  return move_items(std::move(over.checklist), others, step);
}

// The workbook with another content of a section; dialogues keep the words that they say of it.
Workbook with_content(const Workbook& workbook, const std::string& section, Content content) {
  return keep_said_words(workbook, set_content(workbook, section, std::move(content)), section);
}

}  // namespace

bool Session::has_items() const { return section() != nullptr && holds_items(section()->content); }

void Session::record_content(Content content, const char* name_key, const std::string& item,
                             const std::string& merge_key) {
  const Section* shown = section();
  if (shown == nullptr) return;
  const std::string id = shown->id;
  record(with_content(workbook(), id, std::move(content)), name_key, item, merge_key);
}

void Session::begin_field(const FieldPlace& place) {
  if (!has_items()) return;
  end_writing_for(place);
  const std::string* text = find_field(section()->content, place);
  if (text == nullptr) return;
  point_at(place);
  begin(Editing::field, place.item, *text);
}

void Session::point_at(const FieldPlace& place) {
  end_writing_for(place);
  view_.field = view_.anchor_field = place.field;
  view_.cursor = view_.anchor = place.item;
  view_.item_to_show = place.item.empty() ? place.field : place.item;  // a field of the content is shown too
  show_row(place.item);
  view_.selected = {place.item};
}

void Session::select_item(const std::string& item, bool add_to_selection) {
  end_writing();
  if (!add_to_selection) view_.selected.clear();
  if (!view_.selected.insert(item).second) view_.selected.erase(item);
  if (view_.cursor != item) view_.field.clear();
  view_.anchor_field = view_.field;
  view_.cursor = view_.anchor = view_.item_to_show = item;
  show_row(item);
}

void Session::extend_item_selection(const FieldPlace& place) {
  const std::string& item = place.item;
  if (!has_items()) return;
  end_writing();
  const std::vector<std::string> order = items_as_shown();
  const auto from = std::ranges::find(order, view_.anchor);
  const auto to = std::ranges::find(order, item);
  if (from == order.end() || to == order.end()) return select_item(item, false);
  const auto [first, last] = std::minmax(from, to);
  view_.selected = ItemIds(first, last + 1);
  view_.cursor = view_.item_to_show = item;
  if (!view_.field.empty() && !place.field.empty()) view_.field = place.field;  // whole rows stay whole
}

void Session::extend_cells(const FieldPlace& place) {
  const std::string from = view_.anchor_field;
  extend_item_selection(place);
  view_.field = place.field;
  view_.anchor_field = from;
}

void Session::select_all_items() {
  if (!has_items()) return;
  end_writing();
  const std::vector<std::string> order = items_as_shown();
  view_.selected = ItemIds(order.begin(), order.end());
  view_.anchor_field.clear();
}

void Session::add_item(const std::string& after) {
  if (!has_items()) return;
  end_writing();
  ItemEdit edit;
  if (!after.empty()) edit = add_item_after(section()->content, after, ids_);
  if (!edit.added.empty()) return write_in_new(std::move(edit));
  const auto* checklist = content_as<Checklist>();
  if (checklist == nullptr) return write_in_new(add_last_item(section()->content, ids_));
  // What one checks is written down first; a list without groups gets one, which can be named later.
  if (!checklist->groups.empty()) return add_inner_item(std::string(checklist->groups.back().id));
  edit = add_last_item(*checklist, ids_);
  const std::string item = edit.added.back();
  write_in_new(std::move(edit), item);
}

void Session::write_in_new(ItemEdit edit, std::string written) {
  if (edit.added.empty()) return;
  const std::string added = edit.added.front();
  if (written.empty()) written = added;
  const Workbook before = workbook();
  record_content(std::move(edit.content), "step.add_item", added);
  keep_in_mind(added, before);
  begin_field({written, first_field(section()->content, written)});
}

void Session::add_inner_item(const std::string& inside) {
  if (!has_items()) return;
  end_writing();
  write_in_new(add_item_inside(section()->content, inside, ids_));
}

std::optional<CellRange> Session::selected_cells() const {
  const auto* sheet = content_as<Sheet>();
  if (sheet == nullptr || view_.field.empty() || view_.anchor_field.empty()) return std::nullopt;
  auto cells = cells_between(*sheet, shown_rows(), view_.anchor, view_.anchor_field, view_.cursor, view_.field);
  // Rows that were chosen one by one are no block of cells.
  if (!cells || view_.selected.size() > cells->rows.size()) return std::nullopt;
  return cells;
}

void Session::keep_by_type() {
  const auto* sheet = content_as<Sheet>();
  if (sheet == nullptr) return;
  const SheetColumn* column = find_item(sheet->columns, view_.field);
  const SheetRow* row = column == nullptr ? nullptr : find_item(sheet->rows, view_.edited);
  if (row == nullptr) return;
  const std::string& typed = cell_text(*row, *column);
  std::string kept = column->type == ColumnType::choice ? as_offered(column->choices, typed)
                                                        : kept_cell(column->type, typed, world_.today);
  if (kept == typed) return;
  record_content(set_cell(*sheet, row->id, column->id, std::move(kept)), "step.cell", view_.edited,
                 "field/" + view_.edited + "/" + view_.field);
}

void Session::remove_items() {
  if (!has_items() || view_.selected.empty() || leave_blank()) return;
  if (const auto cells = selected_cells()) {  // as in a spreadsheet: they are emptied, rows chosen as a whole go
    return record_content(clear_cells(std::get<Sheet>(section()->content), *cells), "step.clear_cell", view_.cursor);
  }
  const std::vector<std::string> order = items_as_shown();
  if (std::ranges::none_of(order, [&](const std::string& id) { return view_.selected.contains(id); })) return;
  const std::string id = section()->id;
  Workbook after = with_content(workbook(), id, canvasbook::remove_items(section()->content, view_.selected));
  record(without_emptied_gaps(std::move(after), id), "step.remove_items", id);
  if (section() == nullptr || section()->id != id) return view_.selected.clear();  // gaps that are all gone
  // The cursor goes to what stands behind, or else before.
  const std::vector<std::string> left = items_as_shown();
  const auto first = std::ranges::find_if(order, [&](const std::string& id) { return view_.selected.contains(id); });
  const auto place = static_cast<size_t>(first - order.begin());
  view_.selected.clear();
  if (!left.empty()) select_item(left[std::min(place, left.size() - 1)], false);
}

void Session::duplicate_items() {
  if (!has_items() || view_.selected.empty()) return;
  pause_writing();
  ItemEdit edit = canvasbook::duplicate_items(section()->content, view_.selected, ids_);
  if (edit.added.empty()) return;
  const std::vector<std::string> added = edit.added;
  record_content(std::move(edit.content), "step.duplicate_items", added.front());
  view_.selected = ItemIds(added.begin(), added.end());
  view_.cursor = view_.anchor = view_.item_to_show = added.front();
  view_.anchor_field = view_.field;
  show_row(added.front());
}

std::string Session::copy_items() {
  if (!has_items()) return {};
  Content content = section()->content;
  auto* sheet = std::get_if<Sheet>(&content);
  if (sheet != nullptr) *sheet = with_touchpoint_names(std::move(*sheet), *touchpoint_names());
  if (const auto cells = selected_cells()) return write_cells(texts_of(*sheet, *cells));
  copied_from_ = document()->sections[view_.section];
  copied_ids_ = view_.selected;
  return copied_items_ = write_cells(cells_of_items(content, view_.selected));
}

bool Session::can_move_items(int step) const {
  if (!has_items() || view_.selected.empty() || sheet_view() != nullptr) return false;
  return moved_items(section()->content, view_.selected, step) != section()->content;
}

void Session::move_items(int step) {
  if (!has_items() || view_.selected.empty() || sheet_view() != nullptr) return;
  pause_writing();
  record_content(moved_items(section()->content, view_.selected, step), "step.move_items", view_.cursor);
  view_.item_to_show = view_.cursor;
}

void Session::move_items_to(const std::string& item, Side side) {
  if (!has_items() || view_.selected.empty() || sheet_view() != nullptr) return;
  pause_writing();
  record_content(canvasbook::move_items_to(section()->content, view_.selected, item, side), "step.move_items",
                 view_.cursor);
}

}  // namespace canvasbook
