// The print form coverage: tables with visible holes, on paper and in Markdown.
#include <doctest/doctest.h>

#include "export/compose/forms/forms.h"
#include "export/markdown/writer.h"
#include "tests/book.h"
#include "tests/paper.h"

namespace canvasbook::coverage_form_test {

TEST_CASE("the coverage of a plan names its holes and where most of them are, in Markdown too") {
  const Workbook workbook = samples::make_workbook({samples::sound_touchpoints()});
  const PrintDocument print = compose_form(*find_print_form("coverage"), workbook, {{}, {}, workbook.modified});
  REQUIRE(print.parts.size() == 1);
  const std::string text = write_markdown(print);
  CHECK(text.find("| Shop window | Manager | **✗ hole** |") != std::string::npos);
  CHECK(text.find("Holes: 3 of 4. Most of them are in the row “Shop window”.") != std::string::npos);
}

TEST_CASE("the segments of the examples are covered but for what the canvas leaves open") {
  for (const char* language : {"ru", "en"}) {
    const Workbook workbook = paper::example(language);
    ComposeOptions options{{"model"}, {}, workbook.modified};
    const PrintDocument print = compose_form(*find_print_form("coverage"), workbook, options);
    REQUIRE(print.parts.size() == 1);
    const auto& blocks = std::get<Flow>(print.parts.front()->content).blocks;
    const auto* table = std::get_if<SheetBlock>(&blocks.back().content);
    REQUIRE(table != nullptr);
    CHECK(table->rows.size() == 4);
    CHECK(table->columns.size() == 6);  // the segment, four blocks and its economics
  }
}

}  // namespace canvasbook::coverage_form_test
