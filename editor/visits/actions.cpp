#include "editor/visits/actions.h"

#include <algorithm>
#include <cmath>

#include "editor/frame/tooltip.h"
#include "editor/items/controls.h"
#include "editor/parts/interface_icons.h"
#include "editor/session/visit_actions.h"
#include "editor/visits/action_parts.h"
#include "editor/visits/fields.h"
#include "editor/visits/state.h"
#include "model/result_words.h"
#include "model/text/text.h"
#include "model/written_texts.h"

namespace canvasbook {

namespace {

constexpr float actions_bar = 46;  // logical pixels, as all below
constexpr float actions_pad = 16;
constexpr float open_part = 0.45F;  // of the area
constexpr float least_open = 150;
constexpr float least_left = 120;  // for the visits
constexpr float target_room = 150;
constexpr float widest_actions = 1000;
constexpr float action_indent = 36;
constexpr float action_gap = 6;

// What was asked for; done when all is drawn.
struct ActionDone {
  enum class What { nothing, text, toggle, remove, item, place, add, add_weakest, open };
  What what = What::nothing;
  std::string action;  // id; empty for the target
  FormDone form;
};

std::string bar_words(const App& app, const Visits& visits) {
  const Catalog& words = app.catalog();
  size_t open = 0;
  size_t overdue = 0;
  for (const VisitAction& action : visits.actions) {
    if (!action.done) ++open;
    if (is_overdue(action, app.world().today)) ++overdue;
  }
  if (open == 0) return words.text("visits.actions");
  const char* key = overdue == 0 ? "visits.actions_open" : "visits.actions_overdue";
  return words.text(key, {{"count", std::to_string(open)}, {"overdue", std::to_string(overdue)}});
}

class ActionsDrawing {
 public:
  ActionsDrawing(App& app, const ShownVisits& shown) : app_(app), theme_(app.theme), shown_(shown) {}

  void draw_bar(const Area& area) {
    const Colours& colours = theme_.colours;
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(area.from, area.to, colours.panel);
    list->AddLine(area.from, {area.to.x, area.from.y}, colours.border);
    const float pad = px(actions_pad);
    const float target = area.to.x - pad - px(target_room);
    const bool is_open = app_.state<VisitActionsState>().is_open;
    const std::string label = bar_words(app_, *shown_.visits);
    const char32_t icon = is_open ? icons::collapse : icons::expand;
    const float room = std::min(chip_width(theme_, label, icon), target - area.from.x - 2 * pad);
    const ImVec2 at{area.from.x + pad, area.from.y + px(9)};
    if (chip(app_, "visits/actions", label, at, room, ChipStyle::bare, icon)) ask(ActionDone::What::open, {});
    VisitBox box{std::string(target_field), {}, words().text("visits.no_target"), false, std::string()};
    if (shown_.visits->target) {
      const std::string percent = percent_words(*target_part(*shown_.visits), words());
      box.text = words().text("visits.target", {{"value", percent}});
    }
    draw_text(box, {target, area.from.y + px(7)}, px(target_room));
  }

  // Returns the height.
  float draw_all(ImVec2 from, float width) {
    ImVec2 at{from.x, from.y + px(10)};
    chip_in_row("visits/add_action", "visits.add_action", icons::add, ActionDone::What::add, from.x, width, at);
    chip_in_row("visits/weakest_action", "visits.weakest_action", icons::add, ActionDone::What::add_weakest, from.x,
                width, at);
    float y = at.y + px(chip_height + 10);
    for (const VisitAction* action : actions_in_order(*shown_.visits)) y += draw_action(*action, {from.x, y}, width);
    return y - from.y;
  }

  const ActionDone& done() const { return done_; }

 private:
  float px(float logical) const { return theme_.px(logical); }
  const Catalog& words() const { return app_.catalog(); }
  void ask(ActionDone::What what, const std::string& action) { done_ = {what, action, {}}; }

