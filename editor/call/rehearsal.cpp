#include "editor/call/rehearsal.h"

#include <algorithm>
#include <unordered_map>

#include "model/module_uses.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

bool has_words(const DialogueLine& line) { return !trim(line.text).empty(); }

}  // namespace

bool can_rehearse(const Section& section) {
  const auto* dialogue = std::get_if<Dialogue>(&section.content);
  return dialogue != nullptr && std::ranges::any_of(dialogue->lines, has_words);
}

Rehearsal::Rehearsal(const Section& section) : section_(section), dialogue_(std::get<Dialogue>(section.content)) {
  for (const DialogueLine& line : dialogue_.lines) {
    if (has_words(line)) lines_.push_back(&line);
  }
}

bool Rehearsal::is_of_staff(const DialogueLine& line) const {
  const Speaker* speaker = find_speaker(dialogue_, line.speaker);
  return speaker == nullptr || !speaker->is_client;
}

void Rehearsal::go_on() {
  if (is_over()) return;
  if (is_hidden()) {
    is_shown_ = true;
    return;
  }
  ++at_;
  is_shown_ = false;
}

void Rehearsal::judge(bool knew, Stumbles& stumbles) {
  if (!can_judge()) {
    if (is_hidden()) go_on();
    return;
  }
  if (!knew) ++stumbles[lines_[at_]->id];
  go_on();
}

void Rehearsal::go_back() {
  if (at_ == 0) return;
  --at_;
  is_shown_ = true;
}

void Rehearsal::begin_anew() {
  at_ = 0;
  is_shown_ = false;
}

std::vector<StumbledLine> stumbled_lines(const Document& document, const Section& section, const Stumbles& stumbles) {
  std::unordered_map<std::string_view, const Response*> cues;
  for_each_answer(document, [&](const SpeechModule& module) { cues.emplace(module.answer->id, module.response); });
  std::vector<StumbledLine> lines;
  for (const DialogueLine& line : std::get<Dialogue>(section.content).lines) {
    const auto times = stumbles.find(line.id);
    if (times == stumbles.end()) continue;
    const auto cue = cues.find(line.module);
    lines.push_back({&line, cue == cues.end() ? nullptr : cue->second, times->second});
  }
  std::ranges::stable_sort(lines, std::ranges::greater(), &StumbledLine::times);
  return lines;
}

}  // namespace canvasbook
