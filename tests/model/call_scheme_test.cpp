// Where the answers of a document lead, and what is missing there.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "model/call_scheme.h"
#include "model/module_uses.h"
#include "tests/findings.h"
#include "tests/samples.h"

namespace canvasbook::call_scheme_test {

using samples::make_document_of;
using samples::make_section;
using samples::make_workbook;

namespace {

Response cue(const std::string& id, std::vector<std::pair<std::string, CallEnd>> ways) {
  Response response{id, "Cue " + id, {}, {}};
  for (size_t i = 0; i < ways.size(); ++i) {
    Answer answer;
    answer.id = id + "_" + std::to_string(i + 1);
    answer.text = "Answer";
    answer.leads_to = ways[i].first;
    answer.end = ways[i].second;
    response.answers.push_back(std::move(answer));
  }
  return response;
}

Section stage(const std::string& id, std::vector<Response> cues) {
  return make_section(id, Responses{"", std::move(cues)});
}

std::string ids_of(const std::vector<const CallCue*>& cues) {
  std::string ids;
  for (const CallCue* cue : cues) ids += cue->response->id + " ";
  return ids;
}

}  // namespace

TEST_CASE("a document whose answers lead nowhere has no scheme") {
  const Document document = make_document_of("book", {stage("s", {cue("a", {{"", CallEnd::none}})})});
  CHECK(call_scheme(document).stages.empty());
}

TEST_CASE("an answer leads to a cue, a section, an end, or to what is not there") {
  const Document document = make_document_of("book", {stage("s", {cue("a", {{"b", CallEnd::none},
                                                                            {"t", CallEnd::none},
                                                                            {"", CallEnd::agreed},
                                                                            {"gone", CallEnd::none},
                                                                            {"", CallEnd::none}})}),
                                                      stage("t", {cue("b", {{"", CallEnd::refused}})})});
  const CallScheme scheme = call_scheme(document);
  REQUIRE(scheme.stages.size() == 2);
  std::vector<WayTo> ways;
  for (const CallWay& way : scheme.stages[0].cues[0].ways) ways.push_back(way.to);
  CHECK(ways == std::vector{WayTo::cue, WayTo::section, WayTo::end, WayTo::gone, WayTo::nothing});
}

TEST_CASE("dead ends, stages apart and talks without an end are found; a way out makes them whole") {
  const Document document =
      make_document_of("book", {stage("first", {cue("a", {{"b", CallEnd::none}, {"", CallEnd::none}})}),
                                stage("second", {cue("b", {{"c", CallEnd::none}}), cue("c", {{"b", CallEnd::none}})}),
                                stage("apart", {cue("d", {{"", CallEnd::call_back}})}),
                                stage("quiet", {cue("e", {{"", CallEnd::none}})})});
  const CallScheme scheme = call_scheme(document);
  const CallFaults faults = faults_of(scheme);
  CHECK(ids_of(faults.dead_ends) == "a ");
  CHECK(ids_of(faults.endless) == "b c ");
  REQUIRE(faults.unreached.size() == 1);
  const Workbook workbook = lead_on(make_workbook({document}), "c_1", "apart", CallEnd::none);
  const CallScheme whole = call_scheme(*workbook.documents[0]);
  CHECK(faults_of(whole).endless.empty());
  CHECK(faults_of(whole).unreached.empty());
}

TEST_CASE("the parts of a section that something leads to are reached with it") {
  Section chapter = make_section("chapter", Prose{"The second call"});
  Section part = stage("part", {cue("b", {{"", CallEnd::agreed}})});
  part.level = 2;
  const Document document =
      make_document_of("book", {stage("first", {cue("a", {{"chapter", CallEnd::none}})}), chapter, part});
  const CallScheme scheme = call_scheme(document);
  CHECK(faults_of(scheme).unreached.empty());
}

TEST_CASE("an answer has a next step or an end, never both, and loses them together") {
  Workbook workbook = make_workbook({make_document_of("book", {stage("s", {cue("a", {{"a", CallEnd::none}})})})});
  const auto answer = [&] { return std::get<Responses>(find_section(workbook, "s")->content).responses[0].answers[0]; };
  workbook = lead_on(std::move(workbook), "a_1", "ignored", CallEnd::refused);
  CHECK(answer().leads_to.empty());
  CHECK(answer().end == CallEnd::refused);
  workbook = lead_on(std::move(workbook), "a_1", "s", CallEnd::none);
  CHECK(answer().leads_to == "s");
  CHECK(answer().end == CallEnd::none);
  workbook = lead_on(std::move(workbook), "a_1", "", CallEnd::none);
  CHECK(answer().leads_to.empty());
  CHECK(lead_on(workbook, "nobody", "s", CallEnd::none) == workbook);
}

TEST_CASE("copies lead to their own cues and sections; what is removed is led to no more") {
  const Workbook workbook = make_workbook({make_document_of(
      "book", {stage("s", {cue("a", {{"b", CallEnd::none}, {"t", CallEnd::none}})}), stage("t", {cue("b", {})})})});
  IdSource fresh(5);
  const Workbook copied = duplicate_document(workbook, "book", fresh);
  const Document& copy = *copied.documents[1];
  const auto& answers = std::get<Responses>(copy.sections[0]->content).responses[0].answers;
  CHECK(answers[0].leads_to == std::get<Responses>(copy.sections[1]->content).responses[0].id);
  CHECK(answers[1].leads_to == copy.sections[1]->id);
  const Workbook removed = remove_section(workbook, "t");
  for (const Answer& answer : std::get<Responses>(find_section(removed, "s")->content).responses[0].answers)
    CHECK(answer.leads_to.empty());
}

TEST_CASE("a ring of a thousand cues has one finding, a missing step one with its mend") {
  std::vector<Response> ring;
  for (int i = 0; i < 1000; ++i)
    ring.push_back(cue("c" + std::to_string(i), {{"c" + std::to_string((i + 1) % 1000), CallEnd::none}}));
  const Workbook workbook = make_workbook({make_document_of("book", {stage("s", ring)})});
  CHECK(samples::subjects_of(workbook, "endless_talk") == "book ");
  const Workbook missing =
      make_workbook({make_document_of("book", {stage("s", {cue("a", {{"gone", CallEnd::none}})})})});
  CHECK(samples::subjects_of(missing, "missing_next_step") == "a_1 ");
}

TEST_CASE("an answer that leads to its own cue is a finding; a ring with ways out is none") {
  const Workbook workbook = make_workbook(
      {make_document_of("book", {stage("s", {cue("a", {{"a", CallEnd::none}, {"", CallEnd::agreed}}),
                                             cue("b", {{"c", CallEnd::none}, {"", CallEnd::agreed}}),
                                             cue("c", {{"b", CallEnd::none}, {"", CallEnd::refused}})})})});
  CHECK(samples::subjects_of(workbook, "leads_to_own_cue") == "a_1 ");
  CHECK(samples::subjects_of(workbook, "endless_talk").empty());
  CHECK(samples::subjects_of(workbook, "dead_end").empty());
}

TEST_CASE("a section that answers lead to and that leads nowhere is one finding, not one more for its cues") {
  const auto with = [](std::vector<Response> last) {
    return make_workbook({make_document_of(
        "book", {stage("first", {cue("a", {{"last", CallEnd::none}, {"b", CallEnd::none}})}), stage("last", last)})});
  };
  const Workbook breaks = with({cue("b", {{"", CallEnd::none}}), cue("c", {{"", CallEnd::none}})});
  CHECK(samples::subjects_of(breaks, "stage_breaks_off") == "last ");
  CHECK(samples::subjects_of(breaks, "dead_end").empty());
  const Workbook ends = with({cue("b", {{"", CallEnd::agreed}}), cue("c", {{"", CallEnd::none}})});
  CHECK(samples::subjects_of(ends, "stage_breaks_off").empty());
  CHECK(samples::subjects_of(with({cue("b", {})}), "stage_breaks_off").empty());  // nothing is answered there yet
}

TEST_CASE("a section whose deeper ones lead on does not break off") {
  Section part = stage("part", {cue("c", {{"", CallEnd::agreed}})});
  part.level = 2;
  const Workbook workbook =
      make_workbook({make_document_of("book", {stage("first", {cue("a", {{"last", CallEnd::none}})}),
                                               stage("last", {cue("b", {{"", CallEnd::none}})}), part})});
  CHECK(samples::subjects_of(workbook, "stage_breaks_off").empty());
}

TEST_CASE("a book names its own results, each once, and an answer that leads on has none") {
  Workbook workbook = make_workbook({make_document_of(
      "book",
      {stage("s", {cue("a", {{"", CallEnd::agreed}, {"", CallEnd::agreed}}), cue("b", {{"", CallEnd::refused}})})})});
  workbook = lead_on(std::move(workbook), "a_1", {}, CallEnd::agreed, " Trial booked ");
  workbook = lead_on(std::move(workbook), "a_2", {}, CallEnd::agreed, "Trial booked");
  workbook = lead_on(std::move(workbook), "b_1", {}, CallEnd::refused, "Has a contract");
  CHECK(named_ends(*workbook.documents.front()) ==
        std::vector<NamedEnd>{{CallEnd::agreed, "Trial booked"}, {CallEnd::refused, "Has a contract"}});
  const auto answer = [&](const char* id) { return *find_module(workbook, id).answer; };
  const Catalog& words = Catalog::of(Language::en);
  CHECK(end_words(answer("a_1"), words) == "Trial booked");
  workbook = lead_on(std::move(workbook), "a_1", "b", CallEnd::none, "Trial booked");
  CHECK(answer("a_1").result.empty());
  workbook = lead_on(std::move(workbook), "a_2", {}, CallEnd::agreed);
  CHECK(end_words(answer("a_2"), words) == "Agreed");
}

}  // namespace canvasbook::call_scheme_test
