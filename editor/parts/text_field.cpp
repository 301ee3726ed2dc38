#include "editor/parts/text_field.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "editor/parts/blanks.h"
#include "editor/parts/markdown_painter.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

struct KeyAction {
  Key key;
  bool control;
  TextAction action;
};

constexpr KeyAction key_actions[] = {
    {Key::left, false, TextAction::move_left},       {Key::left, true, TextAction::move_word_left},
    {Key::right, false, TextAction::move_right},     {Key::right, true, TextAction::move_word_right},
    {Key::up, false, TextAction::move_row_up},       {Key::down, false, TextAction::move_row_down},
    {Key::page_up, false, TextAction::move_page_up}, {Key::page_down, false, TextAction::move_page_down},
    {Key::home, false, TextAction::move_row_home},   {Key::home, true, TextAction::move_text_home},
    {Key::end, false, TextAction::move_row_end},     {Key::end, true, TextAction::move_text_end},
    {Key::backspace, false, TextAction::erase_left}, {Key::backspace, true, TextAction::erase_word_left},
    {Key::delete_, false, TextAction::erase_right},  {Key::delete_, true, TextAction::erase_word_right},
    {Key::a, true, TextAction::select_all},          {Key::b, true, TextAction::toggle_bold},
    {Key::i, true, TextAction::toggle_italic},       {Key::y, true, TextAction::redo}};

void copy(const TextCore& core) {
  if (core.has_selection()) ImGui::SetClipboardText(core.selected_text().c_str());
}

void paste(TextCore& core) {
  if (const char* text = ImGui::GetClipboardText()) core.insert(text);
}

// Clipboard keys and the like; true when the key was one of them.
bool use_clipboard(TextCore& core, const InputEvent& event) {
  const Modifiers& mods = event.modifiers;
  const bool copies = (mods.control && event.key == Key::c) || (mods.control && event.key == Key::insert);
  const bool cuts = (mods.control && event.key == Key::x) || (mods.shift && event.key == Key::delete_);
  const bool pastes = (mods.control && event.key == Key::v) || (mods.shift && event.key == Key::insert);
  if (copies) copy(core);
  if (cuts) {
    copy(core);
    core.cut();
  }
  if (pastes) paste(core);
  return copies || cuts || pastes;
}

void press_key(TextCore& core, const InputEvent& event, bool enter_finishes, TextFieldResult& result) {
  const Modifiers& mods = event.modifiers;
  if (use_clipboard(core, event)) return;
  if (event.key == Key::escape) {
    result.left = true;
  } else if (event.key == Key::enter) {
    if (mods.control || (enter_finishes && !mods.shift)) {
      result.finished = true;
    } else {
      apply(core, TextAction::break_line, false);
    }
  } else if (event.key == Key::tab && !mods.control && !mods.alt) {
    apply(core, mods.shift ? TextAction::unnest : TextAction::nest, false);
  } else if (event.key == Key::z && mods.control) {
    apply(core, mods.shift ? TextAction::redo : TextAction::undo, false);
  } else if (!mods.alt) {
    for (const KeyAction& entry : key_actions) {
      if (entry.key == event.key && entry.control == mods.control) apply(core, entry.action, mods.shift);
    }
  }
}

}  // namespace

float row_height_of(const ImFont* font) { return std::floor(font->FontSize * 1.3F); }

TextMetrics text_metrics(ImFont* font, float width) {
  TextMetrics metrics;
  metrics.width = width;
  metrics.font = font;
  metrics.row_height = row_height_of(font);
  const ImVector<ImFont*>& fonts = ImGui::GetIO().Fonts->Fonts;
  const int place = fonts.index_from_ptr(std::find(fonts.begin(), fonts.end(), font));
  metrics.advance = [place](char32_t character) {
    if (has_no_width(character)) return 0.0F;
    const ImFont* now = ImGui::GetIO().Fonts->Fonts[place];
    return now->GetCharAdvance(character < 0x10000 ? static_cast<ImWchar>(character) : ImWchar{0xFFFD});
  };
  return metrics;
}

bool lay_out(TextCore& core, ImFont* font, float width) {
  TextMetrics metrics = text_metrics(font, width);
  const TextMetrics& now = core.rows().metrics();
  if (now.font == font && now.width == width && now.row_height == metrics.row_height) return false;
  core.set_metrics(std::move(metrics));
  return true;
}

