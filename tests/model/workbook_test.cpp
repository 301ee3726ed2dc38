#include "model/workbook.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "model/file/workbook_file.h"
#include "model/review/review.h"
#include "model/segments.h"
#include "tests/edits.h"
#include "tests/paper.h"
#include "tests/samples.h"

namespace canvasbook::workbook_test {

namespace {

using samples::make_document_of;
using samples::make_section;
using samples::make_workbook;

Workbook two_documents() {
  return make_workbook({make_document_of("d1", {make_section("s1", Prose{"one"}), make_section("s2", Prose{"two"})}),
                        make_document_of("d2", {make_section("s3", samples::sound_board())})});
}

// A canvas of its own in the document "d3", whose notes link to each other and to notes of "s3"; one is parked.
Workbook linked_documents() {
  Board board;
  board.columns = 3;
  board.blocks = {
      samples::make_block("customer_segments", 0, {samples::make_note("own"), samples::make_note("alias", {"seg"})}),
      samples::make_block("channels", 1, {samples::make_note("web", {"own", "seg"})}),
      samples::make_block("cost_structure", 2, {samples::make_cost("rent", {"web", "activity"})})};
  board.parking = {samples::make_note("later", {"own", "seg"})};
  return add_document(two_documents(),
                      make_document_of("d3", {make_section("s4", board), make_section("s5", Prose{"text"})}));
}

using Texts = std::vector<std::string>;

std::string documents_of(const Workbook& workbook) {
  std::string ids;
  for (const auto& document : workbook.documents) ids += document->id + " ";
  return ids;
}

std::string sections_of(const Document& document) {
  std::string ids;
  for (const auto& section : document.sections) ids += section->id + " ";
  return ids;
}

const Note& note_of(const Workbook& workbook, std::string_view id) {
  const Note* found = nullptr;
  for_each_board(workbook, [&](const Document&, const Section&, const Board& board) {
    if (const Note* note = find_note(board, id)) found = note;
  });
  REQUIRE(found != nullptr);
  return *found;
}

// Whether two workbooks share all their documents, not only have equal ones.
bool shares_all(const Workbook& first, const Workbook& second) {
  return std::ranges::equal(first.documents, second.documents,
                            [](const auto& one, const auto& other) { return one.same_as(other); });
}

}  // namespace

TEST_CASE("changing one section shares all the others with the workbook before") {
  const Workbook before = two_documents();
  const Workbook after = set_prose(before, "s2", "changed");
  CHECK(after.documents[0]->sections[0].same_as(before.documents[0]->sections[0]));
  CHECK_FALSE(after.documents[0]->sections[1].same_as(before.documents[0]->sections[1]));
  CHECK(after.documents[1].same_as(before.documents[1]));
  CHECK(std::get<Prose>(after.documents[0]->sections[1]->content).text == "changed");
}

TEST_CASE("changing a section leaves the workbook before as it was") {
  const Workbook before = two_documents();
  const Workbook after = set_prose(before, "s2", "changed");
  CHECK(before == two_documents());
  CHECK_FALSE(after == before);
}

TEST_CASE("setting a section that is not there changes nothing") {
  const Workbook before = two_documents();
  const Workbook after = set_prose(before, "s9", "lost");
  CHECK(after == before);
  CHECK(after.documents[0].same_as(before.documents[0]));
  CHECK(after.documents[1].same_as(before.documents[1]));
}

TEST_CASE("adding a document appends it and shares the documents before") {
  const Workbook before = two_documents();
  const Workbook after = add_document(before, make_document_of("d3", {}));
  REQUIRE(after.documents.size() == 3);
  CHECK(before.documents.size() == 2);
  CHECK(after.documents[0].same_as(before.documents[0]));
  CHECK(after.documents[1].same_as(before.documents[1]));
  CHECK(after.documents[2]->id == "d3");
}

TEST_CASE("dismissing a finding keeps the documents shared and the reason said") {
  const Workbook before = two_documents();
  const Workbook after = dismiss_finding(before, {"empty_block", "", "s3/channels", "not yet", {}});
  CHECK(before.dismissed.empty());
  REQUIRE(after.dismissed.size() == 1);
  CHECK(after.dismissed[0].reason == "not yet");
  CHECK(after.documents[0].same_as(before.documents[0]));
  CHECK(after.documents[1].same_as(before.documents[1]));
}

TEST_CASE("dismissing the same finding again replaces the reason, another finding is added") {
  Workbook workbook = dismiss_finding(two_documents(), {"empty_block", "", "s3/channels", "not yet", {}});
  workbook = dismiss_finding(workbook, {"empty_block", "", "s3/channels", "never", {}});
  REQUIRE(workbook.dismissed.size() == 1);
  CHECK(workbook.dismissed[0].reason == "never");
  workbook = dismiss_finding(workbook, {"empty_block", "", "s3/costs", "free", {}});
  workbook = dismiss_finding(workbook, {"dangling_link", "", "s3/channels", "known", {}});
  CHECK(workbook.dismissed.size() == 3);
}

TEST_CASE("a dismissed finding is restored, however it was dismissed, and others stay dismissed") {
  Workbook workbook = dismiss_finding(two_documents(), {"empty_block", "d1", "s3/channels", "here", {}});
  workbook = dismiss_finding(workbook, {"empty_block", "", "s3/channels", "everywhere", {}});
  workbook = dismiss_finding(workbook, {"empty_block", "d2", "s3/channels", "there", {}});
  workbook = dismiss_finding(workbook, {"dangling_link", "d1", "s3/channels", "known", {}});
  const Workbook after = restore_finding(workbook, "empty_block", "d1", "s3/channels");
  REQUIRE(after.dismissed.size() == 2);
  CHECK(after.dismissed[0].reason == "there");
  CHECK(after.dismissed[1].reason == "known");
  CHECK(restore_finding(after, "empty_block", "d1", "s3/channels") == after);
}

TEST_CASE("a document is given a page budget and freed of it; the others stay shared") {
  const Workbook before = two_documents();
  const Workbook after = set_page_budget(before, "d1", 4);
  CHECK(after.documents[0]->page_budget == 4);
  CHECK(after.documents[1].same_as(before.documents[1]));
  CHECK(set_page_budget(after, "d1", 0) == before);
  CHECK(set_page_budget(before, "d1", -3) == before);
  const std::string section = before.documents[0]->sections[0]->id;
  const Workbook limited = set_section_budget(before, section, 2);
  CHECK(find_section(limited, section)->page_budget == 2);
  CHECK(set_section_budget(limited, section, 0) == before);
  CHECK(set_section_budget(before, section, -3) == before);
  CHECK(find_section(set_section_budget(before, section, 1'000'000), section)->page_budget == largest_page_budget);
  CHECK(set_section_budget(before, "none", 1) == before);
  CHECK(set_page_budget(before, "d1", 1'000'000).documents[0]->page_budget == largest_page_budget);
  CHECK(set_page_budget(before, "none", 4) == before);
}

TEST_CASE("page budget and ticked questions are written where there are any, and read back") {
  Workbook workbook = samples::sound_workbook();
  const std::string without = write_workbook(workbook);
  CHECK(without.find("page_budget") == std::string::npos);
  CHECK(without.find("answered") == std::string::npos);
  workbook = set_page_budget(workbook, "model", 4);
  workbook = set_board(workbook, "canvas", toggle_answered(samples::sound_board(), "channels", 900));
  const auto read = read_workbook(write_workbook(workbook));
  REQUIRE(read);
  CHECK(*read == workbook);
  CHECK(find_block(board_in(*read, "canvas"), "channels")->answered == std::vector<int>{900});
}

TEST_CASE("a document is found by id") {
  const Workbook workbook = two_documents();
  REQUIRE(find_document(workbook, "d2") != nullptr);
  CHECK(find_document(workbook, "d2")->id == "d2");
  CHECK(find_document(workbook, "s1") == nullptr);
  CHECK(find_document(Workbook{}, "d1") == nullptr);
}

TEST_CASE("every board and note of a workbook is visited, in the order of the file") {
  Board second;
  second.blocks = {samples::make_block("b", 0, {samples::make_note("n1"), samples::make_note("n2")})};
  const Workbook workbook = add_document(two_documents(), make_document_of("d3", {make_section("s4", second)}));
  std::vector<std::string> boards;
  for_each_board(workbook, [&](const Document& document, const Section& section, const Board&) {
    boards.push_back(document.id + "/" + section.id);
  });
  CHECK(boards == std::vector<std::string>{"d2/s3", "d3/s4"});
  std::vector<std::string> notes;
  for_each_note(workbook, [&](const Document&, const Section&, const Block& block, const Note& note) {
    if (block.id == "b") notes.push_back(note.id);
  });
  CHECK(notes == std::vector<std::string>{"n1", "n2"});
}

TEST_CASE("the names of page sizes read back") {
  for (const PageSize size : {PageSize::A4, PageSize::A3, PageSize::Letter})
    CHECK(page_size_of(page_size_name(size)) == size);
  CHECK(page_size_name(PageSize::Letter) == "Letter");
  CHECK_FALSE(page_size_of("a4"));
  CHECK_FALSE(page_size_of(""));
}

TEST_CASE("the words of a workbook are those of notes, details and prose") {
  Note note = samples::make_note("n");
  note.text = "Coffee in minutes";
  note.details = "Two words";
  Board board;
  board.blocks = {samples::make_block("b", 0, {note})};
  Document document =
      make_document_of("d", {make_section("s", board), make_section("p", Prose{"just four more words"})});
  document.title = "Business model";
  for (auto& section : document.sections) {
    Section untitled = *section;
    untitled.title.clear();
    section = untitled;
  }
  Workbook workbook = make_workbook({document});
  workbook.company = "Morning";
  CHECK(count_words(workbook) == 3 + 2 + 4);
}

TEST_CASE("a canvas on which nothing is written has no words: titles are there before the author comes") {
  Workbook workbook = paper::from_template("business_model_canvas", Language::en);
  workbook.company = "Morning";
  CHECK(count_words(workbook) == 0);
}

TEST_CASE("sections are found by id") {
  const Workbook workbook = two_documents();
  REQUIRE(find_section(workbook, "s2") != nullptr);
  CHECK(find_section(workbook, "s2")->id == "s2");
  CHECK(find_section(workbook, "d1") == nullptr);
}

TEST_CASE("renaming a document keeps its sections and the other documents shared") {
  const Workbook before = two_documents();
  const Workbook after = rename_document(before, "d1", "New title");
  CHECK(after.documents[0]->title == "New title");
  CHECK(after.documents[0]->sections[0].same_as(before.documents[0]->sections[0]));
  CHECK(after.documents[0]->sections[1].same_as(before.documents[0]->sections[1]));
  CHECK(after.documents[1].same_as(before.documents[1]));
  CHECK(before.documents[0]->title == "A document");
}

TEST_CASE("a document moves to the position that it then has") {
  const Workbook before = linked_documents();
  CHECK(documents_of(move_document(before, "d1", 1)) == "d2 d1 d3 ");
  CHECK(documents_of(move_document(before, "d1", 2)) == "d2 d3 d1 ");
  CHECK(documents_of(move_document(before, "d3", 0)) == "d3 d1 d2 ");
  CHECK(documents_of(move_document(before, "d2", 99)) == "d1 d3 d2 ");
  CHECK(move_document(before, "d3", 0).documents[0].same_as(before.documents[2]));
}

TEST_CASE("a duplicated document stands behind the original, shares no id with it and keeps its links inside") {
  const Workbook before = linked_documents();
  IdSource fresh(4);
  const Workbook after = duplicate_document(before, "d3", fresh);
  REQUIRE(after.documents.size() == 4);
  for (size_t i = 0; i < 3; ++i) CHECK(after.documents[i].same_as(before.documents[i]));
  const Document& copy = *after.documents[3];
  CHECK(copy.title == "A document");
  const Board& board = std::get<Board>(copy.sections[0]->content);
  const Note& segment = board.blocks[0].notes[0];
  const Note& channel = board.blocks[1].notes[0];
  CHECK(segment.text == "Text of own");
  CHECK(channel.segments == Texts{segment.id, "seg"});
  CHECK(board.blocks[0].notes[1].segments == Texts{"seg"});
  CHECK(board.blocks[2].notes[0].drivers == Texts{channel.id, "activity"});
  CHECK(board.parking[0].segments == Texts{segment.id, "seg"});
  const auto read = read_workbook(write_workbook(after));  // refuses an id that stands twice
  REQUIRE(read);
  CHECK((*read == after));
}

TEST_CASE("duplicating a document in the middle puts the copy right behind it") {
  IdSource fresh(4);
  const Workbook after = duplicate_document(linked_documents(), "d1", fresh);
  REQUIRE(after.documents.size() == 4);
  CHECK(after.documents[0]->id == "d1");
  CHECK(after.documents[1]->sections.size() == 2);
  CHECK(after.documents[2]->id == "d2");
}

TEST_CASE("a removed document takes the links to its notes with it, and leaves the rest shared") {
  const Workbook before = linked_documents();
  const Workbook after = remove_document(before, "d2");
  CHECK(documents_of(after) == "d1 d3 ");
  CHECK(after.documents[0].same_as(before.documents[0]));
  CHECK(after.documents[1]->sections[1].same_as(before.documents[2]->sections[1]));
  CHECK(note_of(after, "web").segments == Texts{"own"});
  CHECK(note_of(after, "rent").drivers == Texts{"web"});
  CHECK(note_of(after, "later").segments == Texts{"own"});
  CHECK(note_of(after, "alias").segments.empty());
  for (const Finding& finding : review(after)) CHECK(finding.rule != "dangling_link");
}

TEST_CASE("setting a board or a prose text keeps the section's title and everything else") {
  const Workbook before = two_documents();
  const Workbook board = set_board(before, "s3", Board{});
  CHECK(board_in(board, "s3").blocks.empty());
  CHECK(find_section(board, "s3")->title == "A section");
  CHECK(board.documents[0].same_as(before.documents[0]));
  const Workbook prose = set_prose(before, "s1", "other");
  CHECK(std::get<Prose>(find_section(prose, "s1")->content).text == "other");
  CHECK(prose.documents[0]->sections[1].same_as(before.documents[0]->sections[1]));
  CHECK(prose.documents[1].same_as(before.documents[1]));
}

TEST_CASE("a section is renamed and moved inside its document alone") {
  const Workbook before = two_documents();
  const Workbook renamed = rename_section(before, "s2", "Risks");
  CHECK(find_section(renamed, "s2")->title == "Risks");
  CHECK(renamed.documents[0]->sections[0].same_as(before.documents[0]->sections[0]));
  CHECK(renamed.documents[1].same_as(before.documents[1]));
  const Workbook moved = move_section(before, "s2", 0);
  CHECK(sections_of(*moved.documents[0]) == "s2 s1 ");
  CHECK(moved.documents[0]->sections[0].same_as(before.documents[0]->sections[1]));
  CHECK(moved.documents[1].same_as(before.documents[1]));
  CHECK(sections_of(*move_section(before, "s1", 99).documents[0]) == "s2 s1 ");
}

TEST_CASE("a section moves to another document as it is") {
  const Workbook before = two_documents();
  const std::string other = before.documents[1]->id;
  const Workbook moved = move_section_to(before, "s1", other, 0);
  CHECK(sections_of(*moved.documents[0]) == "s2 ");
  CHECK(sections_of(*moved.documents[1]) == "s1 " + sections_of(*before.documents[1]));
  CHECK(moved.documents[1]->sections[0].same_as(before.documents[0]->sections[0]));
  CHECK(move_section_to(before, "s1", "nowhere", 0) == before);
  CHECK(move_section_to(before, "nowhere", other, 0) == before);
  CHECK(sections_of(*move_section_to(before, "s1", before.documents[0]->id, 9).documents[0]) == "s2 s1 ");
}

TEST_CASE("a section of another document is put in without links to what stays outside") {
  const Workbook before = two_documents();
  Dialogue talk;
  talk.lines.resize(2);
  talk.lines[0].id = "l1";
  talk.lines[0].module = "answer_outside";
  Responses outside;
  outside.responses.resize(1);
  outside.responses[0].id = "r1";
  outside.responses[0].answers.resize(1);
  outside.responses[0].answers[0].id = "answer_outside";
  talk.lines[1].id = "l2";
  Document from;
  from.id = "from";
  from.sections.emplace_back(Section{"talk", "Talk", {}, 1, talk, 0, {}});
  from.sections.emplace_back(Section{"answers", "Answers", {}, 1, outside, 0, {}});
  const Workbook after = insert_section(before, from, 0, before.documents[0]->id, 1);
  CHECK(sections_of(*after.documents[0]) == "s1 talk s2 ");
  CHECK(after.documents.size() == before.documents.size());
  CHECK(std::get<Dialogue>(find_section(after, "talk")->content).lines[0].module.empty());
  CHECK(insert_section(before, from, 2, before.documents[0]->id, 1) == before);
}

TEST_CASE("a removed section takes the links to its notes with it") {
  const Workbook before = linked_documents();
  const Workbook after = remove_section(before, "s3");
  CHECK(after.documents[1]->sections.empty());
  CHECK(note_of(after, "web").segments == Texts{"own"});
  CHECK(after.documents[0].same_as(before.documents[0]));
  const Workbook prose = remove_section(before, "s1");
  CHECK(sections_of(*prose.documents[0]) == "s2 ");
  CHECK(prose.documents[1].same_as(before.documents[1]));
  CHECK(prose.documents[2].same_as(before.documents[2]));
}

TEST_CASE("removed notes leave no link behind in any document, parked notes included") {
  const Workbook before = linked_documents();
  const Workbook after = remove_notes(before, "s3", {"seg", "activity"});
  CHECK(find_note(board_in(after, "s3"), "seg") == nullptr);
  CHECK(note_of(after, "value").segments.empty());
  CHECK(note_of(after, "cost").drivers.empty());
  CHECK(note_of(after, "web").segments == Texts{"own"});
  CHECK(note_of(after, "rent").drivers == Texts{"web"});
  CHECK(note_of(after, "later").segments == Texts{"own"});
  CHECK(after.documents[0].same_as(before.documents[0]));
  CHECK(after.documents[2]->sections[1].same_as(before.documents[2]->sections[1]));
  for (const Finding& finding : review(after)) CHECK(finding.rule != "dangling_link");
}

TEST_CASE("removing notes nobody links to leaves the other documents shared") {
  const Workbook before = linked_documents();
  const Workbook after = remove_notes(before, "s4", {"rent", "later"});
  CHECK(find_note(board_in(after, "s4"), "later") == nullptr);
  CHECK(after.documents[0].same_as(before.documents[0]));
  CHECK(after.documents[1].same_as(before.documents[1]));
}

TEST_CASE("only notes of the section are removed, and only links to those") {
  const Workbook before = linked_documents();
  CHECK(shares_all(remove_notes(before, "s4", {"seg", "nothing"}), before));
  CHECK(shares_all(remove_notes(before, "s1", {"seg"}), before));
}

TEST_CASE("the properties are those that the user sees, and setting them keeps the documents shared") {
  const Workbook before = two_documents();
  Properties properties = properties_of(before);
  CHECK(properties == Properties{"Morning", "", Language::en, PageSize::A4});
  properties = {"Evening", "owner", Language::ru, PageSize::Letter};
  const Workbook after = set_properties(before, properties);
  CHECK(properties_of(after) == properties);
  CHECK(after.created == before.created);
  CHECK(shares_all(after, before));
  CHECK(set_properties(after, properties_of(before)) == before);
}

TEST_CASE("an edit of a document or section that is not there, or to what is so already, changes nothing") {
  IdSource fresh(1);
  const Workbook before = linked_documents();
  for (const char* id : {"nothing", "", "s1/x", "web"}) {
    CAPTURE(id);
    CHECK(shares_all(rename_document(before, id, "x"), before));
    CHECK(shares_all(move_document(before, id, 0), before));
    CHECK(shares_all(remove_document(before, id), before));
    CHECK(shares_all(duplicate_document(before, id, fresh), before));
    CHECK(shares_all(rename_section(before, id, "x"), before));
    CHECK(shares_all(move_section(before, id, 0), before));
    CHECK(shares_all(remove_section(before, id), before));
    CHECK(shares_all(set_board(before, id, {}), before));
    CHECK(shares_all(set_prose(before, id, "x"), before));
    CHECK(shares_all(remove_notes(before, id, {"web"}), before));
  }
  CHECK(shares_all(rename_document(before, "d1", "A document"), before));
  CHECK(shares_all(rename_section(before, "s1", "A section"), before));
  CHECK(shares_all(move_document(before, "d2", 1), before));
  CHECK(shares_all(move_section(before, "s2", 7), before));
  CHECK(shares_all(set_board(before, "s3", board_in(before, "s3")), before));
  CHECK(shares_all(set_board(before, "s1", {}), before));
  CHECK(shares_all(set_prose(before, "s3", "x"), before));
  CHECK(shares_all(set_prose(before, "s1", "one"), before));
}

TEST_CASE("parked notes are visited by themselves and by nothing that prints or reviews") {
  Workbook workbook = samples::sound_workbook();
  const size_t words = count_words(workbook);
  Board board = board_in(workbook, "canvas");
  Note parked = samples::make_note("parked", {"no_such_segment"}, {"no_such_type"});
  board = add_note(std::move(board), parking_lot, parked);
  workbook = set_board(workbook, "canvas", board);
  Texts visited;
  for_each_parked_note(workbook, [&](const Document& document, const Section& section, const Note& note) {
    visited.push_back(document.id + "/" + section.id + "/" + note.id);
  });
  CHECK(visited == Texts{"model/canvas/parked"});
  for_each_note(workbook,
                [&](const Document&, const Section&, const Block&, const Note& note) { CHECK(note.id != "parked"); });
  CHECK(count_words(workbook) == words);
  CHECK(review(workbook).empty());
}

TEST_CASE("a parked segment is none: it leaves the register and comes back with its block") {
  const Workbook before = samples::sound_workbook();
  const Workbook parked = set_board(before, "canvas", move_note(board_in(before, "canvas"), "seg", parking_lot, 0));
  CHECK(segment_register(parked).empty());
  const Workbook back =
      set_board(parked, "canvas", move_note(board_in(parked, "canvas"), "seg", "customer_segments", 0));
  CHECK(back == before);
}

TEST_CASE("parked notes are written behind the blocks and read back; an empty parking lot is not written") {
  CHECK(write_workbook(samples::sound_workbook()).find("parking") == std::string::npos);
  const Workbook workbook = linked_documents();
  const std::string text = write_workbook(workbook);
  CHECK(text.find("\"parking\"") > text.find("\"rent\""));
  const auto read = read_workbook(text);
  REQUIRE(read);
  CHECK((*read == workbook));
}

TEST_CASE("the id of a parked note must not stand anywhere else") {
  const auto error_with = [](const char* id) {
    Workbook workbook = linked_documents();
    workbook = set_board(workbook, "s4", add_note(board_in(workbook, "s4"), parking_lot, samples::make_note(id)));
    const auto read = read_workbook(write_workbook(workbook));
    REQUIRE_FALSE(read);
    return read.error();
  };
  for (const char* id : {"web", "later", "seg", "d1", "s5"}) {
    CAPTURE(id);
    CHECK(error_with(id).code == ErrorCode::duplicate_id);
    CHECK(error_with(id).detail == id);
  }
  CHECK(error_with("web").item == "documents[2].sections[0].parking[1]");
}

TEST_CASE("a section that becomes a document takes its deeper sections along, and the last one stays") {
  Workbook workbook = samples::make_workbook({samples::make_document_of(
      "book", {samples::make_section("intro", Prose{"a"}), samples::make_section("chat", Prose{"b"}),
               samples::make_section("chat_rules", Prose{"c"}), samples::make_section("end", Prose{"d"})})});
  workbook = set_section_level(std::move(workbook), "chat", 2);
  workbook = set_section_level(std::move(workbook), "chat_rules", 3);
  IdSource fresh(1);
  const Workbook after = move_section_to_new_document(workbook, "chat", fresh);
  REQUIRE(after.documents.size() == 2);
  REQUIRE(after.documents[0]->sections.size() == 2);
  CHECK(after.documents[0]->sections[1]->id == "end");
  REQUIRE(after.documents[1]->sections.size() == 2);
  CHECK(after.documents[1]->sections[0]->level == 1);
  CHECK(after.documents[1]->sections[1]->id == "chat_rules");
  CHECK(after.documents[1]->sections[1]->level == 2);
  CHECK(after.documents[1]->title == after.documents[1]->sections[0]->title);
  const Workbook one = samples::make_workbook({samples::make_document_of("d", {samples::make_section("s", Prose{})})});
  CHECK(move_section_to_new_document(one, "s", fresh) == one);
}

}  // namespace canvasbook::workbook_test
