#include "editor/parts/section_picture.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <type_traits>
#include <variant>

#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr float letters_on_a_line = 62;  // of a sheet of paper

// A sheet that is filled from the top.
class SmallPage {
 public:
  SmallPage(ImDrawList* list, const Theme& theme, ImVec2 from, ImVec2 to)
      : list_(list), theme_(theme), left_(from.x), right_(to.x), y_(from.y), bottom_(to.y) {}

  bool is_full() const { return y_ >= bottom_; }
  float width() const { return right_ - left_; }
  void skip(float pixels) { y_ += theme_.px(pixels); }
  const Colours& colours() const { return theme_.colours; }

  // A line of a text, as long as it is beside a line of the page; `indent` and `room` as shares of the page's width.
  void line(std::string_view text, ImU32 colour, float thick = 2, float indent = 0, float room = 1) {
    bar(text, colour, thick, indent, room);
    y_ += theme_.px(thick + 4);
  }

  // A text over as many lines as it takes.
  void lines(std::string_view text, ImU32 colour, float indent = 0, float room = 1, int most = 4) {
    const float letters = letters_on_a_line * room;
    auto left = static_cast<float>(count_code_points(text));
    for (int i = 0; i < most && left > 0 && !is_full(); ++i, left -= letters) {
      fill(indent, std::min(1.0F, left / letters) * room, colour, 2);
      y_ += theme_.px(6);
    }
  }

  // Like line, but what follows may stand beside it.
  void bar(std::string_view text, ImU32 colour, float thick, float indent, float room) {
    const float letters = letters_on_a_line * room;
    const float share = std::clamp(static_cast<float>(count_code_points(text)) / letters, 0.08F, 1.0F);
    fill(indent, share * room, colour, thick);
  }

  void fill(float indent, float share, ImU32 colour, float thick) {
    if (y_ + theme_.px(thick) > bottom_) return;
    const float x = left_ + width() * indent;
    list_->AddRectFilled({x, y_}, {x + width() * share, y_ + theme_.px(thick)}, colour, theme_.px(1));
  }

  // An empty box to tick, counted from the right.
  void box(int from_right) {
    const float size = theme_.px(5);
    const float x = right_ - static_cast<float>(from_right + 1) * (size + theme_.px(2));
    if (y_ + size > bottom_) return;
    list_->AddRect({x, y_ - theme_.px(1.5F)}, {x + size, y_ - theme_.px(1.5F) + size}, theme_.colours.faint,
                   theme_.px(1));
  }

  void dot(float indent, ImU32 colour) {
    if (!is_full())
      list_->AddCircleFilled({left_ + width() * indent + theme_.px(1.5F), y_ + theme_.px(1)}, theme_.px(1.5F), colour);
  }

  void frame(float indent, float share, float height, ImU32 colour) {
    if (is_full()) return;
    const float x = left_ + width() * indent;
    list_->AddRect({x, y_}, {x + width() * share, std::min(bottom_, y_ + theme_.px(height))}, colour, theme_.px(2));
  }

  void ground(float indent, float share, float height, ImU32 colour) {
    if (is_full()) return;
    const float x = left_ + width() * indent;
    list_->AddRectFilled({x, y_}, {x + width() * share, std::min(bottom_, y_ + theme_.px(height))}, colour,
                         theme_.px(2));
  }

  void rule() {
    if (!is_full()) list_->AddLine({left_, y_}, {right_, y_}, theme_.colours.border);
    skip(3);
  }

 private:
  ImDrawList* list_;
  const Theme& theme_;
  float left_;
  float right_;
  float y_;
  float bottom_;
};

void draw_content(SmallPage& page, const Board&) { page.skip(0); }

void draw_content(SmallPage& page, const Prose& prose) {
  const std::string_view text = prose.text;
  for (size_t begin = 0; begin < text.size() && !page.is_full();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = trim(text.substr(begin, end - begin));
    begin = end + 1;
    if (line.empty()) {
      page.skip(3);
    } else if (line.starts_with('#')) {
      page.line(line, page.colours().faint, 3);
    } else if (line.starts_with("- ")) {
      page.dot(0, page.colours().faint);
      page.lines(line.substr(2), page.colours().border, 0.06F, 0.94F);
    } else {
      page.lines(line, page.colours().border);
    }
  }
}

void draw_content(SmallPage& page, const Responses& responses) {
  for (const Response& response : responses.responses) {
    if (page.is_full()) return;
    page.line(response.cue, page.colours().of(Colour::blue).mark, 3);
    for (const Answer& answer : response.answers) {
      page.dot(0.03F, page.colours().faint);
      page.lines(answer.text, page.colours().border, 0.09F, 0.91F, 2);
    }
    page.skip(3);
  }
}

void draw_content(SmallPage& page, const Replacements& replacements) {
  for (const Replacement& row : replacements.replacements) {
    if (page.is_full()) return;
    page.bar(row.phrase, page.colours().of(Colour::red).mark, 3, 0, 0.44F);
    page.lines(row.replacement, page.colours().of(Colour::green).mark, 0.52F, 0.48F, 2);
    page.rule();
  }
}

