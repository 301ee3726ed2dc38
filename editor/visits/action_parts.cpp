#include "editor/visits/action_parts.h"

#include <algorithm>
#include <array>
#include <utility>

#include "editor/frame/popup_menu.h"
#include "editor/items/controls.h"
#include "editor/palette/dialog.h"
#include "editor/palette/entries.h"
#include "editor/parts/interface_icons.h"
#include "editor/session/visit_actions.h"
#include "editor/visits/state.h"
#include "model/item_edits.h"
#include "model/standard_checks.h"
#include "model/visits_of_list.h"
#include "model/written_texts.h"

namespace canvasbook {

namespace {

constexpr std::array<std::string_view, 8> action_parts{action_field, owner_field,   due_field,     action_item_part,
                                                       place_field,  checked_field, outcome_field, action_done_part};

const VisitAction* shown_action(const Session& session, std::string_view action) {
  return session.visits() == nullptr ? nullptr : find_action(*session.visits(), action);
}

// The action so many rows further; the same at either end.
std::string action_beside(const Visits& visits, std::string_view action, int step) {
  const std::vector<const VisitAction*> order = actions_in_order(visits);
  const auto at = std::ranges::find(order, action, [](const VisitAction* one) { return std::string_view(one->id); });
  if (at == order.end()) return std::string(action);
  const auto to = std::clamp<std::ptrdiff_t>(at - order.begin() + step, 0, std::ssize(order) - 1);
  return order[static_cast<size_t>(to)]->id;
}

// The list that actions name items of: as it is now, else as it was last.
const Checklist* list_of_actions(const Session& session) {
  const Visits& visits = *session.visits();
  if (const Checklist* now = current_list(session.workbook(), visits)) return now;
  return visits.revisions.empty() ? nullptr : &visits.revisions.back()->list;
}

char32_t icon_of_choice(bool is_chosen) { return is_chosen ? icons::check : icons::unmarked; }

void press(App& app, const std::string& action, std::string_view part) {
  if (part == action_item_part) return choose_action_item(app, action);
  if (part == place_field) return choose_action_place(app, action);
  toggle_action(app, action);
}

void use_row_keys(App& app, const std::string& action, bool opens) {
  InputQueue& input = app.input;
  const Visits& visits = *app.session()->visits();
  if (input.take(Key::escape, {})) return app.session()->deselect();
  if (input.take(Key::up, {})) return go_to_action_part(app, action_beside(visits, action, -1), {});
  if (input.take(Key::down, {})) return go_to_action_part(app, action_beside(visits, action, 1), {});
  if (input.take(Key::space, {})) return toggle_action(app, action);
  if (opens || input.take(Key::tab, {}) || input.take(Key::right, {}) || is_typing(app)) {
    go_to_action_part(app, action, std::string(action_field));
  }
}

}  // namespace

std::vector<const VisitAction*> actions_in_order(const Visits& visits) {
  std::vector<const VisitAction*> order;
  for (const VisitAction& action : visits.actions) order.push_back(&action);
  std::ranges::stable_sort(order, {}, [](const VisitAction* action) { return action->done; });
  return order;
}

bool is_action_text(std::string_view part) {
  return !part.empty() && part != action_item_part && part != place_field && part != action_done_part;
}

bool is_at_visit_action(const App& app) {
  return app.session() != nullptr && shown_action(*app.session(), app.session()->view().cursor) != nullptr;
}

void go_to_action_part(App& app, const std::string& action, const std::string& part) {
  Session& session = *app.session();
  app.state<VisitsState>().searches = false;
  app.state<VisitsState>().scroll = 0;
  if (is_action_text(part)) {
    session.begin_visit_text({action, part});
    if (part == due_field || part == checked_field) session.field.select_all();  // what is typed takes its place
    return;
  }
  if (part.empty()) session.end_writing();  // an action that says nothing goes
  if (shown_action(session, action) != nullptr) session.point_at({action, part});
}

void step_action_part(App& app, const std::string& action, std::string_view part, int step) {
  const auto at = std::ranges::find(action_parts, part);
  const auto to = at - action_parts.begin() + step;
  if (at == action_parts.end() || to < 0) return go_to_action_part(app, action, {});
  if (to < std::ssize(action_parts)) {
    return go_to_action_part(app, action, std::string(action_parts[static_cast<size_t>(to)]));
  }
  const std::string next = action_beside(*app.session()->visits(), action, 1);
  go_to_action_part(app, next, next == action ? std::string() : std::string(action_field));
}

void choose_action_item(App& app, const std::string& action) {
  Session& session = *app.session();
  session.pause_writing();
  const VisitAction* chosen = shown_action(session, action);
  if (chosen == nullptr) return;
  const Catalog& words = app.catalog();
  std::vector<PaletteEntry> entries;
  size_t present = 0;
  entries.push_back(make_choice("action_item/none", words.text("visits.action_no_item"), {},
                                icon_of_choice(chosen->item.empty()),
                                [action](App& in) { set_action_item(*in.session(), action, {}); }));
  const Checklist* list = list_of_actions(session);
  for (const CheckItem* item : list == nullptr ? std::vector<const CheckItem*>() : items_in_order(*list)) {
    const bool is_present = item->id == chosen->item;
    if (is_present) present = entries.size();
    entries.push_back(make_choice(
        "action_item/" + item->id, number_of_check(*list, item->id) + " " + name_of_check(*item), {},
        icon_of_choice(is_present), [action, id = item->id](App& in) { set_action_item(*in.session(), action, id); }));
  }
  app.show_dialog(make_choice_list(std::move(entries), "visits.find_item", present));
}

void choose_action_place(App& app, const std::string& action) {
  Session& session = *app.session();
  session.pause_writing();
  const VisitAction* chosen = shown_action(session, action);
  if (chosen == nullptr) return;
  std::vector<PaletteEntry> entries;
  size_t present = 0;
  const std::string now = chosen->place;
  const auto add = [&](const std::string& key, const std::string& name, const std::string& place) {
    if (place == now) present = entries.size();
    entries.push_back(make_choice(key, name, {}, icon_of_choice(place == now),
                                  [action, place](App& in) { set_action_place(*in.session(), action, place); }));
  };
  add("action_place/everywhere", app.catalog().text("results.action_everywhere"), {});
  std::set<std::string> places = places_of(*session.visits());
  if (!now.empty()) places.insert(now);
  for (const std::string& place : places) add("action_place/" + place, place, place);
  app.show_dialog(make_choice_list(std::move(entries), "visits.find_place", present));
}

void toggle_action(App& app, const std::string& action) {
  Session& session = *app.session();
  const VisitAction* toggled = shown_action(session, action);
  if (toggled != nullptr) finish_visit_action(session, action, !toggled->done, app.world().today);
}

void use_action_keys(App& app) {
  if (app.has_dialog() || menu_is_open() || app.text_field_is_active()) return;
  InputQueue& input = app.input;
  const bool opens = std::exchange(app.state<VisitsState>().opens, false);
  const std::string action = app.session()->view().cursor;
  const std::string part = app.session()->view().field;
  if (part.empty()) return use_row_keys(app, action, opens);
  if (input.take(Key::escape, {})) return go_to_action_part(app, action, {});
  if (input.take(Key::up, {}) || input.take(Key::tab, shift) || input.take(Key::left, {})) {
    return step_action_part(app, action, part, -1);
  }
  if (is_action_text(part) && (opens || is_typing(app))) return go_to_action_part(app, action, part);
  if (!is_action_text(part) && (opens || input.take(Key::space, {}))) return press(app, action, part);
  if (input.take(Key::down, {}) || input.take(Key::tab, {}) || input.take(Key::right, {})) {
    step_action_part(app, action, part, 1);
  }
}

}  // namespace canvasbook
