#include "export/layout_flow.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "export/palette.h"

namespace canvasbook {

namespace {

constexpr float body_size = 10.5F;
constexpr float body_line = 14.5F;
constexpr float margin_x = 62;
constexpr float margin_top = 56;
constexpr float margin_bottom = 62;
constexpr float list_indent = 18;
constexpr float deepest_indent = 220;  // deeper lists keep this indent, so that a line always has room

struct HeadingStyle {
  float size, line, before, after;
};
constexpr std::array<HeadingStyle, 6> heading_styles{{{21, 26, 0, 10},
                                                      {14.5F, 19, 18, 6},
                                                      {11.5F, 15.5F, 13, 3},
                                                      {10.5F, 14.5F, 10, 2},
                                                      {10.5F, 14.5F, 8, 2},
                                                      {10.5F, 14.5F, 8, 2}}};

// A part of the page that is never split: mostly a line. Its content is placed relative to its top.
struct FlowBox {
  float before = 0;  // space above, dropped at the top of a page
  float height = 0;
  bool keep_with_next = false;
  Page content;
  int bookmark_level = -1;
  std::string bookmark;
  std::string target;
  int table = -1;  // its head is repeated at the top of a page that begins with this box
};

struct TableHead {
  std::vector<FlowBox> boxes;
  float height = 0;
};

class FlowLayout {
 public:
  FlowLayout(const PrintPart& part, LayoutContext& context)
      : part_(part),
        context_(context),
        catalog_(Catalog::of(part.language)),
        extent_(page_extent(context.setup.text)) {}

  void run(const Flow& flow) {
    for (const FlowBlock& block : flow.blocks) {
      item_ = block.item;
      target_ = block.is_target ? block.item : std::string();
      marks_ = &block.marks;
      captions_ = &block.captions;
      if (const auto* rich = std::get_if<RichBlock>(&block.content)) add(*rich, 0, true);
    }
    paginate();
  }

 private:
  float text_width(float indent) const { return extent_.width - 2 * margin_x - indent; }

  FlowBox& push(float before, float height) {
    boxes_.emplace_back();
    boxes_.back().before = std::max(before, pending_space_);
    pending_space_ = 0;
    boxes_.back().height = height;
    boxes_.back().target = std::exchange(target_, {});
    for (const float bar : quote_bars_) {
      Box box;
      box.x = bar;
      box.y = -boxes_.back().before * 0.5F;
      box.width = 2.5F;
      box.height = height + boxes_.back().before * 0.5F;
      box.fill = palette::line;
      boxes_.back().content.boxes.push_back(box);
    }
    return boxes_.back();
  }

  LinePaint paint(float x, float line, float size, RunRole role, Rgb colour = palette::text) {
    return {x, line / 2 + 0.34F * size, size, colour, role, context_.item(item_)};
  }

  void add(const RichBlock& block, float indent, bool top) {
    using Kind = RichBlock::Kind;
    switch (block.kind) {
      case Kind::heading:
        add_heading(block, indent);
        break;
      case Kind::paragraph:
        add_lines(block.spans, indent, {}, body_size, body_line, 6, RunRole::paragraph);
        break;
      case Kind::bullet_list:
      case Kind::numbered_list:
        add_list(block, indent, top);
        break;
      case Kind::list_item:
        break;  // lists lay their items out themselves
      case Kind::quote:
        add_quote(block, indent);
        break;
      case Kind::code:
        add_code(block, indent);
        break;
      case Kind::rule:
        add_rule(indent);
        break;
      case Kind::table:
        add_table(block, indent);
        break;
    }
  }

  // One box a line; two lines at least stay together at either end.
  size_t add_lines(const Spans& spans, float indent, TextStyle style, float size, float line_height, float before,
                   RunRole role) {
    const Paragraph paragraph = context_.paragraph(spans, style, item_);
    const auto lines = break_lines(paragraph, text_width(indent), size, context_.fonts);
    for (size_t i = 0; i < lines.size(); ++i) {
      FlowBox& box = push(i == 0 ? before : 0, line_height);
      box.keep_with_next = i + 1 < lines.size() && (i == 0 || i + 2 == lines.size());
      paint_line(paragraph, lines[i], paint(margin_x + indent, line_height, size, role), context_.fonts, box.content);
    }
    return lines.size();
  }

