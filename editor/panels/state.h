// What the panels at the sides of the window keep from frame to frame.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/review/groups.h"
#include "model/review/progress.h"

namespace canvasbook {

// A rectangle of a page in points.
struct PageMark {
  size_t page = 0;
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;
};

// The findings of a document, as the review lists them.
struct ListedFindings {
  std::string document;  // id
  std::string title;
  Progress progress;
  std::vector<FindingGroup> groups;  // they point into Session::findings()
  size_t count = 0;                  // that count, see groups.h
  size_t places = 0;                 // that the author has not filled in, which are listed too but have a number apart
};

// Where one is: the item or else the block, and the section, by their ids; empty for none.
struct ReviewedPlace {
  std::string item;
  std::string section;

  bool operator==(const ReviewedPlace&) const = default;
};

struct PanelState {
  // Guide: what it speaks of; it begins at its top for each.
  std::string guide_place;

  // Review: the finding that was gone to last, where it stood in the list and which of its places was shown; where
  // that led to; how many findings are listed, what is unfolded.
  std::string finding;
  ReviewedPlace finding_led_to;
  size_t finding_place = 0;
  std::optional<size_t> finding_item;  // nothing where it was not gone to yet
  bool shows_finding = false;          // the list brings it into view
  std::set<std::string> unfolded;
  size_t findings_listed = 0;
  bool dismissed_is_open = false;
  std::vector<ListedFindings> listed;
  std::optional<std::uint64_t> listed_version;  // of the findings and of the workbook that are listed
  std::uint64_t listed_revision = 0;

  // Preview: what is marked, for which pages; the panel is then wider.
  bool preview_is_large = false;
  bool preview_was_large = false;     // in the last frame, as the next
  float preview_width = 0;            // of the room for a page, pixels; 0 before the first
  float preview_top = 0;              // at the upper edge: pages before it, and how much of one
  bool preview_mark_in_view = false;  // in the last frame
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
