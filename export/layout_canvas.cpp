#include "export/layout_canvas.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "export/palette.h"

namespace canvasbook {

namespace {

constexpr float least_size = 7;        // points; the rule of the paper
constexpr float largest_size = 13;     // on A4; larger pages allow more
constexpr float overfull_size = 10;    // cards of a canvas that does not hold them all need not be larger
constexpr float size_step = 0.25F;
constexpr float reading_width = 13;    // a card column is at least this many font sizes wide

// The measures that follow from the size of the cards' text.
struct CardStyle {
  explicit CardStyle(float text_size)
      : size(text_size),
        line(1.22F * text_size),
        pad_x(0.55F * text_size),
        pad_y(0.4F * text_size),
        gap(0.42F * text_size),
        caption_size(std::max(least_size, 0.82F * text_size)),
        caption_line(1.25F * caption_size),
        mark_size(std::max(least_size, 0.78F * text_size)),
        mark(1.36F * mark_size) {}

  float size, line, pad_x, pad_y, gap, caption_size, caption_line, mark_size, mark;
};

struct MeasuredCard {
  const Card* card;
  Paragraph text;
  Paragraph caption;
  std::vector<Paragraph> marks;
};

// Something at the end of a card: a segment mark, or the page of the details (mark < 0).
struct TailItem {
  int mark = -1;
  float width = 0;
};

struct CardLayout {
  std::vector<Line> lines;
  std::vector<Line> captions;
  std::vector<std::vector<TailItem>> tail;  // by row
  bool tail_beside_text = false;            // its first row stands beside the last line
  bool cut = false;                         // a word did not fit a line
  float height = 0;
};

struct Area {
  float x, y, width, height;
};

struct PlacedCard {
  const MeasuredCard* card;
  CardLayout layout;
  float x, y, width;
};

struct BlockCards {
  std::vector<PlacedCard> placed;
  size_t next = 0;   // the first card that did not fit
  bool cut = false;  // a word of a placed card did not fit a line
};

float baseline_in(float top, float line, float size) { return top + line / 2 + 0.34F * size; }

class CanvasLayout {
 public:
  CanvasLayout(const PrintPart& part, const Canvas& canvas, LayoutContext& context)
      : part_(part), canvas_(canvas), context_(context), catalog_(Catalog::of(part.language)) {
    const Extent upright = page_extent(context.setup.canvas);
    extent_ = {upright.height, upright.width};
    scale_ = extent_.width / page_extent(PageSize::A4).height;
    margin_ = 24 * scale_;
    gap_ = (canvas.frames.empty() ? 5.0F : 11.0F) * scale_;
    for (const CanvasBlock& block : canvas.blocks) {
      measured_.emplace_back();
      for (const Card& card : block.cards) measured_.back().push_back(measure(card));
    }
    see_page_ = context.paragraph(catalog_.text("paper.see_page", {{"page", "88"}}), {}, {});
  }

  void run() {
    context_.add_page(extent_, part_.title, catalog_, margin_);
    context_.bookmark(part_.bookmark_level, part_.title, 0);
    const float header_bottom = paint_header(canvas_.title, true);
    grid_ = {margin_, header_bottom + 8 * scale_, extent_.width - 2 * margin_, 0};
    grid_.height = extent_.height - margin_ - grid_.y;
    if (!canvas_.frames.empty()) {
      grid_.y += 17 * scale_;
      grid_.height -= 17 * scale_ + 4 * scale_;
      paint_frames();
    }
    const float legend = paint_legend();
    grid_.height -= legend;
    choose_size();
    const CardStyle style(size_);
    for (size_t i = 0; i < canvas_.blocks.size(); ++i) paint_block(i, style);
    paint_continuation();
  }

 private:
  MeasuredCard measure(const Card& card) {
    MeasuredCard measured{&card, context_.paragraph(card.text, {}, card.item), {}, {}};
    std::string caption;
    for (const std::string& text : card.captions) caption += (caption.empty() ? "" : " · ") + text;
    if (!caption.empty()) measured.caption = context_.paragraph(caption, {Face::italic, false}, card.item);
    for (const SegmentMark& mark : card.marks) {
      measured.marks.push_back(context_.paragraph(mark.mark, {Face::bold, false}, card.item));
    }
    return measured;
  }