  void add_heading(const RichBlock& block, float indent) {
    const auto level = static_cast<size_t>(std::clamp(block.level, 1, 6));
    const HeadingStyle& style = heading_styles[level - 1];
    const Face face = level >= 5 ? Face::italic : Face::bold;
    const size_t first = boxes_.size();
    const Paragraph paragraph = context_.paragraph(block.spans, {face, true}, item_);
    const auto lines = break_lines(paragraph, text_width(indent), style.size, context_.fonts);
    for (size_t i = 0; i < lines.size(); ++i) {
      FlowBox& box = push(i == 0 ? style.before : 0, style.line);
      box.keep_with_next = true;
      paint_line(paragraph, lines[i], paint(margin_x + indent, style.line, style.size, RunRole::heading),
                 context_.fonts, box.content);
      if (i + 1 == lines.size()) paint_marks(box, margin_x + indent + line_width(lines[i], style.size) + 6, style.line);
    }
    boxes_[first].bookmark_level = static_cast<int>(level) - 1;
    boxes_[first].bookmark = plain_text(block.spans);
    if (!captions_->empty()) {
      std::string caption;
      for (const std::string& text : *captions_) caption += (caption.empty() ? "" : " · ") + text;
      const Paragraph small = context_.paragraph(caption, {Face::italic, false}, item_);
      for (const Line& line : break_lines(small, text_width(indent), 9, context_.fonts)) {
        FlowBox& box = push(0, 12);
        box.keep_with_next = true;
        paint_line(small, line, paint(margin_x + indent, 12, 9, RunRole::caption, palette::muted), context_.fonts,
                   box.content);
      }
    }
    pending_space_ = style.after;
  }

  void paint_marks(FlowBox& box, float x, float line) {
    constexpr float size = 8.5F;
    constexpr float height = 12;
    for (const SegmentMark& mark : *marks_) {
      const Paragraph letter = context_.paragraph(mark.mark, {Face::bold, false}, item_);
      const auto lines = break_lines(letter, unlimited_width, size, context_.fonts);
      const float letter_width = line_width(lines.front(), size);
      const float width = std::max(height, letter_width + 6);
      if (x + width > extent_.width - margin_x) return;  // the marks stand on the card as well
      Box disc;
      disc.x = x;
      disc.y = (line - height) / 2;
      disc.width = width;
      disc.height = height;
      disc.radius = height / 2;
      disc.fill = palette::tint(mark.colour).mark;
      box.content.boxes.push_back(disc);
      LinePaint at = paint(x + (width - letter_width) / 2, line, size, RunRole::segment_mark, palette::white);
      at.baseline = line / 2 + 0.35F * size;
      paint_line(letter, lines.front(), at, context_.fonts, box.content);
      x += width + 2.5F;
    }
  }

  void add_list(const RichBlock& list, float indent, bool top) {
    const float inner = std::min(indent + list_indent, deepest_indent);
    int number = list.start;
    bool first = true;
    for (const RichBlock& item : list.children) {
      const size_t start = boxes_.size();
      pending_space_ = std::max(pending_space_, first ? (top ? 6.0F : 2.0F) : (list.tight ? 2.5F : 6.0F));
      first = false;
      for (size_t i = 0; i < item.children.size(); ++i) {
        const RichBlock& child = item.children[i];
        if (child.kind == RichBlock::Kind::paragraph) {
          add_lines(child.spans, inner, {}, body_size, body_line, i == 0 ? 0 : 4, RunRole::paragraph);
        } else {
          add(child, inner, false);
        }
      }
      if (boxes_.size() == start) push(0, body_line);
      paint_list_mark(list, item, number++, boxes_[start], inner);
    }
    pending_space_ = std::max(pending_space_, top ? 4.0F : 0.0F);
  }

