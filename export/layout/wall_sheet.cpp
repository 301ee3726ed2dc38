#include "export/layout/wall_sheet.h"

#include <algorithm>
#include <array>

#include "export/colours.h"
#include "export/layout/columns_below.h"
#include "export/layout/large_print.h"
#include "export/layout/warning_sign.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr float edge = large_print_edge;
constexpr std::array<float, 4> left_columns{0.3F, 0.36F, 0.43F, 0.5F};  // of the width; the best one is taken
constexpr float largest_letters = 54;
constexpr float least_letters = 9;
constexpr float whole_word_letters = 13;  // down to it smaller letters are better than hyphens
constexpr float line_of_letters = 1.2F;   // of their size
constexpr float sign_room = 1.35F;        // of the size, for the sign before a phrase
constexpr float column_room = 0.9F;       // of the size, between the columns
constexpr float row_pad = 0.22F;          // of the size, above and below a row
constexpr float most_extra = 1.2F;        // of the size, that a row gets of what is left of the page
constexpr float title_part = 0.062F;      // of the width
constexpr float head_part = 0.03F;
constexpr float head_line = 1.5F;  // of the sizes of title and heads

struct WallRow {
  std::string item;
  Paragraph left, right;
  std::vector<Line> left_lines = {}, right_lines = {};

  size_t lines() const { return std::max(left_lines.size(), right_lines.size()); }
};

class WallLayout {
 public:
  WallLayout(const PrintPart& part, const WallSheet& sheet, LayoutContext& context)
      : part_(part), sheet_(sheet), context_(context), extent_(page_extent(context.setup.canvas)) {
    const SheetBlock table = with_columns_below(sheet.sheet);
    heads_ = {table.columns[0].title, table.columns[1].title};
    for (const SheetBlock::Row& row : table.rows) {
      rows_.push_back({row.item, text_of(row.cells[0], row.item), text_of(row.cells[1], row.item)});
    }
  }

  void run() {
    choose_size();
    add_page();
    context_.bookmark(part_.bookmark_level, part_.title, 0, sheet_.item);
    const float height = height_at(size_, false);
    const float left_over = std::max(0.0F, room() - height) / static_cast<float>(rows_.size());
    extra_ = std::min(left_over, size_ * most_extra);
    for (const WallRow& row : rows_) add_row(row);
  }

 private:
  float width() const { return extent_.width - 2 * edge; }
  float bottom() const { return large_print_bottom(context_, extent_); }
  float title_size() const { return width() * title_part; }
  float head_size() const { return width() * head_part; }
  float top() const { return edge + (title_size() + head_size()) * head_line; }  // of the rows
  float room() const { return bottom() - top(); }                                // for them
  float phrase_width(float size) const { return width() * left_part_ - sign_room * size - column_room * size; }
  float replacement_width() const { return width() * (1 - left_part_); }

  Paragraph text_of(const Spans& spans, const std::string& item) {
    Paragraph paragraph = context_.paragraph(spans, {}, item);
    std::ranges::fill(paragraph.links, std::string());  // nothing on a wall leads anywhere
    return paragraph;
  }

  // The height of all rows at a size; more than any page has where whole words are asked for and one is too long.
  float height_at(float size, bool whole_words) {
    const Hyphens hyphens = whole_words ? Hyphens::none : Hyphens::sparing;
    float height = 0;
    for (WallRow& row : rows_) {
      row.left_lines = break_lines(row.left, phrase_width(size), size, context_.fonts, hyphens);
      row.right_lines = break_lines(row.right, replacement_width(), size, context_.fonts, hyphens);
      const auto is_cut = [](const Line& line) { return line.cut; };
      if (whole_words &&
          (std::ranges::any_of(row.left_lines, is_cut) || std::ranges::any_of(row.right_lines, is_cut))) {
        return unlimited_width;
      }
      height += static_cast<float>(row.lines()) * size * line_of_letters + 2 * row_pad * size;
    }
    return height;
  }

