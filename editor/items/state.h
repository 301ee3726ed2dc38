// What the view of a section of items remembers from frame to frame.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "editor/parts/text_at_rest.h"
#include "editor/session/cached.h"
#include "model/item_edits.h"
#include "model/kinds/checklist_score.h"
#include "model/module_uses.h"
#include "model/touchpoints.h"

namespace canvasbook {

enum class CellStyle { body, strong, small, heading };

// A text in a row. Lengths are pixels from the row's left and top edge.
struct ItemCell {
  FieldPlace place;
  const std::string* text = nullptr;  // lives as long as the section that was laid out
  CellStyle style = CellStyle::body;
  std::string_view placeholder;  // catalog key of what stands in its place while it is empty
  float left = 0;
  float width = 0;
  float indent = 0;  // room in front of the text, for a number or a mark
  float top = 0;
  float height = 0;
  float after = 0;       // room behind the text
  bool is_link = false;  // the text is that of what the cell links to
};

// `plain`: texts on the sheet; `card`: on a card of their own; `table`: with lines around the cells; `table_head`: the
// titles above these; `heading`: of a group.
enum class RowLook { plain, card, table, table_head, heading };

struct ItemRow {
  std::string item;  // that is chosen and dragged by the row's handle; empty for none
  RowLook look = RowLook::card;
  std::vector<ItemCell> cells;
  float foot = 0;  // room below the texts, for what the kind draws
  float top = 0;   // of the row in the list
  float height = 0;
  std::string_view tag = {};  // what the kind knows a row by that stands for no item
  size_t outer = 0;           // where the item is in the lists of its kind
  size_t inner = 0;
};

// A menu of a kind's own, and what it is of.
struct KindMenu {
  std::string name;
  FieldPlace of;
  ImVec2 at;
  bool opens = false;
};

struct ItemState {
  std::optional<Shared<Section>> section;  // that the rows are of; keeps their texts alive
  ImFont* font = nullptr;
  float font_size = 0;
  float width = 0;
  std::vector<ItemRow> rows;
  float height = 0;  // of all rows

  std::unordered_map<std::uint64_t, float> heights;    // of texts that were measured
  std::map<std::string, TextAtRest> texts;             // of cells that were drawn lately, by "item/field"
  Cached<ModuleUses> uses;                             // of the workbook
  std::shared_ptr<const TouchpointNames> touchpoints;  // that cells were laid out with
  std::string dragged;                                 // item that follows the mouse; empty for none
  std::string menu_of;                                 // item whose menu is open
  bool opens_cell = false;                             // Enter was pressed at the cursor
  ImVec2 rows_from;                                    // where the rows were drawn last
  KindMenu menu;
  bool on_trial = false;  // a check list is being tried out
  ChecklistScore score;   // of the check list, see score_of
  std::optional<Shared<Section>> scored;
  bool trial_from_least = false;  // the worst points count nothing

  void forget_workbook() { *this = {}; }
  void forget_fonts() { *this = {}; }
};

}  // namespace canvasbook
