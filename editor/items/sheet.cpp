// A sheet as a table over the whole width: typed columns with a menu each, a row for each item. See sheet_cells.h and
// sheet_columns.h.
#include <algorithm>
#include <cmath>

#include "editor/frame/popup_menu.h"
#include "editor/frame/tooltip.h"
#include "editor/items/controls.h"
#include "editor/items/kinds.h"
#include "editor/items/sheet_cells.h"
#include "editor/items/sheet_columns.h"
#include "model/kinds/item_lists.h"
#include "model/kinds/sheet_cells.h"
#include "model/kinds/sheet_formulas.h"
#include "model/placeholders.h"

namespace canvasbook {

namespace {

constexpr float menu_room = title_menu_room;
constexpr float menu_size = 22;  // logical pixels, beside the edge of the column

class SheetKind : public ItemKind {
 public:
  float widest() const override { return 0; }

  float least_width(const ItemDrawing& drawing) const override { return least_sheet_width(drawing); }

  std::string rows_depend_on(const ItemDrawing& drawing) const override {
    return std::to_string(drawing.session.sheet_view_version()) + " " + written_cell(drawing.session) + "/" +
           std::string(language_code(drawing.words().language()));  // of what calculated cells lack
  }

  std::vector<ItemRow> rows(const ItemDrawing& drawing, float width) const override {
    const auto& sheet = std::get<Sheet>(drawing.section.content);
    if (sheet.columns.empty()) return {};
    const std::vector<float> widths = column_widths(drawing, sheet, width);
    // While one types all rows but one stay as they are: their memory is used again.
    const std::vector<size_t>& shown = drawing.session.shown_rows();
    std::vector<ItemRow> rows = std::move(drawing.state.rows);
    rows.resize(shown.size() + 1);
    const size_t columns = sheet.columns.size();
    drawing.state.calculated.clear();
    for (size_t r = 0; r < rows.size(); ++r) {
      const SheetRow* one = r == 0 ? nullptr : &sheet.rows[shown[r - 1]];
      ItemRow& row = rows[r];
      row.item = one == nullptr ? std::string() : one->id;
      row.look = one == nullptr ? RowLook::table_head : RowLook::table;
      row.foot = 0;
      row.outer = r == 0 ? 0 : shown[r - 1];
      row.cells.resize(columns);
      float x = 0;
      for (size_t i = 0; i < columns; ++i) {
        const SheetColumn& column = sheet.columns[i];
        ItemCell& cell = row.cells[i];
        cell.left = x;
        cell.width = widths[i];
        cell.after = cell.indent = 0;
        x += widths[i];
        if (one == nullptr) {
          cell.place = {column.id, "title"};
          cell.text = &column.title;
          cell.style = CellStyle::strong;
          cell.placeholder = "items.column_title";
          cell.after = drawing.px(menu_room);
          cell.is_link = false;
          continue;
        }
        cell.place.item = one->id;
        cell.place.field = column.id;
        cell.text = &cell_text(*one, column);
        cell.style = CellStyle::body;
        cell.placeholder = {};
        cell.is_link = column.type == ColumnType::touchpoint;
        if (cell.is_link || column.type == ColumnType::choice) cell.after = drawing.px(cell_arrow_room);
        if (is_calculated(column)) {
          cell.is_link = true;
          cell.after = 0;
          cell.text =
              &drawing.state.calculated.emplace_back(words_of_calculation(sheet, *one, column, drawing.words()));
          if (!calculate(sheet, *one, column).value) cell.style = CellStyle::small;  // what it lacks
          continue;
        }
        bool is_sound = suits(column.type, *cell.text);
        if (cell.is_link) {
          const TouchpointNames& names = *drawing.state.touchpoints;
          is_sound = cell.text->empty() || names.contains(*cell.text);
          cell.text = &touchpoint_name(names, *cell.text);
        }
        if (!is_sound) cell.indent = drawing.px(warning_room);
      }
    }
    return rows;
  }

