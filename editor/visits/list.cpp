#include "editor/visits/list.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "editor/frame/command_table.h"
#include "editor/frame/tooltip.h"
#include "editor/items/check_marks.h"
#include "editor/visits/behind.h"
#include "editor/visits/commands.h"
#include "editor/visits/menu.h"
#include "editor/visits/state.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr float list_pad = 16;  // logical pixels, as all below
constexpr float row_room = 52;
constexpr float high_enough_for_title = 360;
constexpr const char* search_key = "visits.search";

std::string searched_text(const App& app, const ShownVisits& shown, const Visit& visit) {
  const VisitHead& head = visit.head;
  return to_search_form(head.place + "\n" + head.shopper + "\n" + app.catalog().date(head.day) + "\n" +
                        write_date(head.day) + "\n" + head.time + "\n" + state_of_visit(app, shown, visit));
}

// What a click on a row meant; done when all is drawn.
struct RowDone {
  std::string visit;
  bool adds = false;     // to what is chosen, or takes it away
  bool extends = false;  // from the one that was chosen alone
  bool enters = false;
  bool opens_menu = false;
  std::optional<ImVec2> menu_at = {};
};

class VisitListDrawing {
 public:
  VisitListDrawing(App& app, const ShownVisits& shown) : app_(app), theme_(app.theme), shown_(shown) {}

  RowDone draw(ImVec2 from, float width, bool brings) {
    const std::vector<size_t>& order = visits_in_order(app_, shown_);
    const float row = theme_.px(row_room);
    if (brings) bring_into_view(order, row);
    const float seen = ImGui::GetScrollY();
    const auto first = static_cast<size_t>(std::max(0.0F, std::floor(seen / row)));
    const auto behind = static_cast<size_t>(std::ceil((seen + ImGui::GetWindowHeight()) / row));
    for (size_t i = first; i < std::min(behind, order.size()); ++i) {
      draw_row(*shown_.visits->visits[order[i]], {from.x, from.y + static_cast<float>(i) * row}, width, row);
    }
    if (order.empty()) {
      wrapped_text(ImGui::GetWindowDrawList(), theme_.fonts.small,
                   {from.x + theme_.px(list_pad), from.y + theme_.px(8)}, width - 2 * theme_.px(list_pad),
                   theme_.colours.muted, app_.catalog().text("visits.none_found"));
    }
    ImGui::SetCursorScreenPos({from.x, from.y + static_cast<float>(order.size()) * row});
    ImGui::Dummy({1, 1});
    return done_;
  }

 private:
  void bring_into_view(const std::vector<size_t>& order, float row) {
    const auto at =
        std::ranges::find_if(order, [&](size_t index) { return &*shown_.visits->visits[index] == shown_.visit; });
    if (at == order.end()) return;
    const float top = static_cast<float>(at - order.begin()) * row;
    const float height = ImGui::GetWindowHeight();
    if (top < ImGui::GetScrollY()) ImGui::SetScrollY(top);
    if (top + row > ImGui::GetScrollY() + height) ImGui::SetScrollY(top + row - height);
  }

  void draw_row(const Visit& visit, ImVec2 from, float width, float height) {
    const Colours& colours = theme_.colours;
    const ImVec2 to{from.x + width, from.y + height};
    const std::string key = "visits/" + visit.id;
    ImGui::SetCursorScreenPos(from);
    invisible_button(key.c_str(), {width, height});
    app_.parts.add_last(key);
    const bool hovered = ImGui::IsItemHovered();
    const ImGuiIO& io = ImGui::GetIO();
    // as the mouse goes down: the list may be another one when it is let go of
    if (hovered && ImGui::IsMouseClicked(0)) {
      done_ = {visit.id, io.KeyCtrl, io.KeyShift, io.MouseClickedCount[0] == 2, false};
    }
    if (hovered && ImGui::IsMouseReleased(1)) done_ = {visit.id, false, false, false, true};
    if (&visit == shown_.visit && std::exchange(app_.state<VisitsState>().menu_below_row, false)) {
      done_ = {visit.id, false, false, false, true, ImVec2{from.x + theme_.px(list_pad), to.y}};
    }
    ImDrawList* list = ImGui::GetWindowDrawList();
    const bool selected = app_.session()->view().selected.contains(visit.id);
    if (selected || hovered) list->AddRectFilled(from, to, selected ? colours.selection : colours.hover);
    if (&visit == shown_.visit) list->AddRectFilled(from, {from.x + theme_.px(3), to.y}, colours.accent);
    list->AddLine({from.x, to.y}, to, colours.border);
    draw_texts(visit, from, width);
  }

