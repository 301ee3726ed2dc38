// The rules for sales books, each where it speaks and where it is silent.
#include <doctest/doctest.h>

#include "tests/book.h"
#include "tests/findings.h"

namespace canvasbook::sales_test {

using samples::sound_book;
using samples::subjects_of;
using samples::with_changed;

namespace {

Workbook book() { return samples::make_workbook({sound_book()}); }

}  // namespace

TEST_CASE("the review has nothing to say about a sound sales book") { CHECK(review(book()).empty()); }

TEST_CASE("a call without a goal is found") {
  CHECK(subjects_of(set_prose(book(), "call", " \n"), "call_without_goal") == "call ");
}

TEST_CASE("an objection needs two answers with words in them") {
  const Workbook one = with_changed<Responses>(
      book(), "objections", [](Responses& responses) { responses.responses[0].answers[1].text = " "; });
  CHECK(subjects_of(one, "objection_with_few_answers") == "price ");
  CHECK(review(one).front().arguments[1].second == "1");
  CHECK(subjects_of(one, "cue_without_answer").empty());
}

TEST_CASE("any other cue needs one answer, a line without a cue none") {
  const Responses contact{"",
                          {samples::make_response("start", "We begin", {"Hello"}),
                           samples::make_response("hurry", "In a hurry", {}), samples::make_response("new", "", {})}};
  const Document document = samples::make_document_of("d", {samples::make_section_of("contact", "contact", contact)});
  CHECK(subjects_of(samples::make_workbook({document}), "cue_without_answer") == "hurry ");
}

TEST_CASE("answers that no dialogue uses are told section by section, by their cues") {
  const Workbook workbook = with_changed<Responses>(book(), "objections", [](Responses& responses) {
    for (const char* id : {"a", "b", "c", "d"}) {
      responses.responses.push_back(samples::make_response(id, std::string("Cue *") + id + "*", {"1", "2"}));
    }
  });
  CHECK(subjects_of(workbook, "unused_module") == "objections ");
  const Finding finding = review(workbook).front();
  CHECK(finding.items == std::vector<std::string>{"a", "b", "c", "d"});
  CHECK(finding.arguments[0].second == "“Cue a”, “Cue b”, “Cue c” and 1 more");
}

TEST_CASE("one answer to a cue in a dialogue is enough, and a document without dialogues is not asked") {
  const Workbook one = with_changed<Dialogue>(book(), "talk2", [](Dialogue& talk) { talk.lines[1].module.clear(); });
  CHECK(subjects_of(one, "unused_module").empty());
  Document document = sound_book();
  document.sections.erase(document.sections.begin() + 3, document.sections.end());
  CHECK(subjects_of(samples::make_workbook({document}), "unused_module").empty());
}

TEST_CASE("a sales book has three dialogues at least; other documents need none") {
  CHECK(subjects_of(remove_section(book(), "talk3"), "too_few_dialogues") == "book ");
  CHECK(subjects_of(remove_section(remove_section(book(), "talk3"), "call"), "too_few_dialogues").empty());
  const Workbook without_answers = with_changed<Responses>(remove_section(book(), "talk3"), "objections",
                                                           [](Responses& objections) { objections.responses.clear(); });
  CHECK(subjects_of(without_answers, "too_few_dialogues").empty());  // there is nothing yet that dialogues could say
}

TEST_CASE("a talk that takes longer than it may is found, one that may take any time is not") {
  std::string minute;
  for (int i = 0; i < words_a_minute; ++i) minute += "word ";
  const Workbook workbook = with_changed<Dialogue>(book(), "talk1", [&](Dialogue& talk) {
    talk.minutes = 1;
    talk.lines[1].text = minute;
  });
  CHECK(subjects_of(workbook, "dialogue_too_long") == "talk1 ");
  const Finding finding = review(workbook).front();
  CHECK(finding_words(finding, Catalog::of(Language::en)).what ==
        "The talk “Title of talk1” takes about 2 min to say; it was meant for 1 min.");
  CHECK(harm_of(finding.rule) == Harm::lacking);
  CHECK(subjects_of(set_talk_minutes(workbook, "talk1", 2), "dialogue_too_long").empty());
  CHECK(subjects_of(set_talk_minutes(workbook, "talk1", 0), "dialogue_too_long").empty());
}

TEST_CASE("a finding about a sales book can be dismissed") {
  const Workbook workbook = remove_section(book(), "talk3");
  const auto findings = review(dismiss_finding(workbook, {"too_few_dialogues", "book", "book", "Two will do", {}}));
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].dismissed);
  CHECK(findings[0].reason == "Two will do");
}

}  // namespace canvasbook::sales_test
