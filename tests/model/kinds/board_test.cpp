#include "model/kinds/board.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "model/text/text.h"
#include "tests/edits.h"
#include "tests/samples.h"

namespace canvasbook::model_kinds_board_test {

namespace {

using samples::make_block;
using samples::make_note;

Board two_blocks() {
  Board board;
  board.columns = 2;
  board.blocks = {make_block("left", 0, {make_note("a"), make_note("b"), make_note("c")}),
                  make_block("right", 1, {make_note("x")})};
  return board;
}

std::string ids_in(const Board& board, std::string_view block) {
  std::string ids;
  for (const Note& note : find_block(board, block)->notes) ids += note.id;
  return ids;
}

std::string parked_ids(const Board& board) {
  std::string ids;
  for (const Note& note : board.parking) ids += note.id;
  return ids;
}

// a b c | x y | parked: p q. Only the block "channels" lists types.
Board three_places() {
  Board board;
  board.columns = 2;
  board.blocks = {make_block("channels", 0, {make_note("a"), make_note("b"), make_note("c")}),
                  make_block("right", 1, {make_note("x"), make_note("y")})};
  for (const char* type : {"in_person", "at_a_distance", "self_service"}) {
    board.blocks[0].types.push_back({type, type, "contact", {}});
  }
  board.blocks[0].types.push_back({"own", "own", "ownership", {}});
  board.blocks[0].types.push_back({"acquire", "acquire", "motive", {}});
  board.blocks[0].types.push_back({"retain", "retain", "motive", {}});
  board.blocks[0].types.push_back({"loose", "loose", "", {}});
  board.blocks[0].types.push_back({"free", "free", "", {}});
  board.parking = {make_note("p"), make_note("q")};
  return board;
}

using Texts = std::vector<std::string>;

Texts types_of(const Board& board, std::string_view note) { return find_note(board, note)->types; }
Texts segments_of(const Board& board, std::string_view note) { return find_note(board, note)->segments; }

Texts texts_from(std::string_view pasted) {
  IdSource fresh(3);
  Texts texts;
  for (const Note& note : notes_from_text(pasted, fresh)) texts.push_back(note.text);
  return texts;
}

}  // namespace

TEST_CASE("a new note goes to the end of its block unless a position is named") {
  CHECK(ids_in(add_note(two_blocks(), "left", make_note("n")), "left") == "abcn");
  CHECK(ids_in(add_note(two_blocks(), "left", make_note("n"), 0), "left") == "nabc");
  CHECK(ids_in(add_note(two_blocks(), "left", make_note("n"), 2), "left") == "abnc");
}

TEST_CASE("a position past the end is the end") {
  CHECK(ids_in(add_note(two_blocks(), "right", make_note("n"), 99), "right") == "xn");
  CHECK(ids_in(move_note(two_blocks(), "a", "right", 99), "right") == "xa");
}

TEST_CASE("removing a block's note keeps the others in order") {
  const Board after = remove_note(two_blocks(), "b");
  CHECK(ids_in(after, "left") == "ac");
  CHECK(ids_in(after, "right") == "x");
}

TEST_CASE("a note moves to another block at the position it was dropped") {
  const Board after = move_note(two_blocks(), "b", "right", 0);
  CHECK(ids_in(after, "left") == "ac");
  CHECK(ids_in(after, "right") == "bx");
  CHECK(*find_note(after, "b") == make_note("b"));
}

TEST_CASE("a note moves inside its block to the position that it then has") {
  CHECK(ids_in(move_note(two_blocks(), "a", "left", 1), "left") == "bac");
  CHECK(ids_in(move_note(two_blocks(), "a", "left", 2), "left") == "bca");
  CHECK(ids_in(move_note(two_blocks(), "c", "left", 0), "left") == "cab");
  CHECK(ids_in(move_note(two_blocks(), "b", "left", 1), "left") == "abc");
}

TEST_CASE("wording a note leaves it where it stands") {
  const Board after = set_text(two_blocks(), "b", "Another text");
  CHECK(ids_in(after, "left") == "abc");
  CHECK(find_note(after, "b")->text == "Another text");
}

TEST_CASE("an edit of a note or block that is not there leaves the board as it was") {
  const Board before = two_blocks();
  CHECK(add_note(before, "nowhere", make_note("n")) == before);
  CHECK(remove_note(before, "nothing") == before);
  CHECK(move_note(before, "nothing", "left", 0) == before);
  CHECK(move_note(before, "a", "nowhere", 0) == before);
  CHECK(set_text(before, "nothing", "lost") == before);
}

TEST_CASE("an edit does not change the board it was given") {
  const Board before = two_blocks();
  const Board copy = before;
  add_note(before, "left", make_note("n"));
  remove_note(before, "a");
  move_note(before, "a", "right", 0);
  CHECK(before == copy);
}

TEST_CASE("moving notes about never loses or doubles one") {
  CHECK(rc::check([] {
    Board board = two_blocks();
    const auto moves = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 80));
    for (const int move : moves) {
      const std::string note(1, "abcx"[move % 4]);
      board =
          move_note(std::move(board), note, move / 4 % 2 == 0 ? "left" : "right", static_cast<size_t>(move / 8 % 5));
    }
    std::string ids = ids_in(board, "left") + ids_in(board, "right");
    std::ranges::sort(ids);
    RC_ASSERT(ids == "abcx");
  }));
}

