// Who names an item, and the question before it is removed.
#include "model/item_uses.h"

#include <doctest/doctest.h>

#include "editor/find/finding.h"
#include "tests/robot.h"
#include "tests/samples.h"

using namespace canvasbook;
using namespace robot;

namespace {

// A touchpoint named by a standard, an answer said by a line, a segment that two notes serve.
Workbook with_links() {
  Sheet plan;
  plan.columns = {{"name", "touchpoint", "Touchpoint", ColumnType::text, {}, 0, {}}};
  plan.rows = {{"t1", {{"name", "Shop window"}}, {}}, {"t2", {{"name", "Till"}}, {}}};
  Sheet rules;
  rules.columns = {{"at", "covers", "Where", ColumnType::touchpoint, {}, 0, {}}};
  rules.rows = {{"s1", {{"at", "t1"}}, {}}};
  Responses responses;
  responses.responses.push_back({"dear", "It is dear.", {{"a1", "Compared with what?", {}}}, {}});
  Dialogue talk;
  talk.speakers.push_back({"seller", "Seller", false, {}});
  DialogueLine line;
  line.id = "l1";
  line.speaker = "seller";
  line.module = "a1";
  talk.lines.push_back(line);
  return samples::make_workbook({samples::make_document_of("places", {samples::make_section("plan", plan),
                                                                      samples::make_section("rules", rules)}),
                                 samples::make_document_of("talks", {samples::make_section("answers", responses),
                                                                     samples::make_section("talk", talk)})});
}

}  // namespace

TEST_CASE("an item is named by rows, lines and notes, but not by what goes with it") {
  const Workbook workbook = with_links();
  REQUIRE(find_uses(workbook, {"t1"}).size() == 1);
  CHECK(find_uses(workbook, {"t1"})[0].item == "s1");
  CHECK(find_uses(workbook, {"t1", "s1"}).empty());
  CHECK(find_uses(workbook, {"t2"}).empty());
  const Content& answers = find_section(workbook, "answers")->content;
  CHECK(find_uses(workbook, with_what_they_hold(answers, {"dear"})).size() == 1);
  CHECK(find_uses(paper::example("en"), all_items_of(Prose{})).empty());
}

TEST_CASE("what others name is deleted only after the question; cancelling keeps it, and nobody asks about the rest") {
  for (const Language language : {Language::ru, Language::en}) {
    for (const char* item : {"t1", "dear"}) {
      Robot robot(with_links(), {}, language);
      const Workbook before = robot.workbook();
      robot.session().go_to(item);
      robot.app.run_command("command.remove");
      REQUIRE(robot.app.question() != nullptr);
      CHECK(robot.app.question()->title_key == "remove_named.title");
      CHECK(robot.workbook() == before);
      robot.app.answer(1);
      CHECK(robot.workbook() == before);
      robot.app.run_command("command.remove");
      robot.app.answer(0);
      CHECK_FALSE(robot.workbook() == before);
      CHECK(robot.session().undo() != nullptr);
      CHECK(robot.workbook() == before);
    }
    Robot robot(with_links(), {}, language);
    robot.session().go_to("t2");
    robot.app.run_command("command.remove");
    CHECK(robot.app.question() == nullptr);
  }
}

TEST_CASE("a section, a document and an entry of a register are asked about as their items are") {
  Robot robot(with_links());
  robot.session().go_to("plan");
  robot.app.run_command("command.remove_section");
  CHECK(robot.app.question() != nullptr);
  robot.app.answer(1);
  robot.session().go_to("talks");
  robot.app.run_command("command.remove_document");
  CHECK(robot.app.question() == nullptr);  // only its own lines name its answers
  robot.session().undo();
  robot.session().show_register(RegisterKind::touchpoints);
  robot.session().view.cursor = "t1";
  robot.frame(2);
  robot.app.run_command("command.remove");
  REQUIRE(robot.app.question() != nullptr);
  robot.app.answer(0);
  CHECK(robot.session().entries(RegisterKind::touchpoints).entries.size() == 1);
}

TEST_CASE("replacing all with nothing tells how many places it empties, and is one step") {
  Robot robot(with_links());
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
