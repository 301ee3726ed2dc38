#include "model/file/file_kind.h"

#include <doctest/doctest.h>

#include "model/base/catalog.h"
#include "model/file/workbook_file.h"
#include "model/text/text.h"
#include "tests/samples.h"

namespace canvasbook::file_kind_test {

namespace {

using namespace std::string_literals;

std::string kind_of(const std::string& content, const char* path) {
  return file_kind_name(kind_of_file(content, path));
}

std::string workbook_text() { return samples::bytes_of(samples::example_path(Language::en)); }

// What is said about a file that holds this instead of a workbook.
Error error_of(const std::string& content, const char* name = "a.canvasbook") {
  const samples::TemporaryFolder folder;
  samples::put_bytes(folder.file(name), content);
  const auto loaded = load_workbook(folder.file(name));
  REQUIRE_FALSE(loaded);
  CHECK(loaded.error().file == folder.file(name));
  return loaded.error();
}

}  // namespace

TEST_CASE("what a file begins with decides over the ending of its name") {
  struct Sample {
    std::string content;
    const char* kind;
  };
  const Sample all[] = {
      {workbook_text(), "workbook"},
      {"\xEF\xBB\xBF\n {\"canvasbook\": 1", "workbook"},
      {"PK\x03\x04....[Content_Types].xml....word/document.xml", "word"},
      {"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text", "word"},
      {"PK\x03\x04....[Content_Types].xml....xl/workbook.xml", "spreadsheet"},
      {"PK\x03\x04....ppt/presentation.xml", "presentation"},
      {"{\\rtf1\\ansi}", "word"},
      {"%PDF-1.7", "pdf"},
      {"\x89PNG\r\n\x1A\n", "picture"},
      {"\xFF\xD8\xFF\xE0", "picture"},
      {"GIF89a", "picture"},
      {"RIFF....WEBPVP8 ", "picture"},
      {"\x1F\x8B\x08", "archive"},
  };
  for (const Sample& sample : all) {
    CAPTURE(sample.kind);
    for (const char* path : {"a.canvasbook", "a.md", "a.txt", "a.csv", "a"})
      CHECK(kind_of(sample.content, path) == sample.kind);
  }
}

TEST_CASE("of what may be any text the ending decides, and without one the text") {
  CHECK(kind_of("hello", "a.md") == "markdown"s);
  CHECK(kind_of("hello", "dir.x/B.MD") == "markdown"s);
  CHECK(kind_of("hello", "a.markdown") == "markdown"s);
  CHECK(kind_of("{name}, hello", "a.md") == "markdown"s);
  CHECK(kind_of("a;b", "a.csv") == "table"s);
  CHECK(kind_of("a\tb", "a.tsv") == "table"s);
  CHECK(kind_of("# Title\n", "a.txt") == "text"s);
  CHECK(kind_of("# Title\n", "a") == "markdown"s);
  CHECK(kind_of("one\n\n## Two\n", "a.canvasbook") == "markdown"s);
  CHECK(kind_of("#tag and so on", "a") == "text"s);
  CHECK(kind_of("hello", "a.canvasbook") == "text"s);
  CHECK(kind_of("\xFF\xFEh\0i\0"s, "a.txt") == "text"s);
  CHECK(kind_of("<svg xmlns=", "a") == "picture"s);
  CHECK(kind_of("<!DOCTYPE html>", "a") == "page"s);
  CHECK(kind_of("\x7F"
                "ELF\0\0\0"s,
                "a") == "unknown"s);
}

TEST_CASE("old documents of word processors and spreadsheets begin alike: the ending tells them apart") {
  const std::string container = "\xD0\xCF\x11\xE0\xA1\xB1";
  CHECK(kind_of(container, "a.doc") == "word"s);
  CHECK(kind_of(container, "a.XLS") == "spreadsheet"s);
  CHECK(kind_of("PK\x03\x04....", "a.zip") == "archive"s);
  CHECK(kind_of("PK\x03\x04....", "a.docx") == "word"s);
}

TEST_CASE("a file of another kind is told by what it is") {
  CHECK(error_of("# Title").code == ErrorCode::other_file);
  CHECK(error_of("# Title", "a.md").detail == "markdown");
  CHECK(error_of("hello").detail == "text");
  CHECK(error_of("%PDF-1.4").detail == "pdf");
}

TEST_CASE("a workbook that is empty, filled with zeros or broken off is told so, with the place") {
  const std::string whole = workbook_text();
  for (const char* empty : {"", " \n\n", "\xEF\xBB\xBF"}) CHECK(error_of(empty).code == ErrorCode::empty_file);
  CHECK(error_of(std::string(4096, '\0')).code == ErrorCode::zeroed_file);
  Error error = error_of(whole.substr(0, 200) + std::string(4096, '\0'));
  CHECK(error.code == ErrorCode::zeroed_file);
  CHECK(error.line == position_of(whole, 200).line);
  const size_t end = whole.rfind('}');
  for (const size_t length : {size_t{1}, size_t{20}, size_t{500}, whole.size() / 2, end}) {
    CAPTURE(length);
    error = error_of(whole.substr(0, length));
    CHECK(error.code == ErrorCode::cut_off);
    CHECK(error.line == position_of(whole, length).line);
  }
  const std::string russian = samples::bytes_of(samples::example_path(Language::ru));
  const size_t letter = russian.find("\xD0");
  CHECK(error_of(russian.substr(0, letter + 1)).code == ErrorCode::cut_off);  // in the middle of a letter
}

TEST_CASE("a mistake in the middle of a workbook is told where it is, as before") {
  std::string text = workbook_text();
  text[text.find(',')] = ';';
  CHECK(error_of(text).code == ErrorCode::not_json);
  CHECK(error_of("{}").code == ErrorCode::not_a_workbook);
}

TEST_CASE("the marks that git leaves in a merge are told with the line of the first") {
  const std::string ours = "  \"company\": \"Ours\",\n";
  const std::string theirs = "  \"company\": \"Theirs\",\n";
  const std::string marked = "<<<<<<< HEAD\n" + ours + "=======\n" + theirs + ">>>>>>> branch\n";
  const Error error = error_of("{\n  \"canvasbook\": 1,\n" + marked + "}\n");
  CHECK(error.code == ErrorCode::merge_marks);
  CHECK(error.line == 3);
  CHECK(error_of(marked).code == ErrorCode::merge_marks);
  CHECK(kind_of(marked, "a.md") == "markdown"s);  // a text may be about git
}

TEST_CASE("every kind and every damage has a sentence in both languages") {
  for (const Language language : {Language::ru, Language::en}) {
    const Catalog& words = Catalog::of(language);
    for (int kind = static_cast<int>(FileKind::markdown); kind <= static_cast<int>(FileKind::unknown); ++kind) {
      const std::string name = file_kind_name(static_cast<FileKind>(kind));
      const std::string sentence = words.error({ErrorCode::other_file, "a.x", 0, 0, {}, name});
      CAPTURE(sentence);
      CHECK(sentence.starts_with("a.x: "));
      CHECK(sentence.ends_with("."));
    }
    for (const ErrorCode code : {ErrorCode::empty_file, ErrorCode::zeroed_file, ErrorCode::cut_off,
                                 ErrorCode::merge_marks, ErrorCode::cannot_dismiss}) {
      CHECK(words.error({code, "a.x", 2, 3, {}, {}}).ends_with("."));
    }
  }
}

}  // namespace canvasbook::file_kind_test
