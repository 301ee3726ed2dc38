// The wall sheet: what is not said, what the client hears in it, and what is said instead, from all STOP lists of a
// document.
#include <algorithm>

#include "export/compose/forms/composers.h"
#include "model/stop_phrases/spoken_texts.h"

namespace canvasbook {

namespace {

// The rows of a list: phrase, what the client hears, replacement. Reasons are for reading at a desk.
void append_rows(WallSheet& wall, const SheetBlock& list, bool has_hears) {
  for (const SheetBlock::Row& row : list.rows) {
    SheetBlock::Row made{row.item, {row.cells[0], has_hears ? row.cells.back() : Spans(), row.cells[1]}};
    const bool says_nothing = std::ranges::all_of(made.cells, [](const Spans& cell) { return cell.empty(); });
    if (!says_nothing) wall.sheet.rows.push_back(std::move(made));
  }
}

// The heads of the columns; without what the client hears where no row has it.
void finish_columns(WallSheet& wall, const Catalog& words) {
  SheetBlock& sheet = wall.sheet;
  sheet.columns = {{words.text("paper.phrase"), Alignment::left, 3, true},
                   {words.text("paper.hears"), Alignment::left, 4, false, true},
                   {words.text("paper.replacement"), Alignment::left, 4}};
  if (std::ranges::any_of(sheet.rows, [](const SheetBlock::Row& row) { return !row.cells[1].empty(); })) return;
  sheet.columns.erase(sheet.columns.begin() + 1);
  for (SheetBlock::Row& row : sheet.rows) row.cells.erase(row.cells.begin() + 1);
}

}  // namespace

bool has_stop_phrases(const ComposeContext& context) {
  return std::ranges::any_of(context.document.sections, [](const Shared<Section>& section) {
    const auto* list = std::get_if<Replacements>(&section->content);
    return list != nullptr && section->role == stop_list_role &&
           std::ranges::any_of(list->replacements, [](const Replacement& entry) {
             return !printed_spans(entry.phrase).empty() || !printed_spans(entry.replacement).empty() ||
                    !printed_spans(entry.hears).empty();
           });
  });
}

PrintParts compose_wall_sheet(const ComposeContext& context, const PageNumbers&) {
  WallSheet wall;
  for (const auto& section : context.document.sections) {
    const auto* replacements = std::get_if<Replacements>(&section->content);
    if (replacements == nullptr || section->role != stop_list_role) continue;
    for (PrintPart& part : filled_parts(*section, context)) {
      for (FlowBlock& block : flow_of(part).blocks) {
        if (auto* sheet = std::get_if<SheetBlock>(&block.content)) append_rows(wall, *sheet, has_hears(*replacements));
      }
    }
    if (!wall.sheet.rows.empty() && wall.item.empty()) {
      wall.item = section->id;
      wall.title = printed_title(*section, context);
    }
  }
  if (wall.sheet.rows.empty()) return {};
  finish_columns(wall, context.catalog);
  PrintParts parts;
  const std::string title = wall.title;
  parts.push_back({context.document.id, title, 0, context.document.language, std::move(wall), {}});
  return parts;
}

}  // namespace canvasbook
