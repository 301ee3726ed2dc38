#include "editor/items/sheet_columns.h"

#include <algorithm>
#include <cmath>

#include "editor/dialogs/choices.h"
#include "editor/frame/popup_menu.h"
#include "model/kinds/item_lists.h"

namespace canvasbook {

namespace {

constexpr float least_width = 128;  // logical pixels, as all below
constexpr float least_share = 44;   // of a part of the width
constexpr float least_date = 184;   // so that a date in words fits
constexpr int usual_share = 2;

constexpr ColumnType all_types[] = {ColumnType::text, ColumnType::number, ColumnType::money, ColumnType::percent,
                                    ColumnType::date, ColumnType::choice, ColumnType::check, ColumnType::touchpoint};

int share_of(const SheetColumn& column) { return column.share > 0 ? column.share : usual_share; }

const Sheet& edited(const ItemDrawing& drawing) { return std::get<Sheet>(drawing.session.section()->content); }

void record(const ItemDrawing& drawing, Sheet sheet, const char* step) {
  drawing.session.record_content(std::move(sheet), step, {});
}

// Names become links to touchpoints and the other way round.
Sheet with_column_type(Session& session, Sheet sheet, SheetColumn column, ColumnType type) {
  if (column.type == type) return sheet;
  if (column.type == ColumnType::touchpoint) {
    sheet = with_touchpoint_names(std::move(sheet), *session.touchpoint_names(), column.id);
  }
  column.type = type;
  sheet = set_column(std::move(sheet), column);
  if (type != ColumnType::touchpoint) return sheet;
  return with_touchpoint_links(std::move(sheet), session.touchpoints(), column.id);
}

void take_out(const ItemDrawing& drawing, const std::string& column) {
  Session& session = drawing.session;
  session.pause_writing();
  const auto& columns = edited(drawing).columns;
  const auto place = std::ranges::find(columns, column, &SheetColumn::id) - columns.begin();
  record(drawing, remove_column(edited(drawing), column), "step.remove_column");
  session.view.selected.clear();
  session.view.cursor.clear();
  session.view.field.clear();
  const auto& left = edited(drawing).columns;
  if (left.empty()) return;
  session.point_at({left[std::min(static_cast<size_t>(place), left.size() - 1)].id, "title"});
}

}  // namespace

const Sheet& shown_sheet(const ItemDrawing& drawing) {
  const Section& section = drawing.state.section ? **drawing.state.section : drawing.section;
  return std::get<Sheet>(section.content);
}

const SheetColumn* shown_title(const ItemDrawing& drawing, const FieldPlace& place) {
  return place.field == "title" ? find_item(shown_sheet(drawing).columns, place.item) : nullptr;
}

const char* column_type_key(ColumnType type) {
  switch (type) {
    case ColumnType::text:
      return "items.column.text";
    case ColumnType::number:
      return "items.column.number";
    case ColumnType::money:
      return "items.column.money";
    case ColumnType::percent:
      return "items.column.percent";
    case ColumnType::date:
      return "items.column.date";
    case ColumnType::choice:
      return "items.column.choice";
    case ColumnType::check:
      return "items.column.check";
    case ColumnType::touchpoint:
      break;
  }
  return "items.column.touchpoint";
}

float least_column_width(const ItemDrawing& drawing, const SheetColumn& column) {
  const float by_type = column.type == ColumnType::date ? least_date : least_width;
  return drawing.px(std::max(by_type, least_share * static_cast<float>(share_of(column))));
}

std::vector<float> column_widths(const ItemDrawing& drawing, const Sheet& sheet, float width) {
  // Columns that would get less than their least get that; the others share what is left.
  std::vector<float> widths(sheet.columns.size(), 0);
  float room = width;
  bool again = true;
  while (again) {
    again = false;
    int shares = 0;
    for (size_t i = 0; i < widths.size(); ++i) shares += widths[i] > 0 ? 0 : share_of(sheet.columns[i]);
    for (size_t i = 0; i < widths.size(); ++i) {
      const float least = least_column_width(drawing, sheet.columns[i]);
      if (widths[i] > 0 || room * static_cast<float>(share_of(sheet.columns[i])) / static_cast<float>(shares) >= least)
        continue;
      widths[i] = least;
      room -= least;
      again = true;
      break;
    }
    if (again) continue;
    for (size_t i = 0; i < widths.size(); ++i) {
      if (widths[i] <= 0) {
        widths[i] = std::floor(room * static_cast<float>(share_of(sheet.columns[i])) / static_cast<float>(shares));
      }
    }
  }
  return widths;
}

void insert_column(const ItemDrawing& drawing, size_t position) {
  Session& session = drawing.session;
  session.pause_writing();
  SheetColumn column;
  column.id = session.ids().next();
  column.share = usual_share;
  const std::string id = column.id;
  record(drawing, add_column(edited(drawing), std::move(column), position), "step.add_column");
  session.begin_field({id, "title"});
}

void shift_column(const ItemDrawing& drawing, const std::string& column, int step) {
  drawing.session.pause_writing();
  record(drawing, move_column(edited(drawing), column, step), "step.move_column");
  drawing.session.point_at({column, "title"});
}

void set_sheet_layout(const ItemDrawing& drawing, SheetLayout layout) {
  drawing.session.pause_writing();
  Sheet changed = edited(drawing);
  changed.layout = layout;
  record(drawing, std::move(changed), "step.sheet_layout");
}

void open_column_menu(const ItemDrawing& drawing, const std::string& column, ImVec2 at) {
  drawing.session.point_at({column, "title"});
  drawing.state.menu = {"column", {column, "title"}, at, true};
}

void draw_column_menu(const ItemDrawing& drawing) {
  KindMenu& menu = drawing.state.menu;
  if (menu.name == "column" && std::exchange(menu.opens, false)) ImGui::OpenPopup("sheet/column");
  if (!ImGui::IsPopupOpen("sheet/column")) return;
  const Catalog& words = drawing.words();
  const Sheet& sheet = edited(drawing);
  const auto found = std::ranges::find(sheet.columns, menu.of.item, &SheetColumn::id);
  if (found == sheet.columns.end()) return;
  const SheetColumn& column = *found;
  const auto place = static_cast<size_t>(found - sheet.columns.begin());
  enum Row {
    rename,
    line_1,
    first_type,
    choices = first_type + 8,
    line_2,
    left,
    right,
    move_left,
    move_right,
    remove,
    line_3,
    table,
    cards
  };
  std::vector<MenuRow> rows;
  const auto add = [&](const char* key, bool enabled = true, bool checked = false, char32_t icon = 0) {
    rows.push_back({std::string("sheet/") + key, words.text(key), {}, icon, enabled, checked});
  };
  add("items.rename_column");
  rows.emplace_back();
  for (const ColumnType type : all_types) add(column_type_key(type), true, column.type == type);
  add("items.choices", column.type == ColumnType::choice);
  rows.emplace_back();
  add("items.column_left", true, false, icons::add);
  add("items.column_right", true, false, icons::add);
  add("items.move_column_left", place > 0, false, icons::arrow_back);
  add("items.move_column_right", place + 1 < sheet.columns.size(), false, icons::arrow_forward);
  add("items.remove_column", true, false, icons::remove);
  rows.emplace_back();
  add("items.print_table", true, sheet.layout == SheetLayout::table);
  add("items.print_cards", true, sheet.layout == SheetLayout::cards);
  ImGui::SetNextWindowPos(menu.at, ImGuiCond_Appearing);
  const int chosen = popup_menu(drawing.app, "sheet/column", rows);
  if (chosen < 0) return;
  if (chosen >= first_type && chosen < choices) {
    return record(drawing, with_column_type(drawing.session, sheet, column, all_types[chosen - first_type]),
                  "step.column_type");
  }
  switch (chosen) {
    case rename:
      return drawing.session.begin_field({column.id, "title"});
    case choices:
      return drawing.app.show_dialog(make_choices_dialog(drawing.app, column));
    case left:
      return insert_column(drawing, place);
    case right:
      return insert_column(drawing, place + 1);
    case move_left:
      return shift_column(drawing, column.id, -1);
    case move_right:
      return shift_column(drawing, column.id, 1);
    case remove:
      return take_out(drawing, column.id);
    case table:
      return set_sheet_layout(drawing, SheetLayout::table);
    case cards:
      return set_sheet_layout(drawing, SheetLayout::cards);
    default:
      return;
  }
}

}  // namespace canvasbook
