// Cues with the answers to them, short ones side by side.
#include <algorithm>

#include "export/colours.h"
#include "export/layout/flow/blocks.h"
#include "export/layout/flow/style.h"
#include "model/text/text.h"

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

// Short answers two in a row.
class AnswerColumns {
 public:
  AnswerColumns(FlowBuilder& flow, const std::vector<ResponseBlock::Answer>& answers) : flow_(flow) {
    half_ = (flow.width(2 * pad) - column_gap) / 2;
    for (const ResponseBlock::Answer& answer : answers) {
      flow.set_item(answer.item);
      Text text{answer.item, flow.paragraph(answer_with_next(answer), {}), {}, 0};
      text.lines = break_lines(text.paragraph, half_ - list_indent, body_size, flow.fonts, Hyphens::sparing);
      text.lines_below =
          break_lines(text.paragraph, flow.width(2 * pad + list_indent), body_size, flow.fonts, Hyphens::sparing)
              .size();
      texts_.push_back(std::move(text));
    }
  }

  // Whether all answers are short, and stand side by side in no more lines than below each other.
  bool suits() const {
    size_t below = 0;
    size_t beside = 0;
    for (size_t i = 0; i < texts_.size(); ++i) {
      if (texts_[i].lines.size() > most_lines) return false;
      below += texts_[i].lines_below;
      if (i % 2 == 0) beside += lines_of_row(i);
    }
    return texts_.size() > 1 && beside <= below;
  }

  void add() {
    for (size_t i = 0; i < texts_.size(); i += 2) add_row_of(i);
  }

 private:
  static constexpr float column_gap = 14;
  static constexpr size_t most_lines = 2;  // of a short answer

  struct Text {
    std::string item;
    Paragraph paragraph;
    std::vector<Line> lines;  // in half the width
    size_t lines_below = 0;   // in all of it
  };

  size_t lines_of_row(size_t first) const {
    return std::max(texts_[first].lines.size(), first + 1 < texts_.size() ? texts_[first + 1].lines.size() : 0);
  }

  void add_row_of(size_t first) {
    const size_t last = std::min(first + 2, texts_.size());
    flow_.leave_space(4);
    for (size_t i = first; i < last; ++i) {
      flow_.set_item(texts_[i].item);
      flow_.add_target(texts_[i].item);
      flow_.add_mark({std::to_string(i + 1) + ".", {}, x_of(i), flow_.item()});
    }
    const size_t count = lines_of_row(first);
    for (size_t line = 0; line < count; ++line) {
      flow_.push(0, body_line, line + 1 < count ? Keep::always : Keep::none);
      for (size_t i = first; i < last; ++i) {
        if (line >= texts_[i].lines.size()) continue;
        flow_.set_item(texts_[i].item);
        flow_.paint_line(texts_[i].paragraph, texts_[i].lines[line],
                         flow_.paint(x_of(i), body_line, body_size, RunRole::paragraph, paper_colours::text));
      }
    }
  }

  float x_of(size_t i) const { return pad + list_indent + (i % 2 == 0 ? 0 : half_ + column_gap); }

  FlowBuilder& flow_;
  std::vector<Text> texts_;
  float half_ = 0;
};

void add_answers_below(FlowBuilder& flow, const std::vector<ResponseBlock::Answer>& answers) {
  TextSetting setting = body_setting(flow);
  setting.before = 0;
  int number = 1;
  for (const ResponseBlock::Answer& answer : answers) {
    flow.set_item(answer.item);
    flow.set_target(answer.item);
    flow.leave_space(4);
    if (answers.size() > 1) flow.add_mark({std::to_string(number++) + ".", {}, pad + list_indent, flow.item()});
    add_text(flow, answer_with_next(answer), pad + list_indent, flow.width(2 * pad + list_indent), setting);
  }
}

// An answer that nobody has written yet is written with a pen.
void add_lines_to_write_on(FlowBuilder& flow) {
  add_writing_line(flow, false, pad);
  add_writing_line(flow, true, pad);
}

}  // namespace

// The cue stands on a panel, the answers under it; several are numbered, so that one can speak of "the second
// answer".
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
  AnswerColumns columns(flow, response.answers);
  if (response.answers.empty()) {
    add_lines_to_write_on(flow);
  } else if (columns.suits()) {
    columns.add();
  } else {
    add_answers_below(flow, response.answers);
  }
  flow.keep_together(first);
  flow.set_space(6);
}

}  // namespace canvasbook
