#include "editor/call/asked_values.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "editor/call/plain_words.h"
#include "editor/parts/text_field.h"
#include "model/text/text.h"

namespace canvasbook {

AskedValues::AskedValues(const Workbook& workbook, std::string_view key)
    : of_workbook_(workbook), placeholders_(of_workbook_), key_(key) {}

std::string AskedValues::filled(std::string_view text) const { return with_values(spoken(text), placeholders_); }

void AskedValues::ask(const std::vector<std::string_view>& texts) {
  names_.clear();
  std::set<std::string> asked;  // as names are compared
  for (const std::string_view text : texts) {
    if (text.find('{') == std::string_view::npos) continue;
    for (PlaceholderUse& use : placeholder_uses(text)) {
      const std::string* value = of_workbook_.find(use.name);
      const bool is_open = !use.name.empty() && (value == nullptr || value->empty());
      if (is_open && asked.insert(to_search_form(use.name)).second) names_.push_back(std::move(use.name));
    }
  }
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

float AskedValues::draw(App& app, ImVec2 at, float width) {
  if (names_.empty()) return 0;
  const Theme& theme = app.theme;
  const float row = theme.px(46);
  const float field_width = theme.px(170);
  ImDrawList* list = ImGui::GetWindowDrawList();
  float x = at.x;
  float y = at.y;
  // whose field a dialog above writes in stays as it is
  const bool has_keys = !app.has_dialog();
  const std::string of_dialog = std::exchange(app.focused_field, std::string());
  if (has_keys && !focused_.empty()) app.focused_field = key_ + focused_;
  for (const std::string& name : names_) {
    const float label = std::min(width_of_line(theme.fonts.text, name), width / 3);
    const float whole = label + theme.px(8) + field_width + theme.px(20);
    if (x > at.x && x + whole > at.x + width) {
      x = at.x;
      y += row;
    }
    clipped_text(list, theme.fonts.text, {x, std::floor(y + (theme.px(38) - theme.fonts.text->FontSize) / 2)},
                 label + 1, theme.colours.muted, name);
    ImGui::SetCursorScreenPos({x + label + theme.px(8), y});
    const std::string key = key_ + name;
    LineField& field = fields_[to_search_form(name)];
    const LineFieldResult result = line_field(app, key, field, field_width);
    if (result.changed) placeholders_.put(name, std::string(trim(field.text())));
    if (result.entered) app.focused_field.clear();
    if (has_keys && app.focused_field == key) {
      focused_ = name;
    } else if (has_keys && focused_ == name) {
      focused_.clear();
    }
    x += whole;
  }
  app.focused_field = of_dialog;
  return y + row - at.y;
}

}  // namespace canvasbook
