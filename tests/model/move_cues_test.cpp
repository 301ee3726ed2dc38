// Cues that move to another section of answers, with all that leads to them.
#include "model/move_cues.h"

#include <doctest/doctest.h>

#include "model/call_scheme.h"
#include "tests/book.h"

namespace canvasbook::move_cues_test {

using namespace samples;

namespace {

Workbook book() {
  return make_workbook({make_document_of(
      "book",
      {make_section_of("objections", "objections", Responses{"", {make_response("dear", "Dear.", {"Why?"})}}),
       make_section_of("goal", "call_goal", Prose{"A meeting"}),
       make_section_of(
           "inbox", "gaps",
           Responses{"", {make_response("dog", "A dog?", {"Come in."}), make_response("park", "Parking?", {})}})})});
}

std::string cues_of(const Workbook& workbook, std::string_view section) {
  std::string ids;
  for (const Response& response : std::get<Responses>(find_section(workbook, section)->content).responses)
    ids += response.id + " ";
  return ids;
}

}  // namespace

TEST_CASE("a cue goes to the end of the other section with its id, and what led to it still does") {
  const Workbook before = lead_on(book(), "dear_1", "dog", CallEnd::none);
  const MovedCues moved = move_cues(before, {"dog"}, "objections");
  CHECK(moved.cues == std::vector<std::string>{"dog"});
  CHECK(cues_of(moved.workbook, "objections") == "dear dog ");
  CHECK(cues_of(moved.workbook, "inbox") == "park ");
  const auto& cues = std::get<Responses>(find_section(moved.workbook, "objections")->content).responses;
  CHECK(cues[0].answers[0].leads_to == "dog");
  CHECK(cues[1].answers[0].text == "Come in.");
}

TEST_CASE("a chosen answer takes its cue along, and gaps that are all gone take their section along") {
  const MovedCues moved = move_cues(book(), {"dog_1", "park"}, "objections");
  CHECK(cues_of(moved.workbook, "objections") == "dear dog park ");
  CHECK(find_section(moved.workbook, "inbox") == nullptr);
  const MovedCues back = move_cues(book(), {"dear"}, "inbox");
  CHECK(cues_of(back.workbook, "objections").empty());  // any other section stays
}

TEST_CASE("nothing moves to running text, to nowhere, or within a section") {
  for (const char* to : {"goal", "nowhere", "inbox"}) {
    const MovedCues moved = move_cues(book(), {"dog"}, to);
    CHECK(moved.cues.empty());
    CHECK(moved.workbook == book());
  }
}

TEST_CASE("what a client said becomes other words of a known cue, once, and its answers go along") {
  Workbook workbook = with_changed<Responses>(
      book(), "inbox", [](Responses& gaps) { gaps.responses[1].synonyms = "dear, a place for the car"; });
  const MovedCues joined = join_cues(workbook, {"dog", "park"}, "dear");
  CHECK(joined.cues == std::vector<std::string>{"dog", "park"});
  CHECK(find_section(joined.workbook, "inbox") == nullptr);
  const Response& cue = std::get<Responses>(find_section(joined.workbook, "objections")->content).responses.front();
  CHECK(cue.synonyms == "A dog?, Parking?, a place for the car");
  REQUIRE(cue.answers.size() == 2);
  CHECK(cue.answers[1].id == "dog_1");
  workbook = with_changed<Responses>(workbook, "inbox",
                                     [](Responses& gaps) { gaps.responses[0].cue = "Well, a dog; two dogs?"; });
  workbook = lead_on(std::move(workbook), "dear_1", "dog", CallEnd::none);
  const MovedCues one = join_cues(workbook, {"dog"}, "dear");
  const auto& responses = std::get<Responses>(find_section(one.workbook, "objections")->content).responses;
  CHECK(synonyms_in(responses.front().synonyms) == std::vector<std::string>{"Well, a dog, two dogs?"});
  CHECK(responses.front().answers[0].leads_to == "dear");
  CHECK(cues_of(one.workbook, "inbox") == "park ");
  CHECK(join_cues(workbook, {"dog"}, "park").workbook == workbook);  // a gap is no known cue
  CHECK(join_cues(workbook, {"dear"}, "dear").workbook == workbook);
  CHECK(join_cues(workbook, {"dog"}, "nowhere").workbook == workbook);
}

TEST_CASE("the only section of a document stays, even without gaps") {
  const Workbook workbook =
      make_workbook({make_document_of("book", {make_section_of("inbox", "gaps", Responses{"", {}})})});
  CHECK(without_emptied_gaps(workbook, "inbox") == workbook);
  CHECK(without_emptied_gaps(book(), "inbox") == book());
}

}  // namespace canvasbook::move_cues_test
