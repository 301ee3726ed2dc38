// The sheet to sign that a document was read.
#include <doctest/doctest.h>

#include "export/compose/forms/forms.h"
#include "export/markdown/writer.h"
#include "tests/book.h"
#include "tests/paper.h"

namespace canvasbook::signatures_test {

using namespace paper;

namespace {

PrintDocument sheet_of(const Workbook& workbook) {
  return compose_form(*find_print_form("signatures"), workbook, {{}, {}, workbook.modified});
}

Workbook revised(Language language) {
  Document document = samples::sound_standards();
  document.language = language;
  document.title = "Standards";
  document.revision.date = Date{2026, 11, 16};
  document.revision.owner = "Ann";
  Workbook workbook = samples::make_workbook({std::move(document)});
  workbook.language = language;
  return workbook;
}

}  // namespace

TEST_CASE("the sheet names the document and its revision, and has twenty rows to sign on one page") {
  Fonts fonts;
  for (const Language language : {Language::ru, Language::en}) {
    const PrintDocument print = sheet_of(revised(language));
    REQUIRE(print.parts.size() == 1);
    for (const PageSize size : {PageSize::A4, PageSize::Letter}) {
      const Pages pages = layout(print, page_setup(size), fonts);
      CHECK(pages.pages.size() == 1);
      const std::string text = all_text(pages);
      CHECK(text.find("Standards") != std::string::npos);
      CHECK(text.find("Ann") != std::string::npos);
      CHECK(text.find(Catalog::of(language).text("paper.signature")) != std::string::npos);
      float before = 0;
      for (const TextRun& run : pages.pages.front().runs) {
        if (run.role != RunRole::table_cell) continue;
        if (before > 0) CHECK(run.baseline - before > 22);  // 8 mm to sign on
        before = run.baseline;
      }
      CHECK(text.find("20") != std::string::npos);
    }
  }
}

TEST_CASE("any document has a sheet to sign, one without a title and sections too") {
  Document document = samples::make_document_of("empty", {});
  document.title.clear();
  const Workbook workbook = samples::make_workbook({std::move(document), samples::sound_book()});
  CHECK(documents_with_form(*find_print_form("signatures"), workbook).size() == 2);
  const PrintDocument print = sheet_of(workbook);
  CHECK(print.parts.size() == 2);
  Fonts fonts;
  CHECK(layout(print, page_setup(PageSize::A4), fonts).pages.size() == 2);
}

TEST_CASE("in Markdown a few empty rows show what is signed") {
  const std::string text = write_markdown_to_read(sheet_of(revised(Language::en)));
  CHECK(text.find("## Standards\n") != std::string::npos);
  CHECK(text.find("| 5 |") != std::string::npos);
  CHECK(text.find("| 6 |") == std::string::npos);
}

}  // namespace canvasbook::signatures_test
