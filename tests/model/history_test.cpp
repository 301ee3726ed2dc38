#include "model/history.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <functional>

#include "model/file/workbook_file.h"
#include "tests/edits.h"
#include "tests/samples.h"

namespace canvasbook::history_test {

namespace {

const Board* board_or_none(const Workbook& workbook, std::string_view section) {
  const Section* found = find_section(workbook, section);
  return found == nullptr ? nullptr : std::get_if<Board>(&found->content);
}

using samples::make_block;
using samples::make_document_of;
using samples::make_note;
using samples::make_section;
using samples::make_workbook;

Workbook start() { return make_workbook({make_document_of("d", {make_section("s", Prose{""})})}); }

// The start with another text: what typing leads to.
Workbook typed(const std::string& text) { return set_prose(start(), "s", text); }

std::string text_in(const History& history) {
  return std::get<Prose>(find_section(history.current(), "s")->content).text;
}

Step step(const std::string& name, const std::string& merge_key = {}) { return {name, {}, "s", {}, merge_key}; }

// Random edits of a workbook, each a pure function of this folder.
class RandomEdit {
 public:
  explicit RandomEdit(IdSource& fresh) : fresh_(fresh) {}

  Workbook operator()(const Workbook& before) {
    const std::string document = any(documents_of(before));
    const std::string section = any(sections_of(before));
    switch (number(14)) {
      case 0:
        return rename_document(before, document, text());
      case 1:
        return move_document(before, document, number(4));
      case 2:
        return before.documents.size() < 5 ? duplicate_document(before, document, fresh_) : before;
      case 3:
        return remove_document(before, document);
      case 4:
        return rename_section(before, section, text());
      case 5:
        return move_section(before, section, number(3));
      case 6:
        return remove_section(before, section);
      case 7:
        return set_prose(before, section, text());
      case 8:
        return set_properties(before, {text(), text(), Language::ru, PageSize::A3});
      case 9:
        return remove_notes(before, section, some_notes(before, section));
      case 10:
        return add_document(before, with_fresh_ids(make_document_of("", {make_section("", small_board())}), fresh_));
      default: {
        const Board* board = board_or_none(before, section);
        return board == nullptr ? before : set_board(before, section, edited(*board));
      }
    }
  }

  static Board small_board() {
    Board board;
    board.columns = 2;
    board.blocks = {make_block("customer_segments", 0, {make_note("seg")}),
                    make_block("channels", 1, {make_note("web", {"seg"})})};
    board.blocks[1].types = {{"own", "own", "ownership", {}}, {"partner", "partner", "ownership", {}}};
    board.parking = {make_note("later", {"seg"})};
    return board;
  }

 private:
  Board edited(const Board& board) {
    const NoteIds ids = some_ids(board);
    const std::string block = any({"customer_segments", "channels", std::string(parking_lot), "nowhere"});
    switch (number(9)) {
      case 0:
        return move_notes(board, ids, block, number(5));
      case 1:
        return remove_notes(board, ids);
      case 2:
        return ids.size() < 4 ? duplicate_notes(board, ids, fresh_) : board;
      case 3:
        return set_colour(board, ids, Colour::green);
      case 4:
        return toggle_segment(board, ids, any({"seg", "nothing"}));
      case 5:
        return toggle_type(board, ids, any({"own", "partner"}));
      case 6:
        return add_notes(board, block, notes_from_text("- " + text() + "\n- [ ] two", fresh_), number(3));
      case 7:
        return set_details(board, ids.empty() ? "" : ids.front(), text());
      default:
        return set_text(board, ids.empty() ? "" : ids.front(), text());
    }
  }

  static std::vector<std::string> documents_of(const Workbook& workbook) {
    std::vector<std::string> ids{"nothing"};
    for (const auto& document : workbook.documents) ids.push_back(document->id);
    return ids;
  }

