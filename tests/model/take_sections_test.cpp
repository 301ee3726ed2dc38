// Sections that come from elsewhere, and the registers that come along.
#include "model/take_sections.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "model/contents.h"
#include "model/registers.h"
#include "tests/samples.h"

namespace canvasbook::take_sections_test {

namespace {

using namespace samples;

Note named(std::string id, std::string text, std::vector<std::string> segments = {}) {
  Note note = make_note(std::move(id), std::move(segments));
  note.text = std::move(text);
  return note;
}

// Segments "Students" and "Offices", and a promise to each; a section of touchpoints and one that names them.
Workbook source() {
  Board board;
  Note offices = named("s2", "Offices");
  offices.colour = Colour::red;
  offices.details = "More than ten people";
  board.blocks = {make_block("customer_segments", 0, {named("s1", "Students"), offices}),
                  make_block("value_propositions", 1, {named("p1", "Cheap", {"s1"}), named("p2", "Quiet", {"s2"})})};
  Board promises;
  promises.blocks = {make_block("value_propositions", 0,
                                {named("q1", "Warm", {"s1"}), named("q2", "Near", {"s2", "s1"}), named("q3", "Old")})};
  Sheet plan;
  SheetColumn touchpoint;
  touchpoint.id = "where";
  touchpoint.role = "touchpoint";
  plan.columns = {touchpoint};
  plan.rows = {{"t1", {{"where", "Counter"}}, {}}, {"t2", {{"where", "Phone"}}, {}}};
  Sheet standards;
  SheetColumn link;
  link.id = "at";
  link.type = ColumnType::touchpoint;
  standards.columns = {link};
  standards.rows = {{"r1", {{"at", "t1"}}, {}}, {"r2", {{"at", "t2"}}, {}}};
  return make_workbook({make_document_of("d", {make_section("canvas", board), make_section("promises", promises),
                                               make_section("plan", plan), make_section("standards", standards)})});
}

// "Students" under another id, and nothing else.
Workbook target() {
  Board board;
  board.blocks = {make_block("customer_segments", 0, {named("own", " students")})};
  return make_workbook({make_document_of("here", {make_section("first", board), make_section("last", Prose{"x"})})});
}

const Section& section_of(const TakenSections& taken, size_t index) {
  return *find_section(taken.workbook, taken.sections.at(index));
}

std::vector<std::string> names_of(const Workbook& workbook, RegisterKind kind) {
  std::vector<std::string> names;
  for (const RegisterEntry& entry : list_register(workbook, kind).entries) names.push_back(entry.name);
  return names;
}

// Every link leads to an item of the workbook, and no id stands twice.
void check_sound(const Workbook& workbook) {
  std::set<std::string> ids;
  for (const auto& document : workbook.documents) {
    for (const auto& section : document->sections) {
      CHECK(ids.insert(section->id).second);
      for_each_item_id(section->content, [&](const std::string& id) { CHECK(ids.insert(id).second); });
    }
  }
  for (const auto& document : workbook.documents) {
    for (const auto& section : document->sections) {
      for_each_link(section->content, [&](const std::string& link) { CHECK(ids.contains(link)); });
    }
  }
}

}  // namespace

TEST_CASE("a taken section finds the segment of the same name, and brings the one that is not there with its colour") {
  IdSource fresh(1);
  const TakenSections taken = take_sections(target(), source(), {"promises"}, "here", 1, fresh);
  REQUIRE(taken.sections.size() == 1);
  CHECK(taken.workbook.documents.front()->sections[1]->id == taken.sections.front());
  CHECK(taken.joined == 1);
  CHECK(taken.brought == 1);
  CHECK(taken.left == 0);
  CHECK(names_of(taken.workbook, RegisterKind::segments) == std::vector<std::string>{" students", "Offices"});
  const Board& board = std::get<Board>(section_of(taken, 0).content);
  const std::vector<Note>& notes = board.blocks.front().notes;
  CHECK(notes[0].segments == std::vector<std::string>{"own"});
  const Note& brought = std::get<Board>(taken.workbook.documents[0]->sections[0]->content).blocks[0].notes[1];
  CHECK(notes[1].segments == std::vector<std::string>{brought.id, "own"});
  CHECK(brought.colour == Colour::red);
  CHECK(brought.details == "More than ten people");
  CHECK(notes[2].text == "Old");
  CHECK(notes[0].id != "q1");
  check_sound(taken.workbook);
}

TEST_CASE("a taken segment of a name that is there stands for the one here, and so do links to it") {
  IdSource fresh(1);
  const TakenSections taken = take_sections(target(), source(), {"canvas"}, "here", 99, fresh);
  CHECK(names_of(taken.workbook, RegisterKind::segments) == std::vector<std::string>{" students", "Offices"});
  const Board& board = std::get<Board>(section_of(taken, 0).content);
  CHECK(board.blocks[0].notes[0].segments == std::vector<std::string>{"own"});
  CHECK(board.blocks[1].notes[0].segments == std::vector<std::string>{"own"});
  CHECK(board.blocks[1].notes[1].segments == std::vector<std::string>{board.blocks[0].notes[1].id});
  CHECK(taken.joined == 1);
  CHECK(taken.brought == 0);
  check_sound(taken.workbook);
}

TEST_CASE("touchpoints come along with what names them, or the links are left where no list can hold them") {
  IdSource fresh(1);
  const TakenSections both = take_sections(target(), source(), {"standards", "plan"}, "here", 0, fresh);
  REQUIRE(both.sections.size() == 2);
  CHECK(both.left == 0);
  CHECK(names_of(both.workbook, RegisterKind::touchpoints) == std::vector<std::string>{"Counter", "Phone"});
  check_sound(both.workbook);
  const TakenSections alone = take_sections(target(), source(), {"standards"}, "here", 0, fresh);
  CHECK(alone.left == 2);
  CHECK_FALSE(std::get<Sheet>(section_of(alone, 0).content).rows[0].cells.contains("at"));
  check_sound(alone.workbook);
  const TakenSections again = take_sections(both.workbook, source(), {"standards"}, "here", 0, fresh);
  CHECK(again.joined == 2);
  CHECK(names_of(again.workbook, RegisterKind::touchpoints) == std::vector<std::string>{"Counter", "Phone"});
  check_sound(again.workbook);
}

TEST_CASE("a workbook can take a section of an older copy of itself, whose ids are its own") {
  IdSource fresh(1);
  Workbook renamed = source();
  renamed = rename_entry(renamed, RegisterKind::segments, "s1", "Pupils");
  const TakenSections taken = take_sections(renamed, source(), {"promises"}, "d", 4, fresh);
  CHECK(names_of(taken.workbook, RegisterKind::segments) == std::vector<std::string>{"Pupils", "Offices", "Students"});
  check_sound(taken.workbook);
}

TEST_CASE("what is not there is passed over, and nothing to take changes nothing") {
  IdSource fresh(1);
  const Workbook before = target();
  CHECK(take_sections(before, source(), {"nowhere"}, "here", 0, fresh).workbook == before);
  CHECK(take_sections(before, source(), {"plan"}, "nowhere", 0, fresh).workbook == before);
  CHECK(take_sections(before, source(), {"nowhere", "plan"}, "here", 0, fresh).sections.size() == 1);
}

TEST_CASE("a copy of a section stands behind it with ids of its own and the links of the original") {
  IdSource fresh(1);
  const SectionCopy copy = duplicate_section(source(), "promises", fresh);
  REQUIRE(copy.workbook.documents.front()->sections.size() == 5);
  CHECK(copy.workbook.documents.front()->sections[2]->id == copy.section);
  const Board& board = std::get<Board>(find_section(copy.workbook, copy.section)->content);
  CHECK(board.blocks.front().notes[1].segments == std::vector<std::string>{"s2", "s1"});
  CHECK(board.blocks.front().notes[1].id != "q2");
  check_sound(copy.workbook);
  CHECK(duplicate_section(source(), "nowhere", fresh).section.empty());
}

TEST_CASE("the first of what is taken stands at the level of its new siblings, the others keep their distance") {
  const auto levels = [](const std::vector<int>& there, int before, int behind) {
    Document from = make_document_of("d", {});
    std::vector<std::string> ids;
    for (const int level : there) {
      Section section = make_section("s" + std::to_string(ids.size()), Prose{"x"});
      section.level = level;
      ids.push_back(section.id);
      from.sections.emplace_back(std::move(section));
    }
    Section above = make_section("above", Prose{"x"});
    Section below = make_section("below", Prose{"x"});
    above.level = before;
    below.level = behind;
    IdSource fresh(3);
    const TakenSections taken = take_sections(make_workbook({make_document_of("here", {above, below})}),
                                              make_workbook({from}), ids, "here", 1, fresh);
    std::vector<int> result;
    for (size_t i = 0; i < taken.sections.size(); ++i) result.push_back(section_of(taken, i).level);
    return result;
  };
  using Levels = std::vector<int>;
  CHECK(levels({2}, 1, 1) == Levels{1});
  CHECK(levels({1}, 1, 2) == Levels{2});
  CHECK(levels({2, 3, 2}, 1, 1) == Levels{1, 2, 1});
  CHECK(levels({1, 2, 3}, 2, 1) == Levels{2, 3, 3});
  CHECK(levels({2, 1}, 1, 1) == Levels{1, 1});
}

}  // namespace canvasbook::take_sections_test
