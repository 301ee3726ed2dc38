#include "editor/window_place.h"

#include <algorithm>

namespace canvasbook {

namespace {

// Fits a stretch into a room between two margins; `from` and `length` are changed.
void fit_stretch(int room_from, int room, int margin_before, int margin_behind, int& from, int& length) {
  length = std::min(length, std::max(1, room - margin_before - margin_behind));
  const int first = room_from + margin_before;
  const int last = room_from + room - margin_behind - length;
  from = std::clamp(from, first, std::max(first, last));
}

}  // namespace

bool belongs_to(const WorkArea& area, const WindowPlace& place) {
  const int middle = place.x + place.width / 2;
  const bool across = middle >= area.x && middle < area.x + area.width;
  return across && place.y >= area.y && place.y < area.y + area.height;
}

WindowPlace fitted_into(const WorkArea& area, const WindowFrame& frame, WindowPlace place) {
  fit_stretch(area.x, area.width, frame.left, frame.right, place.x, place.width);
  fit_stretch(area.y, area.height, frame.top, frame.bottom, place.y, place.height);
  return place;
}

}  // namespace canvasbook
