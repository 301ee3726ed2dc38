#include "editor/palette/dialog.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "editor/call/shortcuts.h"
#include "editor/frame/app.h"
#include "editor/frame/command_table.h"
#include "editor/frame/dialog_fields.h"
#include "editor/frame/line_field.h"
#include "editor/frame/popup_menu.h"
#include "editor/items/shortcuts.h"
#include "editor/palette/entries.h"
#include "editor/prose/formats.h"
#include "editor/registers/shortcuts.h"
#include "editor/visits/shortcuts.h"

namespace canvasbook {

namespace {

constexpr const char* field_key = "palette/field";

// Whether several of the entries can be ticked, so that there is something to be done with.
bool can_be_ticked(const std::vector<PaletteEntry>& entries) {
  return std::ranges::any_of(
      entries, [](const PaletteEntry& entry) { return entry.icon == icons::box || entry.icon == icons::box_checked; });
}

class Palette : public Dialog {
 public:
  Palette(std::vector<PaletteEntry> entries, const char* placeholder_key, size_t chosen, std::string title)
      : entries_(std::move(entries)),
        found_(matching_entries(entries_, {})),
        placeholder_key_(placeholder_key),
        title_(std::move(title)),
        has_ticks_(can_be_ticked(entries_)) {
    const auto place = std::ranges::find(found_, chosen);
    if (place != found_.end()) chosen_ = static_cast<int>(place - found_.begin());
  }

  std::string title(const App&) const override { return title_; }
  float width() const override { return 640; }
  bool at_top() const override { return true; }
  bool ends_by_click_beside() const override { return true; }
  bool cancel(App&) override { return true; }

  bool draw(App& app) override {
    const Theme& theme = app.theme;
    if (app.focused_field.empty()) app.focused_field = field_key;
    const int last = static_cast<int>(found_.size()) - 1;
    int moved = 0;
    for (const auto& [key, step] : {std::pair{Key::down, 1}, {Key::up, -1}, {Key::page_down, 8}, {Key::page_up, -8}}) {
      while (app.input.take(key, {})) moved += step;
    }
    if (moved != 0) chosen_ = std::clamp(chosen_ + moved, 0, std::max(last, 0));
    const LineFieldResult result =
        line_field(app, field_key, field_, 0, app.catalog().text(placeholder_key_), icons::search);
    if (result.changed) {
      found_ = matching_entries(entries_, field_.text());
      chosen_ = 0;
    }
    ImGui::Dummy({1, theme.px(4)});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    const float row = theme.px(38);
    ImGui::BeginChild("palette", {0, row * 10}, false, ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav);
    if (ImGui::IsWindowAppearing()) ImGui::SetScrollY(row * static_cast<float>(std::max(chosen_ - 4, 0)));
    const bool goes_there = moved != 0 || result.changed;
    // what the wheel took out of view is shown before it can be run
    int pressed = result.entered && (goes_there || is_in_view(row)) ? chosen_ : -1;
    if (goes_there || result.entered) keep_in_view(row);
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    const auto first = static_cast<int>(ImGui::GetScrollY() / row);
    for (int i = first; i < std::min(first + 12, static_cast<int>(found_.size())); ++i) {
      if (draw_row(app, i, {origin.x, origin.y + static_cast<float>(i) * row}, row)) pressed = i;
    }
    ImGui::SetCursorScreenPos({origin.x, origin.y + static_cast<float>(found_.size()) * row});
    if (found_.empty()) {
      clipped_text(ImGui::GetWindowDrawList(), theme.fonts.text, {origin.x + theme.px(12), origin.y + theme.px(8)},
                   ImGui::GetContentRegionAvail().x, theme.colours.muted, app.catalog().text("palette.nothing"));
    }
    ImGui::Dummy({1, 1});
    ImGui::EndChild();
    ImGui::PopStyleVar();
    if (has_ticks_ && draw_done(app)) return false;
    if (pressed < 0 || pressed > last) return true;
    const PaletteEntry& entry = entries_[found_[static_cast<size_t>(pressed)]];
    if (!entry.enabled) return true;
    entry.run(app);
    return false;
  }

 private:
  bool is_in_view(float row) const {
    const float top = static_cast<float>(chosen_) * row - ImGui::GetScrollY();
    return top > -row / 2 && top < row * 9.5F;
  }

  void keep_in_view(float row) const {
    const float top = static_cast<float>(chosen_) * row;
    if (top < ImGui::GetScrollY()) ImGui::SetScrollY(top);
    if (top + row > ImGui::GetScrollY() + row * 10) ImGui::SetScrollY(top - row * 9);
  }

