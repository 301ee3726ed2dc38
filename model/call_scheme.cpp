#include "model/call_scheme.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "model/call_gaps.h"
#include "model/kinds/item_lists.h"
#include "model/module_uses.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

// Where the cues and the sections of a document are.
struct Targets {
  std::unordered_set<std::string_view> cues;
  std::unordered_set<std::string_view> sections;
};

Targets targets_of(const Document& document) {
  Targets targets;
  for (const auto& section : document.sections) {
    targets.sections.insert(section->id);
    const auto* responses = std::get_if<Responses>(&section->content);
    if (responses == nullptr) continue;
    for (const Response& response : responses->responses) targets.cues.insert(response.id);
  }
  return targets;
}

WayTo way_of(const Answer& answer, const Targets& targets) {
  if (answer.end != CallEnd::none) return WayTo::end;
  if (answer.leads_to.empty()) return WayTo::nothing;
  if (targets.cues.contains(answer.leads_to)) return WayTo::cue;
  return targets.sections.contains(answer.leads_to) ? WayTo::section : WayTo::gone;
}

bool leads_on(const CallCue& cue) {
  return std::ranges::any_of(cue.ways, [](const CallWay& way) { return way.to != WayTo::nothing; });
}

std::vector<CallCue> cues_of(const Section& section, const Targets& targets) {
  std::vector<CallCue> cues;
  const auto* responses = std::get_if<Responses>(&section.content);
  if (responses == nullptr) return cues;
  for (const Response& response : responses->responses) {
    CallCue& cue = cues.emplace_back(CallCue{&response, {}});
    for (const Answer& answer : response.answers) {
      const WayTo to = way_of(answer, targets);
      if (to != WayTo::nothing || !trim(answer.text).empty()) cue.ways.push_back({&answer, to});
    }
  }
  return cues;
}

template <class Visit>
void for_each_way(const CallScheme& scheme, Visit visit) {
  for (const CallStage& stage : scheme.stages) {
    for (const CallCue& cue : stage.cues) {
      for (const CallWay& way : cue.ways) visit(stage, cue, way);
    }
  }
}

std::unordered_set<std::string_view> reached(const CallScheme& scheme) {
  std::unordered_set<std::string_view> ids;
  for_each_way(scheme, [&](const CallStage&, const CallCue&, const CallWay& way) {
    if (way.to == WayTo::cue || way.to == WayTo::section) ids.insert(way.answer->leads_to);
  });
  return ids;
}

bool has_dead_end(const CallCue& cue) {
  return std::ranges::any_of(cue.ways, [](const CallWay& way) { return way.to == WayTo::nothing; });
}

// The cues from which an end can be reached, an open one included. Backwards from the ends, each way once.
std::unordered_set<const CallCue*> ending_cues(const CallScheme& scheme) {
  std::unordered_map<std::string_view, std::vector<const CallCue*>> before;  // the cues that lead to a cue, by its id
  std::unordered_map<std::string_view, const CallCue*> cues;
  std::vector<const CallCue*> ending;
  for (const CallStage& stage : scheme.stages) {
    for (const CallCue& cue : stage.cues) {
      cues.emplace(cue.response->id, &cue);
      // in a section the talk goes on with whatever the client says
      const bool ends =
          cue.ways.empty() || std::ranges::any_of(cue.ways, [](const CallWay& way) { return way.to != WayTo::cue; });
      if (ends) ending.push_back(&cue);
      for (const CallWay& way : cue.ways) {
        if (way.to == WayTo::cue) before[way.answer->leads_to].push_back(&cue);
      }
    }
  }
  std::unordered_set<const CallCue*> found(ending.begin(), ending.end());
  while (!ending.empty()) {
    const CallCue* cue = ending.back();
    ending.pop_back();
    for (const CallCue* earlier : before[cue->response->id]) {
      if (found.insert(earlier).second) ending.push_back(earlier);
    }
  }
  return found;
}

