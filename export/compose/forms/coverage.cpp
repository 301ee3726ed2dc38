// What each touchpoint and each segment of a document has of the other parts, and its holes.
#include "model/coverage.h"

#include <array>
#include <string_view>

#include "export/compose/forms/composers.h"
#include "export/compose/placeholders.h"
#include "model/result_words.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr size_t most_named = 2;        // of what stands in a cell; the rest is counted
constexpr size_t longest_in_cell = 60;  // code points
constexpr std::array column_keys{"coverage.owner",    "coverage.standard", "coverage.check",    "coverage.wording",
                                 "coverage.value",    "coverage.channel",  "coverage.relation", "coverage.revenue",
                                 "coverage.portrait", "coverage.economics"};

// A hole is said by a sign and a word in bold, so that it is seen in grey and read aloud.
Spans printed_cell(const CoverageCell& cell, const Catalog& words) {
  if (cell.empty()) return {Span{words.text("coverage.hole"), true, false, false, {}}};
  std::string text;
  for (size_t i = 0; i < cell.size() && i < most_named; ++i) {
    text += (i == 0 ? "" : "; ") + shortened_at_word(cell[i], longest_in_cell);
  }
  if (cell.size() > most_named) text += " +" + std::to_string(cell.size() - most_named);
  return {plain_span(text)};
}

void add_coverage(PrintPart& part, const Coverage& coverage, const char* title_key, const char* row_key,
                  const ComposeContext& context) {
  if (coverage.rows.empty()) return;
  const Catalog& words = context.catalog;
  std::vector<FlowBlock>& blocks = flow_of(part).blocks;
  blocks.push_back(heading_block({}, 2, words.text(title_key)));
  const CoverageRow* worst = coverage.worst();
  const std::string cells = std::to_string(coverage.rows.size() * coverage.columns.size());
  blocks.push_back(paragraph_block(
      {}, {plain_span(worst == nullptr
                          ? words.text("coverage.whole", {{"cells", cells}})
                          : words.text("coverage.holes", {{"holes", std::to_string(coverage.holes())},
                                                          {"cells", cells},
                                                          {"name", words.text("quote", {{"text", worst->name}})}}))}));
  SheetBlock table;
  table.columns.push_back({words.text(row_key), Alignment::left, 3});
  for (const CoverageColumn column : coverage.columns) {
    table.columns.push_back({words.text(column_keys[static_cast<size_t>(column)]), Alignment::left, 3});
  }
  if (coverage.has_results) table.columns.push_back({words.text("coverage.result"), Alignment::right, 1});
  for (const CoverageRow& row : coverage.rows) {
    SheetBlock::Row printed{row.id, {{plain_span(row.name)}}};
    for (const CoverageCell& cell : row.cells) printed.cells.push_back(printed_cell(cell, words));
    if (coverage.has_results) {
      printed.cells.push_back({plain_span(row.result ? percent_words(*row.result, words, true) : std::string("–"))});
    }
    table.rows.push_back(std::move(printed));
  }
  blocks.push_back({context.document.id, std::move(table)});
}

}  // namespace

bool has_coverage(const ComposeContext& context) {
  return !coverage_of_touchpoints(context.workbook, context.document.id).rows.empty() ||
         !coverage_of_segments(context.workbook, context.document.id).rows.empty();
}

PrintParts compose_coverage(const ComposeContext& context, const PageNumbers&) {
  if (!has_coverage(context)) return {};
  PrintPart sheet = form_part(context, context.catalog.text("form.coverage"));
  const std::string title = printed_title(context);
  if (!title.empty()) flow_of(sheet).blocks.push_back(paragraph_block(context.document.id, {plain_span(title)}));
  add_coverage(sheet, coverage_of_touchpoints(context.workbook, context.document.id), "coverage.touchpoints",
               "coverage.touchpoint", context);
  add_coverage(sheet, coverage_of_segments(context.workbook, context.document.id), "coverage.segments",
               "coverage.segment", context);
  fill_placeholders(sheet, context.placeholders);
  return {std::move(sheet)};
}

}  // namespace canvasbook
