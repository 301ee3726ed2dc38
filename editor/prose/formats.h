// What running text can be given: the buttons of its bar, its keys, and what "/" puts in.
#pragma once

#include <span>

#include "editor/frame/command_table.h"
#include "editor/parts/widgets.h"
#include "editor/text/core.h"

namespace canvasbook {

struct TextFormat {
  const char* key = "";  // catalog key of its name, and the key of its button
  char32_t icon = 0;
  const char* label = "";  // in place of an icon
  Shortcut shortcut = {};
  bool is_insertable = false;  // "/" offers it
  void (*apply)(TextCore&) = nullptr;
  bool (*is_set)(const TextCore&) = nullptr;  // nullptr: never shown as set
  const char* command = nullptr;              // a command that is run instead of writing anything
};

std::span<const TextFormat> text_formats();

// The icon or label of a format in the middle of a place.
void draw_sign(ImDrawList* list, const Theme& theme, const TextFormat& format, float size, ImVec2 centre, ImU32 ink);

// Applies the format whose key was pressed; returns whether one was.
bool run_format_keys(InputQueue& input, TextCore& field);

}  // namespace canvasbook
