#include "editor/visits/keys.h"

#include <algorithm>
#include <utility>

#include "editor/frame/popup_menu.h"
#include "editor/items/check_marks.h"
#include "editor/items/controls.h"
#include "editor/visits/action_parts.h"
#include "editor/visits/behind.h"
#include "editor/visits/list.h"
#include "editor/visits/parts.h"
#include "editor/visits/state.h"

namespace canvasbook {

namespace {

constexpr size_t visits_a_page = 8;

// Where the keys lead from a visit of the list; `at` is nothing where none is chosen.
std::optional<size_t> target_in_list(InputQueue& input, std::optional<size_t> at, size_t count, Modifiers modifiers) {
  const size_t last = count - 1;
  if (input.take(Key::home, modifiers)) return 0;
  if (input.take(Key::end, modifiers)) return last;
  if (input.take(Key::down, modifiers)) return at ? std::min(*at + 1, last) : 0;
  if (input.take(Key::up, modifiers)) return at ? (*at == 0 ? 0 : *at - 1) : last;
  if (input.take(Key::page_down, modifiers)) return at ? std::min(*at + visits_a_page, last) : 0;
  if (input.take(Key::page_up, modifiers)) return at && *at > visits_a_page ? *at - visits_a_page : 0;
  return std::nullopt;
}

void use_list_keys(App& app, const ShownVisits& shown, bool opens) {
  if (shown.visit != nullptr && menu_is_asked_for(app)) {
    app.state<VisitsState>().menu_below_row = true;
    return app.session()->bring_into_view(shown.visit->id);
  }
  const std::vector<size_t>& order = visits_in_order(app, shown);
  const auto& visits = shown.visits->visits;
  const auto is_shown = [&](size_t index) { return &*visits[index] == shown.visit; };
  const auto found = std::ranges::find_if(order, is_shown);
  std::optional<size_t> at;
  if (found != order.end()) at = static_cast<size_t>(found - order.begin());
  if (!order.empty()) {
    for (const bool extends : {false, true}) {
      const auto target = target_in_list(app.input, at, order.size(), extends ? shift : plain);
      if (target) return choose_visit(app, visits[order[*target]]->id, extends);
    }
  }
  if (shown.visit != nullptr && (opens || app.input.take(Key::right, {}) || app.input.take(Key::tab, {}))) {
    return enter_visit(app, shown);
  }
  if (shown.visit != nullptr && app.input.take(Key::escape, {})) return app.session()->deselect();
  if (is_typing(app)) begin_search(app);
}

// A mark by a digit, a letter or the minus. On a scale up to 10 a 1 may become ten by a 0 behind it.
bool marks_by_key(App& app, const ShownVisits& shown, const std::string& item) {
  const CheckItem* check = find_check(*shown.list, item);
  if (check == nullptr) return false;
  VisitsState& state = app.state<VisitsState>();
  const ItemScale scale = scale_of(*shown.list, *check);
  const bool waits = state.waits_for_zero == item;
  const bool has_key = std::ranges::any_of(app.input.events(), [](const InputEvent& event) {
    return event.kind == InputEvent::Kind::key_down;  // the character of a digit comes behind its key
  });
  if (has_key) state.waits_for_zero.clear();
  std::optional<int> mark;
  if (app.input.take(Key::minus, {})) mark = mark_not_applicable;
  for (int digit = 0; digit <= 9 && !mark; ++digit) {
    if (!app.input.take(static_cast<Key>(static_cast<int>(Key::digit_0) + digit), {})) continue;
    mark = waits && digit == 0 ? std::optional(10) : mark_of_digit(scale, digit);
  }
  if (!mark) mark = typed_mark(app.input, scale);
  if (!mark) return false;
  mark_visit(*app.session(), shown.visit->id, item, mark);
  if (may_become_ten(scale, *mark)) state.waits_for_zero = item;
  return true;
}

// Whether a letter comes that is no mark: what is said of the item.
bool types_word(const InputQueue& input) {
  return std::ranges::any_of(input.events(), [](const InputEvent& event) {
    return event.kind == InputEvent::Kind::text && event.character >= U'A';
  });
}

void use_form_keys(App& app, const ShownVisits& shown, bool opens) {
  InputQueue& input = app.input;
  const std::string part = app.session()->view().field;
  const std::string visit = shown.visit->id;
  if (input.take(Key::escape, {}) || input.take(Key::left, {})) return go_to_part(app, visit, {});
  const auto item = item_of_part(part);
  const bool is_mark = part.starts_with(mark_part);
  if (is_mark && marks_by_key(app, shown, *item)) return;
  if (is_mark && (input.take(Key::tab, {}) || types_word(input))) {
    return go_to_part(app, visit, comment_part_of(*item));
  }
  if (input.take(Key::home, {})) return go_to_part(app, visit, parts_in_order(shown).front());
  if (input.take(Key::end, {})) return go_to_part(app, visit, std::string(finish_part));
  if (input.take(Key::up, {}) || input.take(Key::tab, shift)) return step_part(app, part, -1);
  if (part == finish_part && (opens || input.take(Key::space, {}))) return app.run_command("command.finish_visit");
  if (is_text_part(part) && (opens || is_typing(app))) return go_to_part(app, visit, part);
  if (opens || input.take(Key::down, {}) || input.take(Key::tab, {})) step_part(app, part, 1);
}

}  // namespace

void use_visit_keys(App& app) {
  VisitsState& state = app.state<VisitsState>();
  const bool opens = std::exchange(state.opens, false);
  if (app.has_dialog() || menu_is_open() || app.text_field_is_active()) return;
  if (take_behind_keys(app)) return;
  const ShownVisits shown = shown_visits(*app.session());
  if (shown.visits == nullptr || is_at_visit_action(app)) return;
  const bool is_in_form =
      shown.visit != nullptr && !app.session()->view().field.empty() && !parts_in_order(shown).empty();
  is_in_form ? use_form_keys(app, shown, opens) : use_list_keys(app, shown, opens);
}

}  // namespace canvasbook