  void draw_texts(const Visit& visit, ImVec2 from, float width) const {
    const Catalog& words = app_.catalog();
    const Colours& colours = theme_.colours;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float left = from.x + theme_.px(list_pad);
    const float right = from.x + width - theme_.px(list_pad);
    const std::string percent = score_in_words(visit);
    const float percent_left = right - width_of_line(theme_.fonts.bold, percent);
    list->AddText(theme_.fonts.bold, theme_.fonts.bold->FontSize, {percent_left, from.y + theme_.px(7)}, colours.text,
                  percent.c_str());
    const std::string place = to_one_line(visit.head.place);
    clipped_text(list, theme_.fonts.text, {left, from.y + theme_.px(7)}, percent_left - theme_.px(8) - left,
                 place.empty() ? colours.faint : colours.text, place.empty() ? words.text("visits.no_place") : place);
    ImFont* font = theme_.fonts.small;
    const float y = from.y + theme_.px(29);
    const std::string state = mark_behind(visit).value_or(state_of_visit(app_, shown_, visit));
    const float state_left = right - width_of_line(font, state);
    const bool failed = visit.finished && !state_of_visit(app_, shown_, visit).empty();
    list->AddText(font, font->FontSize, {state_left, y}, failed ? colours.warning : colours.muted, state.c_str());
    std::string rest = words.short_date(visit.head.day);
    if (!visit.head.time.empty()) rest += ", " + visit.head.time;
    if (!visit.head.shopper.empty()) rest += " · " + to_one_line(visit.head.shopper);
    clipped_text(list, font, {left, y}, state_left - theme_.px(8) - left, colours.muted, rest);
  }

  // Of the item that the list is about, where it is about one.
  std::optional<std::string> mark_behind(const Visit& visit) const {
    const VisitsBehind* behind = behind_here(app_);
    const Checklist* list = list_of(*shown_.visits, visit);
    if (behind == nullptr || list == nullptr) return std::nullopt;
    const std::vector<const CheckItem*> items = items_in_order(*list);
    const auto item = std::ranges::find(items, behind->subject.part, &CheckItem::id);
    if (item == items.end()) return std::nullopt;
    const int mark = visit.marks[static_cast<size_t>(item - items.begin())];
    return mark == not_marked ? std::string() : mark_words(scale_of(*list, **item), mark, app_.catalog());
  }

  // Of a draft how much of it is marked.
  std::string score_in_words(const Visit& visit) const {
    const Checklist* list = list_of(*shown_.visits, visit);
    if (list == nullptr) return {};
    const Score total = score_checklist(*list, visit.marks).total;
    if (visit.finished) return percent_of(app_.catalog(), total);
    return app_.catalog().text("items.marked_short",
                               {{"count", std::to_string(total.marked())}, {"all", std::to_string(total.asked())}});
  }

  App& app_;
  const Theme& theme_;
  const ShownVisits& shown_;
  RowDone done_;
};

