// Pasting into the shown section of items: rows of cells, as spreadsheets put them on the clipboard, or items that were
// copied here.
#include <algorithm>
#include <span>

#include "editor/session/session.h"
#include "model/item_text.h"
#include "model/item_text_pasted.h"
#include "model/kinds/checklist_cells.h"
#include "model/kinds/item_lists.h"
#include "model/kinds/sheet_cells.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

// How many of the items stand in none of the others: a response counts, not its answers.
size_t count_outermost(Content content, const ItemIds& items) {
  size_t count = 0;
  const auto is_counted = [&](const auto& item) { return items.contains(item.id); };
  std::visit(
      [&](auto& kind) {
        if constexpr (DescribedKind<std::remove_reference_t<decltype(kind)>>) {
          for (auto& outer : main_list(kind)) {
            if (is_counted(outer)) {
              ++count;
            } else if constexpr (requires { items_of(outer); }) {
              count += static_cast<size_t>(std::ranges::count_if(items_of(outer), is_counted));
            }
          }
        }
      },
      content);
  return count == 0 ? items.size() : count;  // lines of a form stand in no such list
}

// How many cells of a row become texts of an item that is put behind another one; see add_items_of_cells.
size_t taken_cells(const Content& content, const std::vector<std::string>& cells) {
  if (std::holds_alternative<Replacements>(content)) return 3;
  return std::holds_alternative<Checklist>(content) ? 1 : cells.size();  // names of groups
}

// Rows of cells that were not copied here as items of this content take them, behind an item; whoever speaks there and
// is not in the dialogue yet comes.
CellRows rows_for(Content& content, const std::string& after, const CellRows& rows, IdSource& fresh) {
  if (auto* dialogue = std::get_if<Dialogue>(&content)) return with_speakers(*dialogue, rows, fresh);
  const auto* responses = std::get_if<Responses>(&content);
  const bool at_answer = responses != nullptr && !after.empty() && find_item(responses->responses, after) == nullptr;
  return responses == nullptr || at_answer ? without_list_marks(rows) : with_answers_below(rows);
}

// Behind which item pasted ones come: the last of several that are selected, or what holds it and is selected too; of
// one or none the cursor. In a check list the lines to fill in and the items are lists of their own.
std::string last_selected(const Content& content, const std::vector<std::string>& order, const ItemIds& selected,
                          const std::string& cursor) {
  if (selected.size() < 2 || !selected.contains(cursor)) return cursor;
  const auto* checklist = std::get_if<Checklist>(&content);
  const auto list_of = [&](const std::string& id) {
    if (checklist == nullptr) return 0;
    if (find_item(checklist->head, id) != nullptr) return 1;
    return find_item(checklist->signatures, id) != nullptr ? 2 : 0;
  };
  std::string last = cursor;
  for (const std::string& id : order) {
    if (selected.contains(id) && list_of(id) == list_of(cursor)) last = id;
  }
  if (const auto* responses = std::get_if<Responses>(&content)) {
    for (const Response& response : responses->responses) {
      if (selected.contains(response.id) && find_item(response.answers, last) != nullptr) return response.id;
    }
  }
  return last;
}

// The written cells of rows beyond those of which taken(row) tells how many they are.
template <class Taken>
size_t count_left_out(const CellRows& rows, Taken taken) {
  size_t count = 0;
  for (const std::vector<std::string>& cells : rows) {
    for (size_t i = cells.empty() ? 0 : taken(cells); i < cells.size(); ++i) count += trim(cells[i]).empty() ? 0 : 1;
  }
  return count;
}

// Names at a group that says something are further groups; whatever else comes into a check list is items.
bool are_names_of_groups(const Checklist& checklist, const std::string& at, const CellRows& rows) {
  const CheckGroup* group = find_item(checklist.groups, at);
  return group != nullptr && !trim(group->title).empty() &&
         std::ranges::all_of(rows, [](const auto& cells) { return cells.size() == 1; });
}

// Copies behind an item; a check list without groups gets one for items that come without theirs.
ItemEdit insert_copies_or_first(const Content& content, std::string_view after, const Content& source,
                                const ItemIds& items, IdSource& fresh) {
  ItemEdit edit = insert_copies(content, after, source, items, fresh);
  const auto* checklist = std::get_if<Checklist>(&content);
  if (!edit.added.empty() || checklist == nullptr || !checklist->groups.empty()) return edit;
  Checklist with_group = *checklist;
  with_group.groups.emplace_back().id = fresh.next();
  return insert_copies(std::move(with_group), after, source, items, fresh);
}

}  // namespace

