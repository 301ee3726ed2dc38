// A sheet becomes a table or a card a row.
#include <algorithm>

#include "export/compose/economics_chart.h"
#include "export/compose/section.h"
#include "model/kinds/sheet_cells.h"
#include "model/kinds/sheet_formulas.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

Alignment alignment_of(const SheetColumn& column) {
  switch (column.type) {
    case ColumnType::number:
    case ColumnType::money:
    case ColumnType::percent:
      return Alignment::right;
    case ColumnType::check:
      return Alignment::centre;
    case ColumnType::text:
    case ColumnType::date:
    case ColumnType::choice:
    case ColumnType::touchpoint:
      break;
  }
  return Alignment::left;
}

Spans printed_cell(const Sheet& sheet, const SheetRow& row, const SheetColumn& column, const ComposeContext& context) {
  if (is_calculated(column)) {
    const std::string words = words_of_calculation(sheet, row, column, context.catalog);
    return words.empty() ? Spans() : Spans{plain_span(words)};
  }
  const std::string& text = cell_text(row, column);
  if (column.type == ColumnType::touchpoint) return printed_spans(touchpoint_name(context.touchpoints, text));
  if (column.type == ColumnType::check && text == checked_cell)
    return {plain_span(context.catalog.text("paper.mark_yes"))};
  if (column.type == ColumnType::date) {
    if (const auto date = read_date(text)) return {plain_span(context.catalog.date(*date))};
  }
  return printed_spans(text);
}

SheetBlock table_of(const Sheet& sheet, const ComposeContext& context) {
  SheetBlock table;
  for (const SheetColumn& column : sheet.columns) {
    table.columns.push_back({printed_text(column.title), alignment_of(column), column.share});
  }
  for (const SheetRow& row : sheet.rows) {
    SheetBlock::Row printed{row.id, {}};
    for (const SheetColumn& column : sheet.columns) printed.cells.push_back(printed_cell(sheet, row, column, context));
    table.rows.push_back(std::move(printed));
  }
  return table;
}

// What is computed, compared and in all, and how it was computed, below the rows.
void add_formulas(Flow& flow, const Section& section, const Sheet& sheet, const Catalog& catalog) {
  PrintChart chart = chart_of_economics(sheet, catalog);
  if (!chart.rows.empty()) flow.blocks.push_back({section.id, std::move(chart)});
  const std::string totals = words_of_totals(sheet, catalog);
  if (!totals.empty()) flow.blocks.push_back(paragraph_block(section.id, {plain_span(totals)}));
  const std::vector<std::string> formulas = words_of_formulas(sheet, catalog);
  if (formulas.size() == 1) return flow.blocks.push_back(paragraph_block(section.id, {plain_span(formulas[0])}));
  RichBlock list;
  list.kind = RichBlock::Kind::bullet_list;
  for (const std::string& words : formulas) {
    RichBlock paragraph;
    paragraph.spans = {plain_span(words)};
    RichBlock item;
    item.kind = RichBlock::Kind::list_item;
    item.children = {std::move(paragraph)};
    list.children.push_back(std::move(item));
  }
  if (!list.children.empty()) flow.blocks.push_back({section.id, std::move(list)});
}

}  // namespace

RecordBlock record_of(const SheetRow& row, const Sheet& sheet, const ComposeContext& context) {
  const SheetColumn* title = title_column(sheet);
  const SheetColumn* target = find_column(sheet, "target");
  const SheetColumn* unit = find_column(sheet, "unit");
  const bool joins_unit = target != nullptr && unit != nullptr && unit != title &&
                          !trim(cell_text(row, *target)).empty() && !trim(cell_text(row, *unit)).empty();
  RecordBlock card;
  if (title != nullptr) card.title = printed_cell(sheet, row, *title, context);
  for (const SheetColumn& column : sheet.columns) {
    if (&column == title || (joins_unit && &column == unit)) continue;
    Spans text = printed_cell(sheet, row, column, context);
    if (text.empty()) continue;
    if (joins_unit && &column == target) {  // "30 seconds" is one thing to read
      if (!stands_at_number(cell_text(row, *unit), context.document.language)) text.push_back(plain_span("\u00A0"));
      for (Span& span : printed_cell(sheet, row, *unit, context)) text.push_back(std::move(span));
    }
    const auto place = static_cast<size_t>(&column - sheet.columns.data());
    card.fields.push_back({printed_text(column.title), std::move(text), place});
  }
  return card;
}

// So that "standard 7" names one.
std::unordered_map<const Section*, size_t> count_cards_before(const Document& document) {
  std::unordered_map<const Section*, size_t> before;
  std::unordered_map<std::string_view, size_t> counts;  // by role
  for (const auto& section : document.sections) {
    const Sheet* sheet = std::get_if<Sheet>(&section->content);
    if (sheet == nullptr) continue;
    size_t& count = counts[section->role];
    before.emplace(&*section, count);
    if (sheet->layout != SheetLayout::cards) continue;
    count += static_cast<size_t>(
        std::ranges::count_if(sheet->rows, [&](const SheetRow& row) { return !is_blank(*sheet, row); }));
  }
  return before;
}

PrintParts compose_content(const Section& section, const Sheet& sheet, const ComposeContext& context) {
  if (std::ranges::all_of(sheet.rows, [&](const SheetRow& row) { return is_blank(sheet, row); })) return {};
  PrintPart part = flow_part(section, context);
  if (sheet.layout == SheetLayout::table) {
    flow_of(part).blocks.push_back({section.id, table_of(sheet, context)});
    add_formulas(flow_of(part), section, sheet, context.catalog);
    return {std::move(part)};
  }
  size_t number = context.cards_before.at(&section);
  for (const SheetRow& row : sheet.rows) {
    if (is_blank(sheet, row)) continue;
    RecordBlock card = record_of(row, sheet, context);
    card.number = std::to_string(++number);
    flow_of(part).blocks.push_back({row.id, std::move(card)});
  }
  add_formulas(flow_of(part), section, sheet, context.catalog);
  return {std::move(part)};
}

}  // namespace canvasbook
