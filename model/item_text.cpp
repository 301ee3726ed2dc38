#include "model/item_text.h"

#include <algorithm>

#include "model/id_index.h"
#include "model/item_lists.h"

namespace canvasbook {

namespace {

void add_rows(const Responses& content, const ItemIds& items, CellRows& rows) {
  for (const Response& response : content.responses) {
    const bool whole = items.contains(response.id);
    if (whole) rows.push_back({response.cue});
    for (const Answer& answer : response.answers) {
      if (whole) {
        rows.back().push_back(answer.text);
      } else if (items.contains(answer.id)) {
        rows.push_back({answer.text});
      }
    }
  }
}

void add_rows(const Replacements& content, const ItemIds& items, CellRows& rows) {
  for (const Replacement& one : content.replacements) {
    if (items.contains(one.id)) rows.push_back({one.phrase, one.replacement, one.reason});
  }
}

void add_rows(const Dialogue& content, const ItemIds& items, CellRows& rows) {
  const IdIndex speakers(content.speakers);
  for (const DialogueLine& line : content.lines) {
    if (!items.contains(line.id)) continue;
    const Speaker* speaker = speakers.find(line.speaker);
    rows.push_back({speaker == nullptr ? std::string() : speaker->title, line.text});
  }
}

void add_rows(const Checklist& content, const ItemIds& items, CellRows& rows) {
  for (const CheckGroup& group : content.groups) {
    const bool whole = items.contains(group.id);
    if (whole) rows.push_back({group.title});
    for (const CheckItem& item : group.items) {
      if (whole || items.contains(item.id)) rows.push_back({item.text, item.requirement});
    }
  }
}

void add_rows(const Sheet& content, const ItemIds& items, CellRows& rows) {
  for (const SheetRow& row : content.rows) {
    if (!items.contains(row.id)) continue;
    rows.emplace_back();
    for (const SheetColumn& column : content.columns) rows.back().push_back(cell_text(row, column));
  }
}

// What the cells of a row become in a new item.
void fill(Content& content, const std::string& item, const std::vector<std::string>& cells, IdSource& fresh) {
  if (auto* responses = std::get_if<Responses>(&content)) {
    const auto response = place_in(responses->responses, item);
    if (response != responses->responses.end()) {
      response->cue = cells.front();
      response->answers.clear();
      for (size_t i = 1; i < cells.size(); ++i) response->answers.push_back({fresh.next(), cells[i], {}});
      return;
    }
  }
  if (auto* dialogue = std::get_if<Dialogue>(&content)) {
    const auto line = place_in(dialogue->lines, item);
    const auto speaker = std::ranges::find(dialogue->speakers, cells.front(), &Speaker::title);
    const bool named = cells.size() > 1 && speaker != dialogue->speakers.end();
    if (line == dialogue->lines.end()) return;
    if (named) line->speaker = speaker->id;
    line->text = cells[named ? 1 : 0];
    return;
  }
  std::vector<std::string> fields{"text", "requirement"};
  if (std::holds_alternative<Replacements>(content)) fields = {"phrase", "replacement", "reason"};
  if (const auto* checklist = std::get_if<Checklist>(&content)) {
    if (find_item(checklist->groups, item) != nullptr) fields = {"title"};
  }
  if (const auto* sheet = std::get_if<Sheet>(&content)) {
    fields.clear();
    for (const SheetColumn& column : sheet->columns) fields.push_back(column.id);
  }
  for (size_t i = 0; i < std::min(fields.size(), cells.size()); ++i) {
    content = set_field(std::move(content), {item, fields[i]}, cells[i]);
  }
}

}  // namespace

CellRows cells_of_items(const Content& content, const ItemIds& items) {
  CellRows rows;
  std::visit(
      [&](const auto& kind) {
        if constexpr (DescribedKind<std::remove_cvref_t<decltype(kind)>>) add_rows(kind, items, rows);
      },
      content);
  return rows;
}

ItemEdit add_items_of_cells(Content content, std::string_view after, const CellRows& rows, IdSource& fresh) {
  ItemEdit all{std::move(content), {}};
  std::string behind(after);
  for (const std::vector<std::string>& cells : rows) {
    if (cells.empty()) continue;
    ItemEdit one =
        behind.empty() ? ItemEdit{std::move(all.content), {}} : add_item_after(std::move(all.content), behind, fresh);
    if (one.added.empty()) one = add_last_item(std::move(one.content), fresh);
    if (one.added.empty()) return {std::move(one.content), std::move(all.added)};
    behind = one.added.front();
    fill(one.content, behind, cells, fresh);
    all.content = std::move(one.content);
    all.added.push_back(behind);
  }
  return all;
}

}  // namespace canvasbook
