// A small sales book and its like for tests.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/call_scheme.h"
#include "model/workbook.h"
#include "tests/edits.h"
#include "tests/sample_visits.h"
#include "tests/samples.h"

namespace canvasbook::samples {

inline Section make_section_of(std::string id, std::string role, Content content, int level = 1) {
  const std::string title = "Title of " + id;
  return {std::move(id), std::move(role), title, level, std::move(content), 0, {}};
}

// A cue whose answers have the ids "<id>_1", "<id>_2" …
inline Response make_response(const std::string& id, const std::string& cue, const std::vector<std::string>& answers) {
  Response response{id, cue, {}, {}};
  for (size_t i = 0; i < answers.size(); ++i) {
    response.answers.push_back({id + "_" + std::to_string(i + 1), answers[i], {}});
  }
  return response;
}

// A talk of a manager and a client, of which the manager uses a module.
inline Dialogue make_dialogue(const std::string& id, const std::string& module) {
  Dialogue dialogue;
  dialogue.situation = "A call.";
  dialogue.speakers = {{"staff", "Manager", false, {}}, {"client", "Client", true, {}}};
  dialogue.lines = {{id + "_1", "client", "Expensive.", {}, {}}, {id + "_2", "staff", "Compared?", module, {}}};
  return dialogue;
}

// A standard as the review wants it.
inline Sheet make_standards(const std::string& id) {
  Sheet sheet;
  sheet.layout = SheetLayout::cards;
  for (const char* role : {"situation", "action", "measure", "target", "unit", "reason"}) {
    SheetColumn column;
    column.id = role;
    column.role = role;
    column.title = std::string("Title of ") + role;
    sheet.columns.push_back(std::move(column));
  }
  sheet.rows = {{id,
                 {{"situation", "A guest comes in"},
                  {"action", "Greets first"},
                  {"measure", "Time to the greeting"},
                  {"target", "30"},
                  {"unit", "s"},
                  {"reason", "Who was seen waits in peace"}},
                 {}}};
  return sheet;
}

inline Checklist make_checklist(const std::string& id) {
  Checklist checklist;
  checklist.scale = Scale::yes_no_partly;
  checklist.head = {{id + "_date", "Date", {}}};
  CheckItem sign{id + "_sign", "Sign", "Lit at night", 3, true, Scale::inherited, {}};
  CheckItem taste{id + "_taste", "Taste", "You would order it again", 1, false, Scale::points_5, {}};
  checklist.groups = {{id + "_door", "Door", {sign}, {}}, {id + "_bar", "Bar", {taste}, {}}};
  checklist.signatures = {{id + "_checker", "Checked by", {}}};
  return checklist;
}

// A sales book of which the review has nothing to say.
inline Document sound_book() {
  Responses objections;
  objections.cue_title = "Objection";
  objections.responses = {make_response("price", "Expensive.", {"Compared to what?", "It includes delivery."})};
  Replacements stop;
  stop.replacements = {{"try", "I will try", "I will do it by 15:00", "It sounds like a doubt", {}}};
  return make_document_of(
      "book", {make_section_of("call", "call_goal", Prose{"**Goal:** a meeting."}),
               make_section_of("objections", "objections", objections, 2), make_section_of("stop", "stop_list", stop),
               make_section_of("talk1", "scenario", make_dialogue("t1", "price_1")),
               make_section_of("talk2", "scenario", make_dialogue("t2", "price_2")),
               make_section_of("talk3", "scenario", make_dialogue("t3", {}))});
}

inline Document sound_standards() {
  return make_document_of("rules", {make_section_of("greeting", "standards", make_standards("greet")),
                                    make_section_of("hall", "checklist", make_checklist("hall"))});
}

// Two rules with a warning below them.
inline Document sound_rules() {
  return make_document_of(
      "ten", {make_section_of("rules_text", "service_rules",
                              Prose{"## 1. Promise less\n\nName a day that you are sure of.\n\n## 2. The answer is yes"
                                    "\n\nThen say when.\n\n---\n\n**Mind.** Nothing is worth it without profit."})});
}

// Eight cards to hand out, all alike, with two questions and a line for words.
inline Document sound_question_cards() {
  Sheet sheet;
  sheet.layout = SheetLayout::cards;
  for (const char* role : {"heading", "question", "words"}) {
    SheetColumn column;
    column.id = column.role = role;
    column.title = std::string("Title of ") + role;
    sheet.columns.push_back(std::move(column));
  }
  for (int i = 0; i < 8; ++i) {
    sheet.rows.push_back({"card" + std::to_string(i),
                          {{"heading", "How was it?"}, {"question", "☐1 ☐2 ☐3"}, {"words", "________"}},
                          {}});
  }
  return make_document_of("till", {make_section_of("cards", "satisfaction_card", std::move(sheet))});
}

// Each print form has something in it.
inline Document sound_touchpoints() {
  Sheet plan;
  plan.columns = {{"name", "touchpoint", "Touchpoint", ColumnType::text, {}, 0, {}},
                  {"who", "owner", "Owner", ColumnType::text, {}, 0, {}}};
  plan.rows = {{"window", {{"name", "Shop window"}, {"who", "Manager"}}, {}}};
  return make_document_of("places", {make_section_of("plan", "touchpoint_plan", plan)});
}

inline Workbook workbook_for_all_forms() {
  return lead_on(make_workbook({sound_standards(), sound_book(), sound_rules(), sound_question_cards(),
                                document_with(sound_visits()), sound_touchpoints()}),
                 "price_1", "", CallEnd::agreed);
}

// A touchpoint named by a standard, an answer said by a line, a segment that two notes serve.
inline Workbook linked_workbook() {
  Sheet plan;
  plan.columns = {{"name", "touchpoint", "Touchpoint", ColumnType::text, {}, 0, {}}};
  plan.rows = {{"t1", {{"name", "Shop window"}}, {}}, {"t2", {{"name", "Till"}}, {}}};
  Sheet rules;
  rules.columns = {{"at", "covers", "Where", ColumnType::touchpoint, {}, 0, {}}};
  rules.rows = {{"s1", {{"at", "t1"}}, {}}};
  Responses responses;
  responses.responses.push_back({"dear", "It is dear.", {{"a1", "Compared with what?", {}}}, {}});
  Dialogue talk;
  talk.speakers.push_back({"seller", "Seller", false, {}});
  DialogueLine line;
  line.id = "l1";
  line.speaker = "seller";
  line.module = "a1";
  talk.lines.push_back(line);
  return make_workbook({make_document_of("places", {make_section("plan", plan), make_section("rules", rules)}),
                        make_document_of("talks", {make_section("answers", responses), make_section("talk", talk)})});
}

// The workbook with the content of a section changed: change(Kind&).
template <class Kind, class Change>
Workbook with_changed(const Workbook& workbook, std::string_view section, Change change) {
  const Section* before = find_section(workbook, section);
  REQUIRE_MESSAGE(before != nullptr, "no section ", std::string(section));
  Section changed = *before;
  change(std::get<Kind>(changed.content));
  return set_section(workbook, changed);
}

// A sales book in which two lines have the words of their answers.
inline Workbook book_with_said_answers() {
  Workbook workbook = make_workbook({sound_book()});
  workbook =
      with_changed<Dialogue>(workbook, "talk1", [](Dialogue& talk) { talk.lines[1].text = "Compared to what?"; });
  return with_changed<Dialogue>(workbook, "talk2",
                                [](Dialogue& talk) { talk.lines[1].text = "It includes delivery."; });
}

}  // namespace canvasbook::samples
