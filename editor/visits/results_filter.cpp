// What the results are of: place, shopper, days, the rule for points; and how many visits that takes.
#include <algorithm>
#include <cmath>
#include <set>

#include "editor/frame/tooltip.h"
#include "editor/items/controls.h"
#include "editor/palette/dialog.h"
#include "editor/visits/results_parts.h"
#include "model/kinds/cell_texts.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr float filter_pad = 16;  // logical pixels, as all below
constexpr float filter_line = 44;
constexpr float filter_gap = 8;
constexpr float day_width = 170;
constexpr float day_height = 38;
constexpr float widest_name = 240;
constexpr float count_line = 26;
constexpr const char* since_key = "visits.filter_since";
constexpr const char* until_key = "visits.filter_until";

// A name that the report is of, by what it names.
struct FilterName {
  const char* key;
  std::string ResultFilter::*value;
  std::set<std::string> (*names)(const Visits& visits);
};
constexpr FilterName filter_names[] = {{"visits.filter_place", &ResultFilter::place, places_of},
                                       {"visits.filter_shopper", &ResultFilter::shopper, shoppers_of}};

// A list to choose one of them from, or all.
void choose_filter_name(App& app, const FilterName& name) {
  const std::string section = app.session()->section()->id;
  const std::string now = results_here(app).filter.*name.value;
  std::vector<PaletteEntry> entries;
  size_t chosen = 0;
  const auto add = [&](const std::string& value, const std::string& label) {
    if (value == now) chosen = entries.size();
    entries.push_back(make_choice("results/choice/" + value, label, {}, value == now ? icons::check : icons::label,
                                  [section, value, member = name.value](App& target) {
                                    target.state<ResultsState>().sections[section].filter.*member = value;
                                  }));
  };
  add({}, app.catalog().text("visits.filter_all"));
  for (const std::string& value : name.names(*app.session()->visits())) {
    if (!value.empty()) add(value, to_one_line(value));
  }
  app.show_dialog(make_choice_list(std::move(entries), "visits.filter_find", chosen));
}

class FilterDrawing {
 public:
  FilterDrawing(App& app, const VisitsReport& report, const Area& area)
      : app_(app), theme_(app.theme), words_(app.catalog()), report_(report), here_(results_here(app)), area_(area) {
    left_ = area.from.x + theme_.px(filter_pad);
    right_ = area.to.x - theme_.px(filter_pad);
    at_ = {left_, area.from.y + theme_.px(8)};
  }

  float draw() {
    for (const FilterName& name : filter_names) draw_name(name);
    draw_day(since_key, here_.since, here_.filter.since, false);
    draw_day(until_key, here_.until, here_.filter.until, true);
    if (report_.has_points) draw_rule();
    if (leaves_out(here_.filter) || !wrong_.empty()) draw_clear();
    at_.y += theme_.px(filter_line);
    draw_count();
    return at_.y + theme_.px(count_line) - area_.from.y;
  }

 private:
  // A place for something of this width, in this line or the next.
  ImVec2 place(float width) {
    if (at_.x > left_ && at_.x + width > right_) at_ = {left_, at_.y + theme_.px(filter_line)};
    const ImVec2 at = at_;
    at_.x += width + theme_.px(filter_gap);
    return at;
  }

  bool draw_chip(const char* key, const std::string& label, bool is_set, char32_t icon, bool opens) {
    const float width = std::min(chip_width(theme_, label, icon, opens), theme_.px(widest_name));
    ImVec2 at = place(width);
    at.y += theme_.px((day_height - chip_height) / 2);
    const bool clicked = chip(app_, key, label, at, width, is_set ? ChipStyle::marked : ChipStyle::bare, icon, opens);
    return is_pressed_by_key(app_, key, at, {at.x + width, at.y + theme_.px(chip_height)}) || clicked;
  }

  void draw_name(const FilterName& name) {
    const std::string& value = here_.filter.*name.value;
    const std::string shown = value.empty() ? words_.text("visits.filter_all") : to_one_line(value);
    const std::string label = words_.text(name.key, {{"value", shown}});
    if (draw_chip(name.key, label, !value.empty(), 0, true)) choose_filter_name(app_, name);
  }

