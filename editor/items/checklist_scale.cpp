#include "editor/items/checklist_scale.h"

#include <utility>

#include "editor/frame/popup_menu.h"
#include "editor/items/own_scale.h"
#include "model/kinds/checklist_scales.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr size_t longest_scale_name = 40;  // code points
constexpr Scale scales_of_list[] = {Scale::yes_no, Scale::yes_no_partly, Scale::points_5, Scale::points_7,
                                    Scale::points_10};

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

std::string name_of_own(const OwnScale& scale, const Catalog& words) {
  const std::string name = shortened(to_one_line(trim(scale.title)), longest_scale_name);
  return name.empty() ? words.text("items.scale.unnamed") : name;
}

std::string name_of(const Checklist& checklist, Scale scale, const std::string& own, const Catalog& words) {
  if (own.empty()) return words.text(scale_key(scale));
  const OwnScale* known = find_scale(checklist, own);
  return known == nullptr ? words.text("items.scale.missing") : name_of_own(*known, words);
}

Scale scale_of_list(const Checklist& checklist) {
  return checklist.scale == Scale::inherited ? Scale::yes_no : checklist.scale;
}

// A row of the menu and what it chooses.
struct ScaleChoice {
  MenuRow row;
  Scale scale = Scale::inherited;
  std::string own = {};
};

std::vector<ScaleChoice> choices_of(const Checklist& checklist, const CheckItem* item, const Catalog& words) {
  const std::string& own = item != nullptr ? item->own_scale : checklist.own_scale;
  const Scale now = item != nullptr ? item->scale : scale_of_list(checklist);
  std::vector<ScaleChoice> choices;
  const auto add = [&](Scale scale) {
    const std::string key = "scale/" + std::string(scale_names[static_cast<size_t>(scale)]);
    choices.push_back({{key, words.text(scale_key(scale)), {}, 0, true, own.empty() && scale == now}, scale});
  };
  if (item != nullptr) add(Scale::inherited);
  for (const Scale scale : scales_of_list) add(scale);
  choices.push_back({{}});
  for (const OwnScale& scale : checklist.scales) {
    choices.push_back({{"scale/own/" + scale.id, name_of_own(scale, words), {}, 0, true, own == scale.id},
                       Scale::inherited,
                       scale.id});
  }
  return choices;
}

}  // namespace

std::string scale_name(const Checklist& checklist, const CheckItem& item, const Catalog& words) {
  return name_of(checklist, item.scale, item.own_scale, words);
}

std::string scale_name(const Checklist& checklist, const Catalog& words) {
  return name_of(checklist, scale_of_list(checklist), checklist.own_scale, words);
}

void open_scale_menu(const ItemDrawing& drawing, const std::string& item, ImVec2 at) {
  drawing.state.menu = {"scale", {item, {}}, at, true};
}

void draw_scale_menu(const ItemDrawing& drawing) {
  KindMenu& menu = drawing.state.menu;
  if (std::exchange(menu.opens, false)) ImGui::OpenPopup("items/scale");
  if (!ImGui::IsPopupOpen("items/scale")) return;
  ImGui::SetNextWindowPos(menu.at, ImGuiCond_Appearing);
  const Catalog& words = drawing.words();
  const Checklist& checklist = *drawing.session.content_as<Checklist>();
  const CheckItem* item = find_check(checklist, menu.of.item);
  const std::string id = item != nullptr ? item->id : std::string();
  const std::vector<ScaleChoice> choices = choices_of(checklist, item, words);
  std::vector<MenuRow> rows;
  for (const ScaleChoice& choice : choices) rows.push_back(choice.row);
  const OwnScale* own = find_scale(checklist, item != nullptr ? item->own_scale : checklist.own_scale);
  if (own != nullptr) {
    rows.push_back({"scale/change", words.text("items.scale.change", {{"scale", name_of_own(*own, words)}})});
  }
  rows.push_back({"scale/new", words.text("items.scale.new")});
  const int chosen = popup_menu(drawing.app, "items/scale", rows);
  if (chosen < 0) return;
  const auto place = static_cast<size_t>(chosen);
  if (place >= choices.size()) {
    const bool is_change = own != nullptr && place == choices.size();
    return define_scale(drawing.app, id, is_change ? own->id : std::string());
  }
  choose_scale(drawing.session, id, choices[place].scale, choices[place].own);
}

}  // namespace canvasbook
