// A scrolled column of text and cards in the side panel.
#pragma once

#include "editor/frame/views.h"

namespace canvasbook {

class Column {
 public:
  Column(App& app, const char* name, const Area& area);
  ~Column();
  Column(const Column&) = delete;
  Column& operator=(const Column&) = delete;

  // Wrapped text; returns its height in pixels. `indent` and `after` are logical pixels, as the room below it.
  float text(ImFont* font, ImU32 colour, std::string_view value, float indent = 0, float after = 6);
  void heading(std::string_view value);

  // A card that answers to a click. `sign` stands at its right while the mouse is over it.
  bool card(const std::string& key, std::string_view value, char32_t icon, ImU32 colour, char32_t sign = 0);

  float width = 0;  // pixels for content

 private:
  App& app_;
  const Theme& theme_;
};

}  // namespace canvasbook
