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

// Reads "2026-11-21"; nothing for another shape or a day that does not exist.
std::optional<Date> read_date(std::string_view text);

// Writes "2026-11-21".
std::string write_date(const Date& date);

}  // namespace canvasbook
