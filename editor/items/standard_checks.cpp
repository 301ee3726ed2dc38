#include "editor/items/standard_checks.h"

#include <algorithm>

#include "editor/frame/command_table.h"
#include "editor/items/controls.h"
#include "editor/palette/dialog.h"
#include "model/registers.h"
#include "model/standard_checks.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr size_t longest_label = 60;  // code points
constexpr size_t most_named = 3;      // in a line
constexpr float standard_room = 24;   // logical pixels

// The section of standards that is shown, or nullptr.
const Section* standards_shown(const App& app) {
  const Session* session = app.session();
  if (session == nullptr || session->view().shown_register) return nullptr;
  const Section* section = session->section();
  return section != nullptr && standards_in(*section) != nullptr ? section : nullptr;
}

std::string label_of_check(const CheckItem& item, const Catalog& words) {
  const std::string name = shortened(to_one_line(name_of_check(item)), longest_label);
  return name.empty() ? words.text("item.without_text") : words.text("quote", {{"text", name}});
}

std::vector<const CheckItem*> checks_at_cursor(const App& app) {
  if (standards_shown(app) == nullptr) return {};
  return checks_of_standard(app.session()->workbook(), app.session()->view().cursor);
}

std::string title_of_check_list(const ChecklistPlace& place, const Catalog& words) {
  const std::string& title = trim(place.section->title).empty() ? place.document->title : place.section->title;
  return trim(title).empty() ? words.text("window.unnamed") : title;
}

void add_to(App& app, const std::string& from, const ItemIds& rows, const std::string& checklist) {
  Session& session = *app.session();
  ChecksOfStandards made = add_checks_of_standards(session.workbook(), from, rows, checklist, session.ids());
  if (made.items.empty()) return;
  const size_t count = made.items.size();
  session.record(std::move(made.workbook), "step.check_standards", session.view().cursor);
  for (const ChecklistPlace& place : check_lists(session.workbook())) {
    if (place.section->id != checklist) continue;
    const std::string keys = shortcut_text("command.undo", app.catalog());
    app.say(app.catalog().count("items.checks_added", count,
                                {{"title", title_of_check_list(place, app.catalog())}, {"keys", keys}}));
  }
}

}  // namespace

bool shows_standards(const App& app) { return standards_shown(app) != nullptr; }

bool can_check_standards(const App& app) {
  const Section* section = standards_shown(app);
  return section != nullptr && holds_standards(*section, app.session()->view().selected);
}

void check_standards(App& app) {
  Session& session = *app.session();
  session.end_writing();
  if (!can_check_standards(app)) return;  // a row that was just made and says nothing
  const Catalog& words = app.catalog();
  const std::string from = standards_shown(app)->id;
  const ItemIds rows = session.view().selected;
  const std::vector<ChecklistPlace> lists = check_lists(session.workbook());
  if (lists.empty()) return app.say(words.text("items.no_check_list"));
  if (lists.size() == 1) return add_to(app, from, rows, std::string(lists.front().section->id));
  std::vector<PaletteEntry> entries;
  for (const ChecklistPlace& place : lists) {
    entries.push_back(make_choice(
        "check_list/" + place.section->id, title_of_check_list(place, words), place.document->title, icons::checks,
        [from, rows, to = place.section->id](App& chosen) { add_to(chosen, from, rows, to); }));
  }
  app.show_dialog(make_choice_list(std::move(entries), "items.find_check_list"));
}

std::string words_of_checks(const App& app) {
  const std::vector<const CheckItem*> checks = checks_at_cursor(app);
  if (checks.empty()) return {};
  const Catalog& words = app.catalog();
  std::string items;
  for (size_t i = 0; i < std::min(checks.size(), most_named); ++i) {
    items += (i == 0 ? "" : ", ") + label_of_check(*checks[i], words);
  }
  if (checks.size() > most_named) items += " " + words.count("items.and_more", checks.size() - most_named);
  return words.text("items.checked_by", {{"items", items}});
}

std::vector<MenuRow> menu_of_checks(const App& app) {
  std::vector<MenuRow> rows;
  for (const CheckItem* item : checks_at_cursor(app)) {
    if (rows.empty()) rows.emplace_back();
    MenuRow& row = rows.emplace_back();
    row.key = "items/check/" + item->id;
    row.label = app.catalog().text("items.check_item", {{"item", label_of_check(*item, app.catalog())}});
    row.icon = icons::arrow_forward;
  }
  return rows;
}

void go_to_check(App& app, size_t place) {
  const std::vector<const CheckItem*> checks = checks_at_cursor(app);
  if (place < checks.size()) app.state<ItemState>().leads_to = checks[place]->id;
}

float room_for_standard(const ItemDrawing& drawing, const CheckItem& item) {
  return item.standard.empty() ? 0 : drawing.px(standard_room);
}

void draw_standard(const ItemDrawing& drawing, const CheckItem& item, ImVec2 at, float width) {
  if (item.standard.empty()) return;
  const Catalog& words = drawing.words();
  const Session& session = drawing.session;
  const StandardNames& names = drawing.state.standards.at_once(session.history().revision(),
                                                               [&] { return names_of_standards(session.workbook()); });
  const auto standard = names.find(item.standard);
  const bool is_gone = standard == names.end();
  const std::string label =
      is_gone ? words.text("items.standard_gone") : words.text("items.standard_is", {{"standard", standard->second}});
  const float room = std::min(width, width_of_line(drawing.theme.fonts.small, label) + drawing.px(24));
  if (quiet_link(drawing, "item/" + item.id + "/standard", is_gone ? icons::warning : icons::link, label, label, at,
                 room) &&
      !is_gone) {
    drawing.state.leads_to = item.standard;
  }
}

}  // namespace canvasbook
