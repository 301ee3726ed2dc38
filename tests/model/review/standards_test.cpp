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
}

TEST_CASE("a sheet of another role is not asked for reasons") {
  Section section = *find_section(with_cell("reason", ""), "greeting");
  section.role = "compensations";
  CHECK(review(set_section(standards(), section)).empty());
}

TEST_CASE("a group without items is found, unless the whole list is empty") {
  const Workbook one =
      with_changed<Checklist>(standards(), "hall", [](Checklist& list) { list.groups[1].items.clear(); });
  CHECK(subjects_of(one, "group_without_items") == "hall_bar ");
  const Workbook none = with_changed<Checklist>(standards(), "hall", [](Checklist& list) {
    for (CheckGroup& group : list.groups) group.items.clear();
  });
  CHECK(subjects_of(none, "group_without_items").empty());
  CHECK(subjects_of(none, "empty_section") == "hall ");
}

TEST_CASE("an item of a check list says what good looks like") {
  const Workbook workbook =
      with_changed<Checklist>(standards(), "hall", [](Checklist& list) { list.groups[0].items[0].requirement = " "; });
  CHECK(subjects_of(workbook, "item_without_requirement") == "hall_sign ");
}

}  // namespace canvasbook::standards_test
