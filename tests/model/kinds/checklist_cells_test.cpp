// Rows of cells from a spreadsheet as items of a check list.
#include "model/kinds/checklist_cells.h"

#include <doctest/doctest.h>

#include "model/base/catalog.h"

namespace canvasbook::model_kinds_checklist_cells_test {

namespace {

CheckItem written(const char* id, const char* text) {
  CheckItem item;
  item.id = id;
  item.text = text;
  return item;
}

CheckItem unwritten(const char* id) { return written(id, ""); }

// "text|requirement|weight" of each item, groups parted by "/".
std::string told(const Checklist& checklist) {
  std::string all;
  for (const CheckGroup& group : checklist.groups) {
    if (&group != &checklist.groups.front()) all += "/ ";
    for (const CheckItem& item : group.items) {
      all += item.text + "|" + item.requirement + "|" + Catalog::of(Language::en).decimal(item.weight) + " ";
    }
  }
  return all;
}

ChecklistEdit insert(Checklist checklist, std::string_view at, const CellRows& rows) {
  IdSource fresh(1);
  return insert_check_items(std::move(checklist), at, rows, fresh);
}

}  // namespace

TEST_CASE("the columns of a paste are text, requirement and weight, and a list without groups gets one") {
  const ChecklistEdit edit = insert({}, "", {{"Fridge", "At most +4", "5"}, {"Dates", "None passed"}, {"Floor"}});
  CHECK(told(edit.checklist) == "Fridge|At most +4|5 Dates|None passed|1 Floor||1 ");
  CHECK(edit.checklist.groups.size() == 1);
  CHECK(edit.checklist.groups.front().title.empty());
  CHECK(edit.added.size() == 3);
  CHECK(edit.left_out == 0);
}

TEST_CASE("what finds no field is counted: further columns, and weights that no item can have") {
  const ChecklistEdit edit =
      insert({}, "", {{"a", "b", "11", "", "note", " "}, {"c", "", "2.25"}, {"d", "", "high"}, {"e", "", "10"}});
  CHECK(told(edit.checklist) == "a|b|1 c||1 d||1 e||10 ");
  CHECK(edit.left_out == 4);
}

TEST_CASE("what proves the mark is the fourth column, or the one that a heading line names") {
  const ChecklistEdit fourth = insert({}, "", {{"Till", "A receipt", "", "Receipt no."}});
  CHECK(fourth.checklist.groups[0].items[0].evidence == "Receipt no.");
  CHECK(fourth.left_out == 0);
  const ChecklistEdit named = insert({}, "", {{"Proof", "Item"}, {"Photo no.", "Shelves"}});
  CHECK(named.checklist.groups[0].items[0].evidence == "Photo no.");
  CHECK(named.checklist.groups[0].items[0].text == "Shelves");
}

TEST_CASE("a weight is a number from 0 to 10 in tenths, with a comma or a point") {
  const ChecklistEdit edit = insert({}, "", {{"a", "", "2,5"}, {"b", "", "0.1"}, {"c", "", "0"}});
  CHECK(told(edit.checklist) == "a||2.5 b||0.1 c||0 ");
  CHECK(edit.left_out == 0);
  CHECK(read_weight(" 0,3 ") == std::optional(0.3));
  for (const char* other : {"", "-1", "10,1", "0,05", "x", "1e999", "nan"}) {
    CAPTURE(other);
    CHECK_FALSE(read_weight(other).has_value());
  }
}

TEST_CASE("a heading line orders the columns and is no item, in both languages and whatever its letters") {
  for (const CellRows& heading :
       {CellRows{{"WEIGHT", "item", "Requirement"}}, CellRows{{"Вес", "ПУНКТ", "Требование"}}}) {
    CellRows rows = heading;
    rows.push_back({"3", "Fridge", "Cold"});
    const ChecklistEdit edit = insert({}, "", rows);
    CHECK(told(edit.checklist) == "Fridge|Cold|3 ");
    CHECK(edit.left_out == 0);
  }
  const ChecklistEdit unknown =
      insert({}, "", {{"№", "Пункт", "Вес", "Фото"}, {"1", "Пол", "2", ""}, {"2", "Свет", "1", "да"}});
  CHECK(told(unknown.checklist) == "Пол||2 Свет||1 ");
  CHECK(unknown.left_out == 3);
  CHECK(told(insert({}, "", {{"Наименование", "Требование", "Вес"}, {"Пол", "Сухой", "2"}}).checklist) ==
        "Пол|Сухой|2 ");
  CHECK(told(insert({}, "", {{"Пункт"}, {"Пол"}}).checklist) == "Пол||1 ");
}

TEST_CASE("a line that only has a word of a heading is an item") {
  CHECK(told(insert({}, "", {{"Check", "that the floor is dry"}, {"Light", "on"}}).checklist) ==
        "Check|that the floor is dry|1 Light|on|1 ");
  CHECK(told(insert({}, "", {{"Weight"}, {"Size"}}).checklist) == "Weight||1 Size||1 ");
  CHECK(told(insert({}, "", {{"Item", "Requirement", "Weight"}}).checklist) == "Item|Requirement|1 ");  // nothing below
}

TEST_CASE("items come behind the one at the cursor, at the end of its group, or of the last one where it is nowhere") {
  Checklist checklist;
  checklist.groups = {{"g1", "Hall", {written("a", "A"), written("b", "B")}, {}},
                      {"g2", "Till", {written("c", "C")}, {}}};
  CHECK(told(insert(checklist, "a", {{"x"}, {"y"}}).checklist) == "A||1 x||1 y||1 B||1 / C||1 ");
  CHECK(told(insert(checklist, "g1", {{"x"}}).checklist) == "A||1 B||1 x||1 / C||1 ");
  CHECK(told(insert(checklist, "", {{"x"}}).checklist) == "A||1 B||1 / C||1 x||1 ");
}

TEST_CASE("an unwritten item gives way, and of a list in which nothing is written the first group is taken") {
  Checklist checklist;
  checklist.groups = {{"g1", "Hall", {unwritten("a")}, {}}, {"g2", "Till", {}, {}}};
  for (const char* at : {"a", "g1", "", "gone"}) {
    CAPTURE(at);
    CHECK(told(insert(checklist, at, {{"x"}, {"y"}}).checklist) == "x||1 y||1 / ");
  }
  checklist.groups[0].items[0].weight = 3;  // somebody has thought about it
  CHECK(told(insert(checklist, "a", {{"x"}}).checklist) == "||3 x||1 / ");
  checklist.groups[0].items = {unwritten("a"), written("b", "B"), unwritten("c")};
  CHECK(told(insert(checklist, "a", {{"x"}}).checklist) == "x||1 B||1 ||1 / ");
  CHECK(told(insert(checklist, "g1", {{"x"}}).checklist) == "||1 B||1 ||1 x||1 / ");
}

TEST_CASE("a column at a line to fill in becomes such lines, several columns are items wherever the cursor is") {
  Checklist checklist;
  checklist.head = {{"h1", "Date", {}}, {"h2", "", {}}};
  const ChecklistEdit lines = insert(checklist, "h1", {{"Shop"}, {"Shift"}});
  REQUIRE(lines.checklist.head.size() == 4);
  CHECK(lines.checklist.head[1].title == "Shop");
  CHECK(lines.checklist.head[2].title == "Shift");
  CHECK(lines.checklist.groups.empty());
  const ChecklistEdit items = insert(checklist, "h2", {{"Floor", "Dry"}});
  CHECK(items.checklist.head.size() == 1);  // the one that said nothing
  CHECK(told(items.checklist) == "Floor|Dry|1 ");
}

}  // namespace canvasbook::model_kinds_checklist_cells_test
