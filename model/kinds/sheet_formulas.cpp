#include "model/kinds/sheet_formulas.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <utility>

#include "model/kinds/cell_texts.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

// A number that formulas take from a row.
struct FormulaInput {
  std::string_view role;
  double least;
  double most;                                    // beyond what happens: a slip of the pen is said, not counted with
  std::optional<double> fallback = std::nullopt;  // where the column or its text is not there
  bool is_money = false;
};

constexpr double most_money = 1e12;
constexpr std::array<FormulaInput, 14> inputs{{{"chats_per_hour", 0, 10'000},
                                               {"minutes_per_chat", 0.1, 600},
                                               {"parallel_chats", 1, 100},
                                               {"peak_factor", 1, 100, 1.0},
                                               {"absence_percent", 0, 90, 0.0},
                                               {"average_order", 0, most_money, std::nullopt, true},
                                               {"purchases_per_year", 0, 10'000},
                                               {"years", 0, 100},
                                               {"margin_percent", 0, 100},
                                               {acquisition_cost_role, 0, most_money, std::nullopt, true},
                                               {"clients", 0, 1e9},
                                               {"dishonest_percent", 0, 100},
                                               {"loss_per_case", 0, most_money, std::nullopt, true},
                                               {"extra_profit", 0, most_money, std::nullopt, true}}};
enum Input : size_t {
  chats,
  minutes,
  parallel,
  peak,
  absence,
  order,
  purchases,
  years,
  margin,
  cost,
  clients,
  dishonest,
  loss,
  extra
};

// An input as it stands in a formula that is read: " × ", the title of its column, " ÷ 100". Where it has a fallback
// and no column it is left out.
struct FormulaTerm {
  Input input;
  std::string_view before;
  std::string_view after = {};
  bool divides = false;
};

enum class FigureForm { rounded_up, one_decimal, money };

struct Formula {
  std::string_view role;
  std::span<const FormulaTerm> terms;
  double (*compute)(std::span<const double, inputs.size()> value);
  FigureForm form;
  bool adds_up = false;  // over rows
};

constexpr double hundred = 100;
constexpr double minutes_of_hour = 60;
constexpr double months_a_year = 12;

constexpr FormulaTerm staff_terms[] = {
    {chats, ""}, {peak, " × "}, {minutes, " × "}, {parallel, " ÷ 60 ÷ "}, {absence, " ÷ (1 − ", " ÷ 100)"}};
constexpr FormulaTerm turnover_terms[] = {{order, ""}, {purchases, " × "}, {years, " × "}};
constexpr FormulaTerm profit_terms[] = {{order, ""}, {purchases, " × "}, {years, " × "}, {margin, " × ", " ÷ 100"}};
constexpr FormulaTerm to_cost_terms[] = {
    {order, ""}, {purchases, " × "}, {years, " × "}, {margin, " × ", " ÷ 100"}, {cost, " ÷ ", "", true}};
constexpr FormulaTerm payback_terms[] = {{cost, ""}, {order, " ÷ (", "", true}, {margin, " × ", " ÷ 100)", true}};
constexpr FormulaTerm payback_months_terms[] = {
    {cost, "12 × "}, {order, " ÷ (", "", true}, {purchases, " × ", "", true}, {margin, " × ", " ÷ 100)", true}};
constexpr FormulaTerm yearly_terms[] = {{clients, ""}, {purchases, " × "}, {order, " × "}};
constexpr FormulaTerm yearly_profit_terms[] = {
    {clients, ""}, {purchases, " × "}, {order, " × "}, {margin, " × ", " ÷ 100"}};

constexpr FormulaTerm loss_terms[] = {{clients, ""}, {dishonest, " × ", " ÷ 100"}, {loss, " × "}};
constexpr FormulaTerm gain_terms[] = {{clients, ""}, {dishonest, " × (1 − ", " ÷ 100)"}, {extra, " × "}};
constexpr FormulaTerm balance_terms[] = {{clients, ""},
                                         {dishonest, " × ((1 − ", " ÷ 100)"},
                                         {extra, " × "},
                                         {dishonest, " − ", " ÷ 100"},
                                         {loss, " × ", ")"}};

using Values = std::span<const double, inputs.size()>;
double lifetime_turnover(Values of) { return of[order] * of[purchases] * of[years]; }
double margin_of_order(Values of) { return of[order] * of[margin] / hundred; }
double lifetime_profit(Values of) { return lifetime_turnover(of) * of[margin] / hundred; }
double yearly_turnover(Values of) { return of[clients] * of[purchases] * of[order]; }

double expected_loss(Values of) { return of[clients] * of[dishonest] / hundred * of[loss]; }
double expected_gain(Values of) { return of[clients] * (1 - of[dishonest] / hundred) * of[extra]; }

constexpr std::array<Formula, 11> formulas{
    {{staff_needed_role, staff_terms,
      [](Values of) {
        const double at_once = of[chats] * of[peak] * of[minutes] / minutes_of_hour / of[parallel];
        return at_once / (1 - of[absence] / hundred);
      },
      FigureForm::rounded_up},
     {"lifetime_turnover", turnover_terms, lifetime_turnover, FigureForm::money},
     {lifetime_profit_role, profit_terms, lifetime_profit, FigureForm::money},
     {"profit_to_cost", to_cost_terms, [](Values of) { return lifetime_profit(of) / of[cost]; },
      FigureForm::one_decimal},
     {"payback_orders", payback_terms, [](Values of) { return of[cost] / margin_of_order(of); },
      FigureForm::rounded_up},
     {"payback_months", payback_months_terms,
      [](Values of) { return months_a_year * of[cost] / (margin_of_order(of) * of[purchases]); },
      FigureForm::rounded_up},
     {"yearly_turnover", yearly_terms, yearly_turnover, FigureForm::money, true},
     {"yearly_profit", yearly_profit_terms, [](Values of) { return yearly_turnover(of) * of[margin] / hundred; },
      FigureForm::money, true},
     {"expected_loss", loss_terms, expected_loss, FigureForm::money},
     {"expected_gain", gain_terms, expected_gain, FigureForm::money},
     {"expected_balance", balance_terms, [](Values of) { return expected_gain(of) - expected_loss(of); },
      FigureForm::money}}};

const Formula* find_formula(std::string_view role) {
  const auto found = std::ranges::find(formulas, role, &Formula::role);
  return found == formulas.end() ? nullptr : &*found;
}

std::string title_of_role(const Sheet& sheet, std::string_view role, const Catalog& words) {
  const SheetColumn* column = find_column(sheet, role);
  const std::string title = column == nullptr ? std::string() : to_one_line(trim(column->title));
  return title.empty() ? words.text("formula.input." + std::string(role)) : title;
}

std::string words_of_lack(const Sheet& sheet, const CalculationLack& lack, const Catalog& words) {
  const std::string title = title_of_role(sheet, lack.role, words);
  switch (lack.kind) {
    case LackKind::no_column:
      return words.text("formula.no_column", {{"column", title}});
    case LackKind::empty:
      return words.text("formula.empty", {{"column", title}});
    case LackKind::no_number:
      return words.text("formula.no_number", {{"column", title}});
    case LackKind::zero:
      return words.text("formula.zero", {{"column", title}});
    case LackKind::other_currency:
      return words.text("formula.other_currency", {{"column", title}});
    case LackKind::out_of_range:
      break;
  }
  const auto* input = std::ranges::find(inputs, lack.role, &FormulaInput::role);
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
  const auto number = input.is_money ? read_money(text) : read_number(text);
  if (!number) {
    const bool is_gap = suits(ColumnType::number, text);
    lacks.push_back({is_gap ? LackKind::empty : LackKind::no_number, input.role});
  } else if (!(*number >= input.least && *number <= input.most)) {
    lacks.push_back({LackKind::out_of_range, input.role});
  }
  return number;
}

Calculation calculate(const Sheet& sheet, const SheetRow& row, const Formula& formula) {
  Calculation result;
  std::array<double, inputs.size()> values{};
  std::array<bool, inputs.size()> is_read{};
  for (const FormulaTerm& term : formula.terms) {
    if (std::exchange(is_read[term.input], true)) continue;
    const FormulaInput& input = inputs[term.input];
    const size_t lacks = result.lacks.size();
    values[term.input] = read_input(sheet, row, input, result.lacks).value_or(0);
    if (result.lacks.size() > lacks) continue;
    if (term.divides && values[term.input] == 0) result.lacks.push_back({LackKind::zero, input.role});
    if (!input.is_money) continue;
    const std::string_view currency = currency_of(cell_text(row, *find_column(sheet, input.role)));
    if (result.currency.empty()) {
      result.currency = currency;
    } else if (!currency.empty() && currency != result.currency) {
      result.lacks.push_back({LackKind::other_currency, input.role});
    }
  }
  if (!result.lacks.empty()) return result;
  constexpr double rounding = 1e-9;  // of the division: 3.0000000000000004 people are 3
  const double value = formula.compute(values);
  result.value = formula.form == FigureForm::rounded_up ? std::ceil(value - rounding) : value;
  return result;
}

// "18000", "0.5", "-3": without a needless end.
std::string plain_digits(double value, int decimals) {
  if (value < 0) return "-" + plain_digits(-value, decimals);
  const double scale = std::pow(10, decimals);
  const auto units = std::llround(value * scale);
  const auto whole = static_cast<long long>(scale);
  std::string digits = std::to_string(units / whole);
  if (units % whole == 0) return digits;
  digits += "." + std::to_string(units % whole + whole).substr(1);
  while (digits.ends_with('0')) digits.pop_back();
  return digits;
}

int decimals_of(const Formula& formula, double value) {
  switch (formula.form) {
    case FigureForm::rounded_up:
      return 0;
    case FigureForm::one_decimal:
      return 1;
    case FigureForm::money:
      break;
  }
  return std::abs(value) < hundred ? 2 : 0;
}

// With a separator before every third digit of the whole part.
std::string grouped(std::string digits, std::string_view separator) {
  constexpr size_t group = 3;
  size_t at = std::min(digits.find('.'), digits.size());
  while (at > group) digits.insert(at -= group, separator);
  return digits;
}

std::string words_of_figure(const Formula& formula, const Calculation& result, const Catalog& words) {
  if (formula.form == FigureForm::money) return words_of_money(*result.value, result.currency, words);
  std::string digits = plain_digits(*result.value, decimals_of(formula, *result.value));
  const size_t point = digits.find('.');
  if (point != std::string::npos) digits.replace(point, 1, words.text("decimal_sign"));
  return digits;
}

// What a column that adds up comes to over the rows.
std::string words_of_total(const Sheet& sheet, const SheetColumn& column, const Formula& formula,
                           const Catalog& words) {
  double sum = 0;
  size_t counted = 0;
  size_t lacking = 0;
  std::optional<std::string> currency;
  bool is_mixed = false;
  for (const SheetRow& row : sheet.rows) {
    if (is_blank(sheet, row)) continue;
    const Calculation result = calculate(sheet, row, formula);
    if (!result.value) {
      ++lacking;
      continue;
    }
    ++counted;
    sum += *result.value;
    is_mixed = is_mixed || (currency && *currency != result.currency);
    currency = result.currency;
  }
  if (counted < 2) return {};
  const std::string title = title_of_role(sheet, column.role, words);
  if (is_mixed) return words.text("formula.total_mixed", {{"column", title}});
  const std::string value = words_of_money(sum, *currency, words);
  if (lacking == 0) return words.text("formula.total", {{"column", title}, {"value", value}});
  return words.text("formula.total_without", {{"column", title}, {"value", value}, {"count", std::to_string(lacking)}});
}

void add_sentence(std::string& all, const std::string& sentence) {
  if (!sentence.empty()) all += (all.empty() ? "" : " ") + sentence;
}

}  // namespace

bool is_calculated(const SheetColumn& column) { return find_formula(column.role) != nullptr; }

Calculation calculate(const Sheet& sheet, const SheetRow& row, std::string_view role) {
  const Formula* formula = find_formula(role);
  return formula == nullptr ? Calculation() : calculate(sheet, row, *formula);
}

Calculation calculate(const Sheet& sheet, const SheetRow& row, const SheetColumn& column) {
  return calculate(sheet, row, column.role);
}

std::optional<double> input_of(const Sheet& sheet, const SheetRow& row, std::string_view role) {
  const auto* input = std::ranges::find(inputs, role, &FormulaInput::role);
  if (input == inputs.end()) return std::nullopt;
  std::vector<CalculationLack> lacks;
  const auto number = read_input(sheet, row, *input, lacks);
  return lacks.empty() ? number : std::nullopt;
}

std::string shown_cell(const Sheet& sheet, const SheetRow& row, const SheetColumn& column) {
  const Formula* formula = find_formula(column.role);
  if (formula == nullptr) return cell_text(row, column);
  const Calculation result = calculate(sheet, row, *formula);
  return result.value ? plain_digits(*result.value, decimals_of(*formula, *result.value)) : std::string();
}

std::string words_of_calculation(const Sheet& sheet, const SheetRow& row, const SheetColumn& column,
                                 const Catalog& words) {
  const Formula* formula = find_formula(column.role);
  if (formula == nullptr) return {};
  const Calculation result = calculate(sheet, row, *formula);
  if (result.value) return words_of_figure(*formula, result, words);
  if (is_blank(sheet, row)) return {};
  std::string told;
  for (const CalculationLack& lack : result.lacks)
    told += (told.empty() ? "" : "; ") + words_of_lack(sheet, lack, words);
  return told;
}

std::string words_of_money(double value, std::string_view currency, const Catalog& words) {
  if (value < 0) return "−" + words_of_money(-value, currency, words);
  std::string digits = grouped(plain_digits(value, value < hundred ? 2 : 0), words.text("thousands_sign"));
  const size_t point = digits.find('.');
  if (point != std::string::npos) {
    digits.resize(point + 3, '0');  // "2.50"
    digits.replace(point, 1, words.text("decimal_sign"));
  }
  if (currency.empty()) return digits;
  const bool stands_before = currency == "$" || currency == "£";
  return stands_before ? std::string(currency) + digits : digits + "\u00A0" + std::string(currency);
}

std::string words_of_formula(const Sheet& sheet, const SheetColumn& column, const Catalog& words) {
  const Formula* formula = find_formula(column.role);
  if (formula == nullptr) return {};
  std::string told;
  for (const FormulaTerm& term : formula->terms) {
    const FormulaInput& input = inputs[term.input];
    if (input.fallback && find_column(sheet, input.role) == nullptr) continue;
    std::string title = title_of_role(sheet, input.role, words);
    constexpr std::string_view percent = ", %";
    if (title.ends_with(percent)) title.resize(title.size() - percent.size());
    told += std::string(term.before) + title + std::string(term.after);
  }
  return words.text(formula->form == FigureForm::rounded_up ? "formula.computed_rounded_up" : "formula.computed",
                    {{"column", title_of_role(sheet, column.role, words)}, {"formula", told}});
}

std::vector<std::string> words_of_formulas(const Sheet& sheet, const Catalog& words) {
  std::vector<std::string> told;
  for (const SheetColumn& column : sheet.columns) {
    if (is_calculated(column)) told.push_back(words_of_formula(sheet, column, words));
  }
  return told;
}

std::string words_of_totals(const Sheet& sheet, const Catalog& words) {
  std::string told;
  for (const SheetColumn& column : sheet.columns) {
    const Formula* formula = find_formula(column.role);
    if (formula != nullptr && formula->adds_up) add_sentence(told, words_of_total(sheet, column, *formula, words));
  }
  return told;
}

}  // namespace canvasbook
