// A Markdown file that is exported as Markdown.
#include <doctest/doctest.h>

#include "export/compose/compose.h"
#include "export/markdown/writer.h"
#include "model/file/markdown_workbook.h"

namespace canvasbook::markdown_file_test {

namespace {

constexpr Date date{2026, 11, 22};

Workbook read(const std::string& text) {
  auto workbook = read_markdown_workbook(text, "notes", date);
  REQUIRE(workbook.has_value());
  return *workbook;
}

std::string written(const Workbook& workbook) {
  ComposeOptions options{{}, {}, date};
  options.with_definitions = true;
  return write_markdown_to_read(compose(workbook, options));
}

}  // namespace

TEST_CASE("a Markdown file comes out as Markdown with its headings as they were, each once") {
  for (const std::string text : {
           "# A\n\ntext\n\n## B\n\nmore\n\n### C\n\nend\n",
           "text before\n\n# A\n\ntext\n\n## B\n\nmore\n",
           "- a list\n- before\n\n# A\n\ntext\n",
           "## Deep\n\none\n\n## Deeper\n\ntwo\n",
           "before\n\n## Deep\n\none\n\n# High\n\ntwo\n",
           "# A\n\none\n\n# B\n\ntwo\n",
           "# A\n\none\n\n# A\n\ntwo\n",
       }) {
    CAPTURE(text);
    CHECK(written(read(text)) == text);
    CHECK(written(with_section_titles(read(text))) == text);  // as the window opens it
  }
  CHECK(written(read("A\n=\n\ntext\n\nB\n-\n")) == "# A\n\ntext\n\n## B\n");
}

TEST_CASE("a Markdown file without a heading gets its name as one, once") {
  CHECK(written(read("only text\n")) == "# notes\n\nonly text\n");
  CHECK(written(read(written(read("only text\n")))) == "# notes\n\nonly text\n");
}

TEST_CASE("a Markdown file that was exported as Markdown stays as it is when that is done again") {
  std::string many;
  for (int i = 1; i < 400; ++i) many += "## Part " + std::to_string(i) + "\n\nSome words of it.\nAnd more.\n\n";
  for (const std::string& text : {
           std::string("only text"),
           std::string("#\n\nno title\n\n# B"),
           "# " + std::string(500, 'w') + "\n\ntext",
           std::string("# *My* `notes` &amp; [links](https://example.org)<br>on two lines\n\ntext"),
           std::string("> # quoted\n\n- # listed\n\n# A\n\n1. one\n2. two"),
           std::string("before\n\n#### Very deep\n\ntext\n\n# High\n\ntext"),
           std::string("# A\n\n1. one\n2. two\n\n1) three\n\n- x\n\n+ y\n\n* z"),
           std::string("# A\n\n![](picture.png)\n\n**one *two*, three** and [there](#a)"),
           "# Book\n\n" + many,
           many,
       }) {
    CAPTURE(text);
    const std::string once = written(read(text));
    CHECK(written(read(once)) == once);
  }
}

}  // namespace canvasbook::markdown_file_test
