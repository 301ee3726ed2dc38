#include "export/layout_canvas.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>

#include "export/canvas_grid.h"
#include "export/card.h"
#include "export/palette.h"
#include "model/text.h"

namespace canvasbook {

namespace {

constexpr float largest_size = 13;           // points on A4; larger pages allow more
constexpr float largest_overfull_size = 10;  // cards of a canvas that does not hold them all need not be larger
constexpr float size_step = 0.25F;
constexpr float reading_width = 13;  // a column of cards is at least this many font sizes wide
constexpr float unlimited_height = 1e6F;
constexpr int most_width_steps = 8;
constexpr float widest_share = 1.45F;    // of an equal share of the width
constexpr float narrowest_share = 0.7F;  //
// Longer names are cut with "…", so that the canvas keeps its room; the Markdown has them whole.
constexpr size_t longest_title = 500;
constexpr size_t longest_property = 300;
constexpr size_t longest_block_title = 120;

struct Area {
  float x, y, width, height;
};

struct BlockCards {
  std::vector<PlacedCard> placed;
  size_t next = 0;   // the first card that did not fit
  float bottom = 0;  // of the lowest card
  bool cut = false;  // a word of a placed card did not fit a line
};

class CanvasLayout {
 public:
  CanvasLayout(const PrintPart& part, const Canvas& canvas, LayoutContext& context)
      : part_(part), canvas_(canvas), context_(context), catalog_(Catalog::of(part.language)) {
    const Extent upright = page_extent(context.setup.canvas);
    extent_ = {upright.height, upright.width};
    scale_ = extent_.width / page_extent(PageSize::A4).height;
    margin_ = 24 * scale_;
    gap_ = (canvas.frames.empty() ? 5.0F : 12.0F) * scale_;
    const Paragraph reference = context.paragraph(catalog_.text("paper.see_page", {{"page", "88"}}), {}, {});
    page_reference_ = break_lines(reference, unlimited_width, 1, context.fonts).front().width + 300;
    for (const CanvasBlock& block : canvas.blocks) {
      measured_.emplace_back();
      for (const Card& card : block.cards) measured_.back().push_back(measure_card(card, context));
      titles_.push_back(context.paragraph(shortened(block.title, longest_block_title), {Face::bold, true}, block.item));
    }
  }

  void run() {
    add_page();
    context_.bookmark(part_.bookmark_level, part_.title, 0);
    const float header_bottom = paint_header(canvas_.title, true);
    grid_ = {margin_, header_bottom + 8 * scale_, extent_.width - 2 * margin_, 0};
    grid_.height = extent_.height - margin_ - grid_.y - paint_legend();
    if (!canvas_.frames.empty()) {
      grid_.y += frame_title();
      grid_.height -= frame_title() + frame_border();
    }
    choose_size();
    paint_frames();
    for (size_t i = 0; i < canvas_.blocks.size(); ++i) paint_block(i);
    paint_continuation();
  }

 private:
  float frame_title() const { return 17 * scale_; }
  float frame_border() const { return 4.5F * scale_; }
  float title_size() const { return 9.5F * scale_; }
  float title_line() const { return 1.2F * title_size(); }
  float icon_size() const { return 12 * scale_; }
  float block_pad() const { return 6 * scale_; }
  float more_size() const { return std::max(least_text_size, 8 * scale_); }
  float more_line() const { return 1.4F * more_size(); }

  CardLayout lay_out(const MeasuredCard& card, float width, const CardStyle& style) const {
    return lay_out_card(card, width, style, page_reference_, context_.fonts);
  }

