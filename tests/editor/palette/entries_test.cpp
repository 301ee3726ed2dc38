#include "editor/palette/entries.h"

#include <doctest/doctest.h>

#include "editor/frame/app.h"
#include "tests/robot.h"

namespace canvasbook::entries_test {

using namespace robot;

namespace {

std::vector<std::string> found(const App& app, std::string_view query) {
  const std::vector<PaletteEntry> entries = palette_entries(app);
  std::vector<std::string> keys;
  for (const size_t index : matching_entries(entries, query)) keys.push_back(entries[index].key);
  return keys;
}

bool holds(const std::vector<std::string>& keys, std::string_view key) {
  return std::ranges::find(keys, key) != keys.end();
}

}  // namespace

TEST_CASE("a command is found by any words of its name, in either language, whatever the case") {
  const Robot robot(paper::example("ru"));
  for (const char* query : {"сохр", "КАК сохр", "save as", "Save As"}) {
    CAPTURE(query);
    CHECK(holds(found(robot.app, query), "palette/command.save_as"));
  }
  CHECK(found(robot.app, "нет таких слов").empty());
}

TEST_CASE("what begins with the words comes first") {
  const Robot robot(paper::example("en"), {}, Language::en);
  CHECK(found(robot.app, "save").front() == "palette/command.save");
}

TEST_CASE("what is not possible now stands behind what is, so that Enter does something") {
  Robot robot(paper::example("en"), {}, Language::en);
  CHECK(found(robot.app, "t").front() != "palette/command.park");  // no note is selected
  CHECK(holds(found(robot.app, "t"), "palette/command.park"));
  robot.click("note/part_roaster");
  CHECK(found(robot.app, "t").front() == "palette/command.park");
}

TEST_CASE("documents, sections and templates are found too; е stands for ё") {
  const Robot robot(paper::example("ru"));
  CHECK(holds(found(robot.app, "допущения"), "palette/go/model_assumptions"));
  CHECK(holds(found(robot.app, "стартапа"), "palette/template/lean_canvas"));
  CHECK(found(robot.app, "еще").size() == found(robot.app, "ещё").size());
}

TEST_CASE("the palette runs a command by keys alone") {
  Robot robot(paper::example("ru"));
  robot.press(Key::p, control_shift);
  robot.frame(3);
  robot.type("тёмная");
  robot.press(Key::enter);
  CHECK_FALSE(robot.app.has_dialog());
  CHECK(robot.app.theme_name() == ThemeName::dark);
}

TEST_CASE("the palette leads to a section, by arrows or by a click, and Escape changes nothing") {
  Robot robot(paper::example("ru"));
  robot.press(Key::p, control_shift);
  robot.frame(3);
  robot.type("допущения");
  robot.frame(2);
  robot.click("palette/go/model_assumptions");
  CHECK(robot.session().section()->id == "model_assumptions");
  robot.press(Key::p, control_shift);
  robot.frame(3);
  robot.press(Key::escape);
  CHECK_FALSE(robot.app.has_dialog());
  CHECK(robot.session().section()->id == "model_assumptions");
}

TEST_CASE("what is typed is looked for in names before notes, at the beginnings of words first, accents or none") {
  std::vector<PaletteEntry> entries;
  const auto add = [&](const char* key, const char* name, const char* note) {
    entries.push_back(make_choice(key, name, note, 0, {}));
  };
  add("note", "Business model", "Check what it costs");
  add("inside", "Recheck", "");
  add("word", "Café check list", "");
  add("begins", "Check list of a shop", "");
  const auto keys = [&](std::string_view query) {
    std::string all;
    for (const size_t index : matching_entries(entries, query)) all += entries[index].key + " ";
    return all;
  };
  CHECK(keys("check") == "begins word inside note ");
  CHECK(keys("check li") == "begins word ");
  CHECK(keys("cafe") == "word ");
  CHECK(keys("CAFÉ li") == "word ");
}

}  // namespace canvasbook::entries_test
