// A text field of one line with a border, and the focus among the fields of a dialog.
#pragma once

#include <imgui.h>

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "editor/text/core.h"

namespace canvasbook {

class App;

// What a field holds from frame to frame; a dialog has one for each of its fields.
struct LineField {
  LineField() = default;
  explicit LineField(std::string_view utf8) : core(utf8) {}

  std::string text() const { return core.utf8(); }
  void set_text(std::string_view utf8) { core.set_text(utf8); }

  TextCore core;
  std::string ending;  // of a file's name, such as ".pdf": it stays when the selected text is typed over

  // Of the last drawing.
  float scroll = 0;  // pixels, so that the caret is in view
  bool had_focus = false;
};

// The whole number that a field holds, if it is one of these.
std::optional<int> number_in(const LineField& field, int least, int most);

struct LineFieldResult {
  bool changed = false;
  bool entered = false;  // Enter: confirms the dialog
  bool left = false;     // Escape, or a click elsewhere; for a title that is written in its place
};

// Draws the field, 38 logical pixels high, at ImGui's cursor; `width` in device pixels, 0 takes what the window has.
// It has the caret while app.focused_field is `key`: set that once to begin in it, the text but for its ending is then
// selected. A click
// focuses it; a click elsewhere takes nothing away. Line feeds that are pasted become blanks; Escape is left to the
// dialog. Keys that the dialog takes from app.input before (arrows of a list below) do not reach the field.
LineFieldResult line_field(App& app, std::string_view key, LineField& field, float width = 0,
                           std::string_view placeholder = {}, char32_t icon = 0);

// The text of such a field alone, with caret and selection but no box, which reads the keys of this frame: for a title
// that is written in its place. The text has to be laid out in `any_width`; `scroll` is kept by the caller. Its part
// is `key`.
LineFieldResult write_line(App& app, std::string_view key, TextCore& core, float& scroll, ImFont* font, ImVec2 from,
                           ImVec2 to);

// The name of the field that follows, small and muted, on a line of its own.
void field_label(const App& app, std::string_view text);

}  // namespace canvasbook