// The title, what there is, and the buttons, one of which may name a command to run; returns the height.
float draw_list_head(App& app, const ShownVisits& shown, const Area& area, const char*& run) {
  const Theme& theme = app.theme;
  const Catalog& words = app.catalog();
  const PartContext parts{theme, app.parts};
  const float left = area.from.x + theme.px(list_pad);
  const float width = area.width() - 2 * theme.px(list_pad);
  ImDrawList* list = ImGui::GetWindowDrawList();
  float y = area.from.y + theme.px(14);
  if (area.height() >= theme.px(high_enough_for_title)) {
    clipped_text(list, theme.fonts.title, {left, y}, width, theme.colours.text, shown.section->title);
    y += theme.px(28);
  }
  const auto drafts = static_cast<size_t>(
      std::ranges::count_if(shown.visits->visits, [](const auto& visit) { return !visit->finished; }));
  std::string count = words.count("visits.count", shown.visits->visits.size());
  if (drafts > 0) count += " · " + words.count("visits.drafts", drafts);
  clipped_text(list, theme.fonts.small, {left, y}, width, theme.colours.muted, count);
  y += theme.px(24);
  float x = left;
  const auto place = [&](float wanted) {
    if (x > left && x + wanted > left + width) {
      x = left;
      y += theme.px(42);
    }
    ImGui::SetCursorScreenPos({x, y});
    x += wanted + theme.px(6);
  };
  const std::string label = words.text("visits.new");
  place(button_width(parts, label, icons::add));
  if (button(parts, "visits/new", label, icons::add, ButtonStyle::primary, can_begin_visit(app)))
    run = "command.new_visit";
  for (const auto& [key, icon] :
       {std::pair{"command.import_visits", icons::folder}, {"command.show_checklist", icons::checks}}) {
    place(button_width(parts, "", icon));
    const bool enabled = is_enabled(*find_command(key), app);
    if (button(parts, std::string("visits/") + key, "", icon, ButtonStyle::plain, enabled)) run = key;
    name_by_tooltip(app, key);
  }
  y += theme.px(42);
  return y - area.from.y;
}

float draw_list_search(App& app, const Area& area, float y) {
  const Theme& theme = app.theme;
  VisitsState& state = app.state<VisitsState>();
  ImGui::SetCursorScreenPos({area.from.x + theme.px(list_pad), y});
  line_field(app, search_key, state.search, area.width() - 2 * theme.px(list_pad), app.catalog().text(search_key),
             icons::search);
  const bool has_keys = app.focused_field == search_key;
  if (has_keys && !state.searches) app.session()->end_writing();
  state.searches = has_keys;
  return theme.px(46);
}

}  // namespace

const std::vector<size_t>& visits_in_order(App& app, const ShownVisits& shown) {
  VisitsState& state = app.state<VisitsState>();
  const std::string query = to_search_form(trim(state.search.text()));
  const VisitsBehind* alone = behind_here(app);
  const std::optional<VisitsBehind> behind = alone == nullptr ? std::nullopt : std::optional(*alone);
  const bool is_same = state.order_of && state.order_of->same_as(shown.section) && state.order_for == query &&
                       state.order_in == app.language() && state.order_behind == behind;
  if (is_same) return state.order;
  state.order_of = shown.section;
  state.order_for = query;
  state.order_in = app.language();
  state.order_behind = behind;
  state.order.clear();
  const auto& visits = shown.visits->visits;
  for (size_t i = 0; i < visits.size(); ++i) {
    if (behind && !is_counted_in(*shown.visits, *visits[i], behind->filter, behind->subject)) continue;
    if (query.empty() || searched_text(app, shown, *visits[i]).find(query) != std::string::npos)
      state.order.push_back(i);
  }
  std::ranges::sort(state.order, [&](size_t one, size_t other) {
    const VisitHead& a = visits[one]->head;
    const VisitHead& b = visits[other]->head;
    if (a.day != b.day) return a.day > b.day;
    if (a.time != b.time) return a.time > b.time;
    return one > other;  // entered last
  });
  return state.order;
}

std::string state_of_visit(const App& app, const ShownVisits& shown, const Visit& visit) {
  const Catalog& words = app.catalog();
  const Checklist* list = list_of(*shown.visits, visit);
  if (list == nullptr) return words.text("visits.no_list");
  const Score total = score_checklist(*list, visit.marks).total;
  if (visit.finished) return total.failed.empty() ? std::string() : words.text("visits.failed");
  return words.text("visits.draft");
}

