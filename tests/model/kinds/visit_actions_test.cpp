// What is to be done about the results of visits, and the target.
#include "model/kinds/visit_actions.h"

#include <doctest/doctest.h>

#include "model/contents.h"
#include "model/file/workbook_file.h"
#include "model/find.h"
#include "model/take_sections.h"
#include "model/workbook_changes.h"
#include "tests/findings.h"
#include "tests/sample_visits.h"

namespace canvasbook::visit_actions_test {

namespace {

constexpr Date today{2026, 6, 10};

VisitAction make_action(std::string text, std::optional<Date> due = {}, std::string place = {}) {
  VisitAction action;
  action.text = std::move(text);
  action.due = due;
  action.place = std::move(place);
  action.owner = "Shift leader";
  return action;
}

// Two open ones, of which the second is overdue, and one without a day at South; one that was done in May.
Visits with_actions() {
  IdSource fresh(77);
  Visits visits = samples::sound_visits();
  VisitAction lamp = make_action("Mend the lamp", Date{2026, 6, 20});
  lamp.item = "sign";
  VisitAction done = make_action("Train the greeting", Date{2026, 4, 30});
  done.done = true;
  done.checked = Date{2026, 5, 5};
  done.outcome = "All were greeted";
  for (VisitAction& action : std::vector{lamp, make_action("Clean the bar", Date{2026, 6, 1}, "North"),
                                         make_action("Order cups", {}, "South"), done}) {
    visits = add_action(std::move(visits), action, fresh).visits;
  }
  return visits;
}

std::string texts_of(const std::vector<const VisitAction*>& actions) {
  std::string texts;
  for (const VisitAction* action : actions) texts += action->text + "; ";
  return texts;
}

std::string error_of(std::string_view from, std::string_view to) {
  Visits visits = with_actions();
  visits.target = 85;
  std::string text = write_workbook(samples::workbook_with(visits));
  const size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
  const auto read = read_workbook(text);
  REQUIRE_FALSE(read);
  return std::string(error_name(read.error().code)) + " " + read.error().item;
}

}  // namespace

TEST_CASE("a target is a number of percent from 0 to 100 in whole tenths") {
  CHECK(read_target("85") == 85);
  CHECK(read_target(" 82,5 % ") == 82.5);
  CHECK(read_target("82.5") == 82.5);
  CHECK(read_target("0") == 0);
  CHECK(read_target("100") == 100);
  for (const char* text : {"", "-1", "100.1", "101", "82.55", "high", "85 of 100", "1e1", "%"}) {
    CAPTURE(text);
    CHECK_FALSE(read_target(text));
  }
}

TEST_CASE(
    "a report shows the open actions, the overdue first and those without a day last, and what the last round closed") {
  const Visits visits = with_actions();
  const ReportedActions all = reported_actions(visits, {}, "2026-05");
  CHECK(texts_of(all.open) == "Clean the bar; Mend the lamp; Order cups; ");
  CHECK(texts_of(all.closed) == "Train the greeting; ");
  CHECK(reported_actions(visits, {}, "2026-06").closed.empty());
  CHECK(texts_of(reported_actions(visits, "South", "2026-05").open) == "Mend the lamp; Order cups; ");
  CHECK(is_overdue(*all.open[0], today));
  CHECK_FALSE(is_overdue(*all.open[0], {2026, 6, 1}));  // the day itself
  CHECK_FALSE(is_overdue(*all.open[1], today));
  CHECK_FALSE(is_overdue(*all.closed[0], today));
  CHECK(item_of_action(visits, *all.open[1]) == "Item sign");
  CHECK(item_of_action(visits, *all.open[0]).empty());
}

TEST_CASE("an action is added, changed, done and removed; what is not there changes nothing") {
  IdSource fresh(3);
  const AddedAction added = add_action(samples::sound_visits(), make_action("Mend"), fresh);
  REQUIRE(find_action(added.visits, added.action) != nullptr);
  const Visits done = set_action_done(added.visits, added.action, true, today);
  CHECK(find_action(done, added.action)->done);
  CHECK(find_action(done, added.action)->checked == today);
  const Visits open = set_action_done(done, added.action, false, {2026, 7, 1});
  CHECK_FALSE(find_action(open, added.action)->done);
  CHECK(find_action(set_action_done(open, added.action, true, {2026, 7, 1}), added.action)->checked == today);
  VisitAction changed = *find_action(open, added.action);
  changed.owner = "Manager";
  CHECK(find_action(set_action(open, changed), added.action)->owner == "Manager");
  CHECK(remove_actions(open, {added.action}).actions.empty());
  CHECK(set_action_done(open, "nothing", true, today) == open);
  changed.id = "nothing";
  CHECK(set_action(open, changed) == open);
  CHECK(remove_actions(open, {"nothing"}) == open);
}

TEST_CASE("actions and target are the same after writing and reading, and what is empty is left out") {
  Visits visits = with_actions();
  visits.target = 82.5;
  const Workbook workbook = samples::workbook_with(visits);
  const std::string text = write_workbook(workbook);
  const auto read = read_workbook(text);
  REQUIRE(read);
  CHECK((*read == workbook));
  CHECK(write_workbook(samples::workbook_with(samples::sound_visits())).find("actions") == std::string::npos);
  CHECK(write_workbook(samples::workbook_with(samples::sound_visits())).find("target") == std::string::npos);
}

TEST_CASE("a wrong day, a target past 100 or an id that stands twice refuses the file with its place") {
  CHECK(error_of("\"due\": \"2026-06-20\"", "\"due\": \"soon\"") ==
        "bad_value documents[0].sections[1].actions[0].due");
  CHECK(error_of("\"target\": 85", "\"target\": 101") == "bad_value documents[0].sections[1].target");
  const std::string first = "\"id\": \"" + with_actions().actions[0].id + "\"";
  CHECK(error_of(first, "\"id\": \"" + with_actions().actions[1].id + "\"").starts_with("duplicate_id"));
}

TEST_CASE("the texts of actions are found and counted, and their ids are fresh in a copy, with the items of its list") {
  IdSource fresh(5);
  const Workbook workbook = duplicate_document(samples::workbook_with(with_actions()), "control", fresh);
  WordForms forms;
  for (const char* text : {"lamp", "Train the greeting", "greeted"}) {
    CAPTURE(text);
    CHECK(find_in(workbook, {text}, forms).hits.size() >= 2);
  }
  const Document& copy = *workbook.documents[1];
  const VisitAction& lamp = std::get<Visits>(copy.sections[1]->content).actions[0];
  CHECK(lamp.id != with_actions().actions[0].id);
  CHECK(find_check(std::get<Checklist>(copy.sections[0]->content), lamp.item) != nullptr);
}

TEST_CASE("an action that changed is a change, with its text, owner and days") {
  const Workbook before = samples::workbook_with(with_actions());
  Visits visits = with_actions();
  visits.actions[0].owner = "Technician";
  visits.actions[0].due = Date{2026, 7, 1};
  visits.target = 90;
  const WorkbookChanges changes = changes_between(before, samples::workbook_with(visits));
  REQUIRE(changes.documents.size() == 1);
  REQUIRE(changes.documents[0].sections.size() == 1);
  const SectionChanges& section = changes.documents[0].sections[0];
  REQUIRE(section.change.fields.size() == 1);
  CHECK(section.change.fields[0].field == "target");
  REQUIRE(section.items.size() == 1);
  CHECK(section.items[0].list == "actions");
  CHECK(section.items[0].name == "Mend the lamp");
  REQUIRE(section.items[0].change.fields.size() == 2);
  CHECK(section.items[0].change.fields[0].field == "owner");
  CHECK(section.items[0].change.fields[1].field == "due");
}

TEST_CASE("the review finds open actions that are late, without an owner or without a day") {
  Visits visits = with_actions();
  visits.actions[0].owner = " ";
  const Workbook workbook = samples::workbook_with(visits);
  const auto subjects = [&](std::string_view rule) {
    std::string found;
    for (const Finding& finding : review(workbook, {}, today)) {
      if (finding.rule == rule) found += find_action(visits, finding.subject)->text + "; ";
    }
    return found;
  };
  CHECK(subjects("action_overdue") == "Clean the bar; ");
  CHECK(subjects("action_without_owner") == "Mend the lamp; ");
  CHECK(subjects("action_without_due") == "Order cups; ");
}

}  // namespace canvasbook::visit_actions_test
