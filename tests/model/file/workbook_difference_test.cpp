#include "model/file/workbook_difference.h"

#include <doctest/doctest.h>

#include "tests/edits.h"
#include "tests/paper.h"
#include "tests/samples.h"

namespace canvasbook::workbook_difference_test {

using samples::make_document_of;
using samples::make_note;
using samples::make_section;
using samples::make_workbook;

namespace {

Workbook with_board(const Board& board) {
  return make_workbook({make_document_of("model", {make_section("canvas", Content{board})}),
                        make_document_of("text", {make_section("prose", Prose{"first"})})});
}

}  // namespace

TEST_CASE("a workbook does not differ from itself, nor by the day on which it was saved") {
  const Workbook example = paper::example("ru");
  Workbook later = example;
  later.modified = {2027, 1, 2};
  CHECK(workbook_difference(example, later).is_none());
}

TEST_CASE("notes that were added, changed and removed are counted each") {
  const Board board = samples::sound_board();
  Board after = board;
  REQUIRE(after.blocks.size() >= 2);
  after.blocks[0].notes.push_back(make_note("new1"));
  after.blocks[0].notes.push_back(make_note("new2"));
  after.blocks[1].notes.front().text += " and more";
  CHECK((workbook_difference(with_board(board), with_board(after)) == WorkbookDifference{2, 1, 0}));
  CHECK((workbook_difference(with_board(after), with_board(board)) == WorkbookDifference{0, 1, 2}));
}

TEST_CASE("a note in another block and a text that was written on are changes") {
  const Board board = samples::sound_board();
  Board after = board;
  after.blocks[1].notes.push_back(after.blocks[0].notes.front());
  after.blocks[0].notes.erase(after.blocks[0].notes.begin());
  CHECK((workbook_difference(with_board(board), with_board(after)) == WorkbookDifference{0, 1, 0}));
  const Workbook text = with_board(board);
  CHECK((workbook_difference(text, set_section(text, make_section("prose", Prose{"first and second"}))) ==
         WorkbookDifference{0, 1, 0}));
}

TEST_CASE("a new document counts with all that is in it, and the order of documents as one change") {
  const Workbook workbook = with_board(samples::sound_board());
  const Workbook more = add_document(
      workbook, make_document_of("plan", {make_section("one", Prose{"1"}), make_section("two", Prose{"2"})}));
  CHECK((workbook_difference(workbook, more) == WorkbookDifference{3, 0, 0}));
  Workbook turned = workbook;
  std::swap(turned.documents[0], turned.documents[1]);
  CHECK((workbook_difference(workbook, turned) == WorkbookDifference{0, 1, 0}));
  Workbook renamed = workbook;
  renamed.company = "Other";
  CHECK((workbook_difference(workbook, renamed) == WorkbookDifference{0, 1, 0}));
}

}  // namespace canvasbook::workbook_difference_test
