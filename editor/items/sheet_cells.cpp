#include "editor/items/sheet_cells.h"

#include <algorithm>
#include <cmath>

#include "editor/frame/popup_menu.h"
#include "editor/frame/tooltip.h"
#include "editor/items/sheet_columns.h"
#include "editor/palette/dialog.h"
#include "editor/parts/blanks.h"
#include "editor/parts/text_field.h"
#include "model/kinds/item_lists.h"
#include "model/kinds/sheet_cells.h"
#include "model/kinds/sheet_formulas.h"
#include "model/text/misspellings.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr size_t most_choices = 14;  // more would not fit in the window
constexpr size_t told_length = 40;   // code points of a text in the status line

bool fits_on_line(const ItemDrawing& drawing, const std::string& text, const ItemCell& cell) {
  return width_of_line(drawing.theme.fonts.text, text) <= text_width(drawing, cell) &&
         text.find('\n') == std::string::npos;
}

// A text on one line of a cell, so far from the left of its room; false where it does not fit on one.
bool draw_line(const ItemDrawing& drawing, const std::string& text, const ItemCell& cell, ImVec2 from, float shift) {
  if (!fits_on_line(drawing, text, cell)) return false;
  const Theme& theme = drawing.theme;
  ImFont* font = theme.fonts.text;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float x = from.x + theme.px(cell_pad) + cell.indent + shift;
  const float top = from.y + theme.px(table_pad);
  const float height = row_height_of(font);
  const std::string_view line = text;
  for (const WordRange& blank : find_blanks(line)) {
    draw_blank(list, theme, {x + width_of_line(font, line.substr(0, blank.begin)), top},
               {x + width_of_line(font, line.substr(0, blank.end)), top + height},
               look_of_blank(theme, line.substr(blank.begin, blank.end - blank.begin)));
  }
  list->AddText(font, font->FontSize, {x, top + std::floor((height - font->FontSize) / 2)}, theme.colours.text,
                text.data(), text.data() + text.size());
  return true;
}

void draw_warning(const ItemDrawing& drawing, const SheetColumn& column, ImVec2 from) {
  const Theme& theme = drawing.theme;
  const ImVec2 centre{from.x + theme.px(cell_pad + 8), from.y + theme.px(table_pad + 10)};
  draw_icon(ImGui::GetWindowDrawList(), theme.fonts.text, theme.px(17), centre, theme.colours.warning, icons::warning);
  const float half = theme.px(12);
  const ImVec2 least{centre.x - half, centre.y - half};
  const ImVec2 most{centre.x + half, centre.y + half};
  if (!ImGui::IsWindowHovered() || !ImGui::IsMouseHoveringRect(least, most)) return;
  const char* key = column.type == ColumnType::date         ? "items.no_date"
                    : column.type == ColumnType::check      ? "items.no_check"
                    : column.type == ColumnType::touchpoint ? "items.no_touchpoint"
                                                            : "items.no_number";
  tooltip(drawing.app, drawing.words().text(key));
}

void set_shown_cell(const ItemDrawing& drawing, const FieldPlace& place, std::string text) {
  drawing.session.point_at(place);
  drawing.session.record_content(
      set_cell(std::get<Sheet>(drawing.session.section()->content), place.item, place.field, std::move(text)),
      "step.cell", place.item);
}