  float mark_width(const Paragraph& mark, const CardStyle& style) const {
    float width = 0;
    for (const Chunk& chunk : mark.chunks) width += static_cast<float>(chunk.width) * style.mark_size / 1000;
    return std::max(style.mark, width + 0.6F * style.mark_size);
  }

  CardLayout lay_out(const MeasuredCard& card, float width, const CardStyle& style) const {
    const float room = width - 2 * style.pad_x;
    CardLayout result;
    result.lines = break_lines(card.text, room, style.size, context_.fonts);
    result.cut = std::ranges::any_of(result.lines, &Line::cut);
    result.height = 2 * style.pad_y + static_cast<float>(result.lines.size()) * style.line;
    if (!card.caption.text.empty()) {
      result.captions = break_lines(card.caption, room, style.caption_size, context_.fonts);
      result.height += static_cast<float>(result.captions.size()) * style.caption_line;
    }
    lay_out_tail(card, room, style, result);
    return result;
  }

  void lay_out_tail(const MeasuredCard& card, float room, const CardStyle& style, CardLayout& result) const {
    std::vector<TailItem> items;
    if (card.card->has_details) items.push_back({-1, line_width({0, 0, see_page_.chunks.front().width + see_page_.chunks.back().width + 300, false}, style.caption_size)});
    for (size_t i = 0; i < card.marks.size(); ++i) items.push_back({static_cast<int>(i), mark_width(card.marks[i], style)});
    if (items.empty()) return;
    constexpr float between = 2;
    float used = 0;
    result.tail.emplace_back();
    for (const TailItem& item : items) {
      if (!result.tail.back().empty() && used + between + item.width > room) {
        result.tail.emplace_back();
        used = 0;
      }
      used += (result.tail.back().empty() ? 0 : between) + item.width;
      result.tail.back().push_back(item);
    }
    const float last = result.captions.empty() ? line_width(result.lines.back(), style.size)
                                               : line_width(result.captions.back(), style.caption_size);
    result.tail_beside_text = result.tail.size() == 1 && last + 4 + used <= room;
    if (!result.tail_beside_text) result.height += static_cast<float>(result.tail.size()) * (style.mark + 1.5F) + 1;
  }

  // Puts cards into columns, each onto the shortest, until one does not fit.
  BlockCards place(size_t block, const Area& area, const CardStyle& style, size_t first = 0) const {
    BlockCards result;
    result.next = first;
    const int columns = std::max(1, static_cast<int>((area.width + style.gap) / (reading_width * style.size + style.gap)));
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
      *column += height + style.gap;
    }
    return result;
  }

  Area block_area(const GridPlace& place) const {
    const float column = (grid_.width - gap_ * static_cast<float>(canvas_.columns - 1)) / static_cast<float>(canvas_.columns);
    const float row = (grid_.height - gap_ * static_cast<float>(canvas_.rows - 1)) / static_cast<float>(canvas_.rows);
    return {grid_.x + static_cast<float>(place.column) * (column + gap_), grid_.y + static_cast<float>(place.row) * (row + gap_),
            static_cast<float>(place.columns) * column + static_cast<float>(place.columns - 1) * gap_,
            static_cast<float>(place.rows) * row + static_cast<float>(place.rows - 1) * gap_};
  }

  // What the title leaves for the cards.
  Area card_area(size_t block) const {
    const Area area = block_area(canvas_.blocks[block].place);
    const float pad = 6 * scale_;
    const float title = static_cast<float>(title_lines(block).size()) * title_line() + 10 * scale_;
    return {area.x + pad, area.y + title, area.width - 2 * pad, area.height - title - pad};
  }

  float title_size() const { return 9.5F * scale_; }
  float title_line() const { return 1.2F * title_size(); }
  float icon_size() const { return 12 * scale_; }

  const Paragraph& title_paragraph(size_t block) const {
    while (titles_.size() <= block) {
      titles_.push_back(context_.paragraph(canvas_.blocks[titles_.size()].title, {Face::bold, true}, canvas_.blocks[titles_.size()].item));
    }
    return titles_[block];
  }

