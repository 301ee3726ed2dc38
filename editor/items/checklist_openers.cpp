#include "editor/items/checklist_openers.h"

#include <algorithm>
#include <cmath>

#include "editor/items/checklist_rating.h"
#include "editor/items/checklist_trial.h"
#include "editor/items/controls.h"
#include "editor/palette/dialog.h"
#include "editor/parts/text_field.h"
#include "model/kinds/checklist_openers.h"
#include "model/standard_checks.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr const char* evidence_field = "evidence";
constexpr float inner_indent = 24;    // logical pixels, as below
constexpr float opener_room = 24;     // of a line below the texts
constexpr size_t longest_label = 60;  // code points

const CheckItem* check_to_change(const App& app) {
  if (app.session() == nullptr || app.state<ItemState>().on_trial) return nullptr;
  return shown_check(*app.session(), app.session()->view().cursor);
}

std::string name_in_list(const CheckItem& item, const Catalog& words) {
  const std::string name = shortened(to_one_line(name_of_check(item)), longest_label);
  return name.empty() ? words.text("item.without_text") : name;
}

const char* fault_key(OpenerFault fault) {
  switch (fault) {
    case OpenerFault::itself:
      return "items.opener_fault.itself";
    case OpenerFault::ring:
      return "items.opener_fault.ring";
    case OpenerFault::chained:
      return "items.opener_fault.chained";
    case OpenerFault::opens_others:
      return "items.opener_fault.opens_others";
    case OpenerFault::none:
    case OpenerFault::missing:
      break;
  }
  return "items.opener_gone";
}

void set_shown_opener(App& app, const std::string& item, const std::string& opener) {
  Session& session = *app.session();
  const Checklist* checklist = session.content_as<Checklist>();
  if (checklist == nullptr || find_check(*checklist, item) == nullptr) return;
  const OpenerFault fault = opener.empty() ? OpenerFault::none : fault_of_opener(*checklist, item, opener);
  if (fault != OpenerFault::none) return app.say(app.catalog().text(fault_key(fault)));
  session.record_content(set_opener(*checklist, item, opener), "step.opener", item);
  session.point_at({item, "text"});
}

void offer_openers(App& app, const std::string& item) {
  Session& session = *app.session();
  session.pause_writing();
  const Checklist& checklist = *session.content_as<Checklist>();
  const CheckItem* opened = find_check(checklist, item);
  if (opened == nullptr) return;
  const Catalog& words = app.catalog();
  std::vector<PaletteEntry> entries;
  size_t present = 0;
  entries.push_back(make_choice("opener/none", words.text("items.always_asked"), {},
                                opened->opens_on.empty() ? icons::check : icons::unmarked,
                                [item](App& chosen) { set_shown_opener(chosen, item, {}); }));
  for (const CheckGroup& group : checklist.groups) {
    for (const CheckItem& other : group.items) {
      if (other.id == item) continue;
      const bool is_present = opened->opens_on == other.id;
      if (is_present) present = entries.size();
      entries.push_back(
          make_choice("opener/" + other.id, number_of_check(checklist, other.id) + " " + name_in_list(other, words),
                      group.title, is_present ? icons::check : icons::unmarked,
                      [item, opener = other.id](App& chosen) { set_shown_opener(chosen, item, opener); }));
    }
  }
  app.show_dialog(make_choice_list(std::move(entries), "items.find_opener", present));
}

// What stands below an item that names another one to be opened by.
std::string words_of_opener(const ItemDrawing& drawing, const Checklist& checklist, const CheckItem& item) {
  const Catalog& words = drawing.words();
  const CheckItem* opener = opener_of(checklist, item);
  if (opener == nullptr) {
    const bool is_gone = find_check(checklist, item.opens_on) == nullptr;
    return words.text(is_gone ? "items.opener_gone" : "items.opener_chained");
  }
  const std::string condition =
      opens_words(scale_of(checklist, *opener), number_of_check(checklist, opener->id), words);
  return words.text("items.opener_is",
                    {{"condition", with_capital(condition)}, {"item", name_in_list(*opener, words)}});
}

}  // namespace

bool can_write_evidence(const App& app) { return check_to_change(app) != nullptr; }

void write_evidence(App& app) {
  if (const CheckItem* item = check_to_change(app)) app.session()->begin_field({std::string(item->id), evidence_field});
}

bool shows_evidence(const Session& session, const CheckItem& item) {
  const View& view = session.view();
  return !item.evidence.empty() || (view.cursor == item.id && view.field == evidence_field);
}

ItemCell evidence_cell(const ItemDrawing& drawing, const CheckItem& item, float left, float width) {
  const float label = width_of_line(drawing.theme.fonts.small, drawing.words().text("items.evidence_label"));
  return {{item.id, evidence_field},       &item.evidence, CellStyle::small, "items.evidence", left, width,
          std::ceil(label) + drawing.px(6)};
}

void draw_evidence_label(const ItemDrawing& drawing, const ItemRow& row, ImVec2 from) {
  const auto cell =
      std::ranges::find_if(row.cells, [](const ItemCell& one) { return one.place.field == evidence_field; });
  if (cell == row.cells.end()) return;
  const Theme& theme = drawing.theme;
  ImFont* font = theme.fonts.small;
  const float shift = theme.px(3) + std::floor((row_height_of(font) - font->FontSize) / 2);
  const std::string label = drawing.words().text("items.evidence_label");
  ImGui::GetWindowDrawList()->AddText(font, font->FontSize,
                                      {from.x + cell->left + theme.px(cell_pad), from.y + cell->top + shift},
                                      theme.colours.muted, label.c_str());
}

bool can_choose_opener(const App& app) { return check_to_change(app) != nullptr; }

void choose_opener(App& app) {
  if (const CheckItem* item = check_to_change(app)) offer_openers(app, std::string(item->id));
}

float indent_of(const ItemDrawing& drawing, const Checklist& checklist, const CheckItem& item) {
  return opener_of(checklist, item) == nullptr ? 0 : drawing.px(inner_indent);
}

float room_for_opener(const ItemDrawing& drawing, const CheckItem& item) {
  return item.opens_on.empty() ? 0 : drawing.px(opener_room);
}

void draw_opener(const ItemDrawing& drawing, const CheckItem& item, ImVec2 at, float width) {
  if (item.opens_on.empty()) return;
  const Checklist& checklist = shown_checklist(drawing);
  const CheckItem* opener = opener_of(checklist, item);
  const std::string label = words_of_opener(drawing, checklist, item);
  const float room = std::min(width, width_of_line(drawing.theme.fonts.small, label) + drawing.px(24));
  const char32_t icon = opener == nullptr ? icons::warning : icons::link;
  if (!quiet_link(drawing, "item/" + item.id + "/opener", icon, label, label, at, room)) return;
  if (opener == nullptr) return offer_openers(drawing.app, std::string(item.id));
  drawing.session.point_at({opener->id, "text"});
}

}  // namespace canvasbook
