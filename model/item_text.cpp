#include "model/item_text.h"

#include <algorithm>

#include "model/base/id_index.h"
#include "model/kinds/checklist_cells.h"
#include "model/kinds/item_lists.h"
#include "model/kinds/sheet_formulas.h"
#include "model/text/text.h"

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
    if (items.contains(one.id)) rows.push_back({one.phrase, one.replacement, one.reason, one.hears});
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

void add_rows(const std::vector<FormLine>& lines, const ItemIds& items, CellRows& rows) {
  for (const FormLine& line : lines) {
    if (items.contains(line.id)) rows.push_back({line.title});
  }
}

void add_rows(const Checklist& content, const ItemIds& items, CellRows& rows) {
  add_rows(content.head, items, rows);
  for (const CheckGroup& group : content.groups) {
    const bool whole = items.contains(group.id);
    if (whole) rows.push_back({group.title});
    for (const CheckItem& item : group.items) {
      if (!whole && !items.contains(item.id)) continue;
      rows.push_back({item.text, item.requirement});
      if (item.evidence.empty()) continue;  // it is the fourth column, see checklist_cells.h
      rows.back().insert(rows.back().end(), {write_weight(item.weight), item.evidence});
    }
  }
  add_rows(content.signatures, items, rows);
}

void add_rows(const Sheet& content, const ItemIds& items, CellRows& rows) {
  for (const SheetRow& row : content.rows) {
    if (!items.contains(row.id)) continue;
    rows.emplace_back();
    for (const SheetColumn& column : content.columns) rows.back().push_back(shown_cell(content, row, column));
  }
}

const std::vector<std::string> replacement_fields{"phrase", "replacement", "reason", "hears"};

// Cells into fields of an item, one after another.
template <class Kind>
void fill_fields(Kind& content, const std::string& item, const std::vector<std::string>& fields,
                 const std::vector<std::string>& cells) {
  Content filled = std::move(content);
  for (size_t i = 0; i < std::min(fields.size(), cells.size()); ++i) {
    filled = set_field(std::move(filled), {item, fields[i]}, cells[i]);
  }
  content = std::get<Kind>(std::move(filled));
}

// The cells from one on as one text, each that is written a line: an item that has no field for them loses none.
std::string lines_of_cells(const std::vector<std::string>& cells, size_t from) {
  std::string text;
  for (size_t i = from; i < cells.size(); ++i) {
    if (i > from && trim(cells[i]).empty()) continue;
    if (!text.empty()) text += '\n';
    text += cells[i];
  }
  return text;
}

// What the cells of a row become in a new item.

void fill(Responses& content, const std::string& item, const std::vector<std::string>& cells, IdSource& fresh) {
  const auto response = place_in(content.responses, item);
  if (response == content.responses.end())
    return fill_fields(content, item, {"text"}, {lines_of_cells(cells, 0)});  // an answer
  response->cue = cells.front();
  response->answers.clear();
  for (size_t i = 1; i < cells.size(); ++i) response->answers.push_back({fresh.next(), cells[i], {}});
}

void fill(Replacements& content, const std::string& item, const std::vector<std::string>& cells, IdSource&) {
  fill_fields(content, item, replacement_fields, cells);
}

void fill(Dialogue& content, const std::string& item, const std::vector<std::string>& cells, IdSource&) {
  const auto line = place_in(content.lines, item);
  if (line == content.lines.end()) return;
  const auto speaker = std::ranges::find(content.speakers, cells.front(), &Speaker::title);
  const bool named = cells.size() > 1 && speaker != content.speakers.end();
  if (named) line->speaker = speaker->id;
  line->text = lines_of_cells(cells, named ? 1 : 0);
}

void fill(Checklist& content, const std::string& item, const std::vector<std::string>& cells, IdSource&) {
  const bool is_group = find_item(content.groups, item) != nullptr;
  fill_fields(content, item,
              is_group ? std::vector<std::string>{"title"} : std::vector<std::string>{"text", "requirement"}, cells);
}

void fill(Sheet& content, const std::string& item, const std::vector<std::string>& cells, IdSource&) {
  std::vector<std::string> fields;
  for (const SheetColumn& column : content.columns) fields.push_back(column.id);
  fill_fields(content, item, fields, cells);
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
    std::visit(
        [&](auto& kind) {
          if constexpr (DescribedKind<std::remove_cvref_t<decltype(kind)>>) fill(kind, behind, cells, fresh);
        },
        one.content);
    all.content = std::move(one.content);
    all.added.push_back(behind);
  }
  return all;
}

ItemEdit fill_replacements(Replacements content, const FieldPlace& from, const CellRows& block, IdSource& fresh) {
  ItemEdit edit;
  const auto field = std::ranges::find(replacement_fields, from.field);
  const std::vector<std::string> fields(field, replacement_fields.end());
  auto at = static_cast<size_t>(place_in(content.replacements, from.item) - content.replacements.begin());
  for (const std::vector<std::string>& cells : block) {
    if (at >= content.replacements.size()) {
      content.replacements.emplace_back().id = fresh.next();
      edit.added.push_back(content.replacements.back().id);
      at = content.replacements.size() - 1;
    }
    fill_fields(content, std::string(content.replacements[at++].id), fields, cells);
  }
  edit.content = std::move(content);
  return edit;
}

}  // namespace canvasbook