  float controls(const ItemDrawing& drawing, ImVec2 at, float width) const override {
    const Theme& theme = drawing.theme;
    const Catalog& words = drawing.words();
    const Sheet& sheet = shown_sheet(drawing);
    const std::string add = words.text("items.add_column");
    const float add_width = chip_width(theme, add, icons::add);
    if (chip(drawing, "sheet/add_column", add, at, add_width,
             sheet.columns.empty() ? ChipStyle::chosen : ChipStyle::bare, icons::add)) {
      insert_column(drawing, sheet.columns.size());
    }
    float x = at.x + add_width + theme.px(10);
    if (sheet.columns.empty()) {
      return theme.px(chip_height + 14) + wrapped_text(ImGui::GetWindowDrawList(), theme.fonts.text,
                                                       {at.x, at.y + theme.px(chip_height + 14)}, width,
                                                       theme.colours.muted, words.text("items.no_columns"));
    }
    float y = at.y;
    const bool cards = sheet.layout == SheetLayout::cards;
    const std::string print = words.text(cards ? "items.print_cards" : "items.print_table");
    const float print_width = chip_width(theme, print, 0, true);
    const bool prints = !defines_placeholders(drawing.section.content);
    if (prints && x + print_width > at.x + width) {
      x = at.x;
      y += theme.px(chip_height + 6);
    }
    if (prints && chip(drawing, "sheet/layout", print, {x, y}, print_width, ChipStyle::bare, 0, true)) {
      drawing.state.menu = {"layout", {}, {x, y + theme.px(chip_height + 4)}, true};
    }
    if (prints) x += print_width + theme.px(12);
    if (drawing.session.sheet_view() != nullptr) {
      const std::string all = words.text("items.all_rows");
      const float all_width = chip_width(theme, all, icons::close);
      if (x + all_width > at.x + width) {
        x = at.x;
        y += theme.px(chip_height + 6);
      }
      if (chip(drawing, "sheet/all_rows", all, {x, y}, all_width, ChipStyle::marked, icons::close)) {
        drawing.session.look_at_rows({});
      }
      x += all_width + theme.px(12);
    }
    const std::string count = words_of_rows(drawing, sheet);
    ImFont* font = theme.fonts.small;
    const float room = at.x + width - x;
    clipped_text(ImGui::GetWindowDrawList(), font, {x, std::floor(y + (theme.px(chip_height) - font->FontSize) / 2)},
                 room, theme.colours.muted, count);
    drawing.app.parts.add("sheet/rows", {x, y}, {at.x + width, y + theme.px(chip_height)},
                          width_of_line(font, count) <= room + 1);
    return y - at.y + theme.px(chip_height + 14);
  }

  bool draw_cell(const ItemDrawing& drawing, const ItemRow& row, const ItemCell& cell, ImVec2 from,
                 ImVec2 to) const override {
    const SheetColumn* column = row.look == RowLook::table ? shown_column(drawing, cell.place) : nullptr;
    return column != nullptr && draw_sheet_cell(drawing, cell, *column, from, to);
  }

  float text_shift(const ItemDrawing& drawing, const ItemRow& row, const ItemCell& cell) const override {
    const SheetColumn* column = row.look == RowLook::table ? shown_column(drawing, cell.place) : nullptr;
    return column == nullptr ? 0 : shift_of_sheet_text(drawing, cell, *column);
  }

  bool writes_in(const ItemDrawing& drawing, const FieldPlace& place) const override {
    const SheetColumn* column = shown_column(drawing, place);
    if (column == nullptr) return true;
    if (is_calculated(*column) || column->type == ColumnType::choice || column->type == ColumnType::touchpoint)
      return false;
    if (column->type != ColumnType::check) return true;
    const std::string* text = find_field(drawing.session.section()->content, place);
    return text != nullptr && !suits(ColumnType::check, *text);
  }

  bool is_as_made(const ItemDrawing& drawing, const FieldPlace& place) const override {
    const SheetColumn* title = shown_title(drawing, place);
    return title != nullptr && is_numbered_title(title->title, drawing.session.document()->language);
  }

  bool press_cell(const ItemDrawing& drawing, const FieldPlace& place) const override {
    return press_sheet_cell(drawing, place);
  }

  void leave_cell(const ItemDrawing& drawing, const FieldPlace& place) const override {
    tell_of_own_value(drawing, place);
  }

  bool use_keys(const ItemDrawing& drawing, std::optional<CellAt> at) const override {
    App& app = drawing.app;
    if (!at) return false;
    const FieldPlace place = cell_at(drawing.state, *at).place;
    const SheetColumn* title = shown_title(drawing, place);
    const SheetColumn* column = shown_column(drawing, place);
    const bool space_opens = title != nullptr && app.input.take(Key::space, {});
    const bool asks_for_title = title != nullptr && menu_is_asked_for(app);
    if (space_opens || asks_for_title || app.input.take(Key::m, control_shift)) {
      const SheetColumn* wanted = title != nullptr ? title : column;
      if (wanted == nullptr) return true;
      const auto head = find_cell(drawing.state, {wanted->id, "title"});
      if (!head) return true;
      const ItemRow& row = drawing.state.rows[head->row];
      const float top = std::max(drawing.state.rows_from.y, ImGui::GetWindowPos().y);
      open_column_menu(drawing, wanted->id,
                       {drawing.state.rows_from.x + row.cells[head->cell].left, top + row.height + drawing.px(2)});
      return true;
    }
    if (title != nullptr) {
      for (const auto& [key, step] : {std::pair{Key::left, -1}, {Key::right, 1}}) {
        if (!app.input.take(key, alternate)) continue;
        shift_column(drawing, title->id, step);
        return true;
      }
      return false;
    }
    if (app.input.take(Key::space, shift)) {  // as in a spreadsheet
      drawing.session.point_at_all_of_item();
      drawing.session.select_item(place.item, false);
      return true;
    }
    if (column == nullptr || writes_in(drawing, place)) return false;
    if (app.input.take(Key::space, {})) return press_sheet_cell(drawing, place);
    if (!is_typing(app)) return false;
    if (column->type == ColumnType::touchpoint || is_calculated(*column)) return press_sheet_cell(drawing, place);
    if (column->type == ColumnType::choice && !is_calculated(*column)) {  // another value than those that are offered
      drawing.session.begin_field(place);
      drawing.session.field.select_all();
    }
    return true;
  }

