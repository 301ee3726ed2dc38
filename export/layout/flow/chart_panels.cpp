// Columns and trends: values side by side over their labels. What is too wide goes on in a further panel below, which
// has the same scale.
#include <algorithm>
#include <cmath>

#include "export/layout/flow/chart.h"
#include "model/text/text.h"

namespace canvasbook {

using namespace chart_style;

namespace {

constexpr float plot_height = 96;
constexpr float least_column = 24;
constexpr float most_asked_column = 90;  // of the width, by the texts of one column
constexpr float column_air = 4;          // between the texts of two columns
constexpr float margin_gap = 4;          // between the plot and what stands beside it
constexpr float largest_gutter = 0.2F;   // of the width, for the words of the scale and for those of the target
constexpr float between_panels = 10;
constexpr float under_axis = 4;
constexpr float bar_share = 0.6F;  // of a column
constexpr float widest_bar = 36;
constexpr float dot_radius = 2.4F;
constexpr float line_thickness = 1.4F;
constexpr float dash_length = 4;
constexpr float dash_pitch = 7;
constexpr size_t longest_value = 30;  // code points
// Small enough for a year of months side by side, with their figures.
constexpr ChartType column_value{8.5F, 11, Face::bold};
constexpr ChartType column_note{7, 9, Face::regular, paper_colours::muted};

struct ChartPoint {
  const PrintChart::Row* row;
  ChartText label;
  ChartText words;
  std::vector<ChartText> notes;
  std::optional<float> part;

  float notes_height() const {
    float height = 0;
    for (const ChartText& note : notes) height += note.height();
    return height;
  }
};

struct ChartPlace {
  float x = 0;
  float y = 0;
};

class PanelBuilder {
 public:
  PanelBuilder(FlowBuilder& flow, const PrintChart& chart, const std::string& item)
      : flow_(flow), chart_(chart), item_(item), is_trend_(chart.kind == PrintChart::Kind::trend) {
    measure_gutters();
    measure_points();
  }

  size_t build() {
    end_chart_head(flow_, begin_chart_head(flow_, chart_));
    size_t last = flow_.boxes().size();
    for (size_t first = 0; first < points_.size(); first += in_panel_) {
      if (first > 0) flow_.leave_space(between_panels);
      last = flow_.boxes().size();
      add_panel(first, std::min(first + in_panel_, points_.size()));
    }
    return last;
  }

 private:
  const std::string& item_of(const PrintChart::Row& row) const { return row.item.empty() ? item_ : row.item; }

  void measure_gutters() {
    const float most = flow_.setup.width * largest_gutter;
    flow_.set_item(item_);
    for (const PrintChart::Mark& mark : chart_.scale) {
      ChartText words(flow_, shortened(mark.words, longest_value), small_type);
      words.fit(flow_, most);
      left_ = std::max(left_, words.width() + margin_gap);
      scale_.push_back({part_of({mark.part, {}}).value_or(0.0F), std::move(words)});
    }
    float right = 0;
    if (chart_.target) {
      target_ = part_of({chart_.target->part, {}});
      target_words_ = ChartText(flow_, shortened(chart_.target->words, longest_head), small_type);
      target_words_->fit(flow_, std::min(target_words_->widest_word() + column_rounding, most));
      right = target_words_->width() + margin_gap;
    }
    plot_ = flow_.setup.width - left_ - right;
  }

  void measure_points() {
    float asked = least_column;
    for (const PrintChart::Row& row : chart_.rows) {
      const PrintChart::Value& value = only_value(row);
      flow_.set_item(item_of(row));
      ChartPoint point{&row,
                       {flow_, shortened(row.label, longest_head), small_type},
                       {flow_, shortened(value.words, longest_value), column_value},
                       {},
                       part_of(value)};
      asked = std::max({asked, point.label.widest_word() + column_air, point.words.width() + column_air});
      for (const std::string& note : value.notes) {
        point.notes.emplace_back(flow_, shortened(note, longest_value), column_note);
        asked = std::max(asked, point.notes.back().width() + column_air);
      }
      points_.push_back(std::move(point));
    }
    asked = std::min(asked, most_asked_column);
    const auto fitting = static_cast<size_t>(std::max(1.0F, std::floor(plot_ / asked)));
    const size_t panels = (points_.size() + fitting - 1) / fitting;
    in_panel_ = (points_.size() + panels - 1) / panels;
    column_ = plot_ / static_cast<float>(in_panel_);
    const float room = column_ - column_air + column_rounding;
    for (ChartPoint& point : points_) {
      point.label.fit(flow_, room);
      point.words.fit(flow_, room);
      for (ChartText& note : point.notes) note.fit(flow_, room);
    }
  }

