// From service standards to the items that measure them, in the window.
#include <doctest/doctest.h>

#include "editor/items/standard_checks.h"
#include "model/review/review.h"
#include "model/standard_checks.h"
#include "tests/book.h"
#include "tests/robot.h"
#include "tests/samples.h"

namespace canvasbook::editor_items_standard_checks_test {

using namespace robot;

namespace {

Workbook with_lists(size_t count) {
  Document document = samples::make_document_of(
      "rules", {samples::make_section_of("greeting", "standards", samples::make_standards("greet"))});
  for (size_t i = 0; i < count; ++i) {
    const std::string id = "hall" + std::to_string(i + 1);
    document.sections.emplace_back(samples::make_section_of(id, "checklist", samples::make_checklist(id)));
  }
  return samples::make_workbook({std::move(document)});
}

const CheckItem& last_item(Robot& robot, std::string_view section) {
  return std::get<Checklist>(find_section(robot.workbook(), section)->content).groups.back().items.back();
}

void choose_standard(Robot& robot) {
  robot.session().go_to("greet");
  robot.frame(3);
}

}  // namespace

TEST_CASE("a standard becomes an item of the only check list in one step, and each leads to the other") {
  for (const Language language : {Language::ru, Language::en}) {
    Robot robot(with_lists(1), {}, language);
    const Workbook start = robot.workbook();
    choose_standard(robot);
    robot.run("command.check_standards");
    robot.frame(3);
    CHECK_FALSE(robot.app.has_dialog());
    CHECK(robot.session().section()->id == "greeting");  // one goes on with the standards
    CHECK(last_item(robot, "hall1").standard == "greet");
    const std::string item = last_item(robot, "hall1").id;
    CHECK(robot.app.message().find(find_section(robot.workbook(), "hall1")->title) != std::string::npos);
    robot.app.say({});
    robot.frame(2);
    CHECK(robot.shows("status/told"));
    robot.click("item/greet/handle");
    robot.frame(2);
    robot.click("items/check/" + item);
    robot.frame(3);
    CHECK(robot.session().section()->id == "hall1");
    CHECK(robot.view().cursor == item);
    robot.click("item/" + item + "/standard");
    robot.frame(3);
    CHECK(robot.view().cursor == "greet");
    robot.press(Key::z, control);
    CHECK(robot.workbook() == start);
  }
}

TEST_CASE("a standard that changed since says so at its item and at its row, until the item takes it over") {
  Robot robot(with_lists(1));
  choose_standard(robot);
  robot.run("command.check_standards");
  robot.frame(2);
  const Catalog& words = robot.app.catalog();
  robot.session().record_content(set_cell(*robot.session().content_as<Sheet>(), "greet", "target", "20"), "step.cell",
                                 "greet");
  robot.app.say({});
  robot.frame(2);
  const std::string item = last_item(robot, "hall1").id;
  const std::string behind = words.text("items.is_behind", {{"item", ""}});
  CHECK(words_of_checks(robot.app).find(behind) != std::string::npos);
  std::vector<Finding> findings = review(robot.workbook());
  REQUIRE(findings.size() == 1);
  CHECK(robot.session().mend(findings));
  CHECK(words_of_checks(robot.app).find(behind) == std::string::npos);
  CHECK(last_item(robot, "hall1").requirement.find("20") != std::string::npos);
}

TEST_CASE("of several check lists it is asked which") {
  Robot robot(with_lists(2));
  choose_standard(robot);
  robot.run("command.check_standards");
  robot.frame(2);
  robot.click("check_list/hall2");
  robot.frame(2);
  CHECK(last_item(robot, "hall2").standard == "greet");
  CHECK(last_item(robot, "hall1").standard.empty());
}

TEST_CASE("without a check list one is made with the item in it, in one step") {
  for (const char* chosen : {"check_list/empty", "check_list/template/cafe_checklist"}) {
    CAPTURE(chosen);
    Robot robot(with_lists(0));
    const Workbook start = robot.workbook();
    choose_standard(robot);
    robot.run("command.check_standards");
    robot.frame(2);
    robot.click(chosen);
    robot.frame(2);
    REQUIRE(robot.workbook().documents.size() == 2);
    REQUIRE(checks_of_standard(robot.workbook(), "greet").size() == 1);
    CHECK(robot.session().section()->id == "greeting");
    robot.press(Key::z, control);
    CHECK(robot.workbook() == start);
  }
}

TEST_CASE("a standard goes into the same check list a second time only when the author wants that") {
  Robot robot(with_lists(1));
  choose_standard(robot);
  robot.run("command.check_standards");
  robot.frame(2);
  robot.run("command.check_standards");
  robot.frame(2);
  REQUIRE(robot.app.has_dialog());
  robot.click("check_twice.cancel");
  robot.frame(2);
  CHECK(checks_of_standard(robot.workbook(), "greet").size() == 1);
  robot.run("command.check_standards");
  robot.frame(2);
  robot.click("check_twice.again");
  robot.frame(2);
  CHECK(checks_of_standard(robot.workbook(), "greet").size() == 2);
}

}  // namespace canvasbook::editor_items_standard_checks_test
