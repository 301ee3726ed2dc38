// Calendar dates as files, people and PDF readers write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace canvasbook {

struct Date {
  int year = 1;   // 1 … 9999
  int month = 1;  // 1 … 12
  int day = 1;    // 1 … 31, valid for the month

  auto operator<=>(const Date&) const = default;
};

// Grows with the day: 20261121.
constexpr int order_of(const Date& date) { return (date.year * 100 + date.month) * 100 + date.day; }

// Reads "2026-11-21"; nothing for another shape or a day that does not exist.
std::optional<Date> read_date(std::string_view text);

// Whether a text is written as a date, whether or not that day exists: "2026-02-30".
bool has_form_of_date(std::string_view text);

// The same day so many months later, or the last one of that month where it has no such day; at most 9999-12-31.
// `months` must not be negative.
Date months_later(const Date& date, int months);

// Writes "2026-11-21".
std::string write_date(const Date& date);

}  // namespace canvasbook
