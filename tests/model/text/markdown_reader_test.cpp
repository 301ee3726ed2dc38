#include "model/text/markdown_reader.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "model/text/text.h"

namespace canvasbook::markdown_reader_test {

namespace {

using Kind = RichBlock::Kind;
using Texts = std::vector<std::vector<std::string>>;

RichBlock only_block(std::string_view text) {
  auto blocks = read_markdown(text);
  REQUIRE(blocks.size() == 1);
  return std::move(blocks.front());
}

Span plain(std::string text) { return {std::move(text), false, false, false, {}}; }
Span strong(std::string text) { return {std::move(text), true, false, false, {}}; }
Span emphasis(std::string text) { return {std::move(text), false, true, false, {}}; }
Span code(std::string text) { return {std::move(text), false, false, true, {}}; }

Texts texts_of(const RichBlock& table) {
  Texts texts;
  for (const auto& row : table.rows) {
    texts.emplace_back();
    for (const Spans& cell : row) texts.back().push_back(plain_text(cell));
  }
  return texts;
}

std::string repeated(std::string_view part, size_t count) {
  std::string text;
  text.reserve(part.size() * count);
  for (size_t i = 0; i < count; ++i) text += part;
  return text;
}

// All text of blocks, for tests that nothing was lost.
std::string all_text(const std::vector<RichBlock>& blocks) {
  std::string text;
  for (const RichBlock& block : blocks) {
    text += plain_text(block.spans) + block.text + all_text(block.children);
    for (const auto& row : block.rows) {
      for (const Spans& cell : row) text += plain_text(cell);
    }
  }
  return text;
}

size_t depth_of(const std::vector<RichBlock>& blocks) {
  size_t depth = 0;
  for (const RichBlock& block : blocks) depth = std::max(depth, 1 + depth_of(block.children));
  return depth;
}

// What the paper and the writers rely on, whatever was read.
bool is_sound(const std::vector<RichBlock>& blocks, bool inside_list = false) {
  return std::ranges::all_of(blocks, [&](const RichBlock& block) {
    const bool list = block.kind == Kind::bullet_list || block.kind == Kind::numbered_list;
    const bool nests = list || block.kind == Kind::list_item || block.kind == Kind::quote;
    if (inside_list != (block.kind == Kind::list_item)) return false;
    if (block.kind == Kind::heading && (block.level < 1 || block.level > 6)) return false;
    if (!nests && !block.children.empty()) return false;
    if (block.task && block.kind != Kind::list_item) return false;
    if (block.kind == Kind::table) {
      if (block.alignments.empty() || block.rows.empty()) return false;
      for (const auto& row : block.rows) {
        if (row.empty() || row.size() > block.alignments.size()) return false;
      }
    }
    return is_sound(block.children, list);
  });
}

}  // namespace

TEST_CASE("no text gives no blocks") {
  CHECK(read_markdown("").empty());
  CHECK(read_markdown(" \n\n\t\n").empty());
}

TEST_CASE("paragraphs are parted by an empty line, and a single line end inside is a space") {
  const auto blocks = read_markdown("first\nline\n\nsecond");
  REQUIRE(blocks.size() == 2);
  CHECK(blocks[0].kind == Kind::paragraph);
  CHECK(blocks[0].spans == Spans{plain("first line")});
  CHECK(blocks[1].spans == Spans{plain("second")});
}

TEST_CASE("where the author sees line breaks, a single line end inside a paragraph is one") {
  const auto block_of = [](const std::string& text) { return read_markdown(text, LineFeeds::breaks).at(0); };
  for (const char* text : {"one\ntwo", "one \n  two", "one  \ntwo", "one\\\ntwo", "one<br>\ntwo", "one\r\ntwo"}) {
    CAPTURE(text);
    CHECK(block_of(text).spans == Spans{plain("one\ntwo")});
  }
  CHECK(block_of("- one\n  two").children.at(0).children.at(0).spans == Spans{plain("one\ntwo")});
  CHECK(block_of("> one\ntwo").children.at(0).spans == Spans{plain("one\ntwo")});
  CHECK(block_of("*one\ntwo*").spans == Spans{emphasis("one\ntwo")});
  CHECK(block_of("one\ntwo\n===").spans == Spans{plain("one\ntwo")});
  CHECK(block_of("| a | b |\n| - | - |\n| 1 | 2 |").kind == Kind::table);
}

TEST_CASE("two spaces, a backslash or <br> at the end of a line break it") {
  for (const char* text : {"one  \ntwo", "one\\\ntwo", "one<br>two", "one<br/>two", "one<br />two"}) {
    CAPTURE(text);
    CHECK(only_block(text).spans == Spans{plain("one\ntwo")});
  }
}

TEST_CASE("headings have their level in both notations") {
  for (int level = 1; level <= 6; ++level) {
    const RichBlock heading = only_block(std::string(static_cast<size_t>(level), '#') + " Заголовок *x*");
    CHECK(heading.kind == Kind::heading);
    CHECK(heading.level == level);
    CHECK(heading.spans == Spans{plain("Заголовок "), emphasis("x")});
  }
  CHECK(only_block("Title\n=====").level == 1);
  CHECK(only_block("Title\n-----").level == 2);
  CHECK(only_block("####### seven").kind == Kind::paragraph);
  CHECK(only_block("#no space").kind == Kind::paragraph);
}

TEST_CASE("emphasis, strong text and code are spans of their own, and they combine") {
  CHECK(only_block("a *b* **c** `d` e").spans ==
        Spans{plain("a "), emphasis("b"), plain(" "), strong("c"), plain(" "), code("d"), plain(" e")});
  CHECK(only_block("***both***").spans == Spans{Span{"both", true, true, false, {}}});
  CHECK(only_block("**a *b* c**").spans == Spans{strong("a "), Span{"b", true, true, false, {}}, strong(" c")});
  CHECK(only_block("**`x`**").spans == Spans{Span{"x", true, false, true, {}}});
  CHECK(only_block("snake_case_name").spans == Spans{plain("snake_case_name")});
  CHECK(only_block("2 * 3 * 4").spans == Spans{plain("2 * 3 * 4")});
}

TEST_CASE("escapes and entities read as the characters they stand for") {
  CHECK(only_block("\\*not\\* \\# &amp; &laquo;да&raquo; &#1105;").spans == Spans{plain("*not* # & «да» ё")});
}

TEST_CASE("a link keeps its text and its target, styles inside it too") {
  CHECK(only_block("see [the *site*](https://example.org/?a=1&b=2)").spans ==
        Spans{plain("see "), Span{"the ", false, false, false, "https://example.org/?a=1&b=2"},
              Span{"site", false, true, false, "https://example.org/?a=1&b=2"}});
  CHECK(only_block("<https://example.org>").spans ==
        Spans{Span{"https://example.org", false, false, false, "https://example.org"}});
  CHECK(only_block("[x][1]\n\n[1]: /target").spans == Spans{Span{"x", false, false, false, "/target"}});
}

TEST_CASE("a line that gives a used link its address is not shown") {
  const auto blocks =
      read_markdown("See [the shop] and [more][Rules].\n\n[the shop]: https://example.org\n[rules]: a/b.md\n");
  REQUIRE(blocks.size() == 1);
  CHECK(plain_text(blocks[0].spans) == "See the shop and more.");
  CHECK(blocks[0].spans[1].link == "https://example.org");
  CHECK(blocks[0].spans[3].link == "a/b.md");
}

TEST_CASE("a line that only looks like the address of a link keeps its words") {
  const auto text_of = [](std::string_view text) { return plain_text(read_markdown(text).at(0).spans); };
  CHECK(text_of("[имя]: Здравствуйте!") == "[имя]: Здравствуйте!");
  CHECK(text_of("[^1]: слово") == "[^1]: слово");
  CHECK(text_of("[shop]: https://example.org") == "[shop]: https://example.org");
  CHECK(plain_text(read_markdown("- [имя]: да").at(0).children.at(0).children.at(0).spans) == "[имя]: да");
  // used, yet what follows is a word and no address
  CHECK(plain_text(read_markdown("Слово[^1].\n\n[^1]: пояснение").at(1).spans) == "[^1]: пояснение");
}

TEST_CASE("a link before a bracket and a colon is no address of a link: a label holds no brackets") {
  const auto blocks = read_markdown("[https://a.b/c](https://a.b/c)]: да");
  REQUIRE(blocks.size() == 1);
  CHECK(plain_text(blocks[0].spans) == "https://a.b/c]: да");
  CHECK(blocks[0].spans.front().link == "https://a.b/c");
}

TEST_CASE("what looks like the address of a link stays as it is in code") {
  CHECK(read_markdown("```\n[a]: b\n```\n").at(0).text == "[a]: b\n");
  CHECK(read_markdown("Text\n\n    [a]: b\n").at(1).text == "[a]: b\n");
}

TEST_CASE("an image comes back as its description") {
  CHECK(plain_text(only_block("![a cup](cup.png)").spans) == "a cup");
  CHECK(plain_text(only_block("[![a cup](cup.png) more](/site)").spans) == "a cup more");
}

TEST_CASE("the target of an image inside a link ends where the image ends") {
  const Spans spans = only_block("[![cup](cup.png) more](/site) end").spans;
  REQUIRE(spans.size() == 3);
  CHECK(spans[1] == Span{" more", false, false, false, "/site"});
  CHECK(spans[2] == plain(" end"));
}

TEST_CASE("raw HTML comes back as code, comments not at all") {
  CHECK(only_block("a <b>c</b>").spans == Spans{plain("a "), code("<b>"), plain("c"), code("</b>")});
  const RichBlock block = only_block("<div>\nx\n</div>");
  CHECK(block.kind == Kind::code);
  CHECK(block.text == "<div>\nx\n</div>\n");
  CHECK(block.language == "html");
  CHECK(only_block("a<!-- secret -->b").spans == Spans{plain("ab")});
  CHECK(only_block("a<!-- one -->b<!-- two -->").spans == Spans{plain("ab")});
  CHECK(read_markdown("<!-- secret -->\n").empty());
  CHECK(read_markdown("<!-- one -->\n<!-- two -->\n").empty());
}

TEST_CASE("code keeps its lines and its language") {
  const RichBlock fenced = only_block("```cpp\nint x;\n\n  *y*\n```");
  CHECK(fenced.kind == Kind::code);
  CHECK(fenced.language == "cpp");
  CHECK(fenced.text == "int x;\n\n  *y*\n");
  CHECK(only_block("    indented\n    code").text == "indented\ncode\n");
  CHECK(only_block("~~~\nopen to the end").text == "open to the end\n");
}

TEST_CASE("a rule is a block of its own") {
  const auto blocks = read_markdown("a\n\n***\n\nb");
  REQUIRE(blocks.size() == 3);
  CHECK(blocks[1].kind == Kind::rule);
}

TEST_CASE("a quote holds its blocks") {
  const RichBlock quote = only_block("> # Title\n> text\n>\n> > inner");
  CHECK(quote.kind == Kind::quote);
  REQUIRE(quote.children.size() == 3);
  CHECK(quote.children[0].kind == Kind::heading);
  CHECK(quote.children[1].spans == Spans{plain("text")});
  CHECK(quote.children[2].kind == Kind::quote);
  CHECK(quote.children[2].children[0].spans == Spans{plain("inner")});
}

TEST_CASE("lists hold items, and lists inside items stay inside them") {
  const RichBlock list = only_block("- one\n  - inner\n    1. deep\n- two");
  CHECK(list.kind == Kind::bullet_list);
  REQUIRE(list.children.size() == 2);
  const RichBlock& first = list.children[0];
  CHECK(first.kind == Kind::list_item);
  REQUIRE(first.children.size() == 2);
  CHECK(first.children[0].spans == Spans{plain("one")});
  CHECK(first.children[1].kind == Kind::bullet_list);
  CHECK(first.children[1].children[0].children[1].kind == Kind::numbered_list);
  CHECK(plain_text(list.children[1].children[0].spans) == "two");
}

TEST_CASE("a numbered list begins with the number it was given") {
  const RichBlock list = only_block("7. seven\n8. eight");
  CHECK(list.kind == Kind::numbered_list);
  CHECK(list.start == 7);
  CHECK(list.children.size() == 2);
  CHECK(only_block("1) one").kind == Kind::numbered_list);
}

TEST_CASE("a list with empty lines between its items is loose") {
  CHECK(only_block("- a\n- b").tight);
  CHECK_FALSE(only_block("- a\n\n- b").tight);
}

TEST_CASE("an item may hold several paragraphs and code") {
  const RichBlock list = only_block("- a\n\n  b\n\n      code\n");
  REQUIRE(list.children.size() == 1);
  REQUIRE(list.children[0].children.size() == 3);
  CHECK(list.children[0].children[2].kind == Kind::code);
}

TEST_CASE("a task is an item with a mark, done or not") {
  const RichBlock list = only_block("- [ ] open\n- [x] done\n- [X] done too\n- none");
  REQUIRE(list.children.size() == 4);
  CHECK(list.children[0].task == false);
  CHECK(list.children[1].task == true);
  CHECK(list.children[2].task == true);
  CHECK_FALSE(list.children[3].task.has_value());
  CHECK(list.children[0].children[0].spans == Spans{plain("open")});
}

TEST_CASE("a task keeps the style of its text, and numbered items can be tasks") {
  const RichBlock list = only_block("1. [x] **bold** rest");
  CHECK(list.children[0].task == true);
  CHECK(plain_text(list.children[0].children[0].spans) == "bold rest");
  CHECK(list.children[0].children[0].spans.back() == plain(" rest"));
}

TEST_CASE("a task whose text begins with a style has no empty span before it") {
  CHECK(only_block("- [x] **bold**").children[0].children[0].spans == Spans{strong("bold")});
}

TEST_CASE("brackets elsewhere are no task") {
  CHECK_FALSE(only_block("- text [ ] later").children[0].task.has_value());
  CHECK_FALSE(only_block("- [y] other").children[0].task.has_value());
  CHECK_FALSE(only_block("- [x](/link) text").children[0].task.has_value());
  CHECK_FALSE(only_block("- `[x] code`").children[0].task.has_value());
  CHECK_FALSE(only_block("- first\n\n  [x] second paragraph").children[0].task.has_value());
  CHECK(plain_text(only_block("[ ] no item").spans) == "[ ] no item");
}

TEST_CASE("a table has a head, rows and an alignment a column") {
  const RichBlock table =
      only_block("| a | b | c | d |\n| --- | :-- | :-: | --: |\n| 1 | 2 | 3 | 4 |\n| 5 | 6 | 7 | 8 |");
  CHECK(table.kind == Kind::table);
  CHECK(table.alignments == std::vector{Alignment::left, Alignment::left, Alignment::centre, Alignment::right});
  CHECK(texts_of(table) == Texts{{"a", "b", "c", "d"}, {"1", "2", "3", "4"}, {"5", "6", "7", "8"}});
}

TEST_CASE("a table does without pipes at the ends and without rows") {
  CHECK(texts_of(only_block("a | b\n--|--\n1 | 2")) == Texts{{"a", "b"}, {"1", "2"}});
  CHECK(texts_of(only_block("| a |\n| - |")) == Texts{{"a"}});
}

TEST_CASE("a table from Windows has the same cells") {
  CHECK(texts_of(only_block("| a | b |\r\n| - | - |\r\n| 1 | 2 |\r\n")) == Texts{{"a", "b"}, {"1", "2"}});
}

TEST_CASE("a pipe in a cell is escaped, alone and in code") {
  CHECK(texts_of(only_block("| a | b |\n| - | - |\n| x \\| y | `p \\| q` |")) == Texts{{"a", "b"}, {"x | y", "p | q"}});
}

TEST_CASE("other escapes in a cell stay escapes") {
  CHECK(texts_of(only_block("| a | b |\n| - | - |\n| \\*x\\* | \\\\ |")) == Texts{{"a", "b"}, {"*x*", "\\"}});
}

TEST_CASE("a row may have fewer cells, text past the last column stays in the last cell") {
  const RichBlock table = only_block("| a | b |\n| - | - |\n| 1 |\n| 1 | 2 | 3 | 4 |");
  CHECK(texts_of(table) == Texts{{"a", "b"}, {"1"}, {"1", "2 | 3 | 4"}});
}

TEST_CASE("an empty cell between two pipes stays a cell") {
  CHECK(texts_of(only_block("| a | b | c |\n| - | - | - |\n| 1 | | 3 |\n| | | |")) ==
        Texts{{"a", "b", "c"}, {"1", "", "3"}, {"", "", ""}});
}

TEST_CASE("a lone backtick in a cell does not swallow the next cell") {
  CHECK(texts_of(only_block("| a | b |\n| - | - |\n| 5` | x |")) == Texts{{"a", "b"}, {"5`", "x"}});
}

TEST_CASE("cells have styles, links and code") {
  const RichBlock table = only_block("| a | b |\n| - | - |\n| x **s** | [l](/t) |");
  CHECK(table.rows[1][0] == Spans{plain("x "), strong("s")});
  CHECK(table.rows[1][1] == Spans{Span{"l", false, false, false, "/t"}});
}

TEST_CASE("a cell that begins with a style keeps it, whatever sign the style begins and ends with") {
  const auto cell = [](const std::string& text) {
    return only_block("| a | b |\n| - | - |\n| " + text + " | x |").rows[1][0];
  };
  CHECK(cell("**s**") == Spans{strong("s")});
  CHECK(cell("*e*") == Spans{emphasis("e")});
  CHECK(cell("`c`") == Spans{code("c")});
  CHECK(cell("_e_") == Spans{emphasis("e")});
  CHECK(cell("__s__") == Spans{strong("s")});
  CHECK(cell("**«да»**") == Spans{strong("«да»")});
  CHECK(cell("*(e)*") == Spans{emphasis("(e)")});
}

TEST_CASE("marks of blocks in a cell are text") {
  CHECK(texts_of(only_block("| a | b |\n| - | - |\n| # x | - y |\n| > z | 1. w |\n| --- | === |")) ==
        Texts{{"a", "b"}, {"# x", "- y"}, {"> z", "1. w"}, {"---", "==="}});
}

TEST_CASE("a table stands in a quote and in a list item") {
  const RichBlock quote = only_block("> | a | b |\n> | - | - |\n> | 1 | 2 |");
  REQUIRE(quote.children.size() == 1);
  CHECK(texts_of(quote.children[0]) == Texts{{"a", "b"}, {"1", "2"}});
  const RichBlock list = only_block("- | a | b |\n  | - | - |\n  | 1 | 2 |");
  REQUIRE(list.children[0].children.size() == 1);
  CHECK(texts_of(list.children[0].children[0]) == Texts{{"a", "b"}, {"1", "2"}});
}

TEST_CASE("lines with pipes are no table without a fitting second line") {
  CHECK(only_block("a | b").kind == Kind::paragraph);
  CHECK(only_block("a | b\nc | d").kind == Kind::paragraph);
  CHECK(only_block("a | b | c\n-|-").kind == Kind::paragraph);
  CHECK(only_block("a | b\n--|-x").kind == Kind::paragraph);
  CHECK(only_block("a\n:-|-:").kind == Kind::paragraph);
}

TEST_CASE("a table between paragraphs is read where empty lines part them") {
  const auto blocks = read_markdown("before\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\nafter");
  REQUIRE(blocks.size() == 3);
  CHECK(blocks[1].kind == Kind::table);
  CHECK(plain_text(blocks[2].spans) == "after");
}

TEST_CASE("a table is found whatever line ends stand before it, a lone carriage return too") {
  const auto blocks = read_markdown("intro\r\r| a | b |\n| - | - |\n| 1 | 2 |\n\nend\n\nmore\n");
  REQUIRE(blocks.size() == 4);
  REQUIRE(blocks[1].kind == Kind::table);
  CHECK(texts_of(blocks[1]) == Texts{{"a", "b"}, {"1", "2"}});
}

TEST_CASE("the text of spans is their text without styles") {
  CHECK(plain_text(only_block("a **b** `c` [d](/e)").spans) == "a b c d");
  CHECK(plain_text({}).empty());
}

TEST_CASE("nesting past the limit is flattened and its text kept") {
  const auto quotes = read_markdown(repeated("> ", 40) + "text");
  CHECK(depth_of(quotes) <= 33);
  CHECK(all_text(quotes) == "text");
  std::string lists;
  for (size_t level = 0; level < 40; ++level) lists += repeated("  ", level) + "- item" + std::to_string(level) + "\n";
  const auto blocks = read_markdown(lists);
  CHECK(depth_of(blocks) <= 33);
  for (size_t level = 0; level < 40; ++level)
    CHECK(all_text(blocks).find("item" + std::to_string(level)) != std::string::npos);
}

TEST_CASE("a list holds nothing but items, at the deepest level too") {
  for (size_t quotes = 0; quotes < 34; ++quotes) {
    CAPTURE(quotes);
    CHECK(is_sound(read_markdown(repeated("> ", quotes) + "- a\n" + repeated("> ", quotes) + "  - b")));
  }
  CHECK(is_sound(read_markdown("> " + repeated("- ", 40) + "text")));
}

TEST_CASE("a hundred thousand nested quotes, lists or brackets are read without a crash") {
  constexpr size_t many = 100000;
  CHECK(all_text(read_markdown(repeated(">", many) + "text")).ends_with("text"));
  CHECK(depth_of(read_markdown(repeated("> ", many) + "text")) <= 33);
  CHECK(all_text(read_markdown(repeated("- ", many) + "text")).ends_with("text"));
  CHECK((all_text(read_markdown(repeated("[", many))) == repeated("[", many)));
  CHECK((all_text(read_markdown(repeated("*a **b ", many) + "c")) == repeated("*a **b ", many) + "c"));
  CHECK(is_sound(read_markdown(repeated("![", many) + "text" + repeated("](x)", many))));
  CHECK((all_text(read_markdown(repeated("![", many) + "text" + repeated("](x)", many))).find("text") !=
         std::string::npos));
  CHECK((all_text(read_markdown("a" + repeated("`", many) + "a")) == "a" + repeated("`", many) + "a"));
  CHECK((all_text(read_markdown(repeated("|", many) + "\n" + repeated("|", many))).size() == 2 * many + 1));
}

TEST_CASE("a zero character is replaced, and bytes that are not UTF-8 are read as they are") {
  CHECK(all_text(read_markdown(std::string("a\0b", 3))) == "a\uFFFDb");
  CHECK(all_text(read_markdown("\xFF\xFE **\xD1** | \xC3\n- | -\n\xF0 | x")) == "\xFF\xFE **\xD1** | \xC3| - \xF0 | x");
}

TEST_CASE("any bytes can be read, and what comes is sound") {
  CHECK(rc::check([] { RC_ASSERT(is_sound(read_markdown(*rc::gen::arbitrary<std::string>()))); }));
}

TEST_CASE("any mixture of Markdown's marks can be read, and what comes is sound and well-formed UTF-8") {
  CHECK(rc::check([] {
    const auto parts = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "a", "ё", "«", " ", "  ", "    ", "\n", "\n", "\n\n", "\r", "\r\n", "\t", "|", "| ", "---", "-|-", ":-:", "- ",
        "* ", "+ ", "1. ", "12) ", "> ", ">", "# ", "###", "**", "*", "_", "`", "```", "~~~\n", "[", "]", "](x)", "![",
        "[a]: b\n", "[ ] ", "[x] ", "<br>", "<div>", "<!--", "-->", "\\", "\\|", "&amp;", "===", "\u2060",
        std::string(1, '\0')));
    std::string text;
    for (const std::string& part : parts) text += part;
    const auto blocks = read_markdown(text);
    RC_ASSERT(is_sound(blocks));
    RC_ASSERT(!find_invalid_utf8(all_text(blocks)));
  }));
}

}  // namespace canvasbook::markdown_reader_test
