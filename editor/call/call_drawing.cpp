// How the call looks: the words, the cues, the answers, and what stays in sight.
#include <algorithm>
#include <cmath>
#include <utility>

#include "editor/call/call.h"
#include "editor/call/screen_parts.h"
#include "editor/parts/emphasis_painter.h"
#include "editor/parts/text_field.h"
#include "model/call_scheme.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr float cue_row = 46;  // logical pixels
constexpr size_t most_rows_found = 4;
constexpr float most_said = 0.45F;         // of the screen, of what is said now
constexpr size_t longest_shown_name = 60;  // characters, in the path and of where an answer leads

char32_t icon_of_end(CallEnd end) {
  if (end == CallEnd::agreed) return icons::done;
  return end == CallEnd::call_back ? icons::history : icons::close;
}

ImU32 colour_of_end(const Theme& theme, CallEnd end) {
  if (end == CallEnd::agreed) return theme.colours.good;
  return end == CallEnd::call_back ? theme.colours.accent : theme.colours.muted;
}

}  // namespace

std::string Call::name_of(const App& app, const TalkPlace& place) const {
  if (place.end != CallEnd::none) return values_.filled(end_words(place.end, app.catalog(), place.result));
  if (place.cue != nullptr) return shortened(values_.filled(place.cue->cue), longest_shown_name);
  return place.section == nullptr ? std::string() : shortened(values_.filled(place.section->title), longest_shown_name);
}

std::string Call::way_of(const App& app, const Answer& answer) const {
  const TalkPlace target = talk_.target_of(answer);
  return target.is_somewhere() ? "→ " + name_of(app, target) : std::string();
}

// What was said, the end of it as much as there is room for; behind a cue the number of the answer.
std::string Call::path(const App& app, float width) const {
  std::string path;
  const auto& steps = talk_.path();
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
    const bool is_expected = step->place.cue != nullptr && !step->is_heard;  // nobody has said it yet
    if (is_expected) continue;
    std::string name = name_of(app, step->place);
    if (step->said != nullptr && step->place.cue != nullptr) {
      size_t number = 0;
      for (const Answer& answer : step->place.cue->answers) {
        if (!trim(answer.text).empty()) ++number;
        if (&answer == step->said) break;
      }
      name += " (" + std::to_string(number) + ")";
    }
    std::string longer = path.empty() ? std::move(name) : name + " › " + path;
    const bool is_first = step + 1 == steps.rend();
    if (!path.empty() && width_of_line(app.theme.fonts.text, (is_first ? "" : "… › ") + longer) > width) {
      return "… › " + path;
    }
    path = std::move(longer);
  }
  return path;
}

void Call::draw_words(App& app, ImVec2 from, ImVec2 to) {
  const Theme& theme = app.theme;
  ImFont* font = theme.fonts.large;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const bool has_caret = values_.focused().empty() && !app.has_dialog();
  list->AddRectFilled(from, to, theme.colours.panel, theme.px(10));
  list->AddRect(from, to, has_caret ? theme.colours.accent : theme.colours.faint, theme.px(10), 0,
                has_caret ? theme.px(2) : 1.0F);
  draw_icon(list, theme.fonts.text, theme.px(28), {from.x + theme.px(30), (from.y + to.y) / 2}, theme.colours.muted,
            icons::search);
  const ImVec2 text_from{from.x + theme.px(60), std::floor((from.y + to.y - query_.core.height()) / 2)};
  const ImVec2 text_to{to.x - theme.px(16), text_from.y + query_.core.height()};
  if (words().empty()) {
    clipped_text(list, font, {text_from.x, std::floor((from.y + to.y - font->FontSize) / 2)}, text_to.x - text_from.x,
                 theme.colours.muted, app.catalog().text("call.words"));
  }
  const bool is_clicked = ImGui::IsMouseHoveringRect(from, to) && ImGui::IsMouseClicked(0);
  if (is_clicked && !app.has_dialog()) values_.leave();
  if (has_caret) {
    const KeysAside digits_choose(app.input, digit_is_taken_);
    write_line(app, "call/words/text", query_.core, query_.scroll, font, text_from, text_to);
  } else {
    clipped_text(list, font, {text_from.x, std::floor((from.y + to.y - font->FontSize) / 2)}, text_to.x - text_from.x,
                 theme.colours.text, words());
  }
  app.parts.add("call/words", from, to);
}