TEST_CASE("blocks and notes are found by id, and nothing by an id that is not there") {
  const Board board = two_blocks();
  REQUIRE(find_block(board, "right") != nullptr);
  CHECK(find_block(board, "right")->role == "right");
  CHECK(find_block(board, "x") == nullptr);
  REQUIRE(find_note(board, "x") != nullptr);
  CHECK(find_note(board, "x")->id == "x");
  CHECK(find_note(board, "right") == nullptr);
}

TEST_CASE("each colour has a name that reads back as the colour") {
  for (const Colour colour :
       {Colour::none, Colour::yellow, Colour::orange, Colour::red, Colour::green, Colour::blue, Colour::violet}) {
    CHECK(colour_of(colour_name(colour)) == colour);
  }
  CHECK(colour_name(Colour::violet) == "violet");
  CHECK_FALSE(colour_of("pink"));
  CHECK_FALSE(colour_of(""));
}

TEST_CASE("a type shows its title, or its id where the block does not list it") {
  Block block = make_block("channels", 0, {make_note("n")});
  block.types = {{"in_person", "in person", "contact", {}}};
  block.notes[0].types = {"pigeon_post", "in_person"};
  CHECK(type_titles(IdIndex(block.types), block.notes[0]) == std::vector<std::string>{"pigeon_post", "in person"});
}

TEST_CASE("the captions of a note are its types, then what causes it, cut behind a word") {
  Board board;
  board.blocks = {make_block("key_activities", 0, {make_note("roast", {}, {})}),
                  make_block("costs", 0, {make_note("cost", {}, {"fixed"})})};
  board.blocks[0].notes[0].text = "Roasting\nevery morning before eight";
  board.blocks[1].types = {{"fixed", "fixed cost", {}, {}}};
  board.parking = {make_note("parked")};
  board.parking[0].text = "Parked";
  Note& cost = board.blocks[1].notes[0];
  const auto captions = [&] {
    return note_captions(IdIndex(board.blocks[1].types), notes_by_id(board), cost, "Caused by:");
  };
  CHECK(captions() == std::vector<std::string>{"fixed cost"});
  cost.drivers = {"roast", "gone", "parked"};
  CHECK(captions() == std::vector<std::string>{"fixed cost", "Caused by: Roasting every morning before eight"});
  board.blocks[0].notes[0].text = "Roasting every morning, two hours before the shop opens, packing";
  CHECK(captions().back() == "Caused by: Roasting every morning, two hours before…");
  board.blocks[0].notes[0].text = " ";
  CHECK(captions() == std::vector<std::string>{"fixed cost"});
}