  void paint_list_mark(const RichBlock& list, const RichBlock& item, int number, FlowBox& box, float inner) {
    if (item.task) return paint_task_box(*item.task, box, margin_x + inner - 15);
    const bool numbered = list.kind == RichBlock::Kind::numbered_list;
    const std::string mark = numbered ? std::to_string(number) + "." : "•";
    const Paragraph paragraph = context_.paragraph(mark, {}, item_);
    const auto lines = break_lines(paragraph, unlimited_width, body_size, context_.fonts);
    const float width = line_width(lines.front(), body_size);
    const float x = numbered ? margin_x + inner - 5 - width : margin_x + inner - 12;
    paint_line(paragraph, lines.front(),
               paint(x, std::min(box.height, body_line), body_size, RunRole::list_mark, palette::muted), context_.fonts,
               box.content);
  }

  static void paint_task_box(bool done, FlowBox& box, float x) {
    Box square;
    square.x = x;
    square.y = body_line / 2 - 4;
    square.width = 8.5F;
    square.height = 8.5F;
    square.radius = 1.5F;
    square.filled = false;
    square.line_width = 0.9F;
    square.line = palette::muted;
    box.content.boxes.push_back(square);
    if (!done) return;
    const float top = square.y;
    Outline tick;
    tick.fill = palette::accent;
    using Kind = PathStep::Kind;
    const auto step = [&](Kind kind, float dx, float dy) { tick.steps.push_back({kind, {x + dx}, {top + dy}}); };
    step(Kind::move, 1.5F, 4.4F);
    step(Kind::line, 2.6F, 3.4F);
    step(Kind::line, 3.8F, 4.8F);
    step(Kind::line, 7.2F, 1.2F);
    step(Kind::line, 8.3F, 2.2F);
    step(Kind::line, 3.9F, 7.2F);
    tick.steps.push_back({Kind::close, {}, {}});
    box.content.outlines.push_back(std::move(tick));
  }

  void add_quote(const RichBlock& quote, float indent) {
    const float inner = std::min(indent + 14, deepest_indent);
    quote_bars_.push_back(margin_x + inner - 12);
    pending_space_ = std::max(pending_space_, 6.0F);
    for (const RichBlock& child : quote.children) add(child, inner, true);
    quote_bars_.pop_back();
    pending_space_ = std::max(pending_space_, 4.0F);
  }

  void add_code(const RichBlock& code, float indent) {
    constexpr float size = 9;
    constexpr float line_height = 12;
    std::string text = code.text;
    if (!text.empty() && text.back() == '\n') text.pop_back();
    const Paragraph paragraph =
        context_.paragraph(Spans{Span{text, false, false, true, {}}}, {Face::mono, false}, item_);
    const auto lines = break_lines(paragraph, text_width(indent) - 12, size, context_.fonts);
    for (size_t i = 0; i < lines.size(); ++i) {
      const bool first = i == 0;
      const bool last = i + 1 == lines.size();
      FlowBox& box = push(first ? 7 : 0, line_height + (first ? 4.0F : 0.0F) + (last ? 4.0F : 0.0F));
      Box panel;
      panel.x = margin_x + indent;
      panel.width = text_width(indent);
      panel.height = box.height + (last ? 0.0F : 0.3F);
      panel.fill = palette::code;
      box.content.boxes.push_back(panel);
      LinePaint at = paint(margin_x + indent + 6, line_height, size, RunRole::code);
      if (first) at.baseline += 4;
      paint_line(paragraph, lines[i], at, context_.fonts, box.content);
    }
    pending_space_ = 7;
  }

  void add_rule(float indent) {
    FlowBox& box = push(8, 1);
    Box line;
    line.x = margin_x + indent;
    line.width = text_width(indent);
    line.height = 0.8F;
    line.fill = palette::line;
    box.content.boxes.push_back(line);
    pending_space_ = 8;
  }

  struct Column {
    float x = 0;
    float width = 0;
  };

