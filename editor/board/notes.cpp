// The notes of a block or of the parking lot: those that show, in a window that scrolls.
#include <imgui_internal.h>

#include <algorithm>

#include "editor/board/note.h"

namespace canvasbook {

void view_notes(const BoardDrawing& drawing, const Block* block, BlockLayout& layout, BoardHover& hover) {
  const Theme& theme = drawing.theme;
  Session& session = drawing.session;
  const ImVec2 size{layout.inner_to.x - layout.inner_from.x, layout.inner_to.y - layout.inner_from.y};
  if (size.x < 1 || size.y < 1) return;
  ImGui::SetCursorScreenPos(layout.inner_from);
  ImGui::SetNextWindowContentSize({size.x, std::max(1.0F, layout.height * layout.zoom)});
  if (layout.next_scroll) ImGui::SetNextWindowScroll({-1, *layout.next_scroll});
  layout.next_scroll.reset();
  // The scroll bar lies in the room beside the cards, so that they are as wide with it as without.
  const float bar = std::clamp(theme.px(10) * layout.zoom - theme.px(3), theme.px(3), theme.px(8));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_ScrollbarSize, bar);
  const std::string name = "notes/" + (*drawing.state.section)->id + "/" + layout.id;
  ImGui::BeginChild(name.c_str(), size, false, ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav);
  ImGui::PopStyleVar(2);
  layout.scroll = ImGui::GetScrollY();
  const bool accepts_mouse = ImGui::IsWindowHovered() && !ImGui::IsAnyItemHovered();
  if (accepts_mouse) {
    hover.block = &layout;
    hover.on_canvas = true;
  }
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool at_rest = drawing.state.doing == BoardState::Doing::nothing;
  const std::optional<size_t> hovered = accepts_mouse && at_rest ? card_at(layout, mouse) : std::nullopt;
  const ImVec2 clip_from = ImGui::GetWindowDrawList()->GetClipRectMin();
  const ImVec2 clip_to = ImGui::GetWindowDrawList()->GetClipRectMax();
  const std::string written = session.view.editing == Editing::note ? session.view.edited : std::string();
  bool written_is_drawn = written.empty();
  visit_cards(layout, clip_from.y, clip_to.y, [&](size_t index) {
    const Note& note = (*layout.notes)[index];
    if (note.id == written) written_is_drawn = true;
    const bool dimmed = !session.view.dimmed_for.empty() && !serves(block, note, session.view.dimmed_for);
    draw_card(drawing, block, layout, index, {session.view.selected.contains(note.id), hovered == index, dimmed});
  });
  // What is written must take the keys even where it was scrolled away.
  if (!written_is_drawn) {
    const auto found = std::ranges::find(*layout.notes, written, &Note::id);
    if (found != layout.notes->end()) {
      draw_card(drawing, block, layout, static_cast<size_t>(found - layout.notes->begin()), {true, false, false});
    }
  }
  ImGui::EndChild();
}

}  // namespace canvasbook
