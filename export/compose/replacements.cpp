// Replacements become a table of what to say instead, why, and what the client hears.
#include <algorithm>

#include "export/compose/section.h"
#include "model/stop_phrases/spoken_texts.h"
#include "model/text/text.h"

namespace canvasbook {

bool has_hears(const Replacements& list) {
  return std::ranges::any_of(list.replacements, [](const Replacement& entry) { return !trim(entry.hears).empty(); });
}

PrintParts compose_content(const Section& section, const Replacements& list, const ComposeContext& context) {
  const bool has_reasons =
      std::ranges::any_of(list.replacements, [](const Replacement& entry) { return !trim(entry.reason).empty(); });
  const bool with_hears = has_hears(list);
  const bool is_stop_list = section.role == stop_list_role;
  SheetBlock sheet;
  sheet.columns = {{context.catalog.text("paper.phrase"), Alignment::left, 3, is_stop_list},
                   {context.catalog.text("paper.replacement"), Alignment::left, 4}};
  if (has_reasons) sheet.columns.push_back({context.catalog.text("paper.reason"), Alignment::left, 5});
  if (with_hears)
    sheet.columns.push_back({context.catalog.text("paper.hears"), Alignment::left, 4, false, has_reasons});
  for (const Replacement& entry : list.replacements) {
    SheetBlock::Row row{entry.id, {printed_spans(entry.phrase), printed_spans(entry.replacement)}};
    for (Span& span : row.cells.front()) span.strong = span.strong || is_stop_list;
    if (has_reasons) row.cells.push_back(printed_spans(entry.reason));
    if (with_hears) row.cells.push_back(printed_spans(entry.hears));
    const bool empty = std::ranges::all_of(row.cells, [](const Spans& cell) { return cell.empty(); });
    if (!empty) sheet.rows.push_back(std::move(row));
  }
  if (sheet.rows.empty()) return {};
  PrintPart part = flow_part(section, context);
  flow_of(part).blocks.push_back({section.id, std::move(sheet)});
  return {std::move(part)};
}

}  // namespace canvasbook