  // Columns as wide as their content asks for, in proportion where that is more than there is.
  std::vector<Column> table_columns(const std::vector<std::vector<Paragraph>>& cells, float indent) const {
    const size_t count = cells.front().size();
    const float room = text_width(indent);
    std::vector<float> wanted(count, 24);
    std::vector<float> longest_word(count, 24);
    for (const auto& row : cells) {
      for (size_t c = 0; c < row.size(); ++c) {
        float line = 0;
        for (const Chunk& chunk : row[c].chunks) {
          line += static_cast<float>(chunk.width + chunk.space) * table_size / 1000;
          longest_word[c] =
              std::max(longest_word[c], static_cast<float>(chunk.width) * table_size / 1000 + 2 * cell_pad);
          wanted[c] = std::max(wanted[c], line + 2 * cell_pad);
          if (chunk.must_break) line = 0;
        }
      }
    }
    float total = 0;
    for (const float width : wanted) total += width;
    if (total > room) {
      // A long column gives more than a short one: the square root of what is wanted, but no less than its longest
      // word.
      float weights = 0;
      float least = 0;
      for (size_t c = 0; c < count; ++c) {
        least += std::min(longest_word[c], room / static_cast<float>(count));
        weights += std::sqrt(wanted[c]);
      }
      for (size_t c = 0; c < count; ++c) {
        wanted[c] = std::min(longest_word[c], room / static_cast<float>(count)) +
                    (room - least) * std::sqrt(wanted[c]) / weights;
      }
    }
    std::vector<Column> columns;
    float x = margin_x + indent;
    for (size_t c = 0; c < count; ++c) {
      const float width = wanted[c];
      columns.push_back({x, width});
      x += width;
    }
    return columns;
  }

  void add_table(const RichBlock& table, float indent) {
    if (table.rows.empty() || table.rows.front().empty()) return;
    std::vector<std::vector<Paragraph>> cells;
    for (size_t r = 0; r < table.rows.size(); ++r) {
      cells.emplace_back();
      for (const Spans& cell : table.rows[r]) {
        cells.back().push_back(context_.paragraph(cell, {r == 0 ? Face::bold : Face::regular, false}, item_));
      }
    }
    const std::vector<Column> columns = table_columns(cells, indent);
    pending_space_ = std::max(pending_space_, 7.0F);
    TableHead head;
    const auto index = static_cast<int>(table_heads_.size());
    for (size_t r = 0; r < cells.size(); ++r) {
      const size_t first = boxes_.size();
      add_row(cells[r], columns, table.alignments, r == 0);
      if (r == 0) {
        for (size_t i = first; i < boxes_.size(); ++i) {
          boxes_[i].keep_with_next = true;
          head.boxes.push_back(boxes_[i]);
          head.height += boxes_[i].height;
        }
        head.boxes.front().before = 0;
        head.boxes.front().target.clear();
      } else {
        for (size_t i = first; i < boxes_.size(); ++i) boxes_[i].table = index;
      }
    }
    table_heads_.push_back(std::move(head));
    pending_space_ = 8;
  }

  // A row is a box for each line that its cells have; the boxes stay together while they fit a page.
  void add_row(const std::vector<Paragraph>& cells, const std::vector<Column>& columns,
               const std::vector<Alignment>& alignments, bool is_head) {
    std::vector<std::vector<Line>> lines;
    size_t most = 1;
    for (size_t c = 0; c < cells.size(); ++c) {
      lines.push_back(break_lines(cells[c], columns[c].width - 2 * cell_pad, table_size, context_.fonts));
      most = std::max(most, lines.back().size());
    }
    const float left = columns.front().x;
    const float width = columns.back().x + columns.back().width - left;
    for (size_t i = 0; i < most; ++i) {
      const bool first = i == 0;
      const bool last = i + 1 == most;
      FlowBox& box = push(0, table_line + (first ? 3.5F : 0.0F) + (last ? 3.5F : 0.0F));
      box.keep_with_next = !last;
      if (is_head) {
        Box panel;
        panel.x = left;
        panel.width = width;
        panel.height = box.height;
        panel.fill = palette::frame;
        box.content.boxes.push_back(panel);
      }
      if (last) {
        Box rule;
        rule.x = left;
        rule.y = box.height - 0.35F;
        rule.width = width;
        rule.height = 0.7F;
        rule.fill = palette::line;
        box.content.boxes.push_back(rule);
      }
      for (size_t c = 0; c < cells.size(); ++c) {
        if (i >= lines[c].size()) continue;
        const float text = line_width(lines[c][i], table_size);
        const float room = columns[c].width - 2 * cell_pad - text;
        const Alignment alignment = c < alignments.size() ? alignments[c] : Alignment::left;
        const float shift = alignment == Alignment::right ? room : alignment == Alignment::centre ? room / 2 : 0;
        LinePaint at = paint(columns[c].x + cell_pad + shift, table_line, table_size,
                             is_head ? RunRole::table_head : RunRole::table_cell);
        if (first) at.baseline += 3.5F;
        paint_line(cells[c], lines[c][i], at, context_.fonts, box.content);
      }
    }
  }

