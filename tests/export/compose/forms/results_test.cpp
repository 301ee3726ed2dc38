// The report of visits as a print form, and visits as a part of a book.
#include <doctest/doctest.h>

#include <algorithm>

#include "export/compose/forms/forms.h"
#include "export/markdown/writer.h"
#include "model/base/catalog.h"
#include "model/kinds/visit_actions.h"
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

Visits with_actions() {
  IdSource fresh(77);
  VisitAction lamp;
  lamp.item = "sign";
  lamp.text = "Mend the lamp";
  lamp.owner = "Technician";
  lamp.due = Date{2026, 6, 1};
  VisitAction cups;
  cups.text = "Order cups";
  cups.place = "South";
  VisitAction greeting;
  greeting.text = "Train the greeting";
  greeting.checked = Date{2026, 5, 20};
  greeting.outcome = "All were greeted";
  greeting.done = true;
  Visits visits = samples::sound_visits();
  for (const VisitAction& action : {lamp, cups, greeting}) visits = add_action(std::move(visits), action, fresh).visits;
  return visits;
}

std::string report_on(const Visits& visits, const Date& day, Language language = Language::en) {
  Document document = samples::document_with(visits);
  document.language = language;
  return write_markdown(
      compose_form(*find_print_form("results"), samples::make_workbook({std::move(document)}), {{}, {}, day}));
}

// The words of the parts with a title.
std::string part_of(const PrintDocument& print, std::string_view title) {
  PrintDocument one = print;
  std::erase_if(one.parts, [&](const auto& part) { return part->title != title; });
  return write_markdown(one);
}

// Ten sections with an item each, that are met in April and missed in May, at two places.
Visits many_changes() {
  IdSource fresh(9);
  Checklist list;
  for (int i = 0; i < 10; ++i) {
    const std::string number = std::to_string(i);
    list.groups.push_back({"g" + number, "Part " + number, {samples::check_item("i" + number)}, {}});
  }
  Visits visits;
  for (const char* place : {"North", "South"}) {
    visits = samples::with_visit(std::move(visits), list, {place, "Anna", {2026, 4, 2}, ""}, "2222222222", fresh);
    visits = samples::with_visit(std::move(visits), list, {place, "Anna", {2026, 5, 2}, ""}, "0000000000", fresh);
  }
  return visits;
}

size_t count_of(const std::string& text, std::string_view part) {
  size_t count = 0;
  for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

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
  CHECK(contains(write_markdown(report_of(workbook_in(Language::en), filter)), words.text("results.none_taken")));
}

TEST_CASE("open actions are in the report, the late ones said to be, and what the last round closed with its outcome") {
  for (const Language language : {Language::ru, Language::en}) {
    const Catalog& words = Catalog::of(language);
    const std::string text = report_on(with_actions(), {2026, 6, 10}, language);
    CHECK(contains(text, words.text("results.actions_overdue", {{"count", "2"}, {"overdue", "1"}})));
    CHECK(contains(text, words.text("results.overdue", {{"date", words.date({2026, 6, 1})}})));
    CHECK(contains(text, words.text("results.actions_closed")));
    CHECK(contains(text, "All were greeted"));
    CHECK(contains(text, words.text("results.open_action_due",
                                    {{"action", "Mend the lamp"}, {"date", words.date({2026, 6, 1})}})));
    const std::string before = report_on(with_actions(), {2026, 6, 1}, language);
    CHECK(contains(before, words.text("results.actions_open", {{"count", "2"}})));
    const std::string none = report_on(samples::sound_visits(), {2026, 6, 10}, language);
    CHECK_FALSE(contains(none, words.text("results.actions")));
  }
}

TEST_CASE("the page of a place counts the actions there and everywhere") {
  Document document = samples::document_with(with_actions());
  const PrintDocument print = compose_form(*find_print_form("results"), samples::make_workbook({std::move(document)}),
                                           {{}, {}, Date{2026, 6, 10}});
  const Catalog& words = Catalog::of(Language::en);
  CHECK(contains(part_of(print, "North"), words.text("results.actions_overdue", {{"count", "1"}, {"overdue", "1"}})));
  CHECK(contains(part_of(print, "South"), words.text("results.actions_overdue", {{"count", "2"}, {"overdue", "1"}})));
}

