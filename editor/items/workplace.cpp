#include "editor/items/workplace.h"

#include <cmath>

#include "editor/dialogs/import_table.h"
#include "editor/frame/ask_before_removing.h"
#include "editor/frame/command_parts.h"
#include "editor/frame/command_table.h"
#include "editor/items/items.h"
#include "editor/items/kinds.h"
#include "editor/items/rows.h"
#include "editor/items/standard_checks.h"
#include "editor/items/state.h"
#include "model/kinds/item_lists.h"
#include "model/kinds/sheet_cells.h"
#include "model/kinds/sheet_formulas.h"
#include "model/written_texts.h"

namespace canvasbook {

namespace {

// 12 500,75: at most two digits behind the sign.
std::string in_digits(double number, const Catalog& words) {
  const auto hundredths = std::llround(std::abs(number) * 100);
  std::string digits = std::to_string(hundredths / 100);
  for (size_t at = digits.size(); at > 3;) digits.insert(at -= 3, words.text("items.thousands_sign"));
  if (hundredths % 100 != 0) {
    std::string behind = std::to_string(hundredths % 100 + 100).substr(1);
    if (behind.ends_with('0')) behind.pop_back();
    digits += words.text("decimal_sign") + behind;
  }
  return (number < 0 && hundredths != 0 ? "−" : "") + digits;
}

class ItemsWorkplace : public Workplace {
 public:
  bool is_shown(const Session& session) const override { return session.has_items(); }

  void draw(App& app, const Area& area) const override { view_items(app, *app.session()->section(), area); }

  const char* hint(const App& app) const override {
    if (is_on_trial(app)) return "window.hint_trial";
    const Session& session = *app.session();
    return kind_of(session.section()->content).hint_key(session);
  }
  std::string told(const App& app) const override {
    const Session& session = *app.session();
    const auto cells = session.selected_cells();
    if (session.is_writing()) return {};
    const Catalog& words = app.catalog();
    if (!cells && session.view().selected.size() > 1) {
      return words.count("status.items_selected", session.view().selected.size());
    }
    if (!cells || cells->is_one()) return words_of_checks(app);
    const CellSum sum = sum_of(std::get<Sheet>(session.section()->content), *cells);
    std::string count = words.count("items.written_cells", sum.written);
    if (sum.numbers == 0) return count;
    return count + " · " + words.text("items.sum", {{"sum", in_digits(sum.sum, words)}});
  }
  const char* add_label(const App& app) const override {
    return kind_of(app.session()->section()->content).add_key_at(*app.session());
  }

  bool can_add(const App&) const override { return true; }
  bool can_write(const App& app) const override { return has_selection(app) || waits_for_first_item(app); }
  bool can_remove(const App& app) const override { return has_selection(app); }
  bool can_copy(const App& app) const override { return has_selection(app); }
  bool can_paste(const App&) const override { return true; }
  bool can_move(const App& app, Direction direction) const override {
    if (!has_selection(app) || (direction != Direction::up && direction != Direction::down)) return false;
    return app.session()->can_move_items(direction == Direction::up ? -1 : 1);
  }

  void add(App& app) const override { app.session()->add_item(app.session()->view().cursor); }

  void write(App& app) const override {
    app.state<ItemState>().opens_cell = true;  // what that means the kind of the section says
  }

  void remove(App& app) const override {
    Session& session = *app.session();
    if (is_on_trial(app)) return remove_marks(session);
    if (session.at_cell()) return session.remove_items();  // the row stays
    const std::string told = words_of_removed_groups(app);
    ask_before_removing(app, words_of_removed(app, session.view().selected),
                        with_what_they_hold(session.section()->content, session.view().selected), [&app, told] {
                          app.session()->remove_items();
                          app.state<ItemState>().told = told;
                          if (app.wake) app.wake();
                        });
  }

  std::string copy(App& app) const override { return app.session()->copy_items(); }
  void duplicate(App& app) const override { app.session()->duplicate_items(); }

  void paste(App& app, const std::string& text) const override {
    if (asks_about_pasted_table(app, text)) return;
    const Session::Pasted pasted = app.session()->paste_items(text);
    const Content& content = app.session()->section()->content;
    const bool is_sheet = std::holds_alternative<Sheet>(content);
    const auto filled = app.session()->selected_cells();
    if (is_sheet && pasted.left_out > 0) return app.say(app.catalog().count("items.left_out", pasted.left_out));
    if (pasted.items > 0) {
      const std::string keys = shortcut_text("command.undo", app.catalog());
      std::string told =
          app.catalog().count(kind_of(content).pasted_key(*app.session()), pasted.items, {{"keys", keys}});
      if (pasted.left_out > 0) told = app.catalog().count("items.cells_left", pasted.left_out) + " " + told;
      return app.say(std::move(told));
    }
    if (!filled || filled->is_one()) return;
    const size_t columns = filled->last_column - filled->first_column + 1;
    const std::string keys = shortcut_text("command.undo", app.catalog());
    app.say(app.catalog().count("items.filled_cells", filled->rows.size() * columns, {{"keys", keys}}));
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
  // Of groups that are chosen, how many items they hold: that is more than one sees chosen. Empty for none.
  static std::string words_of_removed_groups(const App& app) {
    const Session& session = *app.session();
    const auto* checklist = session.content_as<Checklist>();
    if (checklist == nullptr) return {};
    size_t items = 0;
    for (const CheckGroup& group : checklist->groups) {
      if (session.view().selected.contains(group.id)) items += group.items.size();
    }
    if (items == 0) return {};
    const std::string keys = shortcut_text("command.undo", app.catalog());
    return app.catalog().count("items.groups_removed", items, {{"keys", keys}});
  }

  static bool is_on_trial(const App& app) { return app.state<ItemState>().on_trial; }

  // Writing then begins with making one.
  static bool waits_for_first_item(const App& app) {
    return !is_on_trial(app) && is_empty_list(app.session()->section()->content);
  }

  static void remove_marks(Session& session) {
    Checklist unmarked = std::get<Checklist>(session.section()->content);
    for (const std::string& item : session.view().selected) {
      unmarked = set_trial_mark(std::move(unmarked), item, std::nullopt);
    }
    session.record_content(std::move(unmarked), "step.trial_mark", session.view().cursor);
  }

  // A cell that is chosen from a list or only looked at has no text to open.
  static bool is_written_in(const App& app, const Section& section, const WrittenPlace& place) {
    const ItemState& state = app.state<ItemState>();
    const bool on_trial = state.on_trial && state.section && (*state.section)->id == section.id;
    if (on_trial || find_field(section.content, {place.item, place.field}) == nullptr) return false;
    const auto* sheet = std::get_if<Sheet>(&section.content);
    const SheetColumn* column = sheet == nullptr ? nullptr : find_item(sheet->columns, place.field);
    return column == nullptr || (column->type != ColumnType::choice && !is_calculated(*column));
  }
};

}  // namespace

void add_next_item(App& app) {
  Session& session = *app.session();
  if (!session.has_items()) return workplace_of(app).add(app);
  session.add_item(kind_of(session.section()->content).outer_item(session));
}

const Workplace& items_workplace() {
  static const ItemsWorkplace workplace;
  return workplace;
}

}  // namespace canvasbook
