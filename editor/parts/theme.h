// The look of the window: colours of the light and the dark theme, fonts, measures.
#pragma once

#include <imgui.h>

#include <memory>

#include "editor/parts/interface_icons.h"
#include "export/face.h"
#include "model/kinds/board.h"

namespace canvasbook {

struct CardColours {
  ImU32 fill;
  ImU32 text;
  ImU32 mark;  // of a segment's sign; white text on it
};

struct Colours {
  ImU32 background, panel, border, text, muted, faint, accent, accent_text, selection, hover, shadow, warning, good,
      misspelt;
  CardColours card[7];  // by Colour

  const CardColours& of(Colour colour) const { return card[static_cast<int>(colour)]; }
};

enum class ThemeName { light, dark };
const Colours& colours_of(ThemeName name);

// The fonts of a board that is nearer or farther: measured as note, small and small_bold, drawn from larger or smaller
// letters, so that they are sharp where they are scaled.
struct ZoomedFonts {
  std::shared_ptr<ImFont> note;
  std::shared_ptr<ImFont> small;
  std::shared_ptr<ImFont> small_bold;
};

// Fonts of the interface at one scale, and those of the paper for the preview.
struct InterfaceFonts {
  ImFont* text = nullptr;
  ImFont* bold = nullptr;
  ImFont* small = nullptr;
  ImFont* small_bold = nullptr;
  ImFont* title = nullptr;
  ImFont* note = nullptr;
  ZoomedFonts nearer;
  ZoomedFonts farther;
  // Running text, which has letters alone; `text` has symbols too. The smallest headings are in `title`.
  ImFont* prose = nullptr;
  ImFont* prose_bold = nullptr;
  ImFont* prose_italic = nullptr;
  ImFont* prose_bold_italic = nullptr;
  ImFont* heading_1 = nullptr;
  ImFont* heading_2 = nullptr;
  ImFont* mono = nullptr;
  ImFont* paper[3][face_count] = {};  // by size and Face
  ImVec2 shadow_from;                 // texture coordinates of the soft shadow
  ImVec2 shadow_to;
};
inline constexpr float paper_font_sizes[3] = {9, 18, 40};  // pixels; the preview scales the next larger one

// Everything that drawing asks about the look.
struct Theme {
  ThemeName name = ThemeName::light;
  float scale = 1;  // of logical pixels
  Colours colours{};
  InterfaceFonts fonts;

  // Logical pixels as whole device pixels.
  float px(float logical) const;
};

// Builds fonts and style of the current ImGui context for a scale. The font texture has to be uploaded anew after it.
Theme make_theme(ThemeName name, float scale);

// A soft shadow around a rectangle, drawn with one small texture.
void draw_shadow(ImDrawList* list, const Theme& theme, ImVec2 from, ImVec2 to, float spread, float strength);

// An icon centred on a point.
void draw_icon(ImDrawList* list, ImFont* font, float size, ImVec2 centre, ImU32 colour, char32_t icon);

}  // namespace canvasbook
