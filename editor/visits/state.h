// What the view of visits keeps from frame to frame.
#pragma once

#include <imgui.h>

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "editor/frame/line_field.h"
#include "editor/parts/text_at_rest.h"
#include "editor/session/cached.h"
#include "editor/visits/results_state.h"
#include "model/base/catalog.h"
#include "model/item_edits.h"
#include "model/workbook.h"

namespace canvasbook {

// From one height of the window to another, in pixels; empty for nothing.
struct HeightRange {
  float top = 0;
  float bottom = 0;
};

// All that visits name, each once, in the order of the alphabet.
struct VisitNames {
  std::set<std::string> places;
  std::set<std::string> shoppers;
};

struct VisitsState {
  LineField search;
  bool searches = false;    // the search has the keys
  bool opens = false;       // Enter was pressed at the cursor
  bool opens_menu = false;  // that of the visit at the cursor, at the mouse or at a place
  std::optional<ImVec2> menu_at;
  bool menu_below_row = false;          // its place is known once the row is drawn
  std::optional<size_t> suggested;      // of the names that are offered
  std::optional<double> target_before;  // the target of the visits when the writing of it began
  std::string waits_for_zero;           // the item whose 1 may become ten
  float scroll = 0;                     // of the line that is written
  HeightRange at_cursor;                // where the part at the cursor stands in this frame
  std::string copied;                   // the text of the last copy, and the visits that it stands for
  ItemIds copied_visits;

  Cached<VisitNames> names;  // of the workbook

  std::map<std::string, TextAtRest> texts;  // comments of the visit that is shown, by their part
  std::string texts_of;

  // The visits in the order in which the list shows them, and what they were ordered for.
  std::vector<size_t> order;
  std::optional<Shared<Section>> order_of;
  std::string order_for;
  std::optional<Language> order_in;
  std::optional<VisitsBehind> order_behind;

  void forget_workbook() { *this = {}; }
  void forget_fonts() { texts.clear(); }
};

}  // namespace canvasbook