// Whether a stage has answers, and neither they nor those of the deeper sections below it lead anywhere.
bool says_nothing_of_what_follows(const CallScheme& scheme, const CallStage& stage) {
  if (std::ranges::all_of(stage.cues, [](const CallCue& cue) { return cue.ways.empty(); })) return false;
  const CallStage* end = scheme.stages.data() + scheme.stages.size();
  for (const CallStage* part = &stage; part != end; ++part) {
    if (part != &stage && part->section->level <= stage.section->level) break;
    if (std::ranges::any_of(part->cues, leads_on)) return false;
  }
  return true;
}

}  // namespace

CallScheme call_scheme(const Document& document) {
  const Targets targets = targets_of(document);
  CallScheme all;
  for (const auto& section : document.sections) {
    if (!is_gaps(*section)) all.stages.push_back({&*section, cues_of(*section, targets)});
  }
  bool leads = false;
  for_each_way(
      all, [&](const CallStage&, const CallCue&, const CallWay& way) { leads = leads || way.to != WayTo::nothing; });
  if (!leads) return {};
  const auto ids = reached(all);
  CallScheme scheme;
  for (CallStage& stage : all.stages) {
    if (!stage.cues.empty() || ids.contains(stage.section->id)) scheme.stages.push_back(std::move(stage));
  }
  return scheme;
}

CallFaults faults_of(const CallScheme& scheme) {
  CallFaults faults;
  const auto ids = reached(scheme);
  const auto ending = ending_cues(scheme);
  bool is_first = true;
  int reached_level = 0;  // of the section above that something leads to; 0 for none
  for (const CallStage& stage : scheme.stages) {
    const int level = stage.section->level;
    if (ids.contains(stage.section->id)) {
      reached_level = level;
    } else if (level <= reached_level) {
      reached_level = 0;
    }
    const bool leads = std::ranges::any_of(stage.cues, leads_on);
    const bool is_cue_reached =
        std::ranges::any_of(stage.cues, [&](const CallCue& cue) { return ids.contains(cue.response->id); });
    if (leads && !is_first && reached_level == 0 && !is_cue_reached) faults.unreached.push_back(&stage);
    is_first = is_first && !leads;
    const bool breaks_off = ids.contains(stage.section->id) && says_nothing_of_what_follows(scheme, stage);
    if (breaks_off) faults.breaking_off.push_back(&stage);
    for (const CallCue& cue : stage.cues) {
      const bool is_in_talk = !breaks_off && (leads_on(cue) || ids.contains(cue.response->id));
      if (is_in_talk && has_dead_end(cue)) faults.dead_ends.push_back(&cue);
      if (!ending.contains(&cue)) faults.endless.push_back(&cue);
    }
  }
  return faults;
}

std::string end_words(CallEnd end, const Catalog& words, std::string_view result) {
  if (end == CallEnd::none) return {};
  if (std::string own = to_one_line(result); !own.empty()) return own;
  return words.text("call_end." + std::string(call_end_names[static_cast<size_t>(end)]));
}

std::string end_words(const Answer& answer, const Catalog& words) {
  return end_words(answer.end, words, answer.result);
}

std::vector<NamedEnd> named_ends(const Document& document) {
  std::set<std::pair<CallEnd, std::string>> ends;
  for_each_answer(document, [&](const SpeechModule& module) {
    std::string result = to_one_line(module.answer->result);
    if (module.answer->end != CallEnd::none && !result.empty()) ends.insert({module.answer->end, std::move(result)});
  });
  std::vector<NamedEnd> named;
  for (const auto& [end, result] : ends) named.push_back({end, result});
  return named;
}

Workbook lead_on(Workbook workbook, std::string_view answer, std::string_view to, CallEnd end,
                 std::string_view result) {
  const SpeechModule found = find_module(workbook, answer);
  if (found.answer == nullptr) return workbook;
  Answer changed = *found.answer;
  changed.end = end;
  changed.leads_to = end == CallEnd::none ? std::string(to) : std::string();
  changed.result = end == CallEnd::none ? std::string() : to_one_line(result);
  Responses content = std::get<Responses>(found.section->content);
  std::vector<Answer>& answers = place_in(content.responses, found.response->id)->answers;
  answers = set_item(std::move(answers), changed);
  const std::string section = found.section->id;
  return set_content(std::move(workbook), section, std::move(content));
}

}  // namespace canvasbook
