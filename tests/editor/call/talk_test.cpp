#include "editor/call/talk.h"

#include <doctest/doctest.h>

#include "tests/book.h"

namespace canvasbook::talk_test {

using namespace samples;

namespace {

Answer leading(std::string id, std::string to, CallEnd end = CallEnd::none) {
  Answer answer{std::move(id), "An answer", {}};
  answer.leads_to = std::move(to);
  answer.end = end;
  return answer;
}

Document book() {
  Response secretary{"secretary", "Who is calling?", {leading("to_think", "think"), leading("to_part", "second")}, {}};
  Response price = make_response("price", "Expensive.", {"Compared?"});
  price.answers.push_back(leading("to_gone", "gone"));
  Response think{"think", "Let me think.", {leading("to_self", "think"), leading("done", "", CallEnd::agreed)}, {}};
  return make_document_of("d", {make_section_of("first", "call_goal", Prose{"Goal"}),
                                make_section_of("front", "secretary", Responses{"", {secretary}}, 2),
                                make_section_of("second", "call_goal", Prose{"Goal"}),
                                make_section_of("prices", "objections", Responses{"", {price}}, 2),
                                make_section_of("doubts", "objections", Responses{"", {think}}, 2),
                                make_section_of("end", "notes", Prose{"Text"}),
                                make_section_of("inbox", "gaps", Responses{"", {make_response("gap", "A gap", {})}})});
}

std::string listed(const Talk& talk) {
  std::string ids;
  for (const IndexedCue& cue : talk.cues()) ids += cue.response->id + " ";
  return ids;
}

void say(Talk& talk, size_t answer) {
  REQUIRE_FALSE(talk.cues().empty());
  const IndexedCue cue = talk.cues().front();
  talk.say(cue, cue.response->answers.at(answer));
}

}  // namespace

TEST_CASE("a call begins with the section that is shown where that has cues, else with the first one") {
  const Document document = book();
  CHECK(listed(Talk(document, "doubts")) == "think ");
  CHECK(listed(Talk(document, "second")) == "secretary ");  // running text, with cues below it
  CHECK(listed(Talk(document, "end")) == "secretary ");
  CHECK(listed(Talk(document, "inbox")) == "secretary ");
  CHECK(listed(Talk(document, "")) == "secretary ");
  const Document none = make_document_of("none", {make_section_of("text", "notes", Prose{"Text"})});
  CHECK(Talk(none, "text").cues().empty());
  CHECK(Talk(none, "text").stage() == nullptr);
}

TEST_CASE("an answer leads to a cue, a section or an end, and every step has a way back") {
  const Document document = book();
  Talk talk(document, "");
  CHECK_FALSE(talk.can_go_back());
  say(talk, 0);
  CHECK(listed(talk) == "think ");
  CHECK(talk.place().cue->id == "think");
  CHECK(talk.stage()->id == "doubts");
  say(talk, 1);
  CHECK(talk.place().end == CallEnd::agreed);
  CHECK(talk.cues().empty());
  CHECK(talk.stage()->id == "doubts");
  talk.go_back();
  CHECK(talk.place().cue->id == "think");
  CHECK(talk.said()->id == "done");
  talk.go_back();
  CHECK(talk.place().cue->id == "secretary");
  say(talk, 1);
  CHECK(talk.place().section->id == "second");
  CHECK(listed(talk) == "price think ");
  while (talk.can_go_back()) talk.go_back();
  CHECK(talk.place().cue == nullptr);
  CHECK(talk.place().section->id == "front");
  talk.go_back();
  CHECK(talk.path().size() == 1);
}

TEST_CASE("an answer that leads nowhere, to itself or to what is gone stays at its cue and is known to be said") {
  const Document document = book();
  Talk talk(document, "prices");
  for (const size_t answer : {size_t{0}, size_t{1}}) {
    say(talk, answer);
    CHECK(talk.place().cue->id == "price");
    CHECK(talk.said() == &talk.place().cue->answers[answer]);
    CHECK(talk.path().size() == 2);
  }
  Talk other(document, "doubts");
  say(other, 0);
  CHECK(other.path().size() == 2);
}

TEST_CASE("the cue that an answer leads to has not been said by the client until he says it") {
  const Document document = book();
  Talk talk(document, "");
  CHECK(talk.answered() == nullptr);
  say(talk, 0);
  REQUIRE(talk.answered() != nullptr);
  CHECK(talk.answered()->id == "to_think");
  CHECK_FALSE(talk.path().back().is_heard);
  const IndexedCue cue = talk.cues().front();
  talk.hear(cue);
  CHECK(talk.answered() == nullptr);
  CHECK(talk.path().back().is_heard);
  CHECK(talk.path().size() == 3);
  talk.go_back();
  say(talk, 1);  // to a section
  REQUIRE(talk.answered() != nullptr);
  CHECK(talk.answered()->id == "to_part");
  const IndexedCue first = talk.cues().front();  // the list changes
  talk.hear(first);
  CHECK(talk.answered() == nullptr);
}

TEST_CASE("a new call begins at the opening, wherever the last one began") {
  const Document document = book();
  Talk late(document, "prices");
  late.begin_anew();
  CHECK(listed(late) == "secretary ");
  Talk talk(document, "");
  say(talk, 0);
  say(talk, 1);
  talk.begin_anew();
  CHECK(listed(talk) == "secretary ");
  CHECK(talk.path().size() == 1);
  CHECK(talk.said() == nullptr);
}

}  // namespace canvasbook::talk_test
