// Columns that are computed: a column whose role is that of a formula shows what follows from other cells of its row,
// which it finds by the roles of their columns. Nobody writes in it, and a text that a file has there is not looked at.
//
// `staff_needed`: how many people answer chats in an hour (method, M14): chats an hour × peak factor × minutes a chat ÷
// 60 ÷ parallel chats ÷ (1 − absence), rounded up once, at the end. Without a peak factor it is 1, without an absence 0
// %.
//
// Unit economics of a segment (method, M5): `lifetime_turnover` = average order × purchases a year × years;
// `lifetime_profit` = that × margin, which is what one lost client costs; `profit_to_cost` = that ÷ cost of acquiring a
// client; `payback_orders` and `payback_months` = the cost ÷ the margin of an order, and of a month's orders, rounded
// up; `yearly_turnover` and `yearly_profit` = clients × purchases a year × average order, and × margin.
//
// A term withheld for fear of fraud (method, M20): `expected_loss` = clients × dishonest share × loss a case;
// `expected_gain` = clients × (1 − share) × extra profit of an honest client; `expected_balance` = gain − loss.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/catalog.h"
#include "model/kinds/sheet.h"

namespace canvasbook {

// The roles that others ask for.
inline constexpr std::string_view staff_needed_role = "staff_needed";
inline constexpr std::string_view acquisition_cost_role = "acquisition_cost";
inline constexpr std::string_view lifetime_profit_role = "lifetime_profit";

// Why a formula has no result: the column of a role is not there, its cell says nothing yet (or has a place to fill
// in), is no number, or one that makes no sense; nothing can be divided by its 0; its currency is another one than that
// of an earlier input.
enum class LackKind { no_column, empty, no_number, out_of_range, zero, other_currency };
struct CalculationLack {
  LackKind kind = LackKind::empty;
  std::string_view role;

  bool operator==(const CalculationLack&) const = default;
};

// A result, or else all that it lacks.
struct Calculation {
  std::optional<double> value;
  std::string currency;  // of money: as the inputs have it, or empty
  std::vector<CalculationLack> lacks;
};

// What a calculated column comes to in a row; of another column it is neither.
Calculation calculate(const Sheet& sheet, const SheetRow& row, const SheetColumn& column);
// The same for the role of a formula, whether or not the sheet has a column that shows it.
Calculation calculate(const Sheet& sheet, const SheetRow& row, std::string_view role);

// What stands in an input of a formula in a row, within its range, or nothing.
std::optional<double> input_of(const Sheet& sheet, const SheetRow& row, std::string_view role);

// The text of a cell; of a calculated one the figure as a spreadsheet reads it, or empty.
std::string shown_cell(const Sheet& sheet, const SheetRow& row, const SheetColumn& column);

// The figure, or what it lacks in words; empty in a row that says nothing.
std::string words_of_calculation(const Sheet& sheet, const SheetRow& row, const SheetColumn& column,
                                 const Catalog& words);

// An amount as it is read: "18 000 ₽", "$18,000"; whole from 100 on, below that with two decimals where it has any.
std::string words_of_money(double value, std::string_view currency, const Catalog& words);

// How a calculated column is computed, with the titles of the sheet: "Lifetime profit = Average order × …", empty for
// another column; the same of all of a sheet.
std::string words_of_formula(const Sheet& sheet, const SheetColumn& column, const Catalog& words);
std::vector<std::string> words_of_formulas(const Sheet& sheet, const Catalog& words);

// What the columns that add up come to over at least two rows, a sentence each; empty where there are none. Rows that
// lack something are counted and said, and so are different currencies.
std::string words_of_totals(const Sheet& sheet, const Catalog& words);

}  // namespace canvasbook
