// Parts and measures of charts that their files share; style.h has the measures of running text. Internal to export/.
#pragma once

#include <string_view>
#include <vector>

#include "export/colours.h"
#include "export/layout/flow/boxes.h"

namespace canvasbook {

// How a text of a chart is set.
struct ChartType {
  float size = 0;
  float line = 0;
  Face face = Face::regular;
  Rgb colour = paper_colours::text;
};

namespace chart_style {

inline constexpr ChartType title_type{10.5F, 14.5F, Face::bold};
inline constexpr ChartType label_type{9.5F, 12};
inline constexpr ChartType value_type{9.5F, 12, Face::bold};
inline constexpr ChartType small_type{8, 10};  // heads, scales, months
inline constexpr ChartType note_type{8, 10, Face::regular, paper_colours::muted};

inline constexpr float text_gap = 6;            // between texts and what is drawn
inline constexpr float column_rounding = 0.5F;  // a column that holds a text is so much wider than it
inline constexpr float hairline = 0.5F;         // of lines that only guide the eye
inline constexpr float axis_line = 0.8F;        // of the line that values begin at
inline constexpr float hollow_outline = 1.1F;   // of what is hollow
inline constexpr size_t longest_head = 60;      // code points of a text in a narrow column, which is cut there

}  // namespace chart_style

// A text as lines, to be painted into the last box of the flow one by one or together.
class ChartText {
 public:
  // On one line, but for its line feeds. An empty text has no line.
  ChartText(FlowBuilder& flow, std::string_view text, const ChartType& type);

  void fit(FlowBuilder& flow, float width);  // breaks it anew
  float width() const;                       // of its widest line
  float widest_word() const;
  size_t lines() const { return lines_.size(); }
  float height() const { return static_cast<float>(lines_.size()) * type_.line; }

  // One line on a baseline, in a column of this width; nothing where there is no such line.
  void paint_line(FlowBuilder& flow, size_t line, float x, float baseline, float width, Alignment alignment) const;
  // All, the first with its top there.
  void paint(FlowBuilder& flow, float x, float top, float width, Alignment alignment) const;

 private:
  ChartType type_;
  Paragraph paragraph_;
  std::vector<Line> lines_;
};

// The part of a value within its scale, 0 … 1; nothing where it has none.
std::optional<float> part_of(const PrintChart::Value& value);

// The first value of a row, or none.
const PrintChart::Value& only_value(const PrintChart::Row& row);

// "60–95 %, n = 12"
std::string notes_of(const PrintChart::Value& value);

void add_filled(FlowBuilder& flow, float x, float y, float width, float height, Rgb fill);
// A bar, hollow where its value is rough; nothing where it has no extent.
void add_bar(FlowBuilder& flow, float x, float y, float width, float height, bool is_rough);

// What stands over the rows on each page until end_head: on further pages the title again, and the boxes that are
// pushed between both calls. The second is given what the first returned.
size_t begin_chart_head(FlowBuilder& flow, const PrintChart& chart);
void end_chart_head(FlowBuilder& flow, size_t first);

// One kind each, without title and note; `item` is that of rows without one. They return the index of the first box of
// the last row.
size_t add_chart_bars(FlowBuilder& flow, const PrintChart& chart, const std::string& item);
size_t add_chart_panels(FlowBuilder& flow, const PrintChart& chart, const std::string& item);  // columns and trends
size_t add_heat_map(FlowBuilder& flow, const PrintChart& chart, const std::string& item);

}  // namespace canvasbook
