#include "export/markdown/text.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "model/text/markdown_reader.h"
#include "model/text/text.h"
#include "tests/awkward_text.h"

namespace canvasbook::export_markdown_text_test {

using samples::awkward_text;

namespace {

std::string read_back(const std::string& markdown) {
  const auto blocks = read_markdown(markdown);
  if (blocks.empty()) return "";
  RC_ASSERT(blocks.size() == 1U);
  RC_ASSERT(blocks.front().kind == RichBlock::Kind::paragraph);
  for (const Span& span : blocks.front().spans) {
    RC_ASSERT(!span.code && !span.strong && !span.emphasis);
    RC_ASSERT((span.link.empty() || span.text.starts_with("https://a.b/c")));  // an address is a link to itself
  }
  return plain_text(blocks.front().spans);
}

}  // namespace

TEST_CASE("a blank to fill in stands without backslashes, but where it would become a rule or a mark") {
  const auto escaped = [](std::string_view text) { return escape_markdown(text, MarkdownPlace::line_start); };
  CHECK(escaped("From ____ to ____, dear.") == "From ____ to ____, dear.");
  CHECK(escaped("____, we wait.") == "____, we wait.");
  CHECK(escaped("____") == "\\_\\_\\_\\_");
  CHECK(escaped("(____)") == "(\\_\\_\\_\\_)");
  CHECK(escaped("a ___b___") == "a \\_\\_\\_b\\_\\_\\_");
  CHECK(escaped("a _b_") == "a \\_b\\_");
}

TEST_CASE("any text as a paragraph reads back as itself") {
  CHECK(rc::check([] {
    const std::string text = *awkward_text();
    RC_ASSERT(read_back(escape_markdown(text, MarkdownPlace::line_start)) == text);
  }));
}

TEST_CASE("any text as a list item reads back as itself") {
  CHECK(rc::check([] {
    const std::string text = *awkward_text();
    RC_PRE(!text.empty());
    const auto blocks = read_markdown("- " + escape_markdown(text, MarkdownPlace::line_start, "  ") + "\n");
    RC_ASSERT(blocks.size() == 1U);
    RC_ASSERT(blocks.front().kind == RichBlock::Kind::bullet_list);
    RC_ASSERT(blocks.front().children.size() == 1U);
    const RichBlock& item = blocks.front().children.front();
    RC_ASSERT(!item.task);
    RC_ASSERT(item.children.size() == 1U);
    RC_ASSERT(plain_text(item.children.front().spans) == text);
  }));
}

TEST_CASE("any text in a table cell reads back as itself") {
  CHECK(rc::check([] {
    const std::string text = *awkward_text();
    const std::string cell = markdown_spans(Spans{{text, false, false, false, {}}}, MarkdownPlace::table_cell);
    const auto blocks = read_markdown("| а | б |\n| --- | --- |\n| " + cell + " | в |\n");
    RC_ASSERT(blocks.size() == 1U);
    RC_ASSERT(blocks.front().kind == RichBlock::Kind::table);
    RC_ASSERT(plain_text(blocks.front().rows[1][0]) == text);
    RC_ASSERT(plain_text(blocks.front().rows[1][1]) == "в");
  }));
}

TEST_CASE("emphasised text with line feeds stays in its table cell and in its heading") {
  const Spans spans{{"one\ntwo", true, false, false, {}},
                    {"\n", false, false, false, {}},
                    {"three\nfour", false, false, false, "https://example.org"}};
  const auto table = read_markdown("| а |\n| --- |\n| " + markdown_spans(spans, MarkdownPlace::table_cell) + " |\n");
  REQUIRE(table.size() == 1);
  REQUIRE(table.front().rows.size() == 2);
  CHECK(table.front().rows[1][0] == spans);
  const auto heading = read_markdown("# " + markdown_spans(spans, MarkdownPlace::heading) + "\n");
  REQUIRE(heading.size() == 1);
  CHECK(heading.front().spans == spans);
}

TEST_CASE("what follows a line feed in a stretch of its own begins a line") {
  for (const char* mark : {"- ", "1. ", "> ", "+ ", "# ", "="}) {
    CAPTURE(mark);
    const Spans spans{{"one", false, false, false, {}},
                      {"\n", false, false, false, {}},
                      {std::string(mark) + "two", false, false, false, {}}};
    CHECK(read_back(markdown_spans(spans, MarkdownPlace::line_start)) == plain_text(spans));
  }
}

TEST_CASE("the hard example of the wiki survives") {
  const std::string text = "1. *x* | # y";
  CHECK(read_back(escape_markdown(text, MarkdownPlace::line_start)) == text);
}

TEST_CASE("plain words stay plain") {
  const std::string text =
      "Кофе с собой, 250 ₽ — за 3 минуты (утром); snake_case, a-b, 100%.";
  CHECK(escape_markdown(text, MarkdownPlace::line_start) == text);
}

TEST_CASE("emphasis inside of emphasis is written inside of it, and read back as it was") {
  for (const std::string text : {"**Срок — *до пятницы*, не позже**", "**Клиент (*сомневается*): «дорого»**",
                                 "Слово **«*важно*»** и *(**сильно**)*.", "***a* b**, *a **b***",
                                 "**see `x` and [there](<https://example.org>)**"}) {
    CAPTURE(text);
    const auto blocks = read_markdown(text);
    REQUIRE(blocks.size() == 1);
    CHECK(markdown_spans(blocks.front().spans, MarkdownPlace::line_start) == text);
  }
}

TEST_CASE("styles and links are written and read back") {
  const Spans spans{{"До ", false, false, false, {}}, {"жирно", true, false, false, {}},
                    {" и ", false, false, false, {}}, {"курсив", false, true, false, {}},
                    {", ", false, false, false, {}},  {"код `x`", false, false, true, {}},
                    {" ", false, false, false, {}},   {"сайт", false, false, false, "https://example.org/a b"}};
  const auto blocks = read_markdown(markdown_spans(spans, MarkdownPlace::line_start));
  REQUIRE(blocks.size() == 1);
  CHECK(plain_text(blocks.front().spans) == plain_text(spans));
  CHECK(blocks.front().spans[1].strong);
  CHECK(blocks.front().spans[3].emphasis);
  CHECK(blocks.front().spans[5].code);
  CHECK(blocks.front().spans.back().text == "сайт");
  CHECK(blocks.front().spans.back().link == "https://example.org/a%20b");
}

}  // namespace canvasbook::export_markdown_text_test