  void place(const FlowBox& box, float y) {
    Page& page = context_.page();
    for (Box shape : box.content.boxes) {
      shape.y += y;
      page.boxes.push_back(shape);
    }
    for (Outline outline : box.content.outlines) {
      for (PathStep& step : outline.steps) {
        for (float& step_y : step.y) step_y += y;
      }
      page.outlines.push_back(std::move(outline));
    }
    for (TextRun run : box.content.runs) {
      run.baseline += y;
      page.runs.push_back(std::move(run));
    }
    for (PageLink link : box.content.links) {
      link.y += y;
      page.links.push_back(std::move(link));
    }
    if (box.bookmark_level >= 0) context_.bookmark(part_.bookmark_level + box.bookmark_level, box.bookmark, y);
    if (!box.target.empty()) context_.set_target(box.target, y);
  }

  // Fills pages; what must stay together moves to the next page whole, unless it is longer than a page.
  void paginate() {
    const float bottom = extent_.height - margin_bottom;
    float y = 0;
    bool fresh = true;
    for (size_t i = 0; i < boxes_.size();) {
      size_t end = i + 1;
      float needed = boxes_[i].height;
      while (end < boxes_.size() && boxes_[end - 1].keep_with_next) {
        needed += boxes_[end].before + boxes_[end].height;
        ++end;
      }
      if (context_.pages.pages.empty() || !started_ || (!fresh && y + boxes_[i].before + needed > bottom)) {
        y = new_page(boxes_[i]);
        fresh = true;
      }
      for (; i < end; ++i) {
        if (!fresh && y + boxes_[i].before + boxes_[i].height > bottom) {
          y = new_page(boxes_[i]);
          fresh = true;
        }
        if (!fresh) y += boxes_[i].before;
        place(boxes_[i], y);
        y += boxes_[i].height;
        fresh = false;
      }
    }
  }

  // Returns where the text begins: under the repeated head where the page begins inside a table.
  float new_page(const FlowBox& next) {
    context_.add_page(extent_, part_.title, catalog_, margin_x);
    started_ = true;
    float y = margin_top;
    if (next.table >= 0) {
      const TableHead& head = table_heads_[static_cast<size_t>(next.table)];
      if (head.height < (extent_.height - margin_top - margin_bottom) / 3) {
        for (const FlowBox& box : head.boxes) {
          place(box, y);
          y += box.height;
        }
      }
    }
    return y;
  }

  static constexpr float table_size = 9.5F;
  static constexpr float table_line = 12.5F;
  static constexpr float cell_pad = 5;

  const PrintPart& part_;
  LayoutContext& context_;
  const Catalog& catalog_;
  Extent extent_;
  std::vector<FlowBox> boxes_;
  std::vector<TableHead> table_heads_;
  std::vector<float> quote_bars_;
  float pending_space_ = 0;
  bool started_ = false;
  std::string item_;
  std::string target_;
  const std::vector<SegmentMark>* marks_ = nullptr;
  const std::vector<std::string>* captions_ = nullptr;
};

}  // namespace

void layout_flow(const PrintPart& part, const Flow& flow, LayoutContext& context) {
  FlowLayout(part, context).run(flow);
}

}  // namespace canvasbook
