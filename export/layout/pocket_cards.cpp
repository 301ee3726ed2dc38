#include "export/layout/pocket_cards.h"

#include <algorithm>
#include <array>

#include "export/colours.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr float card_edge = 21;  // around what is on a card: 7 mm, as far as printers do not reach
constexpr float section_size = 7.5F;
constexpr float section_line = 15;
constexpr std::array<float, 4> cue_sizes{18, 16, 14, 12};
constexpr size_t most_cue_lines = 3;  // of a large cue
constexpr float again_size = 11;      // of a cue that continues
constexpr size_t longest_again = 70;  // code points
constexpr float largest_answer = 13.5F;
constexpr float least_answer = 9;
constexpr float continued_answer = 10.5F;  // of a card that goes on on another one anyway
constexpr float answer_gap = 6;
constexpr float answer_number_room = 17;
constexpr float rule_room = 9;  // between cue and answers
constexpr float cut_mark = 17;  // from the edge of the sheet, longer than what a printer leaves white
constexpr float cut_cross = 7;

float line_height_of(float size) { return size * 1.27F; }

// A text of a card, broken into lines at a size.
struct CardText {
  std::string item;
  Paragraph paragraph;
  float size = 0;
  std::vector<Line> lines = {};

  float height() const { return static_cast<float>(lines.size()) * line_height_of(size); }
};

class PocketCardLayout {
 public:
  PocketCardLayout(const PrintPart& part, LayoutContext& context)
      : part_(part), context_(context), sheet_(page_extent(context.setup.text)) {}

  void add(const PocketCard& card) {
    CardText cue = text_of(card.item, numbered_cue(card.response), Face::bold);
    for (const float size : cue_sizes) {
      break_at(cue, size, 0);
      if (cue.lines.size() <= most_cue_lines) break;
    }
    std::vector<CardText> answers;
    for (const ResponseBlock::Answer& answer : card.response.answers) {
      answers.push_back(text_of(answer.item, answer_with_next(answer), Face::regular));
    }
    begin_card(card);
    set_sizes(answers, bottom_ - y_ - cue.height() - rule_room);
    bookmark(card);
    for (size_t i = 0; i < cue.lines.size(); ++i) {
      if (!has_room(line_height_of(cue.size))) continue_card(card);
      paint(cue, i, 0, RunRole::heading);
    }
    if (answers.empty()) return;
    add_rule();
    for (size_t i = 0; i < answers.size(); ++i) add_answer(card, answers[i], answers.size() > 1 ? i + 1 : 0);
  }

 private:
  float width() const { return sheet_.width / 2 - 2 * card_edge; }

  CardText text_of(const std::string& item, const Spans& spans, Face face) {
    CardText text{item, context_.paragraph(spans, {face, face == Face::bold}, item)};
    std::ranges::fill(text.paragraph.links, std::string());  // nothing on a card leads anywhere
    return text;
  }

  void break_at(CardText& text, float size, float indent) {
    text.size = size;
    text.lines = break_lines(text.paragraph, width() - indent, size, context_.fonts, Hyphens::sparing);
  }

  // The largest size at which the answers fit the card; where none does, one that reads well.
  void set_sizes(std::vector<CardText>& answers, float room) {
    const float indent = answers.size() > 1 ? answer_number_room : 0;
    const auto height_at = [&](float size) {
      float height = 0;
      for (CardText& answer : answers) {
        break_at(answer, size, indent);
        height += answer_gap + answer.height();
      }
      return height;
    };
    constexpr float step = 0.5F;
    constexpr auto steps = static_cast<int>((largest_answer - least_answer) / step);
    for (int i = 0; i <= steps; ++i) {
      if (height_at(largest_answer - step * static_cast<float>(i)) <= room) return;
    }
    height_at(continued_answer);
  }

  bool has_room(float height) const { return y_ + height <= bottom_; }

  void begin_card(const PocketCard& card) {
    const size_t place = count_++ % 4;
    if (place == 0) add_sheet();
    left_ = (place % 2 == 0 ? 0 : sheet_.width / 2) + card_edge;
    y_ = (place < 2 ? 0 : sheet_.height / 2) + card_edge;
    bottom_ = (place < 2 ? sheet_.height / 2 : sheet_.height) - card_edge;
    const std::string section = context_.fitting(card.section, {}, section_size, width());
    LinePaint at = paint_at(section_size, section_size, RunRole::label, paper_colours::muted);
    context_.text(section, {}, at, card.item);
    y_ += section_line;
    top_ = y_;
  }