  std::vector<Line> title_lines(size_t block) const {
    const bool icon = !canvas_.blocks[block].icon.empty();
    const float room = block_area(canvas_.blocks[block].place).width - 12 * scale_ - (icon ? icon_size() + 4 * scale_ : 0);
    return break_lines(title_paragraph(block), room, title_size(), context_.fonts);
  }

  // The blocks that do not hold all their cards at a size, and whether words are cut in others.
  struct Fit {
    std::set<size_t> overfull;
    std::set<size_t> cut;
  };
  Fit fit_at(float size) const {
    Fit fit;
    const CardStyle style(size);
    for (size_t i = 0; i < canvas_.blocks.size(); ++i) {
      const BlockCards cards = place(i, card_area(i), style);
      if (cards.next < measured_[i].size()) fit.overfull.insert(i);
      if (cards.cut) fit.cut.insert(i);
    }
    return fit;
  }

  // The largest size at which no more blocks are overfull, and in no more a word is cut, than at the least size.
  void choose_size() {
    const Fit least = fit_at(least_size);
    overfull_ = least.overfull;
    const float largest = least.overfull.empty() ? largest_size * scale_ : std::max(least_size, overfull_size * scale_);
    int good = 0;
    int bad = static_cast<int>((largest - least_size) / size_step) + 1;
    while (bad - good > 1) {
      const int middle = (good + bad) / 2;
      const Fit fit = fit_at(least_size + static_cast<float>(middle) * size_step);
      const bool fits = std::ranges::includes(least.overfull, fit.overfull) && std::ranges::includes(least.cut, fit.cut);
      (fits ? good : bad) = middle;
    }
    size_ = least_size + static_cast<float>(good) * size_step;
  }

  // Title at the left; company, author and date at the right. Returns the bottom.
  float paint_header(const std::string& title, bool with_properties) {
    struct Property {
      std::string key;
      std::string value;
    };
    float right = extent_.width - margin_;
    float bottom = margin_ + 27 * scale_;
    if (with_properties) {
      const Property properties[] = {
          {"paper.date", canvas_.date}, {"paper.author", canvas_.author_role}, {"paper.company", canvas_.company}};
      for (const Property& property : properties) {
        if (property.value.empty()) continue;
        const float value_size = 9 * scale_;
        const Paragraph value = context_.paragraph(property.value, {}, {});
        const auto lines = break_lines(value, 170 * scale_, value_size, context_.fonts);
        const Paragraph label = context_.paragraph(catalog_.text(property.key), {}, {});
        const auto label_lines = break_lines(label, 170 * scale_, 7.5F * scale_, context_.fonts);
        float width = line_width(label_lines.front(), 7.5F * scale_);
        for (const Line& line : lines) width = std::max(width, line_width(line, value_size));
        const float x = right - width;
        paint_line(label, label_lines.front(), {x, margin_ + 9 * scale_, 7.5F * scale_, palette::muted, RunRole::label, 0, palette::muted},
                   context_.fonts, context_.page());
        float baseline = margin_ + 21 * scale_;
        for (const Line& line : lines) {
          paint_line(value, line, {x, baseline, value_size, palette::text, RunRole::label, 0, palette::text}, context_.fonts, context_.page());
          bottom = std::max(bottom, baseline + 4 * scale_);
          baseline += 1.2F * value_size;
        }
        right = x - 20 * scale_;
      }
    }
    const Paragraph heading = context_.paragraph(title, {Face::bold, true}, canvas_.item);
    float size = 21 * scale_;
    auto lines = break_lines(heading, right - margin_, size, context_.fonts);
    while (lines.size() > 1 && size > 11 * scale_) {
      size -= 1 * scale_;
      lines = break_lines(heading, right - margin_, size, context_.fonts);
      if (lines.size() == 2 && size <= 14 * scale_) break;
    }
    float baseline = lines.size() == 1 ? margin_ + 19 * scale_ : margin_ + size;
    for (const Line& line : lines) {
      paint_line(heading, line, {margin_, baseline, size, palette::text, RunRole::title, context_.item(canvas_.item), palette::text},
                 context_.fonts, context_.page());
      bottom = std::max(bottom, baseline + 6 * scale_);
      baseline += 1.15F * size;
    }
    return bottom;
  }

