#include "editor/board/bar_place.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace canvasbook {

namespace {

// What speaks against a place, the worst first: square pixels that it covers, then pixels.
struct Harms {
  float never = std::numeric_limits<float>::max();
  float spared = 0;
  float far = 0;

  bool operator<(const Harms& other) const {
    return std::tie(never, spared, far) < std::tie(other.never, other.spared, other.far);
  }
  bool covers_nothing() const { return never == 0 && spared == 0; }
};

float shared_area(const BlockPlace& bar, const BlockPlace& place) {
  const float width = std::min(bar.to.x, place.to.x) - std::max(bar.from.x, place.from.x);
  const float height = std::min(bar.to.y, place.to.y) - std::max(bar.from.y, place.from.y);
  return width > 0 && height > 0 ? width * height : 0;
}

float covered(const BlockPlace& bar, const std::vector<BlockPlace>& places) {
  float sum = 0;
  for (const BlockPlace& place : places) sum += shared_area(bar, place);
  return sum;
}

BlockPlace grown(const BlockPlace& place, float by) {
  return {{place.from.x - by, place.from.y - by}, {place.to.x + by, place.to.y + by}};
}

float how_far(const BlockPlace& bar, const BlockPlace& card) {
  const float x = std::max({0.0F, card.from.x - bar.to.x, bar.from.x - card.to.x});
  const float y = std::max({0.0F, card.from.y - bar.to.y, bar.from.y - card.to.y});
  return x + y + 0.1F * std::abs(bar.from.x - card.from.x);  // of two that are as near, the one that begins as the card
}

// Where a bar can begin: in line with the card or beside it.
std::vector<float> lefts(const BarSurroundings& around, float width) {
  const BlockPlace& card = around.card;
  return {card.from.x, card.to.x - width, (card.from.x + card.to.x - width) / 2, card.to.x + around.gap,
          card.from.x - around.gap - width};
}

// Below the card, above it and at its height.
std::vector<float> tops(const BarSurroundings& around, float height) {
  const float below = around.card.to.y + around.gap;
  const float above = around.card.from.y - around.gap - height;
  std::vector<float> tops;
  for (int i = 0; static_cast<float>(i) * around.step <= around.reach; ++i) {
    tops.push_back(below + static_cast<float>(i) * around.step);
    tops.push_back(above - static_cast<float>(i) * around.step);
  }
  for (int i = 1; above + static_cast<float>(i) * around.step < below; ++i) {
    tops.push_back(above + static_cast<float>(i) * around.step);
  }
  return tops;
}

float inside(float from, float length, float room_from, float room_to) {
  return std::floor(std::clamp(from, room_from, std::max(room_from, room_to - length)));
}

}  // namespace

BarPlace place_bar(const BarSurroundings& around, std::span<const BarForm> forms) {
  const BlockPlace kept_free = grown(around.card, around.gap - 1);  // places are whole pixels, cards are not
  BarPlace best;
  Harms least;
  for (size_t i = 0; i < forms.size(); ++i) {
    const ImVec2 size = forms[i].size;
    const std::vector<float> heights = tops(around, size.y);
    for (const float left : lefts(around, size.x)) {
      for (const float top : heights) {
        const ImVec2 from{inside(left, size.x, around.room.from.x, around.room.to.x),
                          inside(top, size.y, around.room.from.y, around.room.to.y)};
        const BlockPlace bar{from, {from.x + size.x, from.y + size.y}};
        Harms harms{0, 0, forms[i].dislike + how_far(bar, around.card)};
        if (least.covers_nothing() && harms.far >= least.far) continue;
        harms.never = covered(bar, around.never) + shared_area(bar, kept_free);
        if (harms.never > least.never) continue;
        harms.spared = covered(bar, around.spared);
        if (!(harms < least)) continue;
        least = harms;
        best = {i, from};
      }
    }
  }
  return best;
}

}  // namespace canvasbook
