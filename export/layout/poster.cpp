#include "export/layout/poster.h"

#include <algorithm>
#include <array>

#include "export/colours.h"
#include "export/layout/large_print.h"
#include "export/layout/warning_sign.h"

namespace canvasbook {

namespace {

constexpr std::array<float, 4> title_parts{0.085F, 0.07F, 0.058F, 0.048F};  // of the width
constexpr size_t most_title_lines = 2;
constexpr float title_room = 0.75F;  // of the title's size, below it
constexpr float largest_rules = 54;
constexpr float least_rules = 9;
constexpr float whole_word_rules = 13;   // down to it smaller letters are better than hyphens
constexpr float least_small = 8;         // of explanations and the foot
constexpr float small_part = 0.56F;      // of the size of the rules
constexpr float rule_pad = 0.55F;        // of the size, below a rule
constexpr float most_rule_extra = 1.1F;  // of the size, that a rule gets of what is left of the page
constexpr float digit_room = 0.6F;       // of the size, for each digit before a rule
constexpr float number_gap = 0.5F;
constexpr float foot_sign_room = 1.6F;  // of its size, for the sign before the foot
constexpr float poster_rounding = 0.5F;

float small_size_of(float size) { return std::max(least_small, size * small_part); }
float rule_line_of(float size) { return size * 1.14F; }
float small_line_of(float size) { return small_size_of(size) * 1.28F; }

// A text of the poster, broken into lines at a size.
struct PosterText {
  Paragraph paragraph;
  std::vector<Line> lines = {};

  bool is_cut() const { return std::ranges::any_of(lines, &Line::cut); }
  float height(float line) const { return static_cast<float>(lines.size()) * line; }
};

struct PosterRule {
  std::string item;
  std::string number;
  PosterText rule, explanation;
};

class PosterLayout {
 public:
  PosterLayout(const PrintPart& part, const Poster& poster, LayoutContext& context)
      : part_(part),
        poster_(poster),
        context_(context),
        extent_(page_extent(context.setup.canvas)),
        foot_{text_of(poster.foot, {}, poster.item)},
        digits_(static_cast<float>(std::to_string(poster.rules.size()).size())) {
    for (const Poster::Rule& rule : poster.rules) {
      const std::string number = std::to_string(rules_.size() + 1);
      rules_.push_back({rule.item,
                        number,
                        {text_of(rule.rule, {Face::bold, true}, rule.item)},
                        {text_of(rule.explanation, {}, rule.item)}});
    }
  }

  void run() {
    set_title();
    set_size();
    add_page();
    context_.bookmark(part_.bookmark_level, part_.title, 0, poster_.item);
    for (const PosterRule& rule : rules_) add_rule(rule);
    add_foot();
  }

 private:
  float width() const { return extent_.width - 2 * large_print_edge; }
  float bottom() const { return large_print_bottom(context_, extent_); }
  float top() const {
    return large_print_edge + title_.height(title_size_ * 1.12F) + title_room * title_size_;
  }  // of the rules
  float indent_at(float size) const { return (digits_ * digit_room + number_gap) * size; }
  float rule_height(const PosterRule& rule, float size) const {
    return rule.rule.height(rule_line_of(size)) + rule.explanation.height(small_line_of(size));
  }
  float foot_height(float size) const {
    return foot_.lines.empty() ? 0 : foot_.height(small_line_of(size)) + small_size_of(size);
  }

  Paragraph text_of(const Spans& spans, TextStyle style, const std::string& item) {
    Paragraph paragraph = context_.paragraph(spans, style, item);
    std::ranges::fill(paragraph.links, std::string());  // nothing on a wall leads anywhere
    return paragraph;
  }

  // A text without words has no lines.
  void break_at(PosterText& text, float room, float size, Hyphens hyphens) {
    if (text.paragraph.text.empty()) return;
    text.lines = break_lines(text.paragraph, room, size, context_.fonts, hyphens);
  }

  // A title that is too long even for small letters is cut.
  void set_title() {
    const TextStyle style{Face::bold, true};
    const auto set = [&](const std::string& title) {
      title_ = {context_.paragraph(title, style, poster_.item)};
      for (const float part : title_parts) {
        title_size_ = width() * part;
        break_at(title_, width(), title_size_, Hyphens::none);
        if (title_.lines.size() <= most_title_lines && !title_.is_cut()) return;
      }
    };
    set(poster_.title);
    if (title_.lines.size() > most_title_lines) set(context_.fitting(poster_.title, style, title_size_, width()));
  }

