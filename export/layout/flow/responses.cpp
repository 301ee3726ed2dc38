// Cues with the answers to them.
#include "export/colours.h"
#include "export/layout/flow/blocks.h"
#include "export/layout/flow/style.h"
#include "model/text/text.h"

namespace canvasbook {

using namespace flow_style;

namespace {

constexpr float pad = 10;
constexpr float answer_space = 3;  // above each

// A panel behind the last box, a little over its foot so that no gap shows between two.
void add_panel(FlowBuilder& flow, Rgb fill, bool last) {
  Box panel;
  panel.width = flow.setup.width;
  panel.height = flow.boxes().back().height + (last ? 0.0F : 0.3F);
  panel.fill = fill;
  flow.add_box(panel);
}

void add_answers(FlowBuilder& flow, const std::vector<ResponseBlock::Answer>& answers) {
  TextSetting setting = body_setting(flow);
  setting.before = 0;
  int number = 1;
  for (const ResponseBlock::Answer& answer : answers) {
    flow.set_item(answer.item);
    flow.set_target(answer.item);
    flow.leave_space(answer_space);
    flow.add_mark({std::to_string(number++) + ".", {}, pad + list_indent, flow.item()});
    add_text(flow, answer_with_next(answer), pad + list_indent, flow.width(2 * pad + list_indent), setting);
  }
}

// An answer that nobody has written yet is written with a pen.
void add_lines_to_write_on(FlowBuilder& flow) {
  add_writing_line(flow, false, pad);
  add_writing_line(flow, true, pad);
}

}  // namespace

// The cue stands on a panel, the answers under it, numbered, so that one can speak of "the second answer".
void add_responses(FlowBuilder& flow, const ResponseBlock& response) {
  const size_t first = flow.boxes().size();
  const Spans heard = numbered_cue(response);
  const Paragraph cue = flow.paragraph(heard, {Face::bold, false});
  const auto lines = break_lines(cue, flow.width(2 * pad), body_size, flow.fonts);
  for (size_t i = 0; i < lines.size(); ++i) {
    const bool last = i + 1 == lines.size();
    const float top = i == 0 ? 3.0F : 0.0F;
    flow.push(i == 0 ? 10 : 0, body_line + top + (last ? 3.0F : 0.0F), Keep::always);
    if (i == 0) flow.add_bookmark(to_one_line(plain_text(heard)));
    add_panel(flow, paper_colours::frame, last);
    flow.paint_line(cue, lines[i], flow.paint(pad, body_line, body_size, RunRole::heading, paper_colours::text, top));
  }
  add_answers(flow, response.answers);
  if (response.answers.empty()) add_lines_to_write_on(flow);
  flow.keep_together(first);
  flow.set_space(6);
}

}  // namespace canvasbook
