#include "editor/frame/ask_before_removing.h"

#include <doctest/doctest.h>

#include "editor/find/finding.h"
#include "editor/find/state.h"
#include "tests/book.h"
#include "tests/robot.h"

namespace canvasbook::ask_before_removing_test {

using namespace robot;

TEST_CASE("what others name is deleted only after the question; cancelling keeps it, and nobody asks about the rest") {
  for (const Language language : {Language::ru, Language::en}) {
    for (const char* item : {"t1", "dear"}) {
      Robot robot(samples::linked_workbook(), {}, language);
      const Workbook before = robot.workbook();
      robot.session().go_to(item);
      robot.run("command.remove");
      REQUIRE(robot.app.question() != nullptr);
      CHECK(robot.app.question()->title_key == "remove_named.title");
      CHECK(robot.workbook() == before);
      robot.app.answer(1);
      CHECK(robot.workbook() == before);
      robot.run("command.remove");
      robot.app.answer(0);
      CHECK_FALSE(robot.workbook() == before);
      CHECK(robot.session().undo() != nullptr);
      CHECK(robot.workbook() == before);
    }
    Robot robot(samples::linked_workbook(), {}, language);
    robot.session().go_to("t2");
    robot.run("command.remove");
    CHECK(robot.app.question() == nullptr);
  }
}

TEST_CASE("the question names what is deleted, and what kind of thing it is") {
  for (const Language language : {Language::ru, Language::en}) {
    Robot robot(samples::linked_workbook(), {}, language);
    const Catalog& words = robot.app.catalog();
    const auto told = [&](const char* item) {
      robot.session().go_to(item);
      robot.run("command.remove");
      REQUIRE(robot.app.question() != nullptr);
      const std::string text = words.text(robot.app.question()->text_key, robot.app.question()->arguments);
      robot.app.answer(1);
      return text;
    };
    const auto quoted = [&](const std::string& text) { return words.text("quote", {{"text", text}}); };
    const std::string name = robot.session().entries(RegisterKind::touchpoints).find("t1")->name;
    CHECK(told("t1").find(words.text("remove_named.touchpoint", {{"text", quoted(name)}})) != std::string::npos);
    CHECK(told("dear").find(quoted("It is dear.")) != std::string::npos);
  }
}

TEST_CASE("a section, a document and an entry of a register are asked about as their items are") {
  Robot robot(samples::linked_workbook());
  robot.session().go_to("plan");
  robot.run("command.remove_section");
  CHECK(robot.app.question() != nullptr);
  robot.app.answer(1);
  robot.session().go_to("talks");
  robot.run("command.remove_document");
  CHECK(robot.app.question() == nullptr);  // only its own lines name its answers
  robot.session().undo();
  robot.session().show_register(RegisterKind::touchpoints);
  robot.session().point_at_entry("t1");
  robot.frame(2);
  robot.run("command.remove");
  REQUIRE(robot.app.question() != nullptr);
  robot.app.answer(0);
  CHECK(robot.session().entries(RegisterKind::touchpoints).entries.size() == 1);
}

TEST_CASE("replacing all with nothing tells how many places it empties, and is one step") {
  Robot robot(samples::linked_workbook());
  const Workbook before = robot.workbook();
  robot.app.state<FindPanel>().query.set_text("Till");
  replace_every_hit(robot.app);
  REQUIRE(robot.app.question() != nullptr);
  CHECK(robot.app.question()->arguments.size() == 1);
  CHECK(robot.workbook() == before);
  robot.app.answer(0);
  CHECK_FALSE(robot.workbook() == before);
  robot.session().undo();
  CHECK(robot.workbook() == before);
}

}  // namespace canvasbook::ask_before_removing_test
