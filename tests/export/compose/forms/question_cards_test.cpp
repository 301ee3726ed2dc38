// Cards with questions to hand out, four or eight to a sheet.
#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "export/compose/forms/forms.h"
#include "export/markdown/writer.h"
#include "tests/book.h"
#include "tests/paper.h"

namespace canvasbook::question_cards_test {

using namespace paper;

namespace {

PrintDocument cards_of(const char* form, const Workbook& workbook) {
  return compose_form(*find_print_form(form), workbook, {{}, {}, workbook.modified});
}

Pages on_paper(const char* form, const Workbook& workbook) {
  Fonts fonts;
  return layout(cards_of(form, workbook), page_setup(PageSize::A4), fonts);
}

// How often a text stands on a page.
size_t count_on(const Page& page, const std::string& text) {
  return static_cast<size_t>(
      std::ranges::count_if(page.runs, [&](const TextRun& run) { return run.text.find(text) != std::string::npos; }));
}

}  // namespace

TEST_CASE("cards that are alike are told once, and fill a sheet of four or of eight") {
  const Workbook workbook = samples::make_workbook({samples::sound_question_cards()});
  const PrintDocument print = cards_of("questions-4", workbook);
  REQUIRE(print.parts.size() == 1);
  CHECK(std::get<PocketCards>(print.parts.front()->content).cards.size() == 1);
  const Pages four = on_paper("questions-4", workbook);
  const Pages eight = on_paper("questions-8", workbook);
  REQUIRE(four.pages.size() == 1);
  REQUIRE(eight.pages.size() == 1);
  CHECK(count_on(four.pages.front(), "How was it?") == 4);
  CHECK(count_on(eight.pages.front(), "How was it?") == 8);
  const std::string text = write_markdown(print);
  CHECK(text.find("How was it?") == text.rfind("How was it?"));
  CHECK(text.find("**Title of question:** ☐1 ☐2 ☐3") != std::string::npos);
}

TEST_CASE("cards that differ take turns until the sheet is full") {
  const Workbook workbook =
      samples::with_changed<Sheet>(samples::make_workbook({samples::sound_question_cards()}), "cards",
                                   [](Sheet& sheet) { sheet.rows.front().cells["heading"] = "And today?"; });
  const Pages pages = on_paper("questions-8", workbook);
  REQUIRE(pages.pages.size() == 1);
  CHECK(count_on(pages.pages.front(), "How was it?") == 4);
  CHECK(count_on(pages.pages.front(), "And today?") == 4);
}

TEST_CASE("the three questions of the template fit a card of either size, in both languages") {
  for (const Language language : {Language::ru, Language::en}) {
    const Workbook workbook = from_template("satisfaction_card", language);
    std::vector<SheetColumn> questions;
    for (const auto& section : workbook.documents.front()->sections) {
      const auto* sheet = std::get_if<Sheet>(&section->content);
      if (sheet == nullptr || sheet->layout != SheetLayout::cards) continue;
      std::ranges::copy_if(sheet->columns, std::back_inserter(questions),
                           [](const SheetColumn& column) { return column.role == "question"; });
    }
    CHECK(questions.size() == 3);
    for (const char* form : {"questions-4", "questions-8"}) {
      CAPTURE(form);
      const Pages pages = on_paper(form, workbook);
      REQUIRE(pages.pages.size() == 1);
      const Page& page = pages.pages.front();
      const size_t cards = form == std::string("questions-4") ? 4 : 8;
      for (const SheetColumn& column : questions) CHECK(count_on(page, column.title) == cards);
      CHECK(count_on(page, "Кофейня") == cards);
      for (const TextRun& run : page.runs) {
        if (run.role == RunRole::paragraph) CHECK(run.size >= 10);
      }
    }
  }
}

TEST_CASE(
    "marks stand below one another beside their questions, say what they mean, and the card is full to its foot") {
  for (const Language language : {Language::ru, Language::en}) {
    for (const char* form : {"questions-4", "questions-8"}) {
      CAPTURE(form);
      const Pages pages = on_paper(form, from_template("satisfaction_card", language));
      const Page& page = pages.pages.front();
      const float card_width = page.width / 2;
      const float card_height = page.height / (form == std::string("questions-4") ? 2 : 4);
      std::set<float> marks_at;
      for (const TextRun& run : page.runs) {
        if (run.x < card_width && run.text.find(language == Language::ru ? "нет" : "no ") == 0) marks_at.insert(run.x);
      }
      CHECK(marks_at.size() == 1);
      float lowest = 0;
      float widest = 0;
      for (const Box& box : page.boxes) {
        if (box.x > card_width || box.y > card_height - 12 || box.width < 40) continue;
        lowest = std::max(lowest, box.y);
        widest = std::max(widest, box.width);
      }
      CHECK(lowest > card_height * 0.75F);
      CHECK(widest > card_width * 0.8F);
    }
  }
}

TEST_CASE("a card with a question longer than the sheet goes on on other cards, and the sheets come to an end") {
  std::string question;
  for (int i = 0; i < 700; ++i) question += "word" + std::to_string(i) + " ";
  const Workbook workbook =
      samples::with_changed<Sheet>(samples::make_workbook({samples::sound_question_cards()}), "cards",
                                   [&](Sheet& sheet) { sheet.rows.front().cells["question"] = question; });
  const Pages pages = on_paper("questions-8", workbook);
  CHECK(all_text(pages).find("word699") != std::string::npos);
  CHECK(pages.pages.size() < 20);
}

}  // namespace canvasbook::question_cards_test
