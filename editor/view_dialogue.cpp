// A dialogue as a talk: who speaks at the left, what is said at the right, and the module that a line says.
#include <algorithm>
#include <cmath>

#include "editor/item_kinds.h"
#include "editor/popup_menu.h"
#include "model/item_lists.h"

namespace canvasbook {

namespace {

constexpr float speaker_room = 150;  // logical pixels

const Dialogue& dialogue_of(const ItemDrawing& drawing) { return std::get<Dialogue>(drawing.section.content); }

class DialogueKind : public ItemKind {
 public:
  std::vector<ItemRow> rows(const ItemDrawing& drawing, float width) const override {
    const Dialogue& dialogue = dialogue_of(drawing);
    std::vector<ItemRow> rows;
    ItemRow& situation = rows.emplace_back();
    situation.look = RowLook::plain;
    ItemCell about;
    about.place = {"", "situation"};
    about.text = &dialogue.situation;
    about.placeholder = "items.situation";
    about.width = width;
    situation.cells.push_back(about);
    for (const DialogueLine& line : dialogue.lines) {
      ItemRow& row = rows.emplace_back();
      row.item = line.id;
      row.foot = drawing.px(line.module.empty() ? 2.0F : 24.0F);
      ItemCell cell;
      cell.place = {line.id, "text"};
      cell.text = &line.text;
      cell.placeholder = "items.line";
      cell.left = drawing.px(speaker_room);
      cell.width = width - drawing.px(speaker_room + 44);
      row.cells.push_back(cell);
    }
    return rows;
  }

  void decorate(const ItemDrawing& drawing, const ItemRow& row, ImVec2 from, ImVec2) const override {
    const Dialogue& dialogue = dialogue_of(drawing);
    const DialogueLine* line = find_item(dialogue.lines, row.item);
    if (line == nullptr) return;
    speaker_button(drawing, dialogue, *line, from);
  }

  const char* add_key() const override { return "items.add_line"; }
  const char* empty_key() const override { return "items.no_lines"; }

 private:
  static void speaker_button(const ItemDrawing& drawing, const Dialogue& dialogue, const DialogueLine& line,
                             ImVec2 from) {
    const Theme& theme = drawing.theme;
    const Speaker* speaker = find_speaker(dialogue, line.speaker);
    const std::string key = "item/" + line.id + "/speaker";
    ImGui::SetCursorScreenPos({from.x + theme.px(6), from.y + theme.px(6)});
    const std::string name = speaker == nullptr ? drawing.words().text("items.no_speaker") : speaker->title;
    if (button(drawing.parts(), key, name, 0,
               speaker != nullptr && speaker->is_client ? ButtonStyle::plain : ButtonStyle::selected, true,
               theme.px(speaker_room - 16))) {
      ImGui::OpenPopup((key + "/menu").c_str());
    }
    std::vector<MenuRow> rows;
    for (const Speaker& one : dialogue.speakers)
      rows.push_back({key + "/" + one.id, one.title, {}, 0, true, one.id == line.speaker});
    const int chosen = popup_menu(drawing.app, (key + "/menu").c_str(), rows);
    if (chosen < 0) return;
    Dialogue changed = dialogue;
    DialogueLine spoken = line;
    spoken.speaker = dialogue.speakers[static_cast<size_t>(chosen)].id;
    changed.lines = set_item(std::move(changed.lines), spoken);
    drawing.session.record_content(std::move(changed), "step.speaker", line.id);
  }
};

}  // namespace

const ItemKind& dialogue_kind() {
  static const DialogueKind kind;
  return kind;
}

}  // namespace canvasbook