  // The next card of the same cue, which says so.
  void continue_card(const PocketCard& card) {
    begin_card(card);
    std::string cue = shortened(to_one_line(plain_text(numbered_cue(card.response))), longest_again);
    if (cue.ends_with('.')) cue.pop_back();  // a comma follows
    CardText again = text_of(
        card.item, {Span{catalog().text("paper.continued", {{"title", cue}}), false, false, false, {}}}, Face::bold);
    break_at(again, again_size, 0);
    for (size_t i = 0; i < again.lines.size(); ++i) paint(again, i, 0, RunRole::heading);
    add_rule();
    top_ = y_;
  }

  // An answer stays on one card where it fits one.
  void add_answer(const PocketCard& card, const CardText& answer, size_t number) {
    const float indent = number > 0 ? answer_number_room : 0;
    const float line = line_height_of(answer.size);
    if (!has_room(answer_gap + answer.height()) && y_ > top_ && top_ + answer.height() <= bottom_) continue_card(card);
    if (y_ > top_) y_ += answer_gap;
    for (size_t i = 0; i < answer.lines.size(); ++i) {
      if (!has_room(line)) continue_card(card);
      if (i == 0 && number > 0) {
        context_.text(std::to_string(number) + ".", {},
                      paint_at(answer.size, line, RunRole::list_mark, paper_colours::muted), answer.item);
      }
      paint(answer, i, indent, RunRole::paragraph);
    }
  }

  LinePaint paint_at(float size, float line, RunRole role, Rgb colour) const {
    return {left_, baseline_in(y_, line, size), size, colour, role};
  }

  void paint(const CardText& text, size_t line, float indent, RunRole role) {
    LinePaint at = paint_at(text.size, line_height_of(text.size), role, paper_colours::text);
    at.x += indent;
    at.item = context_.item(text.item);
    paint_line(text.paragraph, text.lines[line], at, context_.fonts, context_.page());
    y_ += line_height_of(text.size);
  }

  void add_rule() {
    add_box(left_, y_ + rule_room / 2 - 0.6F, 36, 1.4F, paper_colours::accent);
    y_ += rule_room;
    top_ = y_;
  }

  // A bookmark for the part, and one for each section.
  void bookmark(const PocketCard& card) {
    if (count_ == 1) context_.bookmark(part_.bookmark_level, part_.title, 0, {});
    if (count_ == 1 || card.section != section_) {
      context_.bookmark(part_.bookmark_level + 1, card.section, y_, card.item);
    }
    section_ = card.section;
  }

  void add_sheet() {
    context_.add_page(sheet_, {});
    const float x = sheet_.width / 2;
    const float y = sheet_.height / 2;
    constexpr float thin = 0.5F;
    const Rgb colour = paper_colours::faint;
    add_box(x - thin / 2, 0, thin, cut_mark, colour);
    add_box(x - thin / 2, sheet_.height - cut_mark, thin, cut_mark, colour);
    add_box(0, y - thin / 2, cut_mark, thin, colour);
    add_box(sheet_.width - cut_mark, y - thin / 2, cut_mark, thin, colour);
    add_box(x - thin / 2, y - cut_cross, thin, 2 * cut_cross, colour);
    add_box(x - cut_cross, y - thin / 2, 2 * cut_cross, thin, colour);
  }

  void add_box(float x, float y, float box_width, float height, Rgb colour) {
    Box box;
    box.x = x;
    box.y = y;
    box.width = box_width;
    box.height = height;
    box.fill = colour;
    context_.page().boxes.push_back(box);
  }

  const Catalog& catalog() const { return Catalog::of(part_.language); }

  const PrintPart& part_;
  LayoutContext& context_;
  const Extent sheet_;
  size_t count_ = 0;  // of the cards begun
  std::string section_;
  float left_ = 0;
  float top_ = 0;  // of the text that goes on from card to card
  float y_ = 0;
  float bottom_ = 0;
};

}  // namespace

void layout_pocket_cards(const PrintPart& part, const PocketCards& cards, LayoutContext& context) {
  PocketCardLayout layout(part, context);
  for (const PocketCard& card : cards.cards) layout.add(card);
}

}  // namespace canvasbook