  // The height of all rules and the foot at a size; more than any page has where whole words are asked for and one is
  // too long.
  float height_at(float size, bool whole_words) {
    const Hyphens hyphens = whole_words ? Hyphens::none : Hyphens::sparing;
    const float room = width() - indent_at(size);
    const float small = small_size_of(size);
    break_at(foot_, width() - foot_sign_room * small, small, hyphens);
    float height = foot_height(size);
    bool has_cut = foot_.is_cut();
    for (PosterRule& rule : rules_) {
      break_at(rule.rule, room, size, hyphens);
      break_at(rule.explanation, room, small, hyphens);
      has_cut = has_cut || rule.rule.is_cut() || rule.explanation.is_cut();
      height += rule_height(rule, size) + rule_pad * size;
    }
    return whole_words && has_cut ? unlimited_width : height;
  }

  float largest_that_fits(bool whole_words) {
    return largest_size(least_rules, largest_rules,
                        [&](float size) { return height_at(size, whole_words) <= bottom() - top(); });
  }

  void set_size() {
    size_ = largest_that_fits(true);
    const bool whole_words = size_ >= whole_word_rules;
    if (!whole_words) size_ = largest_that_fits(false);
    const float left_over = bottom() - top() - height_at(size_, whole_words);
    extra_ = std::clamp(left_over / static_cast<float>(rules_.size()), 0.0F, size_ * most_rule_extra);
  }

  void add_page() {
    context_.add_page(extent_, {});
    y_ = large_print_edge;
    for (const Line& line : title_.lines) {
      paint(title_, line, large_print_edge, {title_size_, title_size_ * 1.12F, RunRole::title, paper_colours::text},
            poster_.item);
    }
    y_ = top();
    add_line(y_ - title_size_ * title_room / 2, 2.2F, paper_colours::accent);
    add_company_foot(context_, extent_);
    is_fresh_ = true;
  }

  void make_room(float height) {
    if (y_ + height > bottom() + poster_rounding && !is_fresh_) add_page();
  }

  // A rule stays on one page where it fits one.
  void add_rule(const PosterRule& rule) {
    const LineStyle large{size_, rule_line_of(size_), RunRole::heading, paper_colours::text};
    const LineStyle small{small_size_of(size_), small_line_of(size_), RunRole::paragraph, paper_colours::muted};
    const float x = large_print_edge + indent_at(size_);
    make_room(rule_height(rule, size_));
    const LinePaint number{large_print_edge, baseline_in(y_, large.line, size_), size_, paper_colours::accent,
                           RunRole::list_mark};
    context_.text(rule.number, {Face::bold, true}, number, rule.item);
    for (const Line& line : rule.rule.lines) add_text_line(rule.rule, line, x, large, rule.item);
    for (const Line& line : rule.explanation.lines) add_text_line(rule.explanation, line, x, small, rule.item);
    y_ += rule_pad * size_ + extra_;
  }

  // At the foot of the page, behind a warning sign.
  void add_foot() {
    if (foot_.lines.empty()) return;
    const float height = foot_height(size_);
    make_room(height);
    y_ = std::max(y_, bottom() - height);
    const float size = small_size_of(size_);
    add_line(y_, 1.2F, paper_colours::line);
    y_ += size;
    const LineStyle style{size, small_line_of(size_), RunRole::paragraph, paper_colours::text};
    add_warning_sign(context_.page(), large_print_edge, y_ + style.line / 2, size);
    for (const Line& line : foot_.lines)
      add_text_line(foot_, line, large_print_edge + foot_sign_room * size, style, poster_.item);
  }

  struct LineStyle {
    float size;
    float line;  // height
    RunRole role;
    Rgb colour;
  };

  void add_text_line(const PosterText& text, const Line& line, float x, const LineStyle& style,
                     const std::string& item) {
    make_room(style.line);
    paint(text, line, x, style, item);
    is_fresh_ = false;
  }

  void paint(const PosterText& text, const Line& line, float x, const LineStyle& style, const std::string& item) {
    LinePaint at{x, baseline_in(y_, style.line, style.size), style.size, style.colour, style.role};
    at.item = context_.item(item);
    paint_line(text.paragraph, line, at, context_.fonts, context_.page());
    y_ += style.line;
  }

  void add_line(float y, float thickness, Rgb colour) {
    Box line;
    line.x = large_print_edge;
    line.y = y - thickness / 2;
    line.width = width();
    line.height = thickness;
    line.fill = colour;
    context_.page().boxes.push_back(line);
  }

  const PrintPart& part_;
  const Poster& poster_;
  LayoutContext& context_;
  const Extent extent_;
  PosterText title_;
  PosterText foot_;
  const float digits_;  // of the last number
  std::vector<PosterRule> rules_;
  float title_size_ = 0;
  float size_ = 0;   // of the rules
  float extra_ = 0;  // below each rule, so that the page is filled
  float y_ = 0;
  bool is_fresh_ = true;  // nothing but the title stands on the page
};

}  // namespace

void layout_poster(const PrintPart& part, const Poster& poster, LayoutContext& context) {
  PosterLayout(part, poster, context).run();
}

}  // namespace canvasbook
