#include "model/board.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>

#include "tests/samples.h"

namespace canvasbook {

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

TEST_CASE("setting a note replaces the one with its id where it stands") {
  Note changed = make_note("b");
  changed.text = "Another text";
  const Board after = set_note(two_blocks(), changed);
  CHECK(ids_in(after, "left") == "abc");
  CHECK(find_note(after, "b")->text == "Another text");
}

TEST_CASE("an edit of a note or block that is not there leaves the board as it was") {
  const Board before = two_blocks();
  CHECK(add_note(before, "nowhere", make_note("n")) == before);
  CHECK(remove_note(before, "nothing") == before);
  CHECK(move_note(before, "nothing", "left", 0) == before);
  CHECK(move_note(before, "a", "nowhere", 0) == before);
  CHECK(set_note(before, make_note("nothing")) == before);
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
  Block block = make_block("channels", 0, {});
  block.types = {{"in_person", "in person", "contact", {}}};
  CHECK(type_title(block, "in_person") == "in person");
  CHECK(type_title(block, "pigeon_post") == "pigeon_post");
}

}  // namespace canvasbook
