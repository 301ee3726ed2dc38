#include "export/layout/pocket_cards.h"

#include <algorithm>

#include "export/colours.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr float card_edge = 21;  // around what is on a card: 7 mm, as far as printers do not reach
constexpr float section_size = 7.5F;
constexpr float section_line = 15;
constexpr std::array<float, 6> question_head_sizes{24, 21, 18, 16, 14, 12};
constexpr float head_part = 1.25F;  // of the size of the texts
constexpr float least_head = 12;
constexpr float head_step = 2;
constexpr size_t most_head_lines = 3;  // of a large head
constexpr float again_size = 11;       // of a head that continues
constexpr size_t longest_again = 70;   // code points
constexpr float largest_text = 18;
constexpr float largest_question = 22;
constexpr float largest_long_question = 13.5F;  // whose marks go over lines
constexpr float least_text = 9;
constexpr float continued_text = 10.5F;  // of a card that goes on on another one anyway
constexpr float card_label_size = 8;
constexpr float card_text_gap = 6;
constexpr float card_number_room = 1.3F;  // before a text, of its size
constexpr float marks_gap = 10;           // between a question and its marks
constexpr float writing_line = 21;        // 7 mm
constexpr float rule_room = 9;            // between head and texts
constexpr float cut_mark = 17;            // from the edge of the sheet, longer than what a printer leaves white
constexpr float cut_cross = 7;

float line_height_of(float size) { return size * 1.27F; }

// A text of a card, broken into lines at a size; without words it has no lines.
struct CardText {
  std::string item;
  Paragraph paragraph;
  float size = 0;
  std::vector<Line> lines = {};

  float height() const { return static_cast<float>(lines.size()) * line_height_of(size); }
};

// What stands below the head of a card.
struct CardEntry {
  CardText label;  // above the text
  CardText text;
  std::string number = {};   // before it
  float marks_at = 0;        // where the text stands beside the label; 0: below it
  bool is_to_write = false;  // lines below the label, which may be empty, in place of a text

  float indent() const { return number.empty() ? marks_at : card_number_room * text.size; }
  float height() const {
    if (marks_at > 0) return std::max(label.height(), text.height());
    return label.height() + (is_to_write ? writing_line : text.height());
  }
};

bool is_blank_to_write(const Spans& text) {
  const std::string words = plain_text(text);
  return words.find('_') != std::string::npos && words.find_first_not_of("_ ") == std::string::npos;
}

Spans head_of(const ResponseBlock& response) { return numbered_cue(response); }
Spans head_of(const RecordBlock& record) { return numbered_title(record); }

class PocketCardLayout {
 public:
  PocketCardLayout(const PrintPart& part, const PocketCards& cards, LayoutContext& context)
      : part_(part),
        context_(context),
        sheet_(page_extent(context.setup.text)),
        rows_(cards.on_sheet / 2),
        are_questions_(cards.are_questions) {}

  void add(const PocketCard& card) {
    head_ = std::visit([](const auto& content) { return head_of(content); }, card.content);
    std::vector<CardEntry> entries =
        std::visit([&](const auto& content) { return entries_of(content, card.item); }, card.content);
    CardText head = text_of(card.item, head_, Face::bold);
    begin_card(card);
    set_sizes(head, entries, bottom_ - y_);
    bookmark(card);
    for (size_t i = 0; i < head.lines.size(); ++i) {
      if (!has_room(line_height_of(head.size))) continue_card(card);
      paint(head, i, 0, RunRole::heading, paper_colours::text);
    }
    if (entries.empty()) return;
    add_rule();
    for (const CardEntry& entry : entries) add_entry(card, entry);
  }

  bool has_open_sheet() const { return count_ % on_sheet() != 0; }

 private:
  size_t on_sheet() const { return 2 * rows_; }
  float width() const { return sheet_.width / 2 - 2 * card_edge; }
  float row_height() const { return sheet_.height / static_cast<float>(rows_); }

  CardText text_of(const std::string& item, const Spans& spans, Face face) {
    CardText text{item, context_.paragraph(spans, {face, face == Face::bold}, item)};
    std::ranges::fill(text.paragraph.links, std::string());  // nothing on a card leads anywhere
    return text;
  }

  // Several answers are numbered; where there is none, it is written with a pen.
  std::vector<CardEntry> entries_of(const ResponseBlock& response, const std::string& item) {
    std::vector<CardEntry> entries;
    if (response.answers.empty()) {
      entries.push_back({text_of(item, {}, Face::regular), text_of(item, {}, Face::regular)});
      entries.back().is_to_write = true;
    }
    for (const ResponseBlock::Answer& answer : response.answers) {
      entries.push_back({{}, text_of(answer.item, answer_with_next(answer), Face::regular)});
      if (response.answers.size() > 1) entries.back().number = std::to_string(entries.size()) + ".";
    }
    return entries;
  }

