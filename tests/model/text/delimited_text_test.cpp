#include "model/text/delimited_text.h"

#include <doctest/doctest.h>

namespace canvasbook::delimited_text_test {

TEST_CASE("a clipboard of any text becomes rows; blank lines do not") {
  CHECK(read_cells("").empty());
  CHECK(read_cells("\n \n\t\n").empty());
  CHECK(read_cells("one\n\ntwo") == CellRows{{"one"}, {"two"}});
  CHECK(read_cells("a \"quoted\" word\tb") == CellRows{{"a \"quoted\" word", "b"}});
}

TEST_CASE("what was read is written so that it is read again, blanks at the ends too") {
  for (const CellRows& rows :
       {CellRows{{" before", "after ", "a\tb"}, {"", "\"", "c\nd"}}, read_cells("x\t\"unclosed ")}) {
    CHECK(read_cells(write_cells(rows)) == rows);
  }
}

TEST_CASE("a quote at the beginning of a cell that is not closed at its end is a letter like any other") {
  const CellRows expected{{"\"Dear\" he says", "a"}, {"\"b", "c"}};
  CHECK(read_cells("\"Dear\" he says\ta\n\"b\tc\n") == expected);
  CHECK(read_block("\"Dear\" he says\ta\r\n\"b\tc\r\n") == expected);
}

TEST_CASE("a text is taken for cells only where it can be nothing else") {
  CHECK(reads_as_cells("a\tb"));
  CHECK(reads_as_cells("\"two\nlines\""));
  CHECK(reads_as_cells("\"two\r\nlines\"\r\nthree\r\n"));
  CHECK_FALSE(reads_as_cells("two\nlines\n"));
  CHECK_FALSE(reads_as_cells("\"Yes\", he said\nand went"));
  CHECK_FALSE(reads_as_cells("He said \"yes\"\nand \"no\""));
  CHECK_FALSE(reads_as_cells(""));
}

TEST_CASE("cells are well-formed UTF-8 in normal form C, as nothing else can be saved") {
  const CellRows expected{{"a\uFFFD", "й"}};
  CHECK(read_cells("a\xFF\tи\u0306\n") == expected);
  CHECK(read_block("a\xFF\tи\u0306\n") == expected);
}

}  // namespace canvasbook::delimited_text_test
