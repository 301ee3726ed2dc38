// Responses: the cue at the left, its answers below one another at the right, each with the dialogues that say it.
#include <algorithm>
#include <cmath>

#include "editor/frame/tooltip.h"
#include "editor/items/controls.h"
#include "editor/items/kinds.h"
#include "editor/items/next_step.h"
#include "editor/items/synonyms.h"
#include "model/kinds/item_lists.h"

namespace canvasbook {

namespace {

constexpr float uses_room = 46;  // logical pixels, as all below
constexpr float foot_room = 34;
constexpr float least_beside = 520;  // of a row where cue and answers stand beside each other

// Of sections whose cues are cases, reasons and topics, and not what a client says.
constexpr std::string_view roles_of_our_words[] = {"introduction", "contact",    "needs",   "advantages", "agreement",
                                                   "reminder",     "summing_up", "bridges", "conflicts"};

// Where the answers stand in a row: beside their cue or, in a narrow one, below it.
float answers_left(const ItemDrawing& drawing, float width, bool as_line = false) {
  if (as_line || width >= drawing.px(least_beside)) return std::floor(width * 0.36F);
  return drawing.px(6);
}
bool stand_below(const ItemDrawing& drawing, float width) { return width < drawing.px(least_beside); }

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

// The response that is written in or chosen, or that an answer of it is; empty for none.
std::string open_response(const Content& content, const std::string& cursor) {
  const Response* response = response_with(std::get<Responses>(content), cursor);
  return response == nullptr ? std::string() : response->id;
}

std::string open_response(const ItemDrawing& drawing) {
  return open_response(drawing.section.content, drawing.session.view().cursor);
}

bool is_at_answer(const Session& session) {
  const std::string open = open_response(session.section()->content, session.view().cursor);
  return !open.empty() && open != session.view().cursor;
}

bool is_compact(const ItemDrawing& drawing) { return drawing.app.settings.answers_compact; }

class ResponsesKind : public ItemKind {
 public:
  std::string rows_depend_on(const ItemDrawing& drawing) const override {
    return is_compact(drawing) ? "compact/" + open_response(drawing) : std::string();
  }

  std::vector<ItemRow> rows(const ItemDrawing& drawing, float width) const override {
    const auto& responses = std::get<Responses>(drawing.section.content);
    const float split = std::floor(width * 0.36F);
    std::vector<ItemRow> rows;
    ItemRow& head = rows.emplace_back();
    head.look = RowLook::plain;
    head.foot = drawing.px(6);  // it is as high as what stands at its right
    head.cells.push_back({{"", "cue_title"},
                          &responses.cue_title,
                          CellStyle::small,
                          "items.cue_title",
                          drawing.px(6),
                          split - drawing.px(12)});
    const std::string open = open_response(drawing);
    for (const Response& response : responses.responses) {
      const bool as_line = is_compact(drawing) && response.id != open;
      ItemRow& row = rows.emplace_back();
      row.item = response.id;
      row.look = as_line ? RowLook::line : RowLook::card;
      const float left = answers_left(drawing, width, as_line);
      const bool is_below = !as_line && stand_below(drawing, width);
      row.foot = as_line ? 0 : drawing.px(is_below ? 2 * foot_room : foot_room);
      ItemCell cue;
      cue.place = {response.id, "cue"};
      cue.text = &response.cue;
      cue.style = CellStyle::strong;
      cue.placeholder = "items.cue";
      cue.left = drawing.px(6);
      cue.width = is_below ? width - drawing.px(12) : split - drawing.px(12);
      cue.one_line = as_line;
      row.cells.push_back(cue);
      for (const Answer& answer : response.answers) {
        ItemCell cell;
        cell.place = {answer.id, "text"};
        cell.text = &answer.text;
        cell.placeholder = "items.answer";
        cell.left = left;
        cell.width = width - left - drawing.px(uses_room);
        cell.below = as_line ? 0 : height_of_next_step(drawing);
        cell.indent = drawing.px(20);
        cell.one_line = as_line;
        row.cells.push_back(cell);
        if (as_line) break;
      }
    }
    return rows;
  }

