// What typed cells of a sheet hold: what reads as a number or a date, and how typed text is kept.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/base/date.h"
#include "model/kinds/sheet.h"

namespace canvasbook {

inline constexpr std::string_view checked_cell = "yes";

// A number as people write it: blanks between the thousands, comma or point, a sign before it, ₽ $ € % at its ends.
std::optional<double> read_number(std::string_view text);

// The same for an amount, where commas before each three last digits stand between the thousands: "$1,500".
std::optional<double> read_money(std::string_view text);

// The number that a text is in a column of a type: of money read_money, else read_number.
std::optional<double> number_in(ColumnType type, std::string_view text);

// The sign of an amount's currency, ₽ $ € £, however it is written ("руб.", "usd"); empty where it has none.
std::string_view currency_of(std::string_view text);

// A date as people write it, the day before the month: "2026-11-22", "22.11.2026", "22/11/26", "22 November 2026",
// "Nov 22nd, 2026", "22 ноября 2026 г.", in any case; nothing for another shape or a day that does not exist. Without a
// year ("22.11.", "22 ноября") it is the nearest such day from today on, where `today` is told; else nothing.
std::optional<Date> read_typed_date(std::string_view text, const std::optional<Date>& today = std::nullopt);

// Whether a text suits a column of a type. An empty one and one with a place to fill in, such as "[3]", always do.
bool suits(ColumnType type, std::string_view text);

// The text as a column of a type keeps it: a date as ISO, see read_typed_date, a mark as "yes" or empty, all else as it
// is.
std::string kept_cell(ColumnType type, std::string text, const std::optional<Date>& today = std::nullopt);

}  // namespace canvasbook
