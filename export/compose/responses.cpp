// Responses become cues with their answers, to which dialogues lead.
#include "export/compose/section.h"

namespace canvasbook {

PrintParts compose_content(const Section& section, const Responses& responses, const ComposeContext& context) {
  PrintPart part = flow_part(section, context);
  bool any = false;
  for (const Response& response : responses.responses) {
    ResponseBlock block;
    block.cue = printed_spans(response.cue);
    block.number = step_number(response.id, context);
    for (const Answer& answer : response.answers) {
      Spans text = printed_spans(answer.text);
      if (text.empty()) continue;
      std::string next = next_step_words(answer, context);
      std::string to = next.empty() || answer.end != CallEnd::none ? std::string() : answer.leads_to;
      block.answers.push_back({answer.id, std::move(text), std::move(next), std::move(to)});
    }
    if (block.cue.empty() && block.answers.empty() && block.number.empty()) continue;
    const bool is_target = !block.number.empty();  // answers and the scheme lead to it
    flow_of(part).blocks.push_back({response.id, std::move(block)});
    flow_of(part).blocks.back().is_target = is_target;
    any = true;
  }
  return any ? PrintParts{std::move(part)} : PrintParts{};
}

}  // namespace canvasbook
