// Check lists as forms: lines to write on, items with marks, the legend.
#include <algorithm>

#include "export/colours.h"
#include "export/layout/flow/blocks.h"
#include "export/layout/flow/style.h"

namespace canvasbook {

using namespace flow_style;

namespace {

constexpr float box_size = 15;      // to tick with a pen: more than 5 mm
constexpr float box_pitch = 21;     // a finger's breadth between two
constexpr float writing_line = 24;  // high enough to write in: more than 8 mm
constexpr float label_size = 8;
constexpr float number_width = 30;
constexpr float weight_width = 34;
constexpr float least_answer_width = 150;  // room for a comment under the boxes
constexpr float pad_y = 5;
constexpr float text_size = 10;
constexpr float text_line = 13;
constexpr float note_size = 9;
constexpr float note_line = 11.5F;
constexpr float largest_even_share = 0.42F;  // of the width, up to which all columns of boxes are equal
constexpr float longest_unsplit = 260;       // an item higher than this may go over pages

// Fills forms: the columns of one group.
class GroupBuilder {
 public:
  GroupBuilder(FlowBuilder& flow, const FormBlock& form, const FormBlock::Group& group)
      : flow_(flow), form_(form), group_(group) {
    if (!group.items.empty()) marks_ = group.items.front().marks;
    float widest = 0;
    float boxes = 0;
    for (const std::string& mark : marks_) {
      columns_.push_back(std::max(box_pitch, flow.text_width(mark, {}, label_size) + 7));
      widest = std::max(widest, columns_.back());
      boxes += columns_.back();
    }
    const float even = widest * static_cast<float>(marks_.size());
    if (even <= flow.setup.width * largest_even_share) {
      std::ranges::fill(columns_, widest);
      boxes = even;
    }
    answers_ = std::min(std::max(boxes, least_answer_width), flow.setup.width * 0.6F);
    if (boxes > answers_) {  // words that are too long are cut into lines above their boxes
      for (float& column : columns_) column = std::max(box_pitch, column * answers_ / boxes);
    }
    left_ = flow.width(answers_ + (form.shows_weights ? weight_width : 0.0F) + 10);
  }

  void build() {
    const size_t first = flow_.boxes().size();
    flow_.set_item(group_.item);
    flow_.set_target(group_.item);
    add_head();
    flow_.repeat_head(first);
    std::vector<size_t> starts;  // of the items
    for (const FormBlock::Item& item : group_.items) {
      starts.push_back(flow_.boxes().size());
      add_item(item);
      // Two items at least stand together at either end of a group.
      if (starts.size() == 2 || starts.size() == group_.items.size()) {
        flow_.keep_together(starts[starts.size() < 2 ? 0 : starts.size() - 2]);
      }
    }
    flow_.end_head();
    flow_.keep_together(first, Keep::preferred);
    flow_.set_space(0);
  }

 private:
  struct TextLine {
    const Paragraph* paragraph;
    Line line;
    float height, size;
    Rgb colour;
    bool is_sign = false;
  };

  float answers_x() const { return flow_.setup.width - answers_; }

  void add_head() {
    const Paragraph title = flow_.paragraph(group_.title, {Face::bold, true});
    const auto lines = break_lines(title, left_ - 8, body_size, flow_.fonts);
    std::vector<Paragraph> labels;
    std::vector<std::vector<Line>> label_lines;
    size_t most = 1;
    for (size_t i = 0; i < marks_.size(); ++i) {
      labels.push_back(flow_.paragraph(marks_[i], {}));
      label_lines.push_back(break_lines(labels.back(), columns_[i] - 2, label_size, flow_.fonts, Hyphens::sparing));
      most = std::max(most, label_lines.back().size());
    }
    constexpr float label_line = 10;
    const float height =
        std::max(static_cast<float>(lines.size()) * body_line, static_cast<float>(most) * label_line) + 8;
    flow_.push(10, height, Keep::always);
    Box panel;
    panel.width = flow_.setup.width;
    panel.height = height;
    panel.fill = palette::frame;
    flow_.add_box(panel);
    float y = (height - static_cast<float>(lines.size()) * body_line) / 2;
    for (const Line& line : lines) {
      flow_.paint_line(title, line, flow_.paint(6, body_line, body_size, RunRole::table_head, palette::text, y));
      y += body_line;
    }
    float x = answers_x();
    for (size_t i = 0; i < labels.size(); ++i) {
      y = height - 4 - static_cast<float>(label_lines[i].size()) * label_line;
      for (const Line& line : label_lines[i]) {
        const float shift = (columns_[i] - line_width(line, label_size)) / 2;
        flow_.paint_line(labels[i], line,
                         flow_.paint(x + shift, label_line, label_size, RunRole::table_head, palette::text, y));
        y += label_line;
      }
      x += columns_[i];
    }
    if (form_.shows_weights) {
      centred(flow_.catalog.text("paper.form_weight"), answers_x() - weight_width / 2, label_line, label_size,
              height - 4 - label_line, RunRole::table_head);
    }
  }

