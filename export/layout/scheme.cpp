#include "export/layout/scheme.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <span>
#include <unordered_map>
#include <utility>

#include "export/colours.h"
#include "export/layout/scheme_lines.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

struct SchemeArea {
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;
};

// A cue where it stands.
struct SchemeCue {
  const Scheme::Cue* cue = nullptr;
  size_t stage = 0;  // of those of its page
  size_t column = 0;
  size_t page = 0;  // of its stages
  SchemeArea area;
  size_t lines = 0;  // of its text
  size_t ways = 0;   // its first answers, which have room on the page
};

std::span<const Scheme::Way> shown_ways(const SchemeCue& placed) {
  return std::span(placed.cue->ways).first(placed.ways);
}

class SchemeLayout {
 public:
  SchemeLayout(const PrintPart& part, const Scheme& scheme, LayoutContext& context)
      : part_(part), scheme_(scheme), context_(context), catalog_(Catalog::of(part.language)) {
    const Extent upright = page_extent(context.setup.canvas);
    extent_ = {std::max(upright.width, upright.height), std::min(upright.width, upright.height)};
  }

  void run() {
    const std::span<const Scheme::Stage> all(scheme_.stages);
    for (size_t first = 0; first < all.size();) {
      const size_t count = stages_of_group(all.subspan(first));
      lay_out(all.subspan(first, count));
      first += count;
    }
  }

 private:
  // Points.
  static constexpr float page_margin = 28;
  static constexpr float foot_room = 16;
  static constexpr float title_size = 18;
  static constexpr float least_text = 7.5F;
  static constexpr float line_of_text = 1.25F;                                    // of its size
  static constexpr std::array<float, 4> text_sizes{10, 9.25F, 8.5F, least_text};  // the largest one with room
  static constexpr float head_pad = 5;                                            // above and below two lines
  static constexpr size_t most_head_lines = 2;
  static constexpr float box_pad = 4;
  static constexpr float wide_gap = 7;    // between two boxes
  static constexpr float narrow_gap = 3;  // where that saves a page
  static constexpr float wide_lane = 5;
  static constexpr float least_lane = 3;
  static constexpr float least_gutter = 26;
  static constexpr float bus_row = 3;  // of a line above the boxes
  static constexpr size_t most_lanes = 14;
  static constexpr size_t most_bus_rows = 6;
  static constexpr float least_column = 102;
  static constexpr float number_room = 12;  // of an answer
  static constexpr float end_step = 64;     // from one end to the next
  static constexpr float step_gap = 4;      // before where it leads
  static constexpr float rounding = 0.5F;   // of widths
  static constexpr float arrow_width = 0.9F;
  static constexpr float arrow_head = 4;
  static constexpr size_t few_cue_lines = 3;  // where answers have one line
  static constexpr size_t most_more_lines = 2;
  static constexpr size_t longest_line = 160;    // code points; more than a cue holds
  static constexpr size_t longest_answer = 700;  // code points; more than a box holds
  static constexpr size_t most_answer_lines = 14;

  size_t most_cue_lines() const { return answer_lines_ == 1 ? few_cue_lines : 2 * few_cue_lines; }
  float head_size() const { return text_size_ + 1; }  // of the title of a stage
  float head_line() const { return head_size() * 1.22F; }
  float head_height() const { return 2 * head_pad + static_cast<float>(most_head_lines) * head_line(); }
  float line_height() const { return text_size_ * line_of_text; }

  SchemeGrid grid() const { return {page_margin, column_, gutter_, heads_bottom(), boxes_top()}; }
  float x_of(size_t column) const { return grid().x_of(column); }
  float top() const { return page_margin + title_size + 12; }
  float heads_bottom() const { return top() + head_height(); }
  float boxes_top() const { return heads_bottom() + 8 + static_cast<float>(bus_rows_) * bus_row; }
  float bottom() const { return extent_.height - page_margin - foot_room; }

