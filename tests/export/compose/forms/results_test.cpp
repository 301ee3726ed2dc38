// The report of visits as a print form, and visits as a part of a book.
#include <doctest/doctest.h>

#include <algorithm>

#include "export/compose/forms/forms.h"
#include "export/markdown/writer.h"
#include "model/base/catalog.h"
#include "tests/paper.h"
#include "tests/sample_visits.h"

namespace canvasbook::results_test {

using namespace paper;

namespace {

Workbook workbook_in(Language language) {
  Document document = samples::document_with(samples::sound_visits());
  document.language = language;
  Workbook workbook = samples::make_workbook({std::move(document)});
  workbook.language = language;
  return workbook;
}

PrintDocument report_of(const Workbook& workbook, const ResultFilter& filter = {}) {
  ComposeOptions options{{}, {}, workbook.modified};
  options.results = filter;
  return compose_form(*find_print_form("results"), workbook, options);
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("the report has a cover, the summary, the weakest items with comments, a page a place and an appendix") {
  for (const Language language : {Language::ru, Language::en}) {
    const Catalog& words = Catalog::of(language);
    const PrintDocument print = report_of(workbook_in(language));
    REQUIRE(print.parts.size() == 5);
    CHECK(std::holds_alternative<Cover>(print.parts[0]->content));
    CHECK(print.parts[2]->title == "North");
    CHECK(print.parts[3]->title == "South");
    const std::string text = write_markdown(print);
    CHECK(contains(text, words.text("results.title", {{"title", "Hall"}})));
    for (const char* heading : {"results.main", "results.weakest", "results.critical", "results.changes",
                                "results.spread", "results.appendix", "results.all_visits", "results.how_title"}) {
      CAPTURE(heading);
      CHECK(contains(text, words.text(heading)));
    }
    CHECK(contains(text, "Still dark (South) · The lamp is broken (South)"));
    CHECK(contains(text, words.text("results.rule_of_maximum")));
  }
}

TEST_CASE("the report of a filter says the filter and the rule for points that was asked for") {
  ResultFilter filter;
  filter.since = Date{2026, 4, 1};
  filter.rule = PointsRule::above_least;
  const Catalog& words = Catalog::of(Language::en);
  const std::string text = write_markdown(report_of(workbook_in(Language::en), filter));
  CHECK(contains(text, "from 1 April 2026"));
  CHECK_FALSE(contains(text, "North"));
  CHECK(contains(text, words.text("results.rule_above_least")));
  filter.since = Date{2027, 1, 1};
  CHECK(contains(write_markdown(report_of(workbook_in(Language::en), filter)), words.text("results.no_visits")));
}

TEST_CASE("every page of the report keeps within the paper, A4 and Letter") {
  Fonts fonts;
  for (const PageSize size : {PageSize::A4, PageSize::Letter}) {
    const Pages pages = layout(report_of(workbook_in(Language::ru)), page_setup(size), fonts);
    CHECK(pages.pages.size() >= 5);
    CHECK(pages.missing.empty());
    for (const Page& page : pages.pages) {
      for (const TextRun& run : page.runs) CHECK(run.x + run.width <= page.width);
    }
  }
}

TEST_CASE("in a book visits are a table of days, places, shoppers, scores and verdicts, drafts last") {
  for (const Language language : {Language::ru, Language::en}) {
    const Catalog& words = Catalog::of(language);
    const Workbook workbook = workbook_in(language);
    const std::string text = write_markdown(compose(workbook, {{}, {}, workbook.modified}));
    CHECK(contains(text, words.date({2026, 3, 2}) + ", 10:30"));
    CHECK(contains(text, words.text("results.not_passed")));
    CHECK(contains(text, words.text("results.draft")));
    CHECK(contains(text, language == Language::ru ? "83,3\u00A0%" : "83.3\u00A0%"));
  }
}

TEST_CASE("a document without a finished visit has no report") {
  IdSource fresh(1);
  const Visits draft = add_visit({}, samples::hall_list(), "Hall", {"North", "Anna", {2026, 3, 2}, ""}, fresh).visits;
  const PrintForm& form = *find_print_form("results");
  CHECK(documents_with_form(form, samples::workbook_with(draft)).empty());
  CHECK(documents_with_form(form, samples::workbook_with(samples::sound_visits())).size() == 1);
}

}  // namespace canvasbook::results_test
