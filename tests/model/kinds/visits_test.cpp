// Visits: entering them, the revision of the list that they keep, and what going through a workbook makes of them.
#include "model/kinds/visits.h"

#include <doctest/doctest.h>

#include "model/contents.h"
#include "model/file/workbook_file.h"
#include "model/find.h"
#include "model/review/progress.h"
#include "model/take_sections.h"
#include "model/workbook_changes.h"
#include "tests/sample_visits.h"

namespace canvasbook::visits_test {

namespace {

using samples::hall_list;
using samples::with_visit;
using samples::workbook_with;

const VisitHead north{"North", "Anna", {2026, 3, 2}, "10:30"};
const VisitHead south{"South", "Boris", {2026, 3, 9}, ""};

const Visits& visits_in(const Workbook& workbook, std::string_view section = "visits") {
  const Section* found = find_section(workbook, section);
  REQUIRE(found != nullptr);
  REQUIRE(std::holds_alternative<Visits>(found->content));
  return std::get<Visits>(found->content);
}

Workbook read_back(const Workbook& workbook) {
  auto read = read_workbook(write_workbook(workbook));
  REQUIRE(read);
  return std::move(*read);
}

Visits two_visits(IdSource& fresh) {
  Visits visits = with_visit({}, hall_list(), north, "2205", fresh);
  visits = with_visit(std::move(visits), hall_list(), south, "2.-1", fresh);
  visits = set_comment(visits, visits.visits[1]->id, "taste", "Cold coffee");
  return set_proof(visits, visits.visits[1]->id, "receipt", "No. 17");
}

std::string error_of(const Visits& visits, std::string_view from, std::string_view to) {
  std::string text = write_workbook(workbook_with(visits));
  const size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
  const auto read = read_workbook(text);
  REQUIRE_FALSE(read);
  return std::string(error_name(read.error().code)) + " " + read.error().item;
}

}  // namespace

TEST_CASE("a visit is entered mark by mark, and says what it lacks until it has all of them") {
  IdSource fresh(1);
  const AddedVisit added = add_visit({}, hall_list(), "Hall", north, fresh);
  const Visit* draft = find_visit(added.visits, added.visit);
  REQUIRE(draft != nullptr);
  CHECK_FALSE(draft->finished);
  CHECK(missing_marks(added.visits, *draft) == std::vector<std::string>{"sign", "light", "greeting", "taste"});
  const Visits marked = set_mark(set_mark(added.visits, added.visit, "sign", mark_yes), added.visit, "taste", 4);
  CHECK(marks_text(marked.visits[0]->marks) == "2..4");
  CHECK(missing_marks(marked, *marked.visits[0]) == std::vector<std::string>{"light", "greeting"});
  CHECK(set_mark(marked, added.visit, "sign", std::nullopt).visits[0]->marks[0] == not_marked);
}

TEST_CASE("a mark that the item's scale does not have, an item or a visit that is not there change nothing") {
  IdSource fresh(1);
  const Visits visits = two_visits(fresh);
  const std::string id = visits.visits[0]->id;
  CHECK(set_mark(visits, id, "sign", 5) == visits);
  CHECK(set_mark(visits, id, "taste", 6) == visits);
  CHECK(set_mark(visits, id, "taste", 0) == visits);
  CHECK(set_mark(visits, id, "window", mark_yes) == visits);
  CHECK(set_mark(visits, "nobody", "sign", mark_no) == visits);
  CHECK(set_comment(visits, id, "window", "Dirty") == visits);
  CHECK(set_proof(visits, id, "photo", "17") == visits);
  CHECK(set_proof(visits, id, "sign", "Photo 3") != visits);
  CHECK(set_head(visits, id, {"North", "Anna", {2026, 3, 2}, "25:00"}) == visits);
}

TEST_CASE("a comment and a proof go with their text") {
  IdSource fresh(1);
  const Visits visits = two_visits(fresh);
  const std::string id = visits.visits[1]->id;
  CHECK(visits.visits[1]->comments == VisitTexts{{"taste", "Cold coffee"}});
  CHECK(set_comment(visits, id, "taste", "").visits[1]->comments.empty());
  CHECK(set_proof(visits, id, "receipt", "").visits[1]->proofs.empty());
}

TEST_CASE("visits share the revision of the list until the list changes, and a later change spoils none of them") {
  IdSource fresh(1);
  Visits visits = two_visits(fresh);
  CHECK(visits.revisions.size() == 1);
  Checklist changed = hall_list();
  changed.groups[0].items.erase(changed.groups[0].items.begin());
  visits = with_visit(std::move(visits), changed, {"North", "Anna", {2026, 4, 1}, ""}, "225", fresh);
  REQUIRE(visits.revisions.size() == 2);
  CHECK(visits.revisions[1]->day == Date{2026, 4, 1});
  CHECK(items_in_order(*list_of(visits, *visits.visits[0]))[0]->text == "Item sign");
  CHECK(items_in_order(*list_of(visits, *visits.visits[2]))[0]->text == "Item light");
}

TEST_CASE("the marks of a trial run are no revision") {
  IdSource fresh(1);
  Visits visits = two_visits(fresh);
  visits = with_visit(std::move(visits), set_trial_mark(hall_list(), "sign", mark_no), south, "2222", fresh);
  CHECK(visits.revisions.size() == 1);
}

TEST_CASE("with the last of its visits a revision goes") {
  IdSource fresh(1);
  Visits visits = two_visits(fresh);
  visits = remove_visits(visits, {visits.visits[0]->id});
  CHECK(visits.visits.size() == 1);
  CHECK(visits.revisions.size() == 1);
  visits = remove_visits(visits, {visits.visits[0]->id});
  CHECK(visits.revisions.empty());
}

TEST_CASE("a visit at the same place, by the same shopper, on the same day and time is the same visit") {
  IdSource fresh(1);
  const Visits visits = two_visits(fresh);
  CHECK(find_same_visit(visits, north) == &*visits.visits[0]);
  VisitHead later = north;
  later.time = "18:00";
  CHECK(find_same_visit(visits, later) == nullptr);
  CHECK(find_same_visit({}, VisitHead{}) == nullptr);
}

TEST_CASE("marks stand in files a character an item") {
  CHECK(marks_text({not_marked, mark_not_applicable, 0, 2, 9, 10}) == ".-029x");
  CHECK(marks_from_text(".-029x") == VisitMarks{not_marked, mark_not_applicable, 0, 2, 9, 10});
  CHECK_FALSE(marks_from_text("2a").has_value());
}

TEST_CASE("visits are read as they were written, with fields that this version does not know") {
  IdSource fresh(1);
  Visits visits = two_visits(fresh);
  Visit visit = *visits.visits[0];
  visit.unknown = {{"weather", "\"rain\""}};
  visits.visits[0] = visit;
  ListRevision revision = *visits.revisions[0];
  revision.unknown = {{"author", "\"Anna\""}};
  revision.list.groups[0].items[0].unknown = {{"photo", "true"}};
  visits.revisions[0] = revision;
  const Workbook workbook = workbook_with(visits);
  CHECK(read_back(workbook) == workbook);
}

TEST_CASE("5,000 visits with 100 items each, and a comment to every fiftieth, take less than 4 MB") {
  IdSource fresh(1);
  Checklist list;
  list.groups.push_back({"g", "Group", {}, {}});
  for (int i = 0; i < 100; ++i) list.groups[0].items.push_back(samples::check_item("item" + std::to_string(i)));
  Visits visits;
  for (int i = 0; i < 5000; ++i) {
    const VisitHead head{"Кофейня на Садовой, " + std::to_string(i % 100),
                         "Проверяющий " + std::to_string(i % 7),
                         {2026, 1 + i % 12, 1 + i % 28},
                         "10:30"};
    visits = add_visit(std::move(visits), list, "Зал", head, fresh).visits;
    Visit visit = *visits.visits.back();
    visit.marks.assign(100, static_cast<std::int8_t>(mark_yes));
    visit.comments = {{"item1", "Ценника нет у трёх позиций"}, {"item7", "Долго искали меню"}};
    visit.finished = true;
    visits.visits.back() = std::move(visit);
  }
  const std::string text = write_workbook(workbook_with(std::move(visits), list));
  CHECK(text.size() < 4 * 1000 * 1000);
}

TEST_CASE("a file with marks, days or revisions that cannot be is refused with the visit") {
  IdSource fresh(1);
  const Visits visits = two_visits(fresh);
  const std::string at = " documents[0].sections[1].visits[0].";
  CHECK(error_of(visits, "\"2205\"", "\"220\"") == "bad_value" + at + "marks");
  CHECK(error_of(visits, "\"2205\"", "\"2209\"") == "bad_value" + at + "marks");
  CHECK(error_of(visits, "\"2205\"", "\"220?\"") == "bad_value" + at + "marks");
  CHECK(error_of(visits, "\"10:30\"", "\"10:60\"") == "bad_value" + at + "time");
  const std::string revision = "\"revision\": \"" + visits.revisions[0]->id + "\"";
  CHECK(error_of(visits, revision, "\"revision\": \"gone\"") == "bad_value" + at + "revision");
  const std::string second = "\"id\": \"" + visits.visits[1]->id + "\"";
  CHECK(error_of(visits, second, "\"id\": \"" + visits.visits[0]->id + "\"") ==
        "duplicate_id documents[0].sections[1].visits[1]");
}

TEST_CASE("visits of a list that is removed are kept, and shown by their revision") {
  IdSource fresh(1);
  const Workbook workbook = remove_section(workbook_with(two_visits(fresh)), "hall");
  const Visits& kept = visits_in(workbook);
  CHECK(kept.checklist.empty());
  CHECK(kept.visits.size() == 2);
  CHECK(current_list(workbook, kept) == nullptr);
  CHECK(title_of_list(workbook, kept) == "Hall");
}

TEST_CASE("a copy of a document has visits of its own, which belong to the copy of the list") {
  IdSource fresh(1);
  const Workbook workbook = duplicate_document(workbook_with(two_visits(fresh)), "control", fresh);
  const Document& copy = *workbook.documents[1];
  const Visits& visits = std::get<Visits>(copy.sections[1]->content);
  CHECK(visits.checklist == copy.sections[0]->id);
  CHECK(visits.visits[0]->id != visits_in(workbook).visits[0]->id);
  const auto& list = std::get<Checklist>(copy.sections[0]->content);
  CHECK(visits.revisions[0]->list == list);
  CHECK(visits.visits[1]->comments.begin()->first == list.groups[1].items[1].id);
  CHECK(read_back(workbook) == workbook);
}

TEST_CASE("what was commented is found, counted and replaced; places and shoppers are found") {
  IdSource fresh(1);
  const Workbook workbook = workbook_with(two_visits(fresh));
  std::string texts;
  for_each_text(find_section(workbook, "visits")->content, [&](const std::string& text) { texts += text + "|"; });
  CHECK(texts == "Cold coffee|No. 17|");
  WordForms forms;
  FindQuery query;
  query.text = "coffee";
  const Found found = find_in(workbook, query, forms);
  REQUIRE(found.hits.size() == 1);
  const ReplaceResult replaced = replace_hits(workbook, found, found.hits, query, "tea");
  CHECK(visits_in(replaced.workbook).visits[1]->comments.at("taste") == "Cold tea");
  query.text = "South";
  CHECK(find_in(workbook, query, forms).hits.size() == 1);
}

TEST_CASE("a visit that was added, and one that was marked otherwise, are told as changes") {
  IdSource fresh(1);
  const Workbook before = workbook_with(two_visits(fresh));
  Visits visits = visits_in(before);
  visits = set_mark(visits, visits.visits[0]->id, "sign", mark_no);
  visits = with_visit(std::move(visits), hall_list(), {"East", "Anna", {2026, 5, 5}, ""}, "2222", fresh);
  const WorkbookChanges changes = changes_between(before, workbook_with(visits));
  REQUIRE(changes.documents.size() == 1);
  REQUIRE(changes.documents[0].sections.size() == 1);
  const auto& items = changes.documents[0].sections[0].items;
  REQUIRE(items.size() == 2);
  CHECK(items[0].name == "North");
  REQUIRE(items[0].change.fields.size() == 1);
  CHECK(items[0].change.fields[0].field == "score");
  CHECK(items[0].change.fields[0].before == "83 %");
  CHECK(items[0].change.fields[0].after == "33 %");
  CHECK(items[1].change.kind == ChangeKind::added);
}

TEST_CASE("a section of visits is filled once it has a visit") {
  IdSource fresh(1);
  const Workbook empty = workbook_with({});
  CHECK(progress_of(*find_section(empty, "visits")).filled == 0);
  const Workbook filled = workbook_with(two_visits(fresh));
  CHECK(progress_of(*find_section(filled, "visits")).filled == 1);
}

TEST_CASE("the section of a list's visits is made once, behind the list") {
  IdSource fresh(1);
  Workbook workbook = workbook_with({});
  workbook = remove_section(std::move(workbook), "visits");
  const VisitsSection made = with_visits_section(workbook, "hall", fresh);
  REQUIRE_FALSE(made.section.empty());
  CHECK(made.workbook.documents[0]->sections[1]->id == made.section);
  CHECK(with_visits_section(made.workbook, "hall", fresh).section == made.section);
  CHECK(with_visits_section(made.workbook, "nowhere", fresh).section.empty());
  CHECK(find_visits_of(made.workbook, "hall").section->id == made.section);
}

}  // namespace canvasbook::visits_test
