#include "export/layout/canvas/canvas.h"

#include <algorithm>
#include <map>

#include "export/colours.h"
#include "export/layout/canvas/sheet.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

// Longer names are cut with "…", so that the canvas keeps its room; the Markdown has them whole.
constexpr size_t longest_title = 500;
constexpr size_t longest_property = 300;

class CanvasLayout {
 public:
  CanvasLayout(const PrintPart& part, const Canvas& canvas, LayoutContext& context)
      : part_(part),
        canvas_(canvas),
        context_(context),
        catalog_(Catalog::of(part.language)),
        sheet_(part, canvas, context) {}

  void run() {
    add_page();
    context_.bookmark(part_.bookmark_level, part_.title, 0, canvas_.item);
    const float header_bottom = paint_header(canvas_.title, true);
    sheet_.grid = {sheet_.margin, header_bottom + 8 * sheet_.scale, sheet_.extent.width - 2 * sheet_.margin, 0};
    sheet_.grid.height = sheet_.extent.height - sheet_.margin - sheet_.grid.y - paint_legend();
    if (!canvas_.frames.empty()) {
      sheet_.grid.y += sheet_.frame_title();
      sheet_.grid.height -= sheet_.frame_title() + sheet_.frame_border();
    }
    choose_size(sheet_);
    paint_frames();
    for (size_t i = 0; i < canvas_.blocks.size(); ++i) paint_block(i);
    paint_continuation();
  }

 private:
  void text_line(const Paragraph& paragraph, const Line& line, float x, float baseline, float size, Rgb colour,
                 RunRole role, const std::string& item = {}) {
    paint_line(paragraph, line, {x, baseline, size, colour, role, context_.item(item), colour}, context_.fonts,
               context_.page());
  }

  // Title at the left; company, author and date at the right; the revision below. Returns the bottom.
  float paint_header(const std::string& title, bool with_properties) {
    float right = sheet_.extent.width - sheet_.margin;
    float bottom = sheet_.margin + 27 * sheet_.scale;
    if (with_properties) {
      const std::pair<const char*, const std::string&> properties[] = {
          {"paper.date", canvas_.date}, {"paper.author", canvas_.author_role}, {"paper.company", canvas_.company}};
      for (const auto& [key, value] : properties) {
        if (!value.empty()) right = paint_property(catalog_.text(key), value, right, bottom);
      }
    }
    const Paragraph heading = context_.paragraph(shortened(title, longest_title), {Face::bold, true}, canvas_.item);
    float size = 21 * sheet_.scale;
    auto lines = break_lines(heading, right - sheet_.margin, size, context_.fonts);
    while ((lines.size() > 2 && size > 11 * sheet_.scale) || (lines.size() > 1 && size > 14 * sheet_.scale)) {
      size -= sheet_.scale;
      lines = break_lines(heading, right - sheet_.margin, size, context_.fonts);
    }
    float baseline = lines.size() == 1 ? sheet_.margin + 19 * sheet_.scale : sheet_.margin + size;
    for (const Line& line : lines) {
      text_line(heading, line, sheet_.margin, baseline, size, paper_colours::text, RunRole::title, canvas_.item);
      bottom = std::max(bottom, baseline + 6 * sheet_.scale);
      baseline += 1.15F * size;
    }
    return with_properties && !canvas_.revision.empty() ? paint_revision(bottom) : bottom;
  }

  // One line from one margin to the other, below what ends at `top`; returns its bottom.
  float paint_revision(float top) {
    const float size = 8 * sheet_.scale;
    const float baseline = top + 9 * sheet_.scale;
    const std::string words = catalog_.text("paper.revised") + " " + canvas_.revision;
    const float room = sheet_.extent.width - 2 * sheet_.margin;
    context_.text(context_.fitting(words, {}, size, room), {},
                  {sheet_.margin, baseline, size, paper_colours::muted, RunRole::label, 0, paper_colours::muted});
    return baseline + 3 * sheet_.scale;
  }

  // A label over its value, ending at `right`; returns where the next one may end.
  float paint_property(const std::string& label_text, const std::string& value_text, float right, float& bottom) {
    const float label_size = 7.5F * sheet_.scale;
    const float value_size = 9 * sheet_.scale;
    const float widest = 170 * sheet_.scale;
    const Paragraph value = context_.paragraph(shortened(value_text, longest_property), {}, {});
    const auto lines = break_lines(value, widest, value_size, context_.fonts);
    const Paragraph label = context_.paragraph(label_text, {}, {});
    const auto label_lines = break_lines(label, widest, label_size, context_.fonts);
    float width = line_width(label_lines.front(), label_size);
    for (const Line& line : lines) width = std::max(width, line_width(line, value_size));
    const float x = right - width;
    text_line(label, label_lines.front(), x, sheet_.margin + 9 * sheet_.scale, label_size, paper_colours::muted,
              RunRole::label);
    float baseline = sheet_.margin + 21 * sheet_.scale;
    for (const Line& line : lines) {
      text_line(value, line, x, baseline, value_size, paper_colours::text, RunRole::label);
      bottom = std::max(bottom, baseline + 4 * sheet_.scale);
      baseline += 1.2F * value_size;
    }
    return x - 20 * sheet_.scale;
  }

