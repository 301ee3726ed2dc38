#include "export/layout/wall_sheet.h"

#include <algorithm>
#include <array>

#include "export/colours.h"
#include "export/layout/large_print.h"
#include "export/layout/warning_sign.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr float edge = large_print_edge;
constexpr std::array<float, 4> left_columns{0.3F, 0.36F, 0.43F, 0.5F};  // of the width; the best one is taken
constexpr float largest_letters = 54;
constexpr float least_letters = 22;  // a sheet on the wall is read from 2 m: capitals are 5 mm high
constexpr float wall_rounding = 0.5F;
constexpr float line_of_letters = 1.2F;  // of their size
constexpr float hears_part = 0.5F;       // of the size, of what the client hears: two of its lines in one of the phrase
constexpr size_t hears_in_line = 2;
constexpr float sign_room = 1.35F;    // of the size, for the sign before a phrase
constexpr float column_room = 0.9F;   // of the size, between the columns
constexpr float row_pad = 0.22F;      // of the size, above and below a row
constexpr float most_extra = 1.2F;    // of the size, that a row gets of what is left of the page
constexpr float title_part = 0.062F;  // of the width
constexpr float head_of_sheet = 0.03F;
constexpr float head_line = 1.5F;  // of the sizes of title and heads

struct WallRow {
  std::string item;
  Paragraph left, right, hears;
  std::vector<Line> left_lines = {}, right_lines = {}, hears_lines = {};  // hears: below the left ones

  size_t lines() const {
    const size_t below = (hears_lines.size() + hears_in_line - 1) / hears_in_line;
    return std::max(left_lines.size() + below, right_lines.size());
  }
};

class WallLayout {
 public:
  WallLayout(const PrintPart& part, const WallSheet& sheet, LayoutContext& context)
      : part_(part), sheet_(sheet), context_(context), extent_(page_extent(context.setup.canvas)) {
    const std::vector<SheetBlock::Column>& columns = sheet.sheet.columns;
    heads_ = {columns.front().title, columns.back().title};
    for (const SheetBlock::Row& row : sheet.sheet.rows) {
      rows_.push_back({row.item, text_of(row.cells.front(), row.item), text_of(row.cells.back(), row.item), {}});
      if (row.cells.size() < 3 || row.cells[1].empty()) continue;
      Spans hears = row.cells[1];
      hears.insert(hears.begin(), Span{columns[1].title + ": ", false, true, false, {}});
      rows_.back().hears = text_of(hears, row.item);
    }
  }

  void run() {
    choose_size();
    add_page();
    context_.bookmark(part_.bookmark_level, part_.title, 0, sheet_.item);
    for (size_t i = 0; i < rows_.size(); ++i) {
      if (!is_fresh_ && !has_room(row_height(rows_[i], size_) + extra_)) begin_next_page();
      if (is_fresh_) extra_ = extra_from(i);
      add_row(rows_[i]);
    }
  }

 private:
  float width() const { return extent_.width - 2 * edge; }
  float bottom() const { return large_print_bottom(context_, extent_); }
  float title_size() const { return width() * title_part; }
  float head_size() const { return width() * head_of_sheet; }
  float top() const { return edge + (title_size() + head_size()) * head_line; }  // of the rows
  float room() const { return bottom() - top(); }                                // for them
  float phrase_width(float size) const { return width() * left_part_ - sign_room * size - column_room * size; }
  float replacement_width() const { return width() * (1 - left_part_); }

  Paragraph text_of(const Spans& spans, const std::string& item) {
    Paragraph paragraph = context_.paragraph(spans, {}, item);
    std::ranges::fill(paragraph.links, std::string());  // nothing on a wall leads anywhere
    return paragraph;
  }

  // Breaks all rows at a size; whether no word is parted.
  bool break_rows(float size, Hyphens hyphens) {
    bool is_whole = true;
    const auto is_cut = [](const Line& line) { return line.cut; };
    for (WallRow& row : rows_) {
      row.left_lines = break_lines(row.left, phrase_width(size), size, context_.fonts, hyphens);
      row.right_lines = break_lines(row.right, replacement_width(), size, context_.fonts, hyphens);
      row.hears_lines.clear();
      if (!row.hears.text.empty())
        row.hears_lines = break_lines(row.hears, phrase_width(size), size * hears_part, context_.fonts, Hyphens::none);
      is_whole = is_whole && std::ranges::none_of(row.left_lines, is_cut) &&
                 std::ranges::none_of(row.right_lines, is_cut) && std::ranges::none_of(row.hears_lines, is_cut);
    }
    return is_whole;
  }

