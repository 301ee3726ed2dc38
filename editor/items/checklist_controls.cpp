#include "editor/items/checklist_controls.h"

#include <algorithm>
#include <cmath>

#include "editor/frame/command_table.h"
#include "editor/frame/tooltip.h"
#include "editor/items/checklist_rating.h"
#include "editor/items/checklist_scale.h"
#include "editor/items/checklist_trial.h"
#include "editor/items/controls.h"
#include "model/kinds/checklist_score.h"
#include "model/visits_of_list.h"

namespace canvasbook {

namespace {

constexpr float narrow = 640;       // logical pixels, as all below: under it the controls stand below the texts
constexpr float two_lines = 284;    // the room for two lines of them
constexpr float least_texts = 400;  // that one line of them leaves to the texts
constexpr float weight_room = 56;
constexpr float weight_gap = 4;  // between a weight and the buttons beside it

std::string weight_label(const ItemDrawing& drawing, double weight) {
  return drawing.words().text("items.weight_is", {{"count", drawing.words().decimal(weight)}});
}

float weight_width(const ItemDrawing& drawing, double weight) {
  return std::max(drawing.px(weight_room), chip_width(drawing.theme, weight_label(drawing, weight)));
}

std::string scale_label(const ItemDrawing& drawing, const Checklist& checklist, const CheckItem& item) {
  return drawing.words().text("items.scale_is", {{"scale", scale_name(checklist, item, drawing.words())}});
}

// The control that makes an item critical; on a scale of points or levels it then leads to the marks that pass.
struct CriticalControl {
  std::string label;
  bool opens_list = false;
};

CriticalControl critical_control(const ItemDrawing& drawing, const Checklist& checklist, const CheckItem& item) {
  const ItemScale scale = scale_of(checklist, item);
  if (!item.critical || is_yes_or_no(scale)) return {drawing.words().text("items.critical"), false};
  const int passing = scale.own != nullptr ? passing_points(*scale.own, item) : passing_mark(scale.built_in, item);
  const std::string least = std::to_string(passing);
  return {drawing.words().text("items.critical_from", {{"least", least}}), true};
}

float width_of_critical(const ItemDrawing& drawing, const CriticalControl& control) {
  return chip_width(drawing.theme, control.label, icons::box, control.opens_list);
}

float line_of_controls(const ItemDrawing& drawing, float weight, float critical, float scale) {
  return 2 * drawing.px(chip_height) + weight + critical + scale + drawing.px(2 * weight_gap + 2 * chip_gap + 12);
}

// The width of all controls in one line, whatever the item has; a name of an own scale that is longer is cut.
float longest_line_of_controls(const ItemDrawing& drawing) {
  float scale = 0;
  CheckItem example;
  for (size_t i = 0; i < scale_names.size(); ++i) {
    example.scale = static_cast<Scale>(i);
    scale = std::max(scale, chip_width(drawing.theme, scale_label(drawing, {}, example), 0, true));
  }
  constexpr double widest_weight = 9.5;
  const std::string from_ten = drawing.words().text("items.critical_from", {{"least", "10"}});
  return line_of_controls(drawing, weight_width(drawing, widest_weight), width_of_critical(drawing, {from_ten, true}),
                          scale);
}

// The same of one item as it is.
float line_of_controls(const ItemDrawing& drawing, const Checklist& checklist, const CheckItem& item) {
  return line_of_controls(drawing, weight_width(drawing, item.weight),
                          width_of_critical(drawing, critical_control(drawing, checklist, item)),
                          chip_width(drawing.theme, scale_label(drawing, checklist, item), 0, true));
}

bool is_item_chosen(const ItemDrawing& drawing, const CheckItem& item) {
  const View& view = drawing.session.view();
  return view.cursor == item.id || view.selected.contains(item.id);
}

bool has_weights(const ItemDrawing& drawing) {
  const Score& total = score_of(drawing).total;
  return total.weight != static_cast<double>(total.items);
}

// What an item has that is not usual, in words.
std::vector<std::string> differences(const ItemDrawing& drawing, const Checklist& checklist, const CheckItem& item) {
  const Catalog& words = drawing.words();
  std::vector<std::string> told;
  if (item.weight == 0) told.push_back(words.text("paper.not_counted"));
  if (item.weight != 0 && item.weight != 1) told.push_back(weight_label(drawing, item.weight));
  if (item.critical) told.push_back(critical_words(scale_of(checklist, item), item, words));
  if (chooses_scale(item)) told.push_back(scale_label(drawing, checklist, item));
  return told;
}

}  // namespace

void set_weight(const ItemDrawing& drawing, const CheckItem& item, int step) {
  const double next = step > 0 ? std::floor(item.weight) + step : std::ceil(item.weight) + step;
  const double weight = std::clamp(next, 0.0, heaviest_check);
  change_checks(drawing.session, item.id, "step.weight", [weight](CheckItem& one) { one.weight = weight; });
}

void toggle_critical(const ItemDrawing& drawing, const CheckItem& item) {
  const bool critical = !item.critical;
  change_checks(drawing.session, item.id, "step.critical", [critical](CheckItem& one) {
    one.critical = critical;
    if (!critical) one.threshold = 0;
  });
}

float room_for_controls(const ItemDrawing& drawing, float width) {
  if (width < drawing.px(narrow)) return 0;
  const float line = longest_line_of_controls(drawing);
  return width - drawing.px(number_room + least_texts) >= line ? line : drawing.px(two_lines);
}

float foot_for_controls(const ItemDrawing& drawing, const CheckItem& item, float width) {
  const auto& checklist = std::get<Checklist>(drawing.section.content);
  const bool takes_two =
      width - drawing.px(number_room + cell_pad) < line_of_controls(drawing, checklist, item) - drawing.px(2);
  if (is_item_chosen(drawing, item)) return drawing.px(chip_height + 6) * (takes_two ? 2.0F : 1.0F);
  return drawing.px(differences(drawing, checklist, item).empty() ? 0.0F : chip_height - 4);
}

void draw_item_controls(const ItemDrawing& drawing, const CheckItem& shown, ImVec2 from, ImVec2 to, float foot) {
  const Theme& theme = drawing.theme;
  const CheckItem item = shown;  // what is pressed replaces it
  const std::string key = "item/" + item.id;
  const float beside = room_for_controls(drawing, to.x - from.x);
  const bool below = beside == 0;
  const bool wraps = beside == theme.px(two_lines);
  const float right = to.x - theme.px(10);
  float x = below ? from.x + theme.px(number_room + cell_pad) : to.x - beside;
  float y = below ? to.y - foot - theme.px(4) : from.y + theme.px(9);
  const float first = x;
  const float small = theme.px(chip_height);

  if (chip(drawing, key + "/lighter", "", {x, y}, small, ChipStyle::bare, icons::minus, false, item.weight > 0)) {
    set_weight(drawing, item, -1);
  }
  name_by_tooltip(drawing.app, "items.lighter_tip");
  x += small + theme.px(weight_gap);
  const float label_width = weight_width(drawing, item.weight);
  if (chip(drawing, key + "/weight", weight_label(drawing, item.weight), {x, y}, label_width)) {
    ask_for_weight(drawing.app, item.id);
  }
  name_by_tooltip(drawing.app, "items.weight_tip");
  x += label_width + theme.px(weight_gap);
  if (chip(drawing, key + "/heavier", "", {x, y}, small, ChipStyle::bare, icons::add, false,
           item.weight < heaviest_check)) {
    set_weight(drawing, item, 1);
  }
  name_by_tooltip(drawing.app, "items.heavier_tip");
  x += small + theme.px(chip_gap);
  const CriticalControl critical = critical_control(drawing, *drawing.session.content_as<Checklist>(), item);
  const float critical_width = wraps ? right - x : width_of_critical(drawing, critical);
  if (chip(drawing, key + "/critical", critical.label, {x, y}, critical_width,
           item.critical ? ChipStyle::marked : ChipStyle::bare, item.critical ? icons::box_checked : icons::box,
           critical.opens_list)) {
    if (critical.opens_list) {
      choose_threshold(drawing.app, item.id);
    } else {
      toggle_critical(drawing, item);
    }
  }
  x += critical_width + theme.px(chip_gap);
  const bool own = chooses_scale(item);
  const std::string scale = scale_label(drawing, *drawing.session.content_as<Checklist>(), item);
  const float scale_wanted = chip_width(theme, scale, 0, true);
  if (wraps || (below && x + scale_wanted > right)) {
    x = first;
    y += small + theme.px(chip_gap);
  }
  const float scale_width = wraps ? right - x : std::min(scale_wanted, right - x);
  if (chip(drawing, key + "/scale", scale, {x, y}, scale_width, own ? ChipStyle::marked : ChipStyle::bare, 0, true)) {
    open_scale_menu(drawing, item.id, {x, y + small + theme.px(4)});
  }
}

bool asks_for_controls(const ItemDrawing& drawing, const CheckItem& item, ImVec2 from, ImVec2 to) {
  if (is_item_chosen(drawing, item)) return true;
  if (room_for_controls(drawing, to.x - from.x) == 0) return false;
  // also while one of them is pressed, which would else be gone
  return ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem) && ImGui::IsMouseHoveringRect(from, to);
}

