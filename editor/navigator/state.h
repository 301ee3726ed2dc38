// What the navigator remembers from frame to frame. Rows are named by the keys of their parts.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>

namespace canvasbook {

struct NavigatorState {
  std::set<std::string> folded;  // ids of the documents whose sections are hidden
  std::string dragged;           // id of the document or section that follows the mouse; empty for none
  std::string menu_of;           // row whose menu is open
  std::string shown;             // row that was brought into view last
  bool is_fresh = true;          // nothing of the workbook was shown yet: the contents begin at their top
  float title_scroll = 0;        // of the title that is written

  // Sections of the shown document that were chosen with Ctrl or Shift, as long as nothing else is shown or chosen.
  std::set<std::string> selected;
  std::string pressed;     // the section that was pressed last, where Shift begins and Del counts
  std::string shown_then;  // the section and the cursor at that time
  std::string cursor_then;

  // Which titles are wider than a row, by document, section, whether it is one, and whether it is over its limit, which
  // takes some room; as of a revision, in pixels.
  std::map<std::tuple<size_t, size_t, bool, bool>, bool> is_long;
  std::uint64_t measured_revision = 0;
  float measured_width = 0;

  void forget_workbook() { *this = {}; }
  void forget_fonts() { is_long.clear(); }
};

}  // namespace canvasbook
