// Any Markdown file through the command line to paper: nothing lost, nothing broken by hostile files.
#include <doctest/doctest.h>
#include <stdio.h>
#include <sys/stat.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "editor/command_line/command_line.h"
#include "export/compose/compose.h"
#include "export/compose/forms/forms.h"
#include "export/compose/section.h"
#include "export/formats/formats.h"
#include "export/layout/layout.h"
#include "model/base/catalog.h"
#include "model/file/markdown_workbook.h"
#include "model/file/workbook_file.h"
#include "model/text/text.h"
#include "tests/benchmark/markdown_book.h"
#include "tests/paper.h"
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

// A copy of a workbook from the time before its objections were written.
void write_older(const std::string& file, const std::string& older) {
  auto workbook = load_workbook(file);
  REQUIRE(workbook.has_value());
  REQUIRE(find_section(*workbook, "sales_objections") != nullptr);
  REQUIRE(save_workbook(remove_section(*workbook, "sales_objections"), older).has_value());
}

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

TEST_CASE("each form of the example is a file of its own in every format that suits it, in both languages") {
  const TemporaryFolder folder;
  for (const char* language : {"ru", "en"}) {
    const Workbook workbook = paper::example_for_all_forms(language);
    const std::string file = folder.file(std::string(language) + ".canvasbook");
    REQUIRE(save_workbook(workbook, file).has_value());
    const std::string older = folder.file(std::string(language) + ".older.canvasbook");
    write_older(file, older);
    for (const PrintForm& form : print_forms()) {
      for (const char* format : {"pdf", "md", "html"}) {
        if (!suits(*find_format(format), form)) continue;
        CAPTURE(form.name);
        const std::string target = folder.file(std::string(language) + "." + form.name + "." + format);
        const std::string document = form.has == nullptr ? "sales" : documents_with_form(form, workbook).front();
        std::vector<std::string> arguments{"export",  file,         "--to",   format, "--form",
                                           form.name, "--document", document, "-o",   target};
        if (form.compares) arguments.insert(arguments.end(), {"--since", older});
        CHECK(run(arguments).code == exit_done);
        if (format == std::string("pdf")) {
          CHECK(output_of("qpdf --check " + target).find("No syntax or stream encoding errors") != std::string::npos);
        } else {
          CHECK(samples::bytes_of(target).size() > 200);
        }
      }
    }
  }
}

TEST_CASE("a form that is not known, that has nothing to print or that takes no findings is told in one sentence") {
  const TemporaryFolder folder;
  const std::string file = folder.file("notes.md");
  samples::put_bytes(file, everything);
  const Outcome unknown = run({"export", file, "--to", "pdf", "--form", "flyer"});
  CHECK(unknown.code == exit_usage);
  CHECK(unknown.err.find("flyer") != std::string::npos);
  for (const PrintForm& form : print_forms()) CHECK(unknown.err.find(form.name) != std::string::npos);
  const Outcome reviewed = run({"export", file, "--to", "pdf", "--form", "cards", "--review"});
  CHECK(reviewed.code == exit_usage);
  CHECK(reviewed.err.find("--review") != std::string::npos);
  for (const PrintForm& form : print_forms()) {
    if (form.has == nullptr) continue;
    CAPTURE(form.name);
    const Outcome lacking = run({"export", file, "--to", form.is_on_screen ? "html" : "pdf", "--form", form.name});
    CHECK(lacking.code == exit_failed);
    CHECK(lacking.err.starts_with(file));
    const std::string lacks = Catalog::of(Language::en).text(std::string("form_lacks.") + form.name);
    CHECK(lacking.err.find(lacks) != std::string::npos);
  }
  CHECK(folder.entries() == 1);
}

TEST_CASE("html is the form of check lists for the phone, which needs no name there and is nothing else") {
  const TemporaryFolder folder;
  const std::string file = folder.file("shop.canvasbook");
  REQUIRE(save_workbook(samples::workbook_with({}), file).has_value());
  CHECK(run({"export", file, "--to", "html", "--form"}).code == exit_done);
  const std::string page = samples::bytes_of(folder.file("shop — Phone form.html"));
  CHECK(page.starts_with("<!DOCTYPE html>"));
  const std::string hall = folder.file("hall.html");
  CHECK(run({"export", file, "--to", "html", "--form", "phone", "--section", "Hall", "-o", hall}).code == exit_done);
  CHECK(samples::bytes_of(hall) == page);
  const Outcome without_form = run({"export", file, "--to", "html"});
  CHECK(without_form.code == exit_usage);
  CHECK(without_form.err.find("--form") != std::string::npos);
  CHECK(run({"export", file, "--to", "html", "--form", "book"}).err == without_form.err);
  const Outcome printed = run({"export", file, "--to", "pdf", "--form", "phone"});
  CHECK(printed.code == exit_usage);
  CHECK(printed.err.find("--to html") != std::string::npos);
  const Outcome nameless = run({"export", file, "--to", "pdf", "--form"});
  CHECK(nameless.code == exit_usage);
  CHECK(nameless.err.find("--form") != std::string::npos);
  CHECK(folder.entries() == 3);
}