  // Between two columns stand the lines of what is led to there, each in a lane of its own.
  static float gutter_for(size_t lanes, float lane) {
    return std::max(least_gutter, 2 * scheme_lane_pad + static_cast<float>(lanes) * lane);
  }
  // Behind the last column there are lines as well, unless it is that of the ends.
  float column_for(size_t columns, float gutter) const {
    const size_t gutters = columns - (has_ends_ ? 1 : 0);
    return (extent_.width - 2 * page_margin - static_cast<float>(gutters) * gutter) / static_cast<float>(columns);
  }
  size_t end_columns() const { return has_ends_ ? 1 : 0; }

  void measure(std::span<const Scheme::Stage> stages) {
    const SchemeNeeds needs = needs_of(stages);
    has_ends_ = needs.has_ends;
    lanes_ = std::min(needs.lanes, most_lanes);
    bus_rows_ = std::clamp<size_t>(needs.above, 2, most_bus_rows);
  }

  // How many of the stages have room beside each other.
  size_t stages_of_group(std::span<const Scheme::Stage> stages) {
    const auto most = static_cast<size_t>((extent_.width - 2 * page_margin) / (least_column + least_gutter)) + 1;
    for (size_t count = std::min(stages.size(), most); count > 1; --count) {
      measure(stages.first(count));
      if (column_for(count + end_columns(), gutter_for(lanes_, least_lane)) >= least_column) return count;
    }
    return 1;
  }

  // Sets the width of so many columns; false where that is too little.
  bool set_columns(size_t columns) {
    gutter_ = gutter_for(lanes_, wide_lane);
    if (column_for(columns, gutter_) < least_column) gutter_ = gutter_for(lanes_, least_lane);
    column_ = column_for(columns, gutter_);
    return column_ >= least_column;
  }

  // The stages of one page, and of those that the cues need beside it. A stage that needs more pages than others gets
  // columns while there are any.
  void lay_out(std::span<const Scheme::Stage> stages) {
    measure(stages);
    gap_ = wide_gap;
    text_size_ = least_text;
    answer_lines_ = 1;
    columns_.assign(stages.size(), 1);
    size_t all = stages.size() + end_columns();
    set_columns(all);
    size_t pages = place_all(stages);
    while (pages > 1) {
      if (!set_columns(all + 1)) break;
      ++all;
      ++columns_[longest_stage_];
      pages = place_all(stages);
    }
    set_columns(all);
    pages = place_all(stages);
    if (pages > 1) {
      gap_ = narrow_gap;
      const size_t fewer = place_all(stages);
      if (fewer == pages) gap_ = wide_gap;
      pages = place_all(stages);
    }
    fill_pages(stages, pages);
    for (size_t page = 0; page < pages; ++page) paint_page(stages, page);
  }

  // Gives the answers as many lines as so many pages hold, and where they hold whole answers, larger letters; none is
  // left out for that.
  void fill_pages(std::span<const Scheme::Stage> stages, size_t pages) {
    const size_t hidden = hidden_ways();
    const auto fits = [&](float size, size_t lines) {
      text_size_ = size;
      answer_lines_ = lines;
      return place_all(stages) <= pages && hidden_ways() <= hidden;
    };
    size_t lines = 1;  // that fit
    for (size_t over = most_answer_lines + 1; over - lines > 1;) {
      const size_t middle = (lines + over) / 2;
      (fits(least_text, middle) ? lines : over) = middle;
    }
    const std::span<const float> sizes =
        lines < most_answer_lines ? std::span(text_sizes).last(1) : std::span(text_sizes);
    for (const float size : sizes) {
      if (fits(size, lines)) return;
    }
  }

  // That boxes have no room for.
  size_t hidden_ways() const {
    size_t hidden = 0;
    for (const SchemeCue& placed : placed_) hidden += placed.cue->ways.size() - placed.ways;
    return hidden;
  }

  size_t first_column(size_t stage) const {
    return std::accumulate(columns_.begin(), columns_.begin() + static_cast<std::ptrdiff_t>(stage), size_t{0});
  }

