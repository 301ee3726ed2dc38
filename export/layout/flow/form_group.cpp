// A group of a form: its head over the columns of boxes, and its items.
#include <algorithm>
#include <numeric>
#include <set>

#include "export/colours.h"
#include "export/layout/flow/form.h"
#include "export/layout/flow/style.h"
#include "model/text/text.h"

namespace canvasbook {

using namespace flow_style;
using namespace form_style;

namespace {

constexpr float number_width = 30;
constexpr float weight_width = 34;
constexpr float least_answer_width = 170;  // room for a comment under the boxes: 6 cm
constexpr float comment_gap = 8;           // from the boxes to the word for it
constexpr float inner_indent = 16;         // of an item that another one opens
constexpr float evidence_line = 20;        // high enough for a number to be written behind what it is
constexpr float longest_evidence = 0.6F;   // of the width: the rest is for what is written
constexpr float pad_y = 5;
constexpr float dense_pad_y = 3;
constexpr float note_line = 11.5F;
constexpr float own_label_air = 1;           // between the boxes of an item with marks of its own and these
constexpr float largest_even_share = 0.42F;  // of the width, up to which all columns of boxes are equal
constexpr size_t most_unbroken = 4;          // items of a group that stands on one page where it can
constexpr float longest_unsplit = 260;       // an item higher than this may go over pages

// Of a box under its own word: as narrow as the boxes of other items, so that they stand below one another.
float own_column_width(FlowBuilder& flow, const std::vector<std::string>& marks) {
  float width = box_pitch;
  for (const std::string& mark : marks) width = std::max(width, flow.text_width(mark, {}, tiny_size) + label_air);
  return width;
}

// Fills forms: the columns of one group.
class GroupBuilder {
 public:
  GroupBuilder(FlowBuilder& flow, const FormBlock& form, const FormBlock::Group& group, float least_answers)
      : flow_(flow), form_(form), group_(group) {
    if (!group.items.empty()) marks_ = group.items.front().marks;
    float widest = 0;
    float boxes = 0;
    for (const std::string& mark : marks_) {
      columns_.push_back(std::max(box_pitch, flow.text_width(mark, {}, label_size) + label_air));
      widest = std::max(widest, columns_.back());
      boxes += columns_.back();
    }
    const float even = widest * static_cast<float>(marks_.size());
    if (even <= flow.setup.width * largest_even_share) {
      std::ranges::fill(columns_, widest);
      boxes = even;
    }
    answers_ =
        std::min(std::max({boxes, least_answers, form.is_dense ? 0.0F : least_answer_width}), flow.setup.width * 0.6F);
    if (boxes > answers_) {  // words that are too long are cut into lines above their boxes
      for (float& column : columns_) column = std::max(box_pitch, column * answers_ / boxes);
      if (std::accumulate(columns_.begin(), columns_.end(), 0.0F) > answers_) {
        std::ranges::fill(columns_, answers_ / static_cast<float>(columns_.size()));
      }
    }
    left_ = flow.width(answers_ + (form.shows_weights ? weight_width : 0.0F) + 10);
  }

  void build(size_t number, int share) {
    const size_t first = flow_.boxes().size();
    flow_.set_item(group_.item);
    flow_.set_target(group_.item);
    add_head(group_.title, false);
    add_head(group_.title.empty() ? std::string() : flow_.catalog.text("paper.continued", {{"title", group_.title}}),
             true);
    flow_.repeat_head(first + 1);
    std::vector<size_t> starts;  // of the items
    for (const FormBlock::Item& item : group_.items) {
      starts.push_back(flow_.boxes().size());
      add_item(item);
      // Two items at least stand together at either end of a group.
      if (starts.size() == 2 || starts.size() == group_.items.size()) {
        flow_.keep_together(starts[starts.size() < 2 ? 0 : starts.size() - 2]);
      }
    }
    if (form_.groups.size() > 1 && group_.items.size() > 1) {  // one item is counted up by its own mark
      flow_.boxes().back().keep = Keep::always;                // what is counted up stands under what is counted
      flow_.set_item(group_.item);
      add_group_total(flow_, form_, number, share);
    }
    flow_.end_head();
    if (group_.items.size() <= most_unbroken) flow_.keep_together(first, Keep::preferred);
    flow_.set_space(0);
  }

 private:
  struct TextLine {
    const Paragraph* paragraph;
    Line line;
    float height, size;
    Rgb colour;
    bool is_sign = false;
    bool is_written_on = false;  // behind its text there is a rule
  };

  // The marks of an item over its boxes, where they are not those over the columns: words that are too long for their
  // column in several lines.
  struct OwnLabels {
    float column = 0;  // width
    std::vector<Paragraph> texts;
    std::vector<std::vector<Line>> lines;

    float room() const {
      size_t most = 0;
      for (const std::vector<Line>& one : lines) most = std::max(most, one.size());
      return lines.empty() ? 0 : static_cast<float>(most) * tiny_line + own_label_air;
    }
  };

