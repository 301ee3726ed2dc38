#include "editor/call/screen_parts.h"

#include <algorithm>
#include <cmath>

#include "editor/parts/blanks.h"
#include "editor/parts/emphasis_painter.h"
#include "editor/parts/text_field.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr size_t most_numbers = 9;

void draw_number_of_row(const Theme& theme, ImVec2 centre, size_t number, bool is_marked) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddCircleFilled(centre, theme.px(20), theme.colours.accent);
  if (is_marked)
    return draw_icon(list, theme.fonts.text, theme.px(24), centre, theme.colours.accent_text, icons::check);
  const std::string text = std::to_string(number);
  const ImVec2 size = size_of_line(theme.fonts.title, text);
  list->AddText(theme.fonts.title, theme.fonts.title->FontSize,
                {std::floor(centre.x - size.x / 2), std::floor(centre.y - size.y / 2)}, theme.colours.accent_text,
                text.c_str());
}

}  // namespace

bool draw_numbered_row(App& app, const NumberedRow& row, float width) {
  const Theme& theme = app.theme;
  const float pad = theme.px(12);
  const float left = theme.px(row.number == 0 ? 16 : 68);
  const float room = std::max(1.0F, width - left - theme.px(16));
  TextAtRest text;
  lay_out_at_rest(text, row.text, theme.fonts.large, room);
  const float text_height = text.rows.height();
  const float note_height = row.note.empty() ? 0 : theme.fonts.text->FontSize + theme.px(6);
  const ImVec2 size{width, std::max(theme.px(64), text_height + note_height + 2 * pad)};
  const bool pressed = invisible_button(row.key.c_str(), size);
  const ImVec2 from = ImGui::GetItemRectMin();
  const ImVec2 to = ImGui::GetItemRectMax();
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Colours& colours = theme.colours;
  const ImU32 ground = ImGui::IsItemHovered() ? colours.hover : row.is_marked ? colours.selection : colours.panel;
  list->AddRectFilled(from, to, ground, theme.px(10));
  list->AddRect(from, to, colours.border, theme.px(10));
  if (row.number > 0 && row.number <= most_numbers) {
    draw_number_of_row(theme, {from.x + theme.px(34), from.y + theme.px(32)}, row.number, row.is_marked);
  }
  const float top = std::floor(from.y + (size.y - text_height - note_height) / 2);
  draw_spoken(list, theme, text, {from.x + left, top}, colours.text);
  dot_stop_phrases(theme, {text.rows, text.text, {from.x + left, top}}, row.stop_marks);
  if (!row.note.empty()) {
    clipped_text(list, theme.fonts.text, {from.x + left, top + text_height + theme.px(4)}, room, colours.muted,
                 row.note);
  }
  app.parts.add(row.key, from, to);
  return pressed;
}

void draw_spoken(ImDrawList* list, const Theme& theme, const TextAtRest& text, ImVec2 at, ImU32 colour) {
  draw_blanks(list, theme, text.rows, text.text, at);
  draw_emphasis(list, theme, text.font, text.rows, text.text, at, colour);
}

void draw_whole_rows(ImDrawList* list, const Theme& theme, const TextAtRest& text, ImVec2 at, ImU32 colour) {
  constexpr float rounding = 0.5F;
  const ImVec2 from = list->GetClipRectMin();
  const ImVec2 to = list->GetClipRectMax();
  const TextRange seen = text.rows.rows_between(from.y - at.y, to.y - at.y);
  float top = to.y;
  float bottom = from.y;
  for (size_t i = seen.begin; i < seen.end; ++i) {
    const RowBox box = text.rows.box(i);
    const float y = at.y + box.top;
    if (y < from.y - rounding || y + box.height > to.y + rounding) continue;
    top = std::min(top, y);
    bottom = std::max(bottom, y + box.height);
  }
  if (top >= bottom) return;
  list->PushClipRect({from.x, top}, {to.x, bottom}, true);
  draw_spoken(list, theme, text, at, colour);
  list->PopClipRect();
}

void draw_in_middle(const App& app, const Area& area, char32_t icon, ImU32 colour, std::string_view title,
                    std::string_view text) {
  const Theme& theme = app.theme;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float width = std::min(area.width(), theme.px(900));
  const float x = std::floor(area.from.x + (area.width() - width) / 2);
  const float text_height = text.empty() ? 0 : wrapped_height(theme.fonts.title, width, text);
  const float title_height = wrapped_height(theme.fonts.large_bold, width, title);
  const float icon_height = icon == 0 ? 0 : theme.px(84);
  float y = std::floor(area.from.y + std::max(0.0F, (area.height() - icon_height - title_height - text_height) / 3));
  const auto centred = [&](ImFont* font, std::string_view words, float height, ImU32 of) {
    const float used = std::min(width, width_of_line(font, words));
    wrapped_text(list, font, {std::floor(x + (width - used) / 2), y}, width, of, words);
    y += height + theme.px(12);
  };
  if (icon != 0) {
    draw_icon(list, theme.fonts.text, theme.px(64), {x + width / 2, y + icon_height / 2}, colour, icon);
    y += icon_height;
  }
  centred(theme.fonts.large_bold, title, title_height, theme.colours.text);
  if (!text.empty()) centred(theme.fonts.title, text, text_height, theme.colours.muted);
}

void begin_scrolled(const char* name, const Area& area, float by, bool is_new) {
  ImGui::SetCursorScreenPos(area.from);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::BeginChild(name, {std::max(1.0F, area.width()), std::max(1.0F, area.height())}, false,
                    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav);
  ImGui::PopStyleVar();
  if (is_new) {
    ImGui::SetScrollY(0);
  } else if (by != 0) {
    ImGui::SetScrollY(std::clamp(ImGui::GetScrollY() + by, 0.0F, ImGui::GetScrollMaxY()));
  }
}

Foot::Foot(App& app, const Area& screen)
    : app_(app),
      of_buttons_(app.theme),
      x_(screen.from.x + app.theme.px(screen_margin)),
      right_(screen.to.x - app.theme.px(screen_margin)),
      top_(screen.to.y - app.theme.px(foot_height - 12)) {
  of_buttons_.fonts.text = app.theme.fonts.small;
}

bool Foot::button(std::string_view key, char32_t icon, bool enabled) {
  const PartContext parts{of_buttons_, app_.parts};
  const std::string label = app_.catalog().text(key);
  ImGui::SetCursorScreenPos({x_, top_});
  x_ += button_width(parts, label, icon) + app_.theme.px(8);
  return canvasbook::button(parts, key, label, icon, ButtonStyle::plain, enabled);
}

void Foot::say(std::string_view sentence, ImU32 colour) {
  const Theme& theme = app_.theme;
  for (ImFont* font : {theme.fonts.text, theme.fonts.small}) {
    const float width = width_of_line(font, sentence);
    if (x_ + theme.px(16) + width > right_) continue;
    const float y = std::floor(top_ + (theme.px(36) - font->FontSize) / 2);
    return clipped_text(ImGui::GetWindowDrawList(), font, {std::floor(right_ - width), y}, width + 1, colour, sentence);
  }
}

int typed_digit(const App& app) {
  for (const InputEvent& event : app.input.events()) {
    if (event.kind == InputEvent::Kind::text && is_digit(event.character)) {
      return static_cast<int>(event.character - U'0');
    }
  }
  return -1;
}

}  // namespace canvasbook
