#include "model/item_edits.h"

#include <doctest/doctest.h>

#include "model/item_text.h"
#include "tests/own_scales.h"

namespace canvasbook::item_edits_test {

namespace {

Content objections() {
  Responses responses;
  responses.responses.push_back(
      {"dear", "It is dear.", {{"a1", "Compared with what?", {}}, {"a2", "Let us count.", {}}}, {}});
  responses.responses.push_back({"later", "Call me later.", {{"a3", "On which day?", {}}}, {}});
  return responses;
}

Content talk() {
  Dialogue dialogue;
  dialogue.situation = "First call";
  dialogue.speakers = {{"us", "Manager", false, {}}, {"them", "Secretary", true, {}}};
  dialogue.lines = {{"l1", "them", "Hello?", {}, {}}, {"l2", "us", "Good morning.", {}, {}}};
  return dialogue;
}

Content sheet() {
  Sheet sheet;
  SheetColumn first;
  first.id = "what";
  first.title = "What";
  SheetColumn second;
  second.id = "price";
  second.title = "Price";
  sheet.columns = {first, second};
  sheet.rows = {{"r1", {{"what", "Coffee"}, {"price", "200"}}, {}}, {"r2", {{"what", "Tea"}}, {}}};
  return sheet;
}

std::vector<std::string> order(const Content& content) { return items_in_order(content); }

}  // namespace

TEST_CASE("a text is found and set by its item and field, a cell also where nobody wrote in it") {
  CHECK(*find_field(objections(), {"dear", "cue"}) == "It is dear.");
  CHECK(*find_field(objections(), {"a3", "text"}) == "On which day?");
  CHECK(*find_field(talk(), {"", "situation"}) == "First call");
  CHECK(*find_field(talk(), {"them", "title"}) == "Secretary");
  CHECK(find_field(sheet(), {"r2", "price"})->empty());
  CHECK(find_field(objections(), {"nobody", "text"}) == nullptr);
  CHECK(find_field(objections(), {"dear", "text"}) == nullptr);
  const Content changed = set_field(sheet(), {"r2", "price"}, "150");
  CHECK(std::get<Sheet>(changed).rows[1].cells.at("price") == "150");
  CHECK(set_field(sheet(), {"r9", "price"}, "150") == sheet());
  // a cell that was emptied is as one that nobody wrote in, as the file has it
  CHECK(set_field(set_field(sheet(), {"r2", "price"}, "150"), {"r2", "price"}, "") ==
        set_field(sheet(), {"r2", "price"}, ""));
  const Content emptied = set_field(sheet(), {"r2", "price"}, "");
  CHECK_FALSE(std::get<Sheet>(emptied).rows[1].cells.contains("price"));
}

TEST_CASE("a new item is written in first where its texts begin, a row in the first column") {
  CHECK(first_field(objections(), "later") == "cue");
  CHECK(first_field(objections(), "a3") == "text");
  CHECK(first_field(talk(), "l2") == "text");
  CHECK(first_field(talk(), "them") == "title");
  CHECK(first_field(sheet(), "r2") == "what");
  CHECK(first_field(Sheet{{}, {}, {{"r1", {}, {}}}}, "r1").empty());
  CHECK(first_field(talk(), "nobody").empty());
  CHECK(first_field(Prose{"Text"}, "").empty());
}

TEST_CASE("a new item stands behind the one it was asked from, and brings what it needs") {
  IdSource fresh(1);
  const ItemEdit answer = add_item_after(objections(), "a1", fresh);
  REQUIRE(answer.added.size() == 1);
  CHECK(order(answer.content) == std::vector<std::string>{"dear", "a1", answer.added[0], "a2", "later", "a3"});
  const ItemEdit response = add_item_after(objections(), "dear", fresh);
  REQUIRE(response.added.size() == 2);  // with an answer
  CHECK(order(response.content) ==
        std::vector<std::string>{"dear", "a1", "a2", response.added[0], response.added[1], "later", "a3"});
  const ItemEdit inner = add_item_inside(objections(), "later", fresh);
  CHECK(order(inner.content) == std::vector<std::string>{"dear", "a1", "a2", "later", "a3", inner.added.front()});
  CHECK(add_item_after(objections(), "nobody", fresh).content == objections());
}

TEST_CASE("a new line of a dialogue is the other speaker's") {
  IdSource fresh(1);
  const ItemEdit behind_us = add_item_after(talk(), "l2", fresh);
  CHECK(std::get<Dialogue>(behind_us.content).lines.back().speaker == "them");
  const ItemEdit behind_them = add_item_after(talk(), "l1", fresh);
  CHECK(std::get<Dialogue>(behind_them.content).lines[1].speaker == "us");
}

TEST_CASE("items are removed, copied and moved by themselves or with what they hold") {
  IdSource fresh(1);
  CHECK(order(remove_items(objections(), {"dear"})) == std::vector<std::string>{"later", "a3"});
  CHECK(order(remove_items(objections(), {"a1", "a3"})) == std::vector<std::string>{"dear", "a2", "later"});
  const ItemEdit copy = duplicate_items(objections(), {"dear"}, fresh);
  REQUIRE(copy.added.size() == 3);
  CHECK(order(copy.content)[3] == copy.added[0]);
  CHECK(*find_field(copy.content, {copy.added[1], "text"}) == "Compared with what?");
  CHECK(order(move_items(objections(), {"dear"}, 1)) == std::vector<std::string>{"later", "a3", "dear", "a1", "a2"});
  CHECK(order(move_items(objections(), {"dear", "later"}, 1)) == order(objections()));
  CHECK(order(move_items_to(objections(), {"a1"}, "a3", Side::behind)) ==
        std::vector<std::string>{"dear", "a2", "later", "a3", "a1"});
  CHECK(order(move_items_to(objections(), {"later"}, "dear", Side::before)) ==
        std::vector<std::string>{"later", "a3", "dear", "a1", "a2"});
  CHECK(move_items_to(objections(), {"dear"}, "dear", Side::before) == objections());
  CHECK(move_items_to(objections(), {"dear"}, "a3", Side::before) == objections());  // another sort
}

TEST_CASE("items go to a spreadsheet and come back") {
  IdSource fresh(1);
  CHECK(write_cells(cells_of_items(sheet(), {"r1", "r2"})) == "Coffee\t200\nTea\t\n");
  CHECK(cells_of_items(objections(), {"dear", "a3"}) ==
        CellRows{{"It is dear.", "Compared with what?", "Let us count."}, {"On which day?"}});
  CHECK(cells_of_items(talk(), {"l2"}) == CellRows{{"Manager", "Good morning."}});
  const ItemEdit rows =
      add_items_of_cells(sheet(), "r1", read_cells("Cake\t120\r\n\"Two\nlines\"\t\"a \"\"b\"\"\""), fresh);
  REQUIRE(rows.added.size() == 2);
  CHECK(order(rows.content) == std::vector<std::string>{"r1", rows.added[0], rows.added[1], "r2"});
  CHECK(*find_field(rows.content, {rows.added[0], "price"}) == "120");
  CHECK(*find_field(rows.content, {rows.added[1], "what"}) == "Two\nlines");
  CHECK(*find_field(rows.content, {rows.added[1], "price"}) == "a \"b\"");
  const ItemEdit lines = add_items_of_cells(talk(), "l2", {{"Secretary", "Who calls?"}, {"Good bye."}}, fresh);
  const Dialogue& dialogue = std::get<Dialogue>(lines.content);
  CHECK(dialogue.lines[2].speaker == "them");
  CHECK(dialogue.lines[2].text == "Who calls?");
  CHECK(dialogue.lines[3].text == "Good bye.");
  const ItemEdit responses =
      add_items_of_cells(objections(), "", {{"No money.", "When will there be?", "Half?"}}, fresh);
  CHECK(std::get<Responses>(responses.content).responses.back().answers.size() == 2);
}

TEST_CASE("copied items are inserted whole, where they belong: behind their like, in a group, behind the group") {
  Checklist list;
  CheckItem heavy;
  heavy.id = "i1";
  heavy.text = "Lights";
  heavy.requirement = "All on";
  heavy.weight = 3;
  heavy.critical = true;
  CheckItem other;
  other.id = "i2";
  other.text = "Door";
  list.groups = {{"g1", "Entrance", {heavy, other}, {}}, {"g2", "Hall", {}, {}}};
  IdSource fresh(1);
  const auto groups = [](const ItemEdit& edit) { return std::get<Checklist>(edit.content).groups; };

  const ItemEdit behind = insert_copies(list, "i2", list, {"i1"}, fresh);
  REQUIRE(behind.added.size() == 1);
  CheckItem copy = groups(behind)[0].items[2];
  CHECK(copy.id == behind.added.front());
  copy.id = "i1";
  CHECK(copy == heavy);

  CHECK(groups(insert_copies(list, "g2", list, {"i1", "i2"}, fresh))[1].items.size() == 2);
  const ItemEdit whole = insert_copies(list, "i1", list, {"g1", "i2"}, fresh);
  REQUIRE(groups(whole).size() == 3);
  CHECK(groups(whole)[1].title == "Entrance");
  REQUIRE(groups(whole)[1].items.size() == 2);
  CHECK(groups(whole)[1].items[0].weight == 3);
  CHECK(groups(insert_copies(list, "", list, {"g1"}, fresh)).back().title == "Entrance");
  CHECK(insert_copies(list, "i1", objections(), {"dear"}, fresh).added.empty());
}

TEST_CASE("an item that is copied to another list brings its scale, or takes the one of the same name there") {
  Checklist source;
  source.scales = {samples::impression()};
  CheckItem item;
  item.id = "i";
  item.own_scale = "impression";
  source.groups = {{"g", "Entrance", {item}, {}}};
  Checklist target;
  target.groups = {{"t", "Hall", {}, {}}};
  IdSource fresh(1);
  const auto pasted = [&](const Checklist& into) {
    return std::get<Checklist>(insert_copies(into, "t", source, {"i"}, fresh).content);
  };
  const Checklist bare = pasted(target);
  CHECK(bare.scales == source.scales);
  CHECK(bare.groups[0].items[0].own_scale == "impression");

  target.scales = {samples::own_scale("own", "impression ", {{"Good", 10}, {"Bad", 0}})};
  const Checklist named = pasted(target);
  CHECK(named.scales == target.scales);
  CHECK(named.groups[0].items[0].own_scale == "own");

  target.scales = {samples::own_scale("impression", "Speed", {{"Fast", 10}, {"Slow", 0}})};  // the same id by chance
  const Checklist other = pasted(target);
  REQUIRE(other.scales.size() == 2);
  CHECK(other.scales[1].levels == source.scales[0].levels);
  CHECK(other.groups[0].items[0].own_scale == other.scales[1].id);
  CHECK(other.scales[1].id != "impression");

  const Checklist same = std::get<Checklist>(insert_copies(source, "g", source, {"i"}, fresh).content);
  CHECK(same.scales == source.scales);
  CHECK(same.groups[0].items[1].own_scale == "impression");
}

TEST_CASE("copies go nowhere where there is no list for them, and lines of a form go to the lines they are like") {
  Checklist list;
  list.head = {{"h", "Date", {}}};
  list.signatures = {{"s", "Manager", {}}};
  CheckItem item;
  item.id = "i";
  item.text = "Lights";
  list.groups = {{"g", "Entrance", {item}, {}}};
  IdSource fresh(1);
  CHECK(insert_copies(Checklist{}, "", list, {"i"}, fresh).added.empty());
  CHECK(insert_copies(Responses{}, "", objections(), {"a1"}, fresh).added.empty());
  const auto all = std::get<Checklist>(insert_copies(list, "i", list, {"h", "g", "i", "s"}, fresh).content);
  CHECK(all.head.size() == 2);
  CHECK(all.signatures.size() == 2);
  REQUIRE(all.groups.size() == 2);
  CHECK(all.groups[1].items.size() == 1);
}

}  // namespace canvasbook::item_edits_test
