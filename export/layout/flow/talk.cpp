// Talks: speakers in a column beside what they say.
#include <algorithm>
#include <cmath>

#include "export/colours.h"
#include "export/layout/flow/blocks.h"
#include "export/layout/flow/style.h"

namespace canvasbook {

using namespace flow_style;

namespace {

constexpr float gap = 12;             // between speaker and text
constexpr float reference_room = 44;  // for "p. 123" at the right

Face speaker_face(const TalkBlock::Line& line) { return line.is_client ? Face::italic : Face::bold; }

// The speakers' column is as wide as the longest of their names asks for, within bounds; a longer name is wrapped.
float speakers_width(FlowBuilder& flow, const TalkBlock& talk) {
  float widest = 40;
  for (const TalkBlock::Line& line : talk.lines) {
    widest = std::max(widest, flow.text_width(line.speaker, {speaker_face(line), false}, body_size));
  }
  return std::min(widest + 2, flow.setup.width * 0.22F);
}

}  // namespace

// A speaker before rules to write on.
void add_writing_lines(FlowBuilder& flow, const TalkBlock::Line& line, const Paragraph& speaker,
                       const std::vector<Line>& speaker_lines, float left) {
  constexpr float writing_line = 23;  // high enough to write in: more than 8 mm
  const float first_top = writing_line - body_line;
  const float speaker_height = first_top + body_line * static_cast<float>(speaker_lines.size());
  const auto rules = static_cast<size_t>(line.writing_lines);
  const size_t count = std::max(rules, static_cast<size_t>(std::ceil(speaker_height / writing_line)));
  for (size_t i = 0; i < count; ++i) {
    flow.push(i == 0 ? 3.5F : 0, writing_line, i + 1 < count ? Keep::always : Keep::none);
    for (size_t k = 0; i == 0 && k < speaker_lines.size(); ++k) {
      flow.paint_line(speaker, speaker_lines[k],
                      flow.paint(0, body_line, body_size, RunRole::speaker,
                                 line.is_client ? paper_colours::muted : paper_colours::text,
                                 first_top + body_line * static_cast<float>(k)));
    }
    if (i >= rules) continue;
    Box rule;
    rule.x = left;
    rule.y = writing_line - 2;
    rule.width = flow.width(left);
    rule.height = 0.6F;
    rule.fill = paper_colours::faint;
    flow.add_box(rule);
  }
}

// Staff speak upright under a bold name, clients in italics, so that colour is not needed to tell them apart.
void add_talk(FlowBuilder& flow, const TalkBlock& talk) {
  const float speakers = speakers_width(flow, talk);
  const bool refers = std::ranges::any_of(talk.lines, [](const auto& line) { return !line.module.empty(); });
  const float room = flow.width(speakers + gap + (refers ? reference_room : 0.0F));
  constexpr size_t kept_at_end = 3;         // lines of a talk that stand together, so that none ends on an empty page
  size_t end_begins = flow.boxes().size();  // the first box of these
  for (size_t i = 0; i < talk.lines.size(); ++i) {
    const TalkBlock::Line& line = talk.lines[i];
    if (i + kept_at_end == talk.lines.size()) end_begins = flow.boxes().size();
    flow.set_item(line.item);
    flow.set_target(line.item);
    const Paragraph speaker = flow.paragraph(line.speaker, {speaker_face(line), false});
    const Paragraph text = flow.paragraph(line.text, {line.is_client ? Face::italic : Face::regular, false});
    const auto speaker_lines = break_lines(speaker, speakers, body_size, flow.fonts, Hyphens::sparing);
    const auto text_lines = break_lines(text, room, body_size, flow.fonts, Hyphens::sparing);
    if (line.writing_lines > 0) {
      add_writing_lines(flow, line, speaker, speaker_lines, speakers + gap);
      continue;
    }
    const Rgb colour = line.is_prompt ? paper_colours::muted : paper_colours::text;
    const size_t count = std::max(speaker_lines.size(), text_lines.size());
    for (size_t k = 0; k < count; ++k) {
      const bool kept = k + 1 < count && (k < speaker_lines.size() || k == 0 || k + 2 == count);
      flow.push(k == 0 ? 3.5F : 0, body_line, kept ? Keep::always : Keep::none);
      if (k < speaker_lines.size()) {
        flow.paint_line(speaker, speaker_lines[k],
                        flow.paint(0, body_line, body_size, RunRole::speaker,
                                   line.is_client ? paper_colours::muted : paper_colours::text));
      }
      if (k < text_lines.size()) {
        flow.paint_line(text, text_lines[k],
                        flow.paint(speakers + gap, body_line, body_size, RunRole::paragraph, colour));
      }
      if (k == 0 && !line.module.empty()) {
        PageReference reference;
        reference.left = flow.width(reference_room);
        reference.right = flow.setup.width;
        reference.baseline = flow.paint(0, body_line, body_size, RunRole::cross_reference, {}).baseline;
        reference.size = small_size;
        reference.colour = paper_colours::accent;
        reference.key = "paper.see_page";
        reference.target = line.module;
        reference.item = flow.item();
        flow.add_reference(std::move(reference));
      }
    }
  }
  flow.keep_together(end_begins, Keep::preferred);
  flow.set_space(8);
}

}  // namespace canvasbook
