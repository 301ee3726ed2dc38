#include "model/review/progress.h"

#include <doctest/doctest.h>

#include "tests/book.h"
#include "tests/findings.h"
#include "tests/samples.h"

namespace canvasbook::progress_test {

using samples::make_section_of;

TEST_CASE("of a board its blocks are filled or not, blank notes fill none") {
  Board board;
  Note blank = samples::make_note("blank");
  blank.text = " ";
  board.blocks = {samples::make_block("channels", 0, {samples::make_note("a")}),
                  samples::make_block("key_partners", 1, {blank}), samples::make_block("gains", 2, {})};
  const Progress progress = progress_of(samples::make_section("s", board));
  CHECK(progress.filled == 1);
  CHECK(progress.count == 3);
  REQUIRE(progress.empty.size() == 2);
  CHECK(progress.empty[0].item == "s/key_partners");
  CHECK(progress_words(Catalog::of(Language::en), progress) == "1 of 3 filled");
  CHECK(progress_words(Catalog::of(Language::ru), progress) == "Заполнено 1 из 3");
}

TEST_CASE("where nothing is found it is told how much is filled, until all of it is") {
  const Catalog& english = Catalog::of(Language::en);
  CHECK(nothing_found_words(english, {2, 6, {}}) == "The review has nothing to say so far. 2 of 6 filled.");
  CHECK(nothing_found_words(Catalog::of(Language::ru), {2, 6, {}}) == "Пока замечаний нет. Заполнено 2 из 6.");
  CHECK(nothing_found_words(english, {6, 6, {}}) == english.text("check.nothing"));
  CHECK(nothing_found_words(english, {}) == english.text("check.nothing"));
  CHECK(nothing_found_words(english, sum_of({6, 6, {}}, {0, 3, {}})).find("6 of 9 filled") != std::string::npos);
}

TEST_CASE("a section of the newer kinds that holds no word is empty, one of prose does not count") {
  Sheet sheet = samples::make_standards("row");
  sheet.rows[0].cells = {{"action", "  "}};
  const Document document = samples::make_document_of(
      "d", {make_section_of("a", "", Responses{"Cue", {samples::make_response("r", " ", {"", "\n"})}}),
            make_section_of("b", "", Replacements{}), make_section_of("c", "", Dialogue{}),
            make_section_of("d1", "", Checklist{}), make_section_of("e", "", sheet), make_section_of("f", "", Prose{}),
            make_section_of("g", "", Responses{"Cue", {samples::make_response("q", "Dear", {})}})});
  const Progress progress = progress_of(document);
  CHECK(progress.filled == 1);
  CHECK(progress.count == 6);
  std::string empty;
  for (const EmptyPart& part : progress.empty) empty += part.item + " ";
  CHECK(empty == "a b c d1 e ");
}

}  // namespace canvasbook::progress_test
