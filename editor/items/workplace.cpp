#include "editor/items/workplace.h"

#include "editor/frame/ask_before_removing.h"
#include "editor/frame/command_parts.h"
#include "editor/frame/views.h"
#include "editor/items/kinds.h"
#include "editor/items/rows.h"
#include "editor/items/state.h"
#include "model/kinds/item_lists.h"
#include "model/written_texts.h"

namespace canvasbook {

namespace {

class ItemsWorkplace : public Workplace {
 public:
  bool is_shown(const Session& session) const override { return session.has_items(); }

  void draw(App& app, const Area& area) const override { view_items(app, *app.session()->section(), area); }

  const char* hint(const App& app) const override {
    return is_on_trial(app) ? "window.hint_trial" : "window.hint_items";
  }
  const char* add_label(const App& app) const override { return kind_of(app.session()->section()->content).add_key(); }

  bool can_add(const App&) const override { return true; }
  bool can_write(const App& app) const override { return has_selection(app); }
  bool can_remove(const App& app) const override { return has_selection(app); }
  bool can_copy(const App& app) const override { return has_selection(app); }
  bool can_paste(const App&) const override { return true; }
  bool can_move(const App& app, Direction direction) const override {
    return has_selection(app) && (direction == Direction::up || direction == Direction::down);
  }

  void add(App& app) const override { app.session()->add_item(app.session()->view.cursor); }

  void write(App& app) const override {
    app.state<ItemState>().opens_cell = true;  // what that means the kind of the section says
  }

  void remove(App& app) const override {
    Session& session = *app.session();
    if (is_on_trial(app)) return remove_marks(session);
    if (session.at_cell()) return session.remove_items();  // the row stays
    ask_before_removing(app, with_what_they_hold(session.section()->content, session.view.selected),
                        [&session] { session.remove_items(); });
  }

  std::string copy(App& app) const override { return app.session()->copy_items(); }
  void duplicate(App& app) const override { app.session()->duplicate_items(); }

  void paste(App& app, const std::string& text) const override {
    const size_t left_out = app.session()->paste_items(text);
    if (left_out > 0) app.say(app.catalog().count("items.left_out", left_out));
  }

  void select_all(App& app) const override { app.session()->select_all_items(); }

  void move(App& app, Direction direction) const override {
    app.session()->move_items(direction == Direction::up ? -1 : 1);
  }

  void go_to_text(App& app, const WrittenPlace& place) const override {
    Session& session = *app.session();
    const Section& section = *session.section();
    if (is_written_in(app, section, place)) return session.begin_field({place.item, place.field});
    const bool is_cell = std::holds_alternative<Sheet>(section.content) && !place.field.starts_with("choices/");
    session.point_at({place.item, is_cell ? place.field : "title"});
  }

 private:
  static bool is_on_trial(const App& app) { return app.state<ItemState>().on_trial; }

  static void remove_marks(Session& session) {
    Checklist unmarked = std::get<Checklist>(session.section()->content);
    for (const std::string& item : session.view.selected) {
      unmarked = set_trial_mark(std::move(unmarked), item, std::nullopt);
    }
    session.record_content(std::move(unmarked), "step.trial_mark", session.view.cursor);
  }

  // A cell that is chosen from a list or only looked at has no text to open.
  static bool is_written_in(const App& app, const Section& section, const WrittenPlace& place) {
    const ItemState& state = app.state<ItemState>();
    const bool on_trial = state.on_trial && state.section && (*state.section)->id == section.id;
    if (on_trial || find_field(section.content, {place.item, place.field}) == nullptr) return false;
    const auto* sheet = std::get_if<Sheet>(&section.content);
    const SheetColumn* column = sheet == nullptr ? nullptr : find_item(sheet->columns, place.field);
    return column == nullptr || column->type != ColumnType::choice;
  }
};

}  // namespace

const Workplace& items_workplace() {
  static const ItemsWorkplace workplace;
  return workplace;
}

}  // namespace canvasbook
