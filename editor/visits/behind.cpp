#include "editor/visits/behind.h"

#include <cmath>

#include "editor/frame/tooltip.h"
#include "editor/items/controls.h"
#include "model/result_words.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr float behind_line = 36;  // logical pixels
constexpr float chips_gap = 6;

SectionResults* known_results(App& app) {
  auto& sections = app.state<ResultsState>().sections;
  const auto here = sections.find(app.session()->section()->id);
  return here == sections.end() ? nullptr : &here->second;
}

}  // namespace

std::string words_of_behind(const App& app, const Visits& visits, const VisitsBehind& behind) {
  const Catalog& words = app.catalog();
  std::string all;
  const auto add = [&](const std::string& text) {
    if (!text.empty()) all += (all.empty() ? "" : " · ") + text;
  };
  const auto name = [&](const std::string& text) {
    return text.empty() ? words.text("results.unnamed") : to_one_line(text);
  };
  const ResultSubject& subject = behind.subject;
  if (!subject.part.empty()) add(to_one_line(name_of_part(visits, subject.part)));
  if (subject.place) add(name(*subject.place));
  if (subject.shopper) add(name(*subject.shopper));
  if (!subject.month.empty()) add(month_words(subject.month, words));
  add(filter_words(behind.filter, words));
  return all;
}

const VisitsBehind* behind_here(const App& app) {
  const auto& sections = app.state<ResultsState>().sections;
  const auto here = sections.find(app.session()->section()->id);
  return here == sections.end() || !here->second.behind ? nullptr : &*here->second.behind;
}

void leave_behind_for_visit(App& app, const ShownVisits& shown) {
  const VisitsBehind* behind = behind_here(app);
  if (behind == nullptr || shown.visit == nullptr) return;
  if (!is_counted_in(*shown.visits, *shown.visit, behind->filter, behind->subject)) known_results(app)->behind.reset();
}

bool take_behind_keys(App& app) {
  SectionResults* here = known_results(app);
  if (here == nullptr) return false;
  const auto takes_escape = [&] { return app.session()->view().field.empty() && app.input.take(Key::escape, {}); };
  if (here->leads_back && (app.input.take(Key::left, alternate) || takes_escape())) {
    switch_results(app);
    return true;
  }
  if (!here->behind || !takes_escape()) return false;
  here->behind.reset();
  return true;
}

float draw_behind(App& app, const ShownVisits& shown, const Area& line, size_t count) {
  const SectionResults* here = known_results(app);
  if (here == nullptr || (!here->leads_back && !here->behind)) return 0;
  const Theme& theme = app.theme;
  const Catalog& words = app.catalog();
  const float gap = theme.px(chips_gap);
  const float size = chip_width(theme, "", icons::close);
  float left = line.from.x;
  float right = line.to.x;
  bool goes_back = false;
  bool shows_all = false;
  if (here->leads_back) {
    goes_back = chip(app, "visits.back_to_results", "", {left, line.from.y}, size, ChipStyle::bare, icons::arrow_back);
    name_by_tooltip(app, "visits.back_to_results");
    left += size + gap;
  }
  std::string told = words.text("visits.back_to_results");
  if (here->behind) {
    right -= size;
    shows_all = chip(app, "visits.show_all", "", {right, line.from.y}, size, ChipStyle::bare, icons::close);
    name_by_tooltip(app, "visits.show_all");
    right -= gap;
    const std::string what = words_of_behind(app, *shown.visits, *here->behind);
    told = words.text("visits.behind", {{"count", std::to_string(count)}, {"what", what}});
  }
  ImFont* font = theme.fonts.small;
  const ImVec2 at{left, std::floor(line.from.y + (theme.px(chip_height) - font->FontSize) / 2)};
  clipped_text(ImGui::GetWindowDrawList(), font, at, right - left,
               here->behind ? theme.colours.text : theme.colours.muted, told);
  ImGui::SetCursorScreenPos({left, line.from.y});
  ImGui::Dummy({right - left, theme.px(chip_height)});
  app.parts.add_last("visits/behind");
  tooltip_where_cut(app, font, right - left, told);
  if (goes_back) {
    switch_results(app);
  } else if (shows_all) {
    known_results(app)->behind.reset();
  }
  return theme.px(behind_line);
}

}  // namespace canvasbook
