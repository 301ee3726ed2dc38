#include "model/module_uses.h"

namespace canvasbook {

ModuleUses find_module_uses(const Workbook& workbook) {
  ModuleUses uses;
  for (const auto& document : workbook.documents) {
    for (const auto& section : document->sections) {
      const auto* dialogue = std::get_if<Dialogue>(&section->content);
      if (dialogue == nullptr) continue;
      for (const DialogueLine& line : dialogue->lines) {
        if (!line.module.empty()) uses[line.module].push_back({line.id, section->title});
      }
    }
  }
  return uses;
}

SpeechModule find_module(const Workbook& workbook, std::string_view answer) {
  SpeechModule found;
  for (const auto& document : workbook.documents) {
    for_each_answer(*document, [&](const SpeechModule& module) {
      if (module.answer->id == answer) found = module;
    });
  }
  return found;
}

Workbook keep_said_words(const Workbook& before, Workbook after, std::string_view section) {
  const Section* old_part = find_section(before, section);
  const Section* new_part = find_section(after, section);
  if (old_part == nullptr || new_part == nullptr) return after;
  const auto* old_ones = std::get_if<Responses>(&old_part->content);
  const auto* new_ones = std::get_if<Responses>(&new_part->content);
  if (old_ones == nullptr || new_ones == nullptr) return after;
  std::map<std::string_view, std::string_view> now;
  for (const Response& response : new_ones->responses) {
    for (const Answer& answer : response.answers) now[answer.id] = answer.text;
  }
  std::map<std::string_view, std::string_view> had;  // what was changed, and what it was
  for (const Response& response : old_ones->responses) {
    for (const Answer& answer : response.answers) {
      const auto same = now.find(answer.id);
      if (same != now.end() && same->second != answer.text && !answer.text.empty()) had[answer.id] = answer.text;
    }
  }
  if (had.empty()) return after;
  const Workbook changed = after;
  for (const auto& document : changed.documents) {
    for (const auto& part : document->sections) {
      const auto* dialogue = std::get_if<Dialogue>(&part->content);
      if (dialogue == nullptr) continue;
      Dialogue kept = *dialogue;
      for (DialogueLine& line : kept.lines) {
        const auto words = had.find(line.module);
        if (words != had.end() && line.text == words->second) line.said = line.text;
      }
      if (kept != *dialogue) after = set_content(std::move(after), part->id, std::move(kept));
    }
  }
  return after;
}

bool differs_from_answer(const DialogueLine& line, const Answer& answer) {
  return !line.said.empty() && line.text == line.said && answer.text != line.text;
}

DialogueLine take_words(DialogueLine line, const Answer& answer) {
  line.text = answer.text;
  line.said.clear();
  return line;
}

std::vector<SpeechModule> modules_of(const Document& document) {
  std::vector<SpeechModule> modules;
  for_each_answer(document, [&](const SpeechModule& module) {
    if (!module.answer->text.empty()) modules.push_back(module);
  });
  return modules;
}

}  // namespace canvasbook