// Lets a row name one of the workbook's touchpoints, or none.
void choose_touchpoint(const ItemDrawing& drawing, const FieldPlace& place, const std::string& now) {
  const Catalog& words = drawing.words();
  std::vector<PaletteEntry> entries;
  const auto add = [&](const std::string& key, const std::string& name, const std::string& note, char32_t icon,
                       std::function<void(App&)> run) {
    entries.push_back(make_choice(key, name, note, icon, std::move(run)));
  };
  const auto put = [section = drawing.section.id, place](App& app, const std::string& link) {
    const Section* shown = app.session()->section();
    const auto* sheet = shown == nullptr || shown->id != section ? nullptr : std::get_if<Sheet>(&shown->content);
    const std::string* before = sheet == nullptr ? nullptr : find_field(shown->content, place);
    if (before == nullptr || *before == link) return;
    app.session()->record_content(set_cell(*sheet, place.item, place.field, link), "step.cell", place.item);
  };
  for (const Touchpoint& touchpoint : drawing.session.touchpoints()) {
    const std::string name(trim(to_printable(touchpoint.name)));
    if (name.empty() || touchpoint.id == place.item) continue;
    const Document* document = find_document(drawing.session.workbook(), touchpoint.document);
    add("touchpoint/" + touchpoint.id, name, document == nullptr ? std::string() : document->title, icons::touchpoint,
        [put, id = touchpoint.id](App& app) { put(app, id); });
  }
  // The one that is there comes first, where the list begins, so that Enter twice leaves it.
  std::stable_partition(entries.begin(), entries.end(),
                        [&](const PaletteEntry& entry) { return entry.key == "touchpoint/" + now; });
  if (!now.empty()) {
    add("touchpoint/none", words.text("items.no_choice"), {}, icons::close, [put](App& app) { put(app, {}); });
  }
  if (entries.empty()) {
    add("touchpoint/add", words.text("registers.add_touchpoints"), {}, icons::add,
        [](App& app) { app.session()->show_register(RegisterKind::touchpoints); });
  }
  drawing.app.show_dialog(make_choice_list(std::move(entries), "items.find_touchpoint"));
}

// The values that a column offers, for the status line.
std::string told_choices(const std::vector<std::string>& choices) {
  std::string told;
  for (const std::string& choice : choices) told += (told.empty() ? "" : ", ") + shortened(choice, told_length);
  return shortened(told, 2 * told_length);
}

// Where the menu of a cell opens.
ImVec2 below(const ItemDrawing& drawing, const FieldPlace& place) {
  const auto at = find_cell(drawing.state, place);
  if (!at) return ImGui::GetIO().MousePos;
  const ItemRow& row = drawing.state.rows[at->row];
  const ItemCell& cell = row.cells[at->cell];
  const float aside = at->cell == 0 ? drawing.state.aside : 0;
  return {drawing.state.rows_from.x + cell.left + aside,
          drawing.state.rows_from.y + row.top + row.height + drawing.px(2)};
}

}  // namespace

const SheetColumn* shown_column(const ItemDrawing& drawing, const FieldPlace& place) {
  if (shown_title(drawing, place) != nullptr) return nullptr;
  return find_item(shown_sheet(drawing).columns, place.field);
}

float shift_of_sheet_text(const ItemDrawing& drawing, const ItemCell& cell, const SheetColumn& column) {
  const bool is_number = (is_calculated(column) && cell.style != CellStyle::small) ||
                         column.type == ColumnType::number || column.type == ColumnType::money ||
                         column.type == ColumnType::percent;
  if (!is_number || cell.indent > 0 || !fits_on_line(drawing, *cell.text, cell)) return 0;
  return std::floor(text_width(drawing, cell) - width_of_line(drawing.theme.fonts.text, *cell.text));
}

bool draw_sheet_cell(const ItemDrawing& drawing, const ItemCell& cell, const SheetColumn& column, ImVec2 from,
                     ImVec2 to) {
  const Theme& theme = drawing.theme;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const std::string& text = *cell.text;
  if (cell.indent > 0) {  // the room for the sign was left when the row was laid out
    draw_warning(drawing, column, from);
    return false;
  }
  if (is_calculated(column)) {
    const bool is_figure = cell.style != CellStyle::small;
    return is_figure && draw_line(drawing, text, cell, from, shift_of_sheet_text(drawing, cell, column));
  }
  switch (column.type) {
    case ColumnType::check: {
      const bool checked = text == checked_cell;
      if (!checked && !text.empty()) return false;
      draw_icon(list, theme.fonts.text, theme.px(21),
                {std::floor((from.x + to.x) / 2), std::floor((from.y + to.y) / 2)},
                checked ? theme.colours.accent : theme.colours.faint, checked ? icons::box_checked : icons::box);
      return true;
    }
    case ColumnType::number:
    case ColumnType::money:
    case ColumnType::percent:
      return !text.empty() && draw_line(drawing, text, cell, from, shift_of_sheet_text(drawing, cell, column));
    case ColumnType::date: {
      const auto date = read_date(text);
      return date && draw_line(drawing, drawing.words().date(*date), cell, from, 0);
    }
    case ColumnType::choice:
    case ColumnType::touchpoint:
      draw_icon(list, theme.fonts.text, theme.px(17), {to.x - theme.px(13), from.y + theme.px(table_pad + 10)},
                theme.colours.muted, icons::expand);
      return false;
    case ColumnType::text:
      break;
  }
  return false;
}

