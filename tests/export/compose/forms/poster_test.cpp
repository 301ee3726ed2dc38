// The rules of service on the wall.
#include <doctest/doctest.h>

#include "export/compose/forms/forms.h"
#include "export/markdown/writer.h"
#include "model/text/text.h"
#include "tests/book.h"
#include "tests/paper.h"

namespace canvasbook::poster_test {

using namespace paper;

namespace {

PrintDocument poster_of(const Workbook& workbook) {
  return compose_form(*find_print_form("poster"), workbook, {{}, {}, workbook.modified});
}

Pages on_paper(const Workbook& workbook, PageSize size = PageSize::A4) {
  Fonts fonts;
  return layout(poster_of(workbook), page_setup(size), fonts);
}

Workbook rules_of(const std::string& text) {
  return samples::make_workbook(
      {samples::make_document_of("ten", {samples::make_section_of("rules", "service_rules", Prose{text})})});
}

const Poster& poster_in(const PrintDocument& print) {
  REQUIRE_FALSE(print.parts.empty());
  return std::get<Poster>(print.parts.front()->content);
}

// "Rule|explanation" of each rule of a text.
std::vector<std::string> read_rules(const std::string& text) {
  const PrintDocument print = poster_of(rules_of(text));
  std::vector<std::string> rules;
  if (print.parts.empty()) return rules;
  for (const Poster::Rule& rule : poster_in(print).rules) {
    rules.push_back(plain_text(rule.rule) + "|" + plain_text(rule.explanation));
  }
  return rules;
}

float size_of_rules(const Pages& pages) {
  for (const TextRun& run : pages.pages.front().runs) {
    if (run.role == RunRole::heading) return run.size;
  }
  return 0;
}

void check_within(const Pages& pages) {
  for (const Page& page : pages.pages) {
    for (const TextRun& run : page.runs) {
      CAPTURE(run.text);
      CHECK(run.x >= 0);
      CHECK(run.x + run.width <= page.width);
      CHECK(run.baseline < page.height);
    }
  }
}

}  // namespace

TEST_CASE("the ten rules of the template are a poster of one page, with their warning at its foot") {
  for (const Language language : {Language::ru, Language::en}) {
    const Workbook workbook = from_template("service_rules", language);
    const PrintDocument print = poster_of(workbook);
    REQUIRE(print.parts.size() == 1);  // the sheet beside the text says what the rules mean, and is no poster
    const Poster& poster = poster_in(print);
    CHECK(poster.rules.size() == 10);
    CHECK_FALSE(poster.foot.empty());
    for (const Poster::Rule& rule : poster.rules) {
      CHECK_FALSE(is_digit(static_cast<unsigned char>(plain_text(rule.rule)[0])));
      CHECK_FALSE(rule.explanation.empty());
    }
    const Pages small = on_paper(workbook);
    const Pages large = on_paper(workbook, PageSize::A3);
    REQUIRE(small.pages.size() == 1);
    REQUIRE(large.pages.size() == 1);
    CHECK(large.pages.front().width > 800);
    CHECK(size_of_rules(small) >= 16);
    CHECK(size_of_rules(large) > size_of_rules(small));
    check_within(small);
    check_within(large);
  }
}

TEST_CASE("rules are the headings of a text, or else the entries of its lists, whose bold beginning is the rule") {
  using Rules = std::vector<std::string>;
  CHECK(read_rules("Intro.\n\n## 1. One\n\nWhy.\n\nMore.\n\n## 2) Two") == Rules{"One|Why.\nMore.", "Two|"});
  CHECK(read_rules("# Rules\n\n1. **One.** Why.\n2. **Two** — because.\n3. Three, plain") ==
        Rules{"One.|Why.", "Two|because.", "Three, plain|"});
  CHECK(read_rules("- One\n  - detail\n- 100 days") == Rules{"One|detail", "100 days|"});
  CHECK(read_rules("## 100 days\n\n## 24/7").front() == "100 days|");
  CHECK(read_rules("Words alone.").empty());
  CHECK(read_rules("").empty());
}

TEST_CASE("lines across between rules are no foot; what stands behind the last one is") {
  const PrintDocument print = poster_of(rules_of("## One\n\nA.\n\n---\n\nB.\n\n## Two\n\nC.\n\n---\n\nMind."));
  const Poster& poster = poster_in(print);
  CHECK(plain_text(poster.rules.front().explanation) == "A.\nB.");
  CHECK(plain_text(poster.rules.back().explanation) == "C.");
  CHECK(plain_text(poster.foot) == "Mind.");
}

TEST_CASE("principles are a poster as well, and so is a sheet of rules without a text") {
  Sheet sheet;
  sheet.columns = {{"n", "number", "No.", ColumnType::number, {}, 0, {}},
                   {"p", "principle", "Principle", ColumnType::text, {}, 0, {}}};
  sheet.rows = {{"a", {{"n", "1"}, {"p", "We answer in 3 minutes"}}, {}}, {"b", {{"n", "2"}}, {}}};
  for (const char* role : {"principles", "service_rules"}) {
    const PrintDocument print = poster_of(
        samples::make_workbook({samples::make_document_of("d", {samples::make_section_of("s", role, sheet)})}));
    const Poster& poster = poster_in(print);
    CHECK(poster.title == "Title of s");
    REQUIRE(poster.rules.size() == 1);
    CHECK(poster.rules.front().item == "a");
  }
}

TEST_CASE("a rule of two thousand letters makes the letters small and is not lost") {
  std::string text = "## " + std::string(2000, 'w') + "\n\nWhy.\n\n## ";
  for (int i = 0; i < 300; ++i) text += "word" + std::to_string(i) + " ";
  const Pages pages = on_paper(rules_of(text));
  const std::string printed = all_text(pages);
  CHECK(printed.find("word299") != std::string::npos);
  CHECK(printed.find("Why.") != std::string::npos);
  check_within(pages);
}

TEST_CASE("more rules than a page holds, of a document without a title, go on on further ones") {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "## Rule " + std::to_string(i) + "\n\nReason " + std::to_string(i) + "\n\n";
  text += "---\n\n";
  for (int i = 0; i < 3000; ++i) text += "foot" + std::to_string(i) + " ";
  Workbook workbook = rules_of(text);
  Document document = *workbook.documents.front();
  document.title.clear();
  document.sections.front() = Section{"rules", "service_rules", "", 1, Prose{text}, 0, {}};
  workbook.documents.front() = std::move(document);
  const Pages pages = on_paper(workbook);
  CHECK(pages.pages.size() > 2);
  const std::string printed = all_text(pages);
  CHECK(printed.find("Reason 299") != std::string::npos);
  CHECK(printed.find("foot2999") != std::string::npos);
  check_within(pages);
}

TEST_CASE("in Markdown the poster is a numbered list with the warning below a line") {
  const std::string text = write_markdown_to_read(poster_of(samples::make_workbook({samples::sound_rules()})));
  CHECK(text.find("1. **Promise less.** Name a day that you are sure of.\n") != std::string::npos);
  CHECK(text.find("2. **The answer is yes.** Then say when.\n\n---\n\n**Mind.** Nothing") != std::string::npos);
}

}  // namespace canvasbook::poster_test