  OwnLabels own_labels_of(const FormBlock::Item& item) const {
    OwnLabels own;
    if (item.marks == marks_ || item.marks.empty()) return own;
    const float widest = answers_ / static_cast<float>(item.marks.size());
    own.column = std::min(own_column_width(flow_, item.marks), widest);
    for (const std::string& mark : item.marks) {
      own.texts.push_back(flow_.paragraph(mark, {}));
      own.lines.push_back(break_lines(own.texts.back(), own.column - 1, tiny_size, flow_.fonts, Hyphens::sparing));
    }
    return own;
  }

  float answers_x() const { return flow_.setup.width - answers_; }

  void add_head(const std::string& text, bool is_repeated) {
    const Paragraph title = flow_.paragraph(text, {Face::bold, true});
    const auto lines = break_lines(title, left_ - 8, body_size, flow_.fonts);
    std::vector<Paragraph> labels;
    std::vector<std::vector<Line>> label_lines;
    size_t most = 1;
    for (size_t i = 0; i < marks_.size(); ++i) {
      labels.push_back(flow_.paragraph(marks_[i], {}));
      label_lines.push_back(break_lines(labels.back(), columns_[i] - 2, label_size, flow_.fonts, Hyphens::sparing));
      most = std::max(most, label_lines.back().size());
    }
    const float height =
        std::max(static_cast<float>(lines.size()) * body_line, static_cast<float>(most) * label_line) + 8;
    if (is_repeated) {
      flow_.push_repeated(10, height);
    } else {
      const bool under_total = form_.groups.size() > 1 && &group_ != form_.groups.data();
      flow_.push(under_total ? 6 : 10, height, Keep::always);
    }
    Box panel;
    panel.width = flow_.setup.width;
    panel.height = height;
    panel.fill = paper_colours::frame;
    flow_.add_box(panel);
    float y = (height - static_cast<float>(lines.size()) * body_line) / 2;
    for (const Line& line : lines) {
      flow_.paint_line(title, line, flow_.paint(6, body_line, body_size, RunRole::table_head, paper_colours::text, y));
      y += body_line;
    }
    float x = answers_x();
    for (size_t i = 0; i < labels.size(); ++i) {
      y = height - 4 - static_cast<float>(label_lines[i].size()) * label_line;
      for (const Line& line : label_lines[i]) {
        const float shift = (columns_[i] - line_width(line, label_size)) / 2;
        flow_.paint_line(labels[i], line,
                         flow_.paint(x + shift, label_line, label_size, RunRole::table_head, paper_colours::text, y));
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
    flow_.text(text, {}, flow_.paint(middle - width / 2, line, size, role, paper_colours::text, top));
  }

  void add_item(const FormBlock::Item& item) {
    flow_.set_item(item.item);
    flow_.set_target(item.item);
    Spans asked;
    if (!item.condition.empty()) asked.push_back({with_capital(item.condition) + ": ", true, false, false, {}});
    asked.push_back({item.text, item.critical, false, false, {}});
    const Paragraph text = flow_.paragraph(asked, {});
    Spans note;  // under the text
    if (!item.sign.empty()) {
      note.push_back({item.sign + (item.requirement.empty() ? "" : ". "), true, false, false, {}});
    }
    if (!item.requirement.empty()) note.push_back({item.requirement, false, false, false, {}});
    const Paragraph requirement = flow_.paragraph(note, {});
    const Paragraph evidence = flow_.paragraph(item.evidence.empty() ? std::string() : item.evidence + ":", {});
    const float indent = item.condition.empty() ? 0 : inner_indent;
    const float width = left_ - number_width - indent;
    std::vector<TextLine> lines;
    const auto add_lines = [&](const Paragraph& paragraph, float size, float height, Rgb colour, float part = 1) {
      for (const Line& line : break_lines(paragraph, width * part, size, flow_.fonts, Hyphens::sparing)) {
        lines.push_back({&paragraph, line, height, size, colour});
      }
    };
    add_lines(text, text_size, text_line, paper_colours::text);
    const size_t first_note = lines.size();
    if (!note.empty()) add_lines(requirement, note_size, note_line, paper_colours::muted);
    if (item.critical && !note.empty()) lines[first_note].is_sign = true;
    if (!item.evidence.empty()) {
      add_lines(evidence, note_size, note_line, paper_colours::text, longest_evidence);
      lines.back().height = evidence_line;
      lines.back().is_written_on = true;
    }

    const OwnLabels own = own_labels_of(item);
    const float boxes_top = own.room();
    const float pad = form_.is_dense ? dense_pad_y : pad_y;
    const float answer = boxes_top + box_size + (form_.is_dense ? pad : writing_line);
    float total = 0;
    for (const TextLine& line : lines) total += line.height;
    const bool splits = std::max(total, answer) > longest_unsplit;
    size_t taken = 0;
    float height = 0;
    while (taken < lines.size() && (!splits || height < answer)) height += lines[taken++].height;
    const bool whole = taken == lines.size();
    height = pad + std::max(height + (whole ? pad : 0.0F), answer);
    flow_.push(0, height, Keep::always);
    float y = pad;
    for (size_t i = 0; i < taken; ++i) {
      paint_text(lines[i], y, indent);
      y += lines[i].height;
    }
    flow_.text(item.number, {Face::bold, false},
               flow_.paint(6 + indent, text_line, text_size, RunRole::list_mark, paper_colours::text, pad));
    paint_answer(item, pad + boxes_top, own, height);
    for (; taken < lines.size(); ++taken) {
      const bool last = taken + 1 == lines.size();
      height = lines[taken].height + (last ? pad : 0.0F);
      flow_.push(0, height, Keep::always);
      paint_text(lines[taken], 0, indent);
    }
    Box rule;  // ends beside the comment where that has a rule of its own
    rule.y = height - 0.6F;
    rule.width = whole && !form_.is_dense ? answers_x() - 6 : flow_.setup.width;
    rule.height = 0.6F;
    rule.fill = paper_colours::line;
    flow_.add_box(rule);
    flow_.boxes().back().keep = Keep::none;
  }

  void paint_text(const TextLine& line, float y, float indent) {
    const float x = number_width + indent;
    if (line.is_sign) {  // stands in the column of the numbers, its word at the beginning of the note
      Box disc;
      disc.x = 8 + indent;
      disc.y = y + 1;
      disc.width = 11;
      disc.height = 11;
      disc.radius = 5.5F;
      disc.fill = paper_colours::text;
      flow_.add_box(disc);
      const float width = flow_.text_width("!", {Face::bold, false}, note_size);
      flow_.text("!", {Face::bold, false},
                 flow_.paint(disc.x + (disc.width - width) / 2, line.height, note_size, RunRole::form,
                             paper_colours::white, y));
    }
    const float height = line.is_written_on ? note_line : line.height;
    const float top = y + line.height - height;
    flow_.paint_line(*line.paragraph, line.line, flow_.paint(x, height, line.size, RunRole::form, line.colour, top));
    if (!line.is_written_on) return;
    Box rule;
    rule.x = x + line_width(line.line, line.size) + 6;
    rule.y = y + line.height - 1.5F;
    rule.width = left_ - rule.x;
    rule.height = 0.6F;
    rule.fill = paper_colours::faint;
    flow_.add_box(rule);
  }

  void paint_answer(const FormBlock::Item& item, float top, const OwnLabels& own, float bottom) {
    if (form_.shows_weights) {
      centred(flow_.catalog.decimal(item.weight), answers_x() - weight_width / 2, box_size, text_size, top,
              RunRole::form);
    }
    float x = answers_x();
    for (size_t i = 0; i < item.marks.size(); ++i) {
      const float column = own.lines.empty() ? columns_[i] : own.column;
      const float size = std::min(box_size, column - 2);
      add_tick_box(flow_, x + (column - size) / 2, top, size);
      if (!own.lines.empty()) paint_label(own.texts[i], own.lines[i], x + column / 2, top - own_label_air);
      x += column;
    }
    if (form_.is_dense) return;
    Box rule;
    rule.x = answers_x();
    rule.y = bottom - 0.6F;
    rule.width = answers_;
    rule.height = 0.6F;
    rule.fill = paper_colours::faint;
    flow_.add_box(rule);
    flow_.text(flow_.catalog.text("paper.form_comment"), {},
               flow_.paint(answers_x(), tiny_line, tiny_size, RunRole::form, paper_colours::muted,
                           top + box_size + comment_gap));
  }

  // Lines one below the other, in the middle of a column, the last one above a height.
  void paint_label(const Paragraph& text, const std::vector<Line>& lines, float middle, float bottom) {
    float y = bottom - static_cast<float>(lines.size()) * tiny_line;
    for (const Line& line : lines) {
      const float left = middle - line_width(line, tiny_size) / 2;
      flow_.paint_line(text, line, flow_.paint(left, tiny_line, tiny_size, RunRole::form, paper_colours::text, y));
      y += tiny_line;
    }
  }

  FlowBuilder& flow_;
  const FormBlock& form_;
  const FormBlock::Group& group_;
  std::vector<std::string> marks_;  // those over the columns
  std::vector<float> columns_;      // their widths
  float answers_ = 0;               // the width of boxes and comment
  float left_ = 0;                  // that of number and text
};

}  // namespace

float widest_answers(FlowBuilder& flow, const FormBlock& form) {
  std::set<std::vector<std::string>> scales;
  for (const FormBlock::Group& group : form.groups) {
    for (const FormBlock::Item& item : group.items) scales.insert(item.marks);
  }
  float widest = 0;
  for (const std::vector<std::string>& marks : scales) {
    widest = std::max(widest, own_column_width(flow, marks) * static_cast<float>(marks.size()));
  }
  return widest;
}

void add_form_group(FlowBuilder& flow, const FormBlock& form, size_t group, int share, float least_answers) {
  GroupBuilder(flow, form, form.groups[group], least_answers).build(group + 1, share);
}

}  // namespace canvasbook
