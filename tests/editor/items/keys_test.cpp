// The keys of sections of items: the same walk through every kind.
#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <set>

#include "editor/items/kinds.h"
#include "tests/robot.h"
#include "tests/samples.h"

namespace canvasbook::editor_items_keys_test {

using namespace robot;

namespace {

// A section of two items, and the cells of the walk: two first ones next to another for Tab, that of the next item, the
// last of all, and the first of the last item.
struct Walk {
  const char* name;
  Content content;
  FieldPlace first;
  FieldPlace second;
  FieldPlace next;
  FieldPlace last;
};

std::vector<Walk> walks() {
  Responses responses;
  responses.responses = {{"one", "Дорого", {{"a1", "С чем вы сравнили?", {}}}, {}},
                         {"two", "Позже", {{"a2", "Когда?", {}}}, {}}};
  Replacements replacements;
  replacements.replacements = {{"one", "Вы должны", "Можете", "Обидно", {}}, {"two", "Нет", "Зато есть", "Отказ", {}}};
  Dialogue dialogue;
  dialogue.speakers = {{"us", "Менеджер", false, {}}, {"them", "Клиент", true, {}}};
  dialogue.lines = {{"one", "us", "Добрый день", {}, {}}, {"two", "them", "Кто это?", {}, {}}};
  Checklist checklist;
  CheckItem item;
  item.id = "one";
  item.text = "Пол сухой";
  item.requirement = "Без луж";
  checklist.groups = {{"hall", "Зал", {item}, {}}};
  item.id = "two";
  item.text = "Свет горит";
  checklist.groups[0].items.push_back(item);
  Sheet sheet;
  sheet.columns.resize(2);
  sheet.columns[0].id = "what";
  sheet.columns[1].id = "sum";
  sheet.rows = {{"one", {{"what", "Кофе"}, {"sum", "300"}}, {}}, {"two", {{"what", "Чай"}, {"sum", "200"}}, {}}};
  return {
      {"responses", responses, {"one", "cue"}, {"a1", "text"}, {"two", "cue"}, {"a2", "text"}},
      {"replacements", replacements, {"one", "phrase"}, {"one", "replacement"}, {"two", "phrase"}, {"two", "hears"}},
      {"dialogue", dialogue, {"one", "text"}, {"two", "text"}, {"two", "text"}, {"two", "text"}},
      {"checklist", checklist, {"one", "text"}, {"one", "requirement"}, {"two", "text"}, {"two", "requirement"}},
      {"sheet", sheet, {"one", "what"}, {"one", "sum"}, {"two", "what"}, {"two", "sum"}}};
}

class Walker {
 public:
  explicit Walker(const Walk& walk)
      : walk(walk),
        robot(samples::make_workbook({samples::make_document_of("doc", {samples::make_section("sec", walk.content)})})),
        start(robot.workbook()) {}

  FieldPlace cursor() { return {robot.view().cursor, robot.view().field}; }
  bool writes() { return robot.view().editing == Editing::field; }
  std::string text(const FieldPlace& place) {
    const std::string* found = find_field(robot.session().section()->content, place);
    REQUIRE(found != nullptr);
    return *found;
  }
  bool is_table() const {
    return std::holds_alternative<Sheet>(walk.content) || std::holds_alternative<Replacements>(walk.content);
  }
  size_t count() { return items_in_order(robot.session().section()->content).size(); }

  void point_at(const FieldPlace& place) {
    robot.session().point_at(place);
    robot.frame(2);
  }
  void write_at(const FieldPlace& place) {
    point_at(place);
    robot.press(Key::f2);
    REQUIRE(writes());
  }
  void click_before_text(const FieldPlace& place) {
    const PartRegister::Part* part = robot.app.parts.find("field/" + place.item + "/" + place.field);
    REQUIRE(part != nullptr);
    const float indent = cell_at(robot.app.state<ItemState>(), *find_cell(robot.app.state<ItemState>(), place)).indent;
    robot.app.input.move(part->from.x + cell_pad + indent + 1, part->from.y + 12);
    robot.frame(2);
    robot.app.input.button(0, true);
    robot.app.input.button(0, false);
    robot.frame(2);
  }
  void expect_start() {
    robot.press(Key::escape);
    CHECK(robot.workbook() == start);
  }

