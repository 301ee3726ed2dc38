#include "editor/call/asked_values.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "editor/call/plain_words.h"
#include "editor/call/screen_parts.h"
#include "editor/parts/text_field.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr float row_height = 46;  // logical pixels, as below
constexpr float field_width = 170;
constexpr float gap = 8;  // between a name and its field
constexpr float behind_field = 20;

}  // namespace

AskedValues::AskedValues(const Workbook& workbook, std::string_view key)
    : of_workbook_(workbook), placeholders_(of_workbook_), key_(key) {}

std::string AskedValues::filled(std::string_view text) const { return with_values(spoken(text), placeholders_); }

std::vector<std::string> AskedValues::open_names(const std::vector<std::string_view>& texts) const {
  std::vector<std::string> names;
  std::set<std::string> asked;  // as names are compared
  for (const std::string_view text : texts) {
    if (text.find('{') == std::string_view::npos) continue;
    for (PlaceholderUse& use : placeholder_uses(text)) {
      const std::string* value = of_workbook_.find(use.name);
      const bool is_open = !use.name.empty() && (value == nullptr || value->empty());
      if (is_open && asked.insert(placeholder_key(use.name)).second) names.push_back(std::move(use.name));
    }
  }
  return names;
}

void AskedValues::ask(const std::vector<std::string_view>& texts) {
  names_ = open_names(texts);
  if (std::ranges::find(names_, focused_) == names_.end()) focused_.clear();
}

void AskedValues::step_focus(int by) {
  std::vector<std::string> order = names_;
  order.insert(order.begin(), std::string());
  const auto count = static_cast<int>(order.size());
  const auto at = std::ranges::find(order, focused_);
  const int now = at == order.end() ? 0 : static_cast<int>(at - order.begin());
  focused_ = order[static_cast<size_t>((now + by + count) % count)];
}

void AskedValues::forget() {
  fields_.clear();
  focused_.clear();
  placeholders_ = of_workbook_;
}

std::vector<AskedValues::Place> AskedValues::places_in(const Theme& theme, float width) const {
  std::vector<Place> places;
  float x = 0;
  size_t row = 0;
  for (const std::string& name : names_) {
    const float label = std::min(width_of_line(theme.fonts.text, name), width / 3);
    const float whole = label + theme.px(gap + field_width + behind_field);
    if (x > 0 && x + whole > width) {
      x = 0;
      ++row;
    }
    places.push_back({x, label, row});
    x += whole;
  }
  return places;
}

void AskedValues::show_focused(const std::vector<Place>& places, float row, float height) {
  if (std::exchange(shown_, focused_) == focused_) return;
  const auto at = std::ranges::find(names_, focused_);
  if (at == names_.end()) return;
  const float top = static_cast<float>(places[static_cast<size_t>(at - names_.begin())].row) * row;
  ImGui::SetScrollY(std::clamp(ImGui::GetScrollY(), std::min(top, top + row - height), top));
}

void AskedValues::draw_field(App& app, const std::string& name, const Place& place, ImVec2 at) {
  const Theme& theme = app.theme;
  clipped_text(ImGui::GetWindowDrawList(), theme.fonts.text,
               {at.x, std::floor(at.y + (theme.px(38) - theme.fonts.text->FontSize) / 2)}, place.label + 1,
               theme.colours.muted, name);
  ImGui::SetCursorScreenPos({at.x + place.label + theme.px(gap), at.y});
  const bool has_keys = !app.has_dialog();
  const std::string key = key_ + name;
  LineField& field = fields_[placeholder_key(name)];
  const LineFieldResult result = line_field(app, key, field, theme.px(field_width));
  if (result.changed) placeholders_.put(name, std::string(trim(field.text())));
  if (result.entered) app.focused_field.clear();
  if (has_keys && app.focused_field == key) {
    focused_ = name;
  } else if (has_keys && focused_ == name) {
    focused_.clear();
  }
}

float AskedValues::draw(App& app, ImVec2 at, float width, float most) {
  const Theme& theme = app.theme;
  const float row = theme.px(row_height);
  if (names_.empty()) return keeps_room_ ? row : 0;
  const float edge = theme.px(2);  // of the box of a field with the caret
  const auto height_of = [&](const std::vector<Place>& all) { return static_cast<float>(all.back().row + 1) * row; };
  const float room = std::max(row, std::floor(most / row) * row);
  std::vector<Place> places = places_in(theme, width);
  const bool scrolls = height_of(places) > room;
  if (scrolls) places = places_in(theme, width - theme.px(14));
  const float height = std::min(height_of(places), room);
  begin_scrolled(key_.c_str(), {{at.x, at.y - edge}, {at.x + width, at.y + height - edge}});
  show_focused(places, row, height);
  // whose field a dialog above writes in stays as it is
  const std::string of_dialog = std::exchange(app.focused_field, std::string());
  if (!app.has_dialog() && !focused_.empty()) app.focused_field = key_ + focused_;
  const ImVec2 from = ImGui::GetCursorScreenPos();
  for (size_t i = 0; i < names_.size(); ++i) {
    const float y = from.y + edge + static_cast<float>(places[i].row) * row;
    const bool is_seen = y + row > at.y - edge && y < at.y + height;
    if (is_seen || names_[i] == focused_) draw_field(app, names_[i], places[i], {from.x + places[i].left, y});
  }
  app.focused_field = of_dialog;
  ImGui::SetCursorScreenPos({from.x, from.y + height_of(places)});
  ImGui::EndChild();
  return height;
}

}  // namespace canvasbook
