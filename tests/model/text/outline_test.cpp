#include "model/text/outline.h"

#include <doctest/doctest.h>

#include <string>

namespace canvasbook::outline_test {

namespace {

constexpr std::string_view book = "Before.\n\n# One\n\nFirst.\n\n## Inner\n\nDeep.\n\n# Two\n\nSecond.\n";

}  // namespace

TEST_CASE("a part reaches from its heading to the next one that is no deeper") {
  const auto parts = outline_of(book);
  REQUIRE(parts.size() == 3);
  CHECK(parts[0].title == "One");
  CHECK(book.substr(parts[0].begin, parts[0].end - parts[0].begin) == "# One\n\nFirst.\n\n## Inner\n\nDeep.\n\n");
  CHECK(parts[1].level == 2);
  CHECK(book.substr(parts[1].begin, parts[1].end - parts[1].begin) == "## Inner\n\nDeep.\n\n");
  CHECK(book.substr(parts[2].begin, parts[2].end - parts[2].begin) == "# Two\n\nSecond.\n");
  CHECK(outline_of("# Hello<br>world <!-- id -->\n").front().title == "Hello world");
  CHECK(outline_of("no heading").empty());
  CHECK(outline_of("```\n# code\n```\n").empty());
}

TEST_CASE("a part moves with the parts inside it, and nothing is lost") {
  CHECK(move_part(book, 2, 0) == "Before.\n\n# Two\n\nSecond.\n\n# One\n\nFirst.\n\n## Inner\n\nDeep.\n\n");
  CHECK(move_part(book, 0, 99) == "Before.\n\n# Two\n\nSecond.\n\n# One\n\nFirst.\n\n## Inner\n\nDeep.\n\n");
  CHECK(move_part(book, 1, 0) == "Before.\n\n## Inner\n\nDeep.\n\n# One\n\nFirst.\n\n# Two\n\nSecond.\n");
}

TEST_CASE("a part stays where it would stand where it is, or inside itself") {
  CHECK(move_part(book, 0, 0) == book);
  CHECK(move_part(book, 0, 1) == book);
  CHECK(move_part(book, 0, 2) == book);
  CHECK(move_part(book, 2, 99) == book);
  CHECK(move_part(book, 7, 0) == book);
}

TEST_CASE("lines that end as on Windows are no reason for another empty line") {
  CHECK(move_part("# A\r\n\r\na\r\n\r\n# B\r\n\r\nb\r\n\r\n", 1, 0) == "# B\r\n\r\nb\r\n\r\n# A\r\n\r\na\r\n\r\n");
}

}  // namespace canvasbook::outline_test
