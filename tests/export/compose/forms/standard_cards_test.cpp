// Cards of standards: what stands on them, and long ones.
#include <doctest/doctest.h>

#include "export/compose/forms/forms.h"
#include "export/markdown/writer.h"
#include "tests/book.h"
#include "tests/paper.h"

namespace canvasbook::standard_cards_test {

using namespace paper;

namespace {

PrintDocument cards_of(const Workbook& workbook) {
  return compose_form(*find_print_form("standard-cards"), workbook, {{}, {}, workbook.modified});
}

Pages on_paper(const Workbook& workbook) {
  Fonts fonts;
  return layout(cards_of(workbook), page_setup(PageSize::A4), fonts);
}

Workbook standards_with(const Sheet& sheet) {
  return samples::make_workbook(
      {samples::make_document_of("rules", {samples::make_section_of("greeting", "standards", sheet)})});
}

}  // namespace

TEST_CASE("a standard a card: the situation as its head, then what the sheet says, each below its title") {
  const PrintDocument print = cards_of(samples::make_workbook({samples::sound_standards()}));
  REQUIRE(print.parts.size() == 1);
  const auto& cards = std::get<PocketCards>(print.parts.front()->content);
  CHECK(cards.on_sheet == 4);
  REQUIRE(cards.cards.size() == 1);
  CHECK(cards.cards.front().item == "greet");
  CHECK(cards.cards.front().section == "Title of greeting");
  const auto& record = std::get<RecordBlock>(cards.cards.front().content);
  CHECK(plain_text(numbered_title(record)) == "1. A guest comes in");
  const std::string text = all_text(on_paper(samples::make_workbook({samples::sound_standards()})));
  size_t at = 0;
  for (const char* part : {"Title of greeting", "A guest comes in", "Title of action", "Greets first",
                           "Title of measure", "Time to the greeting", "30", "Title of reason"}) {
    CAPTURE(part);
    at = text.find(part, at);
    REQUIRE(at != std::string::npos);
  }
}

TEST_CASE("what is said stands out on a card, measure and target are one thing, and the company is named") {
  Workbook workbook = samples::make_workbook({samples::sound_standards()});
  workbook.company = "Morning";
  const PrintDocument print = cards_of(samples::with_changed<Sheet>(workbook, "greeting", [](Sheet& sheet) {
    sheet.rows[0].cells["target"] = "95";
    sheet.rows[0].cells["unit"] = "%";
    SheetColumn wording;
    wording.id = wording.role = "wording";
    sheet.columns.push_back(std::move(wording));
    sheet.rows[0].cells["wording"] = "Hello!";
  }));
  const PocketCard& card = std::get<PocketCards>(print.parts.front()->content).cards.front();
  CHECK(card.company == "Morning");
  bool says = false;
  bool measures = false;
  for (const RecordBlock::Field& field : std::get<RecordBlock>(card.content).fields) {
    says = says || (plain_text(field.text) == "Hello!" && field.text.front().strong);
    measures = measures || plain_text(field.text) == "Time to the greeting: 95%";
  }
  CHECK(says);
  CHECK(measures);
}

TEST_CASE("the cards of standards have the numbers that the document prints; rows of a table have none") {
  Sheet table = samples::make_standards("in_table");
  table.layout = SheetLayout::table;
  const PrintDocument print = cards_of(samples::make_workbook({samples::make_document_of(
      "rules", {samples::make_section_of("hall", "standards", samples::make_standards("first")),
                samples::make_section_of("table", "standards", table),
                samples::make_section_of("phone", "standards", samples::make_standards("second"))})}));
  std::vector<std::string> numbers;
  for (const PocketCard& card : std::get<PocketCards>(print.parts.front()->content).cards) {
    numbers.push_back(std::get<RecordBlock>(card.content).number);
  }
  CHECK(numbers == std::vector<std::string>{"1", "", "2"});
}

TEST_CASE("a standard without a situation is called by its touchpoint") {
  Sheet sheet = samples::make_standards("s");
  sheet.columns.push_back({"at", "covers", "Where", ColumnType::touchpoint, {}, 0, {}});
  sheet.rows.front().cells.erase("situation");
  sheet.rows.front().cells["at"] = "t1";
  Workbook workbook = samples::linked_workbook();
  workbook.documents.emplace_back(
      samples::make_document_of("rules", {samples::make_section_of("greeting", "standards", sheet)}));
  const PrintDocument print = cards_of(workbook);
  REQUIRE(print.parts.size() == 1);
  const auto& cards = std::get<PocketCards>(print.parts.front()->content).cards;
  CHECK(plain_text(std::get<RecordBlock>(cards.front().content).title) == "Shop window");
}

TEST_CASE("a standard longer than a card goes on on the next one, which says so, and no word is lost") {
  Sheet sheet = samples::make_standards("long");
  std::string action;
  for (int i = 0; i < 500; ++i) action += (i == 0 ? "word" : " word") + std::to_string(i);
  sheet.rows.front().cells["action"] = action;
  sheet.columns[2].title = std::string(2000, 't');
  const Pages pages = on_paper(standards_with(sheet));
  const std::string text = all_text(pages);
  CHECK(text.find("1. A guest comes in, continued") != std::string::npos);
  for (int i = 0; i < 500; ++i) CHECK(text.find("word" + std::to_string(i)) != std::string::npos);
  CHECK(text.find("Who was seen waits in peace") != std::string::npos);
  for (const Page& page : pages.pages) {
    for (const TextRun& run : page.runs) {
      CAPTURE(run.text);
      CHECK(run.baseline < page.height - 18);
      CHECK((run.x + run.width < page.width / 2 || run.x > page.width / 2));
    }
  }
}

TEST_CASE("three hundred standards of a document without a title take seventy-five sheets") {
  Sheet sheet = samples::make_standards("s0");
  const SheetRow row = sheet.rows.front();
  for (int i = 1; i < 300; ++i) {
    sheet.rows.push_back(row);
    sheet.rows.back().id = "s" + std::to_string(i);
  }
  Document document = samples::make_document_of("rules", {samples::make_section_of("greeting", "standards", sheet)});
  document.title.clear();
  document.sections.front() = Section{"greeting", "standards", "", 1, sheet, 0, {}};
  CHECK(on_paper(samples::make_workbook({std::move(document)})).pages.size() == 75);
}

TEST_CASE("in Markdown the cards of standards stand under their sections") {
  const std::string text = write_markdown(cards_of(samples::make_workbook({samples::sound_standards()})));
  CHECK(text.find("## Title of greeting\n\n### 1. A guest comes in<!-- greet -->\n\n- **Title of action:** Greets") !=
        std::string::npos);
}

}  // namespace canvasbook::standard_cards_test
