#include "editor/board/card.h"

#include <algorithm>

#include "editor/parts/widgets.h"

namespace canvasbook {

std::string caption_of(const IdIndex<Note>& notes, const BoardLook& look, const Block* block, const Note& note) {
  if (block == nullptr) return {};
  std::string caption;
  for (const std::string& part : note_captions(IdIndex(block->types), notes, note, look.causes)) {
    caption += (caption.empty() ? "" : " · ") + part;
  }
  return caption;
}

std::vector<Sign> signs_of(const Theme& theme, const Note& note, const std::vector<const Segment*>& marks) {
  const float size = theme.px(mark_height);
  std::vector<Sign> signs;
  if (!note.details.empty()) signs.push_back({nullptr, size});
  for (const Segment* segment : marks) signs.push_back({segment, segment_sign_width(theme, *segment, size)});
  return signs;
}

std::vector<std::span<const Sign>> sign_rows(const Theme& theme, std::span<const Sign> signs, float room) {
  const float gap = theme.px(sign_gap);
  std::vector<std::span<const Sign>> rows;
  for (size_t begin = 0; begin < signs.size();) {
    size_t end = begin + 1;
    for (float used = signs[begin].width; end < signs.size(); ++end) {
      used += gap + signs[end].width;
      if (used > room) break;
    }
    rows.push_back(signs.subspan(begin, end - begin));
    begin = end;
  }
  return rows;
}

float width_of_signs(const Theme& theme, std::span<const Sign> signs) {
  float width = -theme.px(sign_gap);
  for (const Sign& sign : signs) width += sign.width + theme.px(sign_gap);
  return width;
}

float segment_sign_width(const Theme& theme, const Segment& segment, float size) {
  const ImVec2 text = size_of_line(theme.fonts.small_bold, segment.mark, size * 0.68F);
  return std::max(size, text.x + size * 0.44F);
}

float draw_segment_sign(ImDrawList* list, const Theme& theme, const Segment& segment, ImVec2 from, float size,
                        bool filled, float alpha) {
  const float letter = size * 0.68F;
  const ImVec2 text = size_of_line(theme.fonts.small_bold, segment.mark, letter);
  const float width = segment_sign_width(theme, segment, size);
  const ImU32 colour = with_alpha(theme.colours.of(segment.colour).mark, alpha);
  const ImVec2 to{from.x + width, from.y + size};
  if (filled) {
    list->AddRectFilled(from, to, colour, size / 2);
  } else {
    list->AddRect({from.x + 1, from.y + 1}, {to.x - 1, to.y - 1}, colour, size / 2, 0, theme.px(1.5F));
  }
  list->AddText(theme.fonts.small_bold, letter, {from.x + (width - text.x) / 2, from.y + (size - text.y) / 2},
                with_alpha(filled ? IM_COL32_WHITE : theme.colours.text, alpha), segment.mark.c_str());
  return width;
}

ImU32 with_alpha(ImU32 colour, float alpha) {
  const auto old = static_cast<float>(colour >> IM_COL32_A_SHIFT & 0xFFU);
  return (colour & ~IM_COL32_A_MASK) | static_cast<ImU32>(old * alpha) << IM_COL32_A_SHIFT;
}

}  // namespace canvasbook
