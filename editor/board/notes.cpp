// The notes of a block or of the parking lot: those that show.
#include <imgui_internal.h>

#include <algorithm>

#include "editor/board/note.h"

namespace canvasbook {

void view_notes(const BoardDrawing& drawing, const Block* block, BlockLayout& layout, BoardHover& hover) {
  Session& session = drawing.session;
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool accepts_mouse =
      ImGui::IsWindowHovered() && !ImGui::IsAnyItemHovered() && contains(layout.inner_from, layout.inner_to, mouse);
  if (accepts_mouse) {
    hover.block = &layout;
    hover.on_canvas = true;
  }
  const bool at_rest = drawing.state.doing == BoardState::Doing::nothing;
  const std::optional<size_t> hovered = accepts_mouse && at_rest ? card_at(layout, mouse) : std::nullopt;
  const ImVec2 clip_from = ImGui::GetWindowDrawList()->GetClipRectMin();
  const ImVec2 clip_to = ImGui::GetWindowDrawList()->GetClipRectMax();
  const std::string written = session.view().editing == Editing::note ? session.view().edited : std::string();
  bool written_is_drawn = written.empty();
  visit_cards(layout, clip_from.y, clip_to.y, [&](size_t index) {
    const Note& note = (*layout.notes)[index];
    if (note.id == written) written_is_drawn = true;
    const bool dimmed = !session.view().dimmed_for.empty() && !serves(block, note, session.view().dimmed_for);
    draw_card(drawing, block, layout, index, {session.view().selected.contains(note.id), hovered == index, dimmed});
  });
  // What is written must take the keys even where it was scrolled away.
  if (written_is_drawn) return;
  const auto found = std::ranges::find(*layout.notes, written, &Note::id);
  if (found != layout.notes->end()) {
    draw_card(drawing, block, layout, static_cast<size_t>(found - layout.notes->begin()), {true, false, false});
  }
}

}  // namespace canvasbook
