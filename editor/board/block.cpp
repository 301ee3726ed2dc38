// A block of the board: its ground, its head, its notes, and its question while it has none.
#include <algorithm>
#include <cmath>

#include "editor/board/drawing.h"
#include "editor/board/zoom.h"
#include "editor/frame/tooltip.h"
#include "export/icons.h"

namespace canvasbook {

namespace {

// Colours that tell the blocks apart at a glance, in the order of filling; they mean nothing.
Colour tint_of_block(const Block& block) {
  constexpr Colour tints[] = {Colour::blue,  Colour::red,    Colour::orange, Colour::yellow, Colour::green,
                              Colour::green, Colour::violet, Colour::violet, Colour::none};
  return block.order <= 0 ? Colour::none : tints[static_cast<size_t>(block.order - 1) % std::size(tints)];
}

bool has_icon(const BoardDrawing& drawing, const Block& block) {
  return drawing.app.settings.icons_shown && icon_code_point(block.icon) != 0;
}

bool has_number(const BoardDrawing& drawing, const Block& block) {
  return drawing.app.settings.numbers_shown && block.order > 0;
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

// Icon and number of a block, in a square at the left of the title.
void draw_sign(const BoardDrawing& drawing, const Block& block, ImVec2 block_from, float zoom) {
  const Theme& theme = drawing.theme;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const auto px = [&](float logical) { return theme.px(logical) * zoom; };
  const CardColours& tint = theme.colours.of(tint_of_block(block));
  const bool dark = theme.name == ThemeName::dark;
  const ImU32 ink = dark ? tint.text : tint.mark;
  const ImU32 on_ink = dark ? tint.fill : IM_COL32_WHITE;
  const bool numbered = has_number(drawing, block);
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
  if (hovered) tooltip(drawing.app, drawing.app.catalog().text("note.add"));
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

void view_block(const BoardDrawing& drawing, const Block& block, BlockLayout& layout, BoardHover& hover) {
  const Theme& theme = drawing.theme;
  Session& session = drawing.session;
  const float zoom = layout.zoom;
  const auto px = [&](float logical) { return theme.px(logical) * zoom; };
  ImDrawList* list = ImGui::GetWindowDrawList();
  const bool chosen =
      drawing.state.drop_block ? drawing.state.drop_block == block.id : session.view().block == block.id;
  const bool legible = zoom >= least_legible_zoom;
  if (legible) {
    draw_shadow(list, theme, {layout.from.x, layout.from.y + theme.px(2)}, {layout.to.x, layout.to.y + theme.px(2)},
                theme.px(7) * std::max(1.0F, zoom), 0.08F);
  }
  list->AddRectFilled(layout.from, layout.to, theme.colours.panel, px(12));
  list->AddRect(layout.from, layout.to, chosen ? theme.colours.accent : theme.colours.border, px(12), 0,
                theme.px(chosen ? 2.0F : 1.0F));
  draw_sign(drawing, block, layout.from, zoom);
  ImFont* font = board_fonts(theme, zoom).small_bold;
  const ImVec2 title_at{layout.from.x + layout.title.left * zoom, layout.from.y + layout.title.top * zoom};
  {
    const ScaledDrawing scaled(title_at, zoom);
    wrapped_text(list, font, title_at, layout.title.width, theme.colours.text, block.title);
  }
  drawing.app.parts.add("block/" + block.id, layout.from, layout.to);
  const BlockPlace add = add_button_place(theme, layout);
  const bool pressed = add_button(drawing, block, add.from, {add.to.x - add.from.x, add.to.y - add.from.y}, zoom);
  if (pressed) session.add_note(block.id);
  view_notes(drawing, &block, layout, hover);
  if (block.notes.empty() && legible) view_question(drawing, block, layout);
}

}  // namespace canvasbook
