// The rules for where the answers of a document lead.
#include <array>

#include "model/review/rules.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

void find_missing_steps(const DocumentReview& at, std::string_view rule) {
  for (const CallStage& stage : at.calls.stages) {
    for (const CallCue& cue : stage.cues) {
      for (const CallWay& way : cue.ways) {
        if (way.to != WayTo::gone) continue;
        at.add(rule, {way.answer->id},
               {{"answer", at.quoted(way.answer->text)}, {"section", at.quoted(stage.section->title)}})
            .has_mend = true;
      }
    }
  }
}

void find_answers_to_own_cue(const DocumentReview& at, std::string_view rule) {
  for (const CallStage& stage : at.calls.stages) {
    for (const CallCue& cue : stage.cues) {
      for (const CallWay& way : cue.ways) {
        if (way.to != WayTo::cue || way.answer->leads_to != cue.response->id) continue;
        at.add(rule, {way.answer->id},
               {{"answer", at.quoted(way.answer->text)}, {"section", at.quoted(stage.section->title)}});
      }
    }
  }
}

// One finding a section: a book in which the talk is half drawn has many.
void find_dead_ends(const DocumentReview& at, std::string_view rule) {
  const std::vector<const CallCue*>& faults = at.call_faults.dead_ends;
  auto next = faults.begin();
  for (const CallStage& stage : at.calls.stages) {
    std::vector<std::string> items;
    std::vector<std::string_view> cues;
    for (const CallCue& cue : stage.cues) {
      if (next == faults.end() || *next != &cue) continue;
      ++next;
      items.push_back(cue.response->id);
      cues.push_back(cue.response->cue);
    }
    if (items.empty()) continue;
    const std::string section = stage.section->id;
    at.add(rule, std::move(items), {{"cues", first_of(at, cues)}, {"section", at.quoted(stage.section->title)}},
           section);
  }
}

void find_endless_talks(const DocumentReview& at, std::string_view rule) {
  std::vector<std::string> items;
  std::vector<std::string_view> cues;
  for (const CallCue* cue : at.call_faults.endless) {
    items.push_back(cue->response->id);
    cues.push_back(cue->response->cue);
  }
  if (!items.empty()) at.add(rule, std::move(items), {{"cues", first_of(at, cues)}}, at.document.id);
}

void find_stages_breaking_off(const DocumentReview& at, std::string_view rule) {
  for (const CallStage* stage : at.call_faults.breaking_off)
    at.add(rule, {stage->section->id}, {{"section", at.quoted(stage->section->title)}});
}

void find_unreached_stages(const DocumentReview& at, std::string_view rule) {
  for (const CallStage* stage : at.call_faults.unreached)
    at.add(rule, {stage->section->id}, {{"section", at.quoted(stage->section->title)}});
}

}  // namespace

std::span<const Rule> call_rules() {
  using enum Harm;
  static constexpr std::array rules{Rule{"missing_next_step", broken, find_missing_steps},
                                    Rule{"leads_to_own_cue", lacking, find_answers_to_own_cue},
                                    Rule{"endless_talk", lacking, find_endless_talks},
                                    Rule{"dead_end", lacking, find_dead_ends},
                                    Rule{"stage_breaks_off", lacking, find_stages_breaking_off},
                                    Rule{"stage_unreached", hint, find_unreached_stages}};
  return rules;
}

}  // namespace canvasbook
