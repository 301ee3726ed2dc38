// Responses: the cue at the left, its answers below one another at the right, each with the dialogues that say it.
#include <algorithm>
#include <cmath>

#include "editor/frame/tooltip.h"
#include "editor/items/kinds.h"

namespace canvasbook {

namespace {

constexpr float uses_room = 52;  // logical pixels

const ModuleUses& uses_of(const ItemDrawing& drawing) {
  const Session& session = drawing.session;
  return drawing.state.uses.at_once(session.history().revision(), [&] { return find_module_uses(session.workbook()); });
}

// How often an answer is said in dialogues, and the way to the first of them.
void view_uses(const ItemDrawing& drawing, const std::string& answer, ImVec2 at) {
  const Theme& theme = drawing.theme;
  const auto uses = uses_of(drawing).find(answer);
  if (uses == uses_of(drawing).end()) return;
  ImGui::SetCursorScreenPos(at);
  const std::string key = "item/" + answer + "/uses";
  const bool pressed = invisible_button(key.c_str(), {theme.px(40), theme.px(24)});
  drawing.app.parts.add_last(key);
  const bool hovered = ImGui::IsItemHovered();
  const ImU32 colour = hovered ? theme.colours.accent : theme.colours.muted;
  ImDrawList* list = ImGui::GetWindowDrawList();
  draw_icon(list, theme.fonts.text, theme.px(16), {at.x + theme.px(12), at.y + theme.px(12)}, colour, icons::talk);
  const std::string count = std::to_string(uses->second.size());
  list->AddText(theme.fonts.small, theme.fonts.small->FontSize, {at.x + theme.px(24), at.y + theme.px(4)}, colour,
                count.c_str());
  if (hovered) {
    std::string titles;
    for (const ModuleUse& use : uses->second) titles += "\n" + use.dialogue;
    tooltip(drawing.app, drawing.words().text("items.said_in") + titles);
  }
  if (pressed) drawing.session.go_to(uses->second.front().line);
}

class ResponsesKind : public ItemKind {
 public:
  std::vector<ItemRow> rows(const ItemDrawing& drawing, float width) const override {
    const auto& responses = std::get<Responses>(drawing.section.content);
    const float split = std::floor(width * 0.36F);
    std::vector<ItemRow> rows;
    ItemRow& head = rows.emplace_back();
    head.look = RowLook::plain;
    head.cells.push_back({{"", "cue_title"},
                          &responses.cue_title,
                          CellStyle::small,
                          "items.cue_title",
                          drawing.px(6),
                          split - drawing.px(12)});
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
        cell.width = width - split - drawing.px(uses_room);
        cell.indent = drawing.px(20);
        row.cells.push_back(cell);
      }
    }
    return rows;
  }

  void decorate(const ItemDrawing& drawing, const ItemRow& row, ImVec2 from, ImVec2 to) const override {
    if (row.item.empty()) return;
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
      view_uses(drawing, cell.place.item, {to.x - theme.px(uses_room - 6), from.y + cell.top});
    }
    const std::string label = drawing.words().text("items.add_answer");
    ImGui::SetCursorScreenPos({from.x + split, to.y - theme.px(38)});
    if (button(drawing.parts(), "item/" + row.item + "/add_answer", label, icons::add)) {
      drawing.session.add_inner_item(row.item);
    }
  }

  bool has_items(const ItemDrawing& drawing) const override { return drawing.state.rows.size() > 1; }
  const char* add_key() const override { return "items.add_response"; }
  const char* empty_key() const override { return "items.no_responses"; }
};

}  // namespace

const ItemKind& responses_kind() {
  static const ResponsesKind kind;
  return kind;
}

}  // namespace canvasbook
