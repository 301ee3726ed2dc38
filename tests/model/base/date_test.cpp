#include "model/base/date.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>

namespace canvasbook::date_test {

TEST_CASE("a date is read as people write it in files") {
  CHECK(read_date("2026-11-21") == Date{2026, 11, 21});
  CHECK(read_date("0001-01-01") == Date{1, 1, 1});
  CHECK(read_date("9999-12-31") == Date{9999, 12, 31});
}

TEST_CASE("a day that does not exist is no date") {
  for (const char* text : {"2026-02-29", "2026-02-30", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00",
                           "2026-01-32", "0000-01-01", "2100-02-29"}) {
    CAPTURE(text);
    CHECK_FALSE(read_date(text));
  }
}

TEST_CASE("29 February exists in leap years") {
  CHECK(read_date("2028-02-29") == Date{2028, 2, 29});
  CHECK(read_date("2000-02-29") == Date{2000, 2, 29});
}

TEST_CASE("text of another shape is no date") {
  for (const char* text :
       {"", "2026", "2026-11-2", "2026-11-211", "26-11-21", "2026/11/21", "21.11.2026", "2026-1-021", "202a-11-21",
        "-026-11-21", "+026-11-21", "2026- 1-21", "2026-11--1", " 026-11-21", "2026-11-21T", "２０"}) {
    CAPTURE(text);
    CHECK_FALSE(read_date(text));
  }
}

TEST_CASE("a date is written with leading zeros") {
  CHECK(write_date({2026, 9, 7}) == "2026-09-07");
  CHECK(write_date({7, 1, 2}) == "0007-01-02");
}

TEST_CASE("dates compare as the calendar does") {
  CHECK(Date{2026, 1, 31} < Date{2026, 2, 1});
  CHECK(Date{2025, 12, 31} < Date{2026, 1, 1});
  CHECK(order_of({2026, 1, 31}) < order_of({2026, 2, 1}));
  CHECK(order_of({2025, 12, 31}) < order_of({2026, 1, 1}));
}

TEST_CASE("months later is the same day, or the last of a shorter month") {
  CHECK(months_later({2026, 11, 30}, 6) == Date{2027, 5, 30});
  CHECK(months_later({2026, 8, 31}, 6) == Date{2027, 2, 28});
  CHECK(months_later({2027, 8, 31}, 6) == Date{2028, 2, 29});
  CHECK(months_later({2026, 12, 15}, 0) == Date{2026, 12, 15});
  CHECK(months_later({2026, 12, 15}, 1) == Date{2027, 1, 15});
  CHECK(months_later({9999, 7, 1}, 6) == Date{9999, 12, 31});
}

TEST_CASE("a written date reads back as the same date") {
  CHECK(rc::check([] {
    const Date date{*rc::gen::inRange(1, 10000), *rc::gen::inRange(1, 13), *rc::gen::inRange(1, 29)};
    RC_ASSERT(read_date(write_date(date)) == date);
  }));
}

TEST_CASE("any bytes can be asked for a date, and what reads as a date writes back as the same text") {
  CHECK(rc::check([] {
    const auto text =
        *rc::gen::resize(10, rc::gen::container<std::string>(rc::gen::elementOf(std::string("0123456789-"))));
    if (const auto date = read_date(text)) RC_ASSERT(write_date(*date) == text);
  }));
}

}  // namespace canvasbook::date_test
