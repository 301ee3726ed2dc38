#include "editor/parts/blanks.h"

#include <algorithm>
#include <cmath>

#include "model/placeholders.h"
#include "model/text/misspellings.h"
#include "model/text/text.h"

namespace canvasbook {

std::vector<TextRange> blanks_in(std::u32string_view line) {
  if (line.find_first_of(U"[{") == std::u32string_view::npos) return {};
  const std::string source = to_utf8(line);
  std::vector<TextRange> blanks;
  for (const WordRange& blank : find_blanks(source)) {
    const std::string_view text(source);
    const size_t begin = count_code_points(text.substr(0, blank.begin));
    blanks.push_back({begin, begin + count_code_points(text.substr(blank.begin, blank.end - blank.begin))});
  }
  return blanks;
}

BlankLook look_of_blank(const Theme& theme, std::string_view words) {
  if (words.size() < 2 || words.front() != '{') return BlankLook::to_fill;
  const bool is_known =
      theme.placeholders == nullptr || theme.placeholders->find(words.substr(1, words.size() - 2)) != nullptr;
  return is_known ? BlankLook::known : BlankLook::unknown;
}

BlankLook look_of_blank_at(const Theme& theme, std::u32string_view text, size_t place) {
  const size_t begin = text.find_last_of(U"[{", place);
  if (begin == std::u32string_view::npos || text[begin] == U'[') return BlankLook::to_fill;
  const size_t end = std::min(text.find(U'}', begin), text.size() - 1);
  return look_of_blank(theme, to_utf8(text.substr(begin, end + 1 - begin)));
}

void draw_blank(ImDrawList* list, const Theme& theme, ImVec2 from, ImVec2 to, BlankLook look) {
  const float top = from.y + theme.px(2);
  const float bottom = to.y - theme.px(2);
  switch (look) {
    case BlankLook::to_fill:
      list->AddRectFilled({from.x, top}, {to.x, bottom}, with_strength(theme.colours.warning, 0x30), theme.px(3));
      return;
    case BlankLook::known:
      list->AddRect({from.x, top}, {to.x, bottom}, with_strength(theme.colours.accent, 0xA0), (bottom - top) / 2, 0,
                    std::max(1.0F, theme.px(1)));
      return;
    case BlankLook::unknown:
      break;
  }
  const float dash = theme.px(4);
  const float thickness = std::max(1.0F, theme.px(2));
  const int dashes = static_cast<int>(std::ceil((to.x - from.x) / (2 * dash)));
  for (int i = 0; i < dashes; ++i) {
    const float x = from.x + 2 * dash * static_cast<float>(i);
    list->AddRectFilled({x, bottom - thickness}, {std::min(x + dash, to.x), bottom}, theme.colours.misspelt);
  }
}

void draw_blanks(ImDrawList* list, const Theme& theme, const TextRows& rows, std::u32string_view text, ImVec2 at) {
  if (text.find_first_of(U"[{") == std::u32string_view::npos) return;
  const TextRange seen = rows.rows_between(list->GetClipRectMin().y - at.y, list->GetClipRectMax().y - at.y);
  TextRange paragraph;
  std::vector<TextRange> blanks;
  for (size_t i = seen.begin; i < seen.end; ++i) {
    const TextRow row = rows.row(i);
    if (i == seen.begin || row.begin > paragraph.end) {
      paragraph = paragraph_around(text, row.begin);
      blanks = blanks_in(text.substr(paragraph.begin, paragraph.end - paragraph.begin));
    }
    for (const TextRange& blank : blanks) {
      const size_t begin = std::max(row.begin, paragraph.begin + blank.begin);
      const size_t end = std::min(row.end, paragraph.begin + blank.end);
      if (begin >= end) continue;
      const RowBox box = rows.box(i);
      const BlankLook look = look_of_blank_at(theme, text, paragraph.begin + blank.begin);
      draw_blank(list, theme, {at.x + x_in_row(rows, text, i, begin), at.y + box.top},
                 {at.x + x_in_row(rows, text, i, end), at.y + box.top + box.height}, look);
    }
  }
}

}  // namespace canvasbook
