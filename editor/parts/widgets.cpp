#include "editor/parts/widgets.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "export/text/hyphenation.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr float unlimited = std::numeric_limits<float>::max();

ImVec2 text_size(ImFont* font, std::string_view text, float wrap_width = 0) {
  return font->CalcTextSizeA(font->FontSize, unlimited, wrap_width, text.data(), text.data() + text.size());
}

}  // namespace

ImVec2 size_of_line(ImFont* font, std::string_view text, float size) {
  return font->CalcTextSizeA(size > 0 ? size : font->FontSize, unlimited, 0, text.data(), text.data() + text.size());
}

float width_of_line(ImFont* font, std::string_view text, float size) { return size_of_line(font, text, size).x; }

void PartRegister::add(std::string_view key, ImVec2 from, ImVec2 to, bool fits) {
  const ImRect clip = ImGui::GetCurrentWindow()->ClipRect;
  ImRect seen(from, to);
  const bool visible = clip.Overlaps(seen);
  if (visible) seen.ClipWith(clip);
  parts_.push_back({std::string(key), seen.Min, seen.Max, from, visible, fits});
}

void PartRegister::add_written(ImVec2 from, ImVec2 to, ImVec2 caret) {
  caret_ = caret;
  ImRect seen(from, to);
  seen.ClipWith(ImGui::GetCurrentWindow()->ClipRect);
  if (seen.GetWidth() > 0 && seen.GetHeight() > 0) written_ = Corners{seen.Min, seen.Max};
}

void PartRegister::add_last(std::string_view key) { add(key, ImGui::GetItemRectMin(), ImGui::GetItemRectMax()); }

const PartRegister::Part* PartRegister::find(std::string_view key) const {
  const auto found = std::ranges::find(parts_, key, &Part::key);
  return found == parts_.end() ? nullptr : &*found;
}

bool invisible_button(const char* key, ImVec2 size, ImGuiButtonFlags flags) {
  return ImGui::InvisibleButton(key, {std::max(size.x, 1.0F), std::max(size.y, 1.0F)}, flags);
}

float button_width(const PartContext& context, std::string_view label, char32_t icon) {
  const Theme& theme = context.theme;
  const float icon_width = icon == 0 ? 0 : theme.px(20) + (label.empty() ? 0 : theme.px(6));
  return text_size(theme.fonts.text, label).x + icon_width + theme.px(24);
}

bool button(const PartContext& context, std::string_view key, std::string_view label, char32_t icon, ButtonStyle style,
            bool enabled, float width) {
  const Theme& theme = context.theme;
  const bool is_entry = style == ButtonStyle::entry || style == ButtonStyle::selected_entry;
  const bool is_selected = style == ButtonStyle::selected || style == ButtonStyle::selected_entry;
  const ImVec2 size{width > 0 ? width : button_width(context, label, icon), theme.px(36)};
  ImGui::BeginDisabled(!enabled);
  const bool pressed = invisible_button(std::string(key).c_str(), size);
  const bool hovered = ImGui::IsItemHovered();
  const bool focused = ImGui::IsItemFocused() && ImGui::GetIO().NavVisible;
  ImGui::EndDisabled();
  const ImVec2 from = ImGui::GetItemRectMin();
  const ImVec2 to = ImGui::GetItemRectMax();
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Colours& colours = theme.colours;
  ImU32 text = style == ButtonStyle::primary ? colours.accent_text : is_selected ? colours.accent : colours.text;
  if (!enabled) text = colours.faint;
  if (style == ButtonStyle::primary && enabled) {
    list->AddRectFilled(from, to, colours.accent, theme.px(8));
  } else if (is_selected) {
    list->AddRectFilled(from, to, colours.selection, theme.px(8));
  } else if (hovered && enabled) {
    list->AddRectFilled(from, to, colours.hover, theme.px(8));
  }
  if (focused) list->AddRect(from, to, colours.accent, theme.px(8), 0, theme.px(2));
  const ImVec2 label_size = text_size(theme.fonts.text, label);
  const float icon_width = icon == 0 ? 0 : theme.px(20) + (label.empty() ? 0 : theme.px(6));
  float x = from.x + std::max(theme.px(12), std::floor((size.x - label_size.x - icon_width) / 2));
  if (is_entry) x = from.x + theme.px(12);
  if (icon != 0) {
    draw_icon(list, theme.fonts.text, theme.fonts.text->FontSize * 1.2F, {x + theme.px(10), (from.y + to.y) / 2}, text,
              icon);
    x += icon_width;
  }
  const float room = to.x - theme.px(8) - x;
  clipped_text(list, theme.fonts.text, {x, std::floor((from.y + to.y - label_size.y) / 2)}, room, text, label);
  context.parts.add(key, from, to, label_size.x <= room + 1);
  return pressed && enabled;
}

