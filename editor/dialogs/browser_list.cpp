#include "editor/dialogs/browser_list.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <numeric>

#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr float entry_height = 32;   // logical pixels
constexpr float header_height = 28;  // logical pixels

// "Today, 12:40", or the day.
std::string date_text(const App& app, std::int64_t seconds) {
  const std::time_t time = seconds;
  std::tm local{};
  localtime_r(&time, &local);
  const Date day{local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
  if (day != app.world().today) return app.catalog().short_date(day);
  char clock[16];
  std::strftime(clock, sizeof clock, "%H:%M", &local);
  return app.catalog().text("browser.today", {{"time", clock}});
}

}  // namespace

void BrowserList::show(std::vector<FolderEntry> entries, const std::string& selected) {
  entries_ = std::move(entries);
  row_.reset();
  letters_.clear();
  arrange();
  for (size_t i = 0; i < rows_.size() && !selected.empty(); ++i) {
    if (entries_[rows_[i]].name == selected) select(i);
  }
  if (!row_) brings_into_view_ = true;
}

const FolderEntry* BrowserList::selected() const { return row_ ? &entries_[rows_[*row_]] : nullptr; }

void BrowserList::select_first() {
  if (!rows_.empty()) select(0);
}

void BrowserList::select(size_t row) {
  row_ = row;
  brings_into_view_ = true;
}

// Folders stay before files whatever the order is.
void BrowserList::arrange() {
  const std::string kept = row_ ? selected()->name : std::string();
  rows_.resize(entries_.size());
  std::iota(rows_.begin(), rows_.end(), size_t{0});
  const auto less = [&](size_t first, size_t second) {
    const FolderEntry& a = entries_[first];
    const FolderEntry& b = entries_[second];
    if (a.is_folder != b.is_folder) return a.is_folder;
    switch (order_) {
      case Order::size:
        return is_reversed_ ? b.size < a.size : a.size < b.size;
      case Order::modified:
        return is_reversed_ ? b.modified < a.modified : a.modified < b.modified;
      case Order::name:
        break;
    }
    return is_reversed_ ? second < first : first < second;
  };
  std::ranges::stable_sort(rows_, less);
  if (!row_) return;
  const auto found = std::ranges::find_if(rows_, [&](size_t entry) { return entries_[entry].name == kept; });
  select(static_cast<size_t>(found - rows_.begin()));
}

void BrowserList::jump_to_letters(App& app, Result& result) {
  constexpr double patience = 1.2;  // seconds between two letters of one name
  std::string typed;
  for (const InputEvent& event : app.input.events()) {
    if (event.kind == InputEvent::Kind::text) append_utf8(typed, event.character);
  }
  if (typed.empty()) return;
  const double now = ImGui::GetTime();
  if (now - letters_at_ > patience) letters_.clear();
  letters_at_ = now;
  letters_ += typed;
  const std::string wanted = to_search_form(letters_);
  for (size_t i = 0; i < rows_.size(); ++i) {
    if (!to_search_form(entries_[rows_[i]].name).starts_with(wanted)) continue;
    select(i);
    result.selected = true;
    return;
  }
}

void BrowserList::take_keys(App& app, int rows_seen, Result& result) {
  const auto last = static_cast<int>(rows_.size()) - 1;
  if (last < 0) return;
  const auto at = row_ ? std::optional(static_cast<int>(*row_)) : std::nullopt;
  const auto go = [&](int row) {
    select(static_cast<size_t>(std::clamp(row, 0, last)));
    result.selected = true;
  };
  if (app.input.take(Key::down, {})) go(at ? *at + 1 : 0);
  if (app.input.take(Key::up, {})) go(at ? *at - 1 : last);
  if (app.input.take(Key::page_down, {})) go(at.value_or(0) + rows_seen);
  if (app.input.take(Key::page_up, {})) go(at.value_or(0) - rows_seen);
  if (app.input.take(Key::home, {})) go(0);
  if (app.input.take(Key::end, {})) go(last);
  jump_to_letters(app, result);
  if (!row_ || !app.input.take(Key::enter, {})) return;
  result.opened = shows_selected_ || brings_into_view_;
  brings_into_view_ = true;  // what the wheel took out of view is shown before it can be opened
}

void BrowserList::draw_header(App& app, const Columns& columns, float width) {
  const Theme& theme = app.theme;
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const float height = theme.px(header_height);
  struct Head {
    const char* key;
    Order order;
    float left;
    float right;
    bool at_right;
  };
  const Head heads[] = {
      {"browser.name", Order::name, 0, columns.size_at - theme.px(90), false},
      {"browser.size", Order::size, columns.size_at - theme.px(90), columns.size_at + theme.px(4), true},
      {"browser.modified", Order::modified, columns.date_at - theme.px(8), width, false}};
  ImDrawList* list = ImGui::GetWindowDrawList();
  std::optional<Order> pressed;
  for (const Head& head : heads) {
    const ImVec2 a{from.x + head.left, from.y};
    const ImVec2 b{from.x + head.right, from.y + height};
    ImGui::SetCursorScreenPos(a);
    if (invisible_button(head.key, {b.x - a.x, height})) pressed = head.order;
    if (ImGui::IsItemHovered()) list->AddRectFilled(a, b, theme.colours.hover, theme.px(6));
    const std::string text = app.catalog().text(head.key);
    const float text_room = width_of_line(theme.fonts.small, text);
    const bool ordered = head.order == order_;
    const float x = head.at_right ? b.x - theme.px(4) - text_room : a.x + theme.px(8);
    const float y = std::floor((a.y + b.y - theme.fonts.small->FontSize) / 2);
    list->AddText(theme.fonts.small, theme.fonts.small->FontSize, {x, y},
                  ordered ? theme.colours.text : theme.colours.muted, text.c_str());
    if (ordered) {
      const float arrow = head.at_right ? x - theme.px(10) : x + text_room + theme.px(10);
      draw_icon(list, theme.fonts.small, theme.px(16), {arrow, (a.y + b.y) / 2}, theme.colours.muted,
                is_reversed_ ? icons::sort_down : icons::sort_up);
    }
    app.parts.add(head.key, a, b, text_room <= b.x - a.x);
  }
  ImGui::SetCursorScreenPos(from);
  ImGui::Dummy({width, height});
  list->AddLine({from.x, from.y + height - 1}, {from.x + width, from.y + height - 1}, theme.colours.border);
  if (!pressed) return;
  is_reversed_ = *pressed == order_ && !is_reversed_;
  order_ = *pressed;
  arrange();
}