void draw_content(SmallPage& page, const Dialogue& dialogue) {
  page.lines(dialogue.situation, page.colours().border);
  page.skip(3);
  for (const DialogueLine& line : dialogue.lines) {
    if (page.is_full()) return;
    const Speaker* speaker = find_speaker(dialogue, line.speaker);
    const bool is_client = speaker != nullptr && speaker->is_client;
    const Colour colour = is_client ? Colour::orange : Colour::blue;
    page.ground(is_client ? 0.2F : 0, 0.8F, 9, page.colours().of(colour).fill);
    page.skip(3);
    page.bar(line.text, page.colours().of(colour).mark, 2, is_client ? 0.24F : 0.04F, 0.72F);
    page.skip(9);
  }
}

void draw_content(SmallPage& page, const Visits& visits) {
  for (const auto& visit : visits.visits) {
    if (page.is_full()) return;
    page.dot(0, page.colours().faint);
    page.bar(visit->head.place, page.colours().border, 2, 0.06F, 0.6F);
    page.skip(8);
  }
}

int boxes_of(ItemScale scale) { return static_cast<int>(marks_of(scale).size()) - 1; }  // but for "does not apply"

void draw_content(SmallPage& page, const Checklist& checklist) {
  for (const FormLine& line : checklist.head) {
    page.bar(line.title, page.colours().faint, 2, 0, 0.4F);
    page.skip(4);
    page.fill(0.42F, 0.58F, page.colours().border, 1);
    page.skip(4);
  }
  for (const CheckGroup& group : checklist.groups) {
    if (page.is_full()) return;
    page.skip(2);
    page.line(group.title, page.colours().of(Colour::violet).mark, 3, 0, 0.7F);
    for (const CheckItem& item : group.items) {
      const int boxes = boxes_of(scale_of(checklist, item));
      for (int i = 0; i < boxes; ++i) page.box(i);
      page.bar(item.text, item.critical ? page.colours().warning : page.colours().border, 2, 0, 0.55F);
      page.skip(8);
    }
  }
}

void draw_table(SmallPage& page, const Sheet& sheet) {
  float all = 0;
  for (const SheetColumn& column : sheet.columns) all += static_cast<float>(std::max(1, column.share));
  const auto draw_row = [&](auto text_of, ImU32 colour, float thick) {
    float at = 0;
    for (const SheetColumn& column : sheet.columns) {
      const float share = static_cast<float>(std::max(1, column.share)) / all;
      if (const std::string_view text = text_of(column); !text.empty())
        page.bar(text, colour, thick, at, share * 0.85F);
      at += share;
    }
    page.skip(thick + 3);
    page.rule();
  };
  page.ground(0, 1, 9, page.colours().of(Colour::green).fill);
  page.skip(3);
  draw_row([](const SheetColumn& column) { return std::string_view(column.title); },
           page.colours().of(Colour::green).mark, 2);
  for (const SheetRow& row : sheet.rows) {
    if (page.is_full()) return;
    draw_row([&](const SheetColumn& column) { return std::string_view(cell_text(row, column)); }, page.colours().border,
             2);
  }
}

void draw_cards(SmallPage& page, const Sheet& sheet) {
  for (const SheetRow& row : sheet.rows) {
    if (page.is_full()) return;
    size_t written = 0;
    for (const SheetColumn& column : sheet.columns) written += cell_text(row, column).empty() ? 0 : 1;
    page.frame(0, 1, 7 + 6 * static_cast<float>(written), page.colours().border);
    page.skip(4);
    bool is_first = true;
    for (const SheetColumn& column : sheet.columns) {
      const std::string& text = cell_text(row, column);
      if (text.empty()) continue;
      if (is_first) {
        page.bar(text, page.colours().of(Colour::green).mark, 3, 0.04F, 0.9F);
      } else {
        page.bar(column.title, page.colours().faint, 2, 0.04F, 0.24F);
        page.bar(text, page.colours().border, 2, 0.32F, 0.62F);
      }
      is_first = false;
      page.skip(6);
    }
    page.skip(6);
  }
}

void draw_content(SmallPage& page, const Sheet& sheet) {
  if (sheet.layout == SheetLayout::table || sheet.rows.empty()) return draw_table(page, sheet);
  draw_cards(page, sheet);
}

}  // namespace

void draw_section_picture(ImDrawList* list, const Theme& theme, const Section& section, ImVec2 from, ImVec2 to) {
  const float margin = theme.px(9);
  SmallPage page(list, theme, {from.x + margin, from.y + theme.px(11)}, {to.x - margin, to.y - theme.px(10)});
  page.line(section.title, theme.colours.faint, 3, 0, 0.9F);
  page.skip(3);
  std::visit([&](const auto& content) { draw_content(page, content); }, section.content);
}

}  // namespace canvasbook