  float x_of(size_t in_panel) const { return left_ + column_ * (static_cast<float>(in_panel) + 0.5F); }
  float y_of(float part) const { return top_ + plot_height * (1 - part); }

  // The panel of the points from `first` to `end`, as one box.
  void add_panel(size_t first, size_t end) {
    float labels = 0;
    float words = 0;
    float notes = 0;
    for (size_t i = first; i < end; ++i) {
      labels = std::max(labels, points_[i].label.height());
      words = std::max(words, points_[i].words.height());
      notes = std::max(notes, points_[i].notes_height());
    }
    // Of columns the values stand on top, of a trend below the labels, where no line goes through them.
    const float above = is_trend_ ? 0 : words;
    top_ = std::max(small_type.line / 2, above + 2);
    const float labels_top = y_of(0) + under_axis;
    const float words_top = labels_top + labels;
    const float notes_top = words_top + (is_trend_ ? words : 0);
    flow_.push(0, notes_top + notes);
    flow_.set_item(item_);
    paint_scale();
    if (target_) paint_target();
    for (size_t i = first; i < end; ++i) {
      const ChartPoint& point = points_[i];
      flow_.set_item(item_of(*point.row));
      const float left = x_of(i - first) - column_ / 2;
      flow_.add_area(left, column_, notes_top + notes, only_value(*point.row).subject);
      point.label.paint(flow_, left, labels_top, column_, Alignment::centre);
      if (is_trend_) {
        point.words.paint(flow_, left, words_top, column_, Alignment::centre);
        paint_point(first, i);
      } else {
        paint_column(point, x_of(i - first));
      }
      float top = notes_top;
      for (const ChartText& note : point.notes) {
        note.paint(flow_, left, top, column_, Alignment::centre);
        top += note.height();
      }
    }
    if (is_trend_) paint_lines(first, end);
  }

  void paint_scale() {
    float free = unlimited_width;  // above this nothing is written yet
    std::vector<const ScaleMark*> marks;
    for (const ScaleMark& mark : scale_) marks.push_back(&mark);
    std::ranges::sort(marks, {}, [](const ScaleMark* mark) { return mark->part; });
    for (const ScaleMark* mark : marks) {
      const float y = y_of(mark->part);
      add_filled(flow_, left_, y - hairline / 2, plot_, hairline, paper_colours::faint);
      if (y + small_type.line / 2 > free) continue;
      mark->words.paint_line(flow_, 0, 0, baseline_in(y - small_type.line / 2, small_type.line, small_type.size),
                             left_ - margin_gap, Alignment::right);
      free = y - small_type.line / 2;
    }
    add_filled(flow_, left_, y_of(0) - axis_line / 2, plot_, axis_line, paper_colours::muted);
  }

  // A line of dashes, its words in the margin behind it.
  void paint_target() {
    const float y = y_of(*target_);
    const auto dashes = static_cast<int>(std::ceil(plot_ / dash_pitch));
    for (int i = 0; i < dashes; ++i) {
      const float x = dash_pitch * static_cast<float>(i);
      add_filled(flow_, left_ + x, y - axis_line / 2, std::min(dash_length, plot_ - x), axis_line, paper_colours::text);
    }
    const float height = target_words_->height();
    const float lowest = std::max(0.0F, flow_.boxes().back().height - height);
    const float top = std::clamp(y - height / 2, 0.0F, lowest);
    target_words_->paint(flow_, left_ + plot_ + margin_gap, top, flow_.setup.width - left_ - plot_ - margin_gap,
                         Alignment::left);
  }

