#include <algorithm>

#include "export/flow_blocks.h"
#include "export/flow_style.h"
#include "export/palette.h"

namespace canvasbook {

using namespace flow_style;

namespace {

constexpr float pad = 10;

// A panel behind the last box, a little over its foot so that no gap shows between two.
void add_panel(FlowBuilder& flow, Rgb fill, bool last) {
  Box panel;
  panel.width = flow.setup.width;
  panel.height = flow.boxes().back().height + (last ? 0.0F : 0.3F);
  panel.fill = fill;
  flow.add_box(panel);
}

}  // namespace

// The cue stands on a panel, the answers under it, numbered, so that one can speak of "the second answer".
void add_responses(FlowBuilder& flow, const ResponseBlock& response) {
  const size_t first = flow.boxes().size();
  const Paragraph cue = flow.paragraph(response.cue, {Face::bold, false});
  const auto lines = break_lines(cue, flow.width(2 * pad), body_size, flow.fonts);
  for (size_t i = 0; i < lines.size(); ++i) {
    const bool last = i + 1 == lines.size();
    const float top = i == 0 ? 4.0F : 0.0F;
    flow.push(i == 0 ? 12 : 0, body_line + top + (last ? 4.0F : 0.0F), Keep::always);
    add_panel(flow, palette::frame, last);
    flow.paint_line(cue, lines[i], flow.paint(pad, body_line, body_size, RunRole::heading, palette::text, top));
  }
  TextSetting setting = body_setting(flow);
  setting.before = 0;
  int number = 1;
  for (const ResponseBlock::Answer& answer : response.answers) {
    flow.set_item(answer.item);
    flow.set_target(answer.item);
    flow.leave_space(5);
    flow.add_mark({std::to_string(number++) + ".", {}, pad + list_indent, flow.item()});
    add_text(flow, answer.text, pad + list_indent, flow.width(2 * pad + list_indent), setting);
  }
  flow.keep_together(first);
  flow.set_space(6);
}

// A rule, a number and a title, and under them the fields: the names at the left, the texts at the right.
void add_record(FlowBuilder& flow, const RecordBlock& record) {
  constexpr float title_size = 12;
  constexpr float title_line = 16;
  constexpr float field_line = 13.5F;
  constexpr float field_size = 10;
  const float names = flow.setup.width * 0.24F;
  const float number = record.number.empty() ? 0 : flow.text_width(record.number, {Face::bold, true}, title_size) + 8;
  const size_t first = flow.boxes().size();
  const Paragraph title = flow.paragraph(record.title, {Face::bold, true});
  const auto lines = break_lines(title, flow.width(number), title_size, flow.fonts);
  for (size_t i = 0; i < lines.size(); ++i) {
    const float top = i == 0 ? 6.0F : 0.0F;
    flow.push(i == 0 ? 14 : 0, title_line + top, Keep::always);
    if (i == 0) {
      Box rule;
      rule.width = flow.setup.width;
      rule.height = 1.5F;
      rule.fill = palette::accent;
      flow.add_box(rule);
      flow.text(record.number, {Face::bold, true},
                flow.paint(0, title_line, title_size, RunRole::heading, palette::accent, top));
    }
    flow.paint_line(title, lines[i], flow.paint(number, title_line, title_size, RunRole::heading, palette::text, top));
  }
  flow.set_space(2);
  for (const RecordBlock::Field& field : record.fields) {
    const Paragraph name = flow.paragraph(field.title, {});
    const Paragraph text = flow.paragraph(field.text, {});
    const auto name_lines = break_lines(name, names - pad, small_size, flow.fonts, Hyphens::sparing);
    const auto text_lines = break_lines(text, flow.width(names), field_size, flow.fonts, Hyphens::sparing);
    const size_t count = std::max(name_lines.size(), text_lines.size());
    for (size_t i = 0; i < count; ++i) {
      flow.push(i == 0 ? 3 : 0, field_line, i + 1 < count ? Keep::always : Keep::none);
      if (i < name_lines.size()) {
        LinePaint at = flow.paint(0, field_line, field_size, RunRole::label, palette::muted);
        at.size = small_size;
        flow.paint_line(name, name_lines[i], at);
      }
      if (i < text_lines.size()) {
        flow.paint_line(text, text_lines[i],
                        flow.paint(names, field_line, field_size, RunRole::paragraph, palette::text));
      }
    }
  }
  flow.keep_together(first);
  flow.set_space(4);
}

}  // namespace canvasbook
