#include "editor/session/moment_words.h"

#include <chrono>

namespace canvasbook {

namespace {

std::chrono::sys_days day_number(const Date& date) {
  return std::chrono::year_month_day{std::chrono::year{date.year}, std::chrono::month(unsigned(date.month)),
                                     std::chrono::day(unsigned(date.day))};
}

}  // namespace

std::string moment_words(const Catalog& words, std::string_view moment, std::string_view now) {
  constexpr size_t date_length = 10;
  constexpr size_t length = 16;
  const auto date = read_date(moment.substr(0, date_length));
  if (!date || moment.size() != length) return std::string(moment);
  if (const auto today = read_date(now.substr(0, date_length))) {
    const auto days = (day_number(*today) - day_number(*date)).count();
    const std::string time(moment.substr(date_length + 1));
    if (days == 0) return words.text("moment.today", {{"time", time}});
    if (days == 1) return words.text("moment.yesterday", {{"time", time}});
  }
  return words.date(*date);
}

}  // namespace canvasbook
