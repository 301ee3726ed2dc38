// Enter in a text of any kind: what is seen in the window prints and comes back from Markdown.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "export/compose/compose.h"
#include "export/markdown/writer.h"
#include "model/text/markdown_reader.h"
#include "tests/book.h"
#include "tests/paper.h"

namespace canvasbook::export_compose_text_test {

namespace {

using samples::make_section_of;

// A workbook with a section of each kind whose texts have two lines each, all of their own words.
class TwoLines {
 public:
  // `mark` begins the second line of what is no Markdown.
  explicit TwoLines(std::string mark = {}) : mark_(std::move(mark)) {
    std::vector<Section> sections{make_section_of("prose", "", Prose{markdown()}),
                                  make_section_of("answers", "", responses()),
                                  make_section_of("stop", "", replacements()),
                                  make_section_of("talk", "", dialogue()),
                                  make_section_of("form", "", checklist()),
                                  make_section_of("table", "", sheet(SheetLayout::table)),
                                  make_section_of("cards", "", sheet(SheetLayout::cards))};
    workbook = samples::make_workbook({samples::make_document_of("canvas", {make_section_of("board", "", board())}),
                                       samples::make_document_of("book", std::move(sections))});
  }

  Workbook workbook;
  std::vector<std::string> texts;

 private:
  std::string written(const std::string& mark) {
    const std::string number = std::to_string(100 + texts.size());
    texts.push_back("one" + number + "\n" + mark + "two" + number);
    return texts.back();
  }
  std::string plain() { return written(mark_); }
  std::string markdown() { return written({}); }

  Board board() {
    Note note = samples::make_note("note");
    note.text = plain();
    note.details = markdown() + "\n\n- " + markdown() + "\n\n> " + markdown();
    Board board;
    board.blocks = {samples::make_block("channels", 0, {note})};
    return board;
  }
  Responses responses() {
    const std::string cue = plain();
    return {"",
            {samples::make_response("r", cue, {plain()}), samples::make_response("s", plain(), {plain(), plain()})}};
  }
  Replacements replacements() { return {{{"x", plain(), plain(), plain(), {}}}}; }
  Dialogue dialogue() {
    Dialogue talk = samples::make_dialogue("t", {});
    talk.situation = plain();
    for (DialogueLine& line : talk.lines) line.text = plain();
    talk.lines.push_back({"nobody", "", plain(), {}, {}});
    return talk;
  }
  Checklist checklist() {
    Checklist form = samples::make_checklist("c");
    for (CheckGroup& group : form.groups) {
      for (CheckItem& item : group.items) {
        item.text = plain();
        item.requirement = plain();
      }
    }
    return form;
  }
  Sheet sheet(SheetLayout layout) {
    Sheet sheet = samples::make_standards(layout == SheetLayout::table ? "row" : "card");
    sheet.layout = layout;
    for (auto& [column, text] : sheet.rows.front().cells) text = plain();
    return sheet;
  }

  std::string mark_;
};

void collect_texts(const std::vector<RichBlock>& blocks, std::vector<std::string>& texts) {
  for (const RichBlock& block : blocks) {
    texts.push_back(plain_text(block.spans));
    for (const auto& row : block.rows) {
      for (const Spans& cell : row) texts.push_back(plain_text(cell));
    }
    collect_texts(block.children, texts);
  }
}

std::string markdown_of(const Workbook& workbook) {
  return write_markdown(compose(workbook, {{}, {}, workbook.modified}));
}

bool prints(const Pages& pages, const std::string& line) {
  return std::ranges::any_of(pages.pages, [&](const Page& page) {
    return std::ranges::any_of(page.runs, [&](const TextRun& run) { return run.text.find(line) != std::string::npos; });
  });
}

}  // namespace

TEST_CASE("a line break in a text of any kind prints as a line break") {
  const TwoLines written;
  const Pages pages = paper::lay_out(written.workbook);
  for (const std::string& text : written.texts) {
    CAPTURE(text);
    const std::string first = text.substr(0, text.find('\n'));
    const std::string second = text.substr(text.find('\n') + 1);
    CHECK(prints(pages, first));
    CHECK(prints(pages, second));
    CHECK_FALSE(prints(pages, first + " " + second));
    for (const Page& page : pages.pages) {
      for (const TextRun& above : page.runs) {
        for (const TextRun& below : page.runs) {
          if (above.text.find(first) == std::string::npos || below.text.find(second) == std::string::npos) continue;
          CHECK(above.baseline != below.baseline);
        }
      }
    }
  }
}

TEST_CASE("a line break in a text of any kind comes back from Markdown, whatever the second line begins with") {
  for (const char* mark : {"", "- ", "1. ", "> ", "# ", "+ ", "| ", "= ", "    "}) {
    CAPTURE(mark);
    const TwoLines written(mark);
    const std::string markdown = markdown_of(written.workbook);
    std::vector<std::string> read;
    collect_texts(read_markdown(markdown), read);
    for (const std::string& text : written.texts) {
      CAPTURE(text);
      CHECK(std::ranges::any_of(read, [&](const std::string& one) { return one.find(text) != std::string::npos; }));
    }
  }
}

TEST_CASE("what Markdown breaks lines with: a backslash, in tables and headings <br>") {
  const TwoLines written;
  const std::string markdown = markdown_of(written.workbook);
  const auto has = [&](const std::string& text) { return markdown.find(text) != std::string::npos; };
  CAPTURE(markdown);
  CHECK(has("- one129\\\n  two129 <!-- note -->"));
  CHECK(has("\none100\\\ntwo100\n"));
  const Workbook prose = samples::make_workbook(
      {samples::make_document_of("d", {make_section_of("s", "", Prose{"| a | b |\n| - | - |\n| **x<br>y** | z |\n"}),
                                       make_section_of("t", "", Prose{"one\ntwo\n===\n\ntext"})})});
  CHECK(markdown_of(prose).find("| **x<br>y** | z |") != std::string::npos);
  CHECK(markdown_of(prose).find("# one<br>two\n") != std::string::npos);
}

}  // namespace canvasbook::export_compose_text_test