  std::vector<CardEntry> entries_of(const RecordBlock& record, const std::string& item) {
    std::vector<CardEntry> entries;
    for (const RecordBlock::Field& field : record.fields) {
      const Spans label{Span{field.title, false, false, false, {}}};
      const bool is_to_write = are_questions_ && is_blank_to_write(field.text);
      entries.push_back({text_of(item, label, are_questions_ ? Face::bold : Face::regular),
                         text_of(item, is_to_write ? Spans{} : field.text, Face::regular)});
      entries.back().is_to_write = is_to_write;
      break_at(entries.back().label, card_label_size, 0);
    }
    return entries;
  }

  void break_at(CardText& text, float size, float indent) {
    text.size = size;
    if (text.paragraph.text.empty()) return;
    text.lines = break_lines(text.paragraph, width() - indent, size, context_.fonts, Hyphens::sparing);
  }

  // A question stands on one line where it can.
  void set_question_head(CardText& head) {
    for (const float size : question_head_sizes) {
      break_at(head, size, 0);
      if (head.lines.size() <= 1) return;
    }
  }

  // A head that goes with texts of a size, smaller where it is long.
  void set_head(CardText& head, float text_size) {
    float size = std::max(text_size * head_part, least_head);
    const auto is_too_large = [&] {
      return head.lines.size() > most_head_lines || std::ranges::any_of(head.lines, &Line::cut);
    };
    for (break_at(head, size, 0); is_too_large() && size > least_head; break_at(head, size, 0))
      size = std::max(size - head_step, least_head);
  }

  // Questions stand one below the other, and so do their marks, where all of them have room on a line. Whether no marks
  // go over lines.
  bool set_questions(std::vector<CardEntry>& entries, float size) {
    float labels = 0;
    float texts = 0;
    bool have_room = true;
    bool are_whole = true;
    for (CardEntry& entry : entries) {
      break_at(entry.label, size, 0);
      break_at(entry.text, size, 0);
      entry.marks_at = 0;
      if (entry.label.lines.empty() || entry.text.lines.empty()) continue;
      are_whole = are_whole && entry.text.lines.size() == 1;
      have_room = have_room && entry.label.lines.size() == 1 && entry.text.lines.size() == 1;
      labels = std::max(labels, width_of(entry.label));
      texts = std::max(texts, width_of(entry.text));
    }
    if (!have_room || labels + marks_gap + texts > width()) return are_whole;
    for (CardEntry& entry : entries) {
      if (!entry.label.lines.empty() && !entry.text.lines.empty()) entry.marks_at = labels + marks_gap;
    }
    return true;
  }

  static float width_of(const CardText& text) {
    return static_cast<float>(text.lines.front().width) * text.size / 1000;
  }

  // The largest size at which head and texts fit the card; where none does, one that reads well.
  void set_sizes(CardText& head, std::vector<CardEntry>& entries, float room) {
    if (are_questions_) set_question_head(head);
    const auto height_at = [&](float size) {
      if (!are_questions_) {
        set_head(head, size);
        for (CardEntry& entry : entries) {
          entry.text.size = size;
          break_at(entry.text, size, entry.indent());
        }
      } else if (!set_questions(entries, size) && size > largest_long_question) {
        return room + 1;
      }
      float height = head.height() + (entries.empty() ? 0 : rule_room);
      for (const CardEntry& entry : entries) {
        height += card_text_gap + entry.height();
      }
      return height;
    };
    const float largest = are_questions_ ? largest_question : largest_text;
    constexpr float step = 0.5F;
    const auto steps = static_cast<int>((largest - least_text) / step);
    for (int i = 0; i <= steps; ++i) {
      if (height_at(largest - step * static_cast<float>(i)) <= room) return;
    }
    height_at(continued_text);
  }

  bool has_room(float height) const { return y_ + height <= bottom_; }

  void begin_card(const PocketCard& card) {
    const size_t place = count_++ % on_sheet();
    if (place == 0) add_sheet();
    const size_t rows_above = place / 2;
    const auto row = static_cast<float>(rows_above);
    left_ = (place % 2 == 0 ? 0 : sheet_.width / 2) + card_edge;
    y_ = row * row_height() + card_edge;
    bottom_ = (row + 1) * row_height() - card_edge;
    if (!card.section.empty() || !card.company.empty()) add_origin(card);
    top_ = y_;
  }

  // Small above the card: what it comes from, and at the right whose it is.
  void add_origin(const PocketCard& card) {
    CardText company = text_of(card.item, {Span{card.company, false, false, false, {}}}, Face::regular);
    break_at(company, section_size, width() / 2);
    const float right = company.lines.empty() ? 0 : width_of(company);
    const std::string section =
        context_.fitting(card.section, {}, section_size, width() - (right > 0 ? right + marks_gap : 0));
    LinePaint at = paint_at(section_size, section_size, RunRole::label, paper_colours::muted);
    if (!section.empty()) context_.text(section, {}, at, card.item);
    if (!company.lines.empty()) {
      at.x = left_ + width() - right;
      at.item = context_.item(card.item);
      paint_line(company.paragraph, company.lines.front(), at, context_.fonts, context_.page());
    }
    y_ += section_line;
  }

