#include "model/text/unwrap_markdown.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>
#include <vector>

#include "model/text/markdown_reader.h"

namespace canvasbook::unwrap_markdown_test {

namespace {

// Lines of every kind in any order: what is a paragraph and what is not depends on the lines around.
rc::Gen<std::string> wrapped_text() {
  const std::vector<std::string> lines{
      "one",     "two three ", "*four",      "five*",     "  six",    "> seven",      "> > eight", "- nine",
      "  - ten", "1. one",     "   two",     "",          "",         "hard  ",       "hard\\",    "# head",
      "===",     "---",        "| a | b |",  "| - | - |", "```",      "`code",        "span`",     "    deep",
      "[x][r]",  "[r]: /to",   "[u]: /none", "a\\\\",     "<b>x",     "\\> no quote", "1986. was", "[ ] task",
      "a.b | c", "&amp;",      "<!-- note",  "-->",       "\ttabbed", "e<br>"};
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(lines)),
                      [](const std::vector<std::string>& chosen) {
                        std::string text;
                        for (const std::string& line : chosen) text += line + "\n";
                        return text;
                      });
}

}  // namespace

TEST_CASE("a wrapped paragraph comes on one line, wherever it stands") {
  CHECK(unwrap_markdown("one\ntwo \n  three\n\nfour\n") == "one two three\n\nfour\n");
  CHECK(unwrap_markdown("one\r\ntwo\rthree") == "one two three");
  CHECK(unwrap_markdown("- one\n  two\n- three\nfour\n") == "- one two\n- three four\n");
  CHECK(unwrap_markdown("> one\n> two\n>\n> > three\n> > four\n") == "> one two\n>\n> > three four\n");
  CHECK(unwrap_markdown("one\ntwo\n===\n") == "one two\n===\n");
}

TEST_CASE("line feeds that mean something stay") {
  for (const char* text : {"one  \ntwo\n", "one\\\ntwo\n", "```\none\ntwo\n```\n", "    one\n    two\n",
                           "| a | b |\n| - | - |\n| 1 | 2 |\n", "<div>\none\n</div>\n", "# one\ntwo\n",
                           "- one\n- two\n", "[r]: /to\n[one][r]\n", ""}) {
    CAPTURE(text);
    CHECK(unwrap_markdown(text) == text);
  }
}

TEST_CASE("a backslash that is text itself breaks no line") { CHECK(unwrap_markdown("one\\\\\ntwo") == "one\\\\ two"); }

TEST_CASE("any text without its wrapping reads as before, and its line feeds break lines") {
  CHECK(rc::check([] {
    const std::string text = *wrapped_text();
    const std::string unwrapped = unwrap_markdown(text);
    RC_ASSERT(read_markdown(unwrapped) == read_markdown(text));
    // a line that may define a link stays on its own, and code over lines may have blanks that count
    if (text.find("]:") != std::string::npos || text.find('`') != std::string::npos) return;
    RC_ASSERT(read_markdown(unwrapped, LineFeeds::breaks) == read_markdown(text));
  }));
}

}  // namespace canvasbook::unwrap_markdown_test