TEST_CASE("blocks without a number are the last in the order of filling, as they stand") {
  Board board;
  for (const char* id : {"x", "second", "y", "first"}) board.blocks.push_back(make_block(id, 0, {}));
  board.blocks[1].order = 2;
  board.blocks[3].order = 1;
  std::vector<std::string> order;
  for (const Block* block : blocks_in_order(board)) order.push_back(block->id);
  CHECK(order == std::vector<std::string>{"first", "second", "x", "y"});
}

TEST_CASE("a block is filled once a note of it has words") {
  Block block = make_block("channels", 0, {});
  CHECK_FALSE(is_filled(block));
  block.notes = {make_note("a")};
  block.notes[0].text = " \n";
  CHECK_FALSE(is_filled(block));
  block.notes.push_back(make_note("b"));
  block.notes[1].text = "Shop";
  CHECK(is_filled(block));
}

TEST_CASE("parked notes are found like others but stand in no block") {
  const Board board = three_places();
  REQUIRE(find_note(board, "q") != nullptr);
  CHECK(find_note(board, "q")->id == "q");
  CHECK(find_block_of(board, "q") == nullptr);
  CHECK(find_block_of(board, "nothing") == nullptr);
  REQUIRE(find_block_of(board, "y") != nullptr);
  CHECK(find_block_of(board, "y")->id == "right");
}

TEST_CASE("the notes of a board are visited block by block, then the parked ones") {
  std::string visited;
  Board board = three_places();
  for_each_note_on(std::as_const(board), [&](const Note& note) { visited += note.id; });
  CHECK(visited == "abcxypq");
  for_each_note_on(board, [](Note& note) { note.text.clear(); });
  CHECK(find_note(board, "p")->text.empty());
}

TEST_CASE("notes are found in the order of the board, whatever the order in which they were chosen") {
  const Board board = three_places();
  std::string found;
  for (const Note* note : find_notes(board, {"q", "nothing", "y", "a", "y"})) found += note->id;
  CHECK(found == "ayq");
}

TEST_CASE("what an edit added is told by its ids") {
  IdSource fresh(1);
  const Board before = three_places();
  const Board after = duplicate_notes(before, {"a", "q"}, fresh);
  const NoteIds added = added_notes(before, after);
  REQUIRE(added.size() == 2);
  CHECK(find_note(after, added[0])->text == "Text of a");
  CHECK(find_note(after, added[1])->text == "Text of q");
  CHECK(added_notes(after, before).empty());
}

TEST_CASE("a note goes to the parking lot and back with all that it holds") {
  Board board = three_places();
  Note whole = make_note("b", {"seg"}, {"own"});
  whole.details = "Long.";
  whole.colour = Colour::red;
  whole.drivers = {"x"};
  board = set_note(std::move(board), whole);
  const Board parked = move_note(board, "b", parking_lot, 0);
  CHECK(ids_in(parked, "channels") == "ac");
  CHECK(parked_ids(parked) == "bpq");
  CHECK(*find_note(parked, "b") == whole);
  CHECK(move_note(parked, "b", "channels", 1) == board);
}

TEST_CASE("parked notes are set, worded, removed and added like others") {
  CHECK(parked_ids(remove_note(three_places(), "p")) == "q");
  CHECK(parked_ids(add_note(three_places(), parking_lot, make_note("n"), 1)) == "pnq");
  CHECK(find_note(set_text(three_places(), "p", "Later"), "p")->text == "Later");
  CHECK(find_note(set_details(three_places(), "q", "Why not now"), "q")->details == "Why not now");
}

TEST_CASE("a text or the details are set on one note alone") {
  const Board before = three_places();
  const Board text = set_text(before, "b", "New");
  CHECK(find_note(text, "b")->text == "New");
  CHECK(set_text(text, "b", "Text of b") == before);
  const Board details = set_details(before, "y", "**Long**");
  CHECK(find_note(details, "y")->details == "**Long**");
  CHECK(set_details(details, "y", "") == before);
}

