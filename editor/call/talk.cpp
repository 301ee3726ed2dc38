#include "editor/call/talk.h"

#include <algorithm>

#include "model/call_gaps.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

bool is_said(const Response& response) { return !trim(response.cue).empty(); }

void add_cues(std::vector<IndexedCue>& cues, const Section& section) {
  const auto* responses = std::get_if<Responses>(&section.content);
  if (responses == nullptr || is_gaps(section)) return;
  for (const Response& response : responses->responses) {
    if (is_said(response)) cues.push_back({&section, &response});
  }
}

}  // namespace

bool has_cues(const Section& section) {
  const auto* responses = std::get_if<Responses>(&section.content);
  return responses != nullptr && !is_gaps(section) && std::ranges::any_of(responses->responses, is_said);
}

Talk::Talk(const Document& document, std::string_view section) : document_(document) {
  const Section* begin = nullptr;
  for (const auto& candidate : document.sections) {
    places_.emplace(candidate->id, TalkPlace{&*candidate, nullptr, CallEnd::none});
    if (opening_ == nullptr && has_cues(*candidate)) opening_ = &*candidate;
    if (candidate->id == section && has_cues(*candidate)) begin = &*candidate;
    const auto* responses = std::get_if<Responses>(&candidate->content);
    if (responses == nullptr) continue;
    for (const Response& response : responses->responses) {
      places_.emplace(response.id, TalkPlace{&*candidate, &response, CallEnd::none});
    }
  }
  go_to({begin == nullptr ? opening_ : begin, nullptr, CallEnd::none});
}

std::vector<IndexedCue> Talk::cues_at(const TalkPlace& place) const {
  if (place.cue != nullptr) return {{place.section, place.cue}};
  std::vector<IndexedCue> cues;
  bool is_inside = false;
  for (const auto& section : document_.sections) {
    if (place.section == nullptr || (is_inside && section->level <= place.section->level)) break;
    is_inside = is_inside || &*section == place.section;
    if (is_inside) add_cues(cues, *section);
  }
  return cues;
}

const Section* Talk::stage() const {
  for (auto step = steps_.rbegin(); step != steps_.rend(); ++step) {
    if (step->place.section != nullptr) return step->place.section;
  }
  return nullptr;
}

const Answer* Talk::answered() const {
  if (steps_.size() < 2 || steps_.back().is_heard || steps_.back().said != nullptr) return nullptr;
  return steps_[steps_.size() - 2].said;
}

TalkPlace Talk::target_of(const Answer& answer) const {
  if (answer.end != CallEnd::none) return {nullptr, nullptr, answer.end, answer.result};
  const auto place = places_.find(answer.leads_to);
  return place == places_.end() ? TalkPlace{} : place->second;
}

void Talk::go_to(const TalkPlace& place) {
  steps_.push_back({place, nullptr, false});
  cues_ = cues_at(place);
}

void Talk::hear(const IndexedCue& cue) {
  if (place().cue != cue.response) go_to({cue.section, cue.response, CallEnd::none});
  steps_.back().is_heard = true;
}

void Talk::say(const IndexedCue& cue, const Answer& answer) {
  hear(cue);
  steps_.back().said = &answer;
  if (const TalkPlace target = target_of(answer); target.is_somewhere() && target != place()) go_to(target);
}

void Talk::go_back() {
  if (!can_go_back()) return;
  steps_.pop_back();
  cues_ = cues_at(place());
}

void Talk::begin_anew() {
  steps_.clear();
  go_to({opening_, nullptr, CallEnd::none});
}

}  // namespace canvasbook