void choose_visit(App& app, const std::string& visit, bool extends) {
  Session& session = *app.session();
  const std::string anchor = session.view().anchor;
  if (!extends || anchor.empty()) return go_to_part(app, visit, {});
  session.end_writing();
  if (session.visits() == nullptr) return;
  const ShownVisits shown = shown_visits(session);
  const std::vector<size_t>& order = visits_in_order(app, shown);
  const auto place_of = [&](const std::string& id) {
    return std::ranges::find_if(order, [&](size_t index) { return shown.visits->visits[index]->id == id; });
  };
  const auto from = place_of(anchor);
  const auto to = place_of(visit);
  if (from == order.end() || to == order.end()) return go_to_part(app, visit, {});
  const auto [first, last] = std::minmax(from, to);
  ItemIds chosen;
  for (auto at = first; at <= last; ++at) chosen.insert(shown.visits->visits[*at]->id);
  session.select_notes(std::move(chosen));
  session.set_cursor(visit);
  session.point_at_all_of_item();
  session.bring_into_view(visit);
}

void begin_search(App& app) {
  app.state<VisitsState>().searches = true;
  app.state<VisitsState>().search.had_focus = false;  // so that what is typed takes the place of its text
  app.focused_field = search_key;
}

void hold_search(App& app) {
  VisitsState& state = app.state<VisitsState>();
  const bool lets_go = app.has_dialog() || app.keys_in_panel || app.session()->is_writing();
  if (state.searches && lets_go) state.searches = false;
  if (!state.searches) {
    if (app.focused_field == search_key) app.focused_field.clear();
    return;
  }
  const bool ends = app.input.take(Key::escape, {});
  const bool goes_on = app.input.take(Key::enter, {}) || app.input.take(Key::down, {}) || app.input.take(Key::tab, {});
  if (ends) state.search.set_text({});
  if (ends || goes_on) {
    state.searches = false;
    app.focused_field.clear();
    const ShownVisits shown = shown_visits(*app.session());
    const std::vector<size_t>& order = visits_in_order(app, shown);
    if (goes_on && !order.empty()) choose_visit(app, shown.visits->visits[order.front()]->id, false);
    return;
  }
  app.focused_field = search_key;
}

void view_visit_list(App& app, const ShownVisits& shown, const Area& area, bool brings) {
  const Theme& theme = app.theme;
  const char* run = nullptr;
  float y = area.from.y + draw_list_head(app, shown, area, run);
  y += draw_list_search(app, area, y);
  const float pad = theme.px(list_pad);
  y += draw_behind(app, shown, {{area.from.x + pad, y}, {area.to.x - pad, y}}, visits_in_order(app, shown).size());
  if (shows_results(app)) return;
  ImGui::SetCursorScreenPos({area.from.x, y});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::BeginChild("visits/list", {area.width(), area.to.y - y}, false,
                    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav);
  ImGui::PopStyleVar();
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const RowDone done = VisitListDrawing(app, shown).draw(from, ImGui::GetContentRegionAvail().x, brings);
  ImGui::EndChild();
  ImGui::GetWindowDrawList()->AddLine({area.to.x, area.from.y}, area.to, theme.colours.border);
  if (done.opens_menu) open_visit_menu(app, done.visit, done.menu_at);
  draw_visit_menu(app);
  if (app.session() == nullptr || app.session()->visits() == nullptr) return;  // what was chosen led elsewhere
  if (done.opens_menu) return;
  if (run != nullptr) return app.run_command(run);
  if (done.visit.empty()) return;
  app.state<VisitsState>().searches = false;
  if (done.adds) return app.session()->select_item(done.visit, true);
  choose_visit(app, done.visit, done.extends);
  app.session()->hold_still();  // it lies under the mouse
  if (!done.enters) return;
  const ShownVisits chosen = shown_visits(*app.session());
  if (chosen.visits != nullptr) enter_visit(app, chosen);
}

}  // namespace canvasbook
