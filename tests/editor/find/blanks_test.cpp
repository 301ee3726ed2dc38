// Places to fill in: which they are, how many are left, and the way from one to the next.
#include "editor/find/blanks.h"

#include <doctest/doctest.h>

#include "model/blank_places.h"
#include "tests/drawn_text.h"
#include "tests/robot.h"
#include "tests/samples.h"

namespace canvasbook::editor_find_blanks_test {

using namespace robot;

namespace {

Workbook talk() {
  Responses responses;
  responses.responses = {{"one", "Hello, [name]!", {{"a1", "We are [price] from [town].", {}}}, {}}};
  Section text =
      samples::make_section("text", Prose{"Call at [time].\n\n- [x] done\n- [ ] not\n\nSee [us](https://a.b)."});
  return samples::make_workbook(
      {samples::make_document_of("doc", {samples::make_section("sec", std::move(responses)), std::move(text)})});
}

}  // namespace

TEST_CASE("a place to fill in is in brackets, and neither a link nor the box of a task") {
  const std::string text = "[name], {sum}, [x] [ ] [a](b) `[code]`";
  CHECK(find_blanks(text) == std::vector<WordRange>{{0, 6}, {8, 13}});
  CHECK(find_blanks("no [end").empty());
}

TEST_CASE("one key leads from place to place through all sections, and what is typed fills it in") {
  Robot robot(talk(), {}, Language::en);
  CHECK(robot.shows("status/blanks"));
  CHECK(robot.session().blank_count() == 3);  // the name is brought by the talk
  const auto next = [&] {
    robot.press(Key::f7, shift);
    robot.frame(2);
    return robot.session().field.selected_text();
  };
  CHECK(next() == "[price]");
  CHECK(next() == "[town]");
  robot.type("Riga");
  CHECK(next() == "[time]");
  CHECK(robot.session().section()->id == "text");
  CHECK(robot.session().blank_count() == 2);
  const std::string round = robot.app.catalog().text("find.from_beginning");
  CHECK_FALSE(robot.app.message().starts_with(round));
  CHECK(next() == "[price]");  // from the beginning again, which is said
  CHECK(robot.app.message().starts_with(round));
  robot.type("Us");
  CHECK(next() == "[time]");
  robot.type("noon");
  CHECK(robot.session().blank_count() == 0);
  CHECK(next() == "[name]");  // then those of who speaks
  robot.type("Ann");
  robot.press(Key::f7, shift);
  CHECK(robot.app.message() == robot.app.catalog().text("blanks.none"));
  CHECK(robot.session().blank_count() == 0);
  robot.frame(2);
  CHECK_FALSE(robot.shows("status/blanks"));
}

TEST_CASE("two places of one text that are filled in one after the other are two steps") {
  Robot robot(talk(), {}, Language::en);
  const auto answer = [&] {
    return std::get<Responses>(robot.workbook().documents[0]->sections[0]->content).responses[0].answers[0].text;
  };
  robot.press(Key::f7, shift);
  robot.frame(2);
  robot.type("cheap");
  robot.press(Key::f7, shift);
  robot.frame(2);
  robot.type("Riga");
  CHECK(answer() == "We are cheap from Riga.");
  robot.press(Key::z, control);
  CHECK(answer() == "We are cheap from [town].");
  robot.press(Key::z, control);
  CHECK(answer() == "We are [price] from [town].");
}

TEST_CASE("before an export one line tells how many places are left, in both languages") {
  for (const Language language : {Language::ru, Language::en}) {
    Robot robot(talk(), {}, language);
    robot.run("command.export");
    robot.frame(2);
    CHECK(robot.app.has_dialog());
    robot.show_letters();
    CHECK(drawn_letters().find(language == Language::ru
                                   ? "Осталось3пропуска,первый:[price].Ещё1заполнит"
                                   : "3placesarelefttofillin,thefirstis[price].") != std::string::npos);
  }
}

}  // namespace canvasbook::editor_find_blanks_test
