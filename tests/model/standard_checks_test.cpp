// Check items that measure service standards.
#include "model/standard_checks.h"

#include <doctest/doctest.h>

#include "model/file/workbook_file.h"
#include "model/item_uses.h"
#include "tests/book.h"
#include "tests/edits.h"
#include "tests/findings.h"

namespace canvasbook::standard_checks_test {

namespace {

Workbook rules() { return samples::make_workbook({samples::sound_standards()}); }

const Checklist& hall_of(const Workbook& workbook) {
  return std::get<Checklist>(find_section(workbook, "hall")->content);
}

ChecksOfStandards add(const Workbook& workbook, const ItemIds& rows) {
  IdSource fresh(1);
  return add_checks_of_standards(workbook, "greeting", rows, "hall", fresh);
}

}  // namespace

TEST_CASE("an item of a standard looks at its situation, asks for action, measure and target, and names it") {
  const ChecksOfStandards made = add(rules(), {"greet"});
  REQUIRE(made.items.size() == 1);
  const CheckItem& item = hall_of(made.workbook).groups.back().items.back();
  CHECK(item.id == made.items.front());
  CHECK(item.text == "A guest comes in");
  CHECK(item.requirement == "Greets first. Time to the greeting: 30 s");
  CHECK(item.standard_said == item.requirement);
  CHECK(item.standard == "greet");
  CHECK(item.weight == 1);
  REQUIRE(checks_of_standard(made.workbook, "greet").size() == 1);
  CHECK(checks_of_standard(made.workbook, "greet").front()->id == item.id);
  CHECK(review(made.workbook).empty());
  const auto read = read_workbook(write_workbook(made.workbook));
  REQUIRE(read);
  CHECK((*read == made.workbook));
}

TEST_CASE("a standard without measure and target asks for its action, emphasis goes, and what is empty makes no item") {
  Workbook workbook = samples::with_changed<Sheet>(rules(), "greeting", [](Sheet& sheet) {
    sheet.rows[0].cells = {{"situation", "A **guest** comes in"}, {"action", "Greets first"}};
    sheet.rows.push_back({"empty", {}, {}});
    sheet.rows.push_back({"second", {{"situation", "A guest leaves"}, {"target", "9"}, {"unit", "of 10"}}, {}});
  });
  const ChecksOfStandards made = add(workbook, {"greet", "empty", "second"});
  REQUIRE(made.items.size() == 2);
  const std::vector<CheckItem>& items = hall_of(made.workbook).groups.back().items;
  REQUIRE(items.size() == 3);
  CHECK(items[1].text == "A guest comes in");
  CHECK(items[1].requirement == "Greets first");
  CHECK(items[2].requirement == "9 of 10");
  CHECK_FALSE(holds_standards(*find_section(workbook, "greeting"), {"empty"}));
  CHECK(add(workbook, {"empty"}).workbook == workbook);
}

TEST_CASE("a standard is called by its situation, on one line; rows of other sheets are none") {
  const StandardsById standards = standards_by_id(samples::with_changed<Sheet>(
      rules(), "greeting", [](Sheet& sheet) { sheet.rows[0].cells["situation"] = " A guest\ncomes in"; }));
  REQUIRE(standards.contains("greet"));
  CHECK(standards.at("greet").name == "A guest comes in");
  CHECK_FALSE(standards.contains("hall"));
}

TEST_CASE(
    "an item is behind when its standard asks something else, but not when it says that already or was never told") {
  CheckItem item;
  item.requirement = "Wait: 15 s";
  CHECK_FALSE(is_behind(item, "Wait: 20 s"));
  item.standard_said = "Wait: 15 s";
  CHECK(is_behind(item, "Wait: 20 s"));
  CHECK_FALSE(is_behind(item, "Wait: 15 s"));
  CHECK_FALSE(is_behind(item, ""));
  item.requirement = "Wait: 20 s";
  CHECK_FALSE(is_behind(item, "Wait: 20 s"));
}

TEST_CASE("an empty check list gets the item in a group, and where there is no check list nothing is added") {
  IdSource fresh(1);
  const Workbook empty =
      samples::with_changed<Checklist>(rules(), "hall", [](Checklist& list) { list.groups.clear(); });
  const ChecksOfStandards made = add(empty, {"greet"});
  REQUIRE(hall_of(made.workbook).groups.size() == 1);
  CHECK(hall_of(made.workbook).groups[0].items[0].standard == "greet");
  CHECK(add_checks_of_standards(rules(), "greeting", {"greet"}, "greeting", fresh).items.empty());
  CHECK(add_checks_of_standards(rules(), "hall", {"greet"}, "hall", fresh).items.empty());
}

TEST_CASE("a standard is asked about before it goes, and takes the link with it") {
  const Workbook workbook = add(rules(), {"greet"}).workbook;
  const std::vector<ItemUse> uses = find_uses(workbook, {"greet"});
  REQUIRE(uses.size() == 1);
  CHECK(uses.front().section_title == find_section(workbook, "hall")->title);
  Sheet without = std::get<Sheet>(find_section(workbook, "greeting")->content);
  without.rows.clear();
  const Workbook after = set_content(workbook, "greeting", without);
  CHECK(hall_of(after).groups.back().items.back().standard.empty());
  CHECK(hall_of(after).groups.back().items.back().text == "A guest comes in");
}

TEST_CASE("a copied document of standards and check lists has items that measure its own standards") {
  IdSource fresh(9);
  const Workbook after = duplicate_document(add(rules(), {"greet"}).workbook, "rules", fresh);
  const Document& copy = *after.documents[1];
  const auto& standards = std::get<Sheet>(copy.sections[0]->content);
  const auto& list = std::get<Checklist>(copy.sections[1]->content);
  CHECK(list.groups.back().items.back().standard == standards.rows[0].id);
  CHECK(standards.rows[0].id != "greet");
}

}  // namespace canvasbook::standard_checks_test