  void decorate(const ItemDrawing& drawing, const ItemRow& row, ImVec2 from, ImVec2 to) const override {
    if (row.item.empty()) return draw_switch(drawing, from, to);
    if (row.look == RowLook::line) return draw_rest(drawing, row, from, to);
    const Theme& theme = drawing.theme;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float width = drawing.state.width;
    const float left = answers_left(drawing, width);
    const bool is_below = stand_below(drawing, width);
    if (!is_below) {
      list->AddLine({from.x + left - theme.px(4), from.y + theme.px(8)},
                    {from.x + left - theme.px(4), to.y - theme.px(8)}, theme.colours.border);
    }
    const Response* response = find_item(std::get<Responses>(drawing.section.content).responses, row.item);
    if (response == nullptr) return;
    const std::string& cursor = drawing.session.view().cursor;
    const bool is_hovered = ImGui::IsMouseHoveringRect(from, to);
    size_t count = 0;
    for (const ItemCell& cell : row.cells) {
      const Answer* answer = find_item(response->answers, cell.place.item);
      if (answer == nullptr) continue;
      const std::string number = std::to_string(++count) + ".";
      ImFont* font = theme.fonts.small;
      list->AddText(font, font->FontSize, {from.x + cell.left + theme.px(8), from.y + cell.top + theme.px(6)},
                    theme.colours.muted, number.c_str());
      view_uses(drawing, cell.place.item, {to.x - theme.px(uses_room), from.y + cell.top});
      const ImVec2 step_at{from.x + cell.left + cell.indent + theme.px(cell_pad), from.y + cell.top + cell.height};
      view_next_step(drawing, *answer, step_at, cell.width - cell.indent - theme.px(2 * cell_pad),
                     is_hovered || cursor == answer->id);
    }
    const bool is_at_work = is_hovered || cursor == row.item || find_item(response->answers, cursor) != nullptr;
    const float synonyms_top = to.y - theme.px(is_below ? 2 * foot_room : foot_room);
    view_synonyms(drawing, *response, {from.x + theme.px(8), synonyms_top}, (is_below ? width : left) - theme.px(20),
                  is_at_work);
    const std::string label = drawing.words().text("items.add_answer");
    ImGui::SetCursorScreenPos({from.x + left, to.y - theme.px(38)});
    if (button(drawing.parts(), "item/" + row.item + "/add_answer", label, icons::add)) {
      drawing.session.add_inner_item(row.item);
    }
  }

  const char* add_key() const override { return "items.add_response"; }
  const char* empty_key(const Section& section) const override {
    if (section.role == "secretary") return "items.no_words_of_secretary";
    return std::ranges::find(roles_of_our_words, section.role) == std::ranges::end(roles_of_our_words)
               ? "items.no_responses"
               : "items.no_words_of_ours";
  }
  const char* add_key_at(const Session& session) const override {
    return is_at_answer(session) ? "items.add_answer" : add_key();
  }
  std::string outer_item(const Session& session) const override {
    return open_response(session.section()->content, session.view().cursor);
  }
  std::string chosen_words(const ItemDrawing& drawing) const override {
    const ItemIds& chosen = drawing.session.view().selected;
    std::string words = ItemKind::chosen_words(drawing);
    if (chosen.size() != 1) return words;
    const auto& responses = std::get<Responses>(drawing.session.section()->content);
    const Response* cue = find_item(responses.responses, *chosen.begin());
    if (cue == nullptr) return drawing.words().text("items.chosen_answer", {{"text", words}});
    if (cue->answers.empty()) return words;
    return drawing.words().count("items.chosen_cue", cue->answers.size(), {{"text", words}});
  }
  const char* pasted_key(const Session& session) const override {
    return is_at_answer(session) ? "items.pasted_answers" : "items.pasted_cues";
  }
  const char* writing_hint_key() const override { return "items.hint.responses"; }
  const char* hint_key(const Session& session) const override {
    if (is_at_answer(session)) return session.is_writing() ? "items.hint.answer" : "items.hint.at_answer";
    return session.is_writing() ? writing_hint_key() : "items.hint.at_cue";
  }

 private:
  // Whether answers stand in one line each.
  static void draw_switch(const ItemDrawing& drawing, ImVec2 from, ImVec2 to) {
    const bool compact = is_compact(drawing);
    const std::string label = drawing.words().text("items.compact");
    const char32_t icon = compact ? icons::box_checked : icons::box;
    const float width = chip_width(drawing.theme, label, icon);
    if (chip(drawing, "responses/compact", label, {to.x - width, from.y}, width,
             compact ? ChipStyle::marked : ChipStyle::bare, icon)) {
      drawing.app.run_command("command.compact_answers");
    }
  }

  // How many answers more there are.
  static void draw_rest(const ItemDrawing& drawing, const ItemRow& row, ImVec2 from, ImVec2 to) {
    const Responses& responses = std::get<Responses>(drawing.section.content);
    const Response* response = find_item(responses.responses, row.item);
    if (response == nullptr || response->answers.size() < 2) return;
    const std::string more = "+" + std::to_string(response->answers.size() - 1);
    ImFont* font = drawing.theme.fonts.small;
    ImGui::GetWindowDrawList()->AddText(
        font, font->FontSize,
        {to.x - drawing.px(14) - width_of_line(font, more), std::floor((from.y + to.y - font->FontSize) / 2)},
        drawing.theme.colours.muted, more.c_str());
  }
};

}  // namespace

const ItemKind& responses_kind() {
  static const ResponsesKind kind;
  return kind;
}

}  // namespace canvasbook
