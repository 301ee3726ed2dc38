#include "editor/call/rehearsal.h"

#include <doctest/doctest.h>

#include "tests/book.h"

namespace canvasbook::rehearsal_test {

using namespace samples;

namespace {

// The client, staff, an empty line, the client, staff.
Document book() {
  Dialogue dialogue = make_dialogue("talk", "price_1");
  dialogue.lines.push_back({"blank", "staff", " ", {}, {}});
  dialogue.lines.push_back({"talk_3", "client", "With others.", {}, {}});
  dialogue.lines.push_back({"talk_4", "staff", "We deliver.", {}, {}});
  return make_document_of("d", {make_section_of("objections", "objections",
                                                Responses{"", {make_response("price", "Expensive.", {"Compared?"})}}),
                                make_section_of("talk", "scenario", dialogue)});
}

const Section& talk_of(const Document& document) { return *document.sections.back(); }

}  // namespace

TEST_CASE("the client's lines are shown, those of staff are hidden until they are asked for") {
  const Document document = book();
  Rehearsal rehearsal(talk_of(document));
  REQUIRE(rehearsal.lines().size() == 4);
  CHECK_FALSE(rehearsal.is_hidden());
  CHECK_FALSE(rehearsal.can_judge());
  rehearsal.go_on();
  CHECK(rehearsal.at() == 1);
  CHECK(rehearsal.is_hidden());
  rehearsal.go_on();
  CHECK(rehearsal.at() == 1);
  CHECK(rehearsal.can_judge());
  rehearsal.go_on();
  CHECK(rehearsal.at() == 2);
  rehearsal.go_back();
  CHECK(rehearsal.at() == 1);
  CHECK_FALSE(rehearsal.is_hidden());
}

TEST_CASE("what one stumbled on is counted, with the cue of its answer, the most often first") {
  const Document document = book();
  Rehearsal rehearsal(talk_of(document));
  Stumbles stumbles;
  const auto pass = [&](bool knew_first, bool knew_second) {
    rehearsal.begin_anew();
    for (const bool knew : {knew_first, knew_second}) {
      rehearsal.judge(false, stumbles);  // a line of the client is not judged
      rehearsal.go_on();
      rehearsal.judge(knew, stumbles);  // shows it
      rehearsal.judge(knew, stumbles);
    }
    CHECK(rehearsal.is_over());
  };
  pass(true, true);
  CHECK(stumbled_lines(document, talk_of(document), stumbles).empty());
  pass(false, false);
  pass(true, false);
  const auto lines = stumbled_lines(document, talk_of(document), stumbles);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].line->id == "talk_4");
  CHECK(lines[0].times == 2);
  CHECK(lines[0].cue == nullptr);
  CHECK(lines[1].line->id == "talk_2");
  REQUIRE(lines[1].cue != nullptr);
  CHECK(lines[1].cue->id == "price");
}

TEST_CASE("only a dialogue with words can be gone through") {
  const Document document = book();
  CHECK(can_rehearse(talk_of(document)));
  CHECK_FALSE(can_rehearse(*document.sections.front()));
  Dialogue empty;
  empty.lines = {{"l", "staff", "", {}, {}}};
  CHECK_FALSE(can_rehearse(make_section("empty", empty)));
}

}  // namespace canvasbook::rehearsal_test