  void draw_day(const char* key, LineField& field, std::optional<Date>& day, bool ends) {
    const std::string label = words_.text(key);
    const float gap = theme_.px(6);
    const float label_width = std::ceil(width_of_line(theme_.fonts.small, label));
    const ImVec2 at = place(label_width + gap + theme_.px(day_width));
    ImFont* font = theme_.fonts.small;
    ImGui::GetWindowDrawList()->AddText(font, font->FontSize,
                                        {at.x, std::floor(at.y + (theme_.px(day_height) - font->FontSize) / 2)},
                                        theme_.colours.muted, label.c_str());
    const ImVec2 from{at.x + label_width + gap, at.y};
    const ImVec2 to{from.x + theme_.px(day_width), from.y + theme_.px(day_height)};
    ImGui::SetCursorScreenPos(from);
    line_field(app_, key, field, to.x - from.x, words_.text("visits.filter_day"));
    is_pressed_by_key(app_, key, from, to);
    if (ImGui::IsMouseClicked(0) && app_.focused_field == key && !contains(from, to, ImGui::GetIO().MousePos)) {
      app_.focused_field.clear();
    }
    const std::string text(trim(field.text()));
    const auto read = read_day_or_month(text, ends);
    if (text.empty() || read) {
      day = read;
    } else {
      wrong_ = text;
    }
  }

  void draw_rule() {
    const bool from_least = here_.filter.rule == PointsRule::above_least;
    const bool pressed =
        draw_chip("visits/filter_rule", words_.text(from_least ? "visits.rule_above_least" : "visits.rule_of_maximum"),
                  false, 0, false);
    name_by_tooltip(app_, from_least ? "results.rule_above_least" : "results.rule_of_maximum");
    if (pressed) here_.filter.rule = from_least ? PointsRule::of_maximum : PointsRule::above_least;
  }

  void draw_clear() {
    if (draw_chip("visits.clear_filter", words_.text("visits.clear_filter"), false, icons::close, false)) {
      clear_filter(app_);
    }
  }

  // How many visits it takes; what of it cannot be read.
  void draw_count() {
    const TakenVisits& taken = report_here(app_).taken;
    std::string told = words_.count("visits.count", taken.counted);
    if (taken.drafts > 0) told += ", " + words_.count("visits.drafts_left_out", taken.drafts);
    if (!wrong_.empty()) told = words_.text("visits.bad_day_or_month", {{"text", wrong_}});
    const ImU32 colour = wrong_.empty() ? theme_.colours.muted : theme_.colours.warning;
    clipped_text(ImGui::GetWindowDrawList(), theme_.fonts.small, {left_, at_.y}, right_ - left_, colour, told);
    app_.parts.add("visits/taken", {left_, at_.y}, {right_, at_.y + theme_.fonts.small->FontSize});
  }

  App& app_;
  const Theme& theme_;
  const Catalog& words_;
  const VisitsReport& report_;
  SectionResults& here_;
  const Area& area_;
  float left_ = 0;
  float right_ = 0;
  ImVec2 at_{};
  std::string wrong_;  // what is typed and is no day
};

bool is_day_key(std::string_view key) { return key == since_key || key == until_key; }

}  // namespace

bool leaves_out(const ResultFilter& filter) {
  ResultFilter all;
  all.rule = filter.rule;
  return filter != all;
}

void clear_filter(App& app) {
  SectionResults& here = results_here(app);
  const PointsRule rule = here.filter.rule;
  here.filter = {};
  here.filter.rule = rule;
  here.since.set_text({});
  here.until.set_text({});
}

std::optional<Date> read_day_or_month(std::string_view text, bool ends) {
  const std::string typed(trim(text));
  if (typed.empty()) return std::nullopt;
  if (const auto day = read_typed_date(typed)) return day;
  for (const std::string& first : {typed + "-01", "1." + typed, "1/" + typed, "1 " + typed}) {
    auto day = read_typed_date(first);
    if (!day || day->day != 1) continue;
    if (!ends) return day;
    for (day->day = 31; !read_date(write_date(*day));) --day->day;
    return day;
  }
  return std::nullopt;
}

bool is_filter_written(const App& app) { return is_day_key(app.focused_field); }

void hold_filter(App& app) {
  if (!is_filter_written(app)) return;
  if (app.has_dialog()) return;  // its fields have other keys
  if (app.keys_in_panel || app.session()->is_writing()) return app.focused_field.clear();
  KeyFocus& focus = app.state<ResultsState>().focus;
  const std::string key = app.focused_field;
  if (app.input.take(Key::escape, {})) {
    SectionResults& here = results_here(app);
    (key == since_key ? here.since : here.until).set_text({});
    return app.focused_field.clear();
  }
  if (app.input.take(Key::enter, {})) return app.focused_field.clear();
  const bool leaves = std::ranges::any_of(app.input.events(), [](const InputEvent& event) {
    return event.kind == InputEvent::Kind::key_down && event.key == Key::tab;
  });
  if (!leaves) return;
  focus.show_on(key);  // and goes on from there
  app.focused_field.clear();
}

void write_filter_at(App& app, std::string_view key) {
  if (is_day_key(key)) app.focused_field = key;
}

float draw_results_filter(App& app, const VisitsReport& report, const Area& area) {
  return FilterDrawing(app, report, area).draw();
}

}  // namespace canvasbook
