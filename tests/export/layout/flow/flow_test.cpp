#include "export/layout/flow/flow.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "tests/paper.h"

namespace canvasbook::flow_test {

using namespace paper;

namespace {

Workbook with_prose(const std::string& text) {
  Workbook workbook;
  workbook.modified = {2026, 11, 16};
  Document document;
  document.id = "d";
  document.title = "Документ";
  document.sections.emplace_back(Section{"s", "assumptions", "Раздел", 1, Prose{text}, 0, {}});
  return add_document(std::move(workbook), std::move(document));
}

std::string sentence(int number) {
  return "Предложение номер " + std::to_string(number) +
         " говорит о том, что клиент получает кофе за три минуты и уходит довольным. ";
}

// The lines of running text on a page, top to bottom.
std::vector<const TextRun*> body_lines(const Page& page) {
  std::vector<const TextRun*> lines;
  for (const TextRun& run : page.runs) {
    if (run.role != RunRole::footer) lines.push_back(&run);
  }
  std::ranges::stable_sort(lines, {}, [](const TextRun* run) { return run->baseline; });
  return lines;
}

}  // namespace

TEST_CASE("a paragraph leaves at least two lines on either side of a page break") {
  // Paragraphs of every length meet the page break at every line.
  std::string text;
  for (int i = 0; i < 120; ++i) {
    text += "Абзац" + std::to_string(i) + " ";
    for (int s = 0; s < 1 + i % 7; ++s) text += sentence(s);
    text += "\n\n";
  }
  const Pages pages = lay_out(with_prose(text));
  REQUIRE(pages.pages.size() > 5);
  for (size_t i = 1; i < pages.pages.size(); ++i) {
    const auto before = body_lines(pages.pages[i - 1]);
    const auto after = body_lines(pages.pages[i]);
    REQUIRE(before.size() > 2);
    REQUIRE(after.size() > 2);
    const bool starts_paragraph = after[0]->text.starts_with("Абзац");
    if (starts_paragraph) continue;
    CHECK_FALSE(before.back()->text.starts_with("Абзац"));  // its first line would stand alone
    CHECK_FALSE(after[1]->text.starts_with("Абзац"));       // its last line would stand alone
  }
}

TEST_CASE("a heading never stands last on a page") {
  std::string text;
  for (int i = 0; i < 90; ++i) {
    text += "## Заголовок " + std::to_string(i) + "\n\n";
    for (int s = 0; s < 1 + i % 5; ++s) text += sentence(s);
    text += "\n\n";
  }
  const Pages pages = lay_out(with_prose(text));
  REQUIRE(pages.pages.size() > 3);
  for (const Page& page : pages.pages) CHECK(body_lines(page).back()->role != RunRole::heading);
}

TEST_CASE("the head of a table repeats on each page and rows stay whole") {
  std::string text = "| Номер | Что | Сколько |\n| --- | :-: | --: |\n";
  for (int i = 0; i < 100; ++i)
    text += "| строка" + std::to_string(i) + " | " + sentence(i) + " | " + std::to_string(i * 10) + " |\n";
  const Pages pages = lay_out(with_prose(text));
  REQUIRE(pages.pages.size() > 3);
  for (const Page& page : pages.pages) {
    CHECK(std::ranges::any_of(
        page.runs, [](const TextRun& run) { return run.role == RunRole::table_head && run.text == "Номер"; }));
    const auto lines = body_lines(page);
    const auto first_cell = std::ranges::find(lines, RunRole::table_cell, [](const TextRun* run) { return run->role; });
    REQUIRE(first_cell != lines.end());
    CHECK((*first_cell)->text.starts_with("строка"));
  }
}

TEST_CASE("a row taller than a page is split rather than lost") {
  std::string text = "| А | Б |\n| --- | --- |\n| ";
  for (int i = 0; i < 900; ++i) text += "слово" + std::to_string(i) + " ";
  text += "| конец |\n";
  const Pages pages = lay_out(with_prose(text));
  CHECK(pages.pages.size() > 1);
  const std::string all = all_text(pages);
  CHECK(all.find("слово899") != std::string::npos);
  CHECK(all.find("конец") != std::string::npos);
}

TEST_CASE("lists, tasks, quotes, code and rules all print, and nothing stands outside the page") {
  const Pages pages =
      lay_out(with_prose("- первый\n  - вложенный\n    1. ещё глубже\n- [x] сделано\n- [ ] не сделано\n\n> "
                         "цитата\n>\n> > вторая\n\n```\nкод;\n```\n\n---\n\nконец"));
  const std::string text = all_text(pages);
  for (const char* word :
       {"первый", "вложенный", "ещё глубже", "сделано", "цитата", "вторая", "код;", "конец", "•", "1."}) {
    CAPTURE(word);
    CHECK(text.find(word) != std::string::npos);
  }
  for (const TextRun& run : pages.pages.front().runs) CHECK(run.x + run.width <= pages.pages.front().width);
  CHECK(pages.pages.front().outlines.size() == 1);  // the tick
}

TEST_CASE("lists nested deeper than any page is wide still have room for their text") {
  std::string text;
  for (int i = 0; i < 40; ++i)
    text += std::string(static_cast<size_t>(2 * i), ' ') + "- уровень" + std::to_string(i) + "\n";
  const Pages pages = lay_out(with_prose(text));
  for (const Page& page : pages.pages) {
    for (const TextRun& run : page.runs) CHECK(run.x + run.width <= page.width);
  }
  CHECK(all_text(pages).find("уровень39") != std::string::npos);
}

TEST_CASE("several rules in a row are lines to write on, which stay with their question; one is a rule") {
  const auto rules = [](const Page& page) {
    std::vector<Box> found;
    std::ranges::copy_if(page.boxes, std::back_inserter(found),
                         [](const Box& box) { return box.height < 1 && box.width > 400 && box.y > 60; });
    return found;
  };
  const Pages pages = lay_out(with_prose("**Что запомнилось:**\n\n___\n\n___\n\n___\n\nКонец."));
  const std::vector<Box> lines = rules(pages.pages.front());
  REQUIRE(lines.size() == 3);
  CHECK(lines[1].y - lines[0].y > 8 * 72 / 25.4F);
  CHECK(lines[2].y - lines[1].y > 8 * 72 / 25.4F);
  CHECK(rules(lay_out(with_prose("До.\n\n---\n\nПосле.")).pages.front()).size() == 1);
  std::string many;
  for (int i = 0; i < 40; ++i) many += "**Вопрос " + std::to_string(i) + ":**\n\n___\n\n___\n\n___\n\n";
  for (const Page& page : lay_out(with_prose(many)).pages) CHECK(rules(page).size() % 3 == 0);
}

TEST_CASE("an empty section prints nothing, and an empty document one empty page") {
  CHECK(lay_out(with_prose("  \n")).pages.size() == 1);
  CHECK(all_text(lay_out(with_prose("  \n"))).empty());
}

TEST_CASE("headings become bookmarks one level under their document") {
  const Pages pages = lay_out(with_prose("## Первый\n\nтекст\n\n### Второй\n\nтекст"));
  std::map<std::string, int> levels;
  for (const Bookmark& bookmark : pages.bookmarks) levels[bookmark.title] = bookmark.level;
  CHECK(levels.at("Второй") == levels.at("Первый") + 1);
}

TEST_CASE("a field has one place on all cards of a sheet, whatever is long or missing on one of them") {
  std::string words;
  for (int i = 0; i < 4; ++i) words += sentence(i);
  Sheet sheet;
  sheet.layout = SheetLayout::cards;
  for (const char* title : {"Ситуация", "Что делать", "Норма", "Ответственный"}) {
    SheetColumn column;
    column.id = column.title = title;
    sheet.columns.push_back(std::move(column));
  }
  const auto add = [&](const char* name, const std::string& action, const std::string& responsible) {
    sheet.rows.push_back(
        {name,
         {{"Ситуация", name}, {"Что делать", action}, {"Норма", "30 секунд"}, {"Ответственный", responsible}},
         {}});
  };
  add("Первая", "Поздороваться", words);
  add("Вторая", words, "Бариста");
  add("Третья", "", "Бариста");
  add("Четвёртая", "Поздороваться", "");
  Workbook workbook = with_prose("");
  Document document = *workbook.documents.front();
  document.sections.emplace_back(Section{"cards", "standards", "Карточки", 1, sheet, 0, {}});
  workbook.documents.front() = std::move(document);
  std::map<std::string, std::vector<float>> places;
  for (const Page& page : lay_out(workbook).pages) {
    for (const TextRun& run : page.runs) {
      if (run.role == RunRole::label) places[run.text].push_back(run.x);
    }
  }
  REQUIRE(places["Норма"].size() == 4);
  REQUIRE(places["Ответственный"].size() == 3);
  for (const auto& place : places) {
    const std::vector<float>& all = place.second;
    CAPTURE(place.first);
    CHECK(std::ranges::count(all, all.front()) == static_cast<std::ptrdiff_t>(all.size()));
  }
}

}  // namespace canvasbook::flow_test
