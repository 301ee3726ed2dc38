// A sheet as a table: typed columns, a row for each item.
#include <algorithm>
#include <cmath>

#include "editor/item_kinds.h"

namespace canvasbook {

namespace {

class SheetKind : public ItemKind {
 public:
  float widest() const override { return 0; }

  std::vector<ItemRow> rows(const ItemDrawing& drawing, float width) const override {
    const auto& sheet = std::get<Sheet>(drawing.section.content);
    float shares = 0;
    for (const SheetColumn& column : sheet.columns) shares += static_cast<float>(std::max(1, column.share));
    std::vector<ItemRow> rows;
    ItemRow& head = rows.emplace_back();
    head.look = RowLook::table_head;
    const auto place = [&](ItemRow& row, const FieldPlace& field, const std::string& text, CellStyle style, float& x,
                           const SheetColumn& column) {
      const float room = std::floor(width * static_cast<float>(std::max(1, column.share)) / shares);
      row.cells.push_back({field, &text, style, "items.cell", x, room});
      x += room;
    };
    float x = 0;
    for (const SheetColumn& column : sheet.columns) {
      place(head, {column.id, "title"}, column.title, CellStyle::strong, x, column);
    }
    for (const SheetRow& one : sheet.rows) {
      ItemRow& row = rows.emplace_back();
      row.item = one.id;
      row.look = RowLook::table;
      x = 0;
      for (const SheetColumn& column : sheet.columns) {
        place(row, {one.id, column.id}, cell_text(one, column), CellStyle::body, x, column);
      }
    }
    return rows;
  }

  const char* add_key() const override { return "items.add_row"; }
  const char* empty_key() const override { return "items.no_rows"; }
};

}  // namespace

const ItemKind& sheet_kind() {
  static const SheetKind kind;
  return kind;
}

}  // namespace canvasbook
