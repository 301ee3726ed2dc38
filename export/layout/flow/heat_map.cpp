// Heat maps: a table of figures on greys. Columns that have no room go on in a further table below.
#include <algorithm>
#include <cmath>

#include "export/layout/flow/chart.h"
#include "model/text/text.h"

namespace canvasbook {

using namespace chart_style;

namespace {

constexpr float heat_pad_y = 2.5F;
constexpr float cell_pad = 3;  // on either side of its text
constexpr float least_cell = 30;
constexpr float most_asked_cell = 90;  // of the width, by the texts of one cell
constexpr float widest_cell = 110;
constexpr float largest_heat_label = 0.3F;  // of the width
constexpr float between_bands = 10;
constexpr float swatch_width = 14;
constexpr float swatch_height = 8;
constexpr float legend_line = 13;
constexpr float between_swatches = 14;

struct HeatCell {
  std::vector<ChartText> texts;  // the figure, then its notes
  Rgb ground = paper_colours::white;

  size_t lines() const {
    size_t count = 0;
    for (const ChartText& text : texts) count += text.lines();
    return count;
  }
};

struct HeatRow {
  const PrintChart::Row* row;
  ChartText label;
  std::vector<HeatCell> cells;

  size_t lines() const {
    size_t most = std::max(label.lines(), size_t{1});
    for (const HeatCell& cell : cells) most = std::max(most, cell.lines());
    return most;
  }
};

// The grey of the step that a part falls on; the least step has the darkest.
const paper_colours::Shade& shade_of_step(size_t step, size_t steps) {
  const auto& shades = paper_colours::shades;
  if (steps < 2) return shades.front();
  return shades[(shades.size() - 1) * (steps - 1 - step) / (steps - 1)];
}

class HeatMapBuilder {
 public:
  HeatMapBuilder(FlowBuilder& flow, const PrintChart& chart, const std::string& item)
      : flow_(flow),
        chart_(chart),
        item_(item),
        columns_(chart.value_titles.size()),
        corner_(flow, shortened(chart.rows_title, longest_head), small_type) {
    for (const std::string& title : chart.value_titles) {
      heads_.emplace_back(flow, shortened(title, longest_head), small_type);
    }
    for (const PrintChart::Row& row : chart.rows) rows_.push_back(made(row));
    measure();
  }

  size_t build() {
    size_t last = add_band(0, std::min(in_band_, columns_));
    for (size_t first = in_band_; first < columns_; first += in_band_) {
      flow_.leave_space(between_bands);
      last = add_band(first, std::min(first + in_band_, columns_));
    }
    if (chart_.scale.empty()) return last;
    add_legend();
    flow_.keep_together(last);
    return last;
  }

 private:
  const std::string& item_of(const PrintChart::Row& row) const { return row.item.empty() ? item_ : row.item; }

  const paper_colours::Shade& shade_of(const PrintChart::Value& value) const {
    const auto part = part_of(value);
    if (!part || chart_.scale.empty()) return paper_colours::shades.front();
    size_t step = 0;
    while (step + 1 < chart_.scale.size() && *value.part >= chart_.scale[step + 1].part) ++step;
    return shade_of_step(step, chart_.scale.size());
  }

  HeatRow made(const PrintChart::Row& row) {
    flow_.set_item(item_of(row));
    HeatRow made{&row, {flow_, row.label, label_type}, {}};
    for (size_t i = 0; i < columns_; ++i) {
      HeatCell& cell = made.cells.emplace_back();
      if (i >= row.values.size()) continue;
      const PrintChart::Value& value = row.values[i];
      const paper_colours::Shade& shade = shade_of(value);
      cell.ground = shade.fill;
      ChartType figure = part_of(value) ? value_type : label_type;
      figure.colour = shade.text;
      ChartType note = small_type;
      note.colour = shade.text;
      if (!value.words.empty()) cell.texts.emplace_back(flow_, value.words, figure);
      for (const std::string& words : value.notes) cell.texts.emplace_back(flow_, words, note);
    }
    return made;
  }

  void measure() {
    float label = corner_.widest_word();
    float asked = least_cell;
    for (const ChartText& head : heads_) asked = std::max(asked, head.widest_word() + 2 * cell_pad);
    for (const HeatRow& row : rows_) {
      label = std::max(label, row.label.width());
      for (const HeatCell& cell : row.cells) {
        for (const ChartText& text : cell.texts) asked = std::max(asked, text.width() + 2 * cell_pad);
      }
    }
    asked = std::min(asked + column_rounding, most_asked_cell);
    label_ = std::min(label + column_rounding, flow_.setup.width * largest_heat_label);
    left_ = label_ + text_gap;
    const float room = flow_.setup.width - left_;
    const auto fitting = static_cast<size_t>(std::max(1.0F, std::floor(room / asked)));
    const size_t columns = std::max<size_t>(columns_, 1);
    const size_t bands = (columns + fitting - 1) / fitting;
    in_band_ = (columns + bands - 1) / bands;
    cell_ = std::min(room / static_cast<float>(in_band_), widest_cell);
    corner_.fit(flow_, label_);
    const float text = cell_ - 2 * cell_pad + column_rounding;
    for (ChartText& head : heads_) head.fit(flow_, text);
    for (HeatRow& row : rows_) {
      row.label.fit(flow_, label_);
      for (HeatCell& cell : row.cells) {
        for (ChartText& words : cell.texts) words.fit(flow_, text);
      }
    }
  }