TEST_CASE("any form is made of the sections that are named, with the numbers of the whole book") {
  const TemporaryFolder folder;
  for (const char* language : {"ru", "en"}) {
    const Workbook workbook = paper::example(language);
    const std::string file = folder.file(std::string(language) + ".canvasbook");
    REQUIRE(save_workbook(workbook, file).has_value());
    const std::string target = folder.file("part.md");
    const auto export_of = [&](const std::string& form, const std::string& section) {
      const Outcome outcome = run({"export", file, "--to", "md", "--form", form, "--document", "sales", "--section",
                                   section, "-o", target, "--force"});
      CHECK(outcome.code == exit_done);
      return samples::bytes_of(target);
    };
    const Section& objections = *find_section(workbook, "sales_objections");
    const Section& bridges = *find_section(workbook, "sales_bridges");
    const std::string cards = export_of("cards", objections.title);
    CHECK(cards.find(objections.title) != std::string::npos);
    CHECK(cards.find(bridges.title) == std::string::npos);
    const std::string whole = export_of("book", "sales_objections");
    const std::string number = steps_of(*find_document(workbook, "sales")).at("sales_objections").words;
    CHECK(whole.find(number) != std::string::npos);
    CHECK(whole.find(bridges.title) == std::string::npos);
    CHECK(export_of("book", "sales_offer_call").find(objections.title) != std::string::npos);  // stands below it
    const Outcome unknown = run({"export", file, "--to", "md", "--section", "nowhere", "-o", target, "--force"});
    CHECK(unknown.code == exit_failed);
    CHECK(unknown.err.find("nowhere") != std::string::npos);
    const Outcome lacking = run({"export", file, "--to", "md", "--form", "cards", "--section", "sales_stop_list",
                                 "--section", "sales_bridges", "-o", target, "--force"});
    CHECK(lacking.code == exit_done);
    CHECK(
        run({"export", file, "--to", "md", "--form", "cards", "--section", "sales_stop_list", "-o", target, "--force"})
            .code == exit_failed);
  }
}

TEST_CASE("what changed since an older copy is told, which is read and stays as it is") {
  const TemporaryFolder folder;
  const std::string file = (samples::source_folder() / "assets/examples/coffee-shop.en.canvasbook").string();
  const std::string older = folder.file("older.canvasbook");
  const std::string target = folder.file("changes.md");
  write_older(file, older);
  const std::string bytes = samples::bytes_of(older);
  REQUIRE(run({"export", file, "--to", "md", "--form", "changes", "--since", older, "-o", target}).code == exit_done);
  const std::string text = samples::bytes_of(target);
  CHECK(text.find("older.canvasbook") != std::string::npos);
  CHECK(text.find(find_section(*load_workbook(file), "sales_objections")->title) != std::string::npos);
  CHECK(samples::bytes_of(older) == bytes);
  CHECK(run({"export", file, "--to", "md", "--form", "changes", "--since", older, "-o", older, "--force"}).code ==
        exit_failed);
  const std::string renamed = folder.file("older.bak");
  std::filesystem::rename(older, renamed);
  CHECK(run({"export", file, "--to", "md", "--form", "changes", "--since", renamed, "-o", renamed, "--force"}).code ==
        exit_failed);
  CHECK(samples::bytes_of(renamed) == bytes);
}

TEST_CASE("a folder gets one file of all that changed") {
  const TemporaryFolder folder;
  const TemporaryFolder out;
  const std::string file = (samples::source_folder() / "assets/examples/coffee-shop.en.canvasbook").string();
  const std::string older = folder.file("older.canvasbook");
  write_older(file, older);
  REQUIRE(run({"export", file, "--to", "md", "--form", "changes", "--since", older, "-o", out.path().string()}).code ==
          exit_done);
  CHECK(out.entries() == 1);
  CHECK(std::filesystem::exists(out.file("coffee-shop.en — What changed.md")));
}

TEST_CASE("an older copy that is missing, foreign, a pipe or the workbook itself is told in one sentence") {
  const TemporaryFolder folder;
  const std::string file = (samples::source_folder() / "assets/examples/coffee-shop.en.canvasbook").string();
  const std::string foreign = (samples::source_folder() / "assets/examples/coffee-shop.ru.canvasbook").string();
  const std::string target = folder.file("changes.md");
  const auto since = [&](const std::string& older) {
    return run({"export", file, "--to", "md", "--form", "changes", "--since", older, "-o", target});
  };
  const auto is_one_sentence = [](const Outcome& outcome, const std::string& about) {
    CAPTURE(outcome.err);
    CHECK(outcome.err.find(about) != std::string::npos);
    CHECK(std::ranges::count(outcome.err, '\n') == 1);
  };
  const Outcome missing = run({"export", file, "--to", "md", "--form", "changes", "-o", target});
  CHECK(missing.code == exit_usage);
  is_one_sentence(missing, "--since");
  const Outcome idle = run({"export", file, "--to", "md", "--since", foreign, "-o", target});
  CHECK(idle.code == exit_usage);
  is_one_sentence(idle, "--since");
  const std::string pipe = folder.file("pipe");
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  const std::string text = folder.file("notes.canvasbook");
  samples::put_bytes(text, everything);
  const std::string link = folder.file("link.canvasbook");
  std::filesystem::create_symlink(file, link);
  const std::string stranger = folder.file("stranger.canvasbook");
  REQUIRE(save_workbook(samples::make_workbook({samples::make_document_of("other", {})}), stranger).has_value());
  for (const std::string& older :
       {folder.file("none.canvasbook"), pipe, text, folder.path().string(), file, link, stranger}) {
    CAPTURE(older);
    const Outcome outcome = since(older);
    CHECK(outcome.code == exit_failed);
    is_one_sentence(outcome, older);
    CHECK_FALSE(std::filesystem::exists(target));
  }
}

}  // namespace canvasbook::editor_command_line_export_test