  // Puts cards into columns, each onto the shortest, until one does not fit.
  BlockCards place(size_t block, const Area& area, const CardStyle& style) const {
    BlockCards result;
    result.bottom = area.y;
    const int columns =
        std::max(1, static_cast<int>((area.width + style.gap) / (reading_width * style.size + style.gap)));
    const float width = (area.width - style.gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    std::vector<float> bottoms(static_cast<size_t>(columns), area.y);
    for (; result.next < measured_[block].size(); ++result.next) {
      const MeasuredCard& card = measured_[block][result.next];
      CardLayout layout = lay_out(card, width, style);
      const auto column = std::ranges::min_element(bottoms);
      if (*column + layout.height > area.y + area.height + 0.01F) return result;
      result.cut = result.cut || layout.cut;
      const float x = area.x + static_cast<float>(column - bottoms.begin()) * (width + style.gap);
      const float height = layout.height;
      result.placed.push_back({&card, std::move(layout), x, *column, width});
      result.bottom = std::max(result.bottom, *column + height);
      *column += height + style.gap;
    }
    return result;
  }

  // The length of some columns or rows with the gaps between them.
  float span(const std::vector<float>& lengths, int first, int count) const {
    float length = count > 0 ? -gap_ : 0;
    for (int i = first; i < first + count; ++i) length += lengths[static_cast<size_t>(i)] + gap_;
    return length;
  }

  float block_width(const GridPlace& place) const { return span(columns_, place.column, place.columns); }

  Area area_of(const GridPlace& place) const {
    const float left = place.column == 0 ? 0 : span(columns_, 0, place.column) + gap_;
    const float top = place.row == 0 ? 0 : span(rows_, 0, place.row) + gap_;
    return {grid_.x + left, grid_.y + top, block_width(place), span(rows_, place.row, place.rows)};
  }

  std::vector<Line> title_lines(size_t block, float width) const {
    const float icon = canvas_.blocks[block].icon.empty() ? 0 : icon_size() + 4 * scale_;
    return break_lines(titles_[block], width - 2 * block_pad() - icon, title_size(), context_.fonts);
  }

  float title_height(size_t block, float width) const {
    return static_cast<float>(title_lines(block, width).size()) * title_line() + 10 * scale_;
  }

  // What the title leaves of a block for its cards.
  Area card_area(size_t block, const Area& area) const {
    const float title = title_height(block, area.width);
    return {area.x + block_pad(), area.y + title, area.width - 2 * block_pad(), area.height - title - block_pad()};
  }

  // Row heights that hold all cards at a size, or nothing; the blocks in which a word is cut; and what each column's
  // blocks need one under the other.
  struct Fit {
    std::optional<std::vector<float>> rows;
    std::set<size_t> cut;
    std::vector<float> column_needs;
    std::vector<RowNeed> needs;
  };
  Fit fit_at(float size) const {
    Fit fit;
    const CardStyle style(size);
    std::vector<RowNeed> needs;
    fit.column_needs.resize(static_cast<size_t>(canvas_.columns));
    for (size_t i = 0; i < canvas_.blocks.size(); ++i) {
      const GridPlace& in_grid = canvas_.blocks[i].place;
      const BlockCards cards = place(i, card_area(i, {0, 0, block_width(in_grid), unlimited_height}), style);
      if (cards.cut) fit.cut.insert(i);
      const float need = cards.bottom + block_pad();
      needs.push_back({in_grid.row, in_grid.rows, need});
      for (int c = in_grid.column; c < in_grid.column + in_grid.columns; ++c)
        fit.column_needs[static_cast<size_t>(c)] += need;
    }
    fit.rows = share_height(canvas_.rows, grid_.height, gap_, needs);
    fit.needs = std::move(needs);
    return fit;
  }

  std::set<size_t> overfull_at(float size) const {
    std::set<size_t> overfull;
    for (size_t i = 0; i < canvas_.blocks.size(); ++i) {
      const BlockCards cards = place(i, card_area(i, area_of(canvas_.blocks[i].place)), CardStyle(size));
      if (cards.next < measured_[i].size()) overfull.insert(i);
    }
    return overfull;
  }

  // The largest size from least_text_size up to `largest` at which `fits` holds, by halving.
  template <class Fits>
  static float largest_fitting(float largest, Fits fits) {
    int good = 0;
    int bad = static_cast<int>((largest - least_text_size) / size_step) + 1;
    while (bad - good > 1) {
      const int middle = (good + bad) / 2;
      (fits(least_text_size + static_cast<float>(middle) * size_step) ? good : bad) = middle;
    }
    return least_text_size + static_cast<float>(good) * size_step;
  }

  // As large as fits without cutting words that a smaller size would not cut. Crowded columns take some width from the
  // others where that makes the text larger. Where not even the least size fits, as large as fits without filling
  // further blocks over.
  void choose_size() {
    const float equal =
        (grid_.width - gap_ * static_cast<float>(canvas_.columns - 1)) / static_cast<float>(canvas_.columns);
    columns_.assign(static_cast<size_t>(canvas_.columns), equal);
    const Fit least = fit_at(least_text_size);
    std::vector<float> best_columns = columns_;
    size_ = 0;
    for (int step = 0; step < most_width_steps; ++step) {
      const float size = largest_fitting(largest_size * scale_, [&](float candidate) {
        const Fit fit = fit_at(candidate);
        return fit.rows && std::ranges::includes(least.cut, fit.cut);
      });
      const Fit fit = fit_at(size);
      if (fit.rows && size > size_) {
        size_ = size;
        best_columns = columns_;
      }
      if (size >= largest_size * scale_ - size_step) break;
      if (!widen_fullest(fit.column_needs, equal)) break;
    }
    columns_ = best_columns;
    if (size_ > 0) {
      rows_ = *fit_at(size_).rows;
      return;
    }
    rows_ = crowded_rows();
    overfull_ = overfull_at(least_text_size);
    size_ = largest_fitting(std::max(least_text_size, largest_overfull_size * scale_), [&](float size) {
      return std::ranges::includes(overfull_, overfull_at(size)) && std::ranges::includes(least.cut, fit_at(size).cut);
    });
  }

  // Row heights where not all cards fit: no block gets more than a certain multiple of its equal share, the largest
  // that the page allows.
  std::vector<float> crowded_rows() const {
    const float equal = (grid_.height - gap_ * static_cast<float>(canvas_.rows - 1)) / static_cast<float>(canvas_.rows);
    std::vector<float> rows(static_cast<size_t>(canvas_.rows), equal);
    float good = 1;
    float bad = static_cast<float>(canvas_.rows);
    const std::vector<RowNeed> needs = fit_at(std::max(least_text_size, largest_overfull_size * scale_)).needs;
    for (int step = 0; step < 12; ++step) {
      const float multiple = (good + bad) / 2;
      std::vector<RowNeed> capped = needs;
      for (RowNeed& need : capped) {
        const float share = static_cast<float>(need.rows) * (equal + gap_) - gap_;
        need.height = std::min(need.height, multiple * share);
      }
      auto shared = share_height(canvas_.rows, grid_.height, gap_, std::move(capped));
      (shared ? good : bad) = multiple;
      if (shared) rows = std::move(*shared);
    }
    return rows;
  }

  // Widens the columns whose blocks need the most height at the expense of the others; false when a column has reached
  // its limit.
  bool widen_fullest(const std::vector<float>& needs, float equal) {
    const float most = std::ranges::max(needs);
    std::vector<float> wider = columns_;
    for (size_t c = 0; c < wider.size(); ++c) {
      if (needs[c] > most - 0.5F) wider[c] *= 1.07F;
    }
    const float total = std::accumulate(wider.begin(), wider.end(), 0.0F);
    const float available = equal * static_cast<float>(wider.size());
    for (float& column : wider) {
      column *= available / total;
      if (column > widest_share * equal || column < narrowest_share * equal) return false;
    }
    columns_ = std::move(wider);
    return true;
  }

  void text_line(const Paragraph& paragraph, const Line& line, float x, float baseline, float size, Rgb colour,
                 RunRole role, const std::string& item = {}) {
    paint_line(paragraph, line, {x, baseline, size, colour, role, context_.item(item), colour}, context_.fonts,
               context_.page());
  }

  // Title at the left; company, author and date at the right. Returns the bottom.
  float paint_header(const std::string& title, bool with_properties) {
    float right = extent_.width - margin_;
    float bottom = margin_ + 27 * scale_;
    if (with_properties) {
      const std::pair<const char*, const std::string&> properties[] = {
          {"paper.date", canvas_.date}, {"paper.author", canvas_.author_role}, {"paper.company", canvas_.company}};
      for (const auto& [key, value] : properties) {
        if (!value.empty()) right = paint_property(catalog_.text(key), value, right, bottom);
      }
    }
    const Paragraph heading = context_.paragraph(shortened(title, longest_title), {Face::bold, true}, canvas_.item);
    float size = 21 * scale_;
    auto lines = break_lines(heading, right - margin_, size, context_.fonts);
    while ((lines.size() > 2 && size > 11 * scale_) || (lines.size() > 1 && size > 14 * scale_)) {
      size -= scale_;
      lines = break_lines(heading, right - margin_, size, context_.fonts);
    }
    float baseline = lines.size() == 1 ? margin_ + 19 * scale_ : margin_ + size;
    for (const Line& line : lines) {
      text_line(heading, line, margin_, baseline, size, palette::text, RunRole::title, canvas_.item);
      bottom = std::max(bottom, baseline + 6 * scale_);
      baseline += 1.15F * size;
    }
    return bottom;
  }

  // A label over its value, ending at `right`; returns where the next one may end.
  float paint_property(const std::string& label_text, const std::string& value_text, float right, float& bottom) {
    const float label_size = 7.5F * scale_;
    const float value_size = 9 * scale_;
    const float widest = 170 * scale_;
    const Paragraph value = context_.paragraph(shortened(value_text, longest_property), {}, {});
    const auto lines = break_lines(value, widest, value_size, context_.fonts);
    const Paragraph label = context_.paragraph(label_text, {}, {});
    const auto label_lines = break_lines(label, widest, label_size, context_.fonts);
    float width = line_width(label_lines.front(), label_size);
    for (const Line& line : lines) width = std::max(width, line_width(line, value_size));
    const float x = right - width;
    text_line(label, label_lines.front(), x, margin_ + 9 * scale_, label_size, palette::muted, RunRole::label);
    float baseline = margin_ + 21 * scale_;
    for (const Line& line : lines) {
      text_line(value, line, x, baseline, value_size, palette::text, RunRole::label);
      bottom = std::max(bottom, baseline + 4 * scale_);
      baseline += 1.2F * value_size;
    }
    return x - 20 * scale_;
  }

  void paint_frames() {
    for (const CanvasFrame& frame : canvas_.frames) {
      const Area area = area_of(frame.place);
      Box box;
      box.x = area.x - frame_border();
      box.y = area.y - frame_title();
      box.width = area.width + 2 * frame_border();
      box.height = area.height + frame_title() + frame_border();
      box.radius = 9 * scale_;
      box.fill = palette::frame;
      context_.page().boxes.push_back(box);
      context_.text(shortened(frame.title, longest_block_title), {Face::bold, true},
                    {area.x + 2 * scale_, area.y - 5.5F * scale_, title_size(), palette::muted, RunRole::block_title, 0,
                     palette::muted});
    }
  }

  // Names the segments that do not stand on the page at its foot. Returns the height that it takes.
  float paint_legend() {
    const CardStyle style(9 * scale_);
    const float row = style.mark + 4 * scale_;
    struct Entry {
      SegmentMark mark;
      Paragraph letter, name;
      Line line;
      float x;
      int row;
    };
    std::vector<Entry> entries;
    float x = margin_;
    int rows = 0;
    for (const SegmentMark& mark : foreign_segments(canvas_)) {
      Entry entry{
          mark, context_.paragraph(mark.mark, {Face::bold, false}, {}), context_.paragraph(mark.name, {}, {}), {}, 0,
          0};
      entry.line = break_lines(entry.name, grid_.width - 2 * style.mark, style.size, context_.fonts).front();
      const float width = mark_width(entry.letter, style) + 5 * scale_ + line_width(entry.line, style.size);
      if (rows == 0 || x + width > margin_ + grid_.width) {
        x = margin_;
        ++rows;
      }
      entry.x = x;
      entry.row = rows - 1;
      x += width + 14 * scale_;
      entries.push_back(std::move(entry));
    }
    const float height = static_cast<float>(rows) * row;
    for (const Entry& entry : entries) {
      const float y = extent_.height - margin_ - height + 4 * scale_ + static_cast<float>(entry.row) * row;
      const float width = paint_mark(entry.mark, entry.letter, entry.x, y, style, 0, context_);
      text_line(entry.name, entry.line, entry.x + width + 5 * scale_, baseline_in(y, style.mark, style.size),
                style.size, palette::muted, RunRole::caption);
    }
    return height;
  }

  void paint_block_title(size_t index, float x, float y, float width) {
    const CanvasBlock& block = canvas_.blocks[index];
    float baseline = y + 5 * scale_ + 0.9F * title_size();
    for (const Line& line : title_lines(index, width)) {
      text_line(titles_[index], line, x + block_pad(), baseline, title_size(), palette::text, RunRole::block_title,
                block.item);
      baseline += title_line();
    }
    Outline icon = context_.fonts.icon(block.icon, x + width - block_pad() - icon_size(), y + 4.5F * scale_,
                                       icon_size(), palette::accent);
    if (!icon.steps.empty()) context_.page().outlines.push_back(std::move(icon));
  }

  void paint_block(size_t index) {
    const CanvasBlock& block = canvas_.blocks[index];
    const Area area = area_of(block.place);
    Box box;
    box.x = area.x;
    box.y = area.y;
    box.width = area.width;
    box.height = area.height;
    box.radius = 6 * scale_;
    box.fill = palette::panel;
    box.line_width = 0.75F * scale_;
    box.line = palette::line;
    context_.page().boxes.push_back(box);
    context_.bookmark(part_.bookmark_level + 1, block.title, area.y);
    paint_block_title(index, area.x, area.y, area.width);
    Area cards = card_area(index, area);
    if (block.cards.empty()) return paint_question(block, cards);
    const CardStyle style(size_);
    const bool overfull = overfull_.contains(index);
    if (overfull) cards.height -= more_line();
    const BlockCards placed = place(index, cards, style);
    for (const PlacedCard& card : placed.placed) paint_card(card, style, context_);
    if (!overfull || placed.next == measured_[index].size()) return;
    if (placed.placed.empty()) paint_beginning(measured_[index].front(), cards, style);
    const size_t rest = measured_[index].size() - placed.next;
    first_left_[index] = placed.next;
    PageReference reference;
    reference.right = cards.x + cards.width;
    reference.baseline = cards.y + cards.height + more_line() - 0.3F * more_size();
    reference.size = more_size();
    reference.colour = palette::accent;
    reference.key = "paper.more." + std::string(catalog_.plural(rest));
    reference.arguments = {{"count", std::to_string(rest)}};
    reference.target = "more:" + block.item;
    reference.item = context_.item(block.item);
    context_.add_reference(std::move(reference));
    context_.pages.overfull.push_back({part_.document, block.item, block.title, rest});
  }

  // Of a card that is too tall for its block: as many lines as fit. The whole of it stands on the following page.
  void paint_beginning(const MeasuredCard& card, const Area& area, const CardStyle& style) {
    const PlacedCard placed{&card, lay_out(card, area.width, style), area.x, area.y, area.width};
    const auto lines = static_cast<size_t>(std::max(0.0F, (area.height - 2 * style.pad_y) / style.line));
    const size_t shown = std::min(lines, placed.layout.lines.size() - 1);
    if (shown > 0) paint_card(placed, style, context_, 0, shown);
  }

  void paint_question(const CanvasBlock& block, const Area& area) {
    const float size = std::max(least_text_size, 8.5F * scale_);
    const float line_height = 1.3F * size;
    const Paragraph question = context_.paragraph(block.question, {Face::italic, false}, block.item);
    float y = area.y;
    for (const Line& line : break_lines(question, area.width, size, context_.fonts)) {
      if (y + line_height > area.y + area.height) return;
      text_line(question, line, area.x, baseline_in(y, line_height, size), size, palette::muted, RunRole::question,
                block.item);
      y += line_height;
    }
  }

  // The cards that did not fit, in columns under their blocks' names.
  void paint_continuation() {
    if (first_left_.empty()) return;
    const CardStyle style(std::max(size_, 9.5F * scale_));
    const float width = extent_.width - 2 * margin_;
    const int columns = std::max(1, static_cast<int>((width + style.gap) / (20 * style.size + style.gap)));
    const float card_width = (width - style.gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const float bottom = extent_.height - margin_;
    float y = start_continuation_page();
    for (const auto& entry : first_left_) {
      const size_t index = entry.first;
      const float title = title_height(index, width) + 3 * scale_;
      if (y + title + 6 * style.line > bottom) y = start_continuation_page();
      std::vector<float> bottoms;
      const auto start_columns = [&] {
        context_.set_target("more:" + canvas_.blocks[index].item, y);
        paint_block_title(index, margin_ - block_pad(), y, width + 2 * block_pad());
        bottoms.assign(static_cast<size_t>(columns), y + title);
      };
      start_columns();
      bool page_is_empty = true;  // but for titles
      for (size_t i = entry.second; i < measured_[index].size(); ++i) {
        PlacedCard card{&measured_[index][i], lay_out(measured_[index][i], card_width, style), 0, 0, card_width};
        for (size_t from = 0; from < card.layout.lines.size();) {
          const auto column = std::ranges::min_element(bottoms);
          card.x = margin_ + static_cast<float>(column - bottoms.begin()) * (card_width + style.gap);
          card.y = *column;
          const float rest = card.layout.height - static_cast<float>(from) * style.line;
          size_t to = card.layout.lines.size();
          if (rest > bottom - *column) {
            const auto lines = static_cast<size_t>(std::max(0.0F, (bottom - *column - 2 * style.pad_y) / style.line));
            const bool fills_pages = card.layout.height > bottom - margin_;
            if (!page_is_empty && (!fills_pages || lines < 2)) {
              y = start_continuation_page();
              start_columns();
              page_is_empty = true;
              continue;
            }
            // A card taller than a page goes on in the next column; its last line stays with what stands under it.
            to = from + std::clamp(lines, size_t{1}, std::max(size_t{1}, to - from - 1));
          }
          paint_card(card, style, context_, from, to);
          const bool whole = to == card.layout.lines.size();
          *column += (whole ? rest : static_cast<float>(to - from) * style.line + 2 * style.pad_y) + style.gap;
          from = to;
          page_is_empty = false;
        }
      }
      y = *std::ranges::max_element(bottoms) + 8 * scale_;
    }
  }

  void add_page() {
    PageFurniture furniture;
    furniture.foot = part_.title;
    furniture.catalog = &catalog_;
    furniture.left = furniture.right = margin_;
    context_.add_page(extent_, std::move(furniture));
  }

  float start_continuation_page() {
    add_page();
    const std::string title = shortened(canvas_.title, longest_block_title);
    return paint_header(catalog_.text("paper.continued", {{"title", title}}), false) + 8 * scale_;
  }

  const PrintPart& part_;
  const Canvas& canvas_;
  LayoutContext& context_;
  const Catalog& catalog_;
  Extent extent_;
  float scale_ = 1;  // of everything but the text on cards, against A4
  float margin_ = 0;
  float gap_ = 0;
  int page_reference_ = 0;
  std::vector<std::vector<MeasuredCard>> measured_;  // by block
  std::vector<Paragraph> titles_;                    // by block
  Area grid_{};
  std::vector<float> columns_;  // their widths
  std::vector<float> rows_;     // their heights
  float size_ = least_text_size;
  std::set<size_t> overfull_;
  std::map<size_t, size_t> first_left_;  // of overfull blocks: the first card that is not whole on the canvas
};

}  // namespace

void layout_canvas(const PrintPart& part, const Canvas& canvas, LayoutContext& context) {
  CanvasLayout(part, canvas, context).run();
}

}  // namespace canvasbook
