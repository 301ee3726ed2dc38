// The rules for service standards, each where it speaks and where it is silent.
#include <doctest/doctest.h>

#include "tests/book.h"
#include "tests/edits.h"
#include "tests/findings.h"

namespace canvasbook::standards_test {

using samples::subjects_of;
using samples::with_changed;

namespace {

Workbook standards() { return samples::make_workbook({samples::sound_standards()}); }

Workbook with_cell(const char* column, const char* text) {
  return with_changed<Sheet>(standards(), "greeting",
                             [&](Sheet& sheet) { sheet = set_cell(std::move(sheet), "greet", column, text); });
}

}  // namespace

TEST_CASE("the review has nothing to say about sound standards and a sound check list") {
  CHECK(review(standards()).empty());
}

TEST_CASE("a standard needs a measure and a target") {
  CHECK(subjects_of(with_cell("measure", ""), "standard_without_measure") == "greet ");
  CHECK(subjects_of(with_cell("target", " "), "standard_without_measure") == "greet ");
}

TEST_CASE("a standard needs a reason") {
  CHECK(subjects_of(with_cell("reason", ""), "standard_without_reason") == "greet ");
}

TEST_CASE("a standard is not asked for what its sheet has no column for, nor a row that is not written yet") {
  const Workbook without = with_changed<Sheet>(standards(), "greeting",
                                               [](Sheet& sheet) { sheet = remove_column(std::move(sheet), "reason"); });
  CHECK(subjects_of(without, "standard_without_reason").empty());
  const Workbook new_row = with_changed<Sheet>(standards(), "greeting", [](Sheet& sheet) {
    sheet.rows.push_back({"new", {}, {}});
  });
  CHECK(review(new_row).empty());
  const Workbook left_over = with_changed<Sheet>(standards(), "greeting", [](Sheet& sheet) {
    sheet.rows.push_back({"old", {{"removed", "of a column that is gone"}}, {}});
  });
  CHECK(subjects_of(left_over, "standard_without_measure").empty());
}

TEST_CASE("a standard without a situation is told by its first text") {
  const Workbook workbook = with_changed<Sheet>(
      with_cell("reason", ""), "greeting", [](Sheet& sheet) { sheet = remove_column(std::move(sheet), "situation"); });
  const std::vector<Finding> findings = review(workbook);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].rule == "standard_without_reason");
  CHECK(findings[0].arguments == Arguments{{"standard", "“Greets first”"}});
}

TEST_CASE("a sheet of another role is not asked for reasons") {
  Section section = *find_section(with_cell("reason", ""), "greeting");
  section.role = "compensations";
  CHECK(review(set_section(standards(), section)).empty());
}

// Standards with a column of who is responsible.
Workbook with_responsible(const char* text) {
  return with_changed<Sheet>(standards(), "greeting", [&](Sheet& sheet) {
    sheet.columns.push_back({"who", "responsible", "Responsible", ColumnType::text, {}, 0, {}});
    sheet = set_cell(std::move(sheet), "greet", "who", text);
  });
}

TEST_CASE("a standard says who is responsible, where its sheet asks for that") {
  CHECK(subjects_of(with_responsible(""), "standard_without_responsible") == "greet ");
  CHECK(subjects_of(with_responsible("Whoever is on the floor"), "standard_without_responsible").empty());
  CHECK(subjects_of(standards(), "standard_without_responsible").empty());
}

TEST_CASE("what nobody can see or count is found in what is done, measured and aimed at, one finding a standard") {
  for (const char* column : {"action", "measure", "target"}) {
    CHECK(subjects_of(with_cell(column, "Is polite and friendly"), "standard_not_observable") == "greet ");
  }
  const std::vector<Finding> findings = review(with_cell("action", "Answers politely and attentively"));
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].field == "action");
  CHECK(findings[0].arguments == Arguments{{"standard", "“A guest comes in”"}, {"words", "“politely”, “attentively”"}});
}