namespace {

bool is_letter_at(std::string_view text, size_t at) {
  const char32_t c = next_code_point(text, at);
  return is_word_character(c) && !is_digit(c);
}

// How much of a word that is wider than a line stands on it, and whether a hyphen follows.
struct WordPart {
  size_t bytes = 0;
  bool hyphen = false;
};
WordPart fitting_part(ImFont* font, float width, std::string_view word) {
  const auto fitting = [&](float room) {
    const char* rest = nullptr;
    font->CalcTextSizeA(font->FontSize, room, 0, word.data(), word.data() + word.size(), &rest);
    return static_cast<size_t>(rest - word.data());
  };
  const size_t most = fitting(width);
  const size_t limit = fitting(width - text_size(font, "-").x);
  if (const size_t end = hyphenated_end(word, 0, limit)) return {end, true};
  const bool parts_letters = limit > 0 && limit < word.size() && is_letter_at(word, limit);
  return {parts_letters ? limit : most, parts_letters};
}

// Calls use(line, hyphen) for each line of a text that breaks at blanks, or inside a word that is wider than a line,
// which is hyphenated. No-break spaces hold, and marks stay with their word, which ImGui's own breaking does not see
// to.
template <class Use>
void for_each_line(ImFont* font, float width, std::string_view text, Use use) {
  const auto measure = [font](std::string_view part) { return text_size(font, part).x; };
  const float blank = measure(" ");
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    size_t line = begin;
    float used = 0;
    for (size_t at = begin; at < end;) {
      const size_t word_end = std::min(text.find(' ', at), end);
      const std::string_view word = text.substr(at, word_end - at);
      const float word_width = measure(word);
      if (at > line && used + blank + word_width > width) {
        use(text.substr(line, at - line - 1), false);
        line = at;
        used = 0;
      }
      used += (at > line ? blank : 0) + word_width;
      while (used > width && word_end > line) {
        const std::string_view tail = text.substr(line, word_end - line);
        const WordPart part = fitting_part(font, width, tail);
        if (part.bytes == 0 || part.bytes == tail.size()) break;
        use(tail.substr(0, part.bytes), part.hyphen);
        line += part.bytes;
        used = measure(text.substr(line, word_end - line));
      }
      at = word_end + 1;
    }
    use(text.substr(line, end - line), false);
    begin = end + 1;
  }
}

float line_height(ImFont* font) { return std::floor(font->FontSize * 1.3F); }

}  // namespace

float wrapped_text(ImDrawList* list, ImFont* font, ImVec2 at, float width, ImU32 colour, std::string_view text) {
  const float height = line_height(font);
  const float shift = std::floor((height - font->FontSize) / 2);
  float y = at.y;
  for_each_line(font, width, text, [&](std::string_view line, bool hyphen) {
    if (y < list->GetClipRectMax().y && y + height > list->GetClipRectMin().y) {
      const std::string shown = std::string(line) + (hyphen ? "-" : "");
      list->AddText(font, font->FontSize, {at.x, y + shift}, colour, shown.data(), shown.data() + shown.size());
    }
    y += height;
  });
  return y - at.y;
}

float wrapped_height(ImFont* font, float width, std::string_view text) {
  float height = 0;
  for_each_line(font, width, text, [&](std::string_view, bool) { height += line_height(font); });
  return height;
}

void paragraph(const PartContext& context, std::string_view text, ImU32 colour) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float height = wrapped_text(ImGui::GetWindowDrawList(), context.theme.fonts.text, at, width, colour, text);
  ImGui::Dummy({width, height});
}

void flow_beside(const PartContext& context, std::string_view label, char32_t icon) {
  const float right = ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x;
  const float gap = context.theme.px(8);
  if (ImGui::GetItemRectMax().x + gap + button_width(context, label, icon) <= right) ImGui::SameLine(0, gap);
}

void clipped_text(ImDrawList* list, ImFont* font, ImVec2 at, float width, ImU32 colour, std::string_view text) {
  if (text_size(font, text).x <= width) {
    list->AddText(font, font->FontSize, at, colour, text.data(), text.data() + text.size());
    return;
  }
  const float room = width - text_size(font, "…").x;
  const char* rest = nullptr;
  font->CalcTextSizeA(font->FontSize, room, 0, text.data(), text.data() + text.size(), &rest);
  const std::string cut = std::string(text.data(), rest) + "…";
  list->AddText(font, font->FontSize, at, colour, cut.data(), cut.data() + cut.size());
}

}  // namespace canvasbook
