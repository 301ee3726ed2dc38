// The parts of larger dialogs: the order in which the keyboard goes through them, and controls that keep to it.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "editor/frame/app.h"
#include "editor/frame/line_field.h"

namespace canvasbook {

// Which part of a dialog the keyboard is at. The order of the parts is that of the last frame.
class DialogFocus {
 public:
  // Goes to a part, which may come only with the next frame.
  void set(std::string key);
  const std::string& key() const { return key_; }

  // Around the drawing of the parts. Tab and Shift+Tab step, with `arrows` the arrow keys too; while a text field has
  // the caret only at the end, so that what was typed before the Tab is where it belongs.
  void begin(App& app, bool arrows);
  void end(App& app);

  // The next part in the order; returns whether the keyboard is at it.
  bool add(std::string_view key);

  // Behind the drawing of a part in a list that scrolls: brings it into view once the keyboard has come to it, to this
  // part of the list's height.
  void show(std::string_view key, float at = 0.5F);

 private:
  void take_tabs(App& app, const std::vector<std::string>& order);
  void step(const std::vector<std::string>& order, int by);

  std::string key_;                 // empty: the first part
  std::string shown_;               // the part that was brought into view last
  bool is_new_ = false;             // so that it may be missing in the last frame
  std::vector<std::string> order_;  // of the last frame, and then of this one
};

// A button that the keyboard reaches; Space and Enter press it.
bool dialog_button(App& app, DialogFocus& focus, std::string_view key, std::string_view label, char32_t icon = 0,
                   ButtonStyle style = ButtonStyle::plain, bool enabled = true, float width = 0);

// The buttons that end a dialog, below its other parts and beside one another where there is room; each has the words
// of its key, the first is the primary one. Returns the key of that which was pressed, empty for none. Ends the order
// of the parts.
std::string_view dialog_answers(App& app, DialogFocus& focus, std::initializer_list<const char*> keys,
                                bool can_confirm = true);

enum class MarkShape { box, circle };
enum class MarkState { off, partly, on };

// A box to check or a circle to choose by, with its label; true when it was clicked, or Space was pressed on it. One
// that is not enabled is grey, and the keyboard passes over it.
bool dialog_option(App& app, DialogFocus& focus, std::string_view key, std::string_view label, MarkShape shape,
                   MarkState state, float width = 0, bool enabled = true);

// The width of a dialog_option, in pixels.
float dialog_option_width(const App& app, std::string_view label);

// A text field of one line whose caret follows `focus`.
LineFieldResult dialog_field(App& app, DialogFocus& focus, std::string_view key, LineField& field, float width = 0,
                             std::string_view placeholder = {});

// Right behind the beginning of a list that scrolls: one that opens shows its beginning, wherever it was left last
// time.
void begin_at_top();

// A sentence with a sign before it, on a tinted ground, of which `right_room` pixels stay free for a button.
void dialog_notice(const App& app, std::string_view text, char32_t icon, ImU32 colour, float right_room = 0);

// "820 KB", "12 MB"; at least one KB.
std::string size_text(const Catalog& catalog, std::uint64_t bytes);

// A path on one line, without its first folders where it is wider than `width` pixels: "…/plans/2026".
void draw_path(ImDrawList* list, ImFont* font, ImVec2 at, float width, ImU32 colour, const std::string& path);

}  // namespace canvasbook
