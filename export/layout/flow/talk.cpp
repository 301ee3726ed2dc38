// Talks: speakers in a column beside what they say.
#include <algorithm>

#include "export/colours.h"
#include "export/layout/flow/blocks.h"
#include "export/layout/flow/style.h"

namespace canvasbook {

using namespace flow_style;

namespace {

constexpr float gap = 12;             // between speaker and text
constexpr float reference_room = 44;  // for "p. 123" at the right

// The speakers' column is as wide as the longest of their names asks for, within bounds; a longer name is wrapped.
float speakers_width(FlowBuilder& flow, const TalkBlock& talk) {
  float widest = 40;
  for (const TalkBlock::Line& line : talk.lines) {
    widest = std::max(widest, flow.text_width(line.speaker, {Face::bold, false}, body_size));
  }
  return std::min(widest + 2, flow.setup.width * 0.22F);
}

}  // namespace

// Staff speak upright under a bold name, clients in italics, so that colour is not needed to tell them apart.
void add_talk(FlowBuilder& flow, const TalkBlock& talk) {
  const float speakers = speakers_width(flow, talk);
  const bool refers = std::ranges::any_of(talk.lines, [](const auto& line) { return !line.module.empty(); });
  const float room = flow.width(speakers + gap + (refers ? reference_room : 0.0F));
  for (const TalkBlock::Line& line : talk.lines) {
    flow.set_item(line.item);
    flow.set_target(line.item);
    const Paragraph speaker = flow.paragraph(line.speaker, {line.is_client ? Face::italic : Face::bold, false});
    const Paragraph text = flow.paragraph(line.text, {line.is_client ? Face::italic : Face::regular, false});
    const auto speaker_lines = break_lines(speaker, speakers, body_size, flow.fonts, Hyphens::sparing);
    const auto text_lines = break_lines(text, room, body_size, flow.fonts, Hyphens::sparing);
    const size_t count = std::max(speaker_lines.size(), text_lines.size());
    for (size_t i = 0; i < count; ++i) {
      const bool kept = i + 1 < count && (i < speaker_lines.size() || i == 0 || i + 2 == count);
      flow.push(i == 0 ? 3.5F : 0, body_line, kept ? Keep::always : Keep::none);
      if (i < speaker_lines.size()) {
        flow.paint_line(
            speaker, speaker_lines[i],
            flow.paint(0, body_line, body_size, RunRole::speaker, line.is_client ? palette::muted : palette::text));
      }
      if (i < text_lines.size()) {
        flow.paint_line(text, text_lines[i],
                        flow.paint(speakers + gap, body_line, body_size, RunRole::paragraph, palette::text));
      }
      if (i == 0 && !line.module.empty()) {
        PageReference reference;
        reference.left = flow.width(reference_room);
        reference.right = flow.setup.width;
        reference.baseline = flow.paint(0, body_line, body_size, RunRole::cross_reference, {}).baseline;
        reference.size = small_size;
        reference.colour = palette::accent;
        reference.key = "paper.see_page";
        reference.target = line.module;
        reference.item = flow.item();
        flow.add_reference(std::move(reference));
      }
    }
  }
  flow.set_space(8);
}

}  // namespace canvasbook
