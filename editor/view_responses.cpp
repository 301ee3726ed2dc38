// Responses: the cue at the left, its answers below one another at the right, each with the dialogues that say it.
#include <algorithm>
#include <cmath>

#include "editor/item_kinds.h"

namespace canvasbook {

namespace {

class ResponsesKind : public ItemKind {
 public:
  std::vector<ItemRow> rows(const ItemDrawing& drawing, float width) const override {
    const auto& responses = std::get<Responses>(drawing.section.content);
    const float split = std::floor(width * 0.36F);
    std::vector<ItemRow> rows;
    for (const Response& response : responses.responses) {
      ItemRow& row = rows.emplace_back();
      row.item = response.id;
      row.foot = drawing.px(34);
      ItemCell cue;
      cue.place = {response.id, "cue"};
      cue.text = &response.cue;
      cue.style = CellStyle::strong;
      cue.placeholder = "items.cue";
      cue.left = drawing.px(6);
      cue.width = split - drawing.px(12);
      row.cells.push_back(cue);
      for (const Answer& answer : response.answers) {
        ItemCell cell;
        cell.place = {answer.id, "text"};
        cell.text = &answer.text;
        cell.placeholder = "items.answer";
        cell.left = split;
        cell.width = width - split - drawing.px(6);
        cell.indent = drawing.px(20);
        row.cells.push_back(cell);
      }
    }
    return rows;
  }

  void decorate(const ItemDrawing& drawing, const ItemRow& row, ImVec2 from, ImVec2 to) const override {
    const Theme& theme = drawing.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float split = row.cells.size() > 1 ? row.cells[1].left : std::floor(drawing.state.width * 0.36F);
    list->AddLine({from.x + split - theme.px(4), from.y + theme.px(8)},
                  {from.x + split - theme.px(4), to.y - theme.px(8)}, theme.colours.border);
    for (size_t i = 1; i < row.cells.size(); ++i) {
      const ItemCell& cell = row.cells[i];
      const std::string number = std::to_string(i) + ".";
      ImFont* font = theme.fonts.small;
      list->AddText(font, font->FontSize, {from.x + cell.left + theme.px(8), from.y + cell.top + theme.px(6)},
                    theme.colours.muted, number.c_str());
    }
    const std::string label = drawing.words().text("items.add_answer");
    ImGui::SetCursorScreenPos({from.x + split, to.y - theme.px(38)});
    if (button(drawing.parts(), "item/" + row.item + "/add_answer", label, icons::add)) {
      drawing.session.add_inner_item(row.item);
    }
  }

  const char* add_key() const override { return "items.add_response"; }
  const char* empty_key() const override { return "items.no_responses"; }
};

}  // namespace

const ItemKind& responses_kind() {
  static const ResponsesKind kind;
  return kind;
}

}  // namespace canvasbook