bool press_sheet_cell(const ItemDrawing& drawing, const FieldPlace& place) {
  const SheetColumn* column = shown_column(drawing, place);
  if (column == nullptr) return false;
  const Sheet& sheet = std::get<Sheet>(drawing.session.section()->content);
  const SheetRow* row = find_item(sheet.rows, place.item);
  if (row == nullptr) return false;
  if (is_calculated(*column)) {
    drawing.session.point_at(place);
    drawing.app.say(words_of_formula(sheet, *column, drawing.words()));
    return true;
  }
  const std::string& text = cell_text(*row, *column);
  if (column->type == ColumnType::check && (text.empty() || text == checked_cell)) {
    set_shown_cell(drawing, place, text.empty() ? std::string(checked_cell) : std::string());
    return true;
  }
  if (column->type == ColumnType::touchpoint) {
    drawing.session.point_at(place);
    choose_touchpoint(drawing, place, text);
    return true;
  }
  if (column->type != ColumnType::choice || offered_choices(sheet, *column).empty()) return false;
  drawing.session.point_at(place);
  drawing.state.menu = {"choice", place, below(drawing, place), true};
  return true;
}

std::vector<std::string> offered_choices(const Sheet& sheet, const SheetColumn& column) {
  std::vector<std::string> choices = column.choices;
  for (const SheetRow& row : sheet.rows) {
    if (choices.size() >= most_choices) break;
    const std::string text(trim(cell_text(row, column)));
    if (!text.empty() && std::ranges::find(choices, text) == choices.end()) choices.push_back(text);
  }
  return choices;
}

void tell_of_own_value(const ItemDrawing& drawing, const FieldPlace& place) {
  const auto& sheet = std::get<Sheet>(drawing.session.section()->content);
  const SheetColumn* column = find_item(sheet.columns, place.field);
  const SheetRow* row = find_item(sheet.rows, place.item);
  if (row == nullptr || column == nullptr || column->type != ColumnType::choice || column->choices.empty()) return;
  const std::string& text = cell_text(*row, *column);
  const std::vector<std::string> others = offered_choices(set_cell(sheet, row->id, column->id, {}), *column);
  if (trim(text).empty() || std::ranges::find(others, trim(text)) != others.end()) return;
  const std::string told = shortened(text, told_length);
  drawing.app.keep_saying(
      drawing.words().text("items.own_value", {{"text", told}, {"choices", told_choices(column->choices)}}));
}

void draw_choice_menu(const ItemDrawing& drawing) {
  KindMenu& menu = drawing.state.menu;
  if (menu.name == "choice" && std::exchange(menu.opens, false)) ImGui::OpenPopup("sheet/choice");
  if (!ImGui::IsPopupOpen("sheet/choice")) return;
  const Sheet& sheet = std::get<Sheet>(drawing.session.section()->content);
  const FieldPlace place = menu.of;
  const SheetColumn* column = find_item(sheet.columns, place.field);
  const SheetRow* row = find_item(sheet.rows, place.item);
  if (column == nullptr || row == nullptr) return;
  const std::string now = cell_text(*row, *column);
  const std::vector<std::string> choices = offered_choices(sheet, *column);
  std::vector<MenuRow> rows;
  for (size_t i = 0; i < choices.size(); ++i) {
    rows.push_back({"choice/" + std::to_string(i), shortened(choices[i], 60), {}, 0, true, choices[i] == now});
  }
  rows.emplace_back();
  rows.push_back({"choice/other", drawing.words().text("items.other_choice"), {}});
  rows.push_back({"choice/none", drawing.words().text("items.no_choice"), {}, icons::close, !now.empty()});
  ImGui::SetNextWindowPos(menu.at, ImGuiCond_Appearing);
  const int chosen = popup_menu(drawing.app, "sheet/choice", rows);
  if (chosen < 0) return;
  const auto index = static_cast<size_t>(chosen);
  if (index < choices.size()) return set_shown_cell(drawing, place, choices[index]);
  if (index == choices.size() + 1) {
    drawing.session.begin_field(place);
    drawing.session.field.select_all();
    return;
  }
  set_shown_cell(drawing, place, {});
}

}  // namespace canvasbook