void BrowserList::draw_row(App& app, size_t row, const Columns& columns, float width, bool ring, Result& result) {
  const Theme& theme = app.theme;
  const FolderEntry& entry = entries_[rows_[row]];
  const std::string key = "browser/entry/" + entry.name;
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const float height = theme.px(entry_height);
  const ImVec2 to{from.x + width, from.y + height};
  const bool pressed = invisible_button(key.c_str(), {width, height}, ImGuiButtonFlags_PressedOnClick);
  const bool hovered = ImGui::IsItemHovered();
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (row_ == row) {
    list->AddRectFilled(from, to, theme.colours.selection, theme.px(6));
    if (ring) list->AddRect(from, to, theme.colours.accent, theme.px(6), 0, theme.px(2));
  } else if (hovered) {
    list->AddRectFilled(from, to, theme.colours.hover, theme.px(6));
  }
  const float middle = std::floor((from.y + to.y) / 2);
  draw_icon(list, theme.fonts.text, theme.px(20), {from.x + theme.px(20), middle},
            entry.is_folder ? theme.colours.accent : theme.colours.muted,
            entry.is_folder ? icons::folder : icons::document);
  const float name_room = columns.size_at - theme.px(90 + 8 + 38);
  const float line = std::floor(middle - theme.fonts.text->FontSize / 2);
  clipped_text(list, theme.fonts.text, {from.x + theme.px(38), line}, name_room, theme.colours.text, entry.name);
  const float small_line = std::floor(middle - theme.fonts.small->FontSize / 2);
  if (!entry.is_folder) {
    const std::string size = size_text(app.catalog(), entry.size);
    list->AddText(theme.fonts.small, theme.fonts.small->FontSize,
                  {from.x + columns.size_at - width_of_line(theme.fonts.small, size), small_line}, theme.colours.muted,
                  size.c_str());
  }
  list->AddText(theme.fonts.small, theme.fonts.small->FontSize, {from.x + columns.date_at, small_line},
                theme.colours.muted, date_text(app, entry.modified).c_str());
  app.parts.add(key, from, to);
  if (pressed) {
    result.selected = result.selected || row_ != row;
    row_ = row;
    letters_.clear();
  }
  if (hovered && ImGui::IsMouseDoubleClicked(0)) result.opened = true;
}

BrowserList::Result BrowserList::draw(App& app, DialogFocus& focus, const std::string& key, ImVec2 size,
                                      std::string_view when_empty) {
  Result result;
  const Theme& theme = app.theme;
  const float width = size.x - theme.px(12);  // beside the scroll bar
  const Columns columns{width - theme.px(140), width - theme.px(124)};
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  draw_header(app, columns, width);
  const float rows_room = size.y - theme.px(header_height);
  const float height = theme.px(entry_height);
  ImGui::BeginChild(key.c_str(), {size.x, rows_room}, false, ImGuiWindowFlags_NoNavInputs);
  const bool focused = focus.add(key);
  if (ImGui::IsWindowHovered() && ImGui::IsMouseClicked(0)) focus.set(key);
  const float scroll = ImGui::GetScrollY();
  const float from = row_ ? static_cast<float>(*row_) * height - scroll : 0;
  shows_selected_ = row_ && from > -height / 2 && from + height / 2 < rows_room;
  if (focused) take_keys(app, static_cast<int>(rows_room / height), result);
  if (std::exchange(brings_into_view_, false)) {
    shows_selected_ = row_.has_value();
    const float top = row_ ? static_cast<float>(*row_) * height : 0;
    ImGui::SetScrollY(row_ ? std::clamp(scroll, top + height - rows_room, top) : 0.0F);
  }
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(rows_.size()), height);
  while (clipper.Step()) {
    for (int row = clipper.DisplayStart; row < clipper.DisplayEnd; ++row) {
      draw_row(app, static_cast<size_t>(row), columns, width, focused, result);
    }
  }
  if (rows_.empty()) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    wrapped_text(ImGui::GetWindowDrawList(), theme.fonts.text, {at.x + theme.px(12), at.y + theme.px(12)},
                 width - theme.px(24), theme.colours.muted, when_empty);
  }
  ImGui::EndChild();
  ImGui::PopStyleVar();
  app.parts.add(key, corner, {corner.x + size.x, corner.y + size.y});
  return result;
}

}  // namespace canvasbook
