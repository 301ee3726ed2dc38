// A check list: groups of items, each with what is looked at and what good looks like.
#include <cmath>

#include "editor/item_kinds.h"

namespace canvasbook {

namespace {

class ChecklistKind : public ItemKind {
 public:
  std::vector<ItemRow> rows(const ItemDrawing& drawing, float width) const override {
    const auto& checklist = std::get<Checklist>(drawing.section.content);
    std::vector<ItemRow> rows;
    for (const CheckGroup& group : checklist.groups) {
      ItemRow& head = rows.emplace_back();
      head.item = group.id;
      head.look = RowLook::heading;
      head.cells.push_back({{group.id, "title"}, &group.title, CellStyle::heading, "items.group", 0, width});
      for (const CheckItem& item : group.items) {
        ItemRow& row = rows.emplace_back();
        row.item = item.id;
        const float room = width - drawing.px(12);
        row.cells.push_back({{item.id, "text"}, &item.text, CellStyle::strong, "items.check", drawing.px(6), room});
        row.cells.push_back(
            {{item.id, "requirement"}, &item.requirement, CellStyle::body, "items.requirement", drawing.px(6), room});
      }
    }
    return rows;
  }

  const char* add_key() const override { return "items.add_group"; }
  const char* empty_key() const override { return "items.no_groups"; }
};

}  // namespace

const ItemKind& checklist_kind() {
  static const ChecklistKind kind;
  return kind;
}

}  // namespace canvasbook
