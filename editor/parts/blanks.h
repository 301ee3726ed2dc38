// What stands in brackets in a text, [имя] or {sum}, as it is marked in every text of the window: places to fill in and
// placeholders. They differ in shape, not in colour alone.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <string_view>
#include <vector>

#include "editor/parts/theme.h"
#include "editor/text/rows.h"

namespace canvasbook {

// A place to fill in has a filled ground; a placeholder that the workbook knows has a frame with round ends; one that
// nobody knows has a dashed line below it.
enum class BlankLook : std::uint8_t { to_fill, known, unknown };

// That of words with their brackets.
BlankLook look_of_blank(const Theme& theme, std::string_view words);

// That of the one which holds a place of a text: the brackets around it are looked for.
BlankLook look_of_blank_at(const Theme& theme, std::u32string_view text, size_t place);

// Those of a line, in code points.
std::vector<TextRange> blanks_in(std::u32string_view line);

// Marks one, between its corners.
void draw_blank(ImDrawList* list, const Theme& theme, ImVec2 from, ImVec2 to, BlankLook look);

// Marks those of a plain text whose rows show in the clip rectangle.
void draw_blanks(ImDrawList* list, const Theme& theme, const TextRows& rows, std::u32string_view text, ImVec2 at);

}  // namespace canvasbook
