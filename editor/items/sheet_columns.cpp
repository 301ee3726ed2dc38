#include "editor/items/sheet_columns.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "editor/dialogs/choices.h"
#include "editor/dialogs/row_filter.h"
#include "editor/frame/popup_menu.h"
#include "editor/frame/tooltip.h"
#include "editor/parts/text_field.h"
#include "editor/text/rows.h"
#include "model/kinds/item_lists.h"
#include "model/kinds/sheet_cells.h"
#include "model/kinds/sheet_formulas.h"
#include "model/placeholders.h"
#include "model/touchpoints.h"

namespace canvasbook {

namespace {

constexpr float least_text = 96;      // logical pixels, as all below; of a column of texts without a width of its own
constexpr float least_of_long = 160;  // of one with longer texts
constexpr float least_narrow = 64;    // of any other column
constexpr float widest_wanted = 480;  // that a column asks for, however long its texts are
constexpr size_t longest_measured = 120;  // bytes; a longer text asks for that
constexpr int usual_share = 2;
constexpr float narrowest = 48;          // to which a column can be drawn
constexpr float longest_kept = 420;      // of a word that is not broken
constexpr float edge_room = 9;           // by which a column is drawn
constexpr size_t shortest_measured = 4;  // bytes; a cell with a shorter text fits in any column
constexpr size_t most_words = 100'000;   // then those that were measured are forgotten

constexpr ColumnType all_types[] = {ColumnType::text, ColumnType::number, ColumnType::money, ColumnType::percent,
                                    ColumnType::date, ColumnType::choice, ColumnType::check, ColumnType::touchpoint};
static_assert(std::size(all_types) == column_type_names.size());

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
  session.deselect();
  const auto& left = edited(drawing).columns;
  if (left.empty()) return;
  session.point_at({left[std::min(static_cast<size_t>(place), left.size() - 1)].id, "title"});
}

// The width that a column was drawn to, or is being drawn to now; 0 for none.
float drawn_width(const ItemDrawing& drawing, const SheetColumn& column) {
  if (drawing.state.drawn_column == column.id) return drawing.px(drawing.state.drawn_width);
  return drawing.px(static_cast<float>(column.width));
}

void set_width(const ItemDrawing& drawing, SheetColumn column, int width) {
  if (column.width == width) return;
  drawing.session.pause_writing();
  column.width = width;
  record(drawing, set_column(edited(drawing), column), "step.column_width");
}

float longest_word(const ItemDrawing& drawing, const std::string& text, ImFont* font) {
  auto& known = drawing.state.words;
  std::uint64_t key = std::hash<std::string_view>()(text);
  key = key * 31 + (font == drawing.theme.fonts.bold ? 1U : 0U);
  if (const auto found = known.find(key); found != known.end()) return found->second;
  if (known.size() > most_words) known.clear();
  return known[key] = unbroken_width(to_editable(text), text_metrics(font, any_width));
}

float line_width(const ItemDrawing& drawing, const std::string& text) {
  if (text.size() > longest_measured) return drawing.px(widest_wanted);
  auto& known = drawing.state.words;
  const std::uint64_t key = std::hash<std::string_view>()(text) * 31 + 2;
  if (const auto found = known.find(key); found != known.end()) return found->second;
  if (known.size() > most_words) known.clear();
  return known[key] = std::min(width_of_line(drawing.theme.fonts.text, text), drawing.px(widest_wanted));
}

bool is_text(ColumnType type) { return type == ColumnType::text || type == ColumnType::touchpoint; }

// Those whose cells are one line, whatever stands in them.
bool is_one_line(ColumnType type) {
  return type == ColumnType::date || type == ColumnType::number || type == ColumnType::money ||
         type == ColumnType::percent;
}

// What a cell shows, see draw_sheet_cell; `made` holds it where it is no text of the workbook.
const std::string& shown_cell(const ItemDrawing& drawing, const SheetColumn& column, const std::string& text,
                              std::string& made) {
  if (column.type == ColumnType::touchpoint) return touchpoint_name(*drawing.session.touchpoint_names(), text);
  const auto date = column.type == ColumnType::date ? read_date(text) : std::nullopt;
  if (!date) return text;
  made = drawing.words().date(*date);
  return made;
}

// The widths in which no word of a column is broken, and no line of its cells as far as it asks for that.
struct ColumnMeasure {
  float word = 0;
  float line = 0;  // 0 where it was not measured
};

ColumnMeasure measure_column(const ItemDrawing& drawing, const Sheet& sheet, const SheetColumn& column, bool lines) {
  const bool is_link = column.type == ColumnType::touchpoint;
  const bool has_sign = is_link || column.type == ColumnType::choice;
  ColumnMeasure widest{longest_word(drawing, column.title, drawing.theme.fonts.bold) + drawing.px(title_menu_room), 0};
  std::string made;
  for (const SheetRow& row : sheet.rows) {
    const std::string& text = cell_text(row, column);
    const bool is_sound = is_link || suits(column.type, text);
    if (text.empty() || (column.type == ColumnType::check && is_sound)) continue;
    const float signs = drawing.px((has_sign ? cell_arrow_room : 0) + (is_sound ? 0 : warning_room));
    const std::string& shown = shown_cell(drawing, column, text, made);
    const bool fits = shown.size() < shortest_measured;
    widest.word = std::max(widest.word, (fits ? 0 : longest_word(drawing, shown, drawing.theme.fonts.text)) + signs);
    if (lines) widest.line = std::max(widest.line, line_width(drawing, shown) + signs);
  }
  const float pads = drawing.px(2 * cell_pad + 2);
  return {std::min(std::ceil(widest.word) + pads, drawing.px(longest_kept)),
          std::min(std::ceil(widest.line) + pads, drawing.px(widest_wanted))};
}

ColumnWish need_of(const ItemDrawing& drawing, const SheetColumn& column, const ColumnMeasure& measure) {
  ColumnWish need;
  need.takes_rest = is_text(column.type);
  need.share = share_of(column);
  if (column.width > 0) {
    need.least = std::max(measure.word, drawing.px(narrowest));
  } else if (need.takes_rest) {
    need.least = std::max({measure.word, drawing.px(least_text), std::min(measure.line, drawing.px(least_of_long))});
  } else {
    need.least = std::max({measure.word, drawing.px(least_narrow), is_one_line(column.type) ? measure.line : 0});
  }
  need.wanted = std::max(need.least, measure.line);
  return need;
}

// While a cell is written no column changes with every letter, but for a word that would be broken.
void measure_columns(const ItemDrawing& drawing, const Sheet& sheet) {
  ItemState& state = drawing.state;
  const Shared<Section>& shown = drawing.session.document()->sections[drawing.session.view().section];
  const std::string written = written_cell(drawing.session);
  const bool is_as_many = state.columns.size() == sheet.columns.size();
  const bool is_same_cell = state.columns_of && (*state.columns_of)->id == shown->id && state.columns_while == written;
  if (is_same_cell && is_as_many && state.columns_of->same_as(shown)) return;
  const bool stays = is_same_cell && is_as_many && !written.empty();
  const std::vector<ColumnWish> before = std::exchange(state.columns, {});
  for (const SheetColumn& column : sheet.columns) {
    const ColumnMeasure measure = measure_column(drawing, sheet, column, !stays);
    ColumnWish need = need_of(drawing, column, measure);
    if (stays) {
      const ColumnWish& old = before[state.columns.size()];
      need.least = std::max(old.least, measure.word);
      need.wanted = std::max(old.wanted, need.least);
    }
    state.columns.push_back(need);
  }
  state.columns_of = shown;
  state.columns_while = written;
}

// The needs for now: a column may be just being drawn to a width.
std::vector<ColumnWish> needs_of(const ItemDrawing& drawing, const Sheet& sheet) {
  measure_columns(drawing, sheet);
  std::vector<ColumnWish> needs = drawing.state.columns;
  for (size_t i = 0; i < needs.size(); ++i) {
    const SheetColumn& column = sheet.columns[i];
    needs[i].drawn = drawn_width(drawing, column);
    if (drawing.state.drawn_column != column.id) continue;
    needs[i].least = std::max(measure_column(drawing, sheet, column, false).word, drawing.px(narrowest));
  }
  return needs;
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

bool is_numbered_title(const std::string& title, Language language) {
  const std::string number = title.substr(title.find_last_not_of("0123456789") + 1);
  return !number.empty() && title == Catalog::of(language).text("navigator.new_column_title", {{"number", number}});
}

std::string written_cell(const Session& session) {
  return session.view().editing == Editing::field ? session.view().edited + "/" + session.view().field : std::string();
}

std::vector<float> column_widths(const ItemDrawing& drawing, const Sheet& sheet, float width) {
  return share_width(needs_of(drawing, sheet), width);
}

float least_sheet_width(const ItemDrawing& drawing) {
  return least_of_columns(needs_of(drawing, std::get<Sheet>(drawing.section.content))) + 1;
}

void draw_column_edges(const ItemDrawing& drawing, const ItemRow& titles, ImVec2 from, ImVec2 to) {
  ItemState& state = drawing.state;
  const Theme& theme = drawing.theme;
  const float half = theme.px(edge_room / 2);
  for (const ItemCell& cell : titles.cells) {
    const float x = from.x + cell.left + cell.width;
    const std::string key = "column/" + cell.place.item + "/edge";
    ImGui::SetCursorScreenPos({x - half, from.y});
    invisible_button(key.c_str(), {2 * half, to.y - from.y});
    drawing.app.parts.add_last(key);
    const bool is_held = ImGui::IsItemActive();
    const bool is_hovered = ImGui::IsItemHovered();
    if (is_held || is_hovered) {
      state.at_edge = true;
      ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
      ImGui::GetWindowDrawList()->AddRectFilled({x - theme.px(1), from.y}, {x + theme.px(1), to.y},
                                                theme.colours.accent);
    }
    if (is_hovered) tooltip(drawing.app, drawing.words().text("items.column_edge"));
    const SheetColumn* column = find_item(edited(drawing).columns, cell.place.item);
    if (column == nullptr) continue;
    if (is_hovered && ImGui::IsMouseDoubleClicked(0)) return set_width(drawing, *column, 0);
    if (is_held && ImGui::IsMouseDragging(0, 2)) {
      state.drawn_column = column->id;
      state.drawn_width = std::clamp((ImGui::GetMousePos().x - from.x - cell.left) / theme.px(1), 1.0F,
                                     static_cast<float>(widest_column));
      state.section.reset();  // it is laid out anew
    } else if (state.drawn_column == column->id && !is_held) {
      const float width = std::exchange(state.drawn_width, 0);
      state.drawn_column.clear();
      return set_width(drawing, *column, static_cast<int>(std::lround(width)));
    }
  }
}

void insert_column(const ItemDrawing& drawing, size_t position) {
  Session& session = drawing.session;
  session.pause_writing();
  SheetColumn column;
  column.id = session.ids().next();
  column.share = usual_share;
  const std::string id = column.id;
  const Workbook before = session.workbook();
  record(drawing, add_column(edited(drawing), std::move(column), position), "step.add_column");
  session.keep_in_mind(id, before);
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

// A second time the same gives the order of the sheet back.
void sort_rows(const ItemDrawing& drawing, const std::string& column, bool descending) {
  const SheetView* view = drawing.session.sheet_view();
  SheetView by = view == nullptr ? SheetView() : *view;
  const bool is_so = by.sorted_by == column && by.descending == descending;
  by.sorted_by = is_so ? std::string() : column;
  by.descending = !is_so && descending;
  drawing.session.look_at_rows(std::move(by));
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
  const SheetView by = drawing.session.sheet_view() == nullptr ? SheetView() : *drawing.session.sheet_view();
  const bool is_sorted_by = by.sorted_by == column.id;
  enum Row {
    rename,
    line_0,
    sort_up,
    sort_down,
    filter,
    line_1,
    first_type,
    choices = first_type + static_cast<int>(std::size(all_types)),
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
  add("items.sort_up", true, is_sorted_by && !by.descending);
  add("items.sort_down", true, is_sorted_by && by.descending);
  add("items.filter_rows", true, by.filters.contains(column.id));
  rows.emplace_back();
  const bool is_typed = !is_calculated(column);
  for (const ColumnType type : all_types) add(column_type_key(type), is_typed, is_typed && column.type == type);
  add("items.choices", is_typed && column.type == ColumnType::choice);
  rows.emplace_back();
  add("items.column_left", true, false, icons::add);
  add("items.column_right", true, false, icons::add);
  add("items.move_column_left", place > 0, false, icons::arrow_back);
  add("items.move_column_right", place + 1 < sheet.columns.size(), false, icons::arrow_forward);
  add("items.remove_column", true, false, icons::remove);
  if (!defines_placeholders(drawing.section.content)) {
    rows.emplace_back();
    add("items.print_table", true, sheet.layout == SheetLayout::table);
    add("items.print_cards", true, sheet.layout == SheetLayout::cards);
  }
  ImGui::SetNextWindowPos(menu.at, ImGuiCond_Appearing);
  const int chosen = popup_menu(drawing.app, "sheet/column", rows);
  if (chosen < 0) return;
  if (chosen >= first_type && chosen < choices) {
    return record(drawing, with_column_type(drawing.session, sheet, column, all_types[chosen - first_type]),
                  "step.column_type");
  }
  switch (chosen) {
    case rename:
      return begin_to_write(drawing, {column.id, "title"});
    case sort_up:
    case sort_down:
      return sort_rows(drawing, column.id, chosen == sort_down);
    case filter:
      return drawing.app.show_dialog(make_row_filter_dialog(drawing.app, column));
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