  // Returns the number of pages that they need, and finds the stage that needs most.
  size_t place_all(std::span<const Scheme::Stage> stages) {
    placed_.clear();
    size_t pages = 1;
    longest_stage_ = 0;
    for (size_t i = 0; i < stages.size(); ++i) {
      const size_t own = place_cues(stages[i], i);
      if (own > pages) longest_stage_ = i;
      pages = std::max(pages, own);
    }
    return pages;
  }

  // Where the boxes of a stage end: as high as the page, or so that its columns are of one height.
  float limit_of(const Scheme::Stage& stage, const std::vector<float>& heights, size_t columns) const {
    const float more = stage.more.empty() ? 0 : static_cast<float>(most_more_lines) * line_height() + 4;
    float all = 0;
    float highest = 0;
    for (const float height : heights) {
      all += height + gap_;
      highest = std::max(highest, height + gap_);
    }
    return std::min(bottom() - more, boxes_top() + all / static_cast<float>(columns) + highest);
  }

  // Returns the number of pages that they need.
  size_t place_cues(const Scheme::Stage& stage, size_t index) {
    const size_t first = first_column(index);
    std::vector<size_t> lines;
    std::vector<float> heights;
    for (const Scheme::Cue& cue : stage.cues) {
      lines.push_back(cue_lines(cue).size());
      size_t of_ways = 0;
      for (const Scheme::Way& way : cue.ways) of_ways += lines_of_way(way);
      heights.push_back(2 * box_pad + static_cast<float>(lines.back() + std::max<size_t>(of_ways, 1)) * line_height());
    }
    const float limit = limit_of(stage, heights, columns_[index]);
    float y = boxes_top();
    size_t column = 0;
    size_t page = 0;
    for (size_t i = 0; i < stage.cues.size(); ++i) {
      if (y + heights[i] > limit && y > boxes_top()) {
        if (++column == columns_[index]) {
          column = 0;
          ++page;
        }
        y = boxes_top();
      }
      SchemeCue placed{&stage.cues[i], index, first + column, page, {}, lines[i], 0};
      placed.area = {x_of(first + column), y, column_, std::min(heights[i], bottom() - y)};
      placed.ways = ways_with_room(placed);
      placed_.push_back(placed);
      y += heights[i] + gap_;
    }
    return page + 1;
  }

  // All answers, or where a page is too low for them those before the line that tells how many more there are.
  size_t ways_with_room(const SchemeCue& placed) {
    const float room = placed.area.height - 2 * box_pad - static_cast<float>(placed.lines) * line_height();
    const auto lines = static_cast<size_t>(std::max(room / line_height() + 0.01F, 1.0F));
    size_t taken = 0;
    size_t before_last_line = 0;  // answers that leave a line free
    for (size_t i = 0; i < placed.cue->ways.size(); ++i) {
      taken += lines_of_way(placed.cue->ways[i]);
      if (taken > lines) return before_last_line;
      if (taken < lines) before_last_line = i + 1;
    }
    return placed.cue->ways.size();
  }

  // The words of an answer, measured once.
  struct WayText {
    Paragraph paragraph;
    int step_width = 0;  // of where it leads, thousandths of the size
  };

  const WayText& text_of(const Scheme::Way& way) {
    const auto [place, is_new] = way_texts_.try_emplace(&way);
    if (!is_new) return place->second;
    place->second.paragraph = context_.paragraph(shortened(way.text, longest_answer), {}, way.item);
    if (const std::string step = step_of(way); !step.empty()) {
      std::vector<char32_t> ignored;
      const Paragraph line = make_paragraph(step, {Face::bold, false}, context_.fonts, ignored);
      place->second.step_width = break_lines(line, unlimited_width, text_size_, context_.fonts).front().width;
    }
    return place->second;
  }

  float way_width() const { return column_ - 2 * box_pad - number_room; }
  float step_width(const WayText& text) const {
    return std::min(static_cast<float>(text.step_width) * text_size_ / 1000, column_ * 0.6F);
  }
  std::vector<Line> lines_of(const WayText& text) {
    return break_lines(text.paragraph, way_width(), text_size_, context_.fonts, Hyphens::long_words);
  }

