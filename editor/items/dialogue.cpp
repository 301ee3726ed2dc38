// A dialogue as a talk: who speaks at the left, what is said at the right, and the module that a line says.
#include <algorithm>
#include <cmath>

#include "editor/dialogs/budget.h"
#include "editor/frame/popup_menu.h"
#include "editor/frame/tooltip.h"
#include "editor/items/controls.h"
#include "editor/items/kinds.h"
#include "editor/palette/dialog.h"
#include "model/kinds/item_lists.h"
#include "model/module_uses.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr float title_room = 210;   // logical pixels, as all below: of a speaker above the talk
constexpr float module_room = 50;   // at the right of a line
constexpr float differs_room = 38;  // below a line whose answer was changed

const Dialogue& dialogue_of(const ItemDrawing& drawing) { return std::get<Dialogue>(drawing.section.content); }

// The room for who speaks, pixels: that of the longest title.
float speaker_room(const ItemDrawing& drawing) {
  float widest = 0;
  for (const Speaker& speaker : dialogue_of(drawing).speakers) {
    widest = std::max(widest, button_width(drawing.parts(), speaker.title, 0));
  }
  return std::clamp(widest + drawing.px(16), drawing.px(120), drawing.px(280));
}

void record_line(const ItemDrawing& drawing, const DialogueLine& line, const char* step) {
  Dialogue changed = dialogue_of(drawing);
  changed.lines = set_item(std::move(changed.lines), line);
  drawing.session.record_content(std::move(changed), step, line.id);
}

// With what this frame has written and changed.
const Dialogue& edited_dialogue(const ItemDrawing& drawing) {
  return std::get<Dialogue>(drawing.session.section()->content);
}

// Gives a line to a speaker; somebody who is at its text goes on writing there.
void give_to(const ItemDrawing& drawing, const std::string& line, const std::string& speaker) {
  Dialogue changed = edited_dialogue(drawing);
  const auto spoken = place_in(changed.lines, line);
  if (spoken == changed.lines.end() || speaker.empty()) return;
  spoken->speaker = speaker;
  Session& session = drawing.session;
  session.record_content(std::move(changed), "step.speaker", line);
  const bool at_text = session.view().cursor == line && session.view().field == "text";
  if (at_text && session.view().editing == Editing::nothing) session.begin_field({line, "text"});
}

// The one behind who speaks now, in their order; empty where nobody else is there.
std::string other_speaker(const Dialogue& dialogue, const DialogueLine& line) {
  const auto& speakers = dialogue.speakers;
  const auto now = std::ranges::find(speakers, line.speaker, &Speaker::id);
  if (now == speakers.end()) return speakers.empty() ? std::string() : speakers.front().id;
  if (speakers.size() < 2) return {};
  return now + 1 == speakers.end() ? speakers.front().id : (now + 1)->id;
}

void record_speakers(const ItemDrawing& drawing, Dialogue changed) {
  drawing.session.record_content(std::move(changed), "step.speakers", {});
}

// Lets a line say one of the document's modules, or none.
void choose_module(const ItemDrawing& drawing, const DialogueLine& line) {
  std::vector<PaletteEntry> entries;
  const auto add = [&](const std::string& key, const std::string& name, const std::string& note, char32_t icon,
                       const std::string& module, const std::string& text) {
    entries.push_back(
        make_choice(key, name, note, icon, [section = drawing.section.id, id = line.id, module, text](App& app) {
          const Section* shown = app.session()->section();
          if (shown == nullptr || shown->id != section) return;
          Dialogue changed = std::get<Dialogue>(shown->content);
          const DialogueLine* found = find_item(changed.lines, id);
          if (found == nullptr) return;
          DialogueLine said = *found;
          said.module = module;
          if (said.text.empty()) said.text = text;
          if (said == *found) return;
          changed.lines = set_item(std::move(changed.lines), said);
          app.session()->record_content(std::move(changed), "step.module", id);
        }));
  };
  for (const SpeechModule& module : modules_of(*drawing.session.document())) {
    const std::string cue(trim(to_printable(module.response->cue)));
    add("module/" + module.answer->id, std::string(trim(to_printable(module.answer->text))),
        cue.empty() ? module.section->title : cue, icons::talk, module.answer->id, module.answer->text);
  }
  // The one that it says comes first, where the list begins, so that Enter leaves it.
  std::stable_partition(entries.begin(), entries.end(),
                        [&](const PaletteEntry& entry) { return entry.key == "module/" + line.module; });
  if (!line.module.empty()) add("module/none", drawing.words().text("items.no_module"), {}, icons::close, {}, {});
  drawing.app.show_dialog(make_choice_list(std::move(entries), "items.find_module"));
}

