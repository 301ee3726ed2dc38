// Replacements: what is not to be said, what is said instead, why, and what the client hears, side by side.
#include <array>
#include <cmath>

#include "editor/items/kinds.h"

namespace canvasbook {

namespace {

// A column: its field, the words for it, which part of the width it takes.
struct ReplacementColumn {
  const char* field;
  const char* key;
  CellStyle style;
  std::string Replacement::*text;
  float part;
};
constexpr std::array replacement_columns{
    ReplacementColumn{"phrase", "items.phrase", CellStyle::strong, &Replacement::phrase, 0.23F},
    ReplacementColumn{"replacement", "items.replacement", CellStyle::body, &Replacement::replacement, 0.27F},
    ReplacementColumn{"reason", "items.reason", CellStyle::small, &Replacement::reason, 0.25F},
    ReplacementColumn{"hears", "items.hears", CellStyle::small, &Replacement::hears, 0.25F}};

// Where each begins, and behind the last the whole width.
std::array<float, replacement_columns.size() + 1> column_lefts(float width) {
  std::array<float, replacement_columns.size() + 1> lefts{};
  for (size_t i = 0; i + 1 < replacement_columns.size(); ++i) {
    lefts[i + 1] = lefts[i] + std::floor(width * replacement_columns[i].part);
  }
  lefts.back() = width;
  return lefts;
}

class ReplacementsKind : public ItemKind {
 public:
  float widest() const override { return 1280; }

  std::vector<ItemRow> rows(const ItemDrawing& drawing, float width) const override {
    const auto& replacements = std::get<Replacements>(drawing.section.content).replacements;
    const auto lefts = column_lefts(width);
    std::vector<ItemRow> rows;
    for (const Replacement& replacement : replacements) {
      ItemRow& row = rows.emplace_back();
      row.item = replacement.id;
      row.look = RowLook::table;
      for (size_t i = 0; i < replacement_columns.size(); ++i) {
        const ReplacementColumn& column = replacement_columns[i];
        ItemCell cell;
        cell.place = {replacement.id, column.field};
        cell.text = &(replacement.*column.text);
        cell.style = column.style;
        cell.placeholder = column.key;
        cell.left = lefts[i];
        cell.width = lefts[i + 1] - lefts[i];
        row.cells.push_back(cell);
      }
    }
    return rows;
  }

  float controls(const ItemDrawing& drawing, ImVec2 at, float width) const override {
    const Theme& theme = drawing.theme;
    const auto lefts = column_lefts(width);
    for (size_t i = 0; i < replacement_columns.size(); ++i) {
      const float room = lefts[i + 1] - lefts[i] - theme.px(16);
      clipped_text(ImGui::GetWindowDrawList(), theme.fonts.small_bold, {at.x + lefts[i] + theme.px(cell_pad), at.y},
                   room, theme.colours.muted, drawing.words().text(replacement_columns[i].key));
    }
    return theme.px(24);
  }

  const char* add_key() const override { return "items.add_replacement"; }
  const char* empty_key(const Section&) const override { return "items.no_replacements"; }
  const char* writing_hint_key() const override { return "items.hint.replacements"; }
};

}  // namespace

const ItemKind& replacements_kind() {
  static const ReplacementsKind kind;
  return kind;
}

}  // namespace canvasbook