// What fails the check is seen at a glance. Where items weigh differently, each says its weight, if it has room beside.
void draw_differences(const ItemDrawing& drawing, const CheckItem& item, ImVec2 from, ImVec2 to, float foot) {
  const Checklist& checklist = *drawing.session.content_as<Checklist>();
  std::vector<std::string> told = differences(drawing, checklist, item);
  const bool has_room = room_for_controls(drawing, to.x - from.x) > 0;
  if (has_room && item.weight == 1 && has_weights(drawing)) told.insert(told.begin(), weight_label(drawing, 1));
  if (told.empty()) return;
  const Theme& theme = drawing.theme;
  ImFont* font = theme.fonts.small;
  const float beside = room_for_controls(drawing, to.x - from.x);
  const bool below = beside == 0;
  const float x = below ? from.x + theme.px(number_room + cell_pad) : to.x - beside;
  float y = below ? to.y - foot - theme.px(4) : from.y + theme.px(9);
  const float shift = std::floor((theme.px(chip_height) - font->FontSize) / 2);
  std::string line;
  float aside = 0;  // of the first line, behind the word "critical"
  const auto put = [&] {
    clipped_text(ImGui::GetWindowDrawList(), font, {x + aside, y + shift}, to.x - theme.px(10) - x - aside,
                 theme.colours.muted, line);
    y += theme.px(chip_height - 6);
    line.clear();
    aside = 0;
  };
  if (item.critical) {
    const std::string critical = critical_words(scale_of(checklist, item), item, drawing.words());
    std::erase(told, critical);
    ImFont* bold = theme.fonts.small_bold;
    ImDrawList* list = ImGui::GetWindowDrawList();
    draw_icon(list, theme.fonts.text, theme.px(16), {x + theme.px(8), y + shift + font->FontSize / 2},
              theme.colours.warning, icons::warning);
    clipped_text(list, bold, {x + theme.px(20), y + shift}, to.x - theme.px(30) - x, theme.colours.warning, critical);
    aside = theme.px(32) + width_of_line(bold, critical);
  }
  for (const std::string& words_of_one : told) {
    const std::string longer = line.empty() ? words_of_one : line + " · " + words_of_one;
    if ((!line.empty() || aside > 0) && width_of_line(font, longer) > to.x - theme.px(10) - x - aside) put();
    line = line.empty() ? words_of_one : line + " · " + words_of_one;
  }
  put();
  drawing.app.parts.add("item/" + item.id + "/differs", {x, from.y}, {to.x, y});
}

void draw_way_to_visits(const ItemDrawing& drawing, const std::function<ImVec2(float)>& place) {
  const Catalog& words = drawing.words();
  const VisitsPlace known = find_visits_of(drawing.session.workbook(), drawing.section.id);
  const bool is_first = known.visits == nullptr || known.visits->visits.empty();
  const std::string label =
      is_first ? words.text("visits.new") : words.count("visits.count", known.visits->visits.size());
  const char32_t icon = is_first ? icons::add : icons::done;
  const float width = chip_width(drawing.theme, label, icon);
  const char* command = is_first ? "command.new_visit" : "command.show_visits";
  const bool enabled = is_enabled(*find_command(command), drawing.app);
  const ImVec2 at = place(width);
  if (chip(drawing, "checklist/visits", label, at, width, ChipStyle::bare, icon, false, enabled)) {
    drawing.state.leads_by = command;
  }
}

}  // namespace canvasbook
