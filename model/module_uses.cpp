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

std::vector<SpeechModule> modules_of(const Document& document) {
  std::vector<SpeechModule> modules;
  for_each_answer(document, [&](const SpeechModule& module) {
    if (!module.answer->text.empty()) modules.push_back(module);
  });
  return modules;
}

}  // namespace canvasbook
