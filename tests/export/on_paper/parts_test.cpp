#include "export/on_paper/parts.h"

#include <doctest/doctest.h>

#include <cstdlib>

#include "model/call_gaps.h"
#include "tests/paper.h"
#include "tests/samples.h"

namespace canvasbook::parts_test {

using namespace samples;

namespace {

PaperParts parts_of(const Workbook& workbook) {
  Fonts fonts;
  return parts_on_paper(workbook, layout(compose(workbook, {{}, {}, workbook.modified}), {}, fonts));
}

// Running text of so many short paragraphs, each about as high as the other.
Prose lines(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += "One line of text.\n\n";
  return {text};
}

Section titled(const std::string& id, Content content, int level = 1) {
  Section section = make_section(id, std::move(content));
  section.title = "Title of " + id;
  section.level = level;
  return section;
}

bool about(int tenths, int expected) { return std::abs(tenths - expected) <= 1; }

}  // namespace

TEST_CASE("a section takes what stands up to the next one, and begins on its page") {
  const Workbook workbook =
      make_workbook({make_document_of("d", {titled("a", lines(20)), titled("b", lines(60)), titled("c", lines(20))})});
  const PaperParts parts = parts_of(workbook);
  const int short_one = parts.at("a").whole.tenths;
  CHECK(short_one > 3);
  CHECK(short_one < 10);
  CHECK(parts.at("a").whole.page == 1);
  CHECK(about(parts.at("b").whole.tenths, short_one * 3));
  CHECK(about(parts.at("c").whole.tenths, short_one));
  CHECK(parts.at("c").whole.page > 1);
}

TEST_CASE("a section takes the deeper ones behind it along") {
  const Workbook workbook = make_workbook(
      {make_document_of("d", {titled("part", lines(5)), titled("inner", lines(20), 2), titled("next", lines(5))})});
  const PaperParts parts = parts_of(workbook);
  CHECK(parts.at("part").whole.tenths >= parts.at("inner").whole.tenths + parts.at("next").whole.tenths - 1);
}

TEST_CASE("the headings inside a text are measured in their order, its own title apart") {
  const std::string inner = "# One\n\n" + lines(10).text + "## Deeper\n\n" + lines(10).text + "# Two\n\nx\n";
  Workbook workbook = make_workbook({make_document_of("d", {titled("a", Prose{inner})})});
  for (const bool has_title : {true, false}) {
    if (!has_title) workbook = rename_section(workbook, "a", "");
    const PaperParts parts = parts_of(workbook);
    const std::vector<PartOnPaper>& headings = parts.at("a").headings;
    REQUIRE(headings.size() == 3);
    CHECK(headings[0].tenths > headings[1].tenths);
    CHECK(headings[1].tenths > headings[2].tenths);
  }
}

TEST_CASE("a page that is left half empty counts as far as it is filled, and a canvas as a whole page") {
  Board board;
  board.columns = 1;
  board.rows = 1;
  board.blocks = {make_block("channels", 0, {make_note("n")})};
  const Workbook workbook = make_workbook({make_document_of("d", {titled("text", lines(5)), titled("canvas", board)}),
                                           make_document_of("other", {titled("last", lines(5))})});
  const PaperParts parts = parts_of(workbook);
  CHECK(parts.at("text").whole.tenths < 5);
  CHECK(parts.at("canvas").whole == PartOnPaper{2, 10});
  CHECK(parts.at("last").whole.page == 3);
  CHECK(parts.at("last").whole.tenths < 5);
}

TEST_CASE("cover and contents of the next document belong to no section") {
  Document second = make_document_of("second", {titled("b", lines(5))});
  second.paper.cover = second.paper.contents = true;
  const PaperParts parts = parts_of(make_workbook({make_document_of("first", {titled("a", lines(5))}), second}));
  CHECK(about(parts.at("a").whole.tenths, parts.at("b").whole.tenths));
  CHECK(parts.at("b").whole.page == 4);
}

TEST_CASE("every section of the examples that has something to print is measured") {
  for (const char* language : {"en", "ru"}) {
    const Workbook workbook = paper::example(language);
    const PaperParts parts = parts_of(workbook);
    for (const auto& document : workbook.documents) {
      for (const auto& section : document->sections) {
        CAPTURE(section->id);
        const bool prints = section->role != "placeholders" && !is_gaps(*section);
        CHECK(parts.contains(section->id) == prints);
      }
    }
  }
}

}  // namespace canvasbook::parts_test
