#include "editor/frame/line_field.h"

#include <imgui_internal.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "editor/frame/app.h"
#include "editor/parts/text_field.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

// While it lives the clipboard gives its text as one line.
class OneLineClipboard {
 public:
  OneLineClipboard()
      : get_(ImGui::GetIO().GetClipboardTextFn),
        set_(ImGui::GetIO().SetClipboardTextFn),
        data_(ImGui::GetIO().ClipboardUserData) {
    ImGuiIO& io = ImGui::GetIO();
    io.ClipboardUserData = this;
    io.GetClipboardTextFn = [](void* self) { return static_cast<OneLineClipboard*>(self)->get(); };
    io.SetClipboardTextFn = [](void* self, const char* text) { static_cast<OneLineClipboard*>(self)->set(text); };
  }
  ~OneLineClipboard() {
    ImGuiIO& io = ImGui::GetIO();
    io.ClipboardUserData = data_;
    io.GetClipboardTextFn = get_;
    io.SetClipboardTextFn = set_;
  }
  OneLineClipboard(const OneLineClipboard&) = delete;
  OneLineClipboard& operator=(const OneLineClipboard&) = delete;

 private:
  const char* get() {
    const char* text = get_ == nullptr ? nullptr : get_(data_);
    if (text == nullptr) return nullptr;
    std::u32string line = to_editable(text);
    while (!line.empty() && line.back() == U'\n') line.pop_back();
    std::ranges::replace(line, U'\n', U' ');
    text_ = to_utf8(line);
    return text_.c_str();
  }
  void set(const char* text) {
    if (set_ != nullptr) set_(data_, text);
  }

  const char* (*get_)(void*);
  void (*set_)(void*, const char*);
  void* data_;
  std::string text_;
};

// What would break the line or set Markdown marks does nothing here.
void drop_keys_of_prose(InputQueue& input) {
  for (const bool control : {false, true}) {
    for (const bool alt : {false, true}) {
      while (input.take(Key::enter, {control, true, alt})) continue;
    }
  }
  while (input.take(Key::b, control) || input.take(Key::i, control)) continue;
}

// Where the field's own window reads the keys, ImGui must not move its focus or press buttons by them.
void keep_keys_from_navigation() {
  ImGuiWindow* window = ImGui::GetCurrentWindow();
  window->Flags |= ImGuiWindowFlags_NoNavInputs;
  window->RootWindow->Flags |= ImGuiWindowFlags_NoNavInputs;
}

void select_typed_over(LineField& field) {
  const std::string text = field.text();
  const bool has_ending = !field.ending.empty() && text.size() > field.ending.size() && text.ends_with(field.ending);
  if (!has_ending) return field.core.select_all();
  field.core.select(0, count_code_points(std::string_view(text).substr(0, text.size() - field.ending.size())));
}

// The box around the text: its border says whether the field has the focus.
void draw_box(const App& app, ImVec2 from, ImVec2 to, bool focused, char32_t icon) {
  const Theme& theme = app.theme;
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(from, to, theme.colours.panel, theme.px(8));
  const ImU32 border = focused ? theme.colours.accent : theme.colours.faint;
  list->AddRect(from, to, border, theme.px(8), 0, focused ? theme.px(2) : 1.0F);
  if (icon == 0) return;
  draw_icon(list, theme.fonts.text, theme.fonts.text->FontSize * 1.15F, {from.x + theme.px(20), (from.y + to.y) / 2},
            theme.colours.muted, icon);
}

}  // namespace

std::optional<int> number_in(const LineField& field, int least, int most) {
  const std::string text = field.text();
  const std::string_view digits = trim(text);
  const char* const behind = digits.data() + digits.size();
  int number = 0;
  const auto [end, error] = std::from_chars(digits.data(), behind, number);
  if (error != std::errc() || end != behind || number < least || number > most) return std::nullopt;
  return number;
}

