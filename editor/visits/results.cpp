#include "editor/visits/results.h"
#include "editor/visits/shown_results.h"

#include <algorithm>
#include <cmath>

#include "editor/dialogs/export.h"
#include "editor/frame/command_table.h"
#include "editor/frame/popup_menu.h"
#include "editor/frame/tooltip.h"
#include "editor/parts/workbook_icons.h"
#include "editor/visits/action_parts.h"
#include "editor/visits/commands.h"
#include "editor/visits/list.h"
#include "editor/visits/results_parts.h"
#include "editor/visits/state.h"
#include "export/compose/forms/forms.h"
#include "export/layout/layout.h"

namespace canvasbook {

namespace {

constexpr float switch_height = 48;  // logical pixels, as all below
constexpr float switch_pad = 16;
constexpr float line_of_scroll = 60;
constexpr float page_of_scroll = 0.85F;  // of the height

VisitsReport lay_out_report(Session& session, const ResultFilter& filter, const Date& today) {
  const Visits& visits = *session.visits();
  const Workbook& workbook = session.workbook();
  VisitsReport report;
  report.taken = count_taken(visits, filter);
  report.has_finished = count_taken(visits, {}).counted > 0;
  report.has_points = has_points_scale(visits);
  if (report.taken.counted == 0) return report;
  ComposeOptions options{{session.document()->id}, {}, today};
  options.sections = {session.section()->id};
  options.results = filter;
  report.pages = layout(compose_form(*find_print_form("results"), workbook, options), page_setup(workbook.page_size),
                        session.paper_fonts());
  report.pages.pages.erase(report.pages.pages.begin());  // the cover says nothing on a screen
  return report;
}

// How far the keys scroll, in pixels. What leads from part to part stays for the focus, once that is seen.
float scrolled_by_keys(App& app, float height) {
  InputQueue& input = app.input;
  const float page = height * page_of_scroll;
  const float line = app.theme.px(line_of_scroll);
  constexpr float whole = 1e7F;
  float scroll = 0;
  if (input.take(Key::page_down, {})) scroll += page;
  if (input.take(Key::page_up, {})) scroll -= page;
  if (app.state<ResultsState>().focus.is_shown()) return scroll;
  if (input.take(Key::down, {})) scroll += line;
  if (input.take(Key::up, {})) scroll -= line;
  if (input.take(Key::space, {})) scroll += page;
  if (input.take(Key::home, {})) scroll -= whole;
  if (input.take(Key::end, {})) scroll += whole;
  return scroll;
}

// One step back: the ring, then what the report is of.
void take_escape(App& app) {
  KeyFocus& focus = app.state<ResultsState>().focus;
  if (!focus.is_shown() && !leaves_out(results_here(app).filter)) return;
  if (!app.input.take(Key::escape, {})) return;
  focus.is_shown() ? focus.hide() : clear_filter(app);
}

// What stands in place of the report where there is none; its button is reached by the keyboard too.
void view_no_report(App& app, const VisitsReport& report, const Area& area) {
  const Catalog& words = app.catalog();
  const bool can_clear = report.has_finished;
  EmptyState state{icon_of(Content(Visits{})), words.text(can_clear ? "visits.filter_empty" : "visits.results_empty"),
                   words.text(can_clear ? "visits.filter_empty_text" : "visits.results_empty_text"),
                   can_clear ? "visits/clear" : "visits.enter_visit",
                   words.text(can_clear ? "visits.clear_filter" : "visits.enter_visit")};
  if (can_clear) state.button_icon = icons::close;
  const bool clicked = view_empty(app, state, area);
  const bool pressed = is_pressed_by_key(app, state.key) || clicked;
  app.state<ResultsState>().focus.prefer(state.key);
  if (const auto place = app.state<ResultsState>().focus.end()) write_filter_at(app, place->key);
  if (!pressed) return;
  if (can_clear) return clear_filter(app);
  can_begin_visit(app) ? app.run_command("command.new_visit") : switch_results(app);
}

void draw_export_button(App& app, const Area& area, float left) {
  const Theme& theme = app.theme;
  const PartContext parts{theme, app.parts};
  constexpr const char* key = "visits.export_report";
  std::string label = app.catalog().text(key);
  const float right = area.to.x - theme.px(switch_pad);
  if (right - button_width(parts, label, icons::export_) < left) label.clear();
  const bool can_export = report_here(app).taken.counted > 0;
  ImGui::SetCursorScreenPos({right - button_width(parts, label, icons::export_), area.from.y + theme.px(6)});
  const bool clicked = button(parts, key, label, icons::export_, ButtonStyle::plain, can_export);
  if (label.empty()) name_by_tooltip(app, key);
  if (!can_export || (!is_pressed_by_key(app, key) && !clicked)) return;
  app.show_dialog(make_results_export_dialog(app, app.session()->section()->id, results_here(app).filter));
}

}  // namespace

const VisitsReport& report_here(App& app) {
  Session& session = *app.session();
  ResultsState& state = app.state<ResultsState>();
  const ResultFilter& filter = results_here(app).filter;
  if (state.report_of != session.section()->id || state.report_by != filter) state.report.forget();
  state.report_of = session.section()->id;
  state.report_by = filter;
  return state.report.at_once(session.history().revision(),
                              [&] { return lay_out_report(session, filter, app.world().today); });
}

bool is_pressed_by_key(App& app, std::string_view key, ImVec2 from, ImVec2 to) {
  const Theme& theme = app.theme;
  KeyFocus& focus = app.state<ResultsState>().focus;
  if (focus.is_on(key)) {
    const float gap = theme.px(2);
    ImGui::GetWindowDrawList()->AddRect({from.x - gap, from.y - gap}, {to.x + gap, to.y + gap}, theme.colours.accent,
                                        theme.px(8), 0, theme.px(2));
  }
  return focus.part(key, from, to);
}

bool is_pressed_by_key(App& app, std::string_view key) {
  return is_pressed_by_key(app, key, ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
}

Area draw_results_switch(App& app, const Area& area) {
  const Theme& theme = app.theme;
  const PartContext parts{theme, app.parts};
  const bool has_results = shows_results(app);
  const Area bar{area.from, {area.to.x, std::floor(area.from.y + theme.px(switch_height))}};
  ImGui::GetWindowDrawList()->AddLine({bar.from.x, bar.to.y}, bar.to, theme.colours.border);
  float x = area.from.x + theme.px(switch_pad);
  bool switches = false;
  for (const bool of_results : {false, true}) {
    const char* key = of_results ? "visits.as_results" : "visits.as_visits";
    const std::string label = app.catalog().text(key);
    const bool is_chosen = of_results == has_results;
    ImGui::SetCursorScreenPos({x, area.from.y + theme.px(6)});
    bool pressed = button(parts, key, label, of_results ? icons::preview : icons::done,
                          is_chosen ? ButtonStyle::selected : ButtonStyle::plain);
    if (has_results) pressed = is_pressed_by_key(app, key) || pressed;
    switches = switches || (pressed && !is_chosen);
    x += button_width(parts, label, icons::done) + theme.px(4);
  }
  if (has_results) draw_export_button(app, bar, x + theme.px(8));
  if (switches) switch_results(app);
  return {{area.from.x, bar.to.y + 1}, area.to};
}

void view_results(App& app, const Area& area) {
  KeyFocus& focus = app.state<ResultsState>().focus;
  hold_filter(app);
  const bool has_keys = !app.has_dialog() && !menu_is_open() && !app.text_field_is_active() &&
                        !app.session()->is_writing() && !is_at_visit_action(app) && !is_filter_written(app);
  float scroll = 0;
  if (has_keys) {
    take_escape(app);
    scroll = scrolled_by_keys(app, area.height());
  }
  focus.begin(app.input, has_keys);
  focus.prefer("visits.filter_place");
  const Area below = draw_results_switch(app, area);
  if (!shows_results(app)) return;
  const VisitsReport& report = report_here(app);
  const float height = report.has_finished ? draw_results_filter(app, report, below) : 0;
  const Area rest{{below.from.x, below.from.y + height}, below.to};
  report_here(app);  // of another filter, where one was just chosen
  if (report.taken.counted == 0) {
    view_no_report(app, report, rest);
  } else if (const std::string pressed = draw_report_pages(app, report.pages, rest, scroll); !pressed.empty()) {
    show_visits_behind(app, pressed);
  }
  app.keys_in_search = is_filter_written(app);
}

void show_visits_behind(App& app, const std::string& text) {
  const auto subject = read_subject(text);
  if (!subject) return;
  SectionResults& here = results_here(app);
  here.are_shown = false;
  here.leads_back = true;
  here.behind.reset();
  app.state<VisitsState>().search.set_text({});
  if (!subject->visit.empty()) return choose_visit(app, subject->visit, false);
  here.behind = VisitsBehind{here.filter, *subject};
  const ShownVisits shown = shown_visits(*app.session());
  const std::vector<size_t>& order = visits_in_order(app, shown);
  if (!order.empty()) choose_visit(app, shown.visits->visits[order.front()]->id, false);
}

}  // namespace canvasbook
