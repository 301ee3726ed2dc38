// A dialogue becomes its situation, with how long the talk may take, and a talk of lines that lead to the answers they
// use.
#include "export/compose/section.h"
#include "model/base/id_index.h"
#include "model/text/text.h"

namespace canvasbook {

PrintParts compose_content(const Section& section, const Dialogue& dialogue, const ComposeContext& context) {
  PrintPart part = flow_part(section, context);
  TalkBlock talk;
  const IdIndex<Speaker> speakers(dialogue.speakers);
  for (const DialogueLine& line : dialogue.lines) {
    TalkBlock::Line printed;
    printed.item = line.id;
    if (const Speaker* speaker = speakers.find(line.speaker)) {
      printed.speaker = printed_text(speaker->title);
      printed.is_client = speaker->is_client;
    }
    printed.text = printed_spans(line.text);
    if (context.answers.contains(line.module)) printed.module = line.module;
    if (!printed.text.empty()) talk.lines.push_back(std::move(printed));
  }
  Spans situation = printed_spans(dialogue.situation);
  if (situation.empty() && talk.lines.empty()) return {};
  if (dialogue.minutes > 0) {
    const std::string length = context.catalog.text("paper.talk_length", {{"count", std::to_string(dialogue.minutes)}});
    situation.push_back(plain_span(situation.empty() ? with_capital(length) : " · " + length));
  }
  for (Span& span : situation) span.emphasis = true;
  if (!situation.empty()) flow_of(part).blocks.push_back(paragraph_block(section.id, std::move(situation)));
  if (!talk.lines.empty()) flow_of(part).blocks.push_back({section.id, std::move(talk)});
  return {std::move(part)};
}

}  // namespace canvasbook
