// The index of cues.
#include <doctest/doctest.h>

#include <map>
#include <set>

#include "export/compose/forms/forms.h"
#include "export/markdown/writer.h"
#include "tests/book.h"
#include "tests/paper.h"

namespace canvasbook::cue_index_test {

using namespace paper;

namespace {

Workbook book_of(const std::vector<Response>& first, const std::vector<Response>& second) {
  return samples::make_workbook({samples::make_document_of(
      "book", {samples::make_section_of("one", "objections", Responses{{}, first}),
               samples::make_section_of("two", "client_questions", Responses{{}, second})})});
}

std::vector<SheetBlock> tables_of(const PrintDocument& print) {
  std::vector<SheetBlock> tables;
  for (const auto& part : print.parts) {
    for (const FlowBlock& block : std::get<Flow>(part->content).blocks) {
      if (const auto* table = std::get_if<SheetBlock>(&block.content)) tables.push_back(*table);
    }
  }
  return tables;
}

std::vector<SheetBlock> index_of(const Workbook& workbook, const PageNumbers& pages = {}) {
  return tables_of(compose_form(*find_print_form("index"), workbook, {{}, {}, workbook.modified}, pages));
}

std::vector<std::string> column(const SheetBlock& table, size_t index) {
  std::vector<std::string> texts;
  for (const SheetBlock::Row& row : table.rows) texts.push_back(plain_text(row.cells[index]));
  return texts;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("cues stand by the alphabet, whatever signs and capitals they begin with, then by stage") {
  const Workbook workbook =
      book_of({samples::make_response("a", "дорого", {"Да."}), samples::make_response("b", "«Есть дешевле»", {})},
              {samples::make_response("c", "Ёлка?", {"Да."}), samples::make_response("d", "Адрес?", {"Да."})});
  const std::vector<SheetBlock> tables = index_of(workbook);
  REQUIRE(tables.size() == 2);
  CHECK(column(tables[0], 0) == Texts{"Адрес?", "дорого", "Ёлка?", "«Есть дешевле»"});
  CHECK(column(tables[0], 2) == Texts{"Title of two", "Title of one", "Title of two", "Title of one"});
  CHECK(column(tables[1], 0) == Texts{"Title of one", "Title of two"});
  CHECK(column(tables[1], 1) == Texts{"дорого · «Есть дешевле»", "Ёлка? · Адрес?"});
}

TEST_CASE("the index tells how each answer begins, with its number in the book") {
  const Workbook workbook =
      book_of({samples::make_response("a", "Dear.", {"One two three four five six seven.", "Short."}),
               samples::make_response("b", "Late.", {"Only one, and a short one"})},
              {});
  const Texts answers = column(index_of(workbook).front(), 1);
  CHECK(answers[0] == "1. One two three four five six…  2. Short.");
  CHECK(answers[1] == "Only one, and a short one");
}

TEST_CASE("an answer that nobody has written is written with a pen: on the index as on paper") {
  const Workbook workbook =
      book_of({samples::make_response("a", "Dear.", {}), samples::make_response("b", "Late.", {"Yes"})}, {});
  const Texts answers = column(index_of(workbook).front(), 1);
  CHECK(answers[0].find_first_not_of('_') == std::string::npos);
  CHECK(answers[0].size() > 10);
  CHECK(answers[1] == "Yes");
}

TEST_CASE("other words of clients stand in the alphabet too, and name the cue and its page") {
  Response dear = samples::make_response("a", "Дорого", {"Да."});
  dear.synonyms = "накладно; дороговато, не по карману; дорого";
  const Workbook workbook = book_of({dear, samples::make_response("b", "Есть дешевле", {"Да."})}, {});
  const SheetBlock table = index_of(workbook, {{"a", 5}, {"b", 6}}).front();
  CHECK(column(table, 0) ==
        Texts{"Дорого", "дороговато, не по карману →\u00A0Дорого", "Есть дешевле", "накладно →\u00A0Дорого"});
  CHECK(column(table, 1) == Texts{"Да.", "", "Да.", ""});
  CHECK(column(table, 2) == Texts{"5", "5", "6", "5"});
}

TEST_CASE("where the book numbers its cues, the index has these numbers, and where answers lead") {
  Response dear = samples::make_response("a", "Dear", {"Yes."});
  dear.answers[0].leads_to = "c";
  dear.synonyms = "pricey";
  const Workbook workbook =
      book_of({dear, samples::make_response("b", "Cheaper", {"No."})}, {samples::make_response("c", "When?", {})});
  const std::vector<SheetBlock> tables = index_of(workbook);
  CHECK(column(tables[0], 0) ==
        Texts{"Cheaper\u00A01.2", "Dear\u00A01.1", "pricey →\u00A01.1\u00A0Dear", "When?\u00A02.1"});
  CHECK(column(tables[0], 1)[1] == "Yes.\u00A0→\u00A02.1");
  CHECK(column(tables[1], 0) == Texts{"1. Title of one", "2. Title of two"});
  CHECK(column(tables[1], 1) == Texts{"1.1–1.2", "2.1"});
}

TEST_CASE("a cue is told in full where two lines hold it, and no \"…\" can stand on a line of its own") {
  const std::string cue = "They could not get through and now they want an apology";
  const SheetBlock table =
      index_of(book_of({samples::make_response("a", cue, {"First a free visit — [day], then another one."})}, {}))
          .front();
  CHECK(column(table, 0).front() == cue);
  CHECK(column(table, 1).front() == "First a free visit — [day]\u00A0…");
}

TEST_CASE("the pages of the index are those of the printed book") {
  const Workbook workbook = example("ru");
  const ComposeOptions options{{"sales"}, {}, workbook.modified};
  Fonts fonts;
  const Pages book = layout(compose(workbook, options), page_setup(PageSize::A4), fonts);
  const PageNumbers numbers = page_numbers(book);
  const SheetBlock table = tables_of(compose_form(*find_print_form("index"), workbook, options, numbers)).front();
  REQUIRE(table.rows.size() > 40);
  for (const SheetBlock::Row& row : table.rows) {
    CAPTURE(row.item);
    const std::string number = plain_text(row.cells.back());
    REQUIRE(numbers.contains(row.item));
    CHECK(number == std::to_string(numbers.at(row.item)));
    CHECK_FALSE(plain_text(row.cells.front()).starts_with("1.1 "));  // by their words, not by the numbers of the scheme
    const Page& page = book.pages[static_cast<size_t>(numbers.at(row.item)) - 1];
    CHECK(std::ranges::any_of(page.runs, [&](const TextRun& run) { return book.items[run.item] == row.item; }));
  }
}

TEST_CASE("the index of a book of usual size is a spread, and names each cue beside its page") {
  for (const char* language : {"ru", "en"}) {
    CAPTURE(language);
    const Workbook workbook = example(language);
    const ComposeOptions options{{"sales"}, {}, workbook.modified};
    Fonts fonts;
    const PrintDocument book = compose(workbook, options);
    const PageNumbers numbers = page_numbers(layout(book, page_setup(PageSize::A4), fonts));
    const PrintDocument print = compose_form(*find_print_form("index"), workbook, options, numbers);
    const Pages pages = layout(print, page_setup(PageSize::A4), fonts);
    CHECK(pages.pages.size() == 2);
    std::map<std::string, std::set<std::string>> told;  // on the lines of an item
    for (const Page& page : pages.pages) {
      for (const TextRun& run : page.runs) told[pages.items[run.item]].insert(run.text);
    }
    const std::vector<SheetBlock> tables = tables_of(print);
    for (const SheetBlock::Row& row : tables.front().rows) {
      CAPTURE(row.item);
      CHECK(told[row.item].contains(plain_text(row.cells.back())));
    }
  }
}

TEST_CASE("an index of many pages is read down its left column and then down its right one, page by page") {
  std::vector<Response> cues;
  for (int i = 1000; i < 1500; ++i) cues.push_back(samples::make_response(std::to_string(i), std::to_string(i), {"x"}));
  const Workbook workbook = book_of(cues, {samples::make_response("z", "Zeal", {"x"})});
  PageNumbers numbers;
  for (const Response& cue : cues) numbers.emplace(cue.id, 7);
  Fonts fonts;
  const PrintDocument print = compose_form(*find_print_form("index"), workbook, {{}, {}, workbook.modified}, numbers);
  const Pages pages = layout(print, page_setup(PageSize::A4), fonts);
  REQUIRE(pages.pages.size() > 2);
  std::vector<std::string> read;
  for (const Page& page : pages.pages) {
    for (const bool at_right : {false, true}) {
      for (const TextRun& run : page.runs) {
        const bool is_cue = run.face == Face::bold && pages.items[run.item] == run.text;
        if (is_cue && (run.x > page.width / 2) == at_right) read.push_back(run.text);
      }
    }
  }
  CHECK(read.size() == cues.size());
  CHECK(std::ranges::is_sorted(read));
}

TEST_CASE("every cue of the book is a bookmark under its section") {
  const Pages pages = lay_out(samples::make_workbook({samples::sound_book()}));
  const auto cue = std::ranges::find(pages.bookmarks, "Expensive.", &Bookmark::title);
  REQUIRE(cue != pages.bookmarks.end());
  REQUIRE(cue != pages.bookmarks.begin());
  CHECK(std::prev(cue)->title == "Title of objections");
  CHECK(cue->level == std::prev(cue)->level + 1);
  CHECK(pages.items[cue->item] == "price");
}

TEST_CASE("in Markdown the index names sections, as there are no pages") {
  const Workbook workbook = samples::make_workbook({samples::sound_book()});
  const std::string text =
      write_markdown(compose_form(*find_print_form("index"), workbook, {{}, {}, workbook.modified}));
  CHECK(text.find(
            "| **Expensive.** | 1. Compared to what?  2. It includes delivery. | Title of objections <!-- price -->") !=
        std::string::npos);
}

}  // namespace canvasbook::cue_index_test
