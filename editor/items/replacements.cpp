// Replacements: what is not to be said, what is said instead, and why, side by side.
#include <cmath>

#include "editor/items/kinds.h"

namespace canvasbook {

namespace {

class ReplacementsKind : public ItemKind {
 public:
  float widest() const override { return 1100; }

  std::vector<ItemRow> rows(const ItemDrawing& drawing, float width) const override {
    const auto& replacements = std::get<Replacements>(drawing.section.content).replacements;
    const float first = std::floor(width * 0.28F);
    const float second = std::floor(width * 0.36F);
    std::vector<ItemRow> rows;
    for (const Replacement& replacement : replacements) {
      ItemRow& row = rows.emplace_back();
      row.item = replacement.id;
      row.look = RowLook::table;
      const auto add = [&](const char* field, const std::string& text, const char* placeholder, CellStyle style,
                           float left, float cell_width) {
        ItemCell cell;
        cell.place = {replacement.id, field};
        cell.text = &text;
        cell.style = style;
        cell.placeholder = placeholder;
        cell.left = left;
        cell.width = cell_width;
        row.cells.push_back(cell);
      };
      add("phrase", replacement.phrase, "items.phrase", CellStyle::strong, 0, first);
      add("replacement", replacement.replacement, "items.replacement", CellStyle::body, first, second);
      add("reason", replacement.reason, "items.reason", CellStyle::small, first + second, width - first - second);
    }
    return rows;
  }

  float controls(const ItemDrawing& drawing, ImVec2 at, float width) const override {
    const Theme& theme = drawing.theme;
    const float lefts[] = {0, std::floor(width * 0.28F), std::floor(width * 0.28F) + std::floor(width * 0.36F)};
    const char* keys[] = {"items.phrase", "items.replacement", "items.reason"};
    for (size_t i = 0; i < 3; ++i) {
      const float room = (i == 2 ? width : lefts[i + 1]) - lefts[i] - theme.px(16);
      clipped_text(ImGui::GetWindowDrawList(), theme.fonts.small_bold, {at.x + lefts[i] + theme.px(cell_pad), at.y},
                   room, theme.colours.muted, drawing.words().text(keys[i]));
    }
    return theme.px(24);
  }

  const char* add_key() const override { return "items.add_replacement"; }
  const char* empty_key() const override { return "items.no_replacements"; }
};

}  // namespace

const ItemKind& replacements_kind() {
  static const ReplacementsKind kind;
  return kind;
}

}  // namespace canvasbook
