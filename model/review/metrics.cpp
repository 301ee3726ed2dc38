// The rules for sheets of metrics: few goals, and each metric stands its tests.
#include <algorithm>
#include <array>

#include "model/like_names.h"
#include "model/review/rules.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr size_t most_goals = 5;

bool has_goal(const SheetRow& row, const SheetColumn& goal) { return !blank(cell_text(row, goal)); }

void find_too_many_goals(const DocumentReview& at, std::string_view rule) {
  for_each_judged<Sheet>(at, [&](const Section& section, const Sheet& sheet) {
    const SheetColumn* goal = find_column(sheet, "goal");
    if (goal == nullptr) return;
    const auto count = std::ranges::count_if(sheet.rows, [&](const SheetRow& row) { return has_goal(row, *goal); });
    if (count <= static_cast<std::ptrdiff_t>(most_goals)) return;
    at.add(rule, {section.id}, {{"section", at.quoted(section.title)}, {"count", std::to_string(count)}});
  });
}

bool is_test(const SheetColumn& column) { return column.role == "test" && column.type == ColumnType::check; }

// What goals and their tests share: the number of the row, or else its place.
std::string number_of_row(const Sheet& sheet, size_t place) {
  const SheetColumn* number = find_column(sheet, "number");
  const std::string text = number == nullptr ? std::string() : same_name(cell_text(sheet.rows[place], *number));
  return text.empty() ? std::to_string(place + 1) : text;
}

// The sheet of a document whose ticks are the tests of its metrics, or nullptr.
const Sheet* sheet_of_tests(const Document& document) {
  const Sheet* found = nullptr;
  for_each_section_of<Sheet>(document, [&](const Section&, const Sheet& sheet) {
    if (found == nullptr && std::ranges::any_of(sheet.columns, is_test)) found = &sheet;
  });
  return found;
}

// The tests that no tick says to be stood; `row` is nullptr where a metric has none.
std::vector<std::string_view> missing_tests(const Sheet& tests, const SheetRow* row) {
  std::vector<std::string_view> missing;
  for (const SheetColumn& column : tests.columns) {
    if (is_test(column) && (row == nullptr || blank(cell_text(*row, column)))) missing.emplace_back(column.title);
  }
  return missing;
}

void find_metrics_without_tests(const DocumentReview& at, std::string_view rule) {
  const Sheet* tests = sheet_of_tests(at.document);
  if (tests == nullptr) return;
  std::unordered_map<std::string, const SheetRow*> tested;
  for (size_t i = 0; i < tests->rows.size(); ++i) tested.emplace(number_of_row(*tests, i), &tests->rows[i]);
  for_each_judged<Sheet>(at, [&](const Section& section, const Sheet& sheet) {
    const SheetColumn* goal = find_column(sheet, "goal");
    const SheetColumn* measure = find_column(sheet, "measure");
    if (goal == nullptr || measure == nullptr) return;
    for (size_t i = 0; i < sheet.rows.size(); ++i) {
      const std::string& metric = cell_text(sheet.rows[i], *measure);
      if (blank(metric)) continue;
      const auto row = tested.find(number_of_row(sheet, i));
      const auto missing = missing_tests(*tests, row == tested.end() ? nullptr : row->second);
      if (missing.empty()) continue;
      at.add(rule, {sheet.rows[i].id},
             {{"metric", at.quoted(metric)}, {"tests", first_of(at, missing)}, {"section", at.quoted(section.title)}});
    }
  });
}

}  // namespace

std::span<const Rule> metric_rules() {
  using enum Harm;
  static constexpr std::array rules{Rule{"too_many_goals", lacking, find_too_many_goals},
                                    Rule{"metric_without_tests", lacking, find_metrics_without_tests}};
  return rules;
}

}  // namespace canvasbook
