#include "export/compose/compose.h"

#include <doctest/doctest.h>

#include "export/markdown/writer.h"
#include "tests/golden.h"
#include "tests/paper.h"
#include "tests/samples.h"

namespace canvasbook::compose_test {

using namespace paper;

namespace {

const Canvas& first_canvas(const PrintDocument& print) { return std::get<Canvas>(print.parts.front()->content); }

const Card* find_card(const Canvas& canvas, const std::string& item) {
  for (const CanvasBlock& block : canvas.blocks) {
    for (const Card& card : block.cards) {
      if (card.item == item) return &card;
    }
  }
  return nullptr;
}

}  // namespace

TEST_CASE("a canvas is printed before its details, and those before the prose behind it") {
  const PrintDocument print = compose(example("ru"), {{"model"}, {}, {2026, 11, 16}});
  REQUIRE(print.parts.size() == 3);
  CHECK(std::holds_alternative<Canvas>(print.parts[0]->content));
  CHECK(print.parts[1]->title == "Бизнес-модель кофейни у метро: подробности");
  CHECK(print.parts[2]->title == "Допущения");
  CHECK(print.parts[0]->bookmark_level == 0);
  CHECK(print.parts[2]->bookmark_level == 1);
}

TEST_CASE("only the documents that were asked for are printed, in the workbook's order") {
  const Workbook workbook = example("en");
  CHECK(compose(workbook, {{"offices"}, {}, {}}).parts.front()->document == "offices");
  const PrintDocument both = compose(workbook, {{"offices", "model"}, {}, {}});
  CHECK(both.parts.front()->document == "model");
  CHECK(both.title == workbook.documents[0]->title + " · " + workbook.documents[1]->title);
}

TEST_CASE("a note that serves one segment takes its tint, one that serves two stays plain, and an own colour wins") {
  const PrintDocument print = compose(example("ru"), {{}, {}, {}});
  const Canvas& canvas = first_canvas(print);
  CHECK(find_card(canvas, "seg_commuters")->tint == Colour::blue);
  const Card* with_own = find_card(canvas, "ch_delivery_app");
  REQUIRE(with_own != nullptr);
  CHECK(with_own->tint == Colour::yellow);
  size_t several = 0;
  for (const CanvasBlock& block : canvas.blocks) {
    for (const Card& card : block.cards) {
      if (card.marks.size() < 2) continue;
      ++several;
      CHECK(card.tint == Colour::none);
    }
  }
  CHECK(several > 0);
}

TEST_CASE("the marks of a card are letters of the workbook's language in the order of the register") {
  CHECK(find_card(first_canvas(compose(example("ru"), {{}, {}, {}})), "seg_offices")->marks.front().mark == "Б");
  CHECK(find_card(first_canvas(compose(example("en"), {{}, {}, {}})), "seg_offices")->marks.front().mark == "B");
}

TEST_CASE("a card says the titles of its types, and the id of one that its block does not list") {
  Board board;
  board.blocks = {samples::make_block("channels", 0, {samples::make_note("n", {}, {"in_person", "pigeon_post"})})};
  board.blocks[0].types = {{"in_person", "in person", "contact", {}}};
  const Workbook workbook =
      samples::make_workbook({samples::make_document_of("doc", {samples::make_section("sec", board)})});
  const PrintDocument print = compose(workbook, {});
  CHECK(find_card(first_canvas(print), "n")->captions == std::vector<std::string>{"in person", "pigeon_post"});
}

TEST_CASE("a cost names what causes it, on its card and in Markdown, in the language of the document") {
  for (const Language language : {Language::ru, Language::en}) {
    Board board;
    board.blocks = {samples::make_block("key_partners", 0, {samples::make_note("mill")}),
                    samples::make_block("cost_structure", 1, {samples::make_note("flour")})};
    board.blocks[0].notes[0].text = "Мельница семьи Петровых, которая мелет для нас каждую субботу до рассвета";
    board.blocks[1].notes[0].text = "Мука";
    board.blocks[1].notes[0].drivers = {"mill"};
    Document document = samples::make_document_of("doc", {samples::make_section("sec", board)});
    document.language = language;
    const PrintDocument print = compose(samples::make_workbook({document}), {});
    const std::string words = (language == Language::ru ? "Причина: " : "Caused by: ") + board.blocks[0].notes[0].text;
    CHECK(find_card(first_canvas(print), "flour")->causes == std::vector<std::string>{board.blocks[0].notes[0].text});
    CHECK(write_markdown(print).find(words) != std::string::npos);  // whole, however long
  }
}

TEST_CASE("the contents of each document list its own headings") {
  std::vector<Document> documents;
  for (const std::string id : {"one", "two"}) {
    Section section = samples::make_section("of_" + id, Prose{"A word."});
    section.title = "Under " + id;
    documents.push_back(samples::make_document_of(id, {section}));
    documents.back().paper.contents = true;
  }
  const std::string markdown = write_markdown(compose(samples::make_workbook(documents), {}));
  const size_t second = markdown.rfind("- [Under two]");
  REQUIRE(second != std::string::npos);
  CHECK(markdown.find("- [Under two]") == second);
  CHECK(markdown.find("- [Under one]") == markdown.rfind("- [Under one]"));
  CHECK(markdown.find("- [Under one]") < markdown.find("## Under one"));
  CHECK(markdown.find("## Under one") < second);
}

TEST_CASE("headings inside a longer text stand under the note that they belong to") {
  Workbook workbook = from_template("business_model_canvas");
  Board board = board_of(workbook);
  Note note;
  note.id = "n";
  note.text = "Заметка";
  note.details = "# Громко\n\nтекст";
  board.blocks.front().notes.push_back(note);
  const PrintDocument print = compose(with_board(workbook, board), {{}, {}, {}});
  const Flow& flow = std::get<Flow>(print.parts[1]->content);
  int note_level = 0;
  int inner_level = 0;
  for (const FlowBlock& block : flow.blocks) {
    const auto& rich = std::get<RichBlock>(block.content);
    if (plain_text(rich.spans) == "Заметка") note_level = rich.level;
    if (plain_text(rich.spans) == "Громко") inner_level = rich.level;
  }
  CHECK(note_level > 0);
  CHECK(inner_level > note_level);
}

TEST_CASE("the review is printed where it was asked for, dismissed findings with their reasons") {
  const Workbook workbook = example("en");
  const std::string without = write_markdown(compose(workbook, {{}, {}, {}}));
  const std::string with = write_markdown(compose(workbook, {{}, review(workbook), {}}));
  CHECK(without.find("To be settled") == std::string::npos);
  CHECK(with.find("To be settled") != std::string::npos);
  CHECK(with.find("Reason: ") != std::string::npos);
  CHECK(with.find("### Hints") != std::string::npos);
  CHECK(with.find("**Places that the speaker fills in: 7**\n\n- ") != std::string::npos);  // many are one with a list
}

TEST_CASE("the printed review approves no sheet of which most is empty") {
  const auto printed = [](Board board) {
    const Workbook workbook = samples::workbook_of(std::move(board));
    return write_markdown(compose(workbook, {{}, review(workbook), {}}));
  };
  Board begun;
  begun.blocks = {samples::make_block("customer_segments", 0, {samples::make_note("seg")}),
                  samples::make_block("channels", 1, {})};
  CHECK(printed(begun).find("The review has nothing to say so far. 1 of 2 filled.") != std::string::npos);
  CHECK(printed(samples::sound_board()).find("The review has nothing to say.") != std::string::npos);
}

TEST_CASE("the Markdown of the examples is as agreed") {
  for (const std::string language : {"ru", "en"}) {
    check_golden("coffee-shop." + language + ".md",
                 write_markdown(compose(example(language), {{}, {}, {2026, 11, 16}})));
  }
}

}  // namespace canvasbook::compose_test
