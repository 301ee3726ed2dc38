#include "editor/items/rows.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "editor/parts/emphasis_painter.h"
#include "editor/parts/text_field.h"

namespace canvasbook {

namespace {

constexpr size_t most_heights = 100'000;  // then the measured ones are forgotten, so that they do not grow for ever

// Places the cells of a row and the row itself.
void lay_out_row(const ItemDrawing& drawing, ItemRow& row, float top) {
  const bool in_table = is_in_table(row);
  const float pad = in_table ? 0
                             : drawing.px(row.look == RowLook::plain     ? 2.0F
                                          : row.look == RowLook::line    ? 1.0F
                                          : row.look == RowLook::heading ? 6.0F
                                                                         : 8.0F);
  std::vector<std::pair<float, float>> columns;  // left edge and how far it is filled
  float deepest = pad;
  for (ItemCell& cell : row.cells) {
    auto column = std::ranges::find(columns, cell.left, &std::pair<float, float>::first);
    if (column == columns.end()) {
      columns.emplace_back(cell.left, pad);
      column = columns.end() - 1;
    }
    cell.top = column->second;
    const std::string_view text = cell.one_line ? std::string_view() : std::string_view(*cell.text);
    cell.height = text_height(drawing.state, drawing.theme, text, cell.style, text_width(drawing, cell)) +
                  2 * drawing.px(in_table ? table_pad : 3);
    column->second += cell.height + cell.below + (in_table ? 0 : drawing.px(2));
    deepest = std::max(deepest, column->second);
  }
  row.top = top;
  row.height = deepest + row.foot + pad;
  if (!in_table) return;
  for (ItemCell& cell : row.cells) cell.height = row.height;  // one can be clicked all over
}

}  // namespace

ImFont* font_of(const Theme& theme, CellStyle style) {
  switch (style) {
    case CellStyle::strong:
      return theme.fonts.bold;
    case CellStyle::small:
      return theme.fonts.small;
    case CellStyle::heading:
      return theme.fonts.title;
    case CellStyle::body:
      break;
  }
  return theme.fonts.text;
}

float text_height(ItemState& state, const Theme& theme, std::string_view text, CellStyle style, float width) {
  ImFont* font = font_of(theme, style);
  std::uint64_t key = std::hash<std::string_view>()(text);
  key = key * 31 + static_cast<std::uint64_t>(width);
  key = key * 31 + static_cast<std::uint64_t>(style);
  if (const auto known = state.heights.find(key); known != state.heights.end()) return known->second;
  if (state.heights.size() > most_heights) state.heights.clear();
  TextRows rows;
  rows.layout(to_editable(text), text_metrics(font, width));
  size_t count = rows.count();
  if (may_have_emphasis(text)) {  // its height is the same while it is written and at rest
    rows.layout(to_editable(text), emphasis_metrics(theme, text, font, width));
    count = std::max(count, rows.count());
  }
  const float height = static_cast<float>(count) * row_height_of(font);
  state.heights[key] = height;
  return height;
}

void lay_out_cell_at_rest(TextAtRest& kept, const Theme& theme, const ItemCell& cell, const std::string& source,
                          float width) {
  ImFont* font = font_of(theme, cell.style);
  if (cell.place.field == "title" || cell.one_line) return lay_out_at_rest(kept, source, font, width);
  lay_out_emphasis_at_rest(kept, theme, source, font, width);
}

float text_width(const ItemDrawing& drawing, const ItemCell& cell) {
  return std::max(drawing.px(20), cell.width - cell.indent - cell.after - 2 * drawing.px(cell_pad));
}

void lay_out_items(const ItemDrawing& drawing, const ItemKind& kind, float width) {
  ItemState& state = drawing.state;
  const Shared<Section>& shown = drawing.session.document()->sections[drawing.session.view().section];
  const bool same_font =
      state.font == drawing.theme.fonts.text && state.font_size == drawing.theme.fonts.text->FontSize;
  if (!same_font) {
    state.heights.clear();
    state.texts.clear();
  }
  const auto& touchpoints = drawing.session.touchpoint_names();
  const bool same_names = state.touchpoints == touchpoints;
  std::string rows_for = kind.rows_depend_on(drawing);
  const bool same_rows = state.rows_for == rows_for;
  if (state.section && state.section->same_as(shown) && state.width == width && same_font && same_names && same_rows)
    return;
  const auto top_at_cursor = [&] {
    const auto at = cursor_cell(drawing);
    return at ? state.rows[at->row].top : 0.0F;
  };
  const bool is_shown_already = state.section && (*state.section)->id == shown->id;
  const float top = same_rows || !is_shown_already ? 0 : top_at_cursor();
  if (state.section && (*state.section)->id != shown->id) {
    ItemState other;
    other.heights = std::move(state.heights);
    other.drawn_in = state.drawn_in;
    other.trial_left = std::move(state.trial_left);
    state = std::move(other);
  }
  state.rows_for = std::move(rows_for);
  state.touchpoints = touchpoints;
  state.section = shown;
  state.font = drawing.theme.fonts.text;
  state.font_size = drawing.theme.fonts.text->FontSize;
  state.width = width;
  const ItemDrawing kept{drawing.app, drawing.session, **state.section, state, drawing.theme};
  state.rows = kind.rows(kept, width);
  float y = 0;
  for (ItemRow& row : state.rows) {
    lay_out_row(kept, row, y);
    y += row.height;
    if (!is_in_table(row)) y += drawing.px(row.look == RowLook::card ? 8.0F : 2.0F);
  }
  state.height = y;
  if (!same_rows && is_shown_already) state.moved += top_at_cursor() - top;
}

std::optional<CellAt> find_cell(const ItemState& state, const FieldPlace& place) {
  for (size_t r = 0; r < state.rows.size(); ++r) {
    const auto& cells = state.rows[r].cells;
    const auto found = std::ranges::find(cells, place, &ItemCell::place);
    if (found != cells.end()) return CellAt{r, static_cast<size_t>(found - cells.begin())};
  }
  return std::nullopt;
}

std::optional<CellAt> cursor_cell(const ItemDrawing& drawing) {
  const View& view = drawing.session.view();
  if (view.cursor.empty() && view.field.empty()) return std::nullopt;
  if (const auto exact = find_cell(drawing.state, {view.cursor, view.field})) return exact;
  for (size_t r = 0; r < drawing.state.rows.size(); ++r) {
    const auto& cells = drawing.state.rows[r].cells;
    const auto found =
        std::ranges::find_if(cells, [&](const ItemCell& cell) { return cell.place.item == view.cursor; });
    if (found != cells.end()) return CellAt{r, static_cast<size_t>(found - cells.begin())};
  }
  return std::nullopt;
}

std::optional<CellAt> next_cell(const ItemState& state, CellAt from, int step) {
  if (step > 0) {
    if (from.cell + 1 < state.rows[from.row].cells.size()) return CellAt{from.row, from.cell + 1};
    for (size_t r = from.row + 1; r < state.rows.size(); ++r) {
      if (!state.rows[r].cells.empty()) return CellAt{r, 0};
    }
    return std::nullopt;
  }
  if (from.cell > 0) return CellAt{from.row, from.cell - 1};
  for (size_t r = from.row; r-- > 0;) {
    if (!state.rows[r].cells.empty()) return CellAt{r, state.rows[r].cells.size() - 1};
  }
  return std::nullopt;
}

}  // namespace canvasbook
