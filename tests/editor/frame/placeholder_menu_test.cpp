// The names of placeholders, offered behind a brace.
#include "editor/frame/placeholder_menu.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "model/placeholders.h"
#include "tests/robot.h"
#include "tests/samples.h"

namespace canvasbook::placeholder_menu_test {

using namespace robot;

namespace {

using Names = std::vector<std::string>;

Workbook canvas() { return paper::from_template("business_model_canvas", Language::en); }

const std::string& last_note(Robot& robot) {
  return find_block(*robot.session().board(), "channels")->notes.back().text;
}

}  // namespace

TEST_CASE("a brace offers the names that are known, letters filter them, Enter and Tab take one") {
  for (const Key key : {Key::enter, Key::tab}) {
    Robot robot(canvas());
    robot.click("block/channels/add");
    robot.type("For {");
    robot.frame(2);
    CHECK(offered_placeholders(robot.app) == Names{"company", "manager", "client", "product"});
    robot.type("CL");
    robot.frame(2);
    CHECK(offered_placeholders(robot.app) == Names{"client"});
    robot.press(key);
    CHECK(last_note(robot) == "For {client}");
    robot.type("!");
    CHECK(last_note(robot) == "For {client}!");
  }
}

TEST_CASE("arrows choose a name, a click takes it, and nothing is offered in a closed brace or for unknown letters") {
  Robot robot(canvas());
  robot.click("block/channels/add");
  robot.type("{");
  robot.frame(2);
  robot.press(Key::down);
  robot.press(Key::enter);
  CHECK(last_note(robot) == "{manager}");
  robot.frame(2);
  CHECK(offered_placeholders(robot.app).empty());
  robot.type(" {");
  robot.frame(2);
  robot.click("placeholder/product");
  CHECK(last_note(robot) == "{manager} {product}");
  robot.type(" {xy");
  robot.frame(2);
  CHECK(offered_placeholders(robot.app).empty());
  CHECK(offered_definition(robot.app) == "xy");
  CHECK(robot.session().is_writing());
}

TEST_CASE("a name that nobody knows is added to the register from where it is typed, and the text goes on") {
  for (const bool by_click : {false, true}) {
    Robot robot(canvas());
    robot.click("block/channels/add");
    robot.type("For {town");
    robot.frame(2);
    REQUIRE(offered_definition(robot.app) == "town");
    by_click ? robot.click("placeholder.define/town") : robot.press(Key::enter);
    robot.frame(2);
    CHECK(last_note(robot) == "For {town}");
    REQUIRE(placeholder_register(robot.workbook()).size() == 1);
    CHECK(placeholder_register(robot.workbook()).front().name == "town");
    CHECK(offered_definition(robot.app).empty());
    robot.type("!");
    CHECK(last_note(robot) == "For {town}!");
  }
}

TEST_CASE("Escape leaves the text as it is and the caret in it; what is typed next is no name any more") {
  Robot robot(canvas());
  robot.click("block/channels/add");
  robot.type("{c");
  robot.frame(2);
  robot.press(Key::escape);
  CHECK(robot.session().is_writing());
  CHECK(offered_placeholders(robot.app).empty());
  robot.type("l");
  robot.frame(2);
  CHECK(offered_placeholders(robot.app).empty());
  CHECK(last_note(robot) == "{cl");
  robot.press(Key::escape);
  CHECK_FALSE(robot.session().is_writing());
}

TEST_CASE(
    "the names are those of the document's language, the workbook's own before them; they fill every kind of text") {
  Robot robot(paper::from_template("sales_book", Language::ru), {}, Language::ru);
  robot.session().go_to(robot.workbook().documents.front()->sections.front()->id);
  robot.session().begin_prose();
  robot.frame(2);
  robot.type("\n\n{");
  robot.frame(2);
  CHECK(offered_placeholders(robot.app) == Names{"компания", "менеджер", "клиент", "товар"});
  robot.press(Key::enter);
  CHECK(robot.session().prose()->text.ends_with("{компания}"));
  robot.type(" {man");
  robot.frame(2);
  CHECK(offered_placeholders(robot.app) == Names{"менеджер"});
}

}  // namespace canvasbook::placeholder_menu_test