TEST_CASE("the target of the visits, or the one that is asked for, is counted and drawn") {
  Visits visits = samples::sound_visits();
  visits.target = 85;
  Document document = samples::document_with(visits);
  const Workbook workbook = samples::make_workbook({std::move(document)});
  const auto report = [&](std::optional<double> target) {
    ComposeOptions options{{}, {}, workbook.modified};
    options.target = target;
    return compose_form(*find_print_form("results"), workbook, options);
  };
  const std::string text = write_markdown(report({}));
  CHECK(contains(text, "1 of 2 places reaches the target of 85\u00A0%."));
  CHECK(contains(part_of(report({}), "North"), "The target of 85\u00A0% is reached."));
  CHECK(contains(part_of(report({}), "South"), "The target of 85\u00A0% is missed."));
  CHECK(contains(write_markdown(report(0.2)), "2 of 2 places reach the target of 20\u00A0%."));
  size_t drawn = 0;
  const PrintDocument print = report(0.2);
  for (const auto& part : print.parts) {
    const Flow* flow = std::get_if<Flow>(&part->content);
    if (flow == nullptr) continue;
    for (const FlowBlock& block : flow->blocks) {
      const auto* chart = std::get_if<PrintChart>(&block.content);
      if (chart == nullptr || !chart->target) continue;
      ++drawn;
      CHECK(chart->target->words == Catalog::of(Language::en).text("results.target", {{"value", "20\u00A0%"}}));
    }
  }
  CHECK(drawn >= 3);  // places, sections, months
}

TEST_CASE("the page of a place has the largest changes and says how many more the appendix has, which has all") {
  const Catalog& words = Catalog::of(Language::en);
  Document document = samples::document_with(many_changes());
  const Workbook workbook = samples::make_workbook({std::move(document)});
  const PrintDocument print = compose_form(*find_print_form("results"), workbook, {{}, {}, workbook.modified});
  const std::string worse = words.text("results.worse");
  const std::string north = part_of(print, "North");
  CHECK(count_of(north, worse) == 4);
  CHECK(contains(north, words.text("results.more_changes", {{"count", "6"}})));
  CHECK(count_of(north, "Part ") == 4);
  CHECK(contains(north, words.text("results.weakest_sections")));
  CHECK(contains(north, words.text("results.more_sections", {{"count", "6"}})));
  const std::string appendix = part_of(print, words.text("results.appendix"));
  CHECK(count_of(appendix, worse) == 20);
  CHECK(contains(appendix, words.text("results.changes_of", {{"place", "North"}})));
  CHECK(contains(appendix, words.text("results.sections_of", {{"place", "North"}})));
  CHECK(contains(north, "n\u00A0=\u00A01"));  // beside what each round came to
}

TEST_CASE("the page of a place is one page, on A4 and on Letter, however much there is to tell") {
  Fonts fonts;
  for (const Language language : {Language::ru, Language::en}) {
    Visits visits = many_changes();
    visits.target = 85;
    IdSource fresh(5);
    for (const char* item : {"i0", "i1", "i2"}) {
      VisitAction action;
      action.item = item;
      action.text = "Go through the standard with every shift and watch it twice";
      action.due = Date{2026, 6, 1};
      visits = add_action(std::move(visits), action, fresh).visits;
    }
    for (const auto& visit : std::vector(visits.visits)) {
      for (int i = 0; i < 10; ++i) {
        visits = set_comment(std::move(visits), visit->id, "i" + std::to_string(i),
                             "Nobody came for more than five minutes, and then it was the wrong person who came");
      }
    }
    Document document = samples::document_with(visits);
    document.language = language;
    PrintDocument print = compose_form(*find_print_form("results"), samples::make_workbook({std::move(document)}),
                                       {{}, {}, Date{2026, 6, 10}});
    std::erase_if(print.parts, [](const auto& part) { return part->title != "North"; });
    for (const PageSize size : {PageSize::A4, PageSize::Letter}) {
      CHECK(layout(print, page_setup(size), fonts).pages.size() == 1);
    }
  }
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
    CHECK_FALSE(contains(text, words.text("results.actions")));
  }
}

TEST_CASE("in a book open actions stand below the visits") {
  const Workbook workbook = samples::workbook_with(with_actions());
  const std::string text = write_markdown(compose(workbook, {{}, {}, workbook.modified}));
  CHECK(contains(text, "Mend the lamp"));
  CHECK(contains(text, "Technician"));
  CHECK_FALSE(contains(text, "Train the greeting"));  // it is done
}

TEST_CASE("a document without a finished visit has no report") {
  IdSource fresh(1);
  const Visits draft = add_visit({}, samples::hall_list(), "Hall", {"North", "Anna", {2026, 3, 2}, ""}, fresh).visits;
  const PrintForm& form = *find_print_form("results");
  CHECK(documents_with_form(form, samples::workbook_with(draft)).empty());
  CHECK(documents_with_form(form, samples::workbook_with(samples::sound_visits())).size() == 1);
}

}  // namespace canvasbook::results_test
