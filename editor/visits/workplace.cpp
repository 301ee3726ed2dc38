#include "editor/visits/workplace.h"

#include "editor/dialogs/import_visits.h"
#include "editor/frame/command_parts.h"
#include "editor/visits/action_parts.h"
#include "editor/visits/actions.h"
#include "editor/visits/commands.h"
#include "editor/visits/parts.h"
#include "editor/visits/shown_results.h"
#include "editor/visits/state.h"
#include "editor/visits/visits_view.h"
#include "model/find.h"
#include "model/kinds/visit_actions.h"
#include "model/visits_csv.h"
#include "model/written_texts.h"

namespace canvasbook {

namespace {

class VisitsWorkplace : public Workplace {
 public:
  bool is_shown(const Session& session) const override { return session.visits() != nullptr; }
  void draw(App& app, const Area& area) const override {
    const Area left = view_visit_actions(app, area);
    if (app.session() != nullptr && is_shown(*app.session())) view_visits(app, left);
  }

  const char* hint(const App& app) const override {
    const View& view = app.session()->view();
    if (const char* key = hint_of_visit_actions(app)) return key;
    if (shows_results(app)) return "visits.hint_results";
    if (!can_change_visits(*app.session())) return "visits.hint_gone";
    if (view.editing == Editing::visit) {
      return item_of_part(view.field) ? "visits.hint_comment" : "visits.hint_head";
    }
    return view.field.empty() ? "visits.hint_list" : "visits.hint_form";
  }
  const char* add_label(const App&) const override { return "visits.new"; }

  bool can_add(const App& app) const override { return is_at_visit_action(app) || can_begin_visit(app); }
  bool can_write(const App& app) const override { return !shows_results(app); }
  bool can_remove(const App& app) const override {
    if (!has_selection(app)) return false;
    if (is_at_visit_action(app)) return true;
    return is_in_list(app) || marked_item(app).has_value();
  }
  bool can_copy(const App& app) const override { return has_selection(app) && !is_at_visit_action(app); }
  bool can_duplicate(const App& app) const override { return can_copy(app) && can_change_visits(*app.session()); }
  bool can_paste(const App& app) const override { return can_change_visits(*app.session()); }
  bool can_select_all(const App& app) const override {
    return !shows_results(app) && !app.session()->visits()->visits.empty();
  }

  void add(App& app) const override { is_at_visit_action(app) ? add_visit_action(app) : begin_new_visit(app); }

  void write(App& app) const override {
    app.state<VisitsState>().opens = true;  // what that means the part at the cursor says
  }

  void remove(App& app) const override {
    Session& session = *app.session();
    if (is_at_visit_action(app)) return remove_visit_action(app);
    if (is_in_list(app)) return remove_visits(session);
    if (const auto item = marked_item(app)) mark_visit(session, session.view().cursor, *item, std::nullopt);
  }

  std::string copy(App& app) const override {
    Visits chosen = *app.session()->visits();
    const ItemIds& selected = app.session()->view().selected;
    std::erase_if(chosen.visits, [&](const auto& visit) { return !selected.contains(visit->id); });
    VisitsState& state = app.state<VisitsState>();
    state.copied_visits = selected;
    return state.copied = visits_csv(chosen, app.catalog());
  }

  void duplicate(App& app) const override { duplicate_visits(*app.session(), app.session()->view().selected); }

  // Visits that were copied here come back whole, others after one has seen what would come.
  void paste(App& app, const std::string& text) const override {
    const VisitsState& state = app.state<VisitsState>();
    const Visits& visits = *app.session()->visits();
    const auto is_here = [&](const std::string& id) { return find_visit(visits, id) != nullptr; };
    if (text == state.copied && std::ranges::all_of(state.copied_visits, is_here)) {
      return duplicate_visits(*app.session(), state.copied_visits);
    }
    if (const Section* list = list_behind(*app.session())) {
      app.show_dialog(make_import_visits_dialog({text, TextEncoding::utf8, 0}, list->id));
    }
  }

  void select_all(App& app) const override {
    ItemIds all;
    for (const auto& visit : app.session()->visits()->visits) all.insert(visit->id);
    app.session()->end_writing();
    app.session()->point_at_all_of_item();
    app.session()->select_notes(std::move(all));
  }

  void go_to_text(App& app, const WrittenPlace& place) const override {
    if (find_action(*app.session()->visits(), place.item) != nullptr) {
      return go_to_action_part(app, place.item, place.field);
    }
    const bool is_head = place.field == place_field || place.field == shopper_field;
    const bool is_part = is_head || item_of_part(place.field) || place.field.starts_with(proof_field);
    go_to_part(app, place.item, is_part ? place.field : std::string());
  }

 private:
  static bool is_in_list(const App& app) { return app.session()->view().field.empty(); }

  // The item whose mark the cursor is at.
  static std::optional<std::string> marked_item(const App& app) {
    const std::string& field = app.session()->view().field;
    return field.starts_with(mark_part) ? item_of_part(field) : std::nullopt;
  }
};

}  // namespace

const Workplace& visits_workplace() {
  static const VisitsWorkplace workplace;
  return workplace;
}

}  // namespace canvasbook
