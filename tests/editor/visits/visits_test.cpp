// Visits in the window: filled in by keyboard alone, kept as drafts, finished with what is missing said, looked for,
// copied and removed; and read when their check list is gone.
#include <doctest/doctest.h>

#include <algorithm>

#include "editor/session/visits.h"
#include "tests/look.h"
#include "tests/robot.h"
#include "tests/sample_visits.h"

namespace canvasbook::visits_window_test {

using namespace robot;

namespace {

constexpr Language languages[] = {Language::ru, Language::en};

// At the section of visits.
struct AtVisits {
  explicit AtVisits(Language language = Language::en, Visits visits = samples::sound_visits(),
                    Checklist list = samples::hall_list(), ImVec2 size = {1440, 900}, float scale = 1)
      : robot(samples::workbook_with(std::move(visits), std::move(list)), {}, language, scale, size) {
    robot.session().go_to("visits");
    robot.frame(3);
  }
  Robot robot;
};

const Visits& visits_of(Robot& robot) {
  const Section* section = find_section(robot.workbook(), "visits");
  REQUIRE(section != nullptr);
  return std::get<Visits>(section->content);
}

const Visit& last_of(Robot& robot) {
  REQUIRE_FALSE(visits_of(robot).visits.empty());
  return *visits_of(robot).visits.back();
}

// As they are drawn.
std::string without_blanks(std::string text) {
  std::erase(text, ' ');
  return text;
}

std::string row_of(const Visit& visit) { return "visits/" + visit.id; }

// Begins a visit and goes to its first item.
void begin_at_items(Robot& robot, std::string_view place) {
  robot.press(Key::insert);
  robot.type(place);
  for (int i = 0; i < 5; ++i) robot.press(Key::enter);
  robot.frame(2);
  REQUIRE(robot.view().field == "mark:sign");
}

Checklist ten_points() {
  Checklist list = samples::hall_list();
  list.scale = Scale::points_10;
  return list;
}

}  // namespace

TEST_CASE("a visit is filled in by the keyboard alone, in both languages") {
  for (const Language language : languages) {
    AtVisits at(language);
    Robot& robot = at.robot;
    const size_t before = visits_of(robot).visits.size();
    robot.press(Key::insert);
    CHECK(robot.view().editing == Editing::visit);
    robot.type("North side");
    robot.press(Key::enter);
    robot.type("Vera");
    robot.press(Key::tab);
    robot.type("2026-06-02");  // in place of today
    robot.press(Key::enter);
    robot.type("9:05");
    robot.press(Key::enter);
    robot.type("No. 5");
    robot.press(Key::enter);
    robot.press(Key::digit_1);
    robot.press(Key::enter);
    robot.type("n");
    robot.press(Key::tab);
    robot.type("Dark");
    robot.press(Key::enter);
    robot.press(Key::digit_0);
    robot.press(Key::enter);
    robot.press(Key::digit_4);
    robot.press(Key::enter);
    CHECK(robot.view().field == "finish");
    robot.press(Key::enter);
    robot.frame(2);
    REQUIRE(visits_of(robot).visits.size() == before + 1);
    const Visit& visit = last_of(robot);
    CHECK(visit.head == VisitHead{"North side", "Vera", {2026, 6, 2}, "09:05"});
    CHECK(visit.marks == VisitMarks{mark_yes, mark_no, mark_not_applicable, 4});
    CHECK(visit.comments == VisitTexts{{"light", "Dark"}});
    CHECK(visit.proofs == VisitTexts{{"receipt", "No. 5"}});
    CHECK(visit.finished);
    CHECK(robot.view().field.empty());
    while (robot.session().can_undo()) robot.session().undo();
    CHECK(visits_of(robot) ==
          std::get<Visits>(samples::workbook_with(samples::sound_visits()).documents[0]->sections[1]->content));
  }
}

TEST_CASE("letters mark as words do, in either alphabet, and one that means no mark begins what is said of the item") {
  AtVisits at;
  Robot& robot = at.robot;
  begin_at_items(robot, "East");
  struct Typed {
    const char* letter;
    int mark;
  };
  for (const Typed& typed : {Typed{"y", mark_yes}, Typed{"Н", mark_no}, Typed{"ч", mark_partly}, Typed{"Д", mark_yes},
                             Typed{"N", mark_no}, Typed{"p", mark_partly}}) {
    CAPTURE(typed.letter);
    robot.type(typed.letter);
    CHECK(last_of(robot).marks[0] == typed.mark);
  }
  robot.type("ждал 8 минут");
  CHECK(last_of(robot).marks[0] == mark_partly);
  CHECK(last_of(robot).comments == VisitTexts{{"sign", "ждал 8 минут"}});
  robot.press(Key::escape);
  robot.press(Key::backspace);
  CHECK(last_of(robot).marks[0] == not_marked);
}

TEST_CASE("a visit that is begun past midnight has the new day, however long the program has run") {
  std::string now = "2026-11-30 23:59";
  AppWorld world = Robot::world_of(Language::en);
  world.clock = [&] { return now; };
  Robot robot(world);
  robot.app.open(samples::workbook_with(samples::sound_visits()), {});
  robot.session().go_to("visits");
  robot.frame(3);
  now = "2026-12-01 00:01";
  robot.app.tick(1);
  robot.press(Key::insert);
  robot.type("North");
  CHECK(last_of(robot).head.day == Date{2026, 12, 1});
}

TEST_CASE("on ten points a 1 becomes a ten by a 0, a 0 alone is a ten, and minus says that it does not apply") {
  AtVisits at(Language::en, {}, ten_points());
  Robot& robot = at.robot;
  robot.run("command.new_visit");
  robot.type("East");
  for (int i = 0; i < 5; ++i) robot.press(Key::enter);
  robot.press(Key::digit_1);
  CHECK(last_of(robot).marks[0] == 1);
  robot.press(Key::digit_0);
  CHECK(last_of(robot).marks[0] == 10);
  robot.press(Key::enter);
  robot.press(Key::digit_0);
  CHECK(last_of(robot).marks[1] == 10);
  robot.press(Key::minus);
  CHECK(last_of(robot).marks[1] == mark_not_applicable);
}

TEST_CASE("what is half filled is a draft at once, and finishing says what is missing and leads to it by one key") {
  for (const Language language : languages) {
    AtVisits at(language);
    Robot& robot = at.robot;
    begin_at_items(robot, "East");
    robot.press(Key::digit_1);
    robot.press(Key::escape);
    CHECK(last_of(robot).marks[0] == mark_yes);
    CHECK_FALSE(last_of(robot).finished);
    robot.run("command.finish_visit");
    robot.frame(2);
    REQUIRE(robot.app.question() != nullptr);
    const std::string lacks = robot.app.question()->arguments.begin()->second;
    CHECK(lacks.find("1.2, 2.1, 2.2") != std::string::npos);
    robot.press(Key::enter);
    robot.frame(2);
    CHECK_FALSE(robot.app.has_dialog());
    CHECK(robot.view().field == "mark:light");
    CHECK_FALSE(last_of(robot).finished);
    robot.click("visits/finish");
    robot.frame(2);
    robot.click("visits.finish_anyway");
    robot.frame(2);
    CHECK(last_of(robot).finished);
    robot.run("command.finish_visit");
    CHECK_FALSE(last_of(robot).finished);
  }
}

TEST_CASE("a new visit in which nothing was written goes when it is left, and leaves no step") {
  AtVisits at;
  Robot& robot = at.robot;
  const size_t before = visits_of(robot).visits.size();
  robot.press(Key::insert);
  CHECK(visits_of(robot).visits.size() == before + 1);
  robot.press(Key::escape);
  robot.frame(2);
  CHECK(visits_of(robot).visits.size() == before);
  CHECK_FALSE(robot.session().can_undo());
  robot.press(Key::insert);
  for (int i = 0; i < 5; ++i) robot.press(Key::enter);  // through its head without a word
  CHECK(visits_of(robot).visits.size() == before + 1);
  robot.click(row_of(*visits_of(robot).visits.front()));
  CHECK(visits_of(robot).visits.size() == before);
  CHECK(robot.view().cursor == visits_of(robot).visits.front()->id);
}

TEST_CASE("names that were used before are offered, taken by the arrow and Enter or by a click") {
  AtVisits at;
  Robot& robot = at.robot;
  robot.press(Key::insert);
  robot.type("nor");
  robot.press(Key::down);
  robot.press(Key::enter);
  CHECK(last_of(robot).head.place == "North");
  CHECK(robot.view().field == "shopper");
  robot.frame(2);
  robot.click("visit/name/1");
  CHECK(last_of(robot).head.shopper == "Boris");
  CHECK(robot.view().field == "date");
}

TEST_CASE("a day or a time that is none is said, and what was there before stays") {
  for (const Language language : languages) {
    AtVisits at(language);
    Robot& robot = at.robot;
    robot.press(Key::insert);
    for (int i = 0; i < 2; ++i) robot.press(Key::enter);
    robot.type("tomorrow");
    robot.press(Key::enter);
    CHECK(last_of(robot).head.day == Date{2026, 11, 21});
    CHECK(robot.app.message() == robot.app.catalog().text("visits.bad_date", {{"text", "tomorrow"}}));
    robot.type("25:00");
    robot.press(Key::enter);
    CHECK(last_of(robot).head.time.empty());
    CHECK(robot.app.message() == robot.app.catalog().text("visits.wrong_time", {{"text", "25:00"}}));
  }
}

TEST_CASE("marks and comments are undone one by one, and the cursor shows where") {
  AtVisits at;
  Robot& robot = at.robot;
  begin_at_items(robot, "East");
  robot.press(Key::digit_1);
  robot.press(Key::enter);
  robot.press(Key::digit_3);
  robot.press(Key::tab);
  robot.type("Off");
  robot.press(Key::escape);
  CHECK(robot.view().field == "mark:light");
  robot.run("command.undo");
  CHECK(last_of(robot).comments.empty());
  robot.run("command.undo");
  CHECK(last_of(robot).marks == VisitMarks{mark_yes, not_marked, not_marked, not_marked});
  CHECK(robot.view().field == "mark:light");
  robot.run("command.undo");
  CHECK(robot.view().field == "mark:sign");
  robot.run("command.redo");
  CHECK(last_of(robot).marks[0] == mark_yes);
}

TEST_CASE("marks are given by mouse, and a second click takes one back") {
  AtVisits at;
  Robot& robot = at.robot;
  const Visit& draft = last_of(robot);
  robot.click(row_of(draft));
  robot.frame(2);
  robot.click("visit/sign/mark/2");
  CHECK(last_of(robot).marks[0] == mark_yes);
  CHECK(robot.view().field == "mark:sign");
  robot.click("visit/sign/mark/2");
  CHECK(last_of(robot).marks[0] == not_marked);
  robot.click("visit/comments:sign");
  robot.type("Seen");
  robot.press(Key::enter);
  CHECK(last_of(robot).comments == VisitTexts{{"sign", "Seen"}});
  CHECK(robot.view().field == "mark:light");
}

TEST_CASE("the list begins with the latest visit, goes by arrows, and letters look for visits") {
  for (const Language language : languages) {
    AtVisits at(language);
    Robot& robot = at.robot;
    const Visits visits = visits_of(robot);
    robot.press(Key::down);
    CHECK(robot.view().cursor == visits.visits.back()->id);
    robot.press(Key::end);
    CHECK(robot.view().cursor == visits.visits.front()->id);
    for (const auto& visit : visits.visits) CHECK(robot.shows(row_of(*visit)));
    robot.type("north");
    robot.frame(2);
    CHECK(robot.shows(row_of(*visits.visits[0])));
    CHECK_FALSE(robot.shows(row_of(*visits.visits[2])));
    robot.press(Key::enter);
    CHECK(robot.view().cursor == visits.visits[1]->id);  // the later one of both
    CHECK(robot.workbook() == samples::workbook_with(samples::sound_visits()));
    robot.type(robot.app.catalog().text("visits.failed"));
    robot.press(Key::escape);
    robot.frame(2);
    CHECK(robot.shows(row_of(*visits.visits[2])));
  }
}

TEST_CASE("states of visits are told in words") {
  for (const Language language : languages) {
    AtVisits at(language);
    Robot& robot = at.robot;
    robot.press(Key::down);
    robot.show_letters();
    const std::string seen = drawn_letters();
    const Catalog& words = robot.app.catalog();
    for (const std::string& told : {words.text("visits.draft"), words.text("visits.failed"),
                                    words.text("visits.draft_marked", {{"count", "0"}, {"all", "4"}})}) {
      CHECK(seen.find(without_blanks(told)) != std::string::npos);
    }
  }
}

TEST_CASE("visits are removed, and that is said and undone; copies of them are drafts") {
  for (const Language language : languages) {
    AtVisits at(language);
    Robot& robot = at.robot;
    const Visits before = visits_of(robot);
    const std::string id = before.visits[0]->id;
    robot.click("visits/" + id);
    robot.press(Key::delete_);
    CHECK(visits_of(robot).visits.size() == before.visits.size() - 1);
    CHECK(robot.app.message() ==
          robot.app.catalog().text("window.removed", {{"keys", shortcut_text("command.undo", robot.app.catalog())}}));
    robot.run("command.undo");
    robot.frame(2);
    CHECK(visits_of(robot) == before);
    robot.click("visits/" + id);
    robot.run("command.duplicate");
    CHECK(visits_of(robot).visits.size() == before.visits.size() + 1);
    CHECK(last_of(robot).marks == before.visits[0]->marks);
    CHECK_FALSE(last_of(robot).finished);
    robot.click("visits/" + id);
    robot.run("command.copy");
    CHECK(robot.clipboard.find("North") != std::string::npos);
    robot.run("command.paste");
    CHECK_FALSE(robot.app.has_dialog());
    CHECK(visits_of(robot).visits.size() == before.visits.size() + 2);
  }
}

TEST_CASE("visits of a list that is gone are read with the texts of their revision, and not changed") {
  for (const Language language : languages) {
    AtVisits at(language);
    Robot& robot = at.robot;
    robot.session().remove_section("hall");
    robot.session().go_to("visits");
    robot.frame(3);
    const Visits before = visits_of(robot);
    robot.click(row_of(*before.visits[0]));
    robot.frame(2);
    CHECK(robot.shows("visits/notice"));
    CHECK(robot.shows("visit/item/sign"));
    robot.press(Key::enter);
    robot.press(Key::digit_3);
    robot.click("visit/sign/mark/0");
    robot.click("visit/place");
    robot.type("x");
    robot.press(Key::escape);
    CHECK(visits_of(robot) == before);
    CHECK_FALSE(is_enabled(*find_command("command.new_visit"), robot.app));
    CHECK_FALSE(is_enabled(*find_command("command.finish_visit"), robot.app));
  }
}

TEST_CASE("the mark of an item that the list has no more stays as it is") {
  AtVisits at;
  Robot& robot = at.robot;
  Checklist shorter = samples::hall_list();
  shorter.groups[0].items.erase(shorter.groups[0].items.begin());
  robot.session().go_to("hall");
  robot.session().record_content(shorter, "step.write", {});
  robot.session().go_to("visits");
  robot.frame(3);
  const Visits before = visits_of(robot);
  robot.click(row_of(*before.visits[0]));
  robot.frame(2);
  robot.click("visit/sign/mark/0");
  CHECK(visits_of(robot) == before);
  robot.click("visit/light/mark/0");
  CHECK(visits_of(robot) != before);
}

TEST_CASE("a check list leads to its visits and back, and the first visit makes their section as one step") {
  for (const Language language : languages) {
    Section hall = samples::make_section("hall", samples::hall_list());
    hall.title = "Hall";
    const Workbook start = samples::make_workbook({samples::make_document_of("control", {hall})});
    Robot robot(start, {}, language);
    CHECK_FALSE(is_enabled(*find_command("command.show_visits"), robot.app));
    robot.click("checklist/visits");
    robot.frame(2);
    REQUIRE(robot.session().visits() != nullptr);
    CHECK(robot.session().section()->role == visits_role);
    CHECK(robot.view().editing == Editing::visit);
    robot.type("East");
    robot.press(Key::escape);
    robot.run("command.show_checklist");
    CHECK(robot.session().section()->id == "hall");
    robot.frame(2);
    robot.click("checklist/visits");
    CHECK(robot.session().visits() != nullptr);
    while (robot.session().can_undo()) robot.session().undo();
    CHECK(robot.workbook().documents == start.documents);
  }
}

TEST_CASE(
    "list and form stand beside each other at 1280 by 720, one above the other in a narrow window, and labels fit") {
  for (const Language language : languages) {
    for (const ImVec2 size : {ImVec2{1280, 720}, ImVec2{900, 720}}) {
      for (const float scale : {1.0F, 2.0F}) {
        AtVisits at(language, samples::sound_visits(), samples::hall_list(), size, scale);
        Robot& robot = at.robot;
        robot.press(Key::down);
        robot.press(Key::down);
        robot.frame(2);
        const PartRegister::Part* row = robot.app.parts.find("visits/" + robot.view().cursor);
        const PartRegister::Part* score = robot.app.parts.find("visits/score");
        REQUIRE(row != nullptr);
        REQUIRE(score != nullptr);
        CHECK((row->to.x <= score->from.x || row->to.y <= score->from.y));
        CHECK(robot.shows("visits/finish"));
        check_labels_fit(robot, [](const std::string& key) { return key.starts_with("visit"); });
      }
    }
  }
}

TEST_CASE("what is found in a comment is opened there, and undo of typing in the field takes letters back") {
  AtVisits at;
  Robot& robot = at.robot;
  const Visit& told = *visits_of(robot).visits[2];
  robot.session().begin_visit_text({told.id, "comments:sign"});
  robot.frame(2);
  CHECK(robot.session().field.utf8() == "The lamp is broken");
  robot.type("!");
  CHECK(visits_of(robot).visits[2]->comments.at("sign") == "The lamp is broken!");
  robot.press(Key::z, control);
  CHECK(visits_of(robot).visits[2]->comments.at("sign") == "The lamp is broken");
  CHECK(robot.session().is_writing());
}

}  // namespace canvasbook::visits_window_test