  float largest_that_fits(bool whole_words) {
    return largest_size(least_letters, largest_letters,
                        [&](float size) { return height_at(size, whole_words) <= room(); });
  }

  // The columns that allow the largest letters.
  void choose_size() {
    float best = 0;
    for (const float left : left_columns) {
      left_part_ = left;
      const float whole = largest_that_fits(true);
      const float size = whole < whole_word_letters ? largest_that_fits(false) : whole;
      if (size <= size_) continue;
      size_ = size;
      best = left;
    }
    left_part_ = best;
  }

  LinePaint paint_at(float x, float line, float size, RunRole role, Rgb colour) const {
    return {x, baseline_in(y_, line, size), size, colour, role};
  }

  // A page with the title and the heads of the columns.
  void add_page() {
    context_.add_page(extent_, {});
    y_ = edge;
    const float title = title_size();
    context_.text(context_.fitting(sheet_.title, {Face::bold, true}, title, width()), {Face::bold, true},
                  paint_at(edge, title * 1.2F, title, RunRole::title, paper_colours::text), sheet_.item);
    y_ += title * head_line;
    const float head = head_size();
    const float right = edge + width() * left_part_;
    const auto add_head = [&](size_t column, float x, float room, Rgb colour) {
      const std::string text = context_.fitting(heads_[column], {Face::bold, false}, head, room);
      context_.text(text, {Face::bold, false}, paint_at(x, head * 1.3F, head, RunRole::table_head, colour));
    };
    add_head(0, edge, right - edge, paper_colours::tint(Colour::red).mark);
    add_head(1, right, extent_.width - edge - right, paper_colours::tint(Colour::green).mark);
    y_ = top();
    add_line(1.6F, paper_colours::text);
    add_company_foot(context_, extent_);
  }

  void add_line(float thickness, Rgb colour) {
    Box line;
    line.x = edge;
    line.y = y_ - thickness;
    line.width = width();
    line.height = thickness;
    line.fill = colour;
    context_.page().boxes.push_back(line);
  }

  // A row stays on one page where it fits one.
  void add_row(const WallRow& row) {
    const float line = size_ * line_of_letters;
    const float pad = row_pad * size_ + extra_ / 2;
    const float height = static_cast<float>(row.lines()) * line + 2 * pad;
    constexpr float rounding = 0.5F;
    if (y_ + height > bottom() + rounding && !is_fresh_) begin_next_page();
    y_ += pad;
    for (size_t i = 0; i < row.lines(); ++i) {
      if (y_ + line > bottom() + rounding && !is_fresh_) begin_next_page();
      if (i == 0 && !row.left.text.empty()) add_warning_sign(context_.page(), edge, y_ + line / 2, size_ * 0.95F);
      paint(row, row.left, row.left_lines, i, edge + sign_room * size_);
      paint(row, row.right, row.right_lines, i, edge + width() * left_part_);
      y_ += line;
      is_fresh_ = false;
    }
    y_ += pad;
    add_line(0.7F, paper_colours::line);
  }

  void begin_next_page() {
    add_page();
    is_fresh_ = true;
  }

  void paint(const WallRow& row, const Paragraph& text, const std::vector<Line>& lines, size_t line, float x) {
    if (line >= lines.size()) return;
    LinePaint at = paint_at(x, size_ * line_of_letters, size_, RunRole::table_cell, paper_colours::text);
    at.item = context_.item(row.item);
    paint_line(text, lines[line], at, context_.fonts, context_.page());
  }

  const PrintPart& part_;
  const WallSheet& sheet_;
  std::array<std::string, 2> heads_;
  LayoutContext& context_;
  const Extent extent_;
  std::vector<WallRow> rows_;
  float left_part_ = left_columns.back();
  float size_ = 0;
  float extra_ = 0;  // that each row is higher, so that the page is filled
  float y_ = 0;
  bool is_fresh_ = true;  // nothing but its head stands on the page
};

}  // namespace

void layout_wall_sheet(const PrintPart& part, const WallSheet& sheet, LayoutContext& context) {
  WallLayout(part, sheet, context).run();
}

}  // namespace canvasbook
