#include "export/pdf/writer.h"

#include <doctest/doctest.h>
#include <stdio.h>

#include <algorithm>

#include "model/text/text.h"
#include "tests/edits.h"
#include "tests/paper.h"
#include "tests/samples.h"

namespace canvasbook::export_pdf_writer_test {

using namespace paper;

namespace {

std::string pdf_of(const Workbook& workbook) {
  Fonts fonts;
  const auto pdf = write_pdf(layout(compose(workbook, {{}, {}, workbook.modified}), {}, fonts), fonts);
  REQUIRE(pdf.has_value());
  return *pdf;
}

// What a program prints about a PDF; `command` with {} for the file.
std::string asked(const std::string& pdf, std::string command) {
  const samples::TemporaryFolder folder;
  const std::string file = folder.file("test.pdf");
  samples::put_bytes(file, pdf);
  command.replace(command.find("{}"), 2, file);
  FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string output;
  char buffer[4096];
  size_t got = 0;
  while ((got = fread(buffer, 1, sizeof buffer, pipe)) > 0) output.append(buffer, got);
  pclose(pipe);
  return output;
}

std::string without_white_space(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\f' || c == '\r'; });
  size_t at = 0;
  while ((at = text.find("\u00A0")) != std::string::npos) text.erase(at, 2);
  return text;
}

}  // namespace

TEST_CASE("qpdf and poppler find nothing wrong with the examples") {
  for (const char* language : {"ru", "en"}) {
    const std::string pdf = pdf_of(example(language));
    CHECK(asked(pdf, "qpdf --check {}").find("No syntax or stream encoding errors found") != std::string::npos);
    CHECK(asked(pdf, "pdftotext {} /dev/null").empty());
  }
}

TEST_CASE("every font is embedded as a subset and leads back to Unicode") {
  const std::string fonts = asked(pdf_of(example("ru")), "pdffonts {}");
  size_t count = 0;
  for (size_t at = 0; (at = fonts.find("CID TrueType", at)) != std::string::npos; ++at) ++count;
  CHECK(count == 6);
  size_t good = 0;
  for (size_t at = 0; (at = fonts.find("yes yes yes", at)) != std::string::npos; ++at) ++good;
  CHECK(good == count);
}

TEST_CASE("the text of every run comes back from the file as it was written") {
  for (const char* language : {"ru", "en"}) {
    const Workbook workbook = example(language);
    const Pages pages = lay_out(workbook);
    const std::string text = without_white_space(asked(pdf_of(workbook), "pdftotext -raw {} -"));
    for (const Page& page : pages.pages) {
      for (const TextRun& run : page.runs) {
        CAPTURE(run.text);
        CHECK(text.find(without_white_space(run.text)) != std::string::npos);
      }
    }
  }
}

TEST_CASE("letters that look the same in two scripts come back in the script they were written in") {
  Workbook workbook = from_template("business_model_canvas");
  Section section = *workbook.documents.front()->sections.back();
  section.content = Prose{
      "АВСЕНКМОРТХ ABCEHKMOPTX ёйЁЙ №1 180\u00A0000\u00A0₽ «кофе» „чай“ — ☐ 😀"};
  const std::string text = without_white_space(asked(pdf_of(set_section(workbook, section)), "pdftotext -raw {} -"));
  for (const char* part : {"АВСЕНКМОРТХ", "ABCEHKMOPTX", "ёйЁЙ", "№1", "180000₽", "«кофе»", "„чай“", "—", "☐", "😀"}) {
    CAPTURE(std::string(part));
    CHECK(text.find(part) != std::string::npos);
  }
}

TEST_CASE("the same workbook gives the same bytes, and the date is the workbook's") {
  const Workbook workbook = example("ru");
  const std::string pdf = pdf_of(workbook);
  CHECK(pdf == pdf_of(workbook));
  CHECK(asked(pdf, "pdfinfo -isodates {}").find("CreationDate:    2026-11-16") != std::string::npos);
}

TEST_CASE("title, company and language are in the file's properties") {
  const std::string pdf = pdf_of(example("ru"));
  const std::string info = asked(pdf, "pdfinfo {}");
  CHECK(info.find("Бизнес-модель кофейни у метро") != std::string::npos);
  CHECK(info.find("Кофейня «Утро»") != std::string::npos);
  CHECK(asked(pdf, "qpdf --qdf --object-streams=disable {} - | grep -a /Lang").find("ru-RU") != std::string::npos);
}

TEST_CASE("bookmarks are in Cyrillic and their levels nest") {
  const std::string outline = asked(pdf_of(example("ru")), "qpdf --json --json-key=outlines {}");
  CHECK(outline.find("Ключевые партнёры") != std::string::npos);
  CHECK(outline.find("kids") != std::string::npos);
}

TEST_CASE("an address with Cyrillic letters becomes a link that every reader takes") {
  Workbook workbook = from_template("business_model_canvas");
  Section section = *workbook.documents.front()->sections.back();
  section.content = Prose{"[сайт](https://пример.рф/путь)"};
  const std::string pdf = pdf_of(set_section(workbook, section));
  CHECK(asked(pdf, "qpdf --qdf --object-streams=disable {} - | grep -a URI").find("https://%D0%BF") !=
        std::string::npos);
  CHECK(asked(pdf, "qpdf --check {}").find("No syntax") != std::string::npos);
}

TEST_CASE("an empty page is a whole file") {
  Workbook workbook;
  workbook.modified = {2026, 1, 1};
  CHECK(asked(pdf_of(workbook), "qpdf --check {}").find("No syntax") != std::string::npos);
}

TEST_CASE("a title longer than the file format takes is cut in the properties, and the file is whole") {
  Workbook workbook = from_template("business_model_canvas");
  for (int i = 0; i < 40'000; ++i) workbook.company += "ы";
  const std::string pdf = pdf_of(workbook);
  CHECK(asked(pdf, "qpdf --check {}").find("No syntax") != std::string::npos);
  CHECK(asked(pdf, "pdfinfo {}").find("ыыы…") != std::string::npos);
}

}  // namespace canvasbook::export_pdf_writer_test
