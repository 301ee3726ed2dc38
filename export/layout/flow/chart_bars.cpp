// Charts of bars: a row each with its label before the bar, and its value behind.
#include <algorithm>

#include "export/layout/flow/chart.h"

namespace canvasbook {

using namespace chart_style;

namespace {

constexpr float bar_pad_y = 2.5F;
constexpr float bar_height = 9;
constexpr float largest_bar_label = 0.36F;  // of the width; so are these
constexpr float largest_bar_words = 0.16F;
constexpr float largest_bar_notes = 0.18F;
constexpr float target_line = 1;
constexpr float target_halo = 0.8F;  // white on either side of it, so that it shows on a bar

struct BarRow {
  const PrintChart::Row* row;
  ChartText label;
  ChartText words;
  ChartText notes;
};

// How far the widest of some texts reaches, at most so far.
template <class Text>
float widest_text(const std::vector<BarRow>& rows, Text text, float most) {
  float width = 0;
  for (const BarRow& row : rows) width = std::max(width, (row.*text).width() + column_rounding);
  return std::min(width, most);
}

class BarsBuilder {
 public:
  BarsBuilder(FlowBuilder& flow, const PrintChart& chart, const std::string& item)
      : flow_(flow), chart_(chart), item_(item) {
    for (const PrintChart::Row& row : chart.rows) {
      const PrintChart::Value& value = only_value(row);
      flow.set_item(item_of(row));
      rows_.push_back(
          {&row, {flow, row.label, label_type}, {flow, value.words, value_type}, {flow, notes_of(value), note_type}});
    }
    const float width = flow.setup.width;
    label_ = widest_text(rows_, &BarRow::label, width * largest_bar_label);
    words_ = widest_text(rows_, &BarRow::words, width * largest_bar_words);
    notes_ = widest_text(rows_, &BarRow::notes, width * largest_bar_notes);
    for (BarRow& row : rows_) {
      row.label.fit(flow, label_);
      row.words.fit(flow, words_);
      row.notes.fit(flow, notes_);
    }
    left_ = label_ + text_gap;
    bar_ = width - left_ - text_gap - words_ - text_gap - notes_;
    if (chart.target) target_ = part_of({chart.target->part, {}});
  }

  size_t build() {
    const size_t head = begin_chart_head(flow_, chart_);
    if (target_) add_target_words();
    end_chart_head(flow_, head);
    size_t before = flow_.boxes().size();  // the first box of the row before
    size_t first = before;
    for (size_t i = 0; i < rows_.size(); ++i) {
      first = flow_.boxes().size();
      add_row(rows_[i]);
      // Two rows at least stand together at either end.
      if (i == 1 || i + 1 == rows_.size()) flow_.keep_together(before);
      before = first;
    }
    return first;
  }

 private:
  const std::string& item_of(const PrintChart::Row& row) const { return row.item.empty() ? item_ : row.item; }

  float target_x() const { return left_ + bar_ * *target_; }

  // Over the line of the target.
  void add_target_words() {
    flow_.set_item(item_);
    ChartText words(flow_, chart_.target->words, small_type);
    words.fit(flow_, bar_);
    const float width = words.width();
    const float x = std::clamp(target_x() - width / 2, left_, std::max(left_, left_ + bar_ - width));
    flow_.push(0, words.height() + 1, Keep::always);
    words.paint(flow_, x, 0, width, Alignment::centre);
  }

  // A box a line; the bar stands beside the first.
  void add_row(const BarRow& row) {
    flow_.set_item(item_of(*row.row));
    const size_t count = std::max({row.label.lines(), row.words.lines(), row.notes.lines(), size_t{1}});
    for (size_t i = 0; i < count; ++i) {
      const bool last = i + 1 == count;
      const float top = i == 0 ? bar_pad_y : 0;
      const float height = top + label_type.line + (last ? bar_pad_y : 0);
      flow_.push(0, height, last ? Keep::none : Keep::always);
      const PrintChart::Value& value = only_value(*row.row);
      if (i == 0) {
        const float whole = static_cast<float>(count) * label_type.line + 2 * bar_pad_y;
        flow_.add_area(0, flow_.setup.width, whole, value.subject);
      }
      const float bar_top = top + (label_type.line - bar_height) / 2;
      if (i == 0) add_bar(flow_, left_, bar_top, bar_ * part_of(value).value_or(0.0F), bar_height, value.is_rough);
      add_filled(flow_, left_ - axis_line, 0, axis_line, height, paper_colours::muted);
      if (target_) paint_target(height);
      const float baseline = baseline_in(top, label_type.line, label_type.size);
      row.label.paint_line(flow_, i, 0, baseline, label_, Alignment::left);
      row.words.paint_line(flow_, i, left_ + bar_ + text_gap, baseline, words_, Alignment::right);
      row.notes.paint_line(flow_, i, left_ + bar_ + text_gap + words_ + text_gap, baseline, notes_, Alignment::left);
    }
  }

  void paint_target(float height) {
    const float x = target_x() - target_line / 2;
    add_filled(flow_, x - target_halo, 0, target_line + 2 * target_halo, height, paper_colours::white);
    add_filled(flow_, x, 0, target_line, height, paper_colours::text);
  }

  FlowBuilder& flow_;
  const PrintChart& chart_;
  const std::string& item_;
  std::vector<BarRow> rows_;
  float label_ = 0;  // widths of the columns
  float words_ = 0;
  float notes_ = 0;
  float left_ = 0;  // of the bars
  float bar_ = 0;   // the width of a whole one
  std::optional<float> target_;
};

}  // namespace

size_t add_chart_bars(FlowBuilder& flow, const PrintChart& chart, const std::string& item) {
  return BarsBuilder(flow, chart, item).build();
}

}  // namespace canvasbook