void Call::draw_cues(App& app, const Area& area, Pressed& pressed) {
  const Theme& theme = app.theme;
  const float row = theme.px(cue_row);
  begin_scrolled("call/cues", area);
  if (std::exchange(shows_chosen_, false)) {
    const float top = static_cast<float>(chosen_) * row;
    ImGui::SetScrollY(std::clamp(ImGui::GetScrollY(), std::min(top, top + row - area.height()), top));
  }
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float scroll = ImGui::GetScrollY();
  const float width = area.width() - theme.px(14);
  const auto& shown = cues();
  const auto first = static_cast<size_t>(scroll / row);
  const size_t end = std::min(shown.size(), first + static_cast<size_t>(area.height() / row) + 2);
  for (size_t i = first; i < end; ++i) {
    const IndexedCue& cue = shown[i];
    const std::string key = "call/cue/" + cue.response->id;
    ImGui::SetCursorPos({0, static_cast<float>(i) * row});
    if (invisible_button(key.c_str(), {width, row - theme.px(2)})) {
      pressed.cue = i + 1;
      pressed.takes_cue = true;
    }
    const ImVec2 from = ImGui::GetItemRectMin();
    const ImVec2 to = ImGui::GetItemRectMax();
    if (i == chosen_) {
      list->AddRectFilled(from, to, theme.colours.selection, theme.px(8));
    } else if (ImGui::IsItemHovered()) {
      list->AddRectFilled(from, to, theme.colours.hover, theme.px(8));
    }
    const std::string title = lists_found_ ? values_.filled(cue.section->title) : std::string();
    const float title_width = std::min(width_of_line(theme.fonts.text, title), width * 0.35F);
    const float left = from.x + theme.px(14);
    const float room = to.x - theme.px(14) - left - (title.empty() ? 0 : title_width + theme.px(16));
    const auto middle = [&](const ImFont* font) { return std::floor((from.y + to.y - font->FontSize) / 2); };
    clipped_text(list, theme.fonts.title, {left, middle(theme.fonts.title)}, room, theme.colours.text,
                 to_one_line(values_.filled(cue.response->cue)));
    clipped_text(list, theme.fonts.text, {to.x - theme.px(14) - title_width, middle(theme.fonts.text)}, title_width + 1,
                 theme.colours.muted, to_one_line(title));
    app.parts.add(key, from, to);
  }
  ImGui::SetCursorPos({0, static_cast<float>(shown.size()) * row});
  ImGui::EndChild();
}

void Call::draw_answers(App& app, const Area& area, bool with_heading, Pressed& pressed) {
  const IndexedCue* cue = chosen();
  if (cue == nullptr) return;
  const Theme& theme = app.theme;
  begin_scrolled("call/answers", area, scroll_answers_, std::exchange(answers_of_, cue->response) != cue->response);
  const float width = area.width() - theme.px(14);
  if (with_heading) {
    const std::string heading = values_.filled(cue->response->cue);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    TextAtRest text;
    lay_out_at_rest(text, heading, theme.fonts.large_bold, width);
    draw_spoken(ImGui::GetWindowDrawList(), theme, text, at, theme.colours.text);
    ImGui::Dummy({width, text.rows.height() + theme.px(6)});
  }
  size_t number = 0;
  for (const Answer& answer : cue->response->answers) {
    if (trim(answer.text).empty()) continue;
    NumberedRow row;
    row.key = "call/answer/" + answer.id;
    row.number = ++number;
    row.text = values_.filled(answer.text);
    row.note = way_of(app, answer);
    row.stop_marks = stop_phrases_.in_said({answer.id, "text"}, row.text);
    row.is_marked = !lists_found_ && talk_.said() == &answer;
    if (draw_numbered_row(app, row, width)) pressed.answer = &answer;
  }
  if (number == 0) paragraph({theme, app.parts}, app.catalog().text("call.no_answers"), theme.colours.muted);
  ImGui::EndChild();
}

// The answer that was chosen, large, until the client says something.
float Call::draw_said(App& app, const Area& area, const Answer& answer) {
  const Theme& theme = app.theme;
  const float pad = theme.px(12);
  const float label = theme.fonts.text->FontSize + theme.px(4);
  const float left = theme.px(16);
  const std::string words = values_.filled(answer.text);
  TextAtRest text;
  lay_out_at_rest(text, words, theme.fonts.large, std::max(1.0F, area.width() - 2 * left - theme.px(14)));
  const float most = std::floor(area.height() * most_said);
  const float height = std::max(1.0F, std::min(text.rows.height() + label + 2 * pad, most));
  const ImVec2 to{area.to.x - theme.px(14), area.from.y + height};
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(area.from, to, theme.colours.selection, theme.px(10));
  clipped_text(list, theme.fonts.text, {area.from.x + left, area.from.y + pad}, to.x - area.from.x - 2 * left,
               theme.colours.muted, app.catalog().text("call.you_say"));
  const ImVec2 from{area.from.x + left, area.from.y + pad + label};
  begin_scrolled("call/said", {from, {to.x, std::max(from.y + 1, to.y - pad)}});
  const ImVec2 at = ImGui::GetCursorScreenPos();
  draw_spoken(ImGui::GetWindowDrawList(), theme, text, at, theme.colours.text);
  dot_stop_phrases(theme, {text.rows, text.text, at}, stop_phrases_.in_said({answer.id, "text"}, words));
  ImGui::Dummy({1, text.rows.height()});
  ImGui::EndChild();
  app.parts.add("call/saying/" + answer.id, area.from, to);
  return height + theme.px(12);
}