LineFieldResult write_line(App& app, std::string_view key, TextCore& core, float& scroll, ImFont* font, ImVec2 from,
                           ImVec2 to) {
  LineFieldResult result;
  const Theme& theme = app.theme;
  const float view = to.x - from.x - theme.px(2);  // the caret has its own width
  const ImVec2 at{from.x - scroll, from.y};
  drop_keys_of_prose(app.input);
  keep_keys_from_navigation();
  const OneLineClipboard one_line;
  const TextCursor before = core.cursor();
  const std::uint64_t revision = core.revision();
  const PartContext parts{theme, app.parts};
  ImGui::PushClipRect(from, to, true);
  const TextFieldResult typed =
      text_field(parts, key, core, app.input, font, at, to.x - at.x, theme.colours.text, true);
  ImGui::PopClipRect();
  const bool drags_from_outside = ImGui::IsMouseDown(0) && ImGui::GetIO().MouseClickedPos[0].x < from.x;
  if (drags_from_outside && core.revision() == revision) core.select(before.anchor, before.caret);
  result = {typed.changed, typed.finished, typed.left};
  const float caret = core.caret_rectangle().x;
  scroll = std::clamp(scroll, caret - view, caret);
  scroll = std::floor(std::clamp(scroll, 0.0F, std::max(0.0F, core.x_of(0, core.text().size()) - view)));
  return result;
}

LineFieldResult line_field(App& app, std::string_view key, LineField& field, float width, std::string_view placeholder,
                           char32_t icon) {
  LineFieldResult result;
  const Theme& theme = app.theme;
  lay_out(field.core, theme.fonts.text, any_width);
  const float whole = width > 0 ? width : ImGui::GetContentRegionAvail().x;
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const ImVec2 to{from.x + whole, from.y + theme.px(38)};
  ImGui::Dummy({to.x - from.x, to.y - from.y});
  const ImVec2 text_from{from.x + theme.px(icon == 0 ? 12 : 38), std::floor((from.y + to.y - field.core.height()) / 2)};
  const ImVec2 text_to{to.x - theme.px(12), text_from.y + field.core.height()};

  const bool hovered = ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(from, to);
  if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
  const bool was_focused = app.focused_field == key;
  if (hovered && ImGui::IsMouseClicked(0) && !was_focused) {
    // The keys of this frame were meant for the field before.
    app.focused_field = key;
    field.had_focus = true;
    field.scroll = 0;
    field.core.press({ImGui::GetIO().MousePos.x - text_from.x, field.core.height() / 2}, 1, false);
  }
  const bool focused = app.focused_field == key;
  if (focused && !field.had_focus) select_typed_over(field);
  if (!focused) field.scroll = 0;
  field.had_focus = focused;

  draw_box(app, from, to, focused, icon);
  ImGui::PushClipRect(text_from, {text_to.x, text_to.y}, true);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float line = std::floor((from.y + to.y - theme.fonts.text->FontSize) / 2);
  if (field.core.text().empty() && !placeholder.empty()) {
    clipped_text(list, theme.fonts.text, {text_from.x, line}, text_to.x - text_from.x, theme.colours.muted,
                 placeholder);
  }
  if (was_focused) {
    result =
        write_line(app, std::string(key) + "/text", field.core, field.scroll, theme.fonts.text, text_from, text_to);
  } else {
    clipped_text(list, theme.fonts.text, {text_from.x, line}, text_to.x - text_from.x, theme.colours.text,
                 field.text());
  }
  ImGui::PopClipRect();
  app.parts.add(key, from, to);
  return result;
}

void field_label(const App& app, std::string_view text) {
  const Theme& theme = app.theme;
  const float width = ImGui::GetContentRegionAvail().x;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  clipped_text(ImGui::GetWindowDrawList(), theme.fonts.small, at, width, theme.colours.muted, text);
  ImGui::Dummy({width, theme.fonts.small->FontSize + theme.px(2)});
}

}  // namespace canvasbook
