#include "editor/items/standard_checks.h"

#include <algorithm>

#include "editor/frame/command_table.h"
#include "editor/items/controls.h"
#include "editor/navigator/empty_sections.h"
#include "editor/palette/dialog.h"
#include "model/registers.h"
#include "model/standard_checks.h"
#include "model/text/text.h"
#include "templates/library.h"

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

// What the standard at the cursor asks, to tell which items ask something else.
std::string requirement_at_cursor(const App& app) {
  const Section* section = standards_shown(app);
  const Sheet* sheet = section == nullptr ? nullptr : standards_in(*section);
  if (sheet == nullptr) return {};
  const auto row = std::ranges::find(sheet->rows, app.session()->view().cursor, &SheetRow::id);
  return row == sheet->rows.end() ? std::string()
                                  : requirement_of_standard(*sheet, *row, app.session()->document()->language);
}

// With a word on it where the item does not ask what its standard asks.
std::string label_of_check(const CheckItem& item, const std::string& requirement, const Catalog& words) {
  const std::string label = label_of_check(item, words);
  return is_behind(item, requirement) ? words.text("items.is_behind", {{"item", label}}) : label;
}

std::vector<const CheckItem*> checks_at_cursor(const App& app) {
  if (standards_shown(app) == nullptr) return {};
  return checks_of_standard(app.session()->workbook(), app.session()->view().cursor);
}

std::string title_of_check_list(const ChecklistPlace& place, const Catalog& words) {
  const std::string& title = trim(place.section->title).empty() ? place.document->title : place.section->title;
  return trim(title).empty() ? words.text("window.unnamed") : title;
}

// To a check list of the workbook, or of `begun`, which is that workbook with a document that comes in with the items.
void add_to(App& app, const Workbook& begun, const std::string& from, const ItemIds& rows,
            const std::string& checklist) {
  Session& session = *app.session();
  ChecksOfStandards made = add_checks_of_standards(begun, from, rows, checklist, session.ids());
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

void add_unless_there(App& app, const std::string& from, const ItemIds& rows, const std::string& checklist) {
  const ItemIds there = standards_in_check_list(app.session()->workbook(), rows, checklist);
  if (there.empty()) return add_to(app, app.session()->workbook(), from, rows, checklist);
  const auto add = [&app, from, checklist](const ItemIds& chosen) {
    add_to(app, app.session()->workbook(), from, chosen, checklist);
  };
  ItemIds others = rows;
  std::erase_if(others, [&](const std::string& row) { return there.contains(row); });
  Question question{"check_twice.title", "check_twice.text", {}, {}, 0};
  question.arguments = {{"counted", app.catalog().count("check_twice.counted", there.size())}};
  if (!others.empty()) question.answers.push_back({"check_twice.others", [add, others] { add(others); }});
  question.answers.push_back({"check_twice.again", [add, rows] { add(rows); }});
  question.answers.push_back({"check_twice.cancel", {}});
  if (others.empty()) question.suggested = 1;
  app.ask(std::move(question));
}

// A check list of its own, made of a template and these items in one step.
void add_to_new(App& app, const std::string& from, const ItemIds& rows, const Template& source) {
  Document document = make_document(source, app.ids(), app.world().today);
  std::string checklist;
  for (const auto& section : document.sections) {
    if (checklist.empty() && std::holds_alternative<Checklist>(section->content)) checklist = section->id;
  }
  add_to(app, add_document(app.session()->workbook(), std::move(document)), from, rows, checklist);
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
  if (lists.size() == 1) return add_unless_there(app, from, rows, std::string(lists.front().section->id));
  std::vector<PaletteEntry> entries;
  for (const ChecklistPlace& place : lists) {
    entries.push_back(make_choice(
        "check_list/" + place.section->id, title_of_check_list(place, words), place.document->title, icons::checks,
        [from, rows, to = place.section->id](App& chosen) { add_unless_there(chosen, from, rows, to); }));
  }
  const Language language = session.document()->language;
  const auto offer_new = [&](const std::string& key, const Template& source) {
    entries.push_back(make_choice("check_list/" + key, source.title, words.text("items.new_check_list"), icons::add,
                                  [from, rows, source](App& chosen) { add_to_new(chosen, from, rows, source); }));
  };
  offer_new("empty", empty_check_list(words, language));
  for (const Template& source : templates_in(language)) {
    const bool has_list = std::ranges::any_of(source.document.sections, [](const auto& section) {
      return std::holds_alternative<Checklist>(section->content);
    });
    if (has_list && lists.empty()) offer_new("template/" + source.id, source);
  }
  app.show_dialog(make_choice_list(std::move(entries), "items.find_check_list"));
}

std::string words_of_checks(const App& app) {
  const std::vector<const CheckItem*> checks = checks_at_cursor(app);
  if (checks.empty()) return {};
  const Catalog& words = app.catalog();
  const std::string asked = requirement_at_cursor(app);
  std::string items;
  for (size_t i = 0; i < std::min(checks.size(), most_named); ++i) {
    items += (i == 0 ? "" : ", ") + label_of_check(*checks[i], asked, words);
  }
  if (checks.size() > most_named) items += " " + words.count("items.and_more", checks.size() - most_named);
  return words.text("items.checked_by", {{"items", items}});
}

std::vector<MenuRow> menu_of_checks(const App& app) {
  std::vector<MenuRow> rows;
  const std::string asked = requirement_at_cursor(app);
  for (const CheckItem* item : checks_at_cursor(app)) {
    if (rows.empty()) rows.emplace_back();
    MenuRow& row = rows.emplace_back();
    row.key = "items/check/" + item->id;
    row.label = app.catalog().text("items.check_item", {{"item", label_of_check(*item, asked, app.catalog())}});
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
  const StandardsById& standards = drawing.state.standards.at_once(session.history().revision(),
                                                                   [&] { return standards_by_id(session.workbook()); });
  const auto standard = standards.find(item.standard);
  const bool is_gone = standard == standards.end();
  const bool is_old = !is_gone && is_behind(item, standard->second.requirement);
  const std::string label = is_gone ? words.text("items.standard_gone")
                                    : words.text(is_old ? "items.standard_changed" : "items.standard_is",
                                                 {{"standard", standard->second.name}});
  const float room = std::min(width, width_of_line(drawing.theme.fonts.small, label) + drawing.px(24));
  if (quiet_link(drawing, "item/" + item.id + "/standard", is_gone || is_old ? icons::warning : icons::link, label,
                 label, at, room) &&
      !is_gone) {
    drawing.state.leads_to = item.standard;
  }
}

}  // namespace canvasbook
