#include "export/on_paper/find_overfull.h"

#include <doctest/doctest.h>

#include "export/compose/compose.h"
#include "export/layout/layout.h"
#include "export/on_paper/whole_review.h"
#include "templates/library.h"
#include "tests/paper.h"

namespace canvasbook::find_overfull_test {

namespace {

std::vector<Finding> over_budget(const Workbook& workbook, std::string_view rule = page_budget_rule) {
  Fonts fonts;
  std::vector<Finding> findings = review_with_pages(workbook, fonts);
  std::erase_if(findings, [&](const Finding& finding) { return finding.rule != rule; });
  return findings;
}

}  // namespace

TEST_CASE("a document on more pages than its budget is found, and says how many they are") {
  const Workbook workbook = set_page_budget(paper::canvases("en"), "model", 3);  // of the 4 that it takes
  const auto findings = over_budget(workbook);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].document == "model");
  CHECK(findings[0].subject == "model");
  CHECK(findings[0].items == std::vector<std::string>{"model"});
  for (const Language language : {Language::en, Language::ru}) {
    const std::string what = finding_words(findings[0], Catalog::of(language)).what;
    CHECK(what.find('4') != std::string::npos);
    CHECK(what.find('3') != std::string::npos);
    CHECK(what.find('{') == std::string::npos);
  }
}

TEST_CASE("a document fresh from its template is within its budget, also while the company has no name") {
  for (const Language language : {Language::ru, Language::en}) {
    for (const Template& source : templates_in(language)) {
      if (source.document.page_budget == 0) continue;
      CAPTURE(source.id);
      IdSource ids(1);
      Workbook workbook;
      workbook.language = language;
      workbook = add_document(std::move(workbook), make_document(source, ids));
      CHECK(over_budget(workbook).empty());
    }
  }
}

TEST_CASE("a document within its budget, or without one, is not found; neither are the pages of others counted") {
  CHECK(over_budget(paper::canvases("en")).empty());
  CHECK(over_budget(set_page_budget(paper::canvases("en"), "model", 5)).empty());
  CHECK(over_budget(set_page_budget(paper::canvases("ru"), "offices", 3)).empty());
  CHECK(over_budget(set_page_budget(paper::canvases("ru"), "offices", 2)).size() == 1);
}

TEST_CASE("a section on more paper than its budget is found, within it is not") {
  const Workbook workbook = paper::canvases("en");
  const std::string section = workbook.documents[0]->sections[0]->id;  // the canvas with its detail pages
  CHECK(over_budget(workbook, section_budget_rule).empty());
  CHECK(over_budget(set_section_budget(workbook, section, 9), section_budget_rule).empty());
  const auto findings = over_budget(set_section_budget(workbook, section, 1), section_budget_rule);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].document == workbook.documents[0]->id);
  CHECK(findings[0].subject == section);
  for (const Language language : {Language::en, Language::ru}) {
    const FindingWords words = finding_words(findings[0], Catalog::of(language));
    CHECK(words.what.find('1') != std::string::npos);
    CHECK((words.what + words.why + words.way_out).find('{') == std::string::npos);
  }
}

TEST_CASE("a finding about the budget is dismissed as any other") {
  Workbook workbook = set_page_budget(paper::canvases("en"), "model", 1);
  workbook = dismiss_finding(workbook, {std::string(page_budget_rule), "model", "model", "a reference book", {}});
  REQUIRE(over_budget(workbook).size() == 1);
  CHECK(over_budget(workbook)[0].dismissed);
}

TEST_CASE("what stands on the pages of a sales book counts for its budget, whatever its kind") {
  Workbook workbook = paper::example("en");
  std::erase_if(workbook.documents, [](const auto& document) { return document->id != "sales"; });
  const auto findings = over_budget(set_page_budget(workbook, "sales", 2));
  REQUIRE(findings.size() == 1);
  CHECK(std::stoi(findings[0].arguments[0].second) > 6);
}

TEST_CASE("both examples are within the budgets of the templates that they were made from") {
  for (const char* language : {"en", "ru"}) {
    Workbook workbook = paper::example(language);
    for (const auto& document : std::vector<Shared<Document>>(workbook.documents)) {
      const Template* source = find_template(document->language, document->template_id);
      REQUIRE(source != nullptr);
      workbook = set_page_budget(workbook, document->id, source->document.page_budget);
    }
    CHECK(over_budget(workbook).empty());
  }
}

TEST_CASE("every template is within its own budget as it comes, in both languages") {
  for (const Language language : {Language::en, Language::ru}) {
    for (const Template& source : templates_in(language)) {
      CAPTURE(source.id);
      CHECK(over_budget(paper::from_template(source.id.c_str(), language)).empty());
    }
  }
}

TEST_CASE("cover and contents do not count for the budget") {
  Workbook workbook = paper::example("ru");
  Fonts fonts;
  ComposeOptions options{{}, {}, workbook.modified};
  options.documents = {"sales"};
  const Pages pages = layout(compose(workbook, options), page_setup(workbook.page_size), fonts);
  const size_t counted = count_text_pages(pages);
  CHECK(counted + 2 == pages.pages.size());
  const int budget = static_cast<int>(counted);
  CHECK(over_budget(set_page_budget(workbook, "sales", budget)).empty());
  CHECK(over_budget(set_page_budget(workbook, "sales", budget - 1)).size() == 1);
}

}  // namespace canvasbook::find_overfull_test
