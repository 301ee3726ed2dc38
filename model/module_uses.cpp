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
  for (const auto& document : workbook.documents) {
    for (const auto& section : document->sections) {
      const auto* responses = std::get_if<Responses>(&section->content);
      if (responses == nullptr) continue;
      for (const Response& response : responses->responses) {
        for (const Answer& one : response.answers) {
          if (one.id == answer) return {&one, &response, &*section};
        }
      }
    }
  }
  return {};
}

std::vector<SpeechModule> modules_of(const Document& document) {
  std::vector<SpeechModule> modules;
  for (const auto& section : document.sections) {
    const auto* responses = std::get_if<Responses>(&section->content);
    if (responses == nullptr) continue;
    for (const Response& response : responses->responses) {
      for (const Answer& answer : response.answers) {
        if (!answer.text.empty()) modules.push_back({&answer, &response, &*section});
      }
    }
  }
  return modules;
}

}  // namespace canvasbook