  // "→ Agreed"
  static std::string step_of(const Scheme::Way& way) { return way.words.empty() ? std::string() : "→ " + way.words; }

  // How many lines an answer takes, where it leads behind its last words or below them; kept while the type is set so.
  size_t lines_of_way(const Scheme::Way& way) {
    if (answer_lines_ == 1) return 1;
    if (std::exchange(counted_for_, {column_, text_size_}) != std::pair(column_, text_size_)) whole_lines_.clear();
    const auto [place, is_new] = whole_lines_.try_emplace(&way, 1);
    if (is_new) {
      const WayText& text = text_of(way);
      const std::vector<Line> lines = lines_of(text);
      const float last = line_width(lines.back(), text_size_);
      const bool has_room = text.step_width == 0 || last + step_gap + step_width(text) <= way_width();
      place->second = lines.size() + (has_room ? 0 : 1);
    }
    return std::min(place->second, answer_lines_);
  }

  Paragraph cue_paragraph(const Scheme::Cue& cue, size_t longest) {
    return context_.paragraph(cue.number + " " + shortened(cue.text, longest), {Face::bold, false}, cue.item);
  }
  std::vector<Line> lines_of(const Paragraph& cue) {
    return break_lines(cue, column_ - 2 * box_pad, text_size_, context_.fonts, Hyphens::long_words);
  }
  std::vector<Line> cue_lines(const Scheme::Cue& cue, Paragraph* paragraph = nullptr) {
    const auto [whole, is_new] = cue_texts_.try_emplace(&cue);
    if (is_new) whole->second = cue_paragraph(cue, longest_line);
    std::vector<Line> lines = lines_of(whole->second);
    const bool fits = lines.size() <= most_cue_lines();
    if (fits && paragraph != nullptr) *paragraph = whole->second;
    for (size_t longest = longest_line * 3 / 4; !fits; longest = longest * 3 / 4) {
      Paragraph shorter = cue_paragraph(cue, longest);
      lines = lines_of(shorter);
      if (lines.size() > most_cue_lines() && longest > 12) continue;
      if (paragraph != nullptr) *paragraph = std::move(shorter);
      break;
    }
    return lines;
  }

  void paint_page(std::span<const Scheme::Stage> stages, size_t page) {
    PageFurniture furniture;
    furniture.foot = shortened(part_.title, longest_furniture);
    furniture.catalog = &catalog_;
    furniture.left = furniture.right = page_margin;
    context_.add_page(extent_, std::move(furniture));
    const bool is_first = context_.page_index() == first_page() && stages.data() == scheme_.stages.data();
    if (is_first) context_.bookmark(part_.bookmark_level, part_.title, 0, scheme_.item);
    const std::string title = is_first ? scheme_.title : catalog_.text("paper.continued", {{"title", scheme_.title}});
    context_.text(context_.fitting(title, {Face::bold, true}, title_size, extent_.width - 2 * page_margin),
                  {Face::bold, true},
                  {page_margin, page_margin + title_size, title_size, paper_colours::text, RunRole::title,
                   context_.item(scheme_.item), paper_colours::text});
    const std::map<SchemeKey, SchemeArea> end_areas = areas_of_ends(page);
    lines_ = lines_of(page, targets_of(stages, page, end_areas));
    for (const SchemeStroke& stroke : lines_.strokes(grid())) {
      paint_stroke(stroke);
      if (stroke.has_head) paint_head(stroke.to_x, stroke.to_y, stroke.to_x > stroke.x ? -1.0F : 1.0F, stroke.colour);
    }
    for (size_t i = 0; i < stages.size(); ++i) paint_stage(stages[i], i, page);
    for (const auto& [end, area] : end_areas) paint_end(end, area);
    for (const SchemeCue& placed : placed_) {
      if (placed.page == page) paint_cue(placed);
    }
  }

