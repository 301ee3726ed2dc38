#include "editor/visits/form.h"

#include <algorithm>
#include <cmath>

#include "editor/items/check_marks.h"
#include "editor/items/controls.h"
#include "editor/visits/fields.h"
#include "editor/visits/items.h"
#include "editor/visits/list.h"
#include "editor/visits/state.h"
#include "model/text/text.h"
#include "model/written_texts.h"

namespace canvasbook {

namespace {

constexpr float form_pad = 20;  // logical pixels, as all below
constexpr float widest_form = 820;
constexpr float visit_bar_height = 62;
constexpr float visit_label_height = 20;
constexpr float visit_field_height = 32;
constexpr float visit_field_gap = 10;
constexpr float four_beside = 620;

std::string text_of_part(const ShownVisits& shown, std::string_view part) { return text_of_visit(*shown.visit, part); }

// What is not as usual about the list of the visit; empty for nothing.
std::string notice_of(const App& app, const ShownVisits& shown) {
  const Catalog& words = app.catalog();
  if (shown.list == nullptr) return words.text("visits.without_revision");
  const ListRevision* revision = find_revision(*shown.visits, shown.visit->revision);
  const Checklist* now = current_list(app.session()->workbook(), *shown.visits);
  if (now == nullptr) return words.text("visits.list_gone", {{"title", revision->title}});
  if (without_trial(*now) == revision->list) return {};
  return words.text("visits.earlier_list", {{"date", words.date(revision->day)}});
}

// The line that stays in view: what the visit comes to, and the button that ends it. Returns whether that was pressed.
bool draw_visit_bar(App& app, const ShownVisits& shown, const Area& area) {
  const Theme& theme = app.theme;
  const Catalog& words = app.catalog();
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(area.from, area.to, theme.colours.panel);
  list->AddLine({area.from.x, area.to.y}, area.to, theme.colours.border);
  const Visit& visit = *shown.visit;
  const Score total = shown.list == nullptr ? Score{} : score_checklist(*shown.list, visit.marks).total;
  const std::string label = words.text(visit.finished ? "visits.reopen" : "visits.finish");
  const PartContext parts{theme, app.parts};
  const float button_room = button_width(parts, label, icons::done);
  float right = area.to.x - theme.px(form_pad);
  bool pressed = false;
  if (shown.can_change) {
    right -= button_room;
    ImGui::SetCursorScreenPos({right, area.from.y + theme.px(13)});
    pressed =
        button(parts, "visits/finish", label, icons::done, visit.finished ? ButtonStyle::plain : ButtonStyle::primary);
    right -= theme.px(12);
  }
  const float left = area.from.x + theme.px(form_pad);
  const std::string percent = percent_of(words, total);
  std::string state = state_of_visit(app, shown, visit);
  if (state.empty()) state = words.text("visits.finished");
  if (!visit.finished && shown.list != nullptr) {
    state = words.text("visits.draft_marked",
                       {{"count", std::to_string(total.marked())}, {"all", std::to_string(total.asked())}});
  }
  const std::string told = shown.list == nullptr ? std::string() : verdict_of(words, *shown.list, total);
  ImFont* bold = theme.fonts.bold;
  float x = left;
  const float top = area.from.y + theme.px(9);
  list->AddText(bold, bold->FontSize, {x, top}, theme.colours.text, percent.c_str());
  if (!percent.empty()) x += width_of_line(bold, percent) + theme.px(14);
  if (!total.failed.empty()) {
    draw_icon(list, theme.fonts.text, theme.px(18), {x + theme.px(8), top + bold->FontSize / 2}, theme.colours.warning,
              icons::warning);
    x += theme.px(24);
  }
  // What it means stands whole below the items; here where there is room for it.
  if (width_of_line(theme.fonts.small, told) <= right - x) {
    list->AddText(theme.fonts.small, theme.fonts.small->FontSize, {x, top + theme.px(2)}, theme.colours.muted,
                  told.c_str());
  }
  clipped_text(list, theme.fonts.small, {left, area.from.y + theme.px(34)}, right - left, theme.colours.muted, state);
  app.parts.add("visits/score", {left, area.from.y}, {right, area.to.y});
  return pressed;
}

// A text of the head with its name above it.
float draw_named(App& app, const ShownVisits& shown, const VisitBox& box, const std::string& name, ImVec2 at,
                 float width, FormDone& done) {
  const Theme& theme = app.theme;
  clipped_text(ImGui::GetWindowDrawList(), theme.fonts.small, at, width, theme.colours.muted, name);
  draw_box(app, shown, box, {at.x, at.y + theme.px(visit_label_height)}, width, done);
  return theme.px(visit_label_height + visit_field_height + visit_field_gap);
}

// Place, shopper, day and time, in one line or in two; below them the names that are offered. Returns the height.
float draw_visit_head(App& app, const ShownVisits& shown, ImVec2 at, float width, FormDone& done) {
  const Theme& theme = app.theme;
  const Catalog& words = app.catalog();
  const float gap = theme.px(10);
  const bool beside = width >= theme.px(four_beside);
  const float lines = beside ? 1 : 2;
  const float row = theme.px(visit_label_height + visit_field_height + visit_field_gap);
  const ImVec2 names_at{at.x, at.y + lines * row};
  const float names_room = theme.px(chip_height + 8);
  const bool offers = !offered_names(app, shown).empty();
  const bool over_names =
      offers && contains(names_at, {at.x + width, names_at.y + names_room}, ImGui::GetIO().MousePos);
  const bool were_aside = app.input.clicks_are_aside();
  app.input.set_clicks_aside(were_aside || over_names);  // a click on a name leaves the caret where it is
  struct Field {
    std::string_view part;
    const char* name;
    float share;
  };
  constexpr Field fields[] = {{place_field, "visits.place", 0.34F},
                              {shopper_field, "visits.shopper", 0.28F},
                              {date_part, "visits.date", 0.24F},
                              {time_part, "visits.time", 0.14F}};
  ImVec2 place = at;
  for (size_t i = 0; i < std::size(fields); ++i) {
    const Field& field = fields[i];
    VisitBox box{std::string(field.part), text_of_part(shown, field.part), {}, false};
    if (field.part == date_part) box.text = words.date(shown.visit->head.day);
    if (field.part == time_part) box.placeholder = words.text("visits.time_form");
    const bool ends_line = beside ? i == 3 : i % 2 == 1;
    const float share = beside ? field.share : i < 2 ? 0.5F : i == 2 ? 0.6F : 0.4F;
    const float room = ends_line ? at.x + width - place.x : std::floor(width * share) - gap;
    draw_named(app, shown, box, words.text(field.name), place, room, done);
    place.x += room + gap;
    if (ends_line) place = {at.x, place.y + row};
  }
  app.input.set_clicks_aside(were_aside);
  if (offers) draw_offered_names(app, shown, names_at, width, done);
  return lines * row + names_room;
}

float draw_proofs(App& app, const ShownVisits& shown, ImVec2 at, float width, FormDone& done) {
  float y = at.y;
  for (const FormLine* line : proof_lines(*shown.list)) {
    const std::string part = std::string(proof_field) + line->id;
    const VisitBox box{part, text_of_part(shown, part), {}, false};
    y += draw_named(app, shown, box, to_one_line(line->title), {at.x, y}, width, done);
  }
  return y - at.y;
}

// Texts of a visit whose list is not known: they are still there to be read.
float draw_bare_texts(App& app, const ShownVisits& shown, ImVec2 at, float width) {
  float y = at.y;
  for (const VisitTexts* texts : {&shown.visit->proofs, &shown.visit->comments}) {
    for (const auto& entry : *texts) {
      y += wrapped_text(ImGui::GetWindowDrawList(), app.theme.fonts.text, {at.x, y}, width, app.theme.colours.text,
                        entry.second) +
           app.theme.px(6);
    }
  }
  return y - at.y;
}

void act_on_form(App& app, const ShownVisits& shown, const FormDone& done) {
  Session& session = *app.session();
  const std::string visit = shown.visit->id;
  switch (done.what) {
    case FormDone::What::nothing:
      return;
    case FormDone::What::go:
      tell_of_unkept(app);
      return go_to_part(app, visit, done.part);
    case FormDone::What::step:
      tell_of_unkept(app);
      return step_part(app, done.part, done.step);
    case FormDone::What::leave:
      tell_of_unkept(app);
      return session.pause_writing();  // the click may be one in this visit
    case FormDone::What::mark:
      go_to_part(app, visit, mark_part_of(done.part));
      mark_visit(session, visit, done.part, done.mark == not_marked ? std::nullopt : std::optional(done.mark));
      return session.hold_still();
    case FormDone::What::take_name:
      session.replace_written({0, session.field.text().size()}, done.name);
      return step_part(app, done.part, done.step);
    case FormDone::What::finish:
      return app.run_command("command.finish_visit");
  }
}

// All that scrolls; returns its height.
float draw_all(App& app, const ShownVisits& shown, ImVec2 at, float width, FormDone& done) {
  const Theme& theme = app.theme;
  float y = at.y + theme.px(14);
  const std::string notice = notice_of(app, shown);
  if (!notice.empty()) {
    const float height =
        wrapped_text(ImGui::GetWindowDrawList(), theme.fonts.small, {at.x, y}, width, theme.colours.muted, notice);
    app.parts.add("visits/notice", {at.x, y}, {at.x + width, y + height});
    y += height + theme.px(10);
  }
  y += draw_visit_head(app, shown, {at.x, y}, width, done);
  if (shown.list == nullptr) return y + draw_bare_texts(app, shown, {at.x, y}, width) - at.y;
  y += draw_proofs(app, shown, {at.x, y}, width, done);
  y += draw_visit_items(app, shown, {at.x, y}, width, done);
  return y + theme.px(24) - at.y;
}

}  // namespace

void view_visit_form(App& app, const ShownVisits& shown, const Area& area, bool brings) {
  const Theme& theme = app.theme;
  if (shown.visit == nullptr) {
    const ImVec2 at{area.from.x + theme.px(form_pad), area.from.y + theme.px(24)};
    wrapped_text(ImGui::GetWindowDrawList(), theme.fonts.text, at, area.width() - 2 * theme.px(form_pad),
                 theme.colours.muted, app.catalog().text("visits.choose"));
    return;
  }
  FormDone done;
  const float bar = theme.px(visit_bar_height);
  if (draw_visit_bar(app, shown, {area.from, {area.to.x, area.from.y + bar}})) done.what = FormDone::What::finish;
  ImGui::SetCursorScreenPos({area.from.x, area.from.y + bar});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::BeginChild(("visit/" + shown.visit->id).c_str(), {area.width(), area.height() - bar}, false,
                    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav);
  ImGui::PopStyleVar();
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  const float width =
      std::floor(std::min(ImGui::GetContentRegionAvail().x - 2 * theme.px(form_pad), theme.px(widest_form)));
  HeightRange& at_cursor = app.state<VisitsState>().at_cursor;
  at_cursor = {};
  const std::uint64_t text_before = app.session()->field.revision();
  const float height = draw_all(app, shown, {origin.x + theme.px(form_pad), origin.y}, width, done);
  ImGui::SetCursorScreenPos({origin.x, origin.y + height});
  ImGui::Dummy({1, 1});
  const bool wrote = app.session()->view().editing == Editing::visit && app.session()->field.revision() != text_before;
  if ((brings || wrote) && at_cursor.bottom > at_cursor.top) {
    const float from = at_cursor.top - origin.y;
    const float to = at_cursor.bottom - origin.y;
    const float seen = ImGui::GetWindowHeight();
    if (to > ImGui::GetScrollY() + seen) ImGui::SetScrollY(to - seen + theme.px(8));
    if (from < ImGui::GetScrollY() || to - from > seen) ImGui::SetScrollY(from - theme.px(8));
  }
  ImGui::EndChild();
  act_on_form(app, shown, done);
}

}  // namespace canvasbook
