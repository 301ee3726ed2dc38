// The STOP list for the wall.
#include <doctest/doctest.h>

#include "export/colours.h"
#include "export/compose/forms/forms.h"
#include "export/layout/columns_below.h"
#include "export/markdown/writer.h"
#include "tests/book.h"
#include "tests/paper.h"

namespace canvasbook::wall_sheet_test {

using namespace paper;

namespace {

Replacements list_of(size_t count) {
  Replacements list;
  for (size_t i = 0; i < count; ++i) {
    const std::string number = std::to_string(i);
    list.replacements.push_back({"p" + number, "Phrase " + number, "What we say instead " + number, "Reason", {}});
  }
  return list;
}

Workbook book_of(const std::vector<Replacements>& lists) {
  std::vector<Section> sections;
  for (size_t i = 0; i < lists.size(); ++i) {
    sections.push_back(samples::make_section_of("list" + std::to_string(i), "stop_list", lists[i]));
  }
  return samples::make_workbook({samples::make_document_of("book", std::move(sections))});
}

PrintDocument wall_of(const Workbook& workbook) {
  return compose_form(*find_print_form("wall"), workbook, {{}, {}, workbook.modified});
}

Pages on_paper(const Workbook& workbook, PageSize size = PageSize::A4) {
  Fonts fonts;
  return layout(wall_of(workbook), page_setup(size), fonts);
}

float letters_of(const Pages& pages) {
  for (const TextRun& run : pages.pages.front().runs) {
    if (run.role == RunRole::table_cell) return run.size;
  }
  return 0;
}

}  // namespace

TEST_CASE("all STOP lists of a document stand on one sheet: phrase and replacement, without reasons") {
  const PrintDocument print = wall_of(book_of({list_of(2), list_of(1)}));
  REQUIRE(print.parts.size() == 1);
  const auto& wall = std::get<WallSheet>(print.parts.front()->content);
  CHECK(wall.title == "Title of list0");
  CHECK(wall.sheet.columns.size() == 2);
  REQUIRE(wall.sheet.rows.size() == 3);
  CHECK(plain_text(wall.sheet.rows[1].cells[0]) == "Phrase 1");
  CHECK(plain_text(wall.sheet.rows[1].cells[1]) == "What we say instead 1");
  CHECK(write_markdown(print).find("Reason") == std::string::npos);
}

TEST_CASE("what the client hears stands below the phrase on the wall, and in a column of its own in Markdown") {
  Replacements heard = list_of(1);
  heard.replacements[0].hears = "It will not happen";
  const PrintDocument print = wall_of(book_of({list_of(1), heard}));
  const auto& wall = std::get<WallSheet>(print.parts.front()->content);
  REQUIRE(wall.sheet.columns.size() == 3);
  CHECK(wall.sheet.columns[1].below);
  CHECK(wall.sheet.rows[0].cells[1].empty());
  CHECK(plain_text(wall.sheet.rows[1].cells[1]) == "It will not happen");
  CHECK(plain_text(wall.sheet.rows[1].cells[2]) == "What we say instead 0");
  CHECK(write_markdown(print).find(" | It will not happen | What we say instead 0") != std::string::npos);
  const SheetBlock on_page = with_columns_below(wall.sheet);
  REQUIRE(on_page.columns.size() == 2);
  CHECK(plain_text(on_page.rows[0].cells[0]) == "Phrase 0");
  CHECK(plain_text(on_page.rows[1].cells[0]) == "Phrase 0\nThe customer hears: It will not happen");
}

TEST_CASE("what the client hears is smaller on the wall than the phrase, and grey") {
  Replacements list = list_of(1);
  list.replacements.front().hears = "Nobody cares";
  const Pages pages = on_paper(book_of({list}));
  float phrase = 0;
  float hears = 0;
  for (const TextRun& run : pages.pages.front().runs) {
    if (run.text.find("Phrase") != std::string::npos) phrase = run.size;
    if (run.text.find("Nobody") == std::string::npos) continue;
    hears = run.size;
    CHECK(run.colour == paper_colours::muted);
  }
  CHECK(hears > 0);
  CHECK(hears < phrase);
}

TEST_CASE("a phrase of which only what the client hears is written hangs on the wall as well") {
  Replacements heard;
  heard.replacements.push_back({"h", {}, {}, {}, {}});
  heard.replacements.back().hears = "Nobody cares";
  const Workbook workbook = book_of({heard});
  CHECK(documents_with_form(*find_print_form("wall"), workbook) == std::vector<std::string>{"book"});
  CHECK(write_markdown(wall_of(workbook)).find("Nobody cares") != std::string::npos);
  CHECK(all_text(on_paper(workbook)).find("Nobody") != std::string::npos);
}

TEST_CASE("other replacements than STOP lists do not hang on the wall") {
  const Workbook workbook = samples::make_workbook(
      {samples::make_document_of("book", {samples::make_section_of("words", "wording", list_of(2))})});
  CHECK(wall_of(workbook).parts.empty());
}

TEST_CASE("the letters are read from 2 m: on as few pages as hold them, larger for fewer phrases and on larger paper") {
  const Pages few = on_paper(book_of({list_of(5)}));
  const Pages many = on_paper(book_of({list_of(30)}));
  const Pages large = on_paper(book_of({list_of(30)}), PageSize::A3);
  CHECK(few.pages.size() == 1);
  CHECK(many.pages.size() == 2);
  CHECK(large.pages.front().width > 800);
  CHECK(large.pages.size() <= 2);
  CHECK(letters_of(few) > letters_of(many));
  CHECK(letters_of(large) > letters_of(many));
  CHECK(letters_of(many) >= 22);
  float lowest = 0;
  for (const TextRun& run : many.pages.front().runs) {
    if (run.role == RunRole::table_cell) lowest = std::max(lowest, run.baseline);
  }
  CHECK(lowest > many.pages.front().height * 0.8F);  // the page is filled
}

TEST_CASE("more phrases than a page holds go on on further ones") {
  const Pages pages = on_paper(book_of({list_of(300)}));
  CHECK(pages.pages.size() > 1);
  const std::string text = all_text(pages);
  for (int i = 0; i < 300; ++i) CHECK(text.find("Phrase " + std::to_string(i) + "\n") != std::string::npos);
  for (const Page& page : pages.pages) {
    for (const TextRun& run : page.runs) CHECK(run.baseline < page.height);
  }
}

TEST_CASE("a word that is wider than its column is parted, and a replacement longer than a page is not lost") {
  Replacements list;
  list.replacements.push_back({"p", std::string(200, 'w'), {}, {}, {}});
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "word" + std::to_string(i) + " ";
  list.replacements.push_back({"q", {}, text, {}, {}});
  const Pages pages = on_paper(book_of({list}));
  CHECK(all_text(pages).find("word2999") != std::string::npos);
  for (const Page& page : pages.pages) {
    for (const TextRun& run : page.runs) CHECK(run.x + run.width <= page.width);
  }
}

}  // namespace canvasbook::wall_sheet_test
