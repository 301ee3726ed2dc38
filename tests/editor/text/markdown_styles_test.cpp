#include "editor/text/markdown_styles.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <algorithm>

#include <string>
#include <vector>

#include "editor/text/words.h"

namespace canvasbook::markdown_styles_test {

namespace {

// The spans of a line as "text" for what is plain, else "text:looks": b bold, i italic, c code, l link, and the role:
// m mark, . indent, * bullet, 1 number, o open task, x done task, a address.
std::vector<std::string> spans_of(std::string_view line, const LineState& before = {}) {
  const std::u32string text = to_editable(line);
  std::vector<std::string> spans;
  for (const StyledSpan& span : style_line(text, before).spans) {
    std::string looks;
    if (span.bold) looks += 'b';
    if (span.italic) looks += 'i';
    if (span.code) looks += 'c';
    if (span.link) looks += 'l';
    if (span.role != SpanRole::text) looks += "tm.*1oxa"[static_cast<size_t>(span.role)];
    spans.push_back(to_utf8(std::u32string_view(text).substr(span.begin, span.end - span.begin)) +
                    (looks.empty() ? "" : ":" + looks));
  }
  return spans;
}

StyledLine styled(std::string_view line, const LineState& before = {}) { return style_line(to_editable(line), before); }

std::vector<StyledLine> lines_of(std::string_view text) {
  std::vector<StyledLine> lines;
  LineState state;
  const std::u32string source = to_editable(text);
  for (size_t begin = 0; begin <= source.size();) {
    const size_t end = std::min(source.find(U'\n', begin), source.size());
    lines.push_back(style_line(std::u32string_view(source).substr(begin, end - begin), state));
    state = lines.back().after;
    begin = end + 1;
  }
  return lines;
}

std::vector<BlockKind> blocks_of(std::string_view text) {
  std::vector<BlockKind> blocks;
  for (const StyledLine& line : lines_of(text)) blocks.push_back(line.block);
  return blocks;
}

using Spans = std::vector<std::string>;
using Blocks = std::vector<BlockKind>;
constexpr BlockKind body = BlockKind::body;
constexpr BlockKind heading = BlockKind::heading;
constexpr BlockKind item = BlockKind::list_item;
constexpr BlockKind code = BlockKind::code;
constexpr BlockKind rule = BlockKind::rule;

}  // namespace

TEST_CASE("headings have one to six marks and a blank behind them") {
  CHECK(styled("# Кофе").heading == 1);
  CHECK(styled("###### Кофе").heading == 6);
  CHECK(styled("####### Кофе").block == body);
  CHECK(styled("#Кофе").block == body);
  CHECK(styled("#").heading == 1);
  CHECK(spans_of("## Кофе") == Spans{"## :m", "Кофе"});
  CHECK(spans_of("  # Кофе ##  ") == Spans{"  :.", "# :m", "Кофе ", "##  :m"});
  CHECK(spans_of("# C#") == Spans{"# :m", "C#"});
  CHECK(spans_of("# **a** b") == Spans{"# **:m", "a:b", "**:m", " b"});
}

TEST_CASE("emphasis is bold and italic, one inside the other") {
  CHECK(spans_of("пей **кофе** *утром*") == Spans{"пей ", "**:m", "кофе:b", "**:m", " ", "*:m", "утром:i", "*:m"});
  CHECK(spans_of("***a***") == Spans{"*:m", "**:im", "a:bi", "**:im", "*:m"});
  CHECK(spans_of("**a *b* c**") == Spans{"**:m", "a :b", "*:bm", "b:bi", "*:bm", " c:b", "**:m"});
  CHECK(spans_of("__a__ _b_") == Spans{"__:m", "a:b", "__:m", " ", "_:m", "b:i", "_:m"});
}

TEST_CASE("what CommonMark takes for no emphasis stays plain") {
  CHECK(spans_of("2 * 3 * 4") == Spans{"2 * 3 * 4"});
  CHECK(spans_of("**a") == Spans{"**a"});
  CHECK(spans_of("a* b*") == Spans{"a* b*"});
  CHECK(spans_of("snake_case_name") == Spans{"snake_case_name"});
  CHECK(spans_of("_a*") == Spans{"_a*"});
  CHECK(spans_of("сло*в*о") == Spans{"сло", "*:m", "в:i", "*:m", "о"});
  CHECK(spans_of("\\*a\\*") == Spans{"\\:m", "*a", "\\:m", "*"});
}

TEST_CASE("code keeps its stars, and its marks are as long at both ends") {
  CHECK(spans_of("a `*b*` c") == Spans{"a ", "`:cm", "*b*:c", "`:cm", " c"});
  CHECK(spans_of("``a`b``") == Spans{"``:cm", "a`b:c", "``:cm"});
  CHECK(spans_of("`a") == Spans{"`a"});
  CHECK(spans_of("**`a`**") == Spans{"**:m", "`:bcm", "a:bc", "`:bcm", "**:m"});
}

TEST_CASE("links show their text, and their address as such") {
  CHECK(spans_of("см. [*план*](a.md).") ==
        Spans{"см. ", "[:m", "*:lm", "план:il", "*:lm", "](:m", "a.md:a", "):m", "."});
  CHECK(spans_of("<mailto:a@b.ru>") == Spans{"<:m", "mailto:a@b.ru:l", ">:m"});
  CHECK(spans_of("a <b> c") == Spans{"a <b> c"});
  CHECK(spans_of("[a]") == Spans{"[a]"});
  CHECK(spans_of("![a](b)") == Spans{"![:m", "a:l", "](:m", "b:a", "):m"});
}

TEST_CASE("lists have bullets, numbers and tasks") {
  CHECK(spans_of("- a") == Spans{"-:*", " :.", "a"});
  CHECK(spans_of("12. a") == Spans{"12.:1", " :.", "a"});
  CHECK(spans_of("3) a") == Spans{"3):1", " :.", "a"});
  CHECK(spans_of("+ [ ] a") == Spans{"+:*", " :.", "[ ]:o", " :.", "a"});
  CHECK(spans_of("* [x] a") == Spans{"*:*", " :.", "[x]:x", " :.", "a"});
  CHECK(spans_of("- [y] a") == Spans{"-:*", " :.", "[y] a"});
  CHECK(styled("-a").block == body);
  CHECK(styled("1.a").block == body);
  CHECK(styled("-").block == item);
  CHECK(styled("1234567890. a").block == body);
  CHECK(styled("- [x] a").content == 6);
}

TEST_CASE("lists stand in lists, and what is deep enough belongs to the item") {
  const auto lines = lines_of("- a\n  - b\n    goes on\n\n    too\n\nplain");
  CHECK(lines[1].block == item);
  CHECK(lines[1].content == 4);
  CHECK(lines[1].after.list_column == 4);
  CHECK(lines[2].block == body);
  CHECK(lines[2].content == 4);
  CHECK(lines[4].block == body);
  CHECK(lines[6].after.list_column == 0);
  CHECK(spans_of("- 1. a") == Spans{"-:*", " :.", "1.:1", " :.", "a"});
  CHECK(lines_of("- # a")[0].heading == 1);
}

TEST_CASE("a paragraph is interrupted by bullets, but by no number except 1") {
  CHECK(blocks_of("в\n2025. году") == Blocks{body, body});
  CHECK(blocks_of("a\n1. b") == Blocks{body, item});
  CHECK(blocks_of("a\n- b") == Blocks{body, item});
  CHECK(blocks_of("1. a\n2. b") == Blocks{item, item});
  CHECK(blocks_of("# a\n2. b") == Blocks{heading, item});
}

TEST_CASE("rules are three marks or more; under a paragraph they make a heading and are only marks") {
  CHECK(styled("---").block == rule);
  CHECK(styled("* * *").block == rule);
  CHECK(styled("___").block == rule);
  CHECK(styled("--").block == body);
  CHECK(styled("-- -").block == rule);
  CHECK(styled("---a").block == body);
  CHECK(blocks_of("a\n---") == Blocks{body, body});
  CHECK(blocks_of("a\n\n---") == Blocks{body, body, rule});
  CHECK(blocks_of("- a\n---") == Blocks{item, rule});
  CHECK(lines_of("a\n===")[1].spans[0].role == SpanRole::mark);
}

TEST_CASE("a fence holds code until one as long of its kind closes it") {
  CHECK(blocks_of("```\n# a\n~~~\n``\n````\nb") == Blocks{code, code, code, code, code, body});
  CHECK(blocks_of("~~~~ cpp\na\n~~~\n~~~~\nb") == Blocks{code, code, code, code, body});
  CHECK(blocks_of("```a`b\nc") == Blocks{body, body});
  CHECK(blocks_of("```\n``` a\n```") == Blocks{code, code, code});
  CHECK(blocks_of("```\n\n- a") == Blocks{code, code, code});
  const auto lines = lines_of("```\n**a**");
  CHECK(lines[0].spans[0].role == SpanRole::mark);
  REQUIRE(lines[1].spans.size() == 1);
  CHECK(lines[1].spans[0].code);
}

TEST_CASE("a fence ends with the quote or the list item that it stands in") {
  CHECK(blocks_of("> ```\n> a\nb") == Blocks{code, code, body});
  CHECK(blocks_of("- ```\n  a\nb") == Blocks{code, code, body});
  CHECK(blocks_of("- ```\n  a\n\n  c\n  ```\n  b") == Blocks{code, code, code, code, code, body});
}

TEST_CASE("four blanks make code, but not inside a paragraph or an item") {
  CHECK(blocks_of("    a") == Blocks{code});
  CHECK(blocks_of("a\n    b") == Blocks{body, body});
  CHECK(blocks_of("1. a\n    - b") == Blocks{item, item});
  CHECK(blocks_of("- a\n\n      b") == Blocks{item, body, code});
}

TEST_CASE("quotes are counted, and other blocks stand in them") {
  CHECK(styled("> a").quotes == 1);
  CHECK(styled(">> a").quotes == 2);
  CHECK(styled("> > a").quotes == 2);
  CHECK(styled("a > b").quotes == 0);
  CHECK(spans_of("> - *a*") == Spans{"> :.", "-:*", " :.", "*:m", "a:i", "*:m"});
  CHECK(styled("> # a").heading == 1);
  CHECK(styled("- > a").quotes == 1);
}

namespace {

rc::Gen<std::u32string> any_source() {
  return rc::gen::container<std::u32string>(
      rc::gen::elementOf(std::u32string(U"ab **__``~~~>>##--++12.) [](<>!)\\ xX   \n\nя—«»\u0301👩")));
}

}  // namespace

TEST_CASE("of any text every character is in one span, marks are marks, and spans of one look are joined") {
  CHECK(rc::check([] {
    const std::u32string source = *any_source();
    LineState state;
    for (size_t begin = 0; begin <= source.size();) {
      const size_t end = std::min(source.find(U'\n', begin), source.size());
      const auto line = std::u32string_view(source).substr(begin, end - begin);
      const StyledLine result = style_line(line, state);
      size_t at = 0;
      for (size_t i = 0; i < result.spans.size(); ++i) {
        const StyledSpan& span = result.spans[i];
        RC_ASSERT(span.begin == at);
        RC_ASSERT(span.end > span.begin);
        at = span.end;
        if (i > 0) {
          StyledSpan before = result.spans[i - 1];
          before.begin = span.begin;
          before.end = span.end;
          RC_ASSERT(!(before == span));
        }
        for (size_t k = span.begin; k < span.end; ++k) {
          const char32_t c = line[k];
          if (span.role == SpanRole::indent) RC_ASSERT((c == ' ' || c == '>'));
          if (span.role == SpanRole::bullet) RC_ASSERT(c == '-' || c == '+' || c == '*');
          const bool fence_word = result.block == BlockKind::code;
          if (span.role == SpanRole::mark && !fence_word) {
            RC_ASSERT(std::u32string_view(U" *_`~>#-=[](<)!|:\\").find(c) != std::u32string_view::npos);
          }
        }
      }
      RC_ASSERT(at == line.size());
      RC_ASSERT(result.content <= line.size());
      RC_ASSERT(result.heading >= 0 && result.heading <= 6);
      RC_ASSERT((result.heading > 0) == (result.block == BlockKind::heading));
      state = result.after;
      begin = end + 1;
    }
  }));
}

TEST_CASE("the bars of a table recede, its first row is the head") {
  const StyledLine head = styled("| Term | Test |");
  CHECK(head.block == BlockKind::table);
  CHECK(head.spans.front() == StyledSpan{0, 1, SpanRole::mark, true});
  CHECK(head.spans[1] == StyledSpan{1, 7, SpanRole::text, true});
  const StyledLine dashes = styled("|---|:-:|", head.after);
  CHECK(dashes.spans == std::vector<StyledSpan>{{0, 9, SpanRole::mark}});
  const StyledLine row = styled("| a \\| b | c |", dashes.after);
  CHECK(row.spans[1].role == SpanRole::text);
  CHECK_FALSE(row.spans[1].bold);
  CHECK(std::ranges::count(row.spans, SpanRole::mark, &StyledSpan::role) >= 3);
  CHECK(styled("text", row.after).block == BlockKind::body);
  CHECK(styled("", row.after).after.in_table == 0);
}

}  // namespace canvasbook::markdown_styles_test
