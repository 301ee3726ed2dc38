// Columns that are computed: a column whose role is that of a formula shows what follows from other cells of its row,
// which it finds by the roles of their columns. Nobody writes in it, and a text that a file has there is not looked at.
//
// The one formula: `staff_needed`, how many people answer chats in an hour (method, M14): chats an hour × peak factor ×
// minutes a chat ÷ 60 ÷ parallel chats ÷ (1 − absence), rounded up once, at the end. Without a peak factor it is 1,
// without an absence 0 %.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/catalog.h"
#include "model/kinds/sheet.h"

namespace canvasbook {

// Why a formula has no result: the column of a role is not there, its cell says nothing yet (or has a place to fill
// in), is no number, or one that makes no sense.
enum class LackKind { no_column, empty, no_number, out_of_range };
struct CalculationLack {
  LackKind kind = LackKind::empty;
  std::string_view role;

  bool operator==(const CalculationLack&) const = default;
};

// A result, or else all that it lacks.
struct Calculation {
  std::optional<int> value;
  std::vector<CalculationLack> lacks;
};

// What a calculated column comes to in a row. Of another column it is neither.
Calculation calculate(const Sheet& sheet, const SheetRow& row, const SheetColumn& column);

// The text of a cell; of a calculated one the figure, or empty.
std::string shown_cell(const Sheet& sheet, const SheetRow& row, const SheetColumn& column);

// The figure, or what it lacks in words; empty in a row that says nothing.
std::string words_of_calculation(const Sheet& sheet, const SheetRow& row, const SheetColumn& column,
                                 const Catalog& words);

// How a calculated column is computed, in a sentence with the titles of the sheet; the sentences of all of a sheet, or
// empty.
std::string words_of_formula(const Sheet& sheet, const SheetColumn& column, const Catalog& words);
std::string words_of_formulas(const Sheet& sheet, const Catalog& words);

}  // namespace canvasbook