  void paint_frames() {
    for (const CanvasFrame& frame : canvas_.frames) {
      const Area area = block_area(frame.place);
      const float grow = 4.5F * scale_;
      Box box;
      box.x = area.x - grow;
      box.y = area.y - 17 * scale_;
      box.width = area.width + 2 * grow;
      box.height = area.height + 17 * scale_ + grow;
      box.radius = 9 * scale_;
      box.fill = palette::frame;
      context_.page().boxes.push_back(box);
      context_.text(frame.title, {Face::bold, true},
                    {area.x + 2 * scale_, area.y - 5.5F * scale_, 9.5F * scale_, palette::muted, RunRole::block_title, 0, palette::muted});
    }
  }

  // Names the segments that are marked here but do not stand here themselves. Returns the height it takes.
  float paint_legend() {
    std::vector<const SegmentMark*> named;
    std::set<std::string> own;
    for (const CanvasBlock& block : canvas_.blocks) {
      for (const Card& card : block.cards) {
        for (const SegmentMark& mark : card.marks) {
          if (card.text == mark.name) own.insert(mark.mark);
        }
      }
    }
    for (const CanvasBlock& block : canvas_.blocks) {
      for (const Card& card : block.cards) {
        for (const SegmentMark& mark : card.marks) {
          if (own.insert(mark.mark).second) named.push_back(&mark);
        }
      }
    }
    if (named.empty()) return 0;
    const CardStyle style(9 * scale_);
    const float row = style.mark + 4 * scale_;
    float x = margin_;
    float rows = 1;
    struct Entry {
      float x, row;
      const SegmentMark* mark;
      Paragraph letter, name;
    };
    std::vector<Entry> entries;
    for (const SegmentMark* mark : named) {
      Entry entry{0, 0, mark, context_.paragraph(mark->mark, {Face::bold, false}, {}), context_.paragraph(mark->name, {}, {})};
      const float name_width = line_width(break_lines(entry.name, grid_.width - style.mark - 8, style.size, context_.fonts).front(), style.size);
      const float width = mark_width(entry.letter, style) + 5 * scale_ + name_width;
      if (x > margin_ && x + width > margin_ + grid_.width) {
        x = margin_;
        ++rows;
      }
      entry.x = x;
      entry.row = rows - 1;
      entries.push_back(std::move(entry));
      x += width + 14 * scale_;
    }
    const float top = extent_.height - margin_ - rows * row + 4 * scale_;
    for (const Entry& entry : entries) {
      const float y = top + entry.row * row;
      const float width = paint_mark(*entry.mark, entry.letter, entry.x, y, style, 0);
      paint_line(entry.name, break_lines(entry.name, grid_.width - style.mark - 8, style.size, context_.fonts).front(),
                 {entry.x + width + 5 * scale_, baseline_in(y, style.mark, style.size), style.size, palette::muted, RunRole::caption, 0, palette::muted},
                 context_.fonts, context_.page());
    }
    return rows * row;
  }

  float paint_mark(const SegmentMark& mark, const Paragraph& letter, float x, float y, const CardStyle& style, std::uint32_t item) {
    const float width = mark_width(letter, style);
    Box box;
    box.x = x;
    box.y = y;
    box.width = width;
    box.height = style.mark;
    box.radius = style.mark / 2;
    box.fill = palette::tint(mark.colour).mark;
    context_.page().boxes.push_back(box);
    const auto lines = break_lines(letter, 1e6F, style.mark_size, context_.fonts);
    const float letter_width = line_width(lines.front(), style.mark_size);
    paint_line(letter, lines.front(),
               {x + (width - letter_width) / 2, y + style.mark / 2 + 0.35F * style.mark_size, style.mark_size, palette::white, RunRole::segment_mark, item, palette::white},
               context_.fonts, context_.page());
    return width;
  }

