#include "model/text/list_marks.h"

#include <doctest/doctest.h>

namespace canvasbook::list_marks_test {

namespace {

std::string bare(const std::string& line) { return without_list_mark({line}).front(); }

}  // namespace

TEST_CASE("the mark of a list goes, a number or a dash that belongs to the text stays") {
  for (const char* line :
       {"1. Форма", "12) Форма", "- Форма", "– Форма", "— Форма", "•\u00A0Форма", "  * Форма", "☐ Форма"}) {
    CAPTURE(line);
    CHECK(bare(line) == "Форма");
  }
  for (const char* line : {"100 форм", "1,5 л воды", "1.5 l", "2024. Год", "-5 °C", "+7 900 000-00-00", "1", "1.", "-",
                           "", "Форма 1. Чистая", "№ 1. Форма", "**Форма** чистая"}) {
    CAPTURE(line);
    CHECK(bare(line) == line);
  }
}

TEST_CASE("a mark in a cell of its own goes with the cell") {
  CHECK(without_list_mark({"1.", "Форма", "Чистая"}) == std::vector<std::string>{"Форма", "Чистая"});
  CHECK(without_list_mark({"1", "Форма"}) == std::vector<std::string>{"1", "Форма"});
  CHECK(without_list_mark({"1. Форма", "Чистая"}) == std::vector<std::string>{"Форма", "Чистая"});
  CHECK(without_list_mark({}).empty());
  CHECK(list_mark_of({"2. Руки"}).kind == ListMarkKind::number);
  CHECK(list_mark_of({"- Руки"}).kind == ListMarkKind::bullet);
}

}  // namespace canvasbook::list_marks_test
