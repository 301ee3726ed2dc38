// Visits become a list of what each came to.
#include "export/compose/section.h"
#include "model/result_subject.h"
#include "model/result_words.h"

namespace canvasbook {

namespace {

SheetBlock::Row row_of(const Visit& visit, const std::string& score, const std::string& verdict, const Catalog& words) {
  std::string day = words.date(visit.head.day);
  if (!visit.head.time.empty()) day += ", " + visit.head.time;
  ResultSubject subject;
  subject.visit = visit.id;
  return {visit.id,
          {plain_cell(day), plain_cell(visit.head.place), plain_cell(visit.head.shopper), plain_cell(score),
           plain_cell(verdict)},
          write_subject(subject)};
}

}  // namespace

SheetBlock table_of_visits(const VisitResults& results, const Catalog& words) {
  SheetBlock table;
  table.columns = {{words.text("results.date"), Alignment::left, 5},
                   {words.text("results.by.place"), Alignment::left, 3},
                   {words.text("results.by.shopper"), Alignment::left, 3},
                   {words.text("results.score"), Alignment::right, 2},
                   {words.text("results.verdict"), Alignment::left, 2}};
  const bool has_critical = has_critical_items(results);
  for (const VisitScore& score : results.visits) {
    table.rows.push_back(
        row_of(*score.visit, score_words(score.score, words), verdict_words(score, has_critical, words), words));
  }
  return table;
}

PrintParts compose_content(const Section& section, const Visits& visits, const ComposeContext& context) {
  const ReportedActions actions = reported_actions(visits, {}, {});
  if (visits.visits.empty() && actions.empty()) return {};
  SheetBlock table = table_of_visits(results_of(visits), context.catalog);
  for_each_visit(visits, [&](const Visit& visit) {
    if (!visit.finished)
      table.rows.push_back(row_of(visit, {}, context.catalog.text("results.draft"), context.catalog));
  });
  PrintPart part = flow_part(section, context);
  if (!table.rows.empty()) flow_of(part).blocks.push_back({section.id, std::move(table)});
  if (!actions.open.empty()) {
    flow_of(part).blocks.push_back(heading_block({}, section.level + 1, context.catalog.text("results.actions")));
    SheetBlock open = table_of_actions(actions.open, visits, std::nullopt, context.catalog);
    flow_of(part).blocks.push_back({section.id, std::move(open)});
  }
  return {std::move(part)};
}

}  // namespace canvasbook
