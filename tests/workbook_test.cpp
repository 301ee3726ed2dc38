#include "model/workbook.h"

#include <doctest/doctest.h>

#include "tests/samples.h"

namespace canvasbook {

namespace {

using samples::make_document_of;
using samples::make_section;
using samples::make_workbook;

Workbook two_documents() {
  return make_workbook({make_document_of("d1", {make_section("s1", Prose{"one"}), make_section("s2", Prose{"two"})}),
                        make_document_of("d2", {make_section("s3", samples::sound_board())})});
}

}  // namespace

TEST_CASE("changing one section shares all the others with the workbook before") {
  const Workbook before = two_documents();
  const Workbook after = set_section(before, make_section("s2", Prose{"changed"}));
  CHECK(after.documents[0]->sections[0].same_as(before.documents[0]->sections[0]));
  CHECK_FALSE(after.documents[0]->sections[1].same_as(before.documents[0]->sections[1]));
  CHECK(after.documents[1].same_as(before.documents[1]));
  CHECK(std::get<Prose>(after.documents[0]->sections[1]->content).text == "changed");
}

TEST_CASE("changing a section leaves the workbook before as it was") {
  const Workbook before = two_documents();
  const Workbook after = set_section(before, make_section("s2", Prose{"changed"}));
  CHECK(before == two_documents());
  CHECK_FALSE(after == before);
}

TEST_CASE("setting a section that is not there changes nothing") {
  const Workbook before = two_documents();
  const Workbook after = set_section(before, make_section("s9", Prose{"lost"}));
  CHECK(after == before);
  CHECK(after.documents[0].same_as(before.documents[0]));
  CHECK(after.documents[1].same_as(before.documents[1]));
}

TEST_CASE("a section taken from the workbook itself can be set again") {
  Workbook workbook = two_documents();
  workbook = set_section(workbook, *workbook.documents[0]->sections[0]);
  CHECK(workbook == two_documents());
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

TEST_CASE("the words of a workbook are those of titles, notes, details and prose") {
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
  CHECK(count_words(workbook) == 1 + 2 + 3 + 2 + 4);
}

TEST_CASE("the titles that the author gave to sections count as words") {
  Section section = make_section("p", Prose{""});
  section.title = "Our riskiest assumptions";
  Document document = make_document_of("d", {section});
  document.title.clear();
  Workbook workbook = make_workbook({document});
  workbook.company.clear();
  CHECK(count_words(workbook) == 3);
}

}  // namespace canvasbook