void draw_rows(ImDrawList* list, ImFont* font, const TextRows& rows, std::u32string_view text, ImVec2 at,
               ImU32 colour) {
  const float shift = std::floor((rows.metrics().row_height - font->FontSize) / 2);
  const TextRange seen = rows.rows_between(list->GetClipRectMin().y - at.y, list->GetClipRectMax().y - at.y);
  for (size_t i = seen.begin; i < seen.end; ++i) {
    const float y = rows.box(i).top;
    const TextRow row = rows.row(i);
    std::u32string shown(text.substr(row.begin, row.end - row.begin));
    std::erase_if(shown, has_no_width);
    if (ends_inside_word(text, row)) shown += U'-';
    const std::string line = to_utf8(shown);
    list->AddText(font, font->FontSize, {at.x, at.y + y + shift}, colour, line.data(), line.data() + line.size());
  }
}

TextFieldResult text_field(const PartContext& context, std::string_view key, TextCore& core, InputQueue& input,
                           ImFont* font, ImVec2 at, float width, ImU32 colour, bool enter_finishes) {
  TextFieldResult result;
  const std::uint64_t before = core.revision();
  const ImVec2 end{at.x + width, at.y + core.height()};
  const ImGuiIO& io = ImGui::GetIO();
  const bool is_covered = ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId);  // by a menu, whose mouse and keys are
  const bool hovered = !is_covered && ImGui::IsMouseHoveringRect(at, end);
  const TextPoint point{io.MousePos.x - at.x, io.MousePos.y - at.y};
  if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
  if (!ImGui::IsMouseDown(0)) core.release();
  if (ImGui::IsMouseClicked(0)) core.press_elsewhere(input.clicks_are_aside());
  if (ImGui::IsMouseClicked(0) && !is_covered && !input.clicks_are_aside()) {
    if (hovered) {
      core.press(point, io.MouseClickedCount[0], io.KeyShift);
    } else {
      result.left = true;
    }
  } else if (!is_covered && !core.is_pressed_elsewhere() && ImGui::IsMouseDragging(0, 2) &&
             contains(at, end, io.MouseClickedPos[0])) {
    core.drag(point);
  }
  for (const InputEvent& event : input.events()) {
    if (is_covered) break;
    if (event.kind == InputEvent::Kind::text) core.type(event.character);
    if (event.kind == InputEvent::Kind::key_down && event.key != Key::none)
      press_key(core, event, enter_finishes, result);
  }
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float seen_from = list->GetClipRectMin().y - at.y;
  const float seen_to = list->GetClipRectMax().y - at.y;
  for (const TextRectangle& part : core.selection_rectangles(seen_from, seen_to)) {
    list->AddRectFilled({at.x + part.x, at.y + part.y}, {at.x + part.x + part.width, at.y + part.y + part.height},
                        with_strength(context.theme.colours.accent, 0x50), 2);
  }
  if (core.rows().metrics().styler) {
    draw_markdown(list, context.theme, core.rows(), core.text(), at);
  } else {
    draw_blanks(list, context.theme, core.rows(), core.text(), at);
    draw_rows(list, font, core.rows(), core.text(), at, colour);
  }
  const bool caret_blinks = std::fmod(ImGui::GetTime(), 1.06) < 0.53 || !input.events().empty();
  const TextRectangle caret = core.caret_rectangle();
  if (!input.keys_are_aside()) {  // the line of the caret and its neighbours
    context.parts.add_written({at.x, std::max(at.y, at.y + caret.y - caret.height)},
                              {end.x, std::min(end.y, at.y + caret.y + 2 * caret.height)},
                              {at.x + caret.x, at.y + caret.y + caret.height});
  }
  const bool caret_shows = caret_blinks && !input.keys_are_aside();
  if (caret_shows) {
    const float x = std::floor(at.x + caret.x);
    list->AddRectFilled({x, at.y + caret.y + 1}, {x + 2, at.y + caret.y + caret.height - 1}, colour);
  }
  context.parts.add(key, at, end);
  result.changed = core.revision() != before;
  return result;
}

}  // namespace canvasbook