  // The columns from `first` to `end` of all rows; returns where the boxes of the last row begin.
  size_t add_band(size_t first, size_t end) {
    const size_t head = begin_chart_head(flow_, chart_);
    add_head(first, end);
    end_chart_head(flow_, head);
    size_t before = flow_.boxes().size();
    size_t start = before;
    for (size_t i = 0; i < rows_.size(); ++i) {
      start = flow_.boxes().size();
      add_row(rows_[i], first, end);
      // Two rows at least stand together at either end.
      if (i == 1 || i + 1 == rows_.size()) flow_.keep_together(before);
      before = start;
    }
    flow_.end_head();
    return start;
  }

  float x_of(size_t in_band) const { return left_ + cell_ * static_cast<float>(in_band); }

  // The titles stand on the first row.
  void add_head(size_t first, size_t end) {
    flow_.set_item(item_);
    float height = corner_.height();
    for (size_t i = first; i < end; ++i) height = std::max(height, heads_[i].height());
    height += 3;
    flow_.push(0, height, Keep::always);
    corner_.paint(flow_, 0, height - 3 - corner_.height(), label_, Alignment::left);
    for (size_t i = first; i < end; ++i) {
      heads_[i].paint(flow_, x_of(i - first) + cell_pad, height - 3 - heads_[i].height(), cell_ - 2 * cell_pad,
                      Alignment::centre);
    }
    add_filled(flow_, 0, height - axis_line, x_of(end - first), axis_line, paper_colours::muted);
  }

  // A box a line, each with its part of the grounds.
  void add_row(const HeatRow& row, size_t first, size_t end) {
    flow_.set_item(item_of(*row.row));
    const size_t count = row.lines();
    for (size_t i = 0; i < count; ++i) {
      const bool last = i + 1 == count;
      const float top = i == 0 ? heat_pad_y : 0;
      const float height = top + label_type.line + (last ? heat_pad_y : 0);
      flow_.push(0, height, last ? Keep::none : Keep::always);
      if (i == 0) add_areas(row, first, end, static_cast<float>(count) * label_type.line + 2 * heat_pad_y);
      paint_grounds(row, first, end, height, last);
      const float baseline = baseline_in(top, label_type.line, label_type.size);
      row.label.paint_line(flow_, i, 0, baseline, label_, Alignment::left);
      for (size_t c = first; c < end; ++c) paint_cell_line(row.cells[c], i, count, x_of(c - first), baseline);
    }
  }

  void add_areas(const HeatRow& row, size_t first, size_t end, float height) {
    for (size_t c = first; c < std::min(end, row.row->values.size()); ++c) {
      flow_.add_area(x_of(c - first), cell_, height, row.row->values[c].subject);
    }
  }

  void paint_grounds(const HeatRow& row, size_t first, size_t end, float height, bool last) {
    constexpr float overlap = 0.3F;  // so that no text_gap shows between two boxes
    for (size_t c = first; c < end; ++c) {
      const Rgb ground = row.cells[c].ground;
      if (ground == paper_colours::white) continue;
      add_filled(flow_, x_of(c - first), 0, cell_, height + (last ? 0 : overlap), ground);
    }
    for (size_t c = first; c <= end; ++c) {
      add_filled(flow_, x_of(c - first) - hairline / 2, 0, hairline, height, paper_colours::faint);
    }
    if (last) add_filled(flow_, 0, height - hairline, x_of(end - first), hairline, paper_colours::faint);
  }

  // The texts of a cell stand in its middle, line by line.
  void paint_cell_line(const HeatCell& cell, size_t line, size_t count, float x, float baseline) {
    const size_t before = (count - cell.lines()) / 2;
    if (line < before) return;
    line -= before;
    for (const ChartText& text : cell.texts) {
      if (line < text.lines()) {
        return text.paint_line(flow_, line, x + cell_pad, baseline, cell_ - 2 * cell_pad, Alignment::centre);
      }
      line -= text.lines();
    }
  }

  // What the greys mean, side by side, from the least step.
  void add_legend() {
    flow_.set_item(item_);
    const size_t steps = chart_.scale.size();
    float x = unlimited_width;
    for (size_t step = 0; step < steps; ++step) {
      ChartText words(flow_, shortened(chart_.scale[step].words, longest_head), small_type);
      const float width = swatch_width + text_gap + words.width();
      if (x + width > flow_.setup.width) {
        flow_.push(x < unlimited_width ? 0 : text_gap, legend_line, Keep::always);
        x = 0;
      }
      Box swatch;
      swatch.x = x + hairline / 2;
      swatch.y = (legend_line - swatch_height) / 2;
      swatch.width = swatch_width;
      swatch.height = swatch_height;
      swatch.fill = shade_of_step(step, steps).fill;
      swatch.line_width = hairline;
      swatch.line = paper_colours::faint;
      flow_.add_box(swatch);
      words.paint_line(flow_, 0, x + swatch_width + text_gap, baseline_in(0, legend_line, small_type.size),
                       words.width(), Alignment::left);
      x += width + between_swatches;
    }
    flow_.boxes().back().keep = Keep::none;
  }

  FlowBuilder& flow_;
  const PrintChart& chart_;
  const std::string& item_;
  size_t columns_;
  ChartText corner_;  // the title of the labels
  std::vector<ChartText> heads_;
  std::vector<HeatRow> rows_;
  size_t in_band_ = 1;
  float label_ = 0;  // its width
  float left_ = 0;   // of the cells
  float cell_ = 0;   // the width of one
};

}  // namespace

size_t add_heat_map(FlowBuilder& flow, const PrintChart& chart, const std::string& item) {
  return HeatMapBuilder(flow, chart, item).build();
}

}  // namespace canvasbook
