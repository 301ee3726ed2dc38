// A text that nobody writes in, laid out once for as long as it, its font and its width stay the same.
#pragma once

#include <imgui.h>

#include <string>

#include "editor/text/rows.h"

namespace canvasbook {

struct TextAtRest {
  std::string source;
  ImFont* font = nullptr;
  float width = 0;  // pixels
  std::u32string text;
  TextRows rows;

  bool is_of(const std::string& of, ImFont* in, float within) const {
    return source == of && font == in && width == within && rows.count() > 0;
  }
};

// Lays a plain text out anew where something of it changed; `width` in pixels.
void lay_out_at_rest(TextAtRest& kept, const std::string& source, ImFont* font, float width);

}  // namespace canvasbook
