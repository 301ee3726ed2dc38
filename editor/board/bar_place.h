// Where the bar at a note stands: near its note, and over nothing that is read or pressed.
#pragma once

#include <span>
#include <vector>

#include "editor/board/state.h"

namespace canvasbook {

// One of the forms that a bar can take, in pixels.
struct BarForm {
  ImVec2 size;
  float dislike = 0;  // how much farther away a better one may stand instead
};

// What is around a bar, in rectangles and pixels of the screen.
struct BarSurroundings {
  BlockPlace room;                 // it stays inside
  BlockPlace card;                 // its note, from which it keeps `gap` wherever it can
  std::vector<BlockPlace> never;   // not to be covered while there is any other place
  std::vector<BlockPlace> spared;  // covered only where every place in reach covers one, and then the least
  float gap = 0;
  float step = 1;   // by which places are tried
  float reach = 0;  // how far from the card they are
};

struct BarPlace {
  size_t form = 0;
  ImVec2 from;
};

// The nearest free place of the form that is liked best; the same for the same surroundings. `forms` are not empty.
BarPlace place_bar(const BarSurroundings& around, std::span<const BarForm> forms);

}  // namespace canvasbook
