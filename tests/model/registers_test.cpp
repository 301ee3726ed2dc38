#include "model/registers.h"

#include <doctest/doctest.h>

#include "tests/edits.h"
#include "tests/samples.h"

namespace canvasbook::registers_test {

namespace {

using namespace samples;

// Two canvases: `seg` and `other` are defined on the first, the second shows `seg` again and has two notes for it.
Workbook segments() {
  Board first;
  first.columns = 2;
  first.blocks = {make_block("customer_segments", 0, {make_note("seg"), make_note("other")}),
                  make_block("channels", 1, {make_note("site", {"seg"})})};
  first.parking = {make_note("parked", {"seg"})};
  Board second;
  second.columns = 2;
  second.blocks = {make_block("customer_segments", 0, {make_note("again", {"seg"})}),
                   make_block("channels", 1, {make_note("shop", {"seg", "seg"})})};
  return make_workbook(
      {make_document_of("a", {make_section("a1", first)}), make_document_of("b", {make_section("b1", second)})});
}

Workbook touchpoints() {
  const auto column = [](const char* id, const char* role, ColumnType type) {
    return SheetColumn{id, role, id, type, {}, 0, {}};
  };
  Sheet plan;
  plan.columns = {column("name", "touchpoint", ColumnType::text)};
  plan.rows = {{"door", {{"name", "Door"}}, {}}, {"till", {{"name", "Till"}}, {}}};
  Sheet rules;
  rules.columns = {column("situation", "situation", ColumnType::text), column("at", "covers", ColumnType::touchpoint)};
  rules.rows = {{"greet", {{"situation", "Greeting"}, {"at", "door"}}, {}}};
  Sheet log = rules;
  log.rows = {{"entry", {{"situation", "Entry"}, {"at", "till"}}, {}}};
  Section standards = make_section("rules", rules);
  standards.role = "standards";
  return make_workbook({make_document_of("a", {make_section("plan", plan), standards, make_section("log", log)})});
}

constexpr RegisterKind segment = RegisterKind::segments;
constexpr RegisterKind touchpoint = RegisterKind::touchpoints;

}  // namespace

TEST_CASE("a segment is listed with where it is defined and who names it, parked notes left out") {
  const RegisterList list = list_register(segments(), segment);
  REQUIRE(list.entries.size() == 2);
  const RegisterEntry& seg = list.entries[0];
  CHECK(seg.name == "Text of seg");
  CHECK(seg.mark == "A");
  CHECK(list.places[seg.place].section == "a1");
  CHECK(list.places[seg.place].title == "Title of customer_segments");
  REQUIRE(seg.uses.size() == 3);
  CHECK(seg.uses[0].item == "site");
  CHECK(seg.uses[1].item == "again");
  CHECK(seg.uses[2].item == "shop");
  CHECK(list.places[seg.uses[2].place].section == "b1");
  CHECK(seg.sections == 2);
  CHECK(list.entries[1].uses.empty());
}

TEST_CASE("a touchpoint is listed with the standards that cover it; other rows that name it are no standards") {
  const RegisterList list = list_register(touchpoints(), touchpoint);
  REQUIRE(list.entries.size() == 2);
  CHECK(list.entries[0].standards == 1);
  CHECK(list.entries[0].uses[0].text == "Greeting");
  CHECK(list.entries[1].standards == 0);
  REQUIRE(list.entries[1].uses.size() == 1);
  CHECK(list.entries[1].uses[0].item == "entry");
  CHECK(list.places[list.entries[1].place].section == "plan");
}

TEST_CASE("behind the standards of a touchpoint stand the check items that measure them") {
  Workbook workbook = touchpoints();
  Document document = *workbook.documents[0];
  Checklist checklist;
  CheckItem item;
  item.id = "asked";
  item.text = "Greeted";
  item.standard = "greet";
  checklist.groups = {{"group", "", {item}, {}}};
  document.sections.insert(document.sections.begin(), Shared<Section>(make_section("list", checklist)));
  workbook.documents[0] = std::move(document);
  const RegisterList list = list_register(workbook, touchpoint);
  REQUIRE(list.entries[0].uses.size() == 2);
  CHECK(list.entries[0].uses[1].item == "asked");
  CHECK(list.entries[0].uses[1].text == "Greeted");
  CHECK(list.places[list.entries[0].uses[1].place].section == "list");
  CHECK(list.entries[0].standards == 1);
  CHECK(list.entries[1].uses.size() == 1);
}

TEST_CASE("an entry is renamed where it is defined, and everything else stays shared") {
  const Workbook before = segments();
  const Workbook after = rename_entry(before, segment, "other", "New");
  CHECK(find_note(board_in(after, "a1"), "other")->text == "New");
  CHECK(after.documents[1].same_as(before.documents[1]));
  CHECK(list_register(rename_entry(touchpoints(), touchpoint, "till", "Desk"), touchpoint).entries[1].name == "Desk");
}

TEST_CASE("what is no entry is neither renamed nor removed") {
  CHECK(rename_entry(segments(), segment, "site", "New") == segments());
  CHECK(rename_entry(segments(), segment, "again", "New") == segments());
  CHECK(remove_entry(segments(), segment, "site") == segments());
  CHECK(remove_entry(touchpoints(), touchpoint, "greet") == touchpoints());
  CHECK_FALSE(is_entry(segments(), segment, "again"));
  CHECK(is_entry(segments(), segment, "seg"));
}

TEST_CASE("a new entry goes behind another one, or to the end of the first block or sheet") {
  const RegisterList behind = list_register(add_entry(segments(), segment, "seg", "new", "New"), segment);
  REQUIRE(behind.entries.size() == 3);
  CHECK(behind.entries[1].id == "new");
  CHECK(list_register(add_entry(segments(), segment, "", "new", "New"), segment).entries[2].name == "New");
  CHECK(list_register(add_entry(touchpoints(), touchpoint, "door", "new", "New"), touchpoint).entries[1].id == "new");
  CHECK(list_register(add_entry(touchpoints(), touchpoint, "x", "new", "New"), touchpoint).entries[2].id == "new");
}

TEST_CASE("where nothing can define an entry none is added") {
  CHECK_FALSE(has_home(segments(), touchpoint));
  CHECK(has_home(segments(), segment));
  CHECK(add_entry(segments(), touchpoint, "", "new", "New") == segments());
  CHECK(add_entry(touchpoints(), segment, "", "new", "New") == touchpoints());
}

TEST_CASE("removing an entry takes links to it out of the whole workbook") {
  const Workbook without = remove_entry(segments(), segment, "seg");
  CHECK(find_note(board_in(without, "b1"), "shop")->segments.empty());
  CHECK(find_note(board_in(without, "a1"), "seg") == nullptr);
  CHECK(list_register(without, segment).entries.size() == 2);  // what stood for it is a segment of its own
  const Workbook holes = remove_entry(touchpoints(), touchpoint, "door");
  CHECK_FALSE(std::get<Sheet>(find_section(holes, "rules")->content).rows[0].cells.contains("at"));
}

}  // namespace canvasbook::registers_test