  const Walk& walk;
  Robot robot;
  const Workbook start;
};

void on_every_kind(const std::function<void(Walker&)>& walk) {
  for (const Walk& one : walks()) {
    CAPTURE(one.name);
    Walker walker(one);
    walk(walker);
  }
}

}  // namespace

TEST_CASE("what is typed at a chosen cell takes the place of its text, in one step back") {
  on_every_kind([](Walker& at) {
    at.point_at(at.walk.first);
    for (const char* letter : {"С", "ю", "д", "а"}) at.robot.type(letter);
    CHECK(at.text(at.walk.first) == "Сюда");
    at.robot.press(Key::escape);
    CHECK(at.cursor() == at.walk.first);
    CHECK_FALSE(at.writes());
    at.robot.press(Key::z, control);
    CHECK(at.robot.workbook() == at.start);
  });
}

TEST_CASE("F2 writes behind the text, a click where it points, and Escape changes no place") {
  on_every_kind([](Walker& at) {
    const std::string before = at.text(at.walk.first);
    at.write_at(at.walk.first);
    at.robot.type("!");
    CHECK(at.text(at.walk.first) == before + "!");
    at.robot.press(Key::escape);
    CHECK(at.cursor() == at.walk.first);
    at.click_before_text(at.walk.first);
    at.robot.type("…");
    CHECK(at.text(at.walk.first) == "…" + before + "!");
    at.robot.press(Key::escape);
    CHECK(at.cursor() == at.walk.first);
  });
}

TEST_CASE("the menu of the item at the cursor opens by its key, and Escape leaves it without a change") {
  on_every_kind([](Walker& at) {
    for (const bool is_menu_key : {true, false}) {
      at.point_at(at.walk.next);
      at.robot.press(is_menu_key ? Key::menu : Key::f10, is_menu_key ? plain : shift);
      at.robot.frame(2);
      CHECK(at.robot.shows("items/command.duplicate"));
      CHECK(at.robot.view().selected == ItemIds{at.walk.next.item});
      at.robot.press(Key::escape);
      at.robot.frame(2);
      CHECK_FALSE(at.robot.shows("items/command.duplicate"));
    }
    at.expect_start();
  });
}

TEST_CASE("Enter commits and goes on to the next item: behind its first text, in a table to the same column") {
  on_every_kind([](Walker& at) {
    for (const FieldPlace& from : {at.walk.first, at.walk.second}) {
      if (from == at.walk.next) continue;             // the only cell of its item
      if (from.item != at.walk.first.item) continue;  // an answer, which leads to the next answer
      at.write_at(from);
      at.robot.type("!");
      at.robot.press(Key::enter);
      CHECK(at.text(from).ends_with("!"));
      FieldPlace below = at.walk.next;
      if (std::holds_alternative<Sheet>(at.walk.content)) below.field = from.field;
      CHECK(at.cursor() == below);
      if (at.is_table()) {
        CHECK_FALSE(at.writes());
        continue;
      }
      CHECK(at.writes());
      const std::string before = at.text(below);
      at.robot.type("?");
      CHECK(at.text(below) == before + "?");  // nothing of it is lost
    }
  });
}

TEST_CASE("Enter at the last item makes another, and on one that says nothing takes it away again") {
  on_every_kind([](Walker& at) {
    const size_t count = at.count();
    at.write_at(at.walk.last);
    at.robot.press(Key::enter);
    CHECK(at.writes());
    CHECK(at.count() > count);
    at.robot.type("Новое");
    const size_t one_more = at.count();
    at.robot.press(Key::enter);
    CHECK(at.count() > one_more);
    at.robot.press(Key::enter);
    if (at.writes()) at.robot.press(Key::enter);  // from an answer to a further cue, which says nothing either
    CHECK(at.count() == one_more);
    CHECK_FALSE(at.writes());
  });
}

TEST_CASE("Tab goes through the cells and back, and behind the last one begins a new item") {
  on_every_kind([](Walker& at) {
    at.write_at(at.walk.first);
    at.robot.press(Key::tab);
    CHECK(at.cursor() == at.walk.second);
    CHECK_FALSE(at.writes());
    at.robot.press(Key::tab, shift);
    CHECK(at.cursor() == at.walk.first);
    const size_t count = at.count();
    at.point_at(at.walk.last);
    at.robot.press(Key::tab);
    CHECK(at.writes());
    CHECK(at.count() > count);
    CHECK(at.robot.view().field == at.walk.first.field);
    at.expect_start();
    CHECK(at.cursor() == at.walk.last);
  });
}

TEST_CASE("Insert adds an item below the one that is written and goes on writing in it") {
  on_every_kind([](Walker& at) {
    const auto below = [&] {
      const auto items = items_in_order(at.robot.session().section()->content);
      const auto next = std::ranges::find(items, at.walk.next.item);
      const auto made = std::ranges::find(items, at.robot.view().edited);
      return made != items.end() && made < next;
    };
    for (const auto& [key, modifiers] : {std::pair{Key::insert, plain}, {Key::enter, control}}) {
      at.write_at(at.walk.first);
      at.robot.press(key, modifiers);
      CHECK(at.writes());
      CHECK(at.robot.view().field == at.walk.first.field);
      CHECK(below());
      at.expect_start();
      CHECK(at.cursor() == at.walk.first);
    }
  });
}

TEST_CASE("the status line names what the keys lead to, in words of the kind and in both languages") {
  for (const Language language : {Language::ru, Language::en}) {
    std::set<std::string> hints;
    const Robot robot(Robot::world_of(language));
    for (const Walk& walk : walks()) hints.insert(robot.app.catalog().text(kind_of(walk.content).writing_hint_key()));
    CHECK(hints.size() == walks().size());
  }
}

}  // namespace canvasbook::editor_items_keys_test