  void draw_text(const VisitBox& box, ImVec2 at, float width) {
    FormDone form;
    draw_box(app_, shown_, box, at, width, form);
    if (form.what != FormDone::What::nothing) done_ = {ActionDone::What::text, *box.item, std::move(form)};
  }

  // Where the next part of such a width stands: beside the last one, or below it.
  static ImVec2 take_room(ImVec2& at, float left, float line, float width, float most, float gap) {
    if (at.x > left && at.x + width > left + most) at = {left, at.y + line};
    const ImVec2 taken = at;
    at.x += width + gap;
    return taken;
  }

  void chip_in_row(const char* key, const char* label, char32_t icon, ActionDone::What what, float left, float most,
                   ImVec2& at) {
    const std::string text = words().text(label);
    const float width = std::min(chip_width(theme_, text, icon), most);
    const ImVec2 place = take_room(at, left, px(chip_height + action_gap), width, most, px(chip_gap));
    if (chip(app_, key, text, place, width, ChipStyle::bare, icon)) ask(what, {});
  }

  bool is_at(const VisitAction& action, std::string_view part) const {
    const View& view = app_.session()->view();
    return view.cursor == action.id && view.field == part;
  }

  // A chip of an action, with a frame where the cursor is at it.
  void part_chip(const VisitAction& action, std::string_view part, const std::string& label, char32_t icon, ImVec2 at,
                 float width, ActionDone::What what) {
    const bool is_done = part == action_done_part && action.done;
    const std::string key = key_of(action) + "/" + std::string(part);
    if (chip(app_, key, label, at, width, is_done ? ChipStyle::marked : ChipStyle::bare, icon)) ask(what, action.id);
    if (part == action_done_part) name_by_tooltip(app_, is_done ? "visits.reopen_action" : "visits.finish_action");
    if (!is_at(action, part)) return;
    const ImVec2 to{at.x + width, at.y + px(chip_height)};
    ImGui::GetWindowDrawList()->AddRect(at, to, theme_.colours.accent, px(7), 0, px(2));
    app_.state<VisitsState>().at_cursor = {at.y, to.y};
  }

  static std::string key_of(const VisitAction& action) { return "action/" + action.id; }

  std::string item_label(const VisitAction& action) const {
    if (action.item.empty()) return words().text("visits.action_no_item");
    const std::string name(item_of_action(*shown_.visits, action));
    return name.empty() ? words().text("visits.item_gone_short") : to_one_line(name);
  }

  float draw_action(const VisitAction& action, ImVec2 from, float width) {
    const float indent = px(action_indent);
    const float small = px(chip_height);
    float y = from.y + px(8);
    const std::string_view done = action_done_part;
    part_chip(action, done, {}, action.done ? icons::box_checked : icons::box, {from.x, y + px(2)}, small,
              ActionDone::What::toggle);
    const float text_width = width - 2 * indent;
    const VisitBox text{std::string(action_field), action.text, words().text("results.action"), true, action.id};
    const float text_height = height_of_box(app_, shown_, text, text_width);
    draw_text(text, {from.x + indent, y}, text_width);
    const ImVec2 remove_at{from.x + width - small, y + px(2)};
    if (chip(app_, key_of(action) + "/remove", "", remove_at, small, ChipStyle::bare, icons::remove)) {
      ask(ActionDone::What::remove, action.id);
    }
    name_by_tooltip(app_, "visits.remove_action");
    y += text_height + px(action_gap);
    y = draw_details(action, {from.x + indent, y}, width - indent) + px(8);
    if (is_at(action, {})) {
      app_.state<VisitsState>().at_cursor = {from.y, y};
      ImGui::GetWindowDrawList()->AddRect({from.x - px(6), from.y + px(2)}, {from.x + width + px(6), y - px(2)},
                                          theme_.colours.accent, px(8), 0, px(2));
    }
    app_.parts.add(key_of(action), from, {from.x + width, y});
    ImGui::GetWindowDrawList()->AddLine({from.x, y}, {from.x + width, y}, theme_.colours.border);
    return y - from.y;
  }