Session::Pasted Session::paste_items(const std::string& text) {
  if (!has_items()) return {};
  pause_writing();  // a row that was just made takes what is pasted
  if (at_cell()) return {paste_cells(read_block(text)), 0};
  CellRows rows = read_cells(text);
  if (rows.empty()) return {};
  const FieldPlace place{view_.cursor, view_.field};
  const bool is_copied_here = is_copy_of_items(text);
  const bool is_one_text = rows.size() == 1 && rows.front().size() == 1 && !is_copied_here;
  const bool at_text =
      !view_.field.empty() && view_.selected.size() == 1 && find_field(section()->content, place) != nullptr;
  if (at_text && is_one_text) {
    record_content(set_field(section()->content, place, rows.front().front()), "step.paste_items", place.item);
    return {};
  }
  const auto* replacements = content_as<Replacements>();
  if (replacements != nullptr && at_text && !is_copied_here) {
    const CellRows block = read_block(text);
    record_content(fill_replacements(*replacements, place, block, ids_).content, "step.paste_items", place.item);
    const std::vector<std::string> order = items_in_order(section()->content);
    const auto first = std::ranges::find(order, place.item);
    const auto room = static_cast<size_t>(order.end() - first);
    view_.selected = ItemIds(first, first + static_cast<std::ptrdiff_t>(std::min(block.size(), room)));
    view_.item_to_show = place.item;
    const size_t fields = place.field == "phrase" ? 3 : place.field == "replacement" ? 2 : 1;
    return {count_left_out(block, [&](const auto&) { return fields; }), block.size()};
  }
  // A line names a speaker and an answer, which may be gone by now: it is made anew from its words.
  const bool fits = copied_from_ && is_copied_here && (*copied_from_)->content.index() == section()->content.index() &&
                    !std::holds_alternative<Dialogue>(section()->content);
  std::string after = last_selected(section()->content, items_as_shown(), view_.selected, view_.cursor);
  if (const auto* checklist = content_as<Checklist>();
      checklist != nullptr && !fits && !are_names_of_groups(*checklist, after, rows)) {
    if (!is_copied_here) rows = without_list_marks(std::move(rows));
    ChecklistEdit edit = insert_check_items(*checklist, after, rows, ids_);  // what was just made gives way in it
    record_pasted(std::move(edit.checklist), edit.added);
    return {edit.left_out, edit.added.size()};
  }
  if (const auto* sheet = content_as<Sheet>()) {
    if (leave_blank()) after = view_.cursor;
    sheet = &std::get<Sheet>(section()->content);
    SheetEdit edit = insert_rows(*sheet, after, rows, ids_);
    record_pasted(with_touchpoint_links(std::move(edit.sheet), touchpoints()), edit.added);
    return {edit.left_out, edit.added.size()};
  }
  ItemEdit edit;
  if (fits) {
    if (leave_blank()) after = view_.cursor;
    edit = insert_copies_or_first(section()->content, after, (*copied_from_)->content, copied_ids_, ids_);
  }
  size_t left_out = 0;
  if (edit.added.empty()) {
    if (!is_in_just_made(after)) end_writing();
    Content content = section()->content;
    if (!is_copied_here || std::holds_alternative<Dialogue>(content)) rows = rows_for(content, after, rows, ids_);
    left_out = count_left_out(rows, [&](const auto& cells) { return taken_cells(content, cells); });
    const bool is_blank = just_made_ && after == just_made_->id && workbook() == just_made_->with;
    const auto add = is_blank || says_nothing(content, after) ? add_in_place_of : add_items_of_cells;
    edit = add(std::move(content), after, rows, ids_);
    end_writing();  // behind it: what was just made and gives way leaves no step
  }
  const size_t pasted = count_outermost(edit.content, ItemIds(edit.added.begin(), edit.added.end()));
  record_pasted(std::move(edit.content), edit.added);
  return {left_out, pasted};
}

// From the first of the selected cells on, one text into all of them; what was written is then selected.
size_t Session::paste_cells(CellRows block) {
  const CellRange cells = *selected_cells();
  const auto& before = std::get<Sheet>(section()->content);
  if (block.empty()) return 0;
  if (block.size() == 1 && block.front().size() == 1) {
    const std::string text = block.front().front();
    block.assign(cells.rows.size(), std::vector<std::string>(cells.last_column - cells.first_column + 1, text));
  }
  const std::vector<size_t> shown = shown_rows();
  const std::span<const size_t> rows(std::ranges::find(shown, cells.rows.front()), shown.end());
  const FieldPlace from{before.rows[rows.front()].id, before.columns[cells.first_column].id};
  SheetEdit edit = fill_cells(before, rows, cells.first_column, block, ids_);
  const std::string last = edit.added.empty() ? before.rows[rows[block.size() - 1]].id : edit.added.back();
  record_content(with_touchpoint_links(std::move(edit.sheet), touchpoints()), "step.paste_items", from.item);
  const auto& columns = std::get<Sheet>(section()->content).columns;
  const size_t widest = std::ranges::max_element(block, {}, &std::vector<std::string>::size)->size();
  point_at({last, columns[std::min(cells.first_column + std::max<size_t>(widest, 1), columns.size()) - 1].id});
  extend_cells(from);
  return edit.left_out;
}

void Session::record_pasted(Content content, const std::vector<std::string>& added) {
  if (added.empty()) return;
  record_content(std::move(content), "step.paste_items", added.front());
  select_item(added.front(), false);
  view_.selected = ItemIds(added.begin(), added.end());
}

}  // namespace canvasbook
