// Responses become cues with their answers, to which dialogues lead.
#include "export/compose/section.h"

namespace canvasbook {

PrintParts compose_content(const Section& section, const Responses& responses, const ComposeContext& context) {
  PrintPart part = flow_part(section, context);
  bool any = false;
  for (const Response& response : responses.responses) {
    ResponseBlock block;
    block.cue = printed_spans(response.cue);
    for (const Answer& answer : response.answers) {
      Spans text = printed_spans(answer.text);
      if (!text.empty()) block.answers.push_back({answer.id, std::move(text)});
    }
    if (block.cue.empty() && block.answers.empty()) continue;
    flow_of(part).blocks.push_back({response.id, std::move(block)});
    any = true;
  }
  return any ? PrintParts{std::move(part)} : PrintParts{};
}

}  // namespace canvasbook
