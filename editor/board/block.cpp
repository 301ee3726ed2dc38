// A block of the board: its ground, its head, its notes, and its question while it has none.
#include <algorithm>
#include <cmath>

#include "editor/board/drawing.h"
#include "editor/board/zoom.h"
#include "editor/frame/tooltip.h"
#include "export/icons.h"

namespace canvasbook {

namespace {

constexpr int most_title = 28;  // halves of logical pixels
constexpr int least_title = 22;

float widest_word(ImFont* font, float size, const std::string& title) {
  float widest = 0;
  for (size_t at = 0; at < title.size();) {
    const size_t end = std::min(title.find(' ', at), title.size());
    widest = std::max(widest, width_of_line(font, std::string_view(title).substr(at, end - at), size));
    at = end + 1;
  }
  return widest;
}

float title_height(const Theme& theme, const std::string& title, float size, float room) {
  return theme.fonts.small_bold->CalcTextSizeA(size, 1e6F, room, title.c_str()).y;
}

// Whether a title fits the head of its block without cutting a word.
bool title_fits(const Theme& theme, const std::string& title, float size, float room) {
  return widest_word(theme.fonts.small_bold, size, title) <= room &&
         title_height(theme, title, size, room) <= theme.px(head_height - 6);
}

// Colours that tell the blocks apart at a glance, in the order of filling; they mean nothing.
Colour tint_of_block(const Block& block) {
  constexpr Colour tints[] = {Colour::blue,  Colour::red,    Colour::orange, Colour::yellow, Colour::green,
                              Colour::green, Colour::violet, Colour::violet, Colour::none};
  return block.order <= 0 ? Colour::none : tints[static_cast<size_t>(block.order - 1) % std::size(tints)];
}

struct Head {
  float title_left = 0;  // pixels at 100 %
  float title_room = 0;
};

bool has_icon(const BoardDrawing& drawing, const Block& block) {
  return drawing.app.settings.icons_shown && icon_code_point(block.icon) != 0;
}

bool has_number(const BoardDrawing& drawing, const Block& block) {
  return drawing.app.settings.numbers_shown && block.order > 0;
}

Head head_of(const BoardDrawing& drawing, const Block& block, float width, BlockHead kind) {
  const Theme& theme = drawing.theme;
  const bool has_sign = kind == BlockHead::full && (has_icon(drawing, block) || has_number(drawing, block));
  Head head;
  head.title_left = theme.px(has_sign ? 48.0F : kind == BlockHead::bare ? 10.0F : 13.0F);
  head.title_room = width - head.title_left - theme.px(kind == BlockHead::bare ? 8.0F : 38.0F);
  return head;
}

// The width of the last line of a title.
float last_line(ImFont* font, float size, const std::string& title, float room) {
  const char* at = title.data();
  const char* const end = at + title.size();
  while (true) {
    const char* next = font->CalcWordWrapPositionA(size / font->FontSize, at, end, room);
    if (next == end || next == at) break;
    at = next;
    while (at < end && *at == ' ') ++at;
  }
  return width_of_line(font, {at, end}, size);
}

constexpr float small_add = 26;  // logical pixels: the button for a note behind a title

// Whether a narrow head has room for the button behind the last word of its title.
bool has_room_to_add(const BoardDrawing& drawing, const Block& block, float width) {
  const Head head = head_of(drawing, block, width, BlockHead::bare);
  const float used = last_line(drawing.theme.fonts.small_bold, drawing.state.title_size, block.title, head.title_room);
  return head.title_left + used + drawing.theme.px(small_add + 6) <= width;
}

void draw_number(const BoardDrawing& drawing, const Block& block, ImVec2 centre, float zoom, ImU32 fill, ImU32 ink) {
  const Theme& theme = drawing.theme;
  const auto px = [&](float logical) { return theme.px(logical) * zoom; };
  ImDrawList* list = ImGui::GetWindowDrawList();
  ImFont* font = theme.fonts.small_bold;
  const std::string number = std::to_string(block.order);
  list->AddCircleFilled(centre, px(9), theme.colours.panel);
  list->AddCircleFilled(centre, px(8), fill);
  const float size = px(11);
  const ImVec2 text = size_of_line(font, number, size);
  list->AddText(font, size, {centre.x - text.x / 2, centre.y - text.y / 2}, ink, number.c_str());
}

// Icon and number of a block: in a square at the left of the title, or the number alone on the block's edge.
void draw_sign(const BoardDrawing& drawing, const Block& block, ImVec2 block_from, float zoom) {
  const Theme& theme = drawing.theme;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const auto px = [&](float logical) { return theme.px(logical) * zoom; };
  const CardColours& tint = theme.colours.of(tint_of_block(block));
  const bool dark = theme.name == ThemeName::dark;
  const ImU32 ink = dark ? tint.text : tint.mark;
  const ImU32 on_ink = dark ? tint.fill : IM_COL32_WHITE;
  const bool numbered = has_number(drawing, block);
  if (drawing.state.head != BlockHead::full) {
    if (numbered) draw_number(drawing, block, {block_from.x + px(16), block_from.y + px(1)}, zoom, ink, on_ink);
    return;
  }
  if (!numbered && !has_icon(drawing, block)) return;
  const float side = px(28);
  const ImVec2 from{block_from.x + px(10), block_from.y + px(9)};
  const ImVec2 to{from.x + side, from.y + side};
  const ImVec2 centre{from.x + side / 2, from.y + side / 2};
  list->AddRectFilled(from, to, tint.fill, px(8));
  if (has_icon(drawing, block)) {
    draw_icon(list, theme.fonts.text, px(18), centre, ink, icon_code_point(block.icon));
    if (numbered) draw_number(drawing, block, {to.x - px(4), to.y - px(3)}, zoom, ink, on_ink);
    return;
  }
  ImFont* font = theme.fonts.small_bold;
  const std::string number = std::to_string(block.order);
  const float size = font->FontSize * zoom;
  const ImVec2 text = size_of_line(font, number, size);
  list->AddText(font, size, {centre.x - text.x / 2, centre.y - text.y / 2}, ink, number.c_str());
}

bool add_button(const BoardDrawing& drawing, const Block& block, ImVec2 from, ImVec2 size, float zoom) {
  const Theme& theme = drawing.theme;
  const std::string key = "block/" + block.id + "/add";
  ImGui::SetCursorScreenPos(from);
  const bool pressed = invisible_button(key.c_str(), size);
  drawing.app.parts.add_last(key);
  const bool hovered = ImGui::IsItemHovered();
  if (hovered) tooltip(drawing.app, drawing.app.catalog().text("command.add_note"));
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (hovered) list->AddRectFilled(from, {from.x + size.x, from.y + size.y}, theme.colours.hover, theme.px(8) * zoom);
  draw_icon(list, theme.fonts.text, theme.px(19) * zoom, {from.x + size.x / 2, from.y + size.y / 2},
            hovered ? theme.colours.accent : theme.colours.muted, icons::add);
  return pressed;
}

bool board_is_empty(const Board& board) {
  return board.parking.empty() &&
         std::ranges::all_of(board.blocks, [](const Block& block) { return block.notes.empty(); });
}

// The question of an empty block, and in the first block of an empty board what to do first.
void view_question(const BoardDrawing& drawing, const Block& block, const BlockLayout& layout) {
  const Theme& theme = drawing.theme;
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->PushClipRect(layout.inner_from, layout.inner_to, true);
  const ImVec2 at{layout.inner_from.x + theme.px(14) * layout.zoom, layout.inner_from.y + theme.px(4) * layout.zoom};
  {
    const ScaledDrawing scaled(at, layout.zoom);
    const float room = (layout.inner_to.x - layout.inner_from.x) / layout.zoom - 2 * theme.px(14);
    float y = at.y;
    if (board_is_empty(drawing.board) && blocks_in_order(drawing.board).front()->id == block.id) {
      y += wrapped_text(list, board_fonts(theme, layout.zoom).small_bold, {at.x, y}, room, theme.colours.accent,
                        drawing.app.catalog().text("tip.start")) +
           theme.px(8);
    }
    if (drawing.app.settings.hints_shown && !block.question.empty()) {
      wrapped_text(list, board_fonts(theme, layout.zoom).small, {at.x, y}, room, theme.colours.faint, block.question);
    }
  }
  list->PopClipRect();
}

}  // namespace

BlockHead head_of_width(const BoardState& state, float width) {
  if (state.head != BlockHead::bare) return state.head;
  return width <= state.bare_width ? BlockHead::bare : BlockHead::plain;
}

float block_foot(const BoardDrawing& drawing, const Block& block, float width) {
  const bool below = head_of_width(drawing.state, width) == BlockHead::bare && !has_room_to_add(drawing, block, width);
  return drawing.theme.px(below ? 36.0F : 6.0F);
}

void fit_heads(const BoardDrawing& drawing) {
  const Theme& theme = drawing.theme;
  BoardState& state = drawing.state;
  const auto width_of = [&](const Block& block) {
    const BlockPlace place = place_of_block(drawing.board, block.place, theme, state.size);
    return place.to.x - place.from.x;
  };
  const auto block_fits = [&](const Block& block, float size) {
    const float width = width_of(block);
    return title_fits(theme, block.title, size, head_of(drawing, block, width, head_of_width(state, width)).title_room);
  };
  for (const BlockHead kind : {BlockHead::full, BlockHead::plain, BlockHead::bare}) {
    state.head = kind;
    for (int doubled = most_title; doubled >= least_title; --doubled) {
      state.title_size = theme.px(static_cast<float>(doubled)) / 2;
      if (std::ranges::all_of(drawing.board.blocks,
                              [&](const Block& block) { return block_fits(block, state.title_size); })) {
        return;
      }
    }
    state.bare_width = 0;
    for (const Block& block : drawing.board.blocks) {
      if (!block_fits(block, state.title_size)) state.bare_width = std::max(state.bare_width, width_of(block));
    }
  }
}

void view_block(const BoardDrawing& drawing, const Block& block, BlockLayout& layout, BoardHover& hover) {
  const Theme& theme = drawing.theme;
  Session& session = drawing.session;
  const float zoom = layout.zoom;
  const auto px = [&](float logical) { return theme.px(logical) * zoom; };
  ImDrawList* list = ImGui::GetWindowDrawList();
  const bool chosen = drawing.state.drop_block ? drawing.state.drop_block == block.id : session.view.block == block.id;
  const bool legible = zoom >= least_legible_zoom;
  if (legible) {
    draw_shadow(list, theme, {layout.from.x, layout.from.y + theme.px(2)}, {layout.to.x, layout.to.y + theme.px(2)},
                theme.px(7) * std::max(1.0F, zoom), 0.08F);
  }
  list->AddRectFilled(layout.from, layout.to, theme.colours.panel, px(12));
  list->AddRect(layout.from, layout.to, chosen ? theme.colours.accent : theme.colours.border, px(12), 0,
                theme.px(chosen ? 2.0F : 1.0F));
  const float width = (layout.to.x - layout.from.x) / zoom;
  const BlockHead kind = head_of_width(drawing.state, width);
  const Head head = head_of(drawing, block, width, kind);
  draw_sign(drawing, block, layout.from, zoom);
  const float title_size = drawing.state.title_size;
  const float height = title_height(theme, block.title, title_size, head.title_room);
  const ImVec2 title_at{layout.from.x + head.title_left * zoom,
                        layout.from.y + std::floor((theme.px(head_height) - height) / 2) * zoom};
  list->PushClipRect(layout.from, {layout.to.x, layout.from.y + px(head_height)}, true);
  list->AddText(board_fonts(theme, zoom).small_bold, title_size * zoom, title_at, theme.colours.text,
                block.title.c_str(), nullptr, head.title_room * zoom);
  list->PopClipRect();
  drawing.app.parts.add("block/" + block.id, layout.from, layout.to,
                        title_fits(theme, block.title, title_size, head.title_room));
  ImVec2 add_at{layout.to.x - px(38), layout.from.y + px(8)};
  ImVec2 add_size{px(30), px(30)};
  if (kind == BlockHead::bare && has_room_to_add(drawing, block, width)) {
    const float line = title_at.y + height * zoom - title_size * zoom / 2;
    add_at = {layout.to.x - px(small_add + 4), line - px(small_add / 2)};
    add_size = {px(small_add), px(small_add)};
  } else if (kind == BlockHead::bare) {
    add_at = {layout.from.x + px(4), layout.to.y - px(32)};
    add_size = {layout.to.x - layout.from.x - px(8), px(28)};
  }
  const bool pressed = add_button(drawing, block, add_at, add_size, zoom);
  if (pressed) session.add_note(block.id);
  view_notes(drawing, &block, layout, hover);
  if (block.notes.empty() && legible) view_question(drawing, block, layout);
}

}  // namespace canvasbook
