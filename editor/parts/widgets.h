// The small parts of the window. Every part is known by a key, which is also its catalog key where it has a label; a
// register of all parts of the last frame lets tests click by key in any language.
#pragma once

#include <imgui.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "editor/parts/theme.h"

namespace canvasbook {

// Where the parts of a frame stand.
class PartRegister {
 public:
  struct Part {
    std::string key;
    ImVec2 from;
    ImVec2 to;
    ImVec2 corner;         // the upper left one, seen or not
    bool visible = false;  // some of it is inside the clipping rectangle: then the place is that of what is seen
    bool fits = true;      // its label is inside it
  };

  void clear() {
    parts_.clear();
    was_written_ = std::exchange(written_, std::nullopt);
  }
  void add(std::string_view key, ImVec2 from, ImVec2 to, bool fits = true);
  void add_last(std::string_view key);  // the last ImGui item
  const Part* find(std::string_view key) const;
  const std::vector<Part>& parts() const { return parts_; }

  // The text that has the caret: what shows of it, in this frame or, before it is drawn, in the last one.
  using Corners = std::pair<ImVec2, ImVec2>;
  // `caret`: where the caret stands on its row.
  void add_written(ImVec2 from, ImVec2 to, ImVec2 caret);
  const std::optional<Corners>& written() const { return written_ ? written_ : was_written_; }
  ImVec2 caret() const { return caret_; }  // of that text

 private:
  std::vector<Part> parts_;
  std::optional<Corners> written_;
  std::optional<Corners> was_written_;
  ImVec2 caret_{};
};

// What every part needs to be drawn.
struct PartContext {
  const Theme& theme;
  PartRegister& parts;
};

// `entry` and `selected_entry` stand in a list, with the label at the left.
enum class ButtonStyle { plain, primary, selected, entry, selected_entry };

// A button with an optional icon; true when pressed. `label` may be empty for an icon alone.
bool button(const PartContext& context, std::string_view key, std::string_view label, char32_t icon = 0,
            ButtonStyle style = ButtonStyle::plain, bool enabled = true, float width = 0);

// ImGui's button without looks, which must not be of no size: where there is no room for it, it is a pixel wide.
bool invisible_button(const char* key, ImVec2 size, ImGuiButtonFlags flags = 0);

// The width that a button will have, in pixels.
float button_width(const PartContext& context, std::string_view label, char32_t icon);

// Whether a point lies in a rectangle; its right and lower edges are outside.
inline bool contains(ImVec2 from, ImVec2 to, ImVec2 point) {
  return point.x >= from.x && point.x < to.x && point.y >= from.y && point.y < to.y;
}

// The size in pixels of a text on one line, in the font's own size or in another one.
ImVec2 size_of_line(ImFont* font, std::string_view text, float size = 0);
float width_of_line(ImFont* font, std::string_view text, float size = 0);

// Text that breaks at `width` pixels; returns its height.
float wrapped_text(ImDrawList* list, ImFont* font, ImVec2 at, float width, ImU32 colour, std::string_view text);
float wrapped_height(ImFont* font, float width, std::string_view text);

// A paragraph as wide as the window has room; the next part stands below it.
void paragraph(const PartContext& context, std::string_view text, ImU32 colour);

// The next button goes beside the last one where it fits, else below.
void flow_beside(const PartContext& context, std::string_view label, char32_t icon = 0);

// Text on one line, cut with "…" where it is wider than `width`.
void clipped_text(ImDrawList* list, ImFont* font, ImVec2 at, float width, ImU32 colour, std::string_view text);

}  // namespace canvasbook
