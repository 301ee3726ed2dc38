// The rules for links between sections, each where it speaks and where it is silent.
#include <doctest/doctest.h>

#include "tests/book.h"
#include "tests/findings.h"

namespace canvasbook::sections_test {

using samples::make_section_of;
using samples::subjects_of;

TEST_CASE("a section of the newer kinds that holds nothing is found, one of prose is not") {
  const Workbook workbook = samples::make_workbook(
      {samples::make_document_of("d", {make_section_of("a", "", Responses{}), make_section_of("b", "", Replacements{}),
                                       make_section_of("c", "", Dialogue{}), make_section_of("d1", "", Checklist{}),
                                       make_section_of("e", "", Sheet{}), make_section_of("f", "", Prose{})})});
  CHECK(subjects_of(workbook, "empty_section") == "a b c d1 e ");
}

TEST_CASE("items without a word count as nothing") {
  Sheet sheet = samples::make_standards("row");
  sheet.rows[0].cells = {{"action", "  "}};
  const Workbook workbook = samples::make_workbook({samples::make_document_of(
      "d", {make_section_of("a", "", Responses{"Cue", {samples::make_response("r", " ", {"", "\n"})}}),
            make_section_of("e", "", sheet)})});
  CHECK(subjects_of(workbook, "empty_section") == "a e ");
}

TEST_CASE("a line whose answer does not exist is found; an answer of another document exists") {
  Workbook workbook = samples::make_workbook({samples::sound_book()});
  CHECK(subjects_of(workbook, "missing_module").empty());
  workbook = samples::with_changed<Responses>(workbook, "objections", [](Responses& responses) {
    responses.responses[0].answers.erase(responses.responses[0].answers.begin());
  });
  CHECK(subjects_of(workbook, "missing_module") == "t1_2 ");
  const Document other = samples::make_document_of(
      "other", {make_section_of("more", "", Responses{"", {samples::make_response("price", "", {"Back again"})}})});
  CHECK(subjects_of(add_document(workbook, other), "missing_module").empty());
}

TEST_CASE("a line that nobody says is found") {
  const Workbook workbook = samples::with_changed<Dialogue>(samples::make_workbook({samples::sound_book()}), "talk1",
                                                            [](Dialogue& talk) { talk.speakers.pop_back(); });
  CHECK(subjects_of(workbook, "line_without_speaker") == "t1_1 ");
}

TEST_CASE("a cell for a column that does not exist is found, so that its words are not lost") {
  const Workbook workbook =
      samples::with_changed<Sheet>(samples::make_workbook({samples::sound_standards()}), "greeting", [](Sheet& sheet) {
        sheet.rows[0].cells["gone"] = "words";
        sheet.rows[0].cells["blank"] = " ";
      });
  CHECK(subjects_of(workbook, "cell_without_column") == "greet/gone ");
}

}  // namespace canvasbook::sections_test