TEST_CASE("several notes move together in the order of the board, from wherever they stood") {
  const Board after = move_notes(three_places(), {"q", "y", "a"}, "channels", 1);
  CHECK(ids_in(after, "channels") == "bayqc");
  CHECK(ids_in(after, "right") == "x");
  CHECK(parked_ids(after) == "p");
  CHECK(ids_in(move_notes(three_places(), {"a", "b"}, "channels", 99), "channels") == "cab");
  CHECK(parked_ids(move_notes(three_places(), {"y", "b"}, parking_lot, 1)) == "pbyq");
}

TEST_CASE("removing several notes leaves the others in order and links to the removed dangling") {
  const Board board = toggle_segment(three_places(), {"x"}, "a");
  const Board after = remove_notes(board, {"a", "c", "p"});
  CHECK(ids_in(after, "channels") == "b");
  CHECK(ids_in(after, "right") == "xy");
  CHECK(parked_ids(after) == "q");
  CHECK(segments_of(after, "x") == Texts{"a"});
}

TEST_CASE("a copy stands right behind its original, with an id of its own and the same content") {
  IdSource fresh(7);
  Board board = three_places();
  board = set_note(std::move(board), make_note("a", {"seg"}, {"own"}));
  const Board after = duplicate_notes(board, {"a", "c", "q"}, fresh);
  const auto& notes = after.blocks[0].notes;
  REQUIRE(notes.size() == 5);
  CHECK(notes[0].id == "a");
  CHECK(notes[2].id == "b");
  CHECK(notes[3].id == "c");
  Note copy = notes[1];
  CHECK(copy.id != "a");
  copy.id = "a";
  CHECK(copy == notes[0]);
  CHECK(notes[4].text == "Text of c");
  REQUIRE(after.parking.size() == 3);
  CHECK(after.parking[2].text == "Text of q");
  CHECK(after.blocks[1] == board.blocks[1]);
}

TEST_CASE("a colour goes to all chosen notes and to no other") {
  const Board after = set_colour(three_places(), {"a", "p"}, Colour::green);
  CHECK(find_note(after, "a")->colour == Colour::green);
  CHECK(find_note(after, "p")->colour == Colour::green);
  CHECK(find_note(after, "b")->colour == Colour::none);
  CHECK(set_colour(after, {"a", "p"}, Colour::none) == three_places());
}

TEST_CASE("toggling a segment makes all chosen notes serve it, and none of them when all did") {
  Board board = set_note(three_places(), make_note("a", {"other", "seg"}));
  board = toggle_segment(std::move(board), {"a", "b"}, "seg");
  CHECK(segments_of(board, "a") == Texts{"other", "seg"});
  CHECK(segments_of(board, "b") == Texts{"seg"});
  CHECK(segments_of(board, "c").empty());
  board = toggle_segment(std::move(board), {"a", "b"}, "seg");
  CHECK(segments_of(board, "a") == Texts{"other"});
  CHECK(segments_of(board, "b").empty());
}

TEST_CASE("a note is never made to serve itself") {
  const Board after = toggle_segment(three_places(), {"a", "x"}, "x");
  CHECK(segments_of(after, "a") == Texts{"x"});
  CHECK(segments_of(after, "x").empty());
  CHECK(toggle_segment(after, {"a", "x"}, "x") == three_places());
}

TEST_CASE("a note becomes a cause of all chosen costs, and of none of them when it was one of each") {
  Board board;
  board.blocks = {make_block("key_activities", 0, {make_note("act"), make_note("idea")}),
                  make_block("cost_structure", 1, {make_note("rent"), make_note("wages")})};
  const auto drivers = [](const Board& of, const char* note) { return find_note(of, note)->drivers; };
  const Board one = toggle_driver(board, {"wages"}, "act");
  CHECK(drivers(one, "wages") == std::vector<std::string>{"act"});
  CHECK(drivers(one, "rent").empty());
  const Board both = toggle_driver(one, {"rent", "wages", "act", "idea"}, "act");
  CHECK(drivers(both, "rent") == std::vector<std::string>{"act"});
  CHECK(drivers(both, "wages") == std::vector<std::string>{"act"});
  CHECK(drivers(both, "idea").empty());  // it is no cost
  CHECK(toggle_driver(both, {"rent", "wages"}, "act") == board);
}

