// What the panels at the sides of the window keep from frame to frame.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace canvasbook {

// A rectangle of a page in points.
struct PageMark {
  size_t page = 0;
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;
};

struct PanelState {
  // Guide: what it speaks of; it begins at its top for each.
  std::string guide_place;

  // Review: the finding that was gone to last and which of its items, how many findings are listed, what is folded.
  std::string finding;
  size_t finding_item = 0;
  size_t findings_listed = 0;
  bool dismissed_is_open = false;

  // Preview: what is marked, for which pages.
  bool preview_is_large = false;
  std::string preview_item;
  std::uint64_t preview_version = 0;
  std::vector<PageMark> item_marks;
  bool mark_is_shown = false;
  struct Overfull {
    PageMark box;
    std::string item;
  };
  std::vector<Overfull> overfull;

  void forget_workbook() { *this = {}; }
};

}  // namespace canvasbook