class DialogueKind : public ItemKind {
 public:
  std::vector<ItemRow> rows(const ItemDrawing& drawing, float width) const override {
    const Dialogue& dialogue = dialogue_of(drawing);
    std::vector<ItemRow> rows;
    ItemRow& situation = rows.emplace_back();
    situation.look = RowLook::plain;
    situation.foot = drawing.px(chip_height + 8);
    situation.cells.push_back({{"", "situation"}, &dialogue.situation, CellStyle::body, "items.situation", 0, width});
    ItemRow& speakers = rows.emplace_back();
    speakers.look = RowLook::plain;
    speakers.foot = drawing.px(46);
    float x = 0;
    for (const Speaker& speaker : dialogue.speakers) {
      const float room = std::min(drawing.px(title_room), width / static_cast<float>(dialogue.speakers.size()));
      speakers.cells.push_back(
          {{speaker.id, "title"}, &speaker.title, CellStyle::strong, "items.speaker", x, room - drawing.px(8)});
      x += room;
    }
    for (const DialogueLine& line : dialogue.lines) {
      ItemRow& row = rows.emplace_back();
      row.item = line.id;
      row.foot = drawing.px(line.module.empty() ? 4.0F : line.said.empty() ? 28.0F : differs_room);
      row.cells.push_back({{line.id, "text"},
                           &line.text,
                           CellStyle::body,
                           "items.line",
                           speaker_room(drawing),
                           width - speaker_room(drawing) - drawing.px(module_room)});
    }
    return rows;
  }

  void decorate(const ItemDrawing& drawing, const ItemRow& row, ImVec2 from, ImVec2 to) const override {
    const Dialogue& dialogue = dialogue_of(drawing);
    if (row.item.empty()) {
      if (is_situation(row)) return view_length(drawing, dialogue, from, to);
      return view_speakers(drawing, dialogue, row, from, to);
    }
    const DialogueLine* line = find_item(dialogue.lines, row.item);
    if (line == nullptr) return;
    view_speaker(drawing, dialogue, *line, from);
    view_module(drawing, *line, from, to);
  }

  bool use_keys(const ItemDrawing& drawing, std::optional<CellAt>) const override { return use_keys_in_text(drawing); }

  bool use_keys_in_text(const ItemDrawing& drawing) const override {
    const Dialogue& dialogue = edited_dialogue(drawing);
    const DialogueLine* line = find_item(dialogue.lines, drawing.session.view().cursor);
    if (line == nullptr || !drawing.app.input.take(Key::r, control_shift)) return false;
    give_to(drawing, std::string(line->id), other_speaker(dialogue, *line));
    return true;
  }

  const char* add_key() const override { return "items.add_line"; }
  const char* empty_key(const Section&) const override { return "items.no_lines"; }
  const char* writing_hint_key() const override { return "items.hint.dialogue"; }

 private:
  static bool is_situation(const ItemRow& row) {
    return !row.cells.empty() && row.cells.front().place.field == "situation";
  }

  // Below the situation: how long the talk may take, and the way to say so.
  static void view_length(const ItemDrawing& drawing, const Dialogue& dialogue, ImVec2 from, ImVec2 to) {
    const std::string length = drawing.words().text("paper.talk_length", {{"count", std::to_string(dialogue.minutes)}});
    const std::string label = dialogue.minutes > 0 ? with_capital(length) : drawing.words().text("items.talk_length");
    const ImVec2 at{from.x + drawing.px(cell_pad), to.y - drawing.px(chip_height + 4)};
    const bool opens =
        chip(drawing, "dialogue/length", label, at, 0, dialogue.minutes > 0 ? ChipStyle::marked : ChipStyle::bare);
    if (opens) drawing.app.show_dialog(make_talk_length_dialog(drawing.app));
  }

  // Of two speakers one is the client: nothing is asked of the other one then.
  static bool may_be_client(const Dialogue& dialogue, const Speaker& speaker) {
    const bool has_client = std::ranges::any_of(dialogue.speakers, &Speaker::is_client);
    return speaker.is_client || dialogue.speakers.size() != 2 || !has_client;
  }

  // Below the names: who is a client, a further speaker, the way to take one out.
  static void view_speakers(const ItemDrawing& drawing, const Dialogue& dialogue, const ItemRow& row, ImVec2 from,
                            ImVec2 to) {
    const Theme& theme = drawing.theme;
    const float y = to.y - theme.px(42);
    Dialogue changed = dialogue;
    bool is_changed = false;
    float x = from.x;
    for (const ItemCell& cell : row.cells) {
      const Speaker* speaker = find_item(dialogue.speakers, cell.place.item);
      if (speaker == nullptr) continue;
      x = from.x + cell.left;
      const std::string key = "speaker/" + speaker->id;
      ImGui::SetCursorScreenPos({x, y});
      const std::string label = drawing.words().text("items.is_client");
      const bool asks = may_be_client(dialogue, *speaker);
      if (asks && button(drawing.parts(), key + "/client", label, speaker->is_client ? icons::box_checked : icons::box,
                         speaker->is_client ? ButtonStyle::selected : ButtonStyle::plain)) {
        Speaker other = *speaker;
        other.is_client = !other.is_client;
        changed.speakers = set_item(std::move(changed.speakers), other);
        is_changed = true;
      }
      const bool speaks =
          std::ranges::find(dialogue.lines, speaker->id, &DialogueLine::speaker) != dialogue.lines.end();
      if (!speaks) {
        ImGui::SetCursorScreenPos({x + (asks ? button_width(drawing.parts(), label, icons::box) : 0), y});
        if (button(drawing.parts(), key + "/remove", "", icons::close)) {
          changed = remove_speaker(std::move(changed), speaker->id);
          is_changed = true;
        }
        name_by_tooltip(drawing.app, "items.remove_speaker");
      }
      x += cell.width + theme.px(8);
    }
    const std::string label = drawing.words().text("items.add_speaker");
    const float width = button_width(drawing.parts(), label, icons::add);
    ImGui::SetCursorScreenPos({std::min(x, to.x - width), from.y});
    if (button(drawing.parts(), "speaker/add", label, icons::add)) {
      changed.speakers.push_back({drawing.session.ids().next(), {}, !dialogue.speakers.empty(), {}});
      is_changed = true;
    }
    if (!is_changed) return;
    const std::string added = changed.speakers.size() > dialogue.speakers.size() ? changed.speakers.back().id : "";
    record_speakers(drawing, std::move(changed));
    if (!added.empty()) drawing.session.begin_field({added, "title"});
  }

