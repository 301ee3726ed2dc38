// What the view of a section of items remembers from frame to frame.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "editor/items/column_share.h"
#include "editor/parts/text_at_rest.h"
#include "editor/session/cached.h"
#include "model/item_edits.h"
#include "model/kinds/checklist_score.h"
#include "model/module_uses.h"
#include "model/standard_checks.h"
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
  float after = 0;        // room behind the text
  float below = 0;        // room under the cell, for what is drawn there
  bool is_link = false;   // the text is not the cell's own: of what it links to, or calculated
  bool one_line = false;  // cut where it is longer
};

// `plain`: texts on the sheet; `card`: on a card of their own; `line`: on one that is as low as can be; `table`: with
// lines around the cells; `table_head`: the titles above these; `heading`: of a group.
enum class RowLook { plain, card, line, table, table_head, heading };

inline constexpr std::string_view adding_row = "adding";  // tag of a row whose cell adds an item to the list above it

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

// A cell of a table that Tab led to, and the cell of its row in which the run of entries began.
struct TabRun {
  FieldPlace at;
  size_t begin = 0;
};

// A place to fill in that a click has hit which began the writing, in code points of the text.
struct PressedBlank {
  FieldPlace place;
  TextRange range;
};

// What an answer can lead on to, by the id of the section or the cue: its title, its words.
using StepNames = std::unordered_map<std::string, std::string>;

struct ItemState {
  std::optional<Shared<Section>> section;  // that the rows are of; keeps their texts alive
  ImFont* font = nullptr;
  std::vector<ItemRow> rows;
  std::string rows_for;      // what else the rows depend on, see ItemKind::rows_depend_on
  std::string drawn_column;  // whose edge is dragged

  std::unordered_map<std::uint64_t, float> heights;    // of texts that were measured
  std::unordered_map<std::uint64_t, float> words;      // and the widths of their longest words
  std::vector<ColumnWish> columns;                     // of a sheet, what they need of its width
  std::optional<Shared<Section>> columns_of;           // that sheet
  std::string columns_while;                           // and the cell that was written then
  std::deque<std::string> calculated;                  // what calculated cells of the rows show
  std::map<std::string, TextAtRest> texts;             // of cells that were drawn lately, by "item/field"
  Cached<ModuleUses> uses;                             // of the workbook
  Cached<StandardsById> standards;                     // of the workbook
  StepNames step_names;                                // of a document
  std::optional<Shared<Document>> step_names_of;       // that document
  std::shared_ptr<const TouchpointNames> touchpoints;  // that cells were laid out with
  std::string dragged;                                 // item that follows the mouse; empty for none
  std::string menu_of;                                 // item whose menu is to open
  std::optional<ImVec2> menu_at;                       // where it stands if a key opened it
  std::optional<PressedBlank> pressed_blank;           // until the mouse is let go
  std::string told;    // what the status line is to say behind what else this frame says
  TabRun run;          // ends with a click or an arrow
  FieldPlace written;  // the cell that was written in the last frame
  ImVec2 rows_from;    // where the rows were drawn last
  KindMenu menu;
  ChecklistScore score;  // of the check list, see score_of
  std::optional<Shared<Section>> scored;
  std::string trial_left;      // section whose trial run ended as another one was shown
  std::string waits_for_zero;  // the item that got a 1 by the keys on a scale up to 10: a 0 would make that ten
  float font_size = 0;
  float width = 0;
  float moved = 0;                 // how far the row at the cursor went down when they were laid out last
  float height = 0;                // of all rows
  float aside = 0;                 // how far the rows are scrolled sideways below a first column that stays in view
  float drawn_width = 0;           // that it would have, logical pixels
  int drawn_in = 0;                // the frame in which a section of items was drawn last
  bool more_at_side = false;       // of the table, behind its right edge
  bool shows_top = false;          // what stands above the rows comes into view
  bool at_edge = false;            // the mouse is at the edge of a column
  bool asks_for_menu = false;      // the right button went down on no word with a menu of its own
  bool opens_cell = false;         // Enter was pressed at the cursor
  std::string leads_to;            // item elsewhere that a click asked for: gone to once all rows are drawn
  const char* leads_by = nullptr;  // the same: a command that leads elsewhere
  bool on_trial = false;           // a check list is being tried out
  bool trial_from_least = false;   // the worst points count nothing

  void forget_workbook() { *this = {}; }
  void forget_fonts() { *this = {}; }
};

}  // namespace canvasbook
