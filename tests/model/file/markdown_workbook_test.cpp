#include "model/file/markdown_workbook.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "model/file/workbook_file.h"
#include "model/text/markdown_reader.h"
#include "model/text/unwrap_markdown.h"
#include "tests/awkward_text.h"
#include "tests/benchmark/markdown_book.h"
#include "tests/samples.h"

namespace canvasbook::markdown_workbook_test {

namespace {

constexpr Date date{2026, 11, 22};

Workbook read(std::string_view text) {
  auto workbook = read_markdown_workbook(text, "notes", date);
  REQUIRE(workbook.has_value());
  return *workbook;
}

std::vector<std::string> sections_of(const Workbook& workbook) {
  std::vector<std::string> texts;
  for (const auto& section : workbook.documents.front()->sections)
    texts.push_back(std::get<Prose>(section->content).text);
  return texts;
}

std::string joined(const Workbook& workbook) {
  std::string text;
  for (const std::string& part : sections_of(workbook)) text += part;
  return text;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a Markdown file is cut before its headings of level 1 and 2") {
  CHECK(sections_of(read("intro\n\n# A\n\ntext\n\n### B\n\n## C\nmore\n")) ==
        Texts{"intro\n\n", "# A\n\ntext\n\n### B\n\n", "## C\nmore\n"});
  CHECK(sections_of(read("\n\n# A\n\nB\n=\n\nC\n---\n")) == Texts{"\n\n# A\n\n", "B\n=\n\n", "C\n---\n"});
}

TEST_CASE("no cut is made inside code, lists, quotes and comments") {
  for (const char* text : {"```\n# code\n```\n", "    # indented\n", "- item\n\n  # in the item\n", "> # quoted\n",
                           "<!--\n# hidden\n-->\n", "<pre>\n# shown\n</pre>\n", "~~~\n```\n# code\n~~~\n"}) {
    CAPTURE(text);
    CHECK(sections_of(read(text)).size() == 1);
  }
}

TEST_CASE("the sections put together are the file, but for the wrapping of its paragraphs") {
  const std::string book = MarkdownBook().write(1);
  CHECK(joined(read(book)) == unwrap_markdown(book));
  CHECK(sections_of(read(book)).size() == 6);
  CHECK(joined(read("# A\none\ntwo\n\n# B\nthree\n  four\n")) == "# A\none two\n\n# B\nthree four\n");
  for (const std::string text :
       {"\xEF\xBB\xBF# A\r\n\r\ntext\r\n\r\n# B\r\n", "# A\r\rold\r\r# B\r", "a\n# B", "# A\n# B\n# C"}) {
    CHECK(joined(read(text)) == text);
  }
  rc::check("any text is kept", [] {
    const std::string text = *samples::awkward_text();
    const auto workbook = read_markdown_workbook(text, "notes", date);
    RC_ASSERT(workbook.has_value() == !trim(text).empty());
    if (workbook) RC_ASSERT(joined(*workbook) == unwrap_markdown(text));
  });
}

TEST_CASE("line ends of all kinds are found again") {
  CHECK(sections_of(read("# A\r\n\r\n# B\r\n")) == Texts{"# A\r\n\r\n", "# B\r\n"});
  CHECK(sections_of(read("# A\r\r# B\r")) == Texts{"# A\r\r", "# B\r"});
}

TEST_CASE("a text whose links are defined at its end stays whole, so that they hold") {
  CHECK(sections_of(read("# A\n\n[x][1]\n\n# B\n\n[1]: https://example.org\n")).size() == 1);
  CHECK(sections_of(read("# A\n\nx]: y\n\n# B\n")).size() == 2);
}

TEST_CASE("the title is the first heading, else the name of the file") {
  CHECK(read("## *My* `notes`\n\ntext").documents.front()->title == "My notes");
  CHECK(read("text").documents.front()->title == "notes");
  CHECK(read("#\n\ntext").documents.front()->title == "notes");
}

TEST_CASE("the language is that of most letters") {
  CHECK(read("Привет, world").language == Language::ru);
  CHECK(read("Hello, мир").language == Language::en);
  CHECK(read("123").language == Language::en);
}

TEST_CASE("a long text with several headings has a table of contents, a note has none") {
  CHECK(read(MarkdownBook().write(1)).documents.front()->paper.contents);
  CHECK_FALSE(read("# A\n# B\n# C\n# D\n# E\n# F\n").documents.front()->paper.contents);
  CHECK_FALSE(read("# A\n\n" + std::string(50000, 'a')).documents.front()->paper.contents);
}

TEST_CASE("what is no text is refused with the place") {
  const auto broken = read_markdown_workbook("good\nbad \xFF", "notes", date);
  REQUIRE_FALSE(broken.has_value());
  CHECK(broken.error().code == ErrorCode::not_utf8);
  CHECK(broken.error().line == 2);
  for (const char* empty : {"", " \n\t\n", "\xEF\xBB\xBF"}) {
    const auto nothing = read_markdown_workbook(empty, "notes", date);
    REQUIRE_FALSE(nothing.has_value());
    CHECK(nothing.error().code == ErrorCode::empty_text);
  }
}

TEST_CASE("plain text keeps its lines, which a Markdown file only wraps") {
  const std::string text = "one\ntwo\n";
  CHECK(sections_of(read(text)) == Texts{"one two\n"});
  CHECK(sections_of(*read_text_workbook(text, "notes", date)) == Texts{text});
}

TEST_CASE("a file is read by what it holds, whatever it is called") {
  const samples::TemporaryFolder folder;
  const auto read_as = [&](const char* name, const std::string& content) {
    samples::put_bytes(folder.file(name), content);
    return load_any_workbook(folder.file(name), date);
  };
  const std::string workbook = write_workbook(samples::make_workbook({}));
  for (const char* name : {"a.canvasbook", "a.md", "a.txt", "a"}) {
    const auto loaded = read_as(name, workbook);
    REQUIRE(loaded);
    CHECK(loaded->kind == FileKind::workbook);
    CHECK(loaded->workbook.documents.empty());
  }
  CHECK(sections_of(read_as("b.md", "one\ntwo")->workbook) == Texts{"one two"});
  CHECK(sections_of(read_as("b.txt", "one\ntwo")->workbook) == Texts{"one\ntwo"});
  CHECK(sections_of(read_as("b", "# One\n\none\ntwo")->workbook) == Texts{"# One\n\none two"});
  CHECK(read_as("c.md", "one\ntwo")->workbook.documents.front()->title == "c");
}

TEST_CASE("a file that holds no text of a workbook is refused with what it is, and with its path") {
  const samples::TemporaryFolder folder;
  const auto error_of = [&](const char* name, const std::string& content) {
    samples::put_bytes(folder.file(name), content);
    const auto loaded = load_any_workbook(folder.file(name), date);
    REQUIRE_FALSE(loaded);
    CHECK(loaded.error().file == folder.file(name));
    return loaded.error();
  };
  CHECK(error_of("a.csv", "a;b\n1;2\n").detail == "table");
  CHECK(error_of("a.md", "").code == ErrorCode::empty_file);
  CHECK(error_of("b.md", "# A\n" + std::string(4096, '\0')).code == ErrorCode::zeroed_file);
  CHECK(error_of("b.txt", "caf\xE9").code == ErrorCode::not_utf8);
  const auto missing = load_any_workbook("/nowhere/notes.md", date);
  REQUIRE_FALSE(missing.has_value());
  CHECK(missing.error().file == "/nowhere/notes.md");
}

TEST_CASE("in the window the heading of a section is its title, and the headings in it count from there") {
  const auto titled = [](std::string_view text) {
    const Workbook workbook = with_section_titles(read(text));
    std::vector<std::string> sections;
    for (const auto& section : workbook.documents.front()->sections) {
      sections.push_back(std::to_string(section->level) + " " + section->title + ": " +
                         std::get<Prose>(section->content).text);
    }
    return sections;
  };
  CHECK(titled("intro\n\n# A\n\ntext\n\n### B\n\nmore\n\n## C\n\n### D\n") ==
        Texts{"1 : intro\n\n", "1 A: text\n\n## B\n\nmore", "2 C: # D"});
  CHECK(titled("Title\nof two\n===\n\ntext\n") == Texts{"1 Title of two: text"});
  CHECK(titled("### deep\n\ntext") == Texts{"1 : ### deep\n\ntext"});
}

}  // namespace canvasbook::markdown_workbook_test
