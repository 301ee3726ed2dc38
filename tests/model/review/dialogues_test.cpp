// Dialogues against the scheme of the call: where they speak and where they are silent.
#include <doctest/doctest.h>

#include <algorithm>

#include "model/call_scheme.h"
#include "model/review/mend.h"
#include "tests/findings.h"
#include "tests/samples.h"

namespace canvasbook::dialogues_test {

using samples::make_section;
using samples::subjects_of;

namespace {

Response cue(const std::string& id, const std::string& leads_to, CallEnd end = CallEnd::none) {
  Answer answer;
  answer.id = id + "_1";
  answer.text = "Answer to " + id;
  answer.leads_to = leads_to;
  answer.end = end;
  return {id, "Cue " + id, {answer}, {}};
}

Section stage(const std::string& id, std::vector<Response> cues) {
  Section section = make_section(id, Responses{"", std::move(cues)});
  section.title = "Stage " + id;
  return section;
}

// A dialogue that says the answers of cues, a line each; a line in own words where none is named.
Section talk(const std::string& id, const std::vector<std::string>& cues) {
  Dialogue dialogue;
  dialogue.speakers = {{"staff", "Staff", false, {}}};
  for (size_t i = 0; i < cues.size(); ++i) {
    DialogueLine line;
    line.id = id + "_line_" + std::to_string(i + 1);
    line.speaker = "staff";
    line.text = "Line " + std::to_string(i + 1);
    if (!cues[i].empty()) line.module = cues[i] + "_1";
    dialogue.lines.push_back(std::move(line));
  }
  Section section = make_section(id, std::move(dialogue));
  section.title = "Talk " + id;
  return section;
}

// Start leads to doubt, doubt to the close, the close ends the talk; price and late are brought up among objections.
// Nothing is said of where facts belong.
Workbook book(std::vector<Section> talks) {
  std::vector<Section> sections{
      stage("opening", {cue("start", "doubt"), cue("short", "closing")}),
      stage("objections", {cue("doubt", "close"), cue("price", "close"), cue("late", "close")}),
      stage("closing", {cue("close", "", CallEnd::agreed), cue("later", "", CallEnd::call_back)}),
      stage("facts", {cue("fact", "")})};
  for (Section& section : talks) sections.push_back(std::move(section));
  return samples::make_workbook({samples::make_document_of("book", std::move(sections))});
}

std::string all_subjects(const Workbook& workbook) {
  return subjects_of(workbook, "dialogue_elsewhere") + subjects_of(workbook, "dialogue_after_end") +
         subjects_of(workbook, "dialogue_shows_step");
}

const Answer& answer_of(const Workbook& workbook, const std::string& section, size_t place) {
  return std::get<Responses>(find_section(workbook, section)->content).responses[place].answers[0];
}

}  // namespace

TEST_CASE("a dialogue that goes as the answers lead has no finding") {
  CHECK(all_subjects(book({talk("t", {"start", "", "doubt", "close"})})).empty());
}

TEST_CASE("a dialogue may go to any cue of the stage that an answer leads to, by the stage or by one of its cues") {
  CHECK(all_subjects(book({talk("t", {"short", "later"})})).empty());
  CHECK(all_subjects(book({talk("t", {"price", "later"})})).empty());
  CHECK(all_subjects(book({talk("t", {"start", "price", "late", "close"})})).empty());
}

TEST_CASE("a dialogue that leaves a stage for another than the answer names is told at the line, with both ways") {
  const Workbook workbook = book({talk("t", {"start", "", "later"})});
  CHECK(subjects_of(workbook, "dialogue_elsewhere") == "t_line_3 ");
  const std::vector<Finding> findings = review(workbook);
  const auto found = std::ranges::find(findings, "dialogue_elsewhere", &Finding::rule);
  REQUIRE(found != findings.end());
  CHECK(finding_words(*found, Catalog::of(Language::en)).what ==
        "In the dialogue “Talk t”, the answer “Answer to start” is said. It leads to “Cue doubt”, but the line "
        "“Line 3” goes on at “Cue later”.");
  CHECK(found->items == std::vector<std::string>{"t_line_3", "start_1"});
  CHECK_FALSE(found->has_mend);
}

TEST_CASE("within a stage a cue that others lead to is not brought up by the client") {
  CHECK(subjects_of(book({talk("t", {"price", "doubt"})}), "dialogue_elsewhere") == "t_line_2 ");
}

TEST_CASE("a second answer to the same cue is no other way") {
  CHECK(all_subjects(book({talk("t", {"start", "start", "doubt", "close", "close"})})).empty());
}

TEST_CASE("what the scheme has no place for may be said at any time, after the end too") {
  CHECK(all_subjects(book({talk("t", {"start", "fact", "doubt", "close", "fact"})})).empty());
}

TEST_CASE("a dialogue that goes on after the end of the talk is told once an end, whatever is said between") {
  const Workbook workbook = book({talk("t", {"close", "fact", "price", "late"}), talk("u", {"later", "start"})});
  CHECK(subjects_of(workbook, "dialogue_after_end") == "t_line_3 u_line_2 ");
  CHECK(subjects_of(workbook, "dialogue_elsewhere").empty());
}

TEST_CASE("a step that only a dialogue shows is given to the answer in one step") {
  Workbook workbook = lead_on(book({talk("t", {"doubt", "close"})}), "doubt_1", "", CallEnd::none);
  CHECK(subjects_of(workbook, "dialogue_shows_step") == "t_line_2 ");
  workbook = mended(workbook, review(workbook));
  CHECK(answer_of(workbook, "objections", 0).leads_to == "close");
  CHECK(all_subjects(workbook).empty());
}

TEST_CASE("dialogues that go to two cues of a stage lead the answer to the stage, to two stages to none") {
  const Workbook both =
      lead_on(book({talk("t", {"doubt", "close"}), talk("u", {"doubt", "later"})}), "doubt_1", "", CallEnd::none);
  CHECK(answer_of(mended(both, review(both)), "objections", 0).leads_to == "closing");
  const Workbook apart =
      lead_on(book({talk("t", {"doubt", "close"}), talk("u", {"doubt", "short"})}), "doubt_1", "", CallEnd::none);
  CHECK(subjects_of(apart, "dialogue_shows_step") == "t_line_2 u_line_2 ");
  CHECK(answer_of(mended(apart, review(apart)), "objections", 0).leads_to.empty());
}

TEST_CASE("a section that an answer leads to is left for its parts") {
  Section chapter = make_section("chapter", Prose{"The second call"});
  Section part = stage("part", {cue("b", "", CallEnd::agreed)});
  part.level = 2;
  const Section after = stage("after", {cue("c", "", CallEnd::refused)});
  const auto workbook_with = [&](const std::string& said) {
    return samples::make_workbook({samples::make_document_of(
        "book", {stage("first", {cue("a", "chapter")}), chapter, part, after, talk("t", {"a", said})})});
  };
  CHECK(all_subjects(workbook_with("b")).empty());
  CHECK(subjects_of(workbook_with("c"), "dialogue_elsewhere") == "t_line_2 ");
}

TEST_CASE("a book without next steps, and lines of a missing answer or a step to nothing, are not asked") {
  const Workbook plain = samples::make_workbook({samples::make_document_of(
      "book", {stage("s", {cue("a", "")}), stage("u", {cue("b", "")}), talk("t", {"a", "b", "a"})})});
  CHECK(all_subjects(plain).empty());
  CHECK(all_subjects(book({talk("t", {"start", "nowhere", "doubt"})})).empty());
  CHECK(all_subjects(lead_on(book({talk("t", {"start", "close"})}), "start_1", "gone", CallEnd::none)).empty());
}

}  // namespace canvasbook::dialogues_test