  // Who, by when, of what and where, and what came of it; in as many lines as it takes. Returns where they end.
  float draw_details(const VisitAction& action, ImVec2 from, float width) {
    ImVec2 at = from;
    const float line = px(32 + action_gap);
    const auto place = [&](float wanted) {
      return take_room(at, from.x, line, std::min(wanted, width), width, px(chip_gap));
    };
    const auto box = [&](std::string_view part, const std::string& text, const char* placeholder, float wanted) {
      const float room = std::min(px(wanted), width);
      const VisitBox one{std::string(part), text, words().text(placeholder), false, action.id};
      draw_text(one, place(room), room);
    };
    const auto choice = [&](std::string_view part, const std::string& label, char32_t icon, ActionDone::What what) {
      const float room = std::min({chip_width(theme_, label, icon), px(240), width});
      const ImVec2 corner = place(room);
      part_chip(action, part, label, icon, {corner.x, corner.y + px(2)}, room, what);
    };
    const std::string where =
        action.place.empty() ? words().text("results.action_everywhere") : to_one_line(action.place);
    box(owner_field, action.owner, "results.owner", 180);
    box(due_field, due_words(action, app_.world().today, words()), "results.due", 200);
    choice(action_item_part, item_label(action), icons::checks, ActionDone::What::item);
    choice(place_field, where, icons::touchpoint, ActionDone::What::place);
    box(checked_field, action.checked ? words().date(*action.checked) : std::string(), "results.checked", 160);
    box(outcome_field, action.outcome, "visits.outcome", 240);
    return at.y + line;
  }

