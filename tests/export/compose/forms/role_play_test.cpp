// Sheets to play dialogues by.
#include <doctest/doctest.h>

#include "export/compose/forms/forms.h"
#include "export/markdown/writer.h"
#include "tests/book.h"
#include "tests/paper.h"

namespace canvasbook::role_play_test {

using namespace paper;

namespace {

Workbook book_with_line(const std::string& text) {
  return samples::with_changed<Dialogue>(samples::make_workbook({samples::sound_book()}), "talk1",
                                         [&](Dialogue& talk) { talk.lines[1].text = text; });
}

std::vector<PrintPart> sheets_of(const Workbook& workbook) {
  std::vector<PrintPart> sheets;
  const PrintDocument print = compose_form(*find_print_form("roleplay"), workbook, {{}, {}, workbook.modified});
  for (const auto& part : print.parts) sheets.push_back(*part);
  return sheets;
}

const TalkBlock& talk_on(const PrintPart& sheet) {
  for (const FlowBlock& block : std::get<Flow>(sheet.content).blocks) {
    if (const auto* talk = std::get_if<TalkBlock>(&block.content)) return *talk;
  }
  static const TalkBlock none;
  FAIL_CHECK("no talk on the sheet");
  return none;
}

}  // namespace

TEST_CASE("each dialogue has a sheet for the staff and one for the client, on pages of their own") {
  const std::vector<PrintPart> sheets = sheets_of(samples::make_workbook({samples::sound_book()}));
  REQUIRE(sheets.size() == 6);
  CHECK(sheets[0].title == "Title of talk1: sheet for the staff");
  CHECK(sheets[1].title == "Title of talk1: sheet for the customer");
  for (const PrintPart& sheet : sheets) {
    CHECK(std::get<Flow>(sheet.content).starts_page);
    const auto& blocks = std::get<Flow>(sheet.content).blocks;
    CHECK(std::ranges::any_of(blocks, [](const FlowBlock& block) {
      const auto* text = std::get_if<RichBlock>(&block.content);
      return text != nullptr && plain_text(text->spans) == "A call.";  // the situation
    }));
  }
}

TEST_CASE("on the sheet of the staff the client speaks, and their own lines are rules, more for a long one") {
  const std::string secret = "We bring coffee to your door, fifteen minutes before the meeting begins, every time.";
  const TalkBlock talk = talk_on(sheets_of(book_with_line(secret)).front());
  REQUIRE(talk.lines.size() == 2);
  CHECK(plain_text(talk.lines[0].text) == "Expensive.");
  CHECK(talk.lines[0].writing_lines == 0);
  CHECK(talk.lines[1].text.empty());
  CHECK(talk.lines[1].writing_lines == 2);
  CHECK(talk_on(sheets_of(book_with_line("Compared?")).front()).lines[1].writing_lines == 1);
}

TEST_CASE("on the sheet of the client the staff's lines are told by their first words") {
  const TalkBlock talk = talk_on(sheets_of(book_with_line("We bring coffee to your door, always.")).at(1));
  CHECK(plain_text(talk.lines[0].text) == "Expensive.");
  CHECK_FALSE(talk.lines[0].is_prompt);
  CHECK(plain_text(talk.lines[1].text) == "We bring coffee to…");
  CHECK(talk.lines[1].is_prompt);
}

TEST_CASE("what the staff says stands nowhere on their sheet, neither on paper nor in Markdown") {
  const Workbook workbook = book_with_line("Compared to which of our competitors?");
  const PrintDocument print = compose_form(*find_print_form("roleplay"), workbook, {{}, {}, workbook.modified});
  Fonts fonts;
  const std::string paper = all_text(layout(print, page_setup(PageSize::A4), fonts));
  const std::string markdown = write_markdown(print);
  CHECK(paper.find("competitors") == std::string::npos);
  CHECK(markdown.find("competitors") == std::string::npos);
  CHECK(markdown.find("- **Manager:** ____") != std::string::npos);
}

TEST_CASE("a dialogue without lines has no sheets") {
  Workbook workbook = samples::make_workbook({samples::sound_book()});
  workbook = samples::with_changed<Dialogue>(workbook, "talk2", [](Dialogue& talk) { talk.lines.clear(); });
  CHECK(sheets_of(workbook).size() == 4);
}

}  // namespace canvasbook::role_play_test