  static float row_height(const WallRow& row, float size) {
    return static_cast<float>(row.lines()) * size * line_of_letters + 2 * row_pad * size;
  }

  // The pages that the broken rows take.
  size_t count_pages(float size) const {
    const float line = size * line_of_letters;
    const float pad = row_pad * size;
    size_t pages = 1;
    float y = 0;
    const auto make_room = [&](float height) {
      if (y == 0 || y + height <= room() + wall_rounding) return;
      ++pages;
      y = 0;
    };
    for (const WallRow& row : rows_) {
      make_room(row_height(row, size));
      y += pad;
      for (size_t i = 0; i < row.lines(); ++i) {
        make_room(line);
        y += line;
      }
      y += pad;
    }
    return pages;
  }

  // How the rows are set: without parted words if that is possible, then on few pages, then in large letters.
  struct WallSetting {
    float left_part = 0;
    Hyphens hyphens = Hyphens::none;
    size_t pages = 0;
    float size = 0;
  };

  WallSetting setting_for(float left_part, Hyphens hyphens) {
    left_part_ = left_part;
    WallSetting setting{left_part, hyphens, 0, least_letters};
    const bool parts_words = hyphens != Hyphens::none;
    if (!break_rows(least_letters, hyphens) && !parts_words) return setting;
    setting.pages = count_pages(least_letters);
    setting.size = largest_size(least_letters, largest_letters, [&](float size) {
      return (break_rows(size, hyphens) || parts_words) && count_pages(size) <= setting.pages;
    });
    return setting;
  }

  void choose_size() {
    WallSetting best;
    for (const Hyphens hyphens : {Hyphens::none, Hyphens::sparing}) {
      for (const float left : left_columns) {
        const WallSetting setting = setting_for(left, hyphens);
        const bool is_better =
            best.pages == 0 || setting.pages < best.pages || (setting.pages == best.pages && setting.size > best.size);
        if (setting.pages > 0 && is_better) best = setting;
      }
      if (best.pages > 0) break;
    }
    left_part_ = best.left_part;
    size_ = best.size;
    break_rows(size_, best.hyphens);
  }

  // What each row of a page that begins with this one gets of the room that they leave.
  float extra_from(size_t first) const {
    float height = 0;
    size_t count = 0;
    for (size_t i = first; i < rows_.size(); ++i) {
      const float next = height + row_height(rows_[i], size_);
      if (next > room() + wall_rounding) break;
      height = next;
      ++count;
    }
    if (count == 0) return 0;
    return std::clamp((room() - height) / static_cast<float>(count), 0.0F, size_ * most_extra);
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

  bool has_room(float height) const { return y_ + height <= bottom() + wall_rounding; }

  void add_row(const WallRow& row) {
    const float line = size_ * line_of_letters;
    const float pad = row_pad * size_ + extra_ / 2;
    y_ += pad;
    for (size_t i = 0; i < row.lines(); ++i) {
      if (!is_fresh_ && !has_room(line)) begin_next_page();
      if (i == 0 && !(row.left.text.empty() && row.hears.text.empty()))
        add_warning_sign(context_.page(), edge, y_ + line / 2, size_ * 0.95F);
      paint(row, row.left, row.left_lines, i, edge + sign_room * size_);
      if (i >= row.left_lines.size()) paint_hears(row, (i - row.left_lines.size()) * hears_in_line);
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

  // Two of its lines, small and grey, in the room of one.
  void paint_hears(const WallRow& row, size_t first) {
    const float size = size_ * hears_part;
    const size_t end = std::min(first + hears_in_line, row.hears_lines.size());
    for (size_t i = first; i < end; ++i) {
      LinePaint at =
          paint_at(edge + sign_room * size_, size * line_of_letters, size, RunRole::table_cell, paper_colours::muted);
      at.baseline += static_cast<float>(i - first) * size * line_of_letters;
      at.item = context_.item(row.item);
      paint_line(row.hears, row.hears_lines[i], at, context_.fonts, context_.page());
    }
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
