// What the view of running text keeps from frame to frame.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "editor/parts/text_at_rest.h"
#include "editor/prose/insert_menu.h"
#include "model/workbook.h"

namespace canvasbook {

// A section of running text that nobody writes in.
struct ProseAtRest {
  std::optional<Shared<Section>> section;
  TextAtRest text;
};

struct ProseState {
  std::map<std::string, ProseAtRest> at_rest;  // by section

  std::optional<InsertMenu> insert_menu;
  std::optional<ImVec2> table_menu_at;  // where it is to open, on the screen

  void forget_workbook() {
    at_rest.clear();
    insert_menu.reset();
    table_menu_at.reset();
  }
  void forget_fonts() { at_rest.clear(); }
};

}  // namespace canvasbook