void Call::draw_body(App& app, const Area& whole, Pressed& pressed) {
  const Theme& theme = app.theme;
  const Catalog& catalog = app.catalog();
  Area area = whole;
  if (const Answer* said = saying()) {
    area.from.y += draw_said(app, area, *said);
    if (!cues().empty()) {
      clipped_text(ImGui::GetWindowDrawList(), theme.fonts.text, area.from, area.width(), theme.colours.muted,
                   catalog.text("call.then"));
      area.from.y += theme.fonts.text->FontSize + theme.px(8);
    }
  }
  if (is_at_end()) {
    const CallEnd end = talk_.place().end;
    return draw_in_middle(app, area, icon_of_end(end), colour_of_end(theme, end), name_of(app, talk_.place()),
                          catalog.text("call.anew"));
  }
  if (cues().empty()) {
    const char* title = lists_found_ ? "call.nothing_found" : "call.no_cues";
    const char* text = lists_found_ ? "call.nothing_found_help" : "call.no_cues_help";
    return draw_in_middle(app, area, icons::search, theme.colours.muted, catalog.text(title), catalog.text(text));
  }
  const bool is_alone = !lists_found_ && talk_.place().cue != nullptr;
  if (is_alone) return draw_answers(app, area, true, pressed);
  const float row = theme.px(cue_row);
  const auto rows = static_cast<float>(lists_found_ ? std::min(most_rows_found, cues().size()) : cues().size());
  const float split = area.from.y + std::floor(std::min(rows * row, area.height() * 0.42F));
  draw_cues(app, {area.from, {area.to.x, split}}, pressed);
  const float room = area.width() * (lists_found_ ? 0.6F : 1.0F) - theme.px(60);  // of a cue in the list
  const std::string heading = to_one_line(values_.filled(chosen()->response->cue));
  draw_answers(app, {{area.from.x, split + theme.px(12)}, area.to}, width_of_line(theme.fonts.title, heading) > room,
               pressed);
}

void Call::draw_sight(App& app, const Area& area) {
  const Theme& theme = app.theme;
  const float pad = theme.px(16);
  const float foot = theme.px(26);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(area.from, area.to, theme.colours.panel, theme.px(10));
  begin_scrolled("call/sight", {{area.from.x + pad, area.from.y + pad}, {area.to.x - theme.px(4), area.to.y - foot}},
                 scroll_sight_, std::exchange(sight_is_new_, false));
  const float width = area.width() - 2 * pad - theme.px(6);
  for (const NoteInSight& note : sight_) {
    TextAtRest title;
    lay_out_at_rest(title, with_values(note.title, values_.placeholders()), theme.fonts.bold, width);
    const ImVec2 from = ImGui::GetCursorScreenPos();
    draw_whole_rows(ImGui::GetWindowDrawList(), theme, title, from, theme.colours.muted);
    float y = from.y + title.rows.height() + theme.px(6);
    for (const LineInSight& line : note.lines) {
      TextAtRest text;
      lay_out_emphasis_at_rest(text, theme, with_values(line.text, values_.placeholders()), theme.fonts.prose, width);
      if (line.is_apart) y += theme.px(10);
      draw_whole_rows(ImGui::GetWindowDrawList(), theme, text, {from.x, y}, theme.colours.text);
      y += text.rows.height();
    }
    ImGui::Dummy({width, y - from.y + theme.px(20)});
  }
  const bool goes_on = ImGui::GetScrollY() < ImGui::GetScrollMaxY() - 1;
  ImGui::EndChild();
  if (goes_on) {
    clipped_text(list, theme.fonts.bold, {area.from.x + pad, area.to.y - foot}, width, theme.colours.muted, "…");
  }
  app.parts.add("call/sight", area.from, area.to);
}

// Returns whether the call ends.
bool Call::draw_foot(App& app, const Area& area) {
  Foot foot(app, area);
  if (foot.button("call.back", icons::arrow_back, has_words() || talk_.can_go_back())) go_back();
  if (foot.button("call.gap", icons::add, has_words())) keep_gap(app);
  if (is_at_end() && foot.button("call.new", icons::talk)) begin_anew();
  const bool leaves = foot.button("call.leave", icons::close);
  if (notice_.empty()) {
    // what Escape would do next is named last
    const char* hint = !values_.focused().empty() ? "call.hint_value"
                       : !words().empty()         ? "call.hint_words"
                                                  : "call.hint";
    foot.say(app.catalog().text(hint), app.theme.colours.muted);
  } else {
    foot.say(notice_, app.theme.colours.text);
  }
  return leaves;
}

}  // namespace canvasbook