TEST_CASE("words of time are found unless the standard has a measure and a target for them") {
  CHECK(subjects_of(with_cell("action", "Answers quickly"), "standard_not_observable").empty());
  const Workbook without = with_changed<Sheet>(with_cell("action", "Answers quickly"), "greeting", [](Sheet& sheet) {
    sheet = set_cell(std::move(sheet), "greet", "target", "");
  });
  CHECK(subjects_of(without, "standard_not_observable") == "greet ");
}

TEST_CASE("what is said to the customer and why may be in any words") {
  CHECK(subjects_of(with_cell("reason", "Polite people sell more"), "standard_not_observable").empty());
  CHECK(subjects_of(with_cell("situation", "A polite guest"), "standard_not_observable").empty());
}

TEST_CASE("a standard makes one demand") {
  CHECK(subjects_of(with_cell("target", "30 and 95"), "standard_with_two_demands") == "greet ");
  CHECK(subjects_of(with_cell("measure", "Time to the greeting; share of guests greeted"),
                    "standard_with_two_demands") == "greet ");
  CHECK(subjects_of(with_cell("action", "Greets within 30 seconds and asks within 2 minutes"),
                    "standard_with_two_demands") == "greet ");
  CHECK(subjects_of(with_cell("target", "10–20"), "standard_with_two_demands").empty());
  CHECK(subjects_of(with_cell("target", "between 10 and 20"), "standard_with_two_demands").empty());
  CHECK(subjects_of(with_cell("action", "Greets first and asks for the name within 30 seconds"),
                    "standard_with_two_demands")
            .empty());
}

namespace {

// Two standards of the touchpoint "Shop window" that measure the time to the greeting in seconds.
Workbook two_standards(const char* measure, const char* target, const char* unit, const char* touchpoint) {
  Sheet sheet = samples::make_standards("first");
  sheet.columns.push_back({"at", "covers", "Touchpoint", ColumnType::touchpoint, {}, 0, {}});
  sheet.rows[0].cells["at"] = "t1";
  Sheet other = sheet;
  other.rows[0].id = "second";
  other.rows[0].cells = {{"situation", "At the window"},
                         {"action", "Greets"},
                         {"measure", measure},
                         {"target", target},
                         {"unit", unit},
                         {"reason", "Why"},
                         {"at", touchpoint}};
  Workbook workbook = samples::linked_workbook();
  workbook = add_document(std::move(workbook),
                          samples::make_document_of("d1", {samples::make_section_of("a", "standards", sheet)}));
  return add_document(std::move(workbook),
                      samples::make_document_of("d2", {samples::make_section_of("b", "standards", other)}));
}

}  // namespace

TEST_CASE("two standards of one touchpoint that measure the same have one target, in whatever document they stand") {
  const Workbook workbook = two_standards("Time to the greeting", "60", "S", "t1");
  CHECK(subjects_of(workbook, "standards_contradict") == "second ");
  for (const Finding& finding : review(workbook)) {
    if (finding.rule != "standards_contradict") continue;
    CHECK(finding.document == "d2");
    CHECK(finding.items == std::vector<std::string>{"second", "first"});
    CHECK(finding.arguments == Arguments{{"standard", "“At the window”"},
                                         {"touchpoint", "“Shop window”"},
                                         {"target", "60 S"},
                                         {"other", "“A guest comes in”"},
                                         {"other_target", "30 s"}});
  }
}

TEST_CASE(
    "standards do not contradict each other with one target, another unit, measure or touchpoint, or one left open") {
  for (const Workbook& workbook :
       {two_standards("Time to the greeting", "30", "s", "t1"),
        two_standards("Time to the greeting", "60", "min", "t1"), two_standards("Queue at the till", "60", "s", "t1"),
        two_standards("Time to the greeting", "60", "s", "t2"),
        two_standards("Time to the greeting", "[60]", "s", "t1"),
        two_standards("Time to the greeting", "60", "s", "")}) {
    CHECK(subjects_of(workbook, "standards_contradict").empty());
  }
}

}  // namespace canvasbook::standards_test
