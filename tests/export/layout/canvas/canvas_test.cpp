#include "export/layout/canvas/canvas.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "export/on_paper/find_overfull.h"
#include "tests/golden.h"
#include "tests/pages_dump.h"
#include "tests/paper.h"

namespace canvasbook::canvas_test {

using namespace paper;

namespace {

// What every page must hold to, whatever is on it.
void check_pages(const Pages& pages) {
  for (const Page& page : pages.pages) {
    for (const TextRun& run : page.runs) {
      CAPTURE(run.text);
      CHECK(run.size >= 7);
      CHECK(run.x >= 0);
      CHECK(run.x + run.width <= page.width);
      CHECK(run.baseline <= page.height);
    }
    for (const Box& box : page.boxes) {
      CHECK(box.x >= 0);
      CHECK(box.y >= 0);
      CHECK(box.x + box.width <= page.width);
      CHECK(box.y + box.height <= page.height);
    }
  }
}

// The item of every note is somewhere on the pages.
void check_all_notes(const Workbook& workbook, const Pages& pages) {
  std::set<std::string> printed;
  for (const Page& page : pages.pages) {
    for (const TextRun& run : page.runs) printed.insert(pages.items[run.item]);
  }
  for_each_note(workbook, [&](const Document&, const Section&, const Block&, const Note& note) {
    CHECK(printed.contains(note.id));
  });
}

std::string words(const std::string& word, size_t count) {
  std::string text = word;
  for (size_t i = 1; i < count; ++i) text += " " + word;
  return text;
}

}  // namespace

TEST_CASE("an empty canvas is one page with the question of every block") {
  for (const char* id : {"business_model_canvas", "lean_canvas", "value_proposition_canvas"}) {
    for (const Language language : {Language::ru, Language::en}) {
      const Workbook workbook = from_template(id, language);
      const Pages pages = lay_out(workbook);
      CHECK(pages.pages.size() == 1);
      check_pages(pages);
      const auto questions = std::ranges::count(pages.pages.front().runs, RunRole::question, &TextRun::role);
      CHECK(questions >= static_cast<long>(board_of(workbook).blocks.size()));
    }
  }
}

TEST_CASE("the canvas of the examples is one page in one size, and larger on a larger page") {
  for (const char* language : {"ru", "en"}) {
    const Workbook workbook = example(language);
    float a4 = 0;
    for (const PageSize size : {PageSize::A4, PageSize::A3}) {
      const Pages pages = lay_out(workbook, size);
      check_pages(pages);
      check_all_notes(workbook, pages);
      CHECK(pages.overfull.empty());
      CHECK(pages.missing.empty());
      const auto sizes = card_sizes(pages.pages.front());
      REQUIRE(sizes.size() == 1);
      if (size == PageSize::A4) a4 = *sizes.begin();
      if (size == PageSize::A3) CHECK(*sizes.begin() > a4);
    }
    CHECK(a4 >= 8);
  }
}

TEST_CASE("canvases lie across on the page that was asked for, details stand upright") {
  const Pages pages = lay_out(example("en"), PageSize::Letter);
  CHECK(pages.pages.front().width == 792);
  CHECK(pages.pages.front().height == 612);
  CHECK(pages.pages[1].width == 612);
  CHECK(pages.pages[1].height == 792);
  const Pages a3 = lay_out(example("en"), PageSize::A3);
  CHECK(a3.pages.front().width == doctest::Approx(1190.55));
  CHECK(a3.pages[1].width == doctest::Approx(595.28));
}

TEST_CASE("one note is set as large as the paper allows") {
  const Pages pages = lay_out(with_notes(from_template("business_model_canvas"), 1, "Заметка"));
  CHECK(*card_sizes(pages.pages.front()).begin() == 13);
}

TEST_CASE("two hundred notes fill the canvas and continue behind it, each of them printed") {
  const Workbook workbook = with_notes(from_template("business_model_canvas"), 200, "Короткая заметка о деле номер");
  for (const PageSize size : {PageSize::A4, PageSize::A3, PageSize::Letter}) {
    const Pages pages = lay_out(workbook, size);
    check_pages(pages);
    check_all_notes(workbook, pages);
  }
  const Pages pages = lay_out(workbook);
  REQUIRE(pages.pages.size() > 1);
  REQUIRE_FALSE(pages.overfull.empty());
  size_t marks = 0;
  for (const PageLink& link : pages.pages.front().links) marks += link.page > 0 ? 1 : 0;
  CHECK(marks == pages.overfull.size());
  CHECK(find_overfull(pages).size() == pages.overfull.size());
  CHECK(find_overfull(pages).front().rule == overfull_rule);
}

TEST_CASE("a canvas that fits has no block too full") { CHECK(find_overfull(lay_out(example("ru"))).empty()); }

TEST_CASE("a note of a thousand characters is printed whole") {
  Workbook workbook = from_template("business_model_canvas");
  Board board = board_of(workbook);
  Note note;
  note.id = "long";
  note.text = words("Взаимоотношения", 62) + " конец.";
  board.blocks[2].notes.push_back(note);
  workbook = with_board(workbook, board);
  const Pages pages = lay_out(workbook);
  check_pages(pages);
  CHECK(all_text(pages).find("конец.") != std::string::npos);
}

TEST_CASE("a note longer than a page goes on in the next columns and pages") {
  Workbook workbook = from_template("business_model_canvas");
  Board board = board_of(workbook);
  Note note;
  note.id = "huge";
  for (int i = 0; i < 4000; ++i) note.text += "слово" + std::to_string(i) + " ";
  board.blocks[2].notes.push_back(note);
  const Pages pages = lay_out(with_board(workbook, board));
  check_pages(pages);
  CHECK(pages.pages.size() > 2);
  const std::string text = all_text(pages);
  for (int i = 0; i < 4000; ++i) {
    if (text.find("слово" + std::to_string(i)) == std::string::npos) FAIL_CHECK("word ", i, " is lost");
  }
}

TEST_CASE("a word of sixty letters is cut inside its card") {
  Workbook workbook = from_template("business_model_canvas");
  Board board = board_of(workbook);
  Note note;
  note.id = "word";
  for (int i = 0; i < 60; ++i) note.text += "щ";
  board.blocks[1].notes.push_back(note);
  const Pages pages = lay_out(with_board(workbook, board));
  CHECK(pages.pages.size() == 1);
  check_pages(pages);
  size_t letters = 0;
  for (const TextRun& run : pages.pages.front().runs) {
    if (run.role == RunRole::card) letters += run.text.size() / 2;
  }
  CHECK(letters == 60);
}

TEST_CASE("ordinary words are not cut to make the text larger") {
  Workbook workbook = from_template("business_model_canvas");
  Board board = board_of(workbook);
  Note note;
  note.id = "word";
  note.text = "Высококвалифицированные специалисты";
  board.blocks[1].notes.push_back(note);
  const std::string text = all_text(lay_out(with_board(workbook, board)));
  CHECK(text.find("Высококвалифицированные") != std::string::npos);
}

TEST_CASE("a card with a longer text leads to its page, and that page exists") {
  const Pages pages = lay_out(example("ru"));
  size_t leading = 0;
  for (const PageLink& link : pages.pages.front().links) {
    if (!link.address.empty()) continue;
    ++leading;
    REQUIRE(link.page < static_cast<int>(pages.pages.size()));
    CHECK(link.page > 0);
  }
  CHECK(leading >= 8);
}

TEST_CASE("a very long title and company keep every word and push the canvas down") {
  Workbook workbook = with_notes(from_template("business_model_canvas"), 40, "Заметка о клиентах и деле");
  workbook.company = words("Общество", 30) + " филиалов";
  Document document = *workbook.documents.front();
  document.title = words("Название", 40) + " документа";
  workbook.documents.front() = document;
  const Pages pages = lay_out(workbook);
  check_pages(pages);
  CHECK(all_text(pages).find("филиалов") != std::string::npos);
  CHECK(all_text(pages).find("документа") != std::string::npos);
}

TEST_CASE("names longer than a page are cut, and the pages come to an end") {
  // Such names once filled every continuation page before the first card, so that pages were added for ever.
  Workbook workbook = with_notes(from_template("business_model_canvas"), 200, "Короткая заметка о деле номер");
  Board board = board_of(workbook);
  board.blocks[2].title = words("Название", 2000);
  workbook = with_board(workbook, board);
  workbook.company = words("Общество", 5000);
  Document document = *workbook.documents.front();
  document.title = words("Название", 5000);
  workbook.documents.front() = document;
  for (const PageSize size : {PageSize::A4, PageSize::A3}) {
    const Pages pages = lay_out(workbook, size);
    CHECK(pages.pages.size() < 20);
    check_pages(pages);
    check_all_notes(workbook, pages);
  }
}

TEST_CASE("a segment marked but not standing on the page is named at its foot") {
  const Workbook workbook = example("ru");
  const Pages pages = lay_out(workbook);
  const auto page = std::ranges::find_if(pages.pages, [&](const Page& candidate) {
    return candidate.width > candidate.height && &candidate != &pages.pages.front();
  });
  REQUIRE(page != pages.pages.end());
  CHECK(std::ranges::any_of(
      page->runs, [](const TextRun& run) { return run.role == RunRole::caption && run.text.starts_with("Офисы"); }));
}

TEST_CASE("the pages of the examples are as agreed") {
  for (const std::string language : {"ru", "en"})
    check_golden("coffee-shop." + language + ".pages.txt", dump_pages(lay_out(example(language))));
}

TEST_CASE("a canvas tells its revision in one line below its header, whoever sees to it, and a cover at its foot") {
  Workbook workbook = canvases("en");
  const auto line_of = [](const Pages& pages) {
    for (const TextRun& run : pages.pages.front().runs) {
      if (run.text.starts_with("Revised ")) return run;
    }
    return TextRun{};
  };
  CHECK(line_of(lay_out(workbook)).text.empty());
  Revision revision{Date{2026, 9, 1}, "head of sales", 6, {}};
  const TextRun line = line_of(lay_out(set_revision(workbook, "model", revision)));
  CHECK(line.text == "Revised 1 September 2026 · owner: head of sales · next by 1 March 2027");
  for (int i = 0; i < 100; ++i) revision.owner += " and somebody else";
  workbook = set_revision(workbook, "model", revision);
  const Pages pages = lay_out(workbook);
  const TextRun cut = line_of(pages);
  CHECK(cut.text.starts_with("Revised 1 September 2026 · owner: head of sales and somebody else"));
  CHECK(cut.x + cut.width <= pages.pages.front().width - cut.x + 1);
  PaperStyle style;
  style.cover = true;
  const Pages with_cover = lay_out(set_paper_style(workbook, "model", style));
  const TextRun foot = line_of(with_cover);
  CHECK(foot.text.starts_with("Revised 1 September 2026"));
  CHECK(foot.baseline > with_cover.pages.front().height / 2);
}

}  // namespace canvasbook::canvas_test
