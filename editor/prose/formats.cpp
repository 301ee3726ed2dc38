#include "editor/prose/formats.h"

#include <cmath>

#include "editor/parts/interface_icons.h"

namespace canvasbook {

namespace {

template <LineKind kind, int heading = 0, bool quote = false>
constexpr LineFormat line_format{kind, heading, quote};

template <LineKind kind, int heading = 0, bool quote = false>
void set_lines(TextCore& field) {
  field.format_lines(line_format<kind, heading, quote>);
}

template <LineKind kind, int heading = 0, bool quote = false>
bool are_lines(const TextCore& field) {
  return field.has_format(line_format<kind, heading, quote>);
}

constexpr TextFormat formats[] = {
    {.key = "format.bold",
     .icon = icons::bold,
     .shortcut = {Key::b, control},
     .apply = [](TextCore& field) { field.toggle_emphasis(Emphasis::bold); }},
    {.key = "format.italic",
     .icon = icons::italic,
     .shortcut = {Key::i, control},
     .apply = [](TextCore& field) { field.toggle_emphasis(Emphasis::italic); }},
    {.key = "format.heading_1",
     .label = "H1",
     .shortcut = {Key::digit_1, control_shift},
     .is_insertable = true,
     .apply = set_lines<LineKind::heading, 1>,
     .is_set = are_lines<LineKind::heading, 1>},
    {.key = "format.heading_2",
     .label = "H2",
     .shortcut = {Key::digit_2, control_shift},
     .is_insertable = true,
     .apply = set_lines<LineKind::heading, 2>,
     .is_set = are_lines<LineKind::heading, 2>},
    {.key = "format.heading_3",
     .label = "H3",
     .shortcut = {Key::digit_3, control_shift},
     .is_insertable = true,
     .apply = set_lines<LineKind::heading, 3>,
     .is_set = are_lines<LineKind::heading, 3>},
    {.key = "format.bullets",
     .icon = icons::bullets,
     .shortcut = {Key::digit_8, control_shift},
     .is_insertable = true,
     .apply = set_lines<LineKind::bullet>,
     .is_set = are_lines<LineKind::bullet>},
    {.key = "format.numbers",
     .icon = icons::numbers,
     .shortcut = {Key::digit_7, control_shift},
     .is_insertable = true,
     .apply = set_lines<LineKind::number>,
     .is_set = are_lines<LineKind::number>},
    {.key = "format.tasks",
     .icon = icons::box_checked,
     .shortcut = {Key::digit_9, control_shift},
     .is_insertable = true,
     .apply = set_lines<LineKind::task>,
     .is_set = are_lines<LineKind::task>},
    {.key = "format.quote",
     .icon = icons::quote,
     .shortcut = {Key::digit_0, control_shift},
     .is_insertable = true,
     .apply = set_lines<LineKind::text, 0, true>,
     .is_set = are_lines<LineKind::text, 0, true>},
    {.key = "format.table",
     .icon = icons::table,
     .is_insertable = true,
     .apply =
         [](TextCore& field) {
           constexpr size_t in_first_cell = 2;
           field.insert_block(U"|  |  |  |\n| --- | --- | --- |\n|  |  |  |\n|  |  |  |", in_first_cell);
         },
     .is_set = [](const TextCore& field) { return field.is_in_table(); }},
    {.key = "format.link",
     .icon = icons::link,
     .shortcut = {Key::k, control},
     .is_insertable = true,
     .apply = [](TextCore& field) { field.insert_link(); }},
    {.key = "format.rule",
     .icon = icons::minus,
     .is_insertable = true,
     .apply =
         [](TextCore& field) {
           constexpr size_t behind_it = 4;
           field.insert_block(U"---\n", behind_it);
         }},
};

}  // namespace

std::span<const TextFormat> text_formats() { return formats; }

void draw_sign(ImDrawList* list, const Theme& theme, const TextFormat& format, float size, ImVec2 centre, ImU32 ink) {
  if (format.icon != 0) return draw_icon(list, theme.fonts.text, size, centre, ink, format.icon);
  ImFont* font = theme.fonts.small_bold;
  const ImVec2 label = size_of_line(font, format.label);
  list->AddText(font, font->FontSize, {std::floor(centre.x - label.x / 2), std::floor(centre.y - label.y / 2)}, ink,
                format.label);
}

bool run_format_keys(InputQueue& input, TextCore& field) {
  for (const TextFormat& format : formats) {
    if (format.shortcut.key == Key::none || !input.take(format.shortcut.key, format.shortcut.modifiers)) continue;
    format.apply(field);
    return true;
  }
  return false;
}

}  // namespace canvasbook
