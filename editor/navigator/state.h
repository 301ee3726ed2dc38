// What the navigator remembers from frame to frame. Rows are named by the keys of their parts.
#pragma once

#include <set>
#include <string>

namespace canvasbook {

struct NavigatorState {
  std::set<std::string> folded;  // ids of the documents whose sections are hidden
  std::string dragged;           // id of the document or section that follows the mouse; empty for none
  std::string menu_of;           // row whose menu is open
  std::string shown;             // row that was brought into view last
  float title_scroll = 0;        // of the title that is written

  void forget_workbook() { *this = {}; }
};

}  // namespace canvasbook