  int first_page() {
    if (!first_page_) first_page_ = context_.page_index();
    return *first_page_;
  }

  SchemeArea stage_area(size_t stage) const {
    const auto more = static_cast<float>(columns_[stage] - 1);
    return {x_of(first_column(stage)), top(), column_ + more * (column_ + gutter_), head_height()};
  }

  // Of the ends that an answer on the page comes to.
  std::map<SchemeKey, SchemeArea> areas_of_ends(size_t page) const {
    std::map<SchemeKey, SchemeArea> areas;
    for (const SchemeCue& placed : placed_) {
      if (placed.page != page) continue;
      for (const Scheme::Way& way : shown_ways(placed)) {
        if (way.end != CallEnd::none) areas.try_emplace(key_of(way));
      }
    }
    const float height = 2 * box_pad + line_height() + 4;
    const float step =
        std::min(end_step, (bottom() - boxes_top()) / static_cast<float>(std::max<size_t>(areas.size(), 1)));
    float y = boxes_top();
    for (auto& entry : areas) {
      entry.second = {x_of(first_column(columns_.size())), y, column_, std::min(height, step - 1)};
      y += step;
    }
    return areas;
  }

  std::map<SchemeKey, SchemeTarget> targets_of(std::span<const Scheme::Stage> stages, size_t page,
                                               const std::map<SchemeKey, SchemeArea>& end_areas) const {
    std::map<SchemeKey, SchemeTarget> targets;
    for (size_t i = 0; i < stages.size(); ++i) {
      const size_t first = first_column(i);
      targets.emplace(SchemeKey{CallEnd::none, stages[i].item},
                      SchemeTarget{first, first + columns_[i] - 1, (top() + heads_bottom()) / 2});
    }
    for (const SchemeCue& placed : placed_) {
      if (placed.page != page) continue;
      // a little above the middle of its line, where no line to an answer's right lies
      targets.emplace(SchemeKey{CallEnd::none, placed.cue->item},
                      SchemeTarget{placed.column, placed.column, placed.area.y + box_pad + line_height() / 4});
    }
    const size_t last = first_column(columns_.size());
    for (const auto& [end, area] : end_areas) {
      targets.emplace(end, SchemeTarget{last, last, area.y + area.height / 2});
    }
    return targets;
  }

  void paint_box(const SchemeArea& area, Rgb fill, Rgb line, float line_width) {
    Box box;
    box.x = area.x;
    box.y = area.y;
    box.width = area.width;
    box.height = area.height;
    box.radius = 4;
    box.fill = fill;
    box.line = line;
    box.line_width = line_width;
    context_.page().boxes.push_back(box);
  }

  void paint_text(std::string_view text, Face face, float x, float baseline, float width, Rgb colour,
                  const std::string& item, RunRole role = RunRole::card) {
    const std::string fitted = context_.fitting(shortened(text, longest_line), {face, false}, text_size_, width);
    context_.text(fitted, {face, false}, {x, baseline, text_size_, colour, role, context_.item(item), colour}, item);
  }

  void link(const SchemeArea& area, const std::string& item) {
    PageLink link;
    link.x = area.x;
    link.y = area.y;
    link.width = area.width;
    link.height = area.height;
    link.address = "#" + item;
    context_.add_link(std::move(link), part_.document);
  }

  // Behind the last cue of a stage: how many others there are.
  void paint_more(const Scheme::Stage& stage, size_t index, size_t page) {
    size_t column = first_column(index);
    size_t last_page = 0;
    float y = boxes_top();
    for (const SchemeCue& placed : placed_) {
      if (placed.stage != index) continue;
      column = placed.column;
      last_page = placed.page;
      y = placed.area.y + placed.area.height + 4;
    }
    if (page != last_page) return;
    Paragraph text = context_.paragraph(stage.more, {Face::italic, false}, stage.item);
    auto lines = break_lines(text, column_ - 2 * box_pad, text_size_, context_.fonts, Hyphens::long_words);
    lines.resize(std::min(lines.size(), most_more_lines));
    for (const Line& line : lines) {
      paint_line(text, line,
                 {x_of(column) + box_pad, baseline_in(y, line_height(), text_size_), text_size_, paper_colours::muted,
                  RunRole::card, context_.item(stage.item), paper_colours::muted},
                 context_.fonts, context_.page());
      y += line_height();
    }
  }