  void decorate(const ItemDrawing& drawing, const ItemRow& row, ImVec2 from, ImVec2 to) const override {
    if (row.look != RowLook::table_head) return;
    const Theme& theme = drawing.theme;
    for (const ItemCell& cell : row.cells) {
      const std::string key = "column/" + cell.place.item + "/menu";
      const float right = from.x + cell.left + cell.width;
      const ImVec2 place{right - theme.px(menu_room), from.y + theme.px(4)};
      ImGui::SetCursorScreenPos(place);
      const bool pressed = invisible_button(key.c_str(), {theme.px(menu_size), theme.px(26)});
      drawing.app.parts.add_last(key);
      const bool hovered = ImGui::IsItemHovered();
      draw_icon(ImGui::GetWindowDrawList(), theme.fonts.text, theme.px(18),
                {place.x + theme.px(menu_size / 2), place.y + theme.px(13)},
                hovered ? theme.colours.accent : theme.colours.muted, icons::expand);
      if (hovered) tooltip(drawing.app, drawing.words().text("items.column_menu"));
      if (pressed) open_column_menu(drawing, cell.place.item, {place.x, to.y + theme.px(2)});
    }
    draw_column_edges(drawing, row, from, to);
  }

  void finish(const ItemDrawing& drawing) const override {
    draw_column_menu(drawing);
    draw_choice_menu(drawing);
    draw_layout_menu(drawing);
  }

  void add_first(const ItemDrawing& drawing) const override {
    if (shown_sheet(drawing).columns.empty()) return insert_column(drawing, 0);
    drawing.session.add_item({});
  }

  bool has_add_button(const ItemDrawing& drawing) const override { return !shown_sheet(drawing).columns.empty(); }
  const char* add_key() const override { return "items.add_row"; }
  const char* empty_key(const Section&) const override { return "items.no_rows"; }
  const char* writing_hint_key() const override { return "items.hint.sheet"; }

 private:
  // How many rows there are, or are seen of them, and by what.
  static std::string words_of_rows(const ItemDrawing& drawing, const Sheet& sheet) {
    const Catalog& words = drawing.words();
    const SheetView* view = drawing.session.sheet_view();
    if (view == nullptr) return words.count("items.row_count", sheet.rows.size());
    std::string told = words.text("items.rows_seen", {{"seen", std::to_string(drawing.session.shown_rows().size())},
                                                      {"all", std::to_string(sheet.rows.size())}});
    const SheetColumn* column = find_item(sheet.columns, view->sorted_by);
    if (column == nullptr) return told;
    return told + " · " +
           words.text("items.rows_sorted",
                      {{"column", column->title.empty() ? words.text("items.column_title") : column->title}});
  }

  static void draw_layout_menu(const ItemDrawing& drawing) {
    KindMenu& menu = drawing.state.menu;
    if (menu.name == "layout" && std::exchange(menu.opens, false)) ImGui::OpenPopup("sheet/layouts");
    if (!ImGui::IsPopupOpen("sheet/layouts")) return;
    const SheetLayout now = std::get<Sheet>(drawing.session.section()->content).layout;
    const std::vector<MenuRow> rows{
        {"layout/table", drawing.words().text("items.print_table"), {}, 0, true, now == SheetLayout::table},
        {"layout/cards", drawing.words().text("items.print_cards"), {}, 0, true, now == SheetLayout::cards}};
    ImGui::SetNextWindowPos(menu.at, ImGuiCond_Appearing);
    const int chosen = popup_menu(drawing.app, "sheet/layouts", rows);
    if (chosen >= 0) set_sheet_layout(drawing, chosen == 0 ? SheetLayout::table : SheetLayout::cards);
  }
};

}  // namespace

const ItemKind& sheet_kind() {
  static const SheetKind kind;
  return kind;
}

}  // namespace canvasbook
