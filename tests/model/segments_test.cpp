#include "model/segments.h"

#include <doctest/doctest.h>

#include <set>

#include "model/text/text.h"
#include "tests/samples.h"

namespace canvasbook::segments_test {

namespace {

using samples::make_block;
using samples::make_note;

Workbook with_segments(std::vector<Note> notes, Language language = Language::en) {
  Board board;
  board.blocks = {make_block("customer_segments", 0, std::move(notes))};
  Workbook workbook = samples::workbook_of(board);
  workbook.language = language;
  return workbook;
}

std::vector<Note> many_notes(int count) {
  std::vector<Note> notes;
  for (int i = 0; i < count; ++i) notes.push_back(make_note("s" + std::to_string(i)));
  return notes;
}

}  // namespace

TEST_CASE("the notes of a customer segments block are the segments, in their order") {
  const auto segments = segment_register(with_segments({make_note("s1"), make_note("s2")}));
  REQUIRE(segments.size() == 2);
  CHECK(segments[0] == Segment{"s1", "Text of s1", "A", Colour::blue});
  CHECK(segments[1] == Segment{"s2", "Text of s2", "B", Colour::orange});
}

TEST_CASE("notes of other blocks are no segments") {
  Workbook workbook = samples::sound_workbook();
  const auto segments = segment_register(workbook);
  REQUIRE(segments.size() == 1);
  CHECK(segments[0].id == "seg");
}

TEST_CASE("a block is a segment block by its role, whatever its id and title") {
  Board board;
  Block block = make_block("customer_segments", 0, {make_note("s")});
  block.id = "people";
  block.title = "Who";
  Block other = make_block("notes", 1, {make_note("n")});
  other.id = "customer_segments";
  board.blocks = {block, other};
  const auto segments = segment_register(samples::workbook_of(board));
  REQUIRE(segments.size() == 1);
  CHECK(segments[0].id == "s");
}

TEST_CASE("all documents of a workbook share one register") {
  Board first;
  first.blocks = {make_block("customer_segments", 0, {make_note("s1")})};
  Board second;
  second.blocks = {make_block("customer_segments", 0, {make_note("s2")})};
  const Workbook workbook =
      samples::make_workbook({samples::make_document_of("d1", {samples::make_section("c1", first)}),
                              samples::make_document_of("d2", {samples::make_section("c2", second)})});
  const auto segments = segment_register(workbook);
  REQUIRE(segments.size() == 2);
  CHECK(segments[0].mark == "A");
  CHECK(segments[1].mark == "B");
  CHECK(segments[1].id == "s2");
}

TEST_CASE("a segment note that names another segment stands for that one and is none of its own") {
  Board first;
  first.blocks = {make_block("customer_segments", 0, {make_note("s1")})};
  Board second;
  second.blocks = {make_block("customer_segments", 0, {make_note("again", {"s1"})})};
  const Workbook workbook =
      samples::make_workbook({samples::make_document_of("d1", {samples::make_section("c1", first)}),
                              samples::make_document_of("d2", {samples::make_section("c2", second)})});
  CHECK(segment_register(workbook).size() == 1);
  CHECK(segment_of(make_note("again", {"s1"})) == "s1");
  CHECK(segment_of(make_note("s1")) == "s1");
}

TEST_CASE("marks are Cyrillic in a Russian workbook, without Ё and Й") {
  const auto segments = segment_register(with_segments(many_notes(30), Language::ru));
  CHECK(segments[0].mark == "А");
  CHECK(segments[6].mark == "Ж");
  CHECK(segments[9].mark == "К");
  for (const Segment& segment : segments) {
    CHECK_FALSE(segment.mark.starts_with("Ё"));
    CHECK_FALSE(segment.mark.starts_with("Й"));
  }
}

TEST_CASE("after the last letter marks go on with a number, and no two are the same") {
  CHECK(segment_register(with_segments(many_notes(28)))[25].mark == "Z");
  CHECK(segment_register(with_segments(many_notes(28)))[26].mark == "A2");
  for (const Language language : {Language::en, Language::ru}) {
    std::set<std::string> marks;
    for (const Segment& segment : segment_register(with_segments(many_notes(100), language)))
      marks.insert(segment.mark);
    CHECK(marks.size() == 100);
  }
}

TEST_CASE("a segment has the colour its note was given, otherwise the next of the palette, never none") {
  std::vector<Note> notes = many_notes(10);
  notes[1].colour = Colour::red;
  const auto segments = segment_register(with_segments(notes));
  CHECK(segments[1].colour == Colour::red);
  for (const Segment& segment : segments) CHECK(segment.colour != Colour::none);
  CHECK(segments[0].colour == segments[6].colour);
}

TEST_CASE("a note carries the marks of what it serves, each once and in the order of the register, a segment its own") {
  const std::vector<Segment> segments = segment_register(with_segments(many_notes(3)));
  const IdIndex index(segments);
  const auto marks = [&](const Block& block, const Note& note) {
    std::string all;
    for (const Segment* segment : marked_segments(index, &block, note)) all += segment->mark;
    return all;
  };
  Note note = make_note("n");
  note.segments = {"s2", "gone", "s0", "s2"};
  CHECK(marks(make_block("channels", 0, {}), note) == "AC");
  CHECK(marks(make_block("customer_segments", 0, {}), make_note("s1")) == "B");
  CHECK(marks(make_block("customer_segments", 0, {}), note) == "C");
  CHECK(marked_segments(index, nullptr, make_note("s1")).empty());
}

TEST_CASE("a note has its own tint, else that of the only segment it serves") {
  const std::vector<Segment> segments = segment_register(with_segments(many_notes(2)));
  Note note = make_note("n");
  CHECK(tint_of(note, {}) == Colour::none);
  CHECK(tint_of(note, {&segments[1]}) == segments[1].colour);
  CHECK(tint_of(note, {&segments[0], &segments[1]}) == Colour::none);
  note.colour = Colour::violet;
  CHECK(tint_of(note, {&segments[1]}) == Colour::violet);
}

TEST_CASE("a colour knows the segments that have it already") {
  const std::vector<Segment> segments = segment_register(with_segments(many_notes(7)));
  CHECK(marks_with(segments, segments[0].colour) == std::vector<std::string>{"A", "G"});
  CHECK(marks_with(segments, segments[1].colour) == std::vector<std::string>{"B"});
  CHECK(marks_with(segments, Colour::none).empty());
}

TEST_CASE("a segment is found by id") {
  const auto segments = segment_register(with_segments(many_notes(3)));
  REQUIRE(find_segment(segments, "s2") != nullptr);
  CHECK(find_segment(segments, "s2")->mark == "C");
  CHECK(find_segment(segments, "s9") == nullptr);
  CHECK(segment_register(Workbook{}).empty());
}

}  // namespace canvasbook::segments_test
