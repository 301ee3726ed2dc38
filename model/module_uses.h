// Which dialogues say which speech modules.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/workbook.h"

namespace canvasbook {

// A line of a dialogue that says an answer.
struct ModuleUse {
  std::string line;      // id
  std::string dialogue;  // title of its section
};

// By the answer's id, in the order of the workbook.
using ModuleUses = std::map<std::string, std::vector<ModuleUse>, std::less<>>;
ModuleUses find_module_uses(const Workbook& workbook);

// An answer that a line can say, and where it stands.
struct SpeechModule {
  const Answer* answer = nullptr;
  const Response* response = nullptr;
  const Section* section = nullptr;
};

// Calls visit(const SpeechModule&) for each answer of a document, in its order.
template <class Visit>
void for_each_answer(const Document& document, Visit visit) {
  for (const auto& section : document.sections) {
    const auto* responses = std::get_if<Responses>(&section->content);
    if (responses == nullptr) continue;
    for (const Response& response : responses->responses) {
      for (const Answer& answer : response.answers) visit(SpeechModule{&answer, &response, &*section});
    }
  }
}

// The answer with an id anywhere in the workbook; nothing where there is none.
SpeechModule find_module(const Workbook& workbook, std::string_view answer);

// Answers were changed in a section of responses: lines that have the words of one keep in mind that they had them.
Workbook keep_said_words(const Workbook& before, Workbook after, std::string_view section);

// Whether a line still has words that its answer had before it was changed. One in words of its own never does.
bool differs_from_answer(const DialogueLine& line, const Answer& answer);

// The line in the words of its answer.
DialogueLine take_words(DialogueLine line, const Answer& answer);

// All answers of a document that say something, in its order.
std::vector<SpeechModule> modules_of(const Document& document);

}  // namespace canvasbook
