#include "editor/board/zoom.h"

#include <imgui_internal.h>

#include <algorithm>
#include <iterator>

#include "editor/board/layout.h"
#include "editor/board/state.h"
#include "editor/frame/app.h"
#include "editor/parts/glyph_atlas.h"

namespace canvasbook {

namespace {

constexpr int zoom_steps[] = {25, 33, 50, 67, 80, 90, 100, 110, 125, 150, 175, 200};

}  // namespace

ScaledDrawing::ScaledDrawing(ImVec2 origin, float scale)
    : origin_(origin),
      scale_(scale),
      list_(ImGui::GetWindowDrawList()),
      first_vertex_(list_->VtxBuffer.Size),
      clip_stack_top_(list_->_ClipRectStack.back()),
      clip_header_(list_->_CmdHeader.ClipRect),
      mouse_(ImGui::GetIO().MousePos),
      clicked_(ImGui::GetIO().MouseClickedPos[0]) {
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  window_clip_ = window->ClipRect.ToVec4();
  if (scale_ == 1) return;
  const auto back = [&](float x, float y) {
    return ImVec2{origin_.x + (x - origin_.x) / scale_, origin_.y + (y - origin_.y) / scale_};
  };
  const auto back_all = [&](const ImVec4& clip) {
    const ImVec2 from = back(clip.x, clip.y);
    const ImVec2 to = back(clip.z, clip.w);
    return ImVec4{from.x, from.y, to.x, to.y};
  };
  // What culls by these reads them at 100 %; the commands that are under way keep the real rectangle.
  list_->_ClipRectStack.back() = back_all(clip_stack_top_);
  list_->_CmdHeader.ClipRect = back_all(clip_header_);
  window->ClipRect = ImRect(back_all(window_clip_));
  list_->_FringeScale = 1 / scale_;
  ImGui::GetIO().MousePos = back(mouse_.x, mouse_.y);
  ImGui::GetIO().MouseClickedPos[0] = back(clicked_.x, clicked_.y);
}

ScaledDrawing::~ScaledDrawing() {
  for (int i = first_vertex_; scale_ != 1 && i < list_->VtxBuffer.Size; ++i) {
    ImVec2& at = list_->VtxBuffer[i].pos;
    at = {origin_.x + (at.x - origin_.x) * scale_, origin_.y + (at.y - origin_.y) * scale_};
  }
  align_letters(*list_, first_vertex_);
  list_->_ClipRectStack.back() = clip_stack_top_;
  list_->_CmdHeader.ClipRect = clip_header_;
  ImGui::GetCurrentWindow()->ClipRect = ImRect(window_clip_);
  list_->_FringeScale = 1;
  ImGui::GetIO().MousePos = mouse_;
  ImGui::GetIO().MouseClickedPos[0] = clicked_;
}

int next_zoom(int percent, int step) {
  if (step > 0) {
    const auto* next = std::ranges::upper_bound(zoom_steps, percent);
    return next == std::end(zoom_steps) ? largest_zoom : *next;
  }
  const auto* next = std::ranges::lower_bound(zoom_steps, percent);
  return next == std::begin(zoom_steps) ? smallest_zoom : *(next - 1);
}

namespace {

// The point of the screen that stays where it is when nobody points at one: the middle of the current block.
ImVec2 point_to_keep(App& app) {
  BoardState& state = app.state<BoardState>();
  const BlockLayout* block = app.session() == nullptr ? nullptr : layout_of_block(state, app.session()->view().block);
  if (block == nullptr || block->id == parking_lot) {
    return {(state.area_from.x + state.area_to.x) / 2, (state.area_from.y + state.area_to.y) / 2};
  }
  return {std::clamp((block->from.x + block->to.x) / 2, state.area_from.x, state.area_to.x),
          std::clamp((block->from.y + block->to.y) / 2, state.area_from.y, state.area_to.y)};
}

void change_zoom(BoardState& state, std::optional<int> percent, ImVec2 fixed) {
  const float before = state.zoom();
  state.chosen_zoom = percent;
  const float grows = state.zoom() / before;
  if (grows == 1) return;
  const ImVec2 inside{fixed.x - state.area_from.x, fixed.y - state.area_from.y};
  state.next_scroll = ImVec2{std::max(0.0F, (state.scroll.x + inside.x) * grows - inside.x),
                             std::max(0.0F, (state.scroll.y + inside.y) * grows - inside.y)};
}

}  // namespace

void set_zoom(App& app, int percent) { set_zoom(app, percent, point_to_keep(app)); }

void set_zoom(App& app, int percent, ImVec2 fixed) {
  change_zoom(app.state<BoardState>(), std::clamp(percent, smallest_zoom, largest_zoom), fixed);
}

void fit_board(App& app) { change_zoom(app.state<BoardState>(), std::nullopt, point_to_keep(app)); }

}  // namespace canvasbook
