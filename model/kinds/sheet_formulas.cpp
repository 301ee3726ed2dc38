#include "model/kinds/sheet_formulas.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "model/kinds/cell_texts.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

// A number that a formula takes from its row.
struct FormulaInput {
  std::string_view role;
  double least;
  double most;                     // beyond what happens: a slip of the pen is said, not counted with
  std::optional<double> fallback;  // where the column or its text is not there
};

enum Input { chats, minutes, parallel, peak, absence };
constexpr std::array<FormulaInput, 5> staff_inputs{
    FormulaInput{"chats_per_hour", 0, 10'000, std::nullopt}, FormulaInput{"minutes_per_chat", 0.1, 600, std::nullopt},
    FormulaInput{"parallel_chats", 1, 100, std::nullopt}, FormulaInput{"peak_factor", 1, 100, 1.0},
    FormulaInput{"absence_percent", 0, 90, 0.0}};

std::string title_of_input(const Sheet& sheet, std::string_view role, const Catalog& words) {
  const SheetColumn* column = find_column(sheet, role);
  const std::string title = column == nullptr ? std::string() : to_one_line(trim(column->title));
  return title.empty() ? words.text("formula.input." + std::string(role)) : title;
}

std::string words_of_lack(const Sheet& sheet, const CalculationLack& lack, const Catalog& words) {
  const std::string title = title_of_input(sheet, lack.role, words);
  switch (lack.kind) {
    case LackKind::no_column:
      return words.text("formula.no_column", {{"column", title}});
    case LackKind::empty:
      return words.text("formula.empty", {{"column", title}});
    case LackKind::no_number:
      return words.text("formula.no_number", {{"column", title}});
    case LackKind::out_of_range:
      break;
  }
  const auto* input = std::ranges::find(staff_inputs, lack.role, &FormulaInput::role);
  return words.text("formula.out_of_range",
                    {{"column", title}, {"least", words.decimal(input->least)}, {"most", words.decimal(input->most)}});
}

// The number of an input, or what is wrong with it.
std::optional<double> read_input(const Sheet& sheet, const SheetRow& row, const FormulaInput& input,
                                 std::vector<CalculationLack>& lacks) {
  const SheetColumn* column = find_column(sheet, input.role);
  if (column == nullptr) {
    if (!input.fallback) lacks.push_back({LackKind::no_column, input.role});
    return input.fallback;
  }
  const std::string& text = cell_text(row, *column);
  if (trim(text).empty()) {
    if (!input.fallback) lacks.push_back({LackKind::empty, input.role});
    return input.fallback;
  }
  const auto number = read_number(text);
  if (!number) {
    const bool is_gap = suits(ColumnType::number, text);
    lacks.push_back({is_gap ? LackKind::empty : LackKind::no_number, input.role});
  } else if (!(*number >= input.least && *number <= input.most)) {
    lacks.push_back({LackKind::out_of_range, input.role});
  }
  return number;
}

}  // namespace

Calculation calculate(const Sheet& sheet, const SheetRow& row, const SheetColumn& column) {
  Calculation result;
  if (!is_calculated(column)) return result;
  std::array<double, staff_inputs.size()> values{};
  for (size_t i = 0; i < staff_inputs.size(); ++i) {
    values[i] = read_input(sheet, row, staff_inputs[i], result.lacks).value_or(0);
  }
  if (!result.lacks.empty()) return result;
  constexpr double minutes_of_hour = 60;
  constexpr double percent = 100;
  constexpr double rounding = 1e-9;  // of the division: 3.0000000000000004 people are 3
  const double at_once = values[chats] * values[peak] * values[minutes] / minutes_of_hour / values[parallel];
  result.value = static_cast<int>(std::ceil(at_once / (1 - values[absence] / percent) - rounding));
  return result;
}

std::string shown_cell(const Sheet& sheet, const SheetRow& row, const SheetColumn& column) {
  if (!is_calculated(column)) return cell_text(row, column);
  const Calculation result = calculate(sheet, row, column);
  return result.value ? std::to_string(*result.value) : std::string();
}

std::string words_of_calculation(const Sheet& sheet, const SheetRow& row, const SheetColumn& column,
                                 const Catalog& words) {
  const Calculation result = calculate(sheet, row, column);
  if (result.value) return std::to_string(*result.value);
  if (is_blank(sheet, row)) return {};
  std::string told;
  for (const CalculationLack& lack : result.lacks)
    told += (told.empty() ? "" : "; ") + words_of_lack(sheet, lack, words);
  return told;
}

std::string words_of_formula(const Sheet& sheet, const SheetColumn& column, const Catalog& words) {
  if (!is_calculated(column)) return {};
  std::string formula = title_of_input(sheet, "chats_per_hour", words);
  if (find_column(sheet, "peak_factor") != nullptr) formula += " × " + title_of_input(sheet, "peak_factor", words);
  formula += " × " + title_of_input(sheet, "minutes_per_chat", words) + " ÷ 60 ÷ " +
             title_of_input(sheet, "parallel_chats", words);
  if (find_column(sheet, "absence_percent") != nullptr) {
    formula += " ÷ (1 − " + title_of_input(sheet, "absence_percent", words) + " ÷ 100)";
  }
  const std::string title = to_one_line(trim(column.title));
  return words.text(
      "formula.staff_needed",
      {{"column", title.empty() ? words.text("formula.input.staff_needed") : title}, {"formula", formula}});
}

std::string words_of_formulas(const Sheet& sheet, const Catalog& words) {
  std::string told;
  for (const SheetColumn& column : sheet.columns) {
    const std::string one = words_of_formula(sheet, column, words);
    if (!one.empty()) told += (told.empty() ? "" : " ") + one;
  }
  return told;
}

}  // namespace canvasbook
