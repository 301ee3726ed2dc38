#include "editor/visits/fields.h"

#include <algorithm>
#include <cmath>

#include "editor/frame/line_field.h"
#include "editor/frame/spelling_marks.h"
#include "editor/items/controls.h"
#include "editor/parts/text_field.h"
#include "editor/visits/state.h"
#include "model/text/text.h"
#include "model/written_texts.h"

namespace canvasbook {

namespace {

constexpr float box_height = 32;  // logical pixels, as the next
constexpr float box_pad = 9;
constexpr size_t most_offered_names = 6;

std::string key_of_box(const VisitBox& box) {
  if (!box.item) return "visit/" + box.part;
  return (box.item->empty() ? "visits" : "action/" + *box.item) + "/" + box.part;
}

const std::string& item_of_box(const ShownVisits& shown, const VisitBox& box) {
  return box.item ? *box.item : shown.visit->id;
}

bool is_written(const App& app, const ShownVisits& shown, const VisitBox& box) {
  const View& view = app.session()->view();
  return view.editing == Editing::visit && view.edited == item_of_box(shown, box) && view.field == box.part;
}

float rows_pad(const Theme& theme) { return std::floor((theme.px(box_height) - row_height_of(theme.fonts.text)) / 2); }

const TextAtRest& comment_at_rest(App& app, const ShownVisits& shown, const VisitBox& box, float width) {
  VisitsState& state = app.state<VisitsState>();
  const std::string visit = shown.visit == nullptr ? std::string() : shown.visit->id;
  if (state.texts_of != visit) state.texts.clear();
  state.texts_of = visit;
  TextAtRest& kept = state.texts[key_of_box(box)];
  lay_out_at_rest(kept, box.text, app.theme.fonts.text, width);
  return kept;
}

const VisitNames& names_of(App& app) {
  const Session& session = *app.session();
  return app.state<VisitsState>().names.at_once(session.history().revision(), [&] {
    VisitNames names;
    for (const VisitsPlace& place : all_visits(session.workbook())) {
      names.places.merge(places_of(*place.visits));
      names.shoppers.merge(shoppers_of(*place.visits));
    }
    return names;
  });
}

// The keys that lead from a text of one line to others; Enter takes a name that was chosen.
void lead_from_line(App& app, const ShownVisits& shown, const VisitBox& box, bool down, bool up, bool enters,
                    FormDone& done) {
  VisitsState& state = app.state<VisitsState>();
  const std::vector<std::string> names = offered_names(app, shown);
  if (state.suggested && *state.suggested >= names.size()) state.suggested.reset();
  if (enters && state.suggested) {
    done = {FormDone::What::take_name, box.part, 1, 0, names[*state.suggested]};
  } else if (down && !names.empty()) {
    state.suggested = state.suggested ? std::min(*state.suggested + 1, names.size() - 1) : 0;
  } else if (up && state.suggested) {
    *state.suggested == 0 ? state.suggested.reset() : void(--*state.suggested);
  } else if (enters || down || up) {
    done = {FormDone::What::step, box.part, up ? -1 : 1, 0, {}};
  }
}

// What ends the writing: a click elsewhere, which does what it hits, or Escape.
void leave_box(const VisitBox& box, ImVec2 from, ImVec2 to, FormDone& done) {
  if (!ImGui::IsMouseClicked(0)) {
    const auto item = item_of_part(box.part);
    done = {FormDone::What::go, item ? mark_part_of(*item) : std::string(), 0, 0, {}};
    return;
  }
  if (!ImGui::IsMouseHoveringRect(from, to)) done = {FormDone::What::leave, box.part, 0, 0, {}};
}

void write_one_line(App& app, const ShownVisits& shown, const VisitBox& box, ImVec2 from, ImVec2 to, FormDone& done) {
  const Theme& theme = app.theme;
  Session& session = *app.session();
  VisitsState& state = app.state<VisitsState>();
  if (lay_out(session.field, theme.fonts.text, any_width)) state.scroll = 0;
  const bool tab = app.input.take(Key::tab, {});
  const bool back = app.input.take(Key::tab, shift);
  const bool down = app.input.take(Key::down, {});
  const bool up = app.input.take(Key::up, {});
  const float top = std::floor((from.y + to.y - session.field.height()) / 2);
  const LineFieldResult result =
      write_line(app, key_of_box(box) + "/text", session.field, state.scroll, theme.fonts.text,
                 {from.x + theme.px(box_pad), top}, {to.x - theme.px(box_pad), top + session.field.height()});
  if (result.changed) {
    session.take_over_field();
    state.suggested.reset();
  }
  if (tab || back) {
    done = {FormDone::What::step, box.part, tab ? 1 : -1, 0, {}};
  } else if (result.left) {
    leave_box(box, from, to, done);
  } else {
    lead_from_line(app, shown, box, down, up, result.entered, done);
  }
}

void write_lines(App& app, const VisitBox& box, ImVec2 from, ImVec2 to, FormDone& done) {
  const Theme& theme = app.theme;
  Session& session = *app.session();
  const float width = to.x - from.x - 2 * theme.px(box_pad);
  lay_out(session.field, theme.fonts.text, width);
  const bool tab = app.input.take(Key::tab, {});
  const bool back = app.input.take(Key::tab, shift);
  const ImVec2 at{from.x + theme.px(box_pad), from.y + rows_pad(theme)};
  const TextFieldResult result = text_field({theme, app.parts}, key_of_box(box) + "/text", session.field, app.input,
                                            theme.fonts.text, at, width, theme.colours.text, true);
  mark_spelling_in_field(app, at);
  if (result.changed) session.take_over_field();
  const auto item = item_of_part(box.part);
  if (back && item) {
    done = {FormDone::What::go, mark_part_of(*item), 0, 0, {}};
  } else if (tab || result.finished) {
    done = {FormDone::What::step, box.part, 1, 0, {}};
  } else if (result.left) {
    leave_box(box, from, to, done);
  }
}

void draw_box_at_rest(App& app, const ShownVisits& shown, const VisitBox& box, ImVec2 from, ImVec2 to) {
  const Theme& theme = app.theme;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float width = to.x - from.x - 2 * theme.px(box_pad);
  const ImVec2 at{from.x + theme.px(box_pad), from.y + rows_pad(theme)};
  const float line = std::floor((row_height_of(theme.fonts.text) - theme.fonts.text->FontSize) / 2);
  if (box.text.empty()) {
    clipped_text(list, theme.fonts.small, {at.x, at.y + line}, width, theme.colours.muted, box.placeholder);
  } else if (!box.has_lines) {
    clipped_text(list, theme.fonts.text, {at.x, at.y + line}, width, theme.colours.text, to_one_line(box.text));
  } else {
    const TextAtRest& text = comment_at_rest(app, shown, box, width);
    draw_rows(list, theme.fonts.text, text.rows, text.text, at, theme.colours.text);
    mark_spelling_at_rest(app, {text.rows, text.text, at}, {Editing::visit, item_of_box(shown, box), box.part});
  }
}

}  // namespace

bool is_part_written(const App& app, const ShownVisits& shown, std::string_view part) {
  const View& view = app.session()->view();
  return shown.visit != nullptr && view.editing == Editing::visit && view.edited == shown.visit->id &&
         view.field == part;
}

float height_of_box(App& app, const ShownVisits& shown, const VisitBox& box, float width) {
  const Theme& theme = app.theme;
  if (!box.has_lines) return theme.px(box_height);
  const float inside = width - 2 * theme.px(box_pad);
  float height = 0;
  if (is_written(app, shown, box)) {
    lay_out(app.session()->field, theme.fonts.text, inside);
    height = app.session()->field.height();
  } else if (!box.text.empty()) {
    height = comment_at_rest(app, shown, box, inside).rows.height();
  }
  return std::max(theme.px(box_height), height + 2 * rows_pad(theme));
}

void draw_box(App& app, const ShownVisits& shown, const VisitBox& box, ImVec2 from, float width, FormDone& done) {
  const Theme& theme = app.theme;
  const Colours& colours = theme.colours;
  const ImVec2 to{from.x + width, from.y + height_of_box(app, shown, box, width)};
  ImDrawList* list = ImGui::GetWindowDrawList();
  const bool writes = is_written(app, shown, box);
  const View& view = app.session()->view();
  const bool at_cursor = view.field == box.part && view.cursor == item_of_box(shown, box);
  if (writes || at_cursor) app.state<VisitsState>().at_cursor = {from.y - theme.px(24), to.y};
  if (!writes) {
    ImGui::SetCursorScreenPos(from);
    const bool pressed = invisible_button(key_of_box(box).c_str(), {width, to.y - from.y});
    if (pressed && shown.can_change) done = {FormDone::What::go, box.part, 0, 0, {}};
    if (ImGui::IsItemHovered() && shown.can_change) ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
  }
  app.parts.add(key_of_box(box), from, to);
  list->AddRectFilled(from, to, colours.panel, theme.px(7));
  list->AddRect(from, to, writes || at_cursor ? colours.accent : colours.border, theme.px(7), 0,
                writes ? theme.px(2) : 1.0F);
  if (!writes) return draw_box_at_rest(app, shown, box, from, to);
  box.has_lines ? write_lines(app, box, from, to, done) : write_one_line(app, shown, box, from, to, done);
}

std::vector<std::string> offered_names(App& app, const ShownVisits& shown) {
  const bool of_place = is_part_written(app, shown, place_field);
  if (!of_place && !is_part_written(app, shown, shopper_field)) return {};
  const std::string typed = app.session()->field.utf8();
  const std::string searched = to_search_form(trim(typed));
  const VisitNames& names = names_of(app);
  std::vector<std::string> offered;
  for (const std::string& name : of_place ? names.places : names.shoppers) {
    if (name != typed && offered.size() < most_offered_names &&
        to_search_form(name).find(searched) != std::string::npos)
      offered.push_back(name);
  }
  return offered;
}

void draw_offered_names(App& app, const ShownVisits& shown, ImVec2 at, float width, FormDone& done) {
  const Theme& theme = app.theme;
  const std::vector<std::string> names = offered_names(app, shown);
  const auto suggested = app.state<VisitsState>().suggested;
  float x = at.x;
  for (size_t i = 0; i < names.size(); ++i) {
    const std::string name = to_one_line(names[i]);
    const float room = std::min(chip_width(theme, name), theme.px(220));
    if (i > 0 && x + room > at.x + width) return;
    const ChipStyle style = suggested == i ? ChipStyle::chosen : ChipStyle::bare;
    const std::string key = "visit/name/" + std::to_string(i);
    if (chip(app, key, name, {x, at.y}, room, style)) {
      done = {FormDone::What::take_name, app.session()->view().field, 1, 0, names[i]};
    }
    x += room + theme.px(chip_gap);
  }
}

void tell_of_unkept(App& app) {
  const View& view = app.session()->view();
  if (view.editing != Editing::visit) return;
  const std::string text(trim(app.session()->field.utf8()));
  if (can_keep_in_visit(view.field, text, app.world().today)) return;
  const bool is_time = view.field == time_part;
  const bool is_target = view.field == target_field;
  const auto before = text_in_visits(*app.session()->visits(), view.cursor, view.field);
  const bool had = is_target ? app.state<VisitsState>().target_before.has_value() : before && !before->empty();
  const char* kept = is_target ? "visits.bad_target" : is_time ? "visits.bad_time" : "visits.bad_date";
  const char* none = is_target ? "visits.wrong_target" : is_time ? "visits.wrong_time" : "visits.wrong_date";
  app.keep_saying(app.catalog().text(had ? kept : none, {{"text", text}}));
}

}  // namespace canvasbook