TEST_CASE("a type of an exclusive group replaces the other of that group and nothing else") {
  Board board = set_note(three_places(), make_note("a", {}, {"own", "in_person", "acquire"}));
  board = toggle_type(std::move(board), {"a", "b"}, "self_service");
  CHECK(types_of(board, "a") == Texts{"own", "acquire", "self_service"});
  CHECK(types_of(board, "b") == Texts{"self_service"});
  board = toggle_type(std::move(board), {"a", "b"}, "self_service");
  CHECK(types_of(board, "a") == Texts{"own", "acquire"});
  CHECK(types_of(board, "b").empty());
}

TEST_CASE("types of a group that is not exclusive, and types without a group, stand side by side") {
  Board board = toggle_type(three_places(), {"a"}, "acquire");
  board = toggle_type(std::move(board), {"a"}, "retain");
  board = toggle_type(std::move(board), {"a"}, "loose");
  board = toggle_type(std::move(board), {"a"}, "free");
  CHECK(types_of(board, "a") == Texts{"acquire", "retain", "loose", "free"});
  constexpr std::array<std::string_view, 1> motive{"motive"};
  board = toggle_type(std::move(board), {"a"}, "acquire");
  CHECK(types_of(toggle_type(std::move(board), {"a"}, "acquire", motive), "a") == Texts{"loose", "free", "acquire"});
}

TEST_CASE("a type goes only to notes whose block lists it") {
  const Board after = toggle_type(three_places(), {"a", "x", "p"}, "own");
  CHECK(types_of(after, "a") == Texts{"own"});
  CHECK(types_of(after, "x").empty());
  CHECK(types_of(after, "p").empty());
  CHECK(toggle_type(three_places(), {"x", "p"}, "own") == three_places());
  CHECK(toggle_type(three_places(), {"a"}, "no_such_type") == three_places());
}

TEST_CASE("a helper question is ticked off and the tick taken back, in its block alone") {
  Board board = toggle_answered(two_blocks(), "left", 4);
  board = toggle_answered(board, "left", 1);
  CHECK(find_block(board, "left")->answered == std::vector<int>{1, 4});
  CHECK(find_block(board, "right")->answered.empty());
  board = toggle_answered(board, "left", 4);
  CHECK(find_block(board, "left")->answered == std::vector<int>{1});
  CHECK(toggle_answered(board, "none", 1) == board);
}

TEST_CASE("a block comes to list a type once, and its notes can then carry it") {
  const Board board = add_type(two_blocks(), "left", {"cheap", "Cheap", "", {}});
  CHECK(types_of(toggle_type(board, {"a"}, "cheap"), "a") == Texts{"cheap"});
  CHECK(add_type(board, "left", {"cheap", "Other", "", {}}) == board);
  CHECK(add_type(board, "none", {"cheap", "Cheap", "", {}}) == board);
}

TEST_CASE("edits for several notes pass over ids that are not there") {
  IdSource fresh(1);
  const Board before = three_places();
  const NoteIds nothing{"nothing", "", "channels"};
  CHECK(move_notes(before, nothing, "right", 0) == before);
  CHECK(move_notes(before, {"a"}, "nowhere", 0) == before);
  CHECK(remove_notes(before, nothing) == before);
  CHECK(duplicate_notes(before, nothing, fresh) == before);
  CHECK(set_colour(before, nothing, Colour::red) == before);
  CHECK(toggle_segment(before, nothing, "seg") == before);
  CHECK(toggle_type(before, nothing, "own") == before);
  CHECK(set_text(before, "nothing", "x") == before);
  CHECK(set_details(before, "nothing", "x") == before);
  CHECK(add_notes(before, "nowhere", {make_note("n")}) == before);
  CHECK(parked_ids(remove_notes(before, {"nothing", "p"})) == "q");
}

