#include "export/markdown/writer.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "model/text/markdown_reader.h"
#include "model/text/text.h"
#include "tests/edits.h"
#include "tests/paper.h"

namespace canvasbook::export_markdown_writer_test {

using namespace paper;

namespace {

Note note_of(const std::string& id, const std::string& text) {
  Note note;
  note.id = id;
  note.text = text;
  return note;
}

// The text of the list item that carries an id.
std::string item_text(const std::string& markdown, const std::string& id) {
  const size_t mark = markdown.find("<!-- " + id + " -->");
  if (mark == std::string::npos) return {};
  const size_t start = markdown.rfind("\n- ", mark);
  const auto blocks = read_markdown(markdown.substr(start + 1, mark - start - 1));
  if (blocks.empty() || blocks.front().children.empty() || blocks.front().children.front().children.empty()) return {};
  return plain_text(blocks.front().children.front().children.front().spans);
}

std::string markdown_of(const Workbook& workbook) {
  return write_markdown(compose(workbook, {{}, {}, workbook.modified}));
}

}  // namespace

TEST_CASE("every note of the examples is a list item with its id, its text and its segments") {
  for (const char* language : {"ru", "en"}) {
    const Workbook workbook = example(language);
    const std::string markdown = markdown_of(workbook);
    for_each_note(workbook, [&](const Document&, const Section&, const Block&, const Note& note) {
      CAPTURE(note.id);
      CHECK(item_text(markdown, note.id).starts_with(note.text));
    });
  }
}

TEST_CASE("any text on a note survives the way through Markdown") {
  CHECK(rc::check([] {
    Workbook workbook = from_template("business_model_canvas");
    Board board = board_of(workbook);
    const std::string text(trim(to_printable(*rc::gen::nonEmpty<std::string>())));
    board.blocks.front().notes.push_back(note_of("n1", text));
    board.blocks.front().notes.push_back(note_of("n2", "после"));
    const std::string markdown = markdown_of(with_board(workbook, board));
    RC_ASSERT(trim(item_text(markdown, "n1")) == text);
    RC_ASSERT(trim(item_text(markdown, "n2")) == "после");
  }));
}

TEST_CASE("each sentence of prose stands on a line of its own, and initials do not count as sentences") {
  Workbook workbook = from_template("business_model_canvas");
  Section section = *workbook.documents.front()->sections.back();
  section.content = Prose{"Первое. Второе! Третье? и дальше. Улица А. Пушкина."};
  const std::string markdown = markdown_of(set_section(workbook, section));
  CHECK(markdown.find("Первое.\nВторое!\nТретье? и дальше.\nУлица А. Пушкина.") != std::string::npos);
}

TEST_CASE("lists, tables, tasks, quotes and code come out as they went in") {
  const std::string text =
      "Вступление **жирно**.\n\n- один\n- два\n  - вложенный\n\n1. первый\n2. второй\n\n- [x] сделано\n- [ ] нет\n\n> "
      "цитата\n\n"
      "```cpp\nint x;\n```\n\n| А | Б |\n| --- | --: |\n| a \\| b | 1 |\n\n---\n\nКонец.";
  Workbook workbook = from_template("business_model_canvas");
  Section section = *workbook.documents.front()->sections.back();
  section.content = Prose{text};
  const std::string markdown = markdown_of(set_section(workbook, section));
  const size_t start = markdown.find("Вступление");
  REQUIRE(start != std::string::npos);
  CHECK(read_markdown(markdown.substr(start)) == read_markdown(text));
}

TEST_CASE("an empty block shows its question, and ids stay out of sight") {
  const std::string markdown = markdown_of(from_template("lean_canvas", Language::en));
  CHECK(markdown.find("## Problem") != std::string::npos);
  for (const RichBlock& block : read_markdown(markdown)) {
    CHECK(plain_text(block.spans).find("<!--") == std::string::npos);
    CHECK(block.kind != RichBlock::Kind::code);
  }
}

}  // namespace canvasbook::export_markdown_writer_test
