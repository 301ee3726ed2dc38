#include "editor/navigator/selection.h"

#include <algorithm>

#include "editor/frame/app.h"
#include "editor/frame/ask_before_removing.h"
#include "editor/frame/command_table.h"
#include "editor/navigator/state.h"

namespace canvasbook {

namespace {

// What was shown as sections were pressed is shown still, and nothing is written in it.
bool is_shown_still(const App& app) {
  const NavigatorState& state = app.state<NavigatorState>();
  const Session* session = app.session();
  if (session == nullptr || session->section() == nullptr) return false;
  const View& view = session->view();
  return session->section()->id == state.shown_then && !view.shown_register && view.editing == Editing::nothing;
}

void remember(App& app) {
  NavigatorState& state = app.state<NavigatorState>();
  state.shown_then = app.session()->section()->id;
  state.cursor_then = app.session()->view().cursor;
}

size_t place_of(const Document& document, const std::string& section) {
  const auto found = std::ranges::find_if(document.sections, [&](const auto& one) { return one->id == section; });
  return static_cast<size_t>(found - document.sections.begin());
}

}  // namespace

bool selects_sections(const App& app) { return app.state<NavigatorState>().selected.size() > 1 && is_shown_still(app); }

bool is_section_selected(const App& app, const std::string& section) {
  return app.state<NavigatorState>().selected.contains(section);
}

void select_section(App& app, const std::string& section, bool adds) {
  Session& session = *app.session();
  session.end_writing();
  NavigatorState& state = app.state<NavigatorState>();
  const std::string shown = session.section() == nullptr ? section : session.section()->id;
  session.go_to(section);
  const Document& document = *session.document();
  const size_t count = document.sections.size();
  const auto is_here = [&](const std::string& id) { return place_of(document, id) < count; };
  if (std::ranges::any_of(state.selected, [&](const std::string& id) { return !is_here(id); })) state.selected.clear();
  const std::string before = is_here(state.pressed) ? state.pressed : is_here(shown) ? shown : section;
  if (adds) {
    if (state.selected.empty()) state.selected.insert(before);
    if (before != section && !state.selected.insert(section).second) state.selected.erase(section);
    state.pressed = section;
  } else {
    const size_t here = place_of(document, section);
    const size_t there = place_of(document, before);
    state.selected.clear();
    for (size_t i = std::min(here, there); i <= std::max(here, there); ++i) {
      state.selected.insert(document.sections[i]->id);
    }
    state.pressed = before;
  }
  remember(app);
  if (state.selected.size() > 1) {
    const std::string key = shortcut_text("command.remove", app.catalog());
    app.say(app.catalog().count("navigator.sections_chosen", state.selected.size(), {{"key", key}}));
  }
}

void press_section(App& app, const std::string& section) {
  NavigatorState& state = app.state<NavigatorState>();
  state.selected.clear();
  state.pressed = section;
  if (app.session()->section() != nullptr) remember(app);
}

void keep_selected_sections(App& app, bool is_clicked_elsewhere) {
  if (is_shown_still(app) && !is_clicked_elsewhere) return;
  app.state<NavigatorState>().selected.clear();
  app.state<NavigatorState>().pressed.clear();
}

bool is_shown_section_pressed(const App& app) {
  const NavigatorState& state = app.state<NavigatorState>();
  return is_shown_still(app) && state.pressed == app.session()->section()->id &&
         app.session()->view().cursor == state.cursor_then;
}

void remove_selected_sections(App& app) {
  const Session& session = *app.session();
  const std::set<std::string> chosen = app.state<NavigatorState>().selected;
  if (chosen.size() >= session.document()->sections.size()) {
    return app.say(app.catalog().text("navigator.last_section_stays"));
  }
  ItemIds items;
  for (const auto& section : session.document()->sections) {
    if (chosen.contains(section->id)) items.merge(all_items_of(section->content));
  }
  const std::string counted = app.catalog().count("navigator.sections", chosen.size());
  ask_before_removing(app, counted, items, [&app, chosen, counted] {
    app.session()->remove_sections({chosen.begin(), chosen.end()});
    app.say(app.catalog().text("navigator.sections_removed",
                               {{"counted", counted}, {"keys", shortcut_text("command.undo", app.catalog())}}));
  });
}

}  // namespace canvasbook