  void paint_column(const ChartPoint& point, float x) {
    const float width = std::min(column_ * bar_share, widest_bar);
    const float y = y_of(point.part.value_or(0.0F));
    add_bar(flow_, x - width / 2, y, width, y_of(0) - y, only_value(*point.row).is_rough);
    const float words_top = y - 1 - point.words.height();
    const float ground = point.words.width() + 2;  // no line goes through the words
    if (point.words.lines() > 0) {
      add_filled(flow_, x - ground / 2, words_top, ground, point.words.height(), paper_colours::white);
    }
    point.words.paint(flow_, x - column_ / 2, words_top, column_, Alignment::centre);
  }

  void paint_point(size_t first, size_t i) {
    const ChartPoint& point = points_[i];
    if (!point.part) return;
    Box mark;
    mark.width = 2 * dot_radius;
    mark.height = 2 * dot_radius;
    if (only_value(*point.row).is_rough) {
      mark.line_width = hollow_outline;
      mark.line = paper_colours::accent;
      mark.width -= hollow_outline;
      mark.height -= hollow_outline;
    }
    mark.x = x_of(i - first) - mark.width / 2;
    mark.y = y_of(*point.part) - mark.height / 2;
    mark.radius = mark.width / 2;
    mark.fill = mark.line_width > 0 ? paper_colours::white : paper_colours::accent;
    flow_.add_box(mark);
  }

  // Joins neighbours, also across the edges of a panel: half of the way on either side.
  void paint_lines(size_t first, size_t end) {
    for (size_t i = first; i <= end && i < points_.size(); ++i) {
      if (i == 0 || !points_[i - 1].part || !points_[i].part) continue;
      const float from = y_of(*points_[i - 1].part);
      const float to = y_of(*points_[i].part);
      const ChartPlace edge{i == first ? left_ : left_ + plot_, (from + to) / 2};
      if (i == first) {
        paint_line(edge, 0, {x_of(0), to}, dot_radius);
      } else if (i == end) {
        paint_line({x_of(i - 1 - first), from}, dot_radius, edge, 0);
      } else {
        paint_line({x_of(i - 1 - first), from}, dot_radius, {x_of(i - first), to}, dot_radius);
      }
    }
  }

  // A line that begins and ends so far from the places that it joins.
  void paint_line(ChartPlace from, float from_gap, ChartPlace to, float to_gap) {
    const float length = std::hypot(to.x - from.x, to.y - from.y);
    if (length <= from_gap + to_gap) return;
    const ChartPlace along{(to.x - from.x) / length, (to.y - from.y) / length};
    const ChartPlace across{along.y * line_thickness / 2, -along.x * line_thickness / 2};
    from = {from.x + along.x * from_gap, from.y + along.y * from_gap};
    to = {to.x - along.x * to_gap, to.y - along.y * to_gap};
    using Kind = PathStep::Kind;
    Outline line;
    line.fill = paper_colours::accent;
    line.steps = {{Kind::move, {from.x + across.x}, {from.y + across.y}},
                  {Kind::line, {to.x + across.x}, {to.y + across.y}},
                  {Kind::line, {to.x - across.x}, {to.y - across.y}},
                  {Kind::line, {from.x - across.x}, {from.y - across.y}},
                  {Kind::close, {}, {}}};
    flow_.content().outlines.push_back(std::move(line));
  }

  struct ScaleMark {
    float part;
    ChartText words;
  };

  FlowBuilder& flow_;
  const PrintChart& chart_;
  const std::string& item_;
  bool is_trend_;
  std::vector<ScaleMark> scale_;
  std::optional<float> target_;
  std::optional<ChartText> target_words_;
  std::vector<ChartPoint> points_;
  size_t in_panel_ = 1;
  float left_ = 0;  // of the plot
  float plot_ = 0;  // its width
  float column_ = 0;
  float top_ = 0;  // of the plot in its box
};

}  // namespace

size_t add_chart_panels(FlowBuilder& flow, const PrintChart& chart, const std::string& item) {
  return PanelBuilder(flow, chart, item).build();
}

}  // namespace canvasbook