  bool draw_row(App& app, int index, ImVec2 at, float height) const {
    const Theme& theme = app.theme;
    const PaletteEntry& entry = entries_[found_[static_cast<size_t>(index)]];
    const float width = ImGui::GetContentRegionAvail().x;
    ImGui::SetCursorScreenPos(at);
    const bool pressed = invisible_button(entry.key.c_str(), {width, height});
    app.parts.add_last(entry.key);
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 to{at.x + width, at.y + height};
    if (index == chosen_) {
      list->AddRectFilled(at, to, theme.colours.selection, theme.px(8));
    } else if (ImGui::IsItemHovered()) {
      list->AddRectFilled(at, to, theme.colours.hover, theme.px(8));
    }
    const ImU32 colour = entry.enabled ? theme.colours.text : theme.colours.faint;
    if (entry.icon != 0) {
      draw_icon(list, theme.fonts.text, theme.fonts.text->FontSize * 1.1F, {at.x + theme.px(20), at.y + height / 2},
                entry.enabled ? theme.colours.muted : theme.colours.faint, entry.icon);
    }
    const float y = std::floor(at.y + (height - theme.fonts.text->FontSize) / 2);
    const float shortcut_x = to.x - theme.px(14) - width_of_line(theme.fonts.small, entry.shortcut);
    const float note_room = std::min(width_of_line(theme.fonts.small, entry.note) + 1, (to.x - at.x) / 2);
    const float note_x = (entry.shortcut.empty() ? to.x : shortcut_x) - theme.px(14) - note_room;
    clipped_text(list, theme.fonts.text, {at.x + theme.px(40), y}, note_x - at.x - theme.px(54), colour, entry.name);
    clipped_text(list, theme.fonts.small, {note_x, y + theme.px(1)}, note_room, theme.colours.muted, entry.note);
    list->AddText(theme.fonts.small, theme.fonts.small->FontSize, {shortcut_x, y + theme.px(1)}, theme.colours.muted,
                  entry.shortcut.c_str());
    return pressed;
  }

  static bool draw_done(App& app) {
    ImGui::Dummy({1, app.theme.px(4)});
    return button({app.theme, app.parts}, "palette.done", app.catalog().text("palette.done"), icons::check,
                  ButtonStyle::primary);
  }

  std::vector<PaletteEntry> entries_;
  std::vector<size_t> found_;
  const char* placeholder_key_;
  std::string title_;  // empty for none
  bool has_ticks_;
  LineField field_;
  int chosen_ = 0;
};

class ShortcutList : public Dialog {
 public:
  std::string title(const App& app) const override { return app.catalog().text("command.shortcuts"); }
  float width() const override { return 760; }
  bool cancel(App&) override { return true; }

  bool draw(App& app) override {
    const Theme& theme = app.theme;
    const Catalog& words = app.catalog();
    const float height = std::min(theme.px(520), ImGui::GetIO().DisplaySize.y - theme.px(180));
    ImGui::BeginChild("shortcuts", {0, height}, false, ImGuiWindowFlags_NoBackground);
    begin_at_top();
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float column = std::floor(ImGui::GetContentRegionAvail().x / 2);
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    float bottoms[2] = {0, 0};
    const float row = theme.px(26);
    for (const Menu menu : all_menus) {
      const int side = bottoms[0] <= bottoms[1] ? 0 : 1;
      const float x = origin.x + static_cast<float>(side) * column;
      float& y = bottoms[side];
      clipped_text(list, theme.fonts.bold, {x, origin.y + y}, column - theme.px(16), theme.colours.text,
                   words.text(menu_key(menu)));
      y += theme.px(30);
      for (const Command& command : commands()) {
        if (command.menu != menu || command.shortcuts.empty()) continue;
        const std::string shortcut = shortcut_text(command, words);
        clipped_text(list, theme.fonts.small_bold, {x, origin.y + y}, theme.px(130), theme.colours.accent, shortcut);
        clipped_text(list, theme.fonts.small, {x + theme.px(136), origin.y + y}, column - theme.px(150),
                     theme.colours.text, words.text(command.key));
        y += row;
      }
      y += theme.px(14);
    }
    const auto add_keys = [&](const char* heading, std::span<const NamedShortcut> shortcuts) {
      const int side = bottoms[0] <= bottoms[1] ? 0 : 1;
      const float x = origin.x + static_cast<float>(side) * column;
      clipped_text(list, theme.fonts.bold, {x, origin.y + bottoms[side]}, column - theme.px(16), theme.colours.text,
                   words.text(heading));
      bottoms[side] += theme.px(30);
      for (const NamedShortcut& entry : shortcuts) {
        clipped_text(list, theme.fonts.small_bold, {x, origin.y + bottoms[side]}, theme.px(130), theme.colours.accent,
                     shortcut_text(entry.shortcut, words));
        clipped_text(list, theme.fonts.small, {x + theme.px(136), origin.y + bottoms[side]}, column - theme.px(150),
                     theme.colours.text, words.text(entry.name_key));
        bottoms[side] += row;
      }
      bottoms[side] += theme.px(14);
    };
    add_keys("menu.keys", menu_shortcuts);
    add_keys("items.keys", item_shortcuts);
    add_keys("visits.keys", visit_shortcuts);
    add_keys("registers.keys", register_shortcuts);
    add_keys("call.keys", call_shortcuts);
    std::vector<NamedShortcut> format_shortcuts;
    for (const TextFormat& format : text_formats()) {
      if (format.shortcut.key != Key::none) format_shortcuts.push_back({format.key, format.shortcut});
    }
    add_keys("format.keys", format_shortcuts);
    ImGui::Dummy({1, std::max(bottoms[0], bottoms[1])});
    ImGui::EndChild();
    const bool closes =
        button({theme, app.parts}, "shortcuts.close", words.text("failure.close"), 0, ButtonStyle::primary);
    return !closes && !app.input.take(Key::enter, {});
  }
};

}  // namespace

std::unique_ptr<Dialog> make_palette(App& app) { return make_choice_list(palette_entries(app), "palette.placeholder"); }

std::unique_ptr<Dialog> make_choice_list(std::vector<PaletteEntry> entries, const char* placeholder_key, size_t chosen,
                                         const std::string& title) {
  return std::make_unique<Palette>(std::move(entries), placeholder_key, chosen, title);
}

std::unique_ptr<Dialog> make_shortcut_list() { return std::make_unique<ShortcutList>(); }

}  // namespace canvasbook
