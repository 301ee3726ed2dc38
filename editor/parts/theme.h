// The look of the window: colours of the light and the dark theme, fonts, measures.
#pragma once

#include <imgui.h>

#include <memory>

#include "editor/parts/glyph_atlas.h"
#include "editor/parts/interface_icons.h"
#include "export/face.h"
#include "model/kinds/board.h"

namespace canvasbook {

class Placeholders;

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

// The fonts of the board's texts at its zoom, see set_board_zoom.
struct FontsAtZoom {
  ImFont* note = nullptr;
  ImFont* small = nullptr;
  ImFont* small_bold = nullptr;
};

// Fonts of the interface at one scale, and those of the paper for the preview. They have letters once these are drawn.
struct InterfaceFonts {
  ImFont* text = nullptr;
  ImFont* bold = nullptr;
  ImFont* small = nullptr;
  ImFont* small_bold = nullptr;
  ImFont* title = nullptr;
  ImFont* note = nullptr;
  FontsAtZoom board;
  // Running text, which has letters alone; `text` has symbols too. The smallest headings are in `title`.
  ImFont* prose = nullptr;
  ImFont* prose_bold = nullptr;
  ImFont* prose_italic = nullptr;
  ImFont* prose_bold_italic = nullptr;
  ImFont* heading_1 = nullptr;
  ImFont* heading_2 = nullptr;
  ImFont* mono = nullptr;
  ImFont* large = nullptr;  // to be read from a distance
  ImFont* large_bold = nullptr;
  ImFont* paper[3][face_count] = {};  // by size and Face
  std::shared_ptr<GlyphAtlas> atlas;  // that paints them all
};
inline constexpr float paper_font_sizes[3] = {9, 18, 40};  // pixels; the preview scales the next larger one

// Everything that drawing asks about the look.
struct Theme {
  ThemeName name = ThemeName::light;
  float scale = 1;  // of logical pixels
  Colours colours{};
  InterfaceFonts fonts;
  std::shared_ptr<const Placeholders> placeholders = {};  // of the open workbook: they tell known names from others

  // Logical pixels as whole device pixels.
  float px(float logical) const;
};

// Builds fonts and style of the current ImGui context for a scale. The font texture has to be uploaded anew after it.
Theme make_theme(ThemeName name, float scale);

// Sets the zoom (1 for 100 %) of `fonts.board`; costs next to nothing, also where it stays. Call it before the board is
// drawn. These fonts are measured as note, small and small_bold at 100 %, so that a text has the same lines at every
// zoom, and are drawn at 100 % into a place that is scaled by the zoom afterwards: there each letter is as large as its
// picture in the texture. Where align_letters() then moves the letters to whole pixels, their lines are sharp.
void set_board_zoom(const Theme& theme, float zoom);

// A soft shadow around a rectangle, drawn with one small texture.
void draw_shadow(ImDrawList* list, const Theme& theme, ImVec2 from, ImVec2 to, float spread, float strength);

// An icon centred on a point.
void draw_icon(ImDrawList* list, ImFont* font, float size, ImVec2 centre, ImU32 colour, char32_t icon);

// A colour of another strength, from 0 to 255.
inline ImU32 with_strength(ImU32 colour, ImU32 strength) {
  return (colour & ~IM_COL32_A_MASK) | strength << IM_COL32_A_SHIFT;
}

}  // namespace canvasbook