TEST_CASE("each line that is pasted becomes a note, without its list mark") {
  CHECK(texts_from("- dash\n* star\r\n• dot\r1. number\n12) bracket\n- [ ] open\n- [x] done\n— long\n– short") ==
        Texts{"dash", "star", "dot", "number", "bracket", "open", "done", "long", "short"});
  CHECK(texts_from("\n  \n\t• Indented by Word\n\u2022\u00A0No-break\n-\n1.\n* \n") ==
        Texts{"Indented by Word", "No-break"});
  CHECK(texts_from("Кофе за минуту\n    - Свежая выпечка  ") == Texts{"Кофе за минуту", "Свежая выпечка"});
  CHECK(texts_from("").empty());
}

TEST_CASE("what only looks like a list mark stays") {
  const Texts kept{"-5 degrees", "1.5 litres",  "*bold* words", "2026. A good year",
                   "3 litres",   "[ ] no list", "(a) no"};
  std::string pasted;
  for (const std::string& text : kept) pasted += text + "\n";
  CHECK(texts_from(pasted) == kept);
}

TEST_CASE("pasted notes have ids of their own and no byte that a file could not hold") {
  IdSource fresh(2);
  const auto notes = notes_from_text("one\ntwo\xFF\x01", fresh);
  REQUIRE(notes.size() == 2);
  CHECK_FALSE(notes[0].id.empty());
  CHECK(notes[0].id != notes[1].id);
  CHECK(notes[1].text == "two\uFFFD");
}

TEST_CASE("pasted notes stand together at the position they were pasted") {
  const Board after = add_notes(three_places(), "right", {make_note("m"), make_note("n")}, 1);
  CHECK(ids_in(after, "right") == "xmny");
  CHECK(parked_ids(add_notes(three_places(), parking_lot, {make_note("m")})) == "pqm");
}

TEST_CASE("notes go to other programs as one line each, in the order of the board") {
  Board board = set_text(three_places(), "a", " Two\r\nlines ");
  board = set_text(std::move(board), "b", " \n");
  CHECK(text_of_notes(board, {"p", "b", "a", "nothing"}) == "Two lines\nText of p");
  CHECK(text_of_notes(board, {"b"}).empty());
  CHECK(text_of_notes(board, {}).empty());
  CHECK(texts_from(text_of_notes(board, {"a", "x"})) == Texts{"Two lines", "Text of x"});
}

TEST_CASE("moving several notes about never loses or doubles one, and keeps the chosen in order") {
  CHECK(rc::check([] {
    Board board = three_places();
    const auto moves = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 128 * 3 * 6));
    for (const int move : moves) {
      NoteIds ids;
      for (int bit = 0; bit < 7; ++bit) {
        if ((move >> bit & 1) != 0) ids.emplace_back(1, "abcxypq"[bit]);
      }
      std::string before;
      for (const Note* note : find_notes(board, ids)) before += note->id;
      const std::string_view to = std::array<std::string_view, 3>{"channels", "right", parking_lot}[move / 128 % 3];
      board = move_notes(std::move(board), ids, to, static_cast<size_t>(move / 128 / 3));
      std::string after;
      for (const Note* note : find_notes(board, ids)) after += note->id;
      RC_ASSERT(after == before);
      const std::string target = to == parking_lot ? parked_ids(board) : ids_in(board, to);
      RC_ASSERT(target.find(before) != std::string::npos);
    }
    std::string all = ids_in(board, "channels") + ids_in(board, "right") + parked_ids(board);
    std::ranges::sort(all);
    RC_ASSERT(all == "abcpqxy");
  }));
}

TEST_CASE("any pasted text gives notes that are whole lines of printable text") {
  CHECK(rc::check([](const std::string& pasted) {
    IdSource fresh(1);
    for (const Note& note : notes_from_text(pasted, fresh)) {
      RC_ASSERT(!note.text.empty());
      RC_ASSERT(note.text.find('\n') == std::string::npos);
      RC_ASSERT(!find_invalid_utf8(note.text));
    }
  }));
}

}  // namespace canvasbook::model_kinds_board_test