  App& app_;
  const Theme& theme_;
  const ShownVisits& shown_;
  ActionDone done_;
};

// What is no target when it is left was one on the way there: "10" of "101".
void bring_target_back(App& app) {
  Session& session = *app.session();
  const View& view = session.view();
  if (view.editing != Editing::visit || view.field != target_field) return;
  if (can_keep_in_visit(target_field, session.field.utf8(), app.world().today)) return;
  const std::optional<double> before = app.state<VisitsState>().target_before;
  session.pause_writing();
  session.record_content(set_target(*session.visits(), before), "step.write", {}, "field//target");
}

void act_on_target(App& app, const FormDone& form) {
  Session& session = *app.session();
  bring_target_back(app);
  if (form.what == FormDone::What::leave) return session.pause_writing();
  if (form.what == FormDone::What::go && !form.part.empty()) {
    app.state<VisitsState>().target_before = session.visits()->target;
    session.begin_visit_text({{}, std::string(target_field)});
    return session.field.select_all();
  }
  session.end_writing();
  session.deselect();
}

void act_on_text(App& app, const ActionDone& done) {
  tell_of_unkept(app);
  const FormDone& form = done.form;
  if (done.action.empty()) return act_on_target(app, form);
  if (form.what == FormDone::What::leave) return app.session()->pause_writing();
  if (form.what == FormDone::What::step) return step_action_part(app, done.action, form.part, form.step);
  go_to_action_part(app, done.action, form.part);
}

void act_on_actions(App& app, const ActionDone& done) {
  Session& session = *app.session();
  bool& is_open = app.state<VisitActionsState>().is_open;
  switch (done.what) {
    case ActionDone::What::nothing:
      return;
    case ActionDone::What::text:
      return act_on_text(app, done);
    case ActionDone::What::toggle:
      tell_of_unkept(app);
      return toggle_action(app, done.action);
    case ActionDone::What::remove:
      return remove_visit_action(session, done.action);
    case ActionDone::What::item:
      return choose_action_item(app, done.action);
    case ActionDone::What::place:
      return choose_action_place(app, done.action);
    case ActionDone::What::add:
      return add_visit_action(app);
    case ActionDone::What::add_weakest:
      if (!begin_action_of_weakest(session)) app.say(app.catalog().text("visits.none_weak"));
      return;
    case ActionDone::What::open:
      is_open = !is_open;
      if (!is_open && is_at_visit_action(app)) {
        session.end_writing();
        session.deselect();
      }
      return;
  }
}

void scroll_to_cursor(App& app, ImVec2 origin) {
  const HeightRange& at_cursor = app.state<VisitsState>().at_cursor;
  if (at_cursor.bottom <= at_cursor.top) return;
  const float from = at_cursor.top - origin.y;
  const float to = at_cursor.bottom - origin.y;
  const float seen = ImGui::GetWindowHeight();
  if (to > ImGui::GetScrollY() + seen) ImGui::SetScrollY(to - seen + app.theme.px(8));
  if (from < ImGui::GetScrollY() || to - from > seen) ImGui::SetScrollY(from - app.theme.px(8));
}

void draw_list(App& app, ActionsDrawing& drawing, const Area& area, bool brings) {
  const Theme& theme = app.theme;
  ImGui::SetCursorScreenPos(area.from);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::BeginChild("visits/action_list", {area.width(), area.height()}, false,
                    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav);
  ImGui::PopStyleVar();
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  const float width =
      std::floor(std::min(ImGui::GetContentRegionAvail().x - 2 * theme.px(actions_pad), theme.px(widest_actions)));
  app.state<VisitsState>().at_cursor = {};
  const std::uint64_t text_before = app.session()->field.revision();
  const float height = drawing.draw_all({origin.x + theme.px(actions_pad), origin.y}, width);
  ImGui::SetCursorScreenPos({origin.x, origin.y + height});
  ImGui::Dummy({1, 1});
  const bool wrote = is_at_visit_action(app) && app.session()->field.revision() != text_before;
  if (brings || wrote) scroll_to_cursor(app, origin);
  ImGui::EndChild();
}

}  // namespace

Area view_visit_actions(App& app, const Area& area) {
  Session& session = *app.session();
  VisitActionsState& state = app.state<VisitActionsState>();
  if (is_at_visit_action(app) && !session.is_writing()) use_action_keys(app);
  if (session.visits() == nullptr) return area;
  ShownVisits shown = shown_visits(session);
  if (shown.visits->visits.empty() && shown.visits->actions.empty()) return area;
  shown.can_change = true;
  bool brings = false;
  if (is_at_visit_action(app)) {
    state.is_open = true;
    const bool shows_caret = session.takes_caret_into_view();
    brings = !session.take_item_to_show().empty() || shows_caret;
  }
  const float bar = app.theme.px(actions_bar);
  const float most = std::max(0.0F, area.height() - bar - app.theme.px(least_left));
  const float wanted = std::max(app.theme.px(least_open), area.height() * open_part);
  const float list = state.is_open ? std::floor(std::min(wanted, most)) : 0;
  const float top = std::floor(area.to.y - bar - list);
  ActionsDrawing drawing(app, shown);
  drawing.draw_bar({{area.from.x, top}, {area.to.x, top + bar}});
  if (list > 0) draw_list(app, drawing, {{area.from.x, top + bar}, area.to}, brings);
  act_on_actions(app, drawing.done());
  return {area.from, {area.to.x, top}};
}

void show_visit_actions(App& app) {
  Session& session = *app.session();
  if (session.visits() == nullptr) return;
  app.state<VisitActionsState>().is_open = true;
  const std::vector<const VisitAction*> order = actions_in_order(*session.visits());
  if (order.empty()) return add_visit_action(app);
  go_to_action_part(app, std::string(order.front()->id), {});
}

void add_visit_action(App& app) {
  tell_of_unkept(app);
  app.state<VisitActionsState>().is_open = true;
  app.state<VisitsState>().searches = false;
  begin_visit_action(*app.session(), {});
}

void remove_visit_action(App& app) {
  const std::string action = app.session()->view().cursor;
  remove_visit_action(*app.session(), action);
}

const char* hint_of_visit_actions(const App& app) {
  const View& view = app.session()->view();
  if (view.editing == Editing::visit && view.field == target_field) return "visits.hint_target";
  if (!is_at_visit_action(app)) return nullptr;
  return view.editing == Editing::visit ? "visits.hint_action_text" : "visits.hint_action";
}

}  // namespace canvasbook