  // Of two the other one takes the line by a click; of more one is chosen.
  static void view_speaker(const ItemDrawing& drawing, const Dialogue& dialogue, const DialogueLine& line,
                           ImVec2 from) {
    const Theme& theme = drawing.theme;
    const Speaker* speaker = find_speaker(dialogue, line.speaker);
    const std::string key = "item/" + line.id + "/speaker";
    ImGui::SetCursorScreenPos({from.x + theme.px(6), from.y + theme.px(5)});
    const bool named = speaker != nullptr && !speaker->title.empty();
    const std::string name = named ? speaker->title : drawing.words().text("items.no_speaker");
    const bool ours = speaker != nullptr && !speaker->is_client;
    const bool pressed = button(drawing.parts(), key, name, 0, ours ? ButtonStyle::selected_entry : ButtonStyle::entry,
                                true, speaker_room(drawing) - theme.px(14));
    if (pressed && dialogue.speakers.size() == 2) return give_to(drawing, line.id, other_speaker(dialogue, line));
    if (pressed) open_menu_of_button(drawing.app, key + "/menu");
    std::vector<MenuRow> rows;
    for (const Speaker& one : dialogue.speakers) {
      rows.push_back({key + "/" + one.id, one.title, {}, 0, true, one.id == line.speaker});
    }
    const int chosen = popup_menu(drawing.app, (key + "/menu").c_str(), rows);
    if (chosen >= 0) give_to(drawing, line.id, dialogue.speakers[static_cast<size_t>(chosen)].id);
  }

  static void view_module(const ItemDrawing& drawing, const DialogueLine& line, ImVec2 from, ImVec2 to) {
    const Theme& theme = drawing.theme;
    const std::string key = "item/" + line.id + "/module";
    ImGui::SetCursorScreenPos({to.x - theme.px(module_room - 2), from.y + theme.px(4)});
    const bool opens =
        button(drawing.parts(), key, "", icons::link, line.module.empty() ? ButtonStyle::plain : ButtonStyle::selected);
    name_by_tooltip(drawing.app, "items.choose_module");
    if (!line.module.empty()) view_said(drawing, line, from, to);
    if (opens) choose_module(drawing, line);
  }

  // What a line says, and the way there.
  static void view_said(const ItemDrawing& drawing, const DialogueLine& line, ImVec2 from, ImVec2 to) {
    const Theme& theme = drawing.theme;
    const SpeechModule module = find_module(drawing.session.workbook(), line.module);
    if (module.answer == nullptr) return;
    const std::string cue(trim(to_printable(module.response->cue)));
    std::string label = module.section->title + (cue.empty() ? "" : " · " + cue);
    ImVec2 at{from.x + speaker_room(drawing) + theme.px(cell_pad), to.y - theme.px(30)};
    const bool differs = differs_from_answer(line, *module.answer);
    if (differs) {
      const std::string take = drawing.words().text("items.take_answer");
      const float room = chip_width(theme, take, icons::warning);
      const bool takes = chip(drawing, "item/" + line.id + "/take_answer", take,
                              {at.x, to.y - theme.px(chip_height + 8)}, room, ChipStyle::marked, icons::warning);
      if (ImGui::IsItemHovered()) tooltip(drawing.app, module.answer->text);
      if (takes) return record_line(drawing, take_words(line, *module.answer), "step.take_answer");
      at.x += room + theme.px(chip_gap);
      label = drawing.words().text("items.differs") + " · " + label;
    }
    const float width = to.x - at.x - theme.px(module_room);
    if (quiet_link(drawing, "item/" + line.id + "/said", icons::link, label, module.answer->text, at, width))
      drawing.session.go_to(module.answer->id);
  }
};

}  // namespace

const ItemKind& dialogue_kind() {
  static const DialogueKind kind;
  return kind;
}

}  // namespace canvasbook