  // The next card of the same head, which says so.
  void continue_card(const PocketCard& card) {
    begin_card(card);
    std::string head = shortened(to_one_line(plain_text(head_)), longest_again);
    if (head.ends_with('.')) head.pop_back();  // a comma follows
    CardText again = text_of(
        card.item, {Span{catalog().text("paper.continued", {{"title", head}}), false, false, false, {}}}, Face::bold);
    break_at(again, again_size, 0);
    for (size_t i = 0; i < again.lines.size(); ++i) paint(again, i, 0, RunRole::heading, paper_colours::text);
    add_rule();
    top_ = y_;
  }

  // A text stays on one card where it fits one.
  void add_entry(const PocketCard& card, const CardEntry& entry) {
    const float line = line_height_of(entry.text.size);
    if (!has_room(card_text_gap + entry.height()) && y_ > top_ && top_ + entry.height() <= bottom_) continue_card(card);
    if (y_ > top_) y_ += card_text_gap;
    if (!has_room(entry.is_to_write ? entry.height() : entry.label.height() + line)) continue_card(card);
    const float top = y_;
    for (size_t i = 0; i < entry.label.lines.size(); ++i) {
      if (!has_room(line_height_of(entry.label.size))) continue_card(card);
      paint(entry.label, i, 0, are_questions_ ? RunRole::paragraph : RunRole::label,
            are_questions_ ? paper_colours::text : paper_colours::muted);
    }
    if (entry.is_to_write) return add_room_to_write();
    if (entry.marks_at > 0) y_ = top;
    for (size_t i = 0; i < entry.text.lines.size(); ++i) {
      if (!has_room(line)) continue_card(card);
      if (i == 0 && !entry.number.empty()) {
        context_.text(entry.number, {}, paint_at(entry.text.size, line, RunRole::list_mark, paper_colours::muted),
                      entry.text.item);
      }
      paint(entry.text, i, entry.indent(), RunRole::paragraph, paper_colours::text);
    }
  }

  // Lines to write on, as many as the card has room for.
  void add_room_to_write() {
    while (has_room(writing_line)) {
      y_ += writing_line;
      add_box(left_, y_ - 1, width(), 0.5F, paper_colours::muted);
    }
  }

  LinePaint paint_at(float size, float line, RunRole role, Rgb colour) const {
    return {left_, baseline_in(y_, line, size), size, colour, role};
  }

  void paint(const CardText& text, size_t line, float indent, RunRole role, Rgb colour) {
    LinePaint at = paint_at(text.size, line_height_of(text.size), role, colour);
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
    if (card.section != section_) context_.bookmark(part_.bookmark_level + 1, card.section, y_, card.item);
    section_ = card.section;
  }

  // Marks at the edges and crosses inside, along which cards are cut apart.
  void add_sheet() {
    context_.add_page(sheet_, {});
    const float x = sheet_.width / 2;
    constexpr float thin = 0.5F;
    const Rgb colour = paper_colours::faint;
    add_box(x - thin / 2, 0, thin, cut_mark, colour);
    add_box(x - thin / 2, sheet_.height - cut_mark, thin, cut_mark, colour);
    for (size_t row = 1; row < rows_; ++row) {
      const float y = row_height() * static_cast<float>(row);
      add_box(0, y - thin / 2, cut_mark, thin, colour);
      add_box(sheet_.width - cut_mark, y - thin / 2, cut_mark, thin, colour);
      add_box(x - thin / 2, y - cut_cross, thin, 2 * cut_cross, colour);
      add_box(x - cut_cross, y - thin / 2, 2 * cut_cross, thin, colour);
    }
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
  const size_t rows_;  // of cards on a sheet
  const bool are_questions_;
  size_t count_ = 0;  // of the cards begun
  Spans head_;        // of the card that is added
  std::string section_;
  float left_ = 0;
  float top_ = 0;  // of the text that goes on from card to card
  float y_ = 0;
  float bottom_ = 0;
};

}  // namespace

void layout_pocket_cards(const PrintPart& part, const PocketCards& cards, LayoutContext& context) {
  PocketCardLayout layout(part, cards, context);
  for (const PocketCard& card : cards.cards) layout.add(card);
  if (!cards.are_questions) return;
  for (size_t i = 0; i < cards.on_sheet && layout.has_open_sheet(); ++i)
    layout.add(cards.cards[i % cards.cards.size()]);
}

}  // namespace canvasbook