  void paint_stage(const Scheme::Stage& stage, size_t index, size_t page) {
    const SchemeArea area = stage_area(index);
    paint_box(area, paper_colours::frame, paper_colours::frame, 0);
    Paragraph title =
        context_.paragraph(stage.number + ". " + shortened(stage.title, 60), {Face::bold, false}, stage.item);
    auto lines = break_lines(title, area.width - 2 * box_pad, head_size(), context_.fonts, Hyphens::long_words);
    lines.resize(std::min(lines.size(), most_head_lines));
    float y = area.y + (area.height - static_cast<float>(lines.size()) * head_line()) / 2;
    for (const Line& line : lines) {
      paint_line(title, line,
                 {area.x + box_pad, baseline_in(y, head_line(), head_size()), head_size(), paper_colours::text,
                  RunRole::block_title, context_.item(stage.item), paper_colours::text},
                 context_.fonts, context_.page());
      y += head_line();
    }
    if (!stage.more.empty()) paint_more(stage, index, page);
    link(area, stage.item);
  }

  void paint_end(const SchemeKey& end, const SchemeArea& area) {
    const auto tint = paper_colours::tint(colour_of_end(end.first));
    paint_box(area, tint.fill, tint.mark, 0.6F);
    paint_text(end.second, Face::bold, area.x + box_pad, baseline_in(area.y, area.height, text_size_),
               area.width - 2 * box_pad, tint.text, {});
  }

  // An answer from a height on; returns where it ends. What has no room is cut in its last line, at whose end stands
  // where it leads.
  float paint_way(const Scheme::Way& way, const SchemeArea& area, float y) {
    const float left = area.x + box_pad + number_room;
    const float right = area.x + area.width - box_pad;
    const WayText& text = text_of(way);
    const std::vector<Line> lines = lines_of(text);
    const size_t last = lines_of_way(way) - 1;
    const auto baseline = [&](size_t line) {
      return baseline_in(y + static_cast<float>(line) * line_height(), line_height(), text_size_);
    };
    if (!way.number.empty()) {
      context_.text(way.number + ".", {},
                    {area.x + box_pad, baseline(0), text_size_, paper_colours::muted, RunRole::list_mark,
                     context_.item(way.item), paper_colours::muted});
    }
    for (size_t i = 0; i < std::min(last, lines.size()); ++i) {
      paint_line(text.paragraph, lines[i],
                 {left, baseline(i), text_size_, paper_colours::text, RunRole::card, context_.item(way.item),
                  paper_colours::text},
                 context_.fonts, context_.page());
    }
    float room = right - left + rounding;
    if (text.step_width > 0) {
      const float step = step_width(text);
      paint_text(step_of(way), Face::bold, right - step, baseline(last), step + rounding, lines_.colour_of(key_of(way)),
                 way.item, RunRole::cross_reference);
      room -= step + step_gap;
    }
    if (last < lines.size()) {
      const std::string rest = text.paragraph.text.substr(lines[last].begin);
      paint_text(rest, Face::regular, left, baseline(last), room, paper_colours::text, way.item);
    }
    return y + static_cast<float>(last + 1) * line_height();
  }

