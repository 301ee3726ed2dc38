// Any Markdown file through the command line to paper: nothing lost, nothing broken by hostile files.
#include <doctest/doctest.h>
#include <stdio.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "editor/command_line/command_line.h"
#include "export/compose/compose.h"
#include "export/layout/layout.h"
#include "model/file/markdown_workbook.h"
#include "model/text/text.h"
#include "tests/benchmark/markdown_book.h"
#include "tests/samples.h"

namespace canvasbook::editor_command_line_export_test {

using samples::TemporaryFolder;

namespace {

constexpr Date today{2026, 11, 22};

struct Outcome {
  int code = 0;
  std::string err;
};

Outcome run(const std::vector<std::string>& arguments, Language language = Language::en) {
  std::ostringstream out;
  std::ostringstream err;
  const int code = run_command_line(arguments, {out, err, language, today, 7});
  return {code, err.str()};
}

std::string output_of(const std::string& command) {
  FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string output;
  char buffer[4096];
  size_t got = 0;
  while ((got = fread(buffer, 1, sizeof buffer, pipe)) > 0) output.append(buffer, got);
  CHECK(pclose(pipe) == 0);
  return output;
}

std::set<std::string> words_of(std::string_view text) {
  std::set<std::string> words;
  std::string word;
  for (size_t at = 0; at <= text.size();) {
    const char32_t c = at < text.size() ? next_code_point(text, at) : (++at, U' ');
    if (is_word_character(c)) {
      append_utf8(word, c);
    } else if (!word.empty()) {
      words.insert(std::move(word));
      word.clear();
    }
  }
  return words;
}

// The text of pages as a reader takes it: a word that was hyphenated is one word.
std::string unhyphenated(std::string text) {
  for (size_t at = 0; (at = text.find("-\n", at)) != std::string::npos;) text.erase(at, 2);
  return text;
}

Pages pages_of(const std::string& text) {
  Fonts fonts;
  return layout(compose(*read_markdown_workbook(text, "notes", today), {{}, {}, today}), {}, fonts);
}

std::string repeated(std::string_view part, size_t count) {
  std::string text;
  for (size_t i = 0; i < count; ++i) text += part;
  return text;
}

const std::string everything =
    "# Заметки о кофе\r\n\r\nАбзац с *курсивом*, **жирным**, `кодом` и [ссылкой](https://example.org/a).\r\n\r\n"
    "- первый\r\n  - вложенный\r\n    1. глубокий\r\n- [x] сделано\r\n- [ ] задача\r\n\r\n> цитата\r\n> > "
    "внутри\r\n\r\n"
    "```sh\r\necho код\r\n```\r\n\r\n    отступ\r\n\r\n***\r\n\r\n| Имя | Число |\r\n| :-- | --: |\r\n| строка | 42 "
    "|\r\n\r\n"
    "<div>разметка</div>\r\n\r\nтекст <b>тег</b>\r\n\r\nЗаголовок\r\n=========\r\n\r\nконец ![картинка](a.png)\r\n";

}  // namespace

TEST_CASE("a Markdown file prints with every word of it") {
  const TemporaryFolder folder;
  const std::string file = folder.file("notes.md");
  const std::string pdf = folder.file("notes.pdf");
  for (const std::string& text : {everything, MarkdownBook().write(2)}) {
    samples::put_bytes(file, text);
    const Outcome outcome = run({"export", file, "--to", "pdf", "--force"});
    CHECK(outcome.code == exit_done);
    CHECK(output_of("qpdf --check " + pdf).find("No syntax or stream encoding errors") != std::string::npos);
    const std::set<std::string> printed = words_of(unhyphenated(output_of("pdftotext " + pdf + " -")));
    for (const std::string& word : words_of(text)) {
      if (word == "https" || word == "example" || word == "org" || word == "sh" || word == "png" || word == "a")
        continue;
      const bool number = std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
      if (number || word == "x") continue;  // of addresses, and the mark of a task
      CAPTURE(word);
      CHECK(printed.contains(word));
    }
  }
}

TEST_CASE("the PDF of a Markdown file has its title, its language and its bookmarks") {
  const TemporaryFolder folder;
  const std::string file = folder.file("notes.md");
  samples::put_bytes(file, everything);
  REQUIRE(run({"export", file, "--to", "pdf"}).code == exit_done);
  const std::string info = output_of("pdfinfo " + folder.file("notes.pdf"));
  CHECK(info.find("Заметки о кофе") != std::string::npos);
  CHECK(info.find("595.28 x 841.89") != std::string::npos);
  const Pages pages = pages_of(everything);
  REQUIRE(pages.bookmarks.size() == 2);
  CHECK(pages.bookmarks[0].title == "Заметки о кофе");
  CHECK(pages.bookmarks[1].title == "Заголовок");
  CHECK(pages.language == Language::ru);
}

TEST_CASE("a Markdown file is written as Markdown beside a name of its own, never over itself") {
  const TemporaryFolder folder;
  const std::string file = folder.file("notes.md");
  samples::put_bytes(file, "# A\n\ntext\n");
  CHECK(run({"export", file, "--to", "md", "--force"}).code == exit_failed);
  CHECK(samples::bytes_of(file) == "# A\n\ntext\n");
  CHECK(run({"export", file, "--to", "md", "-o", folder.file("out.md")}).code == exit_done);
  CHECK(samples::bytes_of(folder.file("out.md")).find("# A") != std::string::npos);
}

TEST_CASE("a file that is no text is refused in one sentence, in the user's language") {
  const TemporaryFolder folder;
  const std::string file = folder.file("notes.md");
  for (const std::string& bytes : {std::string("ab\xC3\x28"), std::string(), std::string("\n \n")}) {
    samples::put_bytes(file, bytes);
    for (const Language language : {Language::ru, Language::en}) {
      const Outcome outcome = run({"export", file, "--to", "pdf"}, language);
      CHECK(outcome.code == exit_failed);
      CHECK(outcome.err.find("notes.md") != std::string::npos);
      CHECK(std::ranges::count(outcome.err, '\n') == 1);
      CHECK(folder.entries() == 1);
    }
  }
}

TEST_CASE("the options of paper change what is printed") {
  const TemporaryFolder folder;
  const std::string file = folder.file("book.md");
  samples::put_bytes(file, MarkdownBook().write(1));
  const auto pages = [&](std::vector<std::string> options) {
    std::vector<std::string> arguments{"export", file, "--to", "pdf", "--force"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    REQUIRE(run(arguments).code == exit_done);
    const std::string info = output_of("pdfinfo " + folder.file("book.pdf"));
    return std::stoi(info.substr(info.find("Pages:") + 6));
  };
  const int plain = pages({});
  CHECK(pages({"--cover"}) == plain + 1);
  CHECK(pages({"--no-contents"}) == plain - 1);
  const std::string before = samples::bytes_of(folder.file("book.pdf"));
  pages({"--no-contents", "--justified"});
  const std::string justified = samples::bytes_of(folder.file("book.pdf"));
  CHECK(justified != before);
  pages({"--no-contents", "--justified", "--binding"});
  CHECK(samples::bytes_of(folder.file("book.pdf")) != justified);
}

TEST_CASE("hostile nesting neither crashes nor grows the pages out of proportion") {
  // The result has a size in proportion to the text: nothing is doubled on the way.
  for (const std::string_view part : {">", "> ", "- ", "* ", "1. ", "[", "![", "](", "**a ", "<", "&", "\\", "|"}) {
    CAPTURE(part);
    const std::string small = repeated(part, 10000) + "слово\n";
    const std::string large = repeated(part, 100000) + "слово\n";
    size_t sizes[2] = {};
    for (const bool is_large : {false, true}) {
      const Pages pages = pages_of(is_large ? large : small);
      std::string text;
      for (const Page& page : pages.pages) {
        for (const TextRun& run : page.runs) {
          if (run.role != RunRole::footer && run.role != RunRole::running_head) text += run.text;
        }
      }
      CHECK(text.find("слово") != std::string::npos);
      sizes[is_large ? 1 : 0] = text.size();
    }
    CHECK(sizes[1] <= 12 * sizes[0] + 1000);
  }
}

TEST_CASE("a line of very many characters without a space is cut, not lost") {
  const Pages pages = pages_of(std::string(300000, 'x'));
  size_t count = 0;
  for (const Page& page : pages.pages) {
    for (const TextRun& run : page.runs) {
      count += static_cast<size_t>(std::ranges::count(run.text, 'x'));
      CHECK(run.x + run.width < page.width);
    }
  }
  CHECK(count == 300000);
}

}  // namespace canvasbook::editor_command_line_export_test