  void paint_card(const PlacedCard& placed, const CardStyle& style, size_t from = 0, size_t to = SIZE_MAX) {
    const Card& card = *placed.card->card;
    const palette::Tint tint = palette::tint(card.tint);
    const std::uint32_t item = context_.item(card.item);
    const bool whole = to >= placed.layout.lines.size();
    to = std::min(to, placed.layout.lines.size());
    Box box;
    box.x = placed.x;
    box.y = placed.y;
    box.width = placed.width;
    box.height = whole && from == 0 ? placed.layout.height
                 : whole            ? placed.layout.height - static_cast<float>(from) * style.line
                                    : 2 * style.pad_y + static_cast<float>(to - from) * style.line;
    box.radius = 3 * scale_;
    box.fill = tint.fill;
    context_.page().boxes.push_back(box);
    float y = placed.y + style.pad_y;
    const float x = placed.x + style.pad_x;
    for (size_t i = from; i < to; ++i) {
      paint_line(placed.card->text, placed.layout.lines[i],
                 {x, baseline_in(y, style.line, style.size), style.size, tint.text, RunRole::card, item, tint.text}, context_.fonts, context_.page());
      y += style.line;
    }
    if (!whole) return;
    for (const Line& line : placed.layout.captions) {
      paint_line(placed.card->caption, line,
                 {x, baseline_in(y, style.caption_line, style.caption_size), style.caption_size, tint.text, RunRole::caption, item, tint.text},
                 context_.fonts, context_.page());
      y += style.caption_line;
    }
    const float line = placed.layout.captions.empty() ? style.line : style.caption_line;
    if (placed.layout.tail_beside_text) {
      y += (line - style.mark) / 2 - line;
    } else {
      y += 1;
    }
    for (const auto& row : placed.layout.tail) {
      float width = -2;
      for (const TailItem& entry : row) width += entry.width + 2;
      float at = placed.x + placed.width - style.pad_x - width;
      for (const TailItem& entry : row) {
        if (entry.mark < 0) {
          context_.references.push_back({context_.page_index(), at + entry.width - 0.3F * style.caption_size,
                                         y + style.mark / 2 + 0.34F * style.caption_size, style.caption_size, tint.text,
                                         "paper.see_page", {}, card.item, item});
        } else {
          const auto index = static_cast<size_t>(entry.mark);
          paint_mark(card.marks[index], placed.card->marks[index], at, y, style, item);
        }
        at += entry.width + 2;
      }
      y += style.mark + 1.5F;
    }
  }

  void paint_block_title(size_t index, float x, float y, float width) {
    const CanvasBlock& block = canvas_.blocks[index];
    float baseline = y + 5 * scale_ + 0.9F * title_size();
    for (const Line& line : title_lines(index)) {
      paint_line(title_paragraph(index), line,
                 {x + 6 * scale_, baseline, title_size(), palette::text, RunRole::block_title, context_.item(block.item), palette::text},
                 context_.fonts, context_.page());
      baseline += title_line();
    }
    Outline icon = context_.fonts.icon(block.icon, x + width - 6 * scale_ - icon_size(), y + 4.5F * scale_, icon_size(), palette::accent);
    if (!icon.steps.empty()) context_.page().outlines.push_back(std::move(icon));
  }

  void paint_block(size_t index, const CardStyle& style) {
    const CanvasBlock& block = canvas_.blocks[index];
    const Area area = block_area(block.place);
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
    Area cards = card_area(index);
    if (block.cards.empty()) return paint_question(block, cards);
    const bool overfull = overfull_.contains(index);
    const float mark_line = 1.4F * more_size();
    if (overfull) cards.height -= mark_line;
    BlockCards placed = place(index, cards, style);
    for (const PlacedCard& card : placed.placed) paint_card(card, style);
    if (!overfull) return;
    size_t rest = measured_[index].size() - placed.next;
    if (placed.placed.empty()) paint_beginning(measured_[index].front(), cards, style);
    first_left_[index] = placed.next;
    context_.references.push_back({context_.page_index(), cards.x + cards.width, cards.y + cards.height + mark_line - 0.3F * more_size(),
                                   more_size(), palette::accent, plural_key("paper.more", rest), {{"count", std::to_string(rest)}},
                                   "more:" + block.item, context_.item(block.item)});
    context_.pages.overfull.push_back({part_.document, block.item, block.title, rest});
  }

  float more_size() const { return std::max(least_size, 8 * scale_); }

  std::string plural_key(const std::string& key, size_t count) const { return key + "." + std::string(catalog_.plural(count)); }

