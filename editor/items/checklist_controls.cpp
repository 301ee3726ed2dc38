#include "editor/items/checklist_controls.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "editor/frame/popup_menu.h"
#include "editor/frame/tooltip.h"
#include "editor/items/controls.h"
#include "model/kinds/item_lists.h"

namespace canvasbook {

namespace {

constexpr float narrow = 640;       // logical pixels, as all below: under it the controls stand below the texts
constexpr float two_lines = 252;    // the room for two lines of them
constexpr float least_texts = 400;  // that one line of them leaves to the texts
constexpr float weight_room = 34;
constexpr int heaviest = 10;

constexpr Scale list_scales[] = {Scale::yes_no, Scale::yes_no_partly, Scale::points_5, Scale::points_7,
                                 Scale::points_10};

// Changes the item, or all that are selected with it.
void change_items(const ItemDrawing& drawing, const std::string& item, const char* step,
                  const std::function<void(CheckItem&)>& change) {
  drawing.session.pause_writing();
  const ItemIds& selected = drawing.session.view().selected;
  const bool several = selected.contains(item);
  Checklist changed = edited_checklist(drawing);
  for (CheckGroup& group : changed.groups) {
    for (CheckItem& one : group.items) {
      if (one.id == item || (several && selected.contains(one.id))) change(one);
    }
  }
  drawing.session.record_content(with_scales(edited_checklist(drawing), std::move(changed)), step, item);
}

float weight_width(const ItemDrawing& drawing, int weight) {
  const std::string label = drawing.words().text("items.weight_is", {{"count", std::to_string(weight)}});
  return std::max(drawing.px(weight_room + 22), width_of_line(drawing.theme.fonts.small, label));
}

std::string scale_label(const ItemDrawing& drawing, Scale scale) {
  return drawing.words().text("items.scale_is", {{"scale", drawing.words().text(scale_key(scale))}});
}

// The width of all controls in one line, whatever the item has.
float line_of_controls(const ItemDrawing& drawing) {
  float scale = chip_width(drawing.theme, scale_label(drawing, Scale::inherited), 0, true);
  for (const Scale one : list_scales)
    scale = std::max(scale, chip_width(drawing.theme, scale_label(drawing, one), 0, true));
  const float critical = chip_width(drawing.theme, drawing.words().text("items.critical"), icons::box);
  return 2 * drawing.px(chip_height) + weight_width(drawing, heaviest) + critical + scale +
         drawing.px(2 * chip_gap + 20);
}

bool is_item_chosen(const ItemDrawing& drawing, const CheckItem& item) {
  const View& view = drawing.session.view();
  return view.cursor == item.id || view.selected.contains(item.id);
}

// What an item has that is not usual, in words.
std::vector<std::string> differences(const ItemDrawing& drawing, const Checklist& checklist, const CheckItem& item) {
  const Catalog& words = drawing.words();
  std::vector<std::string> told;
  if (item.weight > 1) told.push_back(words.text("items.weight_is", {{"count", std::to_string(item.weight)}}));
  const int points = largest_points(scale_of(checklist, item));
  if (item.critical && points > 1)
    told.push_back(words.text("paper.critical_points", {{"count", std::to_string(points)}}));
  if (item.critical && points <= 1) told.push_back(words.text("items.critical"));
  if (item.scale != Scale::inherited) told.push_back(scale_label(drawing, item.scale));
  return told;
}

}  // namespace

const Checklist& edited_checklist(const ItemDrawing& drawing) {
  return std::get<Checklist>(drawing.session.section()->content);
}

const char* scale_key(Scale scale) {
  switch (scale) {
    case Scale::inherited:
      return "items.scale.inherited";
    case Scale::yes_no:
      return "items.scale.yes_no";
    case Scale::yes_no_partly:
      return "items.scale.yes_no_partly";
    case Scale::points_5:
      return "items.scale.points_5";
    case Scale::points_7:
      return "items.scale.points_7";
    case Scale::points_10:
      break;
  }
  return "items.scale.points_10";
}

void set_weight(const ItemDrawing& drawing, const CheckItem& item, int step) {
  const int weight = std::clamp(item.weight + step, 1, heaviest);
  change_items(drawing, item.id, "step.weight", [weight](CheckItem& one) { one.weight = weight; });
}

void toggle_critical(const ItemDrawing& drawing, const CheckItem& item) {
  const bool critical = !item.critical;
  change_items(drawing, item.id, "step.critical", [critical](CheckItem& one) { one.critical = critical; });
}

float room_for_controls(const ItemDrawing& drawing, float width) {
  if (width < drawing.px(narrow)) return 0;
  const float line = line_of_controls(drawing);
  return width - drawing.px(number_room + least_texts) >= line ? line : drawing.px(two_lines);
}

float foot_for_controls(const ItemDrawing& drawing, const CheckItem& item, float width) {
  const bool takes_two = width - drawing.px(number_room + 6) < drawing.px(430);
  if (is_item_chosen(drawing, item)) return drawing.px(chip_height + 6) * (takes_two ? 2.0F : 1.0F);
  const auto& checklist = std::get<Checklist>(drawing.section.content);
  return drawing.px(differences(drawing, checklist, item).empty() ? 0.0F : chip_height - 4);
}

void draw_item_controls(const ItemDrawing& drawing, const CheckItem& shown, ImVec2 from, ImVec2 to, float foot) {
  const Theme& theme = drawing.theme;
  const Catalog& words = drawing.words();
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

  ImFont* font = theme.fonts.small;
  if (chip(drawing, key + "/lighter", "", {x, y}, small, ChipStyle::bare, icons::minus, false, item.weight > 1)) {
    set_weight(drawing, item, -1);
  }
  name_by_tooltip(drawing.app, "items.lighter_tip");
  x += small;
  const std::string weight_label = words.text("items.weight_is", {{"count", std::to_string(item.weight)}});
  const float weight_text = width_of_line(font, weight_label);
  const float label_width = weight_width(drawing, item.weight);
  clipped_text(ImGui::GetWindowDrawList(), font,
               {std::floor(x + theme.px(5) + std::max(0.0F, (label_width - weight_text) / 2)),
                std::floor(y + (small - font->FontSize) / 2)},
               label_width + 1, item.weight > 1 ? theme.colours.text : theme.colours.muted, weight_label);
  x += label_width + theme.px(10);
  if (chip(drawing, key + "/heavier", "", {x, y}, small, ChipStyle::bare, icons::add, false, item.weight < heaviest)) {
    set_weight(drawing, item, 1);
  }
  name_by_tooltip(drawing.app, "items.heavier_tip");
  x += small + theme.px(chip_gap);
  const std::string critical = words.text("items.critical");
  const float critical_width = wraps ? right - x : chip_width(theme, critical, icons::box);
  if (chip(drawing, key + "/critical", critical, {x, y}, critical_width,
           item.critical ? ChipStyle::marked : ChipStyle::bare, item.critical ? icons::box_checked : icons::box)) {
    toggle_critical(drawing, item);
  }
  x += critical_width + theme.px(chip_gap);
  const bool own = item.scale != Scale::inherited;
  const std::string scale = scale_label(drawing, item.scale);
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

void draw_differences(const ItemDrawing& drawing, const CheckItem& item, ImVec2 from, ImVec2 to, float foot) {
  const std::vector<std::string> told = differences(drawing, edited_checklist(drawing), item);
  if (told.empty()) return;
  const Theme& theme = drawing.theme;
  ImFont* font = theme.fonts.small;
  const float beside = room_for_controls(drawing, to.x - from.x);
  const bool below = beside == 0;
  const float x = below ? from.x + theme.px(number_room + cell_pad) : to.x - beside;
  float y = below ? to.y - foot - theme.px(4) : from.y + theme.px(9);
  const float shift = std::floor((theme.px(chip_height) - font->FontSize) / 2);
  std::string line;
  const auto put = [&] {
    clipped_text(ImGui::GetWindowDrawList(), font, {x, y + shift}, to.x - theme.px(10) - x, theme.colours.muted, line);
    y += theme.px(chip_height - 6);
    line.clear();
  };
  for (const std::string& words_of_one : told) {
    const std::string longer = line.empty() ? words_of_one : line + " · " + words_of_one;
    if (!line.empty() && width_of_line(font, longer) > to.x - theme.px(10) - x) put();
    line = line.empty() ? words_of_one : line + " · " + words_of_one;
  }
  put();
  drawing.app.parts.add("item/" + item.id + "/differs", {x, from.y}, {to.x, y});
}

void open_scale_menu(const ItemDrawing& drawing, const std::string& item, ImVec2 at) {
  drawing.state.menu = {"scale", {item, {}}, at, true};
}

void draw_scale_menu(const ItemDrawing& drawing) {
  KindMenu& menu = drawing.state.menu;
  if (std::exchange(menu.opens, false)) ImGui::OpenPopup("items/scale");
  if (!ImGui::IsPopupOpen("items/scale")) return;
  ImGui::SetNextWindowPos(menu.at, ImGuiCond_Appearing);
  const Checklist& checklist = edited_checklist(drawing);
  const CheckItem* item = nullptr;
  for (const CheckGroup& group : checklist.groups) {
    if (item == nullptr && !menu.of.item.empty()) item = find_item(group.items, menu.of.item);
  }
  std::vector<Scale> scales(std::begin(list_scales), std::end(list_scales));
  if (item != nullptr) scales.insert(scales.begin(), Scale::inherited);
  const Scale now = item != nullptr                       ? item->scale
                    : checklist.scale == Scale::inherited ? Scale::yes_no
                                                          : checklist.scale;
  std::vector<MenuRow> rows;
  for (const Scale scale : scales) {
    rows.push_back({std::string("scale/") + std::string(scale_names[static_cast<size_t>(scale)]),
                    drawing.words().text(scale_key(scale)),
                    {},
                    0,
                    true,
                    scale == now});
  }
  const int chosen = popup_menu(drawing.app, "items/scale", rows);
  if (chosen < 0) return;
  const Scale scale = scales[static_cast<size_t>(chosen)];
  if (item != nullptr) {
    return change_items(drawing, item->id, "step.item_scale", [scale](CheckItem& one) { one.scale = scale; });
  }
  Checklist changed = checklist;
  changed.scale = scale;
  drawing.session.record_content(with_scales(checklist, std::move(changed)), "step.list_scale", {});
}

}  // namespace canvasbook
