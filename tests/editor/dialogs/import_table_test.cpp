// A table of a file or of the clipboard, by what its columns are, into cues with answers or STOP phrases.
#include "editor/dialogs/import_table.h"

#include <doctest/doctest.h>

#include "tests/robot.h"
#include "tests/samples.h"

namespace canvasbook::editor_dialogs_import_table_test {

using namespace robot;

namespace {

constexpr const char* objections_csv =
    "№;Возражение;Ответ 1;Ответ 2;Комментарий\n1;Дорого;Зато надолго;Сравним?;Часто\n2;Подумаю;О чём?;;\n";

Workbook book(Content content) {
  return samples::make_workbook({samples::make_document_of("doc", {samples::make_section("sec", std::move(content))})});
}

Content one_cue() {
  Responses responses;
  for (const char* id : {"r1", "r2"}) {
    Response& response = responses.responses.emplace_back();
    response.id = id;
    response.cue = std::string("Cue ") + id;
  }
  return responses;
}

const std::vector<Response>& shown_cues(Robot& robot) {
  return std::get<Responses>(robot.session().section()->content).responses;
}

const std::vector<Replacement>& shown_phrases(Robot& robot) {
  return std::get<Replacements>(robot.session().section()->content).replacements;
}

void choose_file(Robot& robot, const std::string& name) {
  robot.run("command.import_table");
  robot.frame(3);
  robot.click("browser/entry/" + name, 2);
  robot.frame(3);
  REQUIRE(robot.app.has_dialog());
}

// A robot whose dialogs begin in a folder, with a workbook open.
struct AtFolder {
  AtFolder(const samples::TemporaryFolder& folder, Workbook workbook, Language language)
      : robot(world_in(folder, language)) {
    robot.app.open(std::move(workbook), {});
    robot.frame(3);
  }
  static AppWorld world_in(const samples::TemporaryFolder& folder, Language language) {
    AppWorld world = Robot::world_of(language);
    world.home = folder.path().string();
    return world;
  }
  Robot robot;
};

void paste(Robot& robot, const char* text) {
  robot.clipboard = text;
  robot.press(Key::v, control);
  robot.frame(3);
}

}  // namespace

TEST_CASE("a table of a file goes to the end of the shown section, after it was shown, as one step") {
  for (const Language language : {Language::ru, Language::en}) {
    const samples::TemporaryFolder folder;
    samples::put_bytes(folder.file("table.csv"), objections_csv);
    AtFolder at(folder, book(one_cue()), language);
    Robot& robot = at.robot;
    const Workbook before = robot.workbook();
    choose_file(robot, "table.csv");
    CHECK(robot.workbook() == before);
    check_labels_fit(robot, [](const std::string& key) { return key.starts_with("import"); });
    robot.click("import.import");
    robot.frame(3);
    CHECK_FALSE(robot.app.has_dialog());
    const auto& cues = shown_cues(robot);
    REQUIRE(cues.size() == 4);
    CHECK(cues[2].cue == "Дорого");
    REQUIRE(cues[2].answers.size() == 2);
    CHECK(cues[2].answers[1].text == "Сравним?");
    CHECK(robot.view().selected == ItemIds{cues[2].id, cues[3].id});
    const auto& sections = robot.workbook().documents[0]->sections;
    REQUIRE(sections.size() == 2);
    CHECK(std::get<Prose>(sections[1]->content).text.find("Часто") != std::string::npos);
    CHECK(robot.app.message().find(robot.app.catalog().count("import.answers", 3)) != std::string::npos);
    robot.run("command.undo");
    CHECK(robot.workbook().documents == before.documents);
  }
}

TEST_CASE("columns are said by hand, and what they become is what comes") {
  for (const Language language : {Language::ru, Language::en}) {
    const samples::TemporaryFolder folder;
    samples::put_bytes(folder.file("table.csv"), "Раз;Дорого\nДва;Подумаю\n");
    AtFolder at(folder, book(one_cue()), language);
    Robot& robot = at.robot;
    choose_file(robot, "table.csv");
    robot.click("import/0/answer");
    robot.click("import/1/nothing");
    const size_t revision = robot.session().history().revision();
    robot.click("import.import");  // no column begins an item
    CHECK(robot.app.has_dialog());
    CHECK(robot.session().history().revision() == revision);
    robot.click("import/1/cue");
    robot.click("import/head");
    robot.click("import/head");
    robot.press(Key::enter);
    robot.frame(3);
    CHECK_FALSE(robot.app.has_dialog());
    const auto& cues = shown_cues(robot);
    REQUIRE(cues.size() == 4);
    CHECK(cues[2].cue == "Дорого");
    CHECK(cues[2].answers[0].text == "Раз");
  }
}

TEST_CASE("STOP phrases of a file go into a section of their own where answers are shown") {
  const samples::TemporaryFolder folder;
  samples::put_bytes(folder.file("Стоп-лист.md"),
                     "| Фраза | Как сказать | Почему |\n|---|---|---|\n| Нет | Давайте | Грубо |\n");
  AtFolder at(folder, book(one_cue()), Language::ru);
  Robot& robot = at.robot;
  const Workbook before = robot.workbook();
  choose_file(robot, "Стоп-лист.md");
  robot.click("import.import");
  robot.frame(3);
  REQUIRE(robot.workbook().documents[0]->sections.size() == 2);
  CHECK(robot.session().section()->title == "Стоп-лист");
  REQUIRE(shown_phrases(robot).size() == 1);
  CHECK(shown_phrases(robot)[0].reason == "Грубо");
  robot.run("command.undo");
  CHECK(robot.workbook().documents == before.documents);
}

TEST_CASE("where neither answers nor STOP phrases are shown, a new section is made of either kind") {
  const samples::TemporaryFolder folder;
  samples::put_bytes(folder.file("table.csv"), "One;Two\nThree;Four\n");
  AtFolder at(folder, book(Prose{"Text"}), Language::en);
  Robot& robot = at.robot;
  choose_file(robot, "table.csv");
  robot.click("import/replacements");
  robot.press(Key::enter);
  robot.frame(3);
  REQUIRE(shown_phrases(robot).size() == 2);
  CHECK(shown_phrases(robot)[1].replacement == "Four");
}

TEST_CASE("a check list of a file comes into the shown one, groups of one name together, as one step") {
  const samples::TemporaryFolder folder;
  samples::put_bytes(folder.file("list.csv"),
                     "section,title,description,type\nHall,Floor,Dry,yesno\nTill,Queue,,Short:10|Long:0\n");
  Checklist list;
  list.groups.push_back({"g0", "", {}, {}});  // of an empty list: it gives way
  list.groups[0].items.emplace_back().id = "i0";
  list.groups.insert(list.groups.begin(), {"g1", "Hall", {}, {}});
  list.groups[0].items.emplace_back().id = "i1";
  list.groups[0].items[0].text = "Light";
  AtFolder at(folder, book(list), Language::en);
  Robot& robot = at.robot;
  const Workbook before = robot.workbook();
  choose_file(robot, "list.csv");
  robot.click("import.import");
  robot.frame(3);
  const auto& shown = std::get<Checklist>(robot.session().section()->content);
  REQUIRE(shown.groups.size() == 2);
  CHECK(shown.groups[0].items.size() == 2);
  REQUIRE(shown.groups[1].items.size() == 1);
  REQUIRE(shown.scales.size() == 1);
  CHECK(shown.groups[1].items[0].own_scale == shown.scales[0].id);
  robot.run("command.undo");
  CHECK(robot.workbook().documents == before.documents);
}

TEST_CASE("a check list with a line that cannot be read does not come in") {
  const samples::TemporaryFolder folder;
  samples::put_bytes(folder.file("list.csv"), "section,title,type\nHall,Floor,sometimes\n");
  AtFolder at(folder, book(Prose{"Text"}), Language::en);
  Robot& robot = at.robot;
  const Workbook before = robot.workbook();
  choose_file(robot, "list.csv");
  robot.press(Key::enter);
  robot.frame(3);
  CHECK(robot.app.has_dialog());
  CHECK(robot.workbook().documents == before.documents);
}

TEST_CASE("a file without a table is told in a sentence; Escape leaves everything as it was") {
  const samples::TemporaryFolder folder;
  samples::put_bytes(folder.file("a.csv"), "%PDF-1.4");
  samples::put_bytes(folder.file("table.csv"), objections_csv);
  AtFolder at(folder, book(one_cue()), Language::ru);
  Robot& robot = at.robot;
  const Workbook before = robot.workbook();
  choose_file(robot, "a.csv");
  REQUIRE(robot.app.question() != nullptr);
  CHECK(robot.app.question()->title_key == "failure.title");
  robot.press(Key::escape);
  choose_file(robot, "table.csv");
  robot.press(Key::escape);
  robot.frame(2);
  CHECK_FALSE(robot.app.has_dialog());
  choose_file(robot, "table.csv");
  robot.click("import.cancel");
  robot.frame(2);
  CHECK_FALSE(robot.app.has_dialog());
  CHECK(robot.workbook() == before);
}

TEST_CASE("a pasted table with heads is asked about and comes behind the cursor; a plain one comes at once") {
  for (const Language language : {Language::ru, Language::en}) {
    Robot robot(book(one_cue()), {}, language);
    const Workbook before = robot.workbook();
    robot.session().select_item("r1", false);
    robot.frame(2);
    paste(robot, "Ответ\tВозражение\nРаз\tДорого\nДва\t\n");
    REQUIRE(robot.app.has_dialog());
    robot.click("import.import");
    robot.frame(3);
    REQUIRE(shown_cues(robot).size() == 3);
    CHECK(shown_cues(robot)[1].cue == "Дорого");
    REQUIRE(shown_cues(robot)[1].answers.size() == 2);
    CHECK(shown_cues(robot)[2].id == "r2");
    robot.run("command.undo");
    CHECK(robot.workbook().documents == before.documents);
    paste(robot, "Дорого\tРаз\nПодумаю\tДва\n");
    CHECK_FALSE(robot.app.has_dialog());
    CHECK(shown_cues(robot).size() == 4);
  }
}

TEST_CASE("a table of Markdown is pasted by its columns, and several lines of a cell are answers where one says so") {
  Robot robot(book(Responses{}), {}, Language::en);
  paste(robot, "| Objection | Answers |\n|---|---|\n| One | a<br>b |\n");
  REQUIRE(robot.app.has_dialog());
  robot.click("import/lines");
  robot.click("import/lines");
  robot.press(Key::enter);
  robot.frame(3);
  REQUIRE(shown_cues(robot).size() == 1);
  CHECK(shown_cues(robot)[0].answers.size() == 2);
}

TEST_CASE("a table that is pasted while a first item is written takes its place") {
  Robot robot(book(Replacements{}), {}, Language::ru);
  robot.click("items/add");
  paste(robot, "Стоп-фраза\tЗамена\nНет\tДа\n");
  REQUIRE(robot.app.has_dialog());
  robot.press(Key::enter);
  robot.frame(3);
  REQUIRE(shown_phrases(robot).size() == 1);
  CHECK(shown_phrases(robot)[0].phrase == "Нет");
  robot.run("command.undo");
  CHECK(shown_phrases(robot).empty());
}

TEST_CASE("what was copied here comes back without a question") {
  Responses responses = std::get<Responses>(one_cue());
  for (Response& response : responses.responses) {
    response.cue = "Same";
    Answer& answer = response.answers.emplace_back();
    answer.id = "of_" + response.id;
    answer.text = "Answer";
  }
  Robot robot(book(responses), {}, Language::en);
  robot.session().select_all_items();
  robot.frame(2);
  robot.press(Key::c, control);
  robot.press(Key::v, control);
  robot.frame(3);
  CHECK_FALSE(robot.app.has_dialog());
  CHECK(shown_cues(robot).size() == 4);
}

TEST_CASE("a cue that is shown already takes the new answers; the message says so, and one step takes all back") {
  for (const Language language : {Language::ru, Language::en}) {
    Robot robot(book(one_cue()), {}, language);
    const Workbook before = robot.workbook();
    paste(robot, "Ответ\tВозражение\nРаз\tCUE R1!\nДва\tДорого\n");
    REQUIRE(robot.app.has_dialog());
    robot.click("import.import");
    robot.frame(3);
    REQUIRE(shown_cues(robot).size() == 3);
    REQUIRE(shown_cues(robot)[0].answers.size() == 1);
    CHECK(shown_cues(robot)[0].cue == "Cue r1");
    CHECK(shown_cues(robot)[0].answers[0].text == "Раз");
    CHECK(robot.app.message().find(robot.app.catalog().count("import.known_cues_done", 1)) != std::string::npos);
    robot.run("command.undo");
    CHECK(robot.workbook().documents == before.documents);
  }
}

TEST_CASE("the box of the names of columns goes off and on for the row in which they were found") {
  const samples::TemporaryFolder folder;
  samples::put_bytes(folder.file("table.csv"), "Наша таблица;\nВозражение;Ответ\nДорого;Зато надолго\n");
  AtFolder at(folder, book(one_cue()), Language::ru);
  Robot& robot = at.robot;
  choose_file(robot, "table.csv");
  robot.click("import/head");
  robot.frame(2);
  robot.click("import/head");
  robot.frame(2);
  robot.click("import.import");
  robot.frame(2);
  REQUIRE(shown_cues(robot).size() == 3);
  CHECK(shown_cues(robot)[2].cue == "Дорого");
}

TEST_CASE("a quote at the beginning of a cell comes in as text, and a table without rows cannot be imported") {
  const samples::TemporaryFolder folder;
  samples::put_bytes(folder.file("quotes.csv"),
                     "Возражение;Ответ\n\"Дорого\" — говорит;Зато надолго\nПодумаю;О чём?\n");
  samples::put_bytes(folder.file("head.csv"), "Возражение;Ответ\n");
  AtFolder at(folder, book(one_cue()), Language::ru);
  Robot& robot = at.robot;
  const Workbook before = robot.workbook();
  choose_file(robot, "head.csv");
  robot.press(Key::enter);
  robot.frame(2);
  CHECK(robot.app.has_dialog());
  CHECK(robot.workbook() == before);
  robot.press(Key::escape);
  robot.frame(2);
  choose_file(robot, "quotes.csv");
  robot.click("import.import");
  robot.frame(2);
  REQUIRE(shown_cues(robot).size() == 4);
  CHECK(shown_cues(robot)[2].cue == "\"Дорого\" — говорит");
}

}  // namespace canvasbook::editor_dialogs_import_table_test