  void paint_cue(const SchemeCue& placed) {
    const SchemeArea& area = placed.area;
    paint_box(area, paper_colours::white, paper_colours::faint, 0.6F);
    float y = area.y + box_pad;
    Paragraph text;
    for (const Line& line : cue_lines(*placed.cue, &text)) {
      paint_line(text, line,
                 {area.x + box_pad, baseline_in(y, line_height(), text_size_), text_size_, paper_colours::text,
                  RunRole::card, context_.item(placed.cue->item), paper_colours::text},
                 context_.fonts, context_.page());
      y += line_height();
    }
    for (const Scheme::Way& way : shown_ways(placed)) y = paint_way(way, area, y);
    if (const size_t more = placed.cue->ways.size() - placed.ways; more > 0) {
      paint_text(catalog_.count("paper.more_answers", more), Face::italic, area.x + box_pad,
                 baseline_in(y, line_height(), text_size_), area.width - 2 * box_pad, paper_colours::muted,
                 placed.cue->item);
    }
    link(area, placed.cue->item);
  }

  // Those of a page. An answer that leads to its own cue, or to another page, says so by its words alone.
  SchemeLines lines_of(size_t page, std::map<SchemeKey, SchemeTarget> targets) {
    std::vector<SchemeLine> lines;
    for (const SchemeCue& placed : placed_) {
      if (placed.page != page) continue;
      float y = placed.area.y + box_pad + static_cast<float>(placed.lines) * line_height();
      for (const Scheme::Way& way : shown_ways(placed)) {
        y += static_cast<float>(lines_of_way(way)) * line_height();
        const float middle = y - line_height() / 2;  // of its last line
        const SchemeKey key = key_of(way);
        if (way.to != placed.cue->item && targets.contains(key)) lines.push_back({placed.column, middle, key});
      }
    }
    return {std::move(lines), std::move(targets)};
  }

  void paint_stroke(const SchemeStroke& line) {
    Box stroke;
    stroke.x = std::min(line.x, line.to_x) - arrow_width / 2;
    stroke.y = std::min(line.y, line.to_y) - arrow_width / 2;
    stroke.width = std::abs(line.to_x - line.x) + arrow_width;
    stroke.height = std::abs(line.to_y - line.y) + arrow_width;
    stroke.fill = line.colour;
    context_.page().boxes.push_back(stroke);
  }

  // `side`: -1 where the arrow comes from the left.
  void paint_head(float x, float y, float side, Rgb colour) {
    const auto step = [](PathStep::Kind kind, float to_x, float to_y) {
      PathStep made;
      made.kind = kind;
      made.x[0] = to_x;
      made.y[0] = to_y;
      return made;
    };
    Outline head;
    head.fill = colour;
    head.steps = {step(PathStep::Kind::move, x, y),
                  step(PathStep::Kind::line, x + side * arrow_head * 1.4F, y - arrow_head * 0.7F),
                  step(PathStep::Kind::line, x + side * arrow_head * 1.4F, y + arrow_head * 0.7F),
                  step(PathStep::Kind::close, x, y)};
    context_.page().outlines.push_back(std::move(head));
  }

  const PrintPart& part_;
  const Scheme& scheme_;
  LayoutContext& context_;
  const Catalog& catalog_;
  Extent extent_;
  float column_ = least_column;  // the width of one
  float gutter_ = least_gutter;
  float gap_ = wide_gap;
  float text_size_ = least_text;
  size_t answer_lines_ = 1;  // at most
  std::unordered_map<const Scheme::Cue*, Paragraph> cue_texts_;
  std::unordered_map<const Scheme::Way*, WayText> way_texts_;
  std::unordered_map<const Scheme::Way*, size_t> whole_lines_;  // of answers, as the type is set
  std::pair<float, float> counted_for_;                         // width of a column and size of the type
  bool has_ends_ = false;                                       // the ends have a column
  size_t lanes_ = 0;                                            // in a gutter, at most
  size_t bus_rows_ = 2;                                         // above the boxes
  std::vector<size_t> columns_;                                 // of each stage of a page
  size_t longest_stage_ = 0;
  std::vector<SchemeCue> placed_;
  SchemeLines lines_;  // of the page
  std::optional<int> first_page_;
};

}  // namespace

void layout_scheme(const PrintPart& part, const Scheme& scheme, LayoutContext& context) {
  SchemeLayout(part, scheme, context).run();
}

}  // namespace canvasbook
