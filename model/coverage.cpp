#include "model/coverage.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <unordered_map>

#include "model/kinds/sheet_formulas.h"
#include "model/like_names.h"
#include "model/segments.h"
#include "model/standard_checks.h"
#include "model/text/text.h"
#include "model/touchpoints.h"
#include "model/visit_results.h"
#include "model/visits_of_list.h"

namespace canvasbook {

namespace {

std::string one_line(const std::string& text) { return to_one_line(trim(to_printable(text))); }

void add_words(CoverageCell& cell, const std::string& text) {
  std::string words = one_line(text);
  if (!words.empty() && std::ranges::find(cell, words) == cell.end()) cell.push_back(std::move(words));
}

template <class Visit>
void for_each_sheet(const Workbook& workbook, Visit visit) {
  for (const auto& document : workbook.documents) {
    for (const auto& section : document->sections) {
      if (const auto* sheet = std::get_if<Sheet>(&section->content)) visit(*document, *section, *sheet);
    }
  }
}

template <class Visit>
void for_each_check_item(const Workbook& workbook, Visit visit) {
  for (const ChecklistPlace& place : check_lists(workbook)) {
    for (const CheckGroup& group : std::get<Checklist>(place.section->content).groups) {
      for (const CheckItem& item : group.items) visit(item);
    }
  }
}

// What check items came to in the last month with visits, by id.
std::unordered_map<std::string, double> last_results(const Workbook& workbook) {
  std::unordered_map<std::string, double> results;
  for (const VisitsPlace& place : all_visits(workbook)) {
    std::optional<Date> last;
    for (const auto& visit : place.visits->visits) {
      if (!visit->finished || (last && order_of(visit->head.day) <= order_of(*last))) continue;
      last = visit->head.day;
    }
    if (!last) continue;
    ResultFilter filter;
    filter.since = Date{last->year, last->month, 1};
    for (const ResultRow& item : results_of(*place.visits, filter).items) {
      if (item.figure.score) results[item.id] = *item.figure.score;
    }
  }
  return results;
}

// The rows of a coverage by the ids of what they stand for.
using RowsById = std::unordered_map<std::string, CoverageRow*>;
RowsById rows_by_id(Coverage& coverage) {
  RowsById rows;
  for (CoverageRow& row : coverage.rows) rows.emplace(row.id, &row);
  return rows;
}

CoverageCell& cell_of(Coverage& coverage, CoverageRow& row, CoverageColumn column) {
  return row.cells[static_cast<size_t>(std::ranges::find(coverage.columns, column) - coverage.columns.begin())];
}

// The touchpoints of a document, with their owners.
void add_touchpoints(Coverage& coverage, const Document& document) {
  for (const auto& section : document.sections) {
    const auto* sheet = std::get_if<Sheet>(&section->content);
    const SheetColumn* names = sheet == nullptr ? nullptr : touchpoint_column(*sheet);
    if (names == nullptr) continue;
    const SheetColumn* owner = find_column(*sheet, "owner");
    if (owner == nullptr) owner = find_column(*sheet, "responsible");
    for (const SheetRow& row : sheet->rows) {
      const std::string name = one_line(cell_text(row, *names));
      if (name.empty()) continue;
      CoverageRow& made = coverage.rows.emplace_back();
      made.id = row.id;
      made.name = name;
      made.cells.resize(coverage.columns.size());
      if (owner != nullptr) add_words(cell_of(coverage, made, CoverageColumn::owner), cell_text(row, *owner));
    }
  }
}

// The first of these columns, or nullptr.
const SheetColumn* link_column(const Sheet& sheet) {
  const auto column = std::ranges::find(sheet.columns, ColumnType::touchpoint, &SheetColumn::type);
  return column == sheet.columns.end() ? nullptr : &*column;
}

// Segments by what they are called, up to a colon: "Offices nearby: 60 orders a month" are the offices nearby.
std::string called(const std::string& name) { return same_name(name.substr(0, name.find(':'))); }

constexpr std::array block_columns{CoverageColumn::value_propositions, CoverageColumn::channels,
                                   CoverageColumn::customer_relationships, CoverageColumn::revenue_streams};
constexpr std::array<std::string_view, block_columns.size()> block_roles{"value_propositions", "channels",
                                                                         "customer_relationships", "revenue_streams"};

bool is_portraits(const Section& section) { return section.role == "portraits"; }
bool is_economics(const Sheet& sheet) { return find_column(sheet, acquisition_cost_role) != nullptr; }

void add_notes(Coverage& coverage, const Workbook& workbook) {
  const RowsById rows = rows_by_id(coverage);
  for_each_note(workbook, [&](const Document&, const Section&, const Block& block, const Note& note) {
    const auto role = std::ranges::find(block_roles, block.role);
    if (role == block_roles.end()) return;
    const CoverageColumn column = block_columns[static_cast<size_t>(role - block_roles.begin())];
    for (const std::string& segment : note.segments) {
      const auto row = rows.find(segment);
      if (row != rows.end()) add_words(cell_of(coverage, *row->second, column), note.text);
    }
  });
}

void add_sheets(Coverage& coverage, const Workbook& workbook) {
  std::unordered_map<std::string, CoverageRow*> rows;
  for (CoverageRow& row : coverage.rows) rows.emplace(called(row.name), &row);
  for_each_sheet(workbook, [&](const Document& document, const Section& section, const Sheet& sheet) {
    if (!is_portraits(section) && !is_economics(sheet)) return;
    for (const SheetRow& row : sheet.rows) {
      const auto found = rows.find(called(name_of_row(sheet, row)));
      if (found == rows.end()) continue;
      if (is_portraits(section)) add_words(cell_of(coverage, *found->second, CoverageColumn::portrait), document.title);
      const Calculation profit = calculate(sheet, row, lifetime_profit_role);
      if (!is_economics(sheet) || !profit.value) continue;
      add_words(cell_of(coverage, *found->second, CoverageColumn::economics),
                words_of_money(*profit.value, profit.currency, Catalog::of(document.language)));
    }
  });
}

}  // namespace

size_t CoverageRow::holes() const {
  return static_cast<size_t>(std::ranges::count_if(cells, [](const CoverageCell& cell) { return cell.empty(); }));
}

size_t Coverage::holes() const {
  return std::accumulate(rows.begin(), rows.end(), size_t{0},
                         [](size_t sum, const CoverageRow& row) { return sum + row.holes(); });
}

const CoverageRow* Coverage::worst() const {
  const auto row = std::ranges::max_element(rows, {}, &CoverageRow::holes);
  return row == rows.end() || row->holes() == 0 ? nullptr : &*row;
}

Coverage coverage_of_touchpoints(const Workbook& workbook, std::string_view document) {
  Coverage coverage;
  coverage.columns = {CoverageColumn::owner, CoverageColumn::standard, CoverageColumn::check, CoverageColumn::wording};
  const Document* found = find_document(workbook, document);
  if (found == nullptr) return coverage;
  add_touchpoints(coverage, *found);
  const RowsById rows = rows_by_id(coverage);
  RowsById row_of_standard;
  for_each_sheet(workbook, [&](const Document&, const Section& section, const Sheet& sheet) {
    const SheetColumn* link = standards_in(section) == nullptr ? nullptr : link_column(sheet);
    if (link == nullptr) return;
    const SheetColumn* wording = find_column(sheet, "wording");
    for (const SheetRow& standard : sheet.rows) {
      const auto row = rows.find(cell_text(standard, *link));
      if (row == rows.end()) continue;
      row_of_standard.emplace(standard.id, row->second);
      add_words(cell_of(coverage, *row->second, CoverageColumn::standard), name_of_row(sheet, standard));
      if (wording != nullptr) {
        add_words(cell_of(coverage, *row->second, CoverageColumn::wording), cell_text(standard, *wording));
      }
    }
  });
  const auto results = last_results(workbook);
  std::unordered_map<const CoverageRow*, std::vector<double>> scores;
  for_each_check_item(workbook, [&](const CheckItem& item) {
    const auto row = row_of_standard.find(item.standard);
    if (item.standard.empty() || row == row_of_standard.end()) return;
    add_words(cell_of(coverage, *row->second, CoverageColumn::check), name_of_check(item));
    const auto score = results.find(item.id);
    if (score != results.end()) scores[row->second].push_back(score->second);
  });
  for (CoverageRow& row : coverage.rows) {
    const auto of_row = scores.find(&row);
    if (of_row == scores.end()) continue;
    const std::vector<double>& all = of_row->second;
    row.result = std::accumulate(all.begin(), all.end(), 0.0) / static_cast<double>(all.size());
    coverage.has_results = true;
  }
  return coverage;
}

Coverage coverage_of_segments(const Workbook& workbook, std::string_view document) {
  Coverage coverage;
  coverage.columns.assign(block_columns.begin(), block_columns.end());
  bool has_portraits = false;
  bool has_economics = false;
  for_each_sheet(workbook, [&](const Document&, const Section& section, const Sheet& sheet) {
    has_portraits = has_portraits || is_portraits(section);
    has_economics = has_economics || is_economics(sheet);
  });
  if (has_portraits) coverage.columns.push_back(CoverageColumn::portrait);
  if (has_economics) coverage.columns.push_back(CoverageColumn::economics);
  const Document* found = find_document(workbook, document);
  if (found == nullptr) return coverage;
  const std::vector<Segment> segments = segment_register(workbook);
  for (const auto& section : found->sections) {
    const auto* board = std::get_if<Board>(&section->content);
    if (board == nullptr) continue;
    for (const Block& block : board->blocks) {
      for (const Note& note : block.notes) {
        if (block.role != segments_role || find_segment(segments, note.id) == nullptr) continue;
        CoverageRow& made = coverage.rows.emplace_back();
        made.id = note.id;
        made.name = one_line(note.text);
        made.cells.resize(coverage.columns.size());
      }
    }
  }
  add_notes(coverage, workbook);
  add_sheets(coverage, workbook);
  return coverage;
}

}  // namespace canvasbook
