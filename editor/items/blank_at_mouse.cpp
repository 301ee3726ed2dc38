#include "editor/items/blank_at_mouse.h"

#include <algorithm>

#include "editor/parts/text_field.h"
#include "model/blank_places.h"

namespace canvasbook {

namespace {

// Whether a point is in what a row shows of a range.
bool row_shows_at(const TextAtRest& text, size_t row, TextRange range, ImVec2 point) {
  const TextRow shown = text.rows.row(row);
  const size_t begin = std::max(shown.begin, range.begin);
  const size_t end = std::min(shown.end, range.end);
  const RowBox box = text.rows.box(row);
  if (begin >= end || point.y < box.top || point.y >= box.top + box.height) return false;
  return point.x >= x_in_row(text.rows, text.text, row, begin) && point.x < x_in_row(text.rows, text.text, row, end);
}

}  // namespace

std::optional<TextRange> blank_under_mouse(const ItemDrawing& drawing, const ItemCell& cell, ImVec2 at, float width) {
  if (cell.is_link || cell.text->find('[') == std::string::npos) return std::nullopt;
  std::string source = *cell.text;
  if (cell.one_line) std::ranges::replace(source, '\n', ' ');
  TextAtRest text;
  if (cell.one_line) width = any_width;
  lay_out_cell_at_rest(text, drawing.theme, cell, source, width);
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const ImVec2 point{mouse.x - at.x, mouse.y - at.y};
  for (const WordRange& blank : blanks_in_text(source)) {
    const std::string_view before(source);
    const TextRange range{to_editable(before.substr(0, blank.begin)).size(),
                          to_editable(before.substr(0, blank.end)).size()};
    for (size_t row = 0; row < text.rows.count(); ++row) {
      if (row_shows_at(text, row, range, point)) return range;
    }
  }
  return std::nullopt;
}

}  // namespace canvasbook
