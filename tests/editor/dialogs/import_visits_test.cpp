// Visits of a table or a task list: seen before they come, nothing taken where anything is wrong, none twice.
#include "editor/dialogs/import_visits.h"

#include <doctest/doctest.h>

#include "editor/session/visits.h"
#include "tests/robot.h"
#include "tests/sample_visits.h"

namespace canvasbook::import_visits_test {

using namespace robot;

namespace {

constexpr Language languages[] = {Language::ru, Language::en};
constexpr const char* two_visits =
    "place,shopper,date,item,answer,comment\nEast,Vera,2026-06-01,sign,yes,\nEast,Vera,2026-06-01,light,no,Dark\n"
    "West,Vera,2026-06-02,sign,partly,\n";

Workbook with_list() {
  Section hall = samples::make_section("hall", samples::hall_list());
  hall.title = "Hall";
  return samples::make_workbook({samples::make_document_of("control", {hall})});
}

const Visits& visits_of(Robot& robot) {
  const VisitsPlace place = find_visits_of(robot.workbook(), "hall");
  REQUIRE(place.visits != nullptr);
  return *place.visits;
}

void import_clipboard(Robot& robot, const std::string& text) {
  robot.clipboard = text;
  robot.run("command.import_visits");
  robot.frame(2);
  robot.click("visits.from_clipboard");
  robot.frame(3);
  REQUIRE(robot.app.has_dialog());
}

}  // namespace

TEST_CASE("visits come from the clipboard after they were seen, as one step, and not twice") {
  for (const Language language : languages) {
    Robot robot(with_list(), {}, language);
    import_clipboard(robot, two_visits);
    CHECK(robot.workbook() == with_list());
    check_labels_fit(robot, [](const std::string& key) { return key.starts_with("visits."); });
    robot.click("visits.import");
    robot.frame(3);
    CHECK_FALSE(robot.app.has_dialog());
    REQUIRE(visits_of(robot).visits.size() == 2);
    const Visit& first = *visits_of(robot).visits[0];
    CHECK(first.head.place == "East");
    CHECK(first.marks == VisitMarks{mark_yes, mark_no, not_marked, not_marked});
    CHECK(first.comments == VisitTexts{{"light", "Dark"}});
    CHECK_FALSE(first.finished);
    CHECK(robot.session().visits() != nullptr);
    CHECK(robot.view().selected.size() == 2);
    const std::string keys = shortcut_text("command.undo", robot.app.catalog());
    CHECK(robot.app.message() == robot.app.catalog().count("visits.imported", 2, {{"keys", keys}}));
    const Workbook once = robot.workbook();
    import_clipboard(robot, two_visits);
    robot.click("visits.import");  // all are here already
    CHECK(robot.app.has_dialog());
    robot.press(Key::escape);
    CHECK(robot.workbook() == once);
    robot.run("command.undo");
    CHECK(robot.workbook().documents == with_list().documents);
  }
}

TEST_CASE("where a row is bad nothing comes, and each is told by its line") {
  for (const Language language : languages) {
    Robot robot(with_list(), {}, language);
    import_clipboard(robot, std::string(two_visits) + "West,Vera,2026-06-02,roof,yes,\n");
    robot.show_letters();
    robot.click("visits.import");
    CHECK(robot.app.has_dialog());
    robot.click("visits.cancel");
    CHECK_FALSE(robot.app.has_dialog());
    CHECK(robot.workbook() == with_list());
  }
}

TEST_CASE("visits are pasted into their section after they were seen") {
  Robot robot(samples::workbook_with(samples::sound_visits()));
  robot.session().go_to("visits");
  robot.frame(3);
  const size_t before = visits_of(robot).visits.size();
  robot.clipboard = two_visits;
  robot.press(Key::v, control);
  robot.frame(3);
  REQUIRE(robot.app.has_dialog());
  robot.press(Key::enter);
  robot.frame(3);
  CHECK(visits_of(robot).visits.size() == before + 2);
}

TEST_CASE("a file that is chosen is read, in the encoding of Russian programs as well") {
  const samples::TemporaryFolder folder;
  samples::put_bytes(
      folder.file("visits.csv"),
      "\xEC\xE5\xF1\xF2\xEE;\xE4\xE0\xF2\xE0;sign\n\xDE\xE3;01.06.2026;\xE4\xE0\n");  // "место;дата;sign"
  AppWorld world = Robot::world_of(Language::ru);
  world.home = folder.path().string();
  Robot robot(world);
  robot.app.open(with_list(), {});
  robot.frame(3);
  robot.run("command.import_visits");
  robot.frame(2);
  robot.click("visits.from_file");
  robot.frame(3);
  robot.click("browser/entry/visits.csv", 2);
  robot.frame(3);
  REQUIRE(robot.app.has_dialog());
  robot.click("visits.import");
  robot.frame(3);
  REQUIRE(visits_of(robot).visits.size() == 1);
  CHECK(visits_of(robot).visits[0]->head.place == "Юг");
}

}  // namespace canvasbook::import_visits_test