  void paint_frames() {
    for (const CanvasFrame& frame : canvas_.frames) {
      const CanvasArea area = sheet_.area_of(frame.place);
      Box box;
      box.x = area.x - sheet_.frame_border();
      box.y = area.y - sheet_.frame_title();
      box.width = area.width + 2 * sheet_.frame_border();
      box.height = area.height + sheet_.frame_title() + sheet_.frame_border();
      box.radius = 9 * sheet_.scale;
      box.fill = paper_colours::frame;
      context_.page().boxes.push_back(box);
      const std::string title =
          context_.fitting(frame.title, {Face::bold, true}, sheet_.title_size(), area.width - 4 * sheet_.scale);
      context_.text(title, {Face::bold, true},
                    {area.x + 2 * sheet_.scale, area.y - 5.5F * sheet_.scale, sheet_.title_size(), paper_colours::muted,
                     RunRole::block_title, 0, paper_colours::muted});
    }
  }

  // Names the segments that do not stand on the page at its foot. Returns the height that it takes.
  float paint_legend() {
    const CardStyle style(9 * sheet_.scale);
    const float row = style.mark + 4 * sheet_.scale;
    struct Entry {
      SegmentMark mark;
      Paragraph letter, name;
      Line line;
      float x;
      int row;
    };
    std::vector<Entry> entries;
    float x = sheet_.margin;
    int rows = 0;
    for (const SegmentMark& mark : foreign_segments(canvas_)) {
      const std::string name = context_.fitting(mark.name, {}, style.size, sheet_.grid.width - 2 * style.mark);
      Entry entry{mark, context_.paragraph(mark.mark, {Face::bold, false}, {}), context_.paragraph(name, {}, {}), {}, 0,
                  0};
      entry.line = break_lines(entry.name, unlimited_width, style.size, context_.fonts).front();
      const float width = mark_width(entry.letter, style) + 5 * sheet_.scale + line_width(entry.line, style.size);
      if (rows == 0 || x + width > sheet_.margin + sheet_.grid.width) {
        x = sheet_.margin;
        ++rows;
      }
      entry.x = x;
      entry.row = rows - 1;
      x += width + 14 * sheet_.scale;
      entries.push_back(std::move(entry));
    }
    const float height = static_cast<float>(rows) * row;
    for (const Entry& entry : entries) {
      const float y =
          sheet_.extent.height - sheet_.margin - height + 4 * sheet_.scale + static_cast<float>(entry.row) * row;
      const float width = paint_mark(entry.mark, entry.letter, entry.x, y, style, 0, context_);
      text_line(entry.name, entry.line, entry.x + width + 5 * sheet_.scale, baseline_in(y, style.mark, style.size),
                style.size, paper_colours::muted, RunRole::caption);
    }
    return height;
  }

  void paint_block_title(size_t index, float x, float y, float width) {
    const CanvasBlock& block = canvas_.blocks[index];
    float baseline = y + 5 * sheet_.scale + 0.9F * sheet_.title_size();
    for (const Line& line : sheet_.title_lines(index, width)) {
      text_line(sheet_.titles[index], line, x + sheet_.block_pad(), baseline, sheet_.title_size(), paper_colours::text,
                RunRole::block_title, block.item);
      baseline += sheet_.title_line();
    }
    Outline icon = context_.fonts.icon(block.icon, x + width - sheet_.block_pad() - sheet_.icon_size(),
                                       y + 4.5F * sheet_.scale, sheet_.icon_size(), paper_colours::accent);
    if (!icon.steps.empty()) context_.page().outlines.push_back(std::move(icon));
  }

  void paint_block(size_t index) {
    const CanvasBlock& block = canvas_.blocks[index];
    const CanvasArea area = sheet_.area_of(block.place);
    Box box;
    box.x = area.x;
    box.y = area.y;
    box.width = area.width;
    box.height = area.height;
    box.radius = 6 * sheet_.scale;
    box.fill = paper_colours::panel;
    box.line_width = 0.75F * sheet_.scale;
    box.line = paper_colours::line;
    context_.page().boxes.push_back(box);
    context_.bookmark(part_.bookmark_level + 1, block.title, area.y, block.item);
    paint_block_title(index, area.x, area.y, area.width);
    CanvasArea cards = sheet_.card_area(index, area);
    if (block.cards.empty()) return paint_question(block, cards);
    const CardStyle style(sheet_.size);
    const bool overfull = sheet_.overfull.contains(index);
    if (overfull) cards.height -= sheet_.more_line();
    const BlockCards placed = sheet_.place(index, cards, style);
    for (const PlacedCard& card : placed.placed) paint_card(card, style, context_);
    if (!overfull || placed.next == sheet_.measured[index].size()) return;
    if (placed.placed.empty()) paint_beginning(sheet_.measured[index].front(), cards, style);
    const size_t rest = sheet_.measured[index].size() - placed.next;
    first_left_[index] = placed.next;
    PageReference reference;
    reference.right = cards.x + cards.width;
    reference.baseline = cards.y + cards.height + sheet_.more_line() - 0.3F * sheet_.more_size();
    reference.size = sheet_.more_size();
    reference.colour = paper_colours::accent;
    reference.key = "paper.more." + std::string(catalog_.plural(rest));
    reference.arguments = {{"count", std::to_string(rest)}};
    reference.target = "more:" + block.item;
    reference.item = context_.item(block.item);
    context_.add_reference(std::move(reference));
    context_.pages.overfull.push_back({part_.document, block.item, block.title, rest});
  }

