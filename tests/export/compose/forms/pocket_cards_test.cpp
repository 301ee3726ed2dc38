// Pocket cards: what stands on them, and how they lie on a sheet.
#include <doctest/doctest.h>

#include <set>

#include "export/compose/forms/forms.h"
#include "export/markdown/writer.h"
#include "tests/book.h"
#include "tests/paper.h"

namespace canvasbook::pocket_cards_test {

using namespace paper;

namespace {

PrintDocument cards_of(const Workbook& workbook) {
  return compose_form(*find_print_form("cards"), workbook, {{}, {}, workbook.modified});
}

Workbook book_of(const std::vector<Response>& responses) {
  return samples::make_workbook({samples::make_document_of(
      "book", {samples::make_section_of("objections", "objections", Responses{{}, responses})})});
}

Pages on_paper(const Workbook& workbook) {
  Fonts fonts;
  return layout(cards_of(workbook), page_setup(PageSize::A4), fonts);
}

// Which quarter of its sheet a run stands in, 0 … 3.
int quarter_of(const Page& page, const TextRun& run) {
  return (run.x < page.width / 2 ? 0 : 1) + (run.baseline < page.height / 2 ? 0 : 2);
}

}  // namespace

TEST_CASE("a cue a card, with its answers and the title of its section, in the order of the book") {
  const PrintDocument print = cards_of(samples::make_workbook({samples::sound_book()}));
  REQUIRE(print.parts.size() == 1);
  const auto& cards = std::get<PocketCards>(print.parts.front()->content).cards;
  REQUIRE(cards.size() == 1);
  CHECK(cards.front().item == "price");
  CHECK(cards.front().section == "Title of objections");
  const auto& response = std::get<ResponseBlock>(cards.front().content);
  CHECK(plain_text(response.cue) == "Expensive.");
  CHECK(response.answers.size() == 2);
}

TEST_CASE("four cards stand on a sheet, none reaches over the cut, and nothing runs over them") {
  std::vector<Response> responses;
  for (int i = 0; i < 6; ++i) {
    responses.push_back(samples::make_response(
        "r" + std::to_string(i), "Objection that is long " + std::to_string(i),
        {"An answer of usual length that takes two lines on a card, or three.", "And another one."}));
  }
  const Pages pages = on_paper(book_of(responses));
  REQUIRE(pages.pages.size() == 2);
  for (const Page& page : pages.pages) {
    for (const TextRun& run : page.runs) {
      CAPTURE(run.text);
      CHECK((run.x + run.width < page.width / 2 || run.x > page.width / 2));
      CHECK(run.role != RunRole::running_head);
      CHECK(run.role != RunRole::footer);
    }
  }
  for (int i = 0; i < 6; ++i) {
    const Page& page = pages.pages[static_cast<size_t>(i / 4)];
    const std::string item = "r" + std::to_string(i);
    for (const TextRun& run : page.runs) {
      if (pages.items[run.item] == item) CHECK(quarter_of(page, run) == i % 4);
    }
  }
}

TEST_CASE("a card without answers has lines to write them on") {
  const Pages pages = on_paper(book_of({samples::make_response("a", "Dear", {})}));
  const Page& page = pages.pages.front();
  const auto lines = std::ranges::count_if(page.boxes, [&](const Box& box) {
    return box.height < 1 && box.width > page.width / 3 && box.width < page.width / 2;
  });
  CHECK(lines >= 3);
}

TEST_CASE("the type of a card grows with the room that it has, up to a limit") {
  std::string long_answer;
  for (int i = 0; i < 60; ++i) long_answer += "Another sentence. ";
  const Pages pages = on_paper(book_of({samples::make_response("short", "Dear", {"Compared to what?"}),
                                        samples::make_response("long", "Late", {long_answer, "And when then?"})}));
  const auto size_of = [&](const std::string& words) {
    for (const Page& page : pages.pages) {
      for (const TextRun& run : page.runs) {
        if (run.text.find(words) != std::string::npos) return run.size;
      }
    }
    return 0.0F;
  };
  CHECK(size_of("Compared") == 18);
  CHECK(size_of("Dear") > size_of("Compared"));
  CHECK(size_of("Another") < 18);
  CHECK(size_of("Another") >= 9);
}

TEST_CASE("answers that do not fit continue on the next card, which says so, and no word is lost") {
  std::string answer;
  for (int i = 0; i < 400; ++i) answer += (i == 0 ? "word" : " word") + std::to_string(i);
  const Pages pages = on_paper(book_of({samples::make_response("r", "Dear.", {answer, "The end."})}));
  const std::string text = all_text(pages);
  CHECK(text.find("Dear, continued") != std::string::npos);
  CHECK(text.find("The end.") != std::string::npos);
  for (int i = 0; i < 400; ++i) CHECK(text.find("word" + std::to_string(i)) != std::string::npos);
  for (const Page& page : pages.pages) {
    for (const TextRun& run : page.runs) CHECK(run.baseline < page.height - 18);
  }
}

TEST_CASE("a cue longer than a card, and one without answers, print") {
  std::string cue;
  for (int i = 0; i < 300; ++i) cue += "cue" + std::to_string(i) + " ";
  const std::string text = all_text(
      on_paper(book_of({samples::make_response("r", cue, {"Answer."}), samples::make_response("s", "Alone.", {})})));
  CHECK(text.find("cue299") != std::string::npos);
  CHECK(text.find("Answer.") != std::string::npos);
  CHECK(text.find("Alone.") != std::string::npos);
}

TEST_CASE("a card has the number of its cue and says where its answers lead") {
  Response dear = samples::make_response("a", "Dear", {"Compared to what?"});
  dear.answers[0].leads_to = "b";
  const std::string text = all_text(on_paper(book_of({dear, samples::make_response("b", "Late", {"When then?"})})));
  size_t at = 0;
  for (const char* part : {"1.1", "Dear", "Compared to what?", "→", "1.2", "1.2", "Late"}) {
    CAPTURE(part);
    at = text.find(part, at);
    REQUIRE(at != std::string::npos);
    ++at;
  }
}

TEST_CASE("every sheet has marks to cut along in its middle") {
  const Pages pages = on_paper(samples::make_workbook({samples::sound_book()}));
  const Page& page = pages.pages.front();
  size_t at_edges = 0;
  for (const Box& box : page.boxes) {
    const bool upright = std::abs(box.x + box.width / 2 - page.width / 2) < 0.1F;
    const bool across = std::abs(box.y + box.height / 2 - page.height / 2) < 0.1F;
    if (upright && (box.y == 0 || std::abs(box.y + box.height - page.height) < 0.1F)) ++at_edges;
    if (across && (box.x == 0 || std::abs(box.x + box.width - page.width) < 0.1F)) ++at_edges;
  }
  CHECK(at_edges == 4);
}

TEST_CASE("in Markdown the cards stand under their sections") {
  const std::string text = write_markdown(cards_of(samples::make_workbook({samples::sound_book()})));
  CHECK(text.find("## Title of objections\n\n### Expensive.<!-- price -->\n\n1. Compared to what?") !=
        std::string::npos);
}

}  // namespace canvasbook::pocket_cards_test