  void centred(const std::string& text, float middle, float line, float size, float top, RunRole role) {
    const float width = flow_.text_width(text, {}, size);
    flow_.text(text, {}, flow_.paint(middle - width / 2, line, size, role, palette::text, top));
  }

  void add_item(const FormBlock::Item& item) {
    flow_.set_item(item.item);
    flow_.set_target(item.item);
    const Paragraph text = flow_.paragraph(item.text, {});
    Spans note;  // under the text
    const std::string critical = flow_.catalog.text("paper.critical");
    if (item.critical) note.push_back({critical + (item.requirement.empty() ? "" : ". "), true, false, false, {}});
    if (!item.requirement.empty()) note.push_back({item.requirement, false, false, false, {}});
    const Paragraph requirement = flow_.paragraph(note, {});
    const float width = left_ - number_width;
    std::vector<TextLine> lines;
    const auto add_lines = [&](const Paragraph& paragraph, float size, float height, Rgb colour) {
      for (const Line& line : break_lines(paragraph, width, size, flow_.fonts, Hyphens::sparing)) {
        lines.push_back({&paragraph, line, height, size, colour});
      }
    };
    add_lines(text, text_size, text_line, palette::text);
    const size_t first_note = lines.size();
    if (!note.empty()) add_lines(requirement, note_size, note_line, palette::muted);
    if (item.critical) lines[first_note].is_sign = true;

    const bool own_labels = item.marks != marks_;
    const float boxes_top = own_labels ? 10 : 0;
    const float answer = boxes_top + box_size + writing_line;
    float total = 0;
    for (const TextLine& line : lines) total += line.height;
    const bool splits = std::max(total, answer) > longest_unsplit;
    size_t taken = 0;
    float height = 0;
    while (taken < lines.size() && (!splits || height < answer)) height += lines[taken++].height;
    const bool whole = taken == lines.size();
    height = pad_y + std::max(height + (whole ? pad_y : 0.0F), answer);
    flow_.push(0, height, Keep::always);
    float y = pad_y;
    for (size_t i = 0; i < taken; ++i) {
      paint_text(lines[i], y);
      y += lines[i].height;
    }
    flow_.text(item.number, {Face::bold, false},
               flow_.paint(6, text_line, text_size, RunRole::list_mark, palette::text, pad_y));
    paint_answer(item, pad_y + boxes_top, own_labels, height);
    for (; taken < lines.size(); ++taken) {
      const bool last = taken + 1 == lines.size();
      height = lines[taken].height + (last ? pad_y : 0.0F);
      flow_.push(0, height, Keep::always);
      paint_text(lines[taken], 0);
    }
    Box rule;  // ends beside the comment where that has a rule of its own
    rule.y = height - 0.6F;
    rule.width = whole ? answers_x() - 6 : flow_.setup.width;
    rule.height = 0.6F;
    rule.fill = palette::line;
    flow_.add_box(rule);
    flow_.boxes().back().keep = Keep::none;
  }

  void paint_text(const TextLine& line, float y) {
    const float x = number_width;
    if (line.is_sign) {  // stands in the column of the numbers, its word at the beginning of the note
      Box disc;
      disc.x = 8;
      disc.y = y + 1;
      disc.width = 11;
      disc.height = 11;
      disc.radius = 5.5F;
      disc.fill = palette::text;
      flow_.add_box(disc);
      const float width = flow_.text_width("!", {Face::bold, false}, note_size);
      flow_.text(
          "!", {Face::bold, false},
          flow_.paint(disc.x + (disc.width - width) / 2, line.height, note_size, RunRole::form, palette::white, y));
    }
    flow_.paint_line(*line.paragraph, line.line, flow_.paint(x, line.height, line.size, RunRole::form, line.colour, y));
  }

