// The rules for links between sections, each where it speaks and where it is silent.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/book.h"
#include "tests/findings.h"

namespace canvasbook::sections_test {

using samples::make_section_of;
using samples::subjects_of;

TEST_CASE("a line whose answer does not exist is found; an answer of another document exists") {
  Workbook workbook = samples::make_workbook({samples::sound_book()});
  CHECK(subjects_of(workbook, "missing_module").empty());
  workbook = samples::with_changed<Responses>(workbook, "objections", [](Responses& responses) {
    responses.responses[0].answers.erase(responses.responses[0].answers.begin());
  });
  CHECK(subjects_of(workbook, "missing_module") == "t1_2 ");
  const Document other = samples::make_document_of(
      "other", {make_section_of("more", "", Responses{"", {samples::make_response("price", "", {"Back again"})}})});
  CHECK(subjects_of(add_document(workbook, other), "missing_module").empty());
}

TEST_CASE("a line that nobody says is found") {
  const Workbook workbook = samples::with_changed<Dialogue>(samples::make_workbook({samples::sound_book()}), "talk1",
                                                            [](Dialogue& talk) { talk.speakers.pop_back(); });
  CHECK(subjects_of(workbook, "line_without_speaker") == "t1_1 ");
}

TEST_CASE("a cell for a column that does not exist is found, so that its words are not lost") {
  const Workbook workbook =
      samples::with_changed<Sheet>(samples::make_workbook({samples::sound_standards()}), "greeting", [](Sheet& sheet) {
        sheet.rows[0].cells["gone"] = "words";
        sheet.rows[0].cells["blank"] = " ";
      });
  CHECK(subjects_of(workbook, "cell_without_column") == "greet/gone ");
}

TEST_CASE("a cell that is no number, date or tick is found where its column asks for one") {
  const auto subjects = [](ColumnType type, const std::string& text) {
    return subjects_of(samples::with_changed<Sheet>(samples::make_workbook({samples::sound_standards()}), "greeting",
                                                    [&](Sheet& sheet) {
                                                      sheet.columns[3].type = type;
                                                      sheet.rows[0].cells["target"] = text;
                                                    }),
                       "unsuited_cell");
  };
  REQUIRE(samples::make_standards("greet").columns[3].id == "target");
  CHECK(subjects(ColumnType::number, "about five") == "greet/target ");
  CHECK(subjects(ColumnType::money, "a fiver") == "greet/target ");
  CHECK(subjects(ColumnType::percent, "most") == "greet/target ");
  CHECK(subjects(ColumnType::date, "soon") == "greet/target ");
  CHECK(subjects(ColumnType::check, "perhaps") == "greet/target ");
  for (const char* suited : {"5", "[5]", ""}) {
    CAPTURE(suited);
    CHECK(subjects(ColumnType::number, suited).empty());
  }
  CHECK(subjects(ColumnType::text, "about five").empty());
}

namespace {

// A sheet that defines touchpoints of these names, with ids behind the section's.
Section plan_of(const std::string& id, const std::string& title, const std::vector<std::string>& names) {
  Sheet sheet;
  sheet.columns = {{"name", "touchpoint", "Touchpoint", ColumnType::text, {}, 0, {}}};
  for (size_t i = 0; i < names.size(); ++i) {
    SheetRow row;
    row.id = id + std::to_string(i + 1);
    row.cells["name"] = names[i];
    sheet.rows.push_back(std::move(row));
  }
  Section section = make_section_of(id, "", std::move(sheet));
  section.title = title;
  return section;
}

const Finding& only_finding(const std::vector<Finding>& findings, std::string_view rule) {
  const auto found = std::ranges::find(findings, rule, &Finding::rule);
  REQUIRE(found != findings.end());
  REQUIRE(std::ranges::count(findings, rule, &Finding::rule) == 1);
  return *found;
}

}  // namespace

TEST_CASE("a touchpoint that is written down again is told once, with its places; others are not") {
  const Workbook workbook = samples::make_workbook(
      {samples::make_document_of("plan", {plan_of("a", "Touchpoints", {"The counter", "The  queue", "", ""}),
                                          plan_of("b", "Touchpoints (copy)", {"the queue", "The till", ""}),
                                          plan_of("c", "More", {"THE QUEUE"})})});
  CHECK(subjects_of(workbook, "touchpoint_twice") == "b1 ");
  const std::vector<Finding> findings = review(workbook);
  const Finding& finding = only_finding(findings, "touchpoint_twice");
  CHECK(finding.items == std::vector<std::string>{"b1", "a2", "c1"});
  CHECK(harm_of(finding.rule) == Harm::lacking);
  CHECK(finding_words(finding, Catalog::of(Language::en)).what ==
        "The touchpoint “the queue” is written down more than once: “Touchpoints”, “Touchpoints (copy)”, “More”.");
}

TEST_CASE("touchpoints of one name in one section name it once, those of several documents name these") {
  const auto places = [](std::vector<Document> documents) {
    const std::vector<Finding> findings = review(samples::make_workbook(std::move(documents)));
    return *argument_of(only_finding(findings, "touchpoint_twice"), "places");
  };
  CHECK(places({samples::make_document_of("plan", {plan_of("a", "Points", {"Till", "Till"})})}) == "“Points”");
  CHECK(places({samples::make_document_of("one", {plan_of("a", "Points", {"Till"})}),
                samples::make_document_of("two", {plan_of("b", "", {"Till"})})}) ==
        "“A document · Points”, “A document”");
  CHECK(places({samples::make_document_of("plan", {plan_of("a", "1", {"Till"}), plan_of("b", "2", {"Till"}),
                                                   plan_of("c", "3", {"Till"}), plan_of("d", "4", {"Till"})})}) ==
        "“1”, “2”, “3” and 1 more");
}

TEST_CASE("a touchpoint that rows of standards name is not written down again by them") {
  Section standards = plan_of("s", "Standards", {"a1"});
  std::get<Sheet>(standards.content).columns[0].type = ColumnType::touchpoint;
  const Workbook workbook =
      samples::make_workbook({samples::make_document_of("plan", {plan_of("a", "Points", {"Till"}), standards})});
  CHECK(subjects_of(workbook, "touchpoint_twice").empty());
}

}  // namespace canvasbook::sections_test