  static std::vector<std::string> sections_of(const Workbook& workbook) {
    std::vector<std::string> ids{"nothing"};
    for (const auto& document : workbook.documents) {
      for (const auto& section : document->sections) ids.push_back(section->id);
    }
    return ids;
  }

  NoteIds some_notes(const Workbook& workbook, const std::string& section) {
    const Board* board = board_or_none(workbook, section);
    return board == nullptr ? NoteIds{"nothing"} : some_ids(*board);
  }

  NoteIds some_ids(const Board& board) {
    NoteIds ids;
    for_each_note_on(board, [&](const Note& note) {
      if (number(3) == 0) ids.push_back(note.id);
    });
    return ids;
  }

  size_t number(size_t end) { return *rc::gen::inRange<size_t>(0, end); }
  std::string any(const std::vector<std::string>& choices) { return choices[number(choices.size())]; }
  std::string text() { return any({"", "Кофе", "two\nlines", "1. number", "😀 \"quoted\"", "\t"}); }

  IdSource& fresh_;
};

}  // namespace

TEST_CASE("a field that takes a part of its writing back leaves the whole to be redone") {
  using enum History::Direction;
  History history(start());
  history.record(typed("a"), step("first", "text"));
  history.seal();
  history.record(typed("a b c"), step("write", "text"));
  history.retrace(typed("a b"), step("write", "text"), back);
  CHECK(text_in(history) == "a b");
  CHECK(history.next_redo() != nullptr);
  history.retrace(typed("a"), step("write", "text"), back);
  CHECK(history.depth() == 1);
  history.retrace(typed(""), step("write", "text"), back);  // over the border of the steps
  CHECK(history.depth() == 0);
  history.retrace(typed("a"), step("write", "text"), forth);
  history.retrace(typed("a b"), step("write", "text"), forth);
  CHECK(text_in(history) == "a b");
  CHECK(history.depth() == 2);
  history.redo();
  CHECK(text_in(history) == "a b c");
  CHECK(history.next_redo() == nullptr);
  CHECK(history.depth() == 2 + 1);  // the part stays where one left it by another way
  history.undo();
  history.record(typed("a b x"), step("write", "text"));
  CHECK(history.next_redo() == nullptr);
  while (history.undo() != nullptr) {
  }
  CHECK(text_in(history).empty());
}

TEST_CASE("what was recorded is the current value, and undo and redo walk over it with the steps' names") {
  History history(start());
  CHECK(history.next_undo() == nullptr);
  CHECK(history.next_redo() == nullptr);
  history.record(typed("one"), step("edit.one"));
  history.record(typed("two"), {"edit.two", {{"text", "two"}}, "s", "n", ""});
  CHECK(text_in(history) == "two");
  CHECK(history.depth() == 2);
  REQUIRE(history.next_undo() != nullptr);
  CHECK(*history.next_undo() == Step{"edit.two", {{"text", "two"}}, "s", "n", ""});

  const Step* taken_back = history.undo();
  REQUIRE(taken_back != nullptr);
  CHECK(taken_back->item == "n");
  CHECK(text_in(history) == "one");
  CHECK(history.next_undo()->name_key == "edit.one");
  CHECK(history.next_redo()->name_key == "edit.two");
  CHECK(history.undo()->name_key == "edit.one");
  CHECK(history.current() == start());

  CHECK(history.redo()->name_key == "edit.one");
  CHECK(history.redo()->name_key == "edit.two");
  CHECK(text_in(history) == "two");
}

TEST_CASE("where there is nothing to undo or redo, nothing changes") {
  History history(start());
  CHECK(history.undo() == nullptr);
  CHECK(history.redo() == nullptr);
  CHECK(history.revision() == 0);
  CHECK(history.current() == start());
}

TEST_CASE("typing in one field is one step, however many keys it took") {
  History history(start());
  for (const char* text : {"c", "co", "cof", "coffee"}) history.record(typed(text), step("edit.type", "s"));
  CHECK(history.depth() == 1);
  CHECK(text_in(history) == "coffee");
  history.undo();
  CHECK(history.current() == start());
  history.redo();
  CHECK(text_in(history) == "coffee");
}

TEST_CASE("a merged step keeps the name of the edit that began it") {
  History history(start());
  history.record(typed("new"), {"edit.add_note", {}, "s", "n1", "n1"});
  history.record(typed("new note"), {"edit.type", {}, "s", "n2", "n1"});
  CHECK(history.depth() == 1);
  CHECK(history.next_undo()->name_key == "edit.add_note");
  CHECK(history.next_undo()->item == "n1");
}

TEST_CASE("another key, no key, a seal, an undo or a redo begins a step of its own") {
  const auto depth_after = [](const std::function<void(History&)>& between, const char* key) {
    History history(start());
    history.record(typed("a"), step("edit.first"));
    history.record(typed("b"), step("edit.type", key));
    between(history);
    history.record(typed("c"), step("edit.type", key));
    return history.depth();
  };
  CHECK(depth_after([](History&) {}, "s") == 2);
  CHECK(depth_after([](History&) {}, "") == 3);
  CHECK(depth_after([](History& history) { history.seal(); }, "s") == 3);
  CHECK(depth_after([](History& history) { history.record(typed("x"), step("edit.type", "t")); }, "s") == 4);
  CHECK(depth_after(
            [](History& history) {
              history.undo();
              history.redo();
            },
            "s") == 3);
  CHECK(depth_after([](History& history) { history.undo(); }, "s") == 2);
}

TEST_CASE("after an undo typing does not run into the step that is now on top") {
  History history(start());
  history.record(typed("a"), step("edit.type", "s"));
  history.seal();
  history.record(typed("ab"), step("edit.type", "s"));
  history.undo();
  history.record(typed("ac"), step("edit.type", "s"));
  history.undo();
  CHECK(text_in(history) == "a");
}

TEST_CASE("an edit after an undo forgets what could be redone") {
  History history(start());
  history.record(typed("a"), step("edit.a"));
  history.record(typed("b"), step("edit.b"));
  history.undo();
  history.record(typed("c"), step("edit.c"));
  CHECK(history.next_redo() == nullptr);
  CHECK(history.depth() == 2);
  history.undo();
  CHECK(text_in(history) == "a");
}

TEST_CASE("an edit that changes nothing is no step and forgets nothing") {
  History history(start());
  history.record(typed("a"), step("edit.a"));
  history.undo();
  const auto revision = history.revision();
  history.record(remove_document(history.current(), "nothing"), step("edit.remove_document"));
  CHECK(history.depth() == 0);
  CHECK(history.revision() == revision);
  CHECK(history.next_redo()->name_key == "edit.a");
}

TEST_CASE("typing that comes back to where it began leaves no step, and what follows is a step of its own") {
  History history(start());
  history.record(typed("a"), step("edit.type", "s"));
  history.seal();
  history.record(typed("ab"), step("edit.type", "s"));
  history.record(typed("a"), step("edit.type", "s"));
  CHECK(history.depth() == 1);
  CHECK(text_in(history) == "a");
  history.record(typed("ac"), step("edit.type", "s"));
  CHECK(history.depth() == 2);
}

TEST_CASE("the revision grows with each change, by undo and redo as well") {
  History history(start());
  auto before = history.revision();
  const auto grew = [&] { return std::exchange(before, history.revision()) < history.revision(); };
  history.record(typed("a"), step("edit.type", "s"));
  CHECK(grew());
  history.record(typed("ab"), step("edit.type", "s"));
  CHECK(grew());
  history.undo();
  CHECK(grew());
  history.redo();
  CHECK(grew());
  history.seal();
  history.mark_saved();
  CHECK_FALSE(grew());
}

TEST_CASE("a workbook is saved from mark_saved on until it changes, and again when one comes back to it") {
  History history(start());
  CHECK_FALSE(history.is_saved());
  history.mark_saved();
  CHECK(history.is_saved());
  history.record(typed("a"), step("edit.type", "s"));
  CHECK_FALSE(history.is_saved());
  history.undo();
  CHECK(history.is_saved());
  history.redo();
  history.mark_saved();
  CHECK(history.is_saved());
  history.undo();
  CHECK_FALSE(history.is_saved());
  history.record(typed("a"), step("edit.type", "s"));  // the same text, typed anew
  CHECK(history.is_saved());
}

TEST_CASE("writing that took its time marks the value that was written, not what was typed meanwhile") {
  History history(start());
  history.record(typed("a"), step("edit.type", "s"));
  const Workbook written = history.current();
  history.record(typed("ab"), step("edit.type", "s"));
  history.mark_saved(written);
  CHECK_FALSE(history.is_saved());
  history.record(typed("a"), step("edit.type", "s"));
  CHECK(history.is_saved());
}

TEST_CASE("ten thousand edits of one note share the 199 other sections with the start") {
  constexpr int edits = 10'000;
  std::vector<Section> sections;
  for (int i = 0; i < 200; ++i) {
    Board board;
    board.blocks = {make_block("b", 0, {make_note("n" + std::to_string(i))})};
    sections.push_back(make_section("s" + std::to_string(i), std::move(board)));
  }
  const Workbook before = make_workbook({make_document_of("d", std::move(sections)), make_document_of("other", {})});
  History history(before);
  for (int i = 0; i < edits; ++i) {
    Board board = set_text(board_in(history.current(), "s7"), "n7", "Text " + std::to_string(i));
    history.record(set_board(history.current(), "s7", std::move(board)), step("edit.text"));
  }
  CHECK(history.depth() == edits);
  size_t copied = 0;
  do {
    if (!history.current().documents[1].same_as(before.documents[1])) ++copied;
    for (size_t s = 0; s < 200; ++s) {
      const bool shared = history.current().documents[0]->sections[s].same_as(before.documents[0]->sections[s]);
      if (s != 7 && !shared) ++copied;
    }
  } while (history.undo() != nullptr);
  CHECK(copied == 0);
  CHECK(history.current().documents[0].same_as(before.documents[0]));
}

TEST_CASE("undo brings back the removed notes and all links to them") {
  const Workbook before = samples::sound_workbook();
  History history(before);
  history.record(remove_notes(before, "canvas", {"seg", "activity"}), step("edit.remove_notes"));
  CHECK_FALSE(history.current() == before);
  history.undo();
  CHECK(history.current() == before);
}

TEST_CASE("after any edits, undoing all gives the start, redoing all the end, and each value can be saved") {
  CHECK(rc::check([] {
    IdSource fresh(11);
    RandomEdit edit(fresh);
    const Workbook before = make_workbook(
        {make_document_of("d1", {make_section("s1", RandomEdit::small_board()), make_section("s2", Prose{"text"})}),
         make_document_of("d2", {make_section("s3", Prose{"more"})})});
    History history(before);
    const int count = *rc::gen::inRange(0, 30);
    for (int i = 0; i < count; ++i) {
      const Workbook earlier = history.current();
      Workbook after = edit(earlier);
      const std::string key = *rc::gen::element<std::string>("", "a", "b");
      history.record(after, step("edit.any", key));
      RC_ASSERT((history.current() == after));
      const auto read = read_workbook(write_workbook(after));
      RC_ASSERT(read.has_value());
      RC_ASSERT((*read == after));
      if (*rc::gen::inRange(0, 8) == 0) history.undo();
    }
    while (history.redo() != nullptr) continue;
    const Workbook end = history.current();
    const size_t steps = history.depth();
    size_t undone = 0;
    while (history.undo() != nullptr) ++undone;
    RC_ASSERT(undone == steps);
    RC_ASSERT((history.current() == before));
    while (history.redo() != nullptr) continue;
    RC_ASSERT((history.current() == end));
  }));
}

}  // namespace canvasbook::history_test