  void paint_answer(const FormBlock::Item& item, float top, bool own_labels, float bottom) {
    if (form_.shows_weights) {
      centred(std::to_string(item.weight), answers_x() - weight_width / 2, box_size, text_size, top, RunRole::form);
    }
    float own_column = box_pitch;  // as narrow as the boxes of other items, so that they stand below one another
    for (const std::string& mark : item.marks) own_column = std::max(own_column, flow_.text_width(mark, {}, 7) + 7);
    if (!item.marks.empty()) own_column = std::min(own_column, answers_ / static_cast<float>(item.marks.size()));
    float x = answers_x();
    for (size_t i = 0; i < item.marks.size(); ++i) {
      const float column = own_labels ? own_column : columns_[i];
      const float size = std::min(box_size, column - 2);
      Box square;
      square.x = x + (column - size) / 2;
      square.y = top;
      square.width = size;
      square.height = size;
      square.radius = 2;
      square.filled = false;
      square.line_width = 0.9F;
      square.line = palette::text;
      flow_.add_box(square);
      if (own_labels) centred(item.marks[i], x + column / 2, 9, 7, top - 10, RunRole::form);
      x += column;
    }
    Box rule;
    rule.x = answers_x();
    rule.y = bottom - 0.6F;
    rule.width = answers_;
    rule.height = 0.6F;
    rule.fill = palette::faint;
    flow_.add_box(rule);
    flow_.text(flow_.catalog.text("paper.form_comment"), {},
               flow_.paint(answers_x(), 9, 7, RunRole::form, palette::muted, top + box_size + 3));
  }

  FlowBuilder& flow_;
  const FormBlock& form_;
  const FormBlock::Group& group_;
  std::vector<std::string> marks_;  // those over the columns
  std::vector<float> columns_;      // their widths
  float answers_ = 0;               // the width of boxes and comment
  float left_ = 0;                  // that of number and text
};

// Titles with rules to write on behind them, side by side.
void add_lines_to_write_on(FlowBuilder& flow, const std::vector<FormBlock::Line>& lines, size_t columns) {
  constexpr float gap = 24;
  const float width = (flow.setup.width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  for (size_t first = 0; first < lines.size(); first += columns) {
    const size_t last = std::min(first + columns, lines.size());
    std::vector<Paragraph> titles;
    std::vector<std::vector<Line>> title_lines;
    size_t most = 1;
    for (size_t i = first; i < last; ++i) {
      flow.set_item(lines[i].item);
      titles.push_back(flow.paragraph(lines[i].title, {}));
      title_lines.push_back(break_lines(titles.back(), width * 0.66F, text_size, flow.fonts));
      most = std::max(most, title_lines.back().size());
    }
    // All stand on the line of the rules; a longer title begins above it.
    const float bottom = writing_line + static_cast<float>(most - 1) * text_line;
    flow.push(0, bottom + 4, Keep::always);
    for (size_t i = first; i < last; ++i) {
      flow.set_item(lines[i].item);
      const float x = static_cast<float>(i - first) * (width + gap);
      const std::vector<Line>& rows = title_lines[i - first];
      for (size_t row = 0; row < rows.size(); ++row) {
        LinePaint at = flow.paint(x, 0, text_size, RunRole::form, palette::muted);
        at.baseline = bottom - static_cast<float>(rows.size() - 1 - row) * text_line;
        flow.paint_line(titles[i - first], rows[row], at);
      }
      Box rule;
      rule.x = x + line_width(rows.back(), text_size) + 6;
      rule.y = bottom + 2;
      rule.width = x + width - rule.x;
      rule.height = 0.6F;
      rule.fill = palette::faint;
      flow.add_box(rule);
    }
  }
}

}  // namespace

void add_form(FlowBuilder& flow, const FormBlock& form) {
  flow.leave_space(4);
  add_lines_to_write_on(flow, form.head, 2);
  if (!form.legend.empty()) {
    TextSetting legend{{Face::italic, false}, small_size,    small_line,      10,
                       RunRole::form,         palette::text, Hyphens::sparing};
    add_text(flow, {Span{form.legend, false, false, false, {}}}, 0, flow.setup.width, legend);
    flow.boxes().back().keep = Keep::always;
  }
  for (const FormBlock::Group& group : form.groups) GroupBuilder(flow, form, group).build();
  if (form.signatures.empty()) return;
  flow.leave_space(12);
  add_lines_to_write_on(flow, form.signatures, 2);
  flow.boxes().back().keep = Keep::none;
  flow.set_space(8);
}

}  // namespace canvasbook
