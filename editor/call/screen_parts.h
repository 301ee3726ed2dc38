// The large parts that the call and practice are drawn with, readable from 70 cm.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "editor/frame/app.h"
#include "editor/frame/stop_marks.h"
#include "editor/frame/views.h"
#include "editor/parts/text_at_rest.h"

namespace canvasbook {

inline constexpr float screen_margin = 24;  // logical pixels, as below
inline constexpr float foot_height = 60;
inline constexpr float most_asked = 1.0F / 3;  // of the screen's height, for the values that are asked for

// What can be chosen by a digit or a click.
struct NumberedRow {
  std::string key;
  size_t number = 0;  // from 1; 0 for none, and one above 9 is not shown, for no key chooses it
  std::string text;
  std::string note;  // small, below it
  std::vector<StopMark> stop_marks = {};
  bool is_marked = false;
};

// Draws it at ImGui's cursor; true when it was clicked. `width` in device pixels.
bool draw_numbered_row(App& app, const NumberedRow& row, float width);

// Draws a text that is said, its places to fill in and placeholders marked as where they are written; and the same with
// no row that the clip rectangle cuts.
void draw_spoken(ImDrawList* list, const Theme& theme, const TextAtRest& text, ImVec2 at, ImU32 colour);
void draw_whole_rows(ImDrawList* list, const Theme& theme, const TextAtRest& text, ImVec2 at, ImU32 colour);

// A large sentence with smaller words below it, in the middle of an area.
void draw_in_middle(const App& app, const Area& area, char32_t icon, ImU32 colour, std::string_view title,
                    std::string_view text);

// Begins a room that scrolls; it is ended by EndChild. It goes by so many pixels up or down, or, where it holds
// something else than before, to its top.
void begin_scrolled(const char* name, const Area& area, float by = 0, bool is_new = false);

// The bar at the foot of the screen: buttons from the left, then a sentence where there is room for it, in smaller
// letters where it is narrow.
class Foot {
 public:
  Foot(App& app, const Area& screen);

  // `key` is also the catalog key of the label.
  bool button(std::string_view key, char32_t icon, bool enabled = true);
  void say(std::string_view sentence, ImU32 colour);

 private:
  App& app_;
  Theme of_buttons_;
  float x_;
  float right_;
  float top_;
};

// The digit that was typed in this frame, 0 … 9; -1 for none.
int typed_digit(const App& app);

}  // namespace canvasbook
