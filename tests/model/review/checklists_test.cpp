// The rules for check lists, each where it speaks and where it is silent.
#include <doctest/doctest.h>

#include "model/review/mend.h"
#include "model/standard_checks.h"
#include "tests/book.h"
#include "tests/edits.h"
#include "tests/findings.h"
#include "tests/own_scales.h"

namespace canvasbook::checklists_test {

using samples::subjects_of;
using samples::with_changed;

namespace {

Workbook standards() { return samples::make_workbook({samples::sound_standards()}); }

Workbook with_item(const char* text, const char* requirement = "Lit at night") {
  return with_changed<Checklist>(standards(), "hall", [&](Checklist& list) {
    list.groups[0].items[0].text = text;
    list.groups[0].items[0].requirement = requirement;
  });
}

// A check list of so many items.
Workbook with_items(size_t count) {
  return with_changed<Checklist>(standards(), "hall", [&](Checklist& list) {
    const CheckItem item = list.groups[0].items[0];
    list.groups[0].items.clear();
    for (size_t i = 0; i + list.groups[1].items.size() < count; ++i) {
      list.groups[0].items.push_back(item);
      list.groups[0].items.back().id = "item" + std::to_string(i);
    }
  });
}

}  // namespace

TEST_CASE("a group without items is found, unless the whole list is empty") {
  const Workbook one =
      with_changed<Checklist>(standards(), "hall", [](Checklist& list) { list.groups[1].items.clear(); });
  CHECK(subjects_of(one, "group_without_items") == "hall_bar ");
  const Workbook none = with_changed<Checklist>(standards(), "hall", [](Checklist& list) {
    for (CheckGroup& group : list.groups) group.items.clear();
  });
  CHECK(subjects_of(none, "group_without_items").empty());
}

TEST_CASE("an item of a check list says what good looks like") {
  const Workbook workbook =
      with_changed<Checklist>(standards(), "hall", [](Checklist& list) { list.groups[0].items[0].requirement = " "; });
  CHECK(subjects_of(workbook, "item_without_requirement") == "hall_sign ");
}

TEST_CASE("an item that names a standard which does not exist is found, and one that does is not") {
  const auto naming = [](const char* standard) {
    return with_changed<Checklist>(standards(), "hall",
                                   [&](Checklist& list) { list.groups[0].items[0].standard = standard; });
  };
  CHECK(subjects_of(naming("gone"), "missing_standard") == "hall_sign ");
  CHECK(subjects_of(naming("greet"), "missing_standard").empty());
}

TEST_CASE(
    "an item whose standard has changed since is found with what was and is, and the standard that no item checks") {
  IdSource fresh(1);
  const Workbook made = add_checks_of_standards(standards(), "greeting", {"greet"}, "hall", fresh).workbook;
  CHECK(review(made).empty());
  const Workbook changed = with_changed<Sheet>(made, "greeting", [](Sheet& sheet) {
    sheet.rows[0].cells["target"] = "20";
    sheet.rows.push_back(sheet.rows[0]);
    sheet.rows.back().id = "leave";
    sheet.rows.back().cells["situation"] = "A guest leaves";
  });
  const Checklist& list = std::get<Checklist>(find_section(changed, "hall")->content);
  const std::string& item = list.groups.back().items.back().id;
  CHECK(subjects_of(changed, "item_behind_standard") == item + " ");
  CHECK(subjects_of(changed, "standards_unchecked") == "greeting ");
  for (const Finding& finding : review(changed)) {
    if (finding.rule == "standards_unchecked") CHECK(finding.items == std::vector<std::string>{"leave"});
    if (finding.rule != "item_behind_standard") continue;
    CHECK(finding.has_mend);
    CHECK(*argument_of(finding, "was") == "“30 s”");
    CHECK(*argument_of(finding, "now") == "“20 s”");
  }
}

TEST_CASE("standards without any item are not asked for items") {
  CHECK(subjects_of(standards(), "standards_unchecked").empty());
}

TEST_CASE("an item that nothing can open is found, and the mend asks it always") {
  const auto opened_by = [](const char* opener) {
    return with_changed<Checklist>(standards(), "hall",
                                   [&](Checklist& list) { list.groups[0].items[0].opens_on = opener; });
  };
  CHECK(subjects_of(opened_by("gone"), "missing_opener") == "hall_sign ");
  CHECK(subjects_of(opened_by("hall_sign"), "chained_opener") == "hall_sign ");
  CHECK(subjects_of(opened_by("gone"), "chained_opener").empty());
  const Workbook sound = standards();
  const std::string other = std::get<Checklist>(find_section(sound, "hall")->content).groups[1].items[0].id;
  CHECK(subjects_of(opened_by(other.c_str()), "missing_opener").empty());
  CHECK(subjects_of(opened_by(other.c_str()), "chained_opener").empty());
  const Workbook broken = opened_by("gone");
  CHECK(mended(broken, review(broken)) == standards());
}

TEST_CASE("a scale that the list does not have is found at its item and at the list, and the mend forgets it") {
  const Workbook item =
      with_changed<Checklist>(standards(), "hall", [](Checklist& list) { list.groups[0].items[0].own_scale = "gone"; });
  CHECK(subjects_of(item, "missing_scale") == "hall_sign ");
  CHECK(mended(item, review(item)) == standards());
  const Workbook list = with_changed<Checklist>(standards(), "hall", [](Checklist& one) { one.own_scale = "gone"; });
  CHECK(subjects_of(list, "missing_scale") == "hall ");
  CHECK(mended(list, review(list)) == standards());
}

TEST_CASE("a scale without points and one whose levels are not clear are found, each by itself") {
  const auto with_scale = [](OwnScale scale) {
    return with_changed<Checklist>(standards(), "hall", [&](Checklist& list) { list.scales = {scale}; });
  };
  CHECK(review(with_scale(samples::impression())).empty());
  const Workbook none = with_scale(samples::own_scale("s", "S", {{"a", 0}, {"b", 0}}));
  CHECK(subjects_of(none, "scale_without_points") == "hall/s ");
  CHECK(subjects_of(none, "unclear_scale").empty());
  CHECK(subjects_of(with_scale(samples::own_scale("s", "S", {{"a", 1}, {"A", 0}})), "unclear_scale") == "hall/s ");
  CHECK(subjects_of(with_scale(samples::own_scale("s", "S", {{"a", 1}, {"", 0}})), "unclear_scale") == "hall/s ");
}

TEST_CASE("removing an item keeps the link of those that it opened, and the review tells of it") {
  const Workbook before = with_changed<Checklist>(
      standards(), "hall", [](Checklist& list) { list.groups[0].items[0].opens_on = list.groups[1].items[0].id; });
  Checklist without = std::get<Checklist>(find_section(before, "hall")->content);
  const std::string opener = without.groups[1].items[0].id;
  without.groups[1].items.erase(without.groups[1].items.begin());
  const Workbook after = set_content(before, "hall", without);
  CHECK(std::get<Checklist>(find_section(after, "hall")->content).groups[0].items[0].opens_on == opener);
  CHECK(subjects_of(after, "missing_opener") == "hall_sign ");
}

TEST_CASE("an item that asks two questions is found, with the text in which it does") {
  CHECK(subjects_of(with_item("Greeted and smiled"), "item_asks_two") == "hall_sign ");
  CHECK(subjects_of(with_item("Sign", "Sign lit; hours right"), "item_asks_two") == "hall_sign ");
  const std::vector<Finding> findings = review(with_item("Sign", "Sign lit; hours right"));
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].field == "requirement");
  CHECK(review(with_item("Is it lit? Is it whole?"))[0].field == "text");
}

TEST_CASE("an item that names two things, a scale or a list asks one question") {
  for (const char* text : {"Paper and soap", "Price and term said", "Gave name and company"}) {
    CAPTURE(text);
    CHECK(subjects_of(with_item(text), "item_asks_two").empty());
  }
  for (const char* requirement : {"5: at once; 3: after explaining; 1: argued", "All there: soap; paper; towels"}) {
    CAPTURE(requirement);
    CHECK(subjects_of(with_item("Sign", requirement), "item_asks_two").empty());
  }
}

TEST_CASE("a check list of more than 60 items is found once") {
  CHECK(subjects_of(with_items(60), "too_many_items").empty());
  CHECK(subjects_of(with_items(61), "too_many_items") == "hall ");
}

}  // namespace canvasbook::checklists_test