  // Of a card that is too tall for its block: as many lines as fit. The whole of it stands on the following page.
  void paint_beginning(const MeasuredCard& card, const CanvasArea& area, const CardStyle& style) {
    const PlacedCard placed{&card, sheet_.lay_out(card, area.width, style), area.x, area.y, area.width};
    const auto lines = static_cast<size_t>(std::max(0.0F, (area.height - 2 * style.pad_y) / style.line));
    const size_t shown = std::min(lines, placed.layout.lines.size() - 1);
    if (shown > 0) paint_card(placed, style, context_, 0, shown);
  }

  void paint_question(const CanvasBlock& block, const CanvasArea& area) {
    const float size = std::max(least_text_size, 8.5F * sheet_.scale);
    const float line_height = 1.3F * size;
    const Paragraph question = context_.paragraph(block.question, {Face::italic, false}, block.item);
    float y = area.y;
    for (const Line& line : break_lines(question, area.width, size, context_.fonts)) {
      if (y + line_height > area.y + area.height) return;
      text_line(question, line, area.x, baseline_in(y, line_height, size), size, paper_colours::muted,
                RunRole::question, block.item);
      y += line_height;
    }
  }

  // The cards that did not fit, in columns under their blocks' names.
  void paint_continuation() {
    if (first_left_.empty()) return;
    const CardStyle style(std::max(sheet_.size, 9.5F * sheet_.scale));
    const float width = sheet_.extent.width - 2 * sheet_.margin;
    const int columns = std::max(1, static_cast<int>((width + style.gap) / (20 * style.size + style.gap)));
    const float card_width = (width - style.gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const float bottom = sheet_.extent.height - sheet_.margin;
    float y = start_continuation_page();
    for (const auto& entry : first_left_) {
      const size_t index = entry.first;
      const float title = sheet_.title_height(index, width) + 3 * sheet_.scale;
      if (y + title + 6 * style.line > bottom) y = start_continuation_page();
      std::vector<float> bottoms;
      const auto start_columns = [&] {
        context_.set_target("more:" + canvas_.blocks[index].item, y);
        paint_block_title(index, sheet_.margin - sheet_.block_pad(), y, width + 2 * sheet_.block_pad());
        bottoms.assign(static_cast<size_t>(columns), y + title);
      };
      start_columns();
      bool page_is_empty = true;  // but for titles
      for (size_t i = entry.second; i < sheet_.measured[index].size(); ++i) {
        PlacedCard card{&sheet_.measured[index][i], sheet_.lay_out(sheet_.measured[index][i], card_width, style), 0, 0,
                        card_width};
        for (size_t from = 0; from < card.layout.lines.size();) {
          const auto column = std::ranges::min_element(bottoms);
          card.x = sheet_.margin + static_cast<float>(column - bottoms.begin()) * (card_width + style.gap);
          card.y = *column;
          const float rest = card.layout.height - static_cast<float>(from) * style.line;
          size_t to = card.layout.lines.size();
          if (rest > bottom - *column) {
            const auto lines = static_cast<size_t>(std::max(0.0F, (bottom - *column - 2 * style.pad_y) / style.line));
            const bool fills_pages = card.layout.height > bottom - sheet_.margin;
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
      y = *std::ranges::max_element(bottoms) + 8 * sheet_.scale;
    }
  }

  void add_page() {
    PageFurniture furniture;
    furniture.foot = shortened(part_.title, longest_furniture);
    furniture.catalog = &catalog_;
    furniture.left = furniture.right = sheet_.margin;
    context_.add_page(sheet_.extent, std::move(furniture));
  }

  float start_continuation_page() {
    add_page();
    const std::string title = shortened(canvas_.title, longest_block_title);
    return paint_header(catalog_.text("paper.continued", {{"title", title}}), false) + 8 * sheet_.scale;
  }

  const PrintPart& part_;
  const Canvas& canvas_;
  LayoutContext& context_;
  const Catalog& catalog_;
  CanvasSheet sheet_;
  std::map<size_t, size_t> first_left_;  // of overfull blocks: the first card that is not whole on the canvas
};

}  // namespace

void layout_canvas(const PrintPart& part, const Canvas& canvas, LayoutContext& context) {
  CanvasLayout(part, canvas, context).run();
}

}  // namespace canvasbook