  // Of a card that is too tall for its block: as many lines as fit. The whole of it stands on the following page.
  void paint_beginning(const MeasuredCard& card, const Area& area, const CardStyle& style) {
    PlacedCard placed{&card, lay_out(card, area.width, style), area.x, area.y, area.width};
    const auto lines = static_cast<size_t>(std::max(0.0F, (area.height - 2 * style.pad_y) / style.line));
    if (lines == 0) return;
    paint_card(placed, style, 0, std::min(lines, placed.layout.lines.size() - 1));
  }

  void paint_question(const CanvasBlock& block, const Area& area) {
    if (block.question.empty()) return;
    const float size = std::max(least_size, 8.5F * scale_);
    const Paragraph question = context_.paragraph(block.question, {Face::italic, false}, block.item);
    float y = area.y;
    for (const Line& line : break_lines(question, area.width, size, context_.fonts)) {
      if (y + 1.3F * size > area.y + area.height) break;
      paint_line(question, line, {area.x, baseline_in(y, 1.3F * size, size), size, palette::muted, RunRole::question, context_.item(block.item), palette::muted},
                 context_.fonts, context_.page());
      y += 1.3F * size;
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
    for (const auto& [index, first] : first_left_) {
      const float title_height = title_line() + 12 * scale_;
      if (y + title_height + 6 * style.line > bottom) y = start_continuation_page();
      const auto start_columns = [&] {
        context_.set_target("more:" + canvas_.blocks[index].item, y);
        paint_block_title(index, margin_ - 6 * scale_, y, width + 12 * scale_);
        return std::vector<float>(static_cast<size_t>(columns), y + title_height);
      };
      std::vector<float> bottoms = start_columns();
      for (size_t i = first; i < measured_[index].size(); ++i) {
        PlacedCard card{&measured_[index][i], lay_out(measured_[index][i], card_width, style), 0, 0, card_width};
        for (size_t from = 0; from < card.layout.lines.size();) {
          const auto column = std::ranges::min_element(bottoms);
          card.x = margin_ + static_cast<float>(column - bottoms.begin()) * (card_width + style.gap);
          card.y = *column;
          const float rest = card.layout.height - static_cast<float>(from) * style.line;
          const float room = bottom - *column;
          const bool fresh = *column <= margin_ + 70 * scale_ + title_height;
          size_t to = card.layout.lines.size();
          if (rest > room) {
            const auto lines = static_cast<size_t>(std::max(0.0F, (room - 2 * style.pad_y) / style.line));
            if (!fresh || lines == 0) {
              y = start_continuation_page();
              bottoms = start_columns();
              continue;
            }
            // A card taller than a page goes on in the next column; its last line stays with what stands under it.
            to = std::min(from + lines, card.layout.lines.size() - 1);
            if (to == from) to = card.layout.lines.size();
          }
          paint_card(card, style, from, to);
          *column += (to == card.layout.lines.size() ? rest : static_cast<float>(to - from) * style.line + 2 * style.pad_y) + style.gap;
          from = to;
        }
      }
      y = *std::ranges::max_element(bottoms) + 8 * scale_;
    }
  }

  float start_continuation_page() {
    context_.add_page(extent_, part_.title, catalog_, margin_);
    return paint_header(catalog_.text("paper.continued", {{"title", canvas_.title}}), false) + 8 * scale_;
  }

  const PrintPart& part_;
  const Canvas& canvas_;
  LayoutContext& context_;
  const Catalog& catalog_;
  Extent extent_;
  float scale_ = 1;  // of everything but the text on cards, against A4
  float margin_ = 0;
  float gap_ = 0;
  float size_ = least_size;
  Area grid_{};
  Paragraph see_page_;
  std::vector<std::vector<MeasuredCard>> measured_;  // by block
  mutable std::vector<Paragraph> titles_;            // by block, measured on first use
  std::set<size_t> overfull_;
  std::map<size_t, size_t> first_left_;  // of overfull blocks: the first card that is not whole on the canvas
};

}  // namespace

void layout_canvas(const PrintPart& part, const Canvas& canvas, LayoutContext& context) {
  CanvasLayout(part, canvas, context).run();
}

}  // namespace canvasbook
