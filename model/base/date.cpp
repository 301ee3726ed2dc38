#include "model/base/date.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>

#include "model/text/text.h"

namespace canvasbook {

std::optional<Date> read_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  Date date;
  auto number = [&](size_t from, size_t count, int& value) {
    const char* end = text.data() + from + count;
    return std::from_chars(text.data() + from, end, value).ptr == end;
  };
  if (!number(0, 4, date.year) || !number(5, 2, date.month) || !number(8, 2, date.day)) return std::nullopt;
  const std::chrono::year_month_day day{std::chrono::year{date.year}, std::chrono::month(unsigned(date.month)),
                                        std::chrono::day(unsigned(date.day))};
  if (date.year < 1 || date.month < 1 || date.day < 1 || !day.ok()) return std::nullopt;
  return date;
}

bool has_form_of_date(std::string_view text) {
  constexpr std::string_view form = "0000-00-00";
  return std::ranges::equal(text, form,
                            [](char one, char wanted) { return wanted == '-' ? one == '-' : is_digit(one); });
}

Date months_later(const Date& date, int months) {
  using std::chrono::year_month;
  constexpr int last_year = 9999;
  const year_month start{std::chrono::year{date.year}, std::chrono::month(unsigned(date.month))};
  const year_month then = start + std::chrono::months(months);
  if (int(then.year()) > last_year) return {last_year, 12, 31};
  const unsigned last_day(
      std::chrono::year_month_day_last(then.year(), std::chrono::month_day_last(then.month())).day());
  return {int(then.year()), int(unsigned(then.month())), std::min(date.day, int(last_day))};
}

std::string write_date(const Date& date) {
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", date.year % 10000, date.month % 100, date.day % 100);
  return text;
}

}  // namespace canvasbook
