#include "model/text/markdown_lines.h"

#include <doctest/doctest.h>

namespace canvasbook::markdown_lines_test {

TEST_CASE("a text that stands in a cell of a table is read from it as it was, its lines by <br>") {
  for (const char* text : {"", "plain", "a|b", "||", "back\\slash"}) {
    CAPTURE(text);
    CHECK(split_table_row("| " + as_table_cell(text) + " | end |") == std::vector<std::string>{text, "end"});
  }
  CHECK(as_table_cell("one\ntwo") == "one<br>two");
  CHECK(as_table_cell("a\\|b") == "a\\|b");  // it is a pipe already
}

}  // namespace canvasbook::markdown_lines_test
