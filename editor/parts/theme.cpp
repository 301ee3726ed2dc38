#include "editor/parts/theme.h"

#include <array>
#include <cassert>
#include <cmath>
#include <span>
#include <string_view>
#include <vector>

#include "export/icons.h"
#include "model/base/embedded_file.h"

namespace canvasbook {

std::span<const EmbeddedFile> embedded_fonts();
std::span<const EmbeddedFile> embedded_interface_fonts();

namespace {

constexpr ImU32 rgb(unsigned value, int alpha = 255) {
  return IM_COL32(value >> 16 & 255, value >> 8 & 255, value & 255, alpha);
}

ImVec4 vector_of(ImU32 colour) { return ImGui::ColorConvertU32ToFloat4(colour); }

constexpr Colours light{rgb(0xF4F5F8),
                        rgb(0xFFFFFF),
                        rgb(0xE3E7EE),
                        rgb(0x1F2937),
                        rgb(0x5B6678),
                        rgb(0x8A94A6),
                        rgb(0x3B5BDB),
                        rgb(0xFFFFFF),
                        rgb(0xE0EAFF),
                        rgb(0xEEF1F6),
                        rgb(0x1E293B),
                        rgb(0xB45500),
                        rgb(0x237A43),
                        rgb(0xD92D20),
                        {{rgb(0xF1F3F7), rgb(0x1F2937), rgb(0x5B6678)},
                         {rgb(0xFFF3B0), rgb(0x4D3C00), rgb(0x8A6700)},
                         {rgb(0xFFE3CC), rgb(0x663300), rgb(0xB45500)},
                         {rgb(0xFFDDD2), rgb(0x6E1F14), rgb(0xC23624)},
                         {rgb(0xD3F0E0), rgb(0x0B4529), rgb(0x237A43)},
                         {rgb(0xD6E6FF), rgb(0x12336E), rgb(0x2A57C4)},
                         {rgb(0xE9DDFF), rgb(0x3D1E70), rgb(0x6A3FC0)}}};

constexpr Colours dark{rgb(0x14171D),
                       rgb(0x1D2129),
                       rgb(0x333A47),
                       rgb(0xE6EAF2),
                       rgb(0xA7B0C0),
                       rgb(0x7C8698),
                       rgb(0x7C96FF),
                       rgb(0x10131A),
                       rgb(0x2B3658),
                       rgb(0x282E39),
                       rgb(0x000000),
                       rgb(0xFFB066),
                       rgb(0x6FD39A),
                       rgb(0xFF7A70),
                       {{rgb(0x2B313C), rgb(0xE6EAF2), rgb(0x69748A)},
                        {rgb(0x4A4216), rgb(0xFFF0B0), rgb(0x8A6700)},
                        {rgb(0x4D3015), rgb(0xFFDDBF), rgb(0xB45500)},
                        {rgb(0x4F2720), rgb(0xFFD8CF), rgb(0xC23624)},
                        {rgb(0x1C4030), rgb(0xCDF3DE), rgb(0x237A43)},
                        {rgb(0x1E3358), rgb(0xD6E6FF), rgb(0x2A57C4)},
                        {rgb(0x37285A), rgb(0xE9DDFF), rgb(0x6A3FC0)}}};

constexpr ImWchar text_ranges[] = {0x20,   0x7E,   0xA0,   0x17F,  0x400,  0x45F,  0x490,  0x491,  0x2010,
                                   0x2027, 0x2030, 0x203A, 0x20A0, 0x20BF, 0x2116, 0x2116, 0x2122, 0x2122,
                                   0x2190, 0x2193, 0x2212, 0x2212, 0xFFFD, 0xFFFD, 0};
constexpr ImWchar symbol_ranges[] = {0x2190, 0x21FF, 0x2200, 0x22FF, 0x2500, 0x26FF, 0x2700, 0x27BF, 0xFFFD, 0xFFFD, 0};

std::string_view font_file(std::string_view name) {
  for (const auto& files : {embedded_fonts(), embedded_interface_fonts()}) {
    for (const EmbeddedFile& file : files) {
      if (file.name.ends_with(name)) return file.bytes;
    }
  }
  assert(false && "every font is built into the program");
  return {};
}

// As ranges: those that templates name, and those of the interface.
std::vector<ImWchar> icon_ranges() {
  std::vector<ImWchar> ranges;
  const auto add = [&](char32_t icon) { ranges.insert(ranges.end(), 2, static_cast<ImWchar>(icon)); };
  for (const auto& [name, icon] : icon_names) add(icon);
  for (const char32_t icon : icons::all) add(icon);
  ranges.push_back(0);
  return ranges;
}

GlyphSource source_of(std::string_view name, float pixels, const ImWchar* ranges = text_ranges) {
  return {font_file(name), pixels, ranges};
}

std::vector<GlyphSource> with_symbols(std::string_view name, float pixels) {
  return {source_of(name, pixels), source_of("DejaVuSans.ttf", pixels, symbol_ranges)};
}

std::vector<GlyphSource> with_icons(std::string_view name, float pixels) {
  static const std::vector<ImWchar> wanted = icon_ranges();
  std::vector<GlyphSource> sources = with_symbols(name, pixels);
  sources.push_back(source_of("MaterialIcons-Regular.ttf", std::floor(pixels * 1.25F), wanted.data()));
  sources.back().lower = std::floor(pixels * 0.22F);
  return sources;
}

constexpr int shadow_size = GlyphAtlas::own_square;  // pixels of the texture's side

void paint_shadow(ImFontAtlas& atlas) {
  for (int y = 0; y < shadow_size; ++y) {
    for (int x = 0; x < shadow_size; ++x) {
      const float dx = std::max(0.0F, std::abs(static_cast<float>(x) + 0.5F - 32) - 8);
      const float dy = std::max(0.0F, std::abs(static_cast<float>(y) + 0.5F - 32) - 8);
      const float distance = std::sqrt(dx * dx + dy * dy) / 22;
      const float strength = distance >= 1 ? 0 : std::pow(1 - distance, 2.2F);
      atlas.TexPixelsAlpha8[y * atlas.TexWidth + x] = static_cast<unsigned char>(strength * 255);
    }
  }
}

InterfaceFonts load_fonts(float scale) {
  const auto pixels = [&](float logical) { return std::floor(logical * scale + 0.5F); };
  InterfaceFonts fonts;
  fonts.atlas = std::make_shared<GlyphAtlas>(*ImGui::GetIO().Fonts);
  paint_shadow(*ImGui::GetIO().Fonts);
  GlyphAtlas& atlas = *fonts.atlas;
  const auto letters = [&](std::string_view name, float size) { return atlas.add({source_of(name, pixels(size))}); };
  fonts.text = atlas.add(with_icons("Inter-Medium.otf", pixels(16)));
  fonts.bold = atlas.add(with_symbols("Inter-SemiBold.otf", pixels(16)));
  fonts.small = atlas.add(with_icons("Inter-Regular.otf", pixels(14)));
  fonts.small_bold = atlas.add(with_symbols("Inter-SemiBold.otf", pixels(14)));
  fonts.title = atlas.add(with_symbols("Inter-SemiBold.otf", pixels(21)));
  fonts.note = atlas.add(with_symbols("Inter-Regular.otf", pixels(15)));
  fonts.prose = letters("Inter-Regular.otf", 18);
  fonts.prose_bold = letters("Inter-SemiBold.otf", 18);
  fonts.prose_italic = letters("Inter-Italic.otf", 18);
  fonts.prose_bold_italic = letters("Inter-SemiBoldItalic.otf", 18);
  fonts.heading_1 = letters("Inter-SemiBold.otf", 28);
  fonts.heading_2 = letters("Inter-SemiBold.otf", 24);
  fonts.mono = letters("PTM55F.ttf", 17);
  fonts.large = atlas.add(with_symbols("Inter-Regular.otf", pixels(26)));
  fonts.large_bold = atlas.add(with_symbols("Inter-SemiBold.otf", pixels(26)));
  constexpr std::array<std::string_view, face_count> paper_files{
      "PTS55F.ttf", "PTS75F.ttf",     "PTS56F.ttf",          "PTS76F.ttf",
      "PTM55F.ttf", "DejaVuSans.ttf", "DejaVuSans-Bold.ttf", ""};
  for (size_t size = 0; size < 3; ++size) {
    for (size_t i = 0; i < paper_files.size(); ++i) {
      if (paper_files[i].empty()) continue;
      const bool symbols = static_cast<Face>(i) == Face::fallback || static_cast<Face>(i) == Face::fallback_bold;
      fonts.paper[size][i] =
          atlas.add({source_of(paper_files[i], paper_font_sizes[size], symbols ? symbol_ranges : text_ranges)});
    }
  }
  fonts.board = {atlas.add_zoomed(fonts.note, 1), atlas.add_zoomed(fonts.small, 1),
                 atlas.add_zoomed(fonts.small_bold, 1)};
  return fonts;
}

void set_style(const Colours& colours, float scale) {
  ImGuiStyle style;
  ImGui::StyleColorsLight(&style);
  style.WindowPadding = {16, 14};
  style.FramePadding = {12, 8};
  style.ItemSpacing = {8, 8};
  style.ItemInnerSpacing = {8, 6};
  style.ScrollbarSize = 10;
  style.WindowRounding = 12;
  style.ChildRounding = 10;
  style.FrameRounding = 8;
  style.PopupRounding = 10;
  style.ScrollbarRounding = 8;
  style.GrabRounding = 8;
  style.WindowBorderSize = 0;
  style.FrameBorderSize = 0;
  style.PopupBorderSize = 1;
  style.CircleTessellationMaxError = 0.2F;
  style.DisabledAlpha = 0.4F;
  const std::pair<ImGuiCol, ImU32> entries[] = {
      {ImGuiCol_Text, colours.text},
      {ImGuiCol_TextDisabled, colours.faint},
      {ImGuiCol_WindowBg, colours.background},
      {ImGuiCol_ChildBg, 0},
      {ImGuiCol_PopupBg, colours.panel},
      {ImGuiCol_Border, colours.border},
      {ImGuiCol_FrameBg, colours.hover},
      {ImGuiCol_FrameBgHovered, colours.selection},
      {ImGuiCol_FrameBgActive, colours.selection},
      {ImGuiCol_Button, 0},
      {ImGuiCol_ButtonHovered, colours.hover},
      {ImGuiCol_ButtonActive, colours.selection},
      {ImGuiCol_Header, colours.selection},
      {ImGuiCol_HeaderHovered, colours.hover},
      {ImGuiCol_HeaderActive, colours.selection},
      {ImGuiCol_Separator, colours.border},
      {ImGuiCol_ScrollbarBg, 0},
      {ImGuiCol_ScrollbarGrab, colours.border},
      {ImGuiCol_ScrollbarGrabHovered, colours.faint},
      {ImGuiCol_ScrollbarGrabActive, colours.muted},
      {ImGuiCol_CheckMark, colours.accent},
      {ImGuiCol_NavHighlight, colours.accent},
      {ImGuiCol_ModalWindowDimBg, rgb(0x111827, 90)},
  };
  for (const auto& [entry, colour] : entries) style.Colors[entry] = vector_of(colour);
  style.ScaleAllSizes(scale);
  ImGui::GetStyle() = style;
}

}  // namespace

const Colours& colours_of(ThemeName name) { return name == ThemeName::light ? light : dark; }

float Theme::px(float logical) const { return std::floor(logical * scale + 0.5F); }

Theme make_theme(ThemeName name, float scale) {
  Theme theme;
  theme.name = name;
  theme.scale = scale;
  theme.colours = colours_of(name);
  theme.fonts = load_fonts(scale);
  set_style(theme.colours, scale);
  return theme;
}

void set_board_zoom(const Theme& theme, float zoom) {
  const FontsAtZoom& board = theme.fonts.board;
  for (const ImFont* font : {board.note, board.small, board.small_bold}) theme.fonts.atlas->set_zoom(font, zoom);
}

void draw_shadow(ImDrawList* list, const Theme& theme, ImVec2 from, ImVec2 to, float spread, float strength) {
  const ImVec2 texel = ImGui::GetIO().Fonts->TexUvScale;
  const float inner = spread * 0.5F;
  const float xs[4] = {from.x - spread, from.x + inner, to.x - inner, to.x + spread};
  const float ys[4] = {from.y - spread, from.y + inner, to.y - inner, to.y + spread};
  constexpr float parts[4] = {0, 26, 38, shadow_size};
  const ImU32 colour = (theme.colours.shadow & ~IM_COL32_A_MASK) | static_cast<ImU32>(strength * 255)
                                                                       << IM_COL32_A_SHIFT;
  list->PushTextureID(ImGui::GetIO().Fonts->TexID);
  list->PrimReserve(54, 16);
  const unsigned first = list->_VtxCurrentIdx;
  for (int row = 0; row < 4; ++row) {
    for (int column = 0; column < 4; ++column) {
      const ImVec2 uv{parts[column] * texel.x, parts[row] * texel.y};
      list->PrimWriteVtx({xs[column], ys[row]}, uv, colour);
    }
  }
  for (unsigned row = 0; row < 3; ++row) {
    for (unsigned column = 0; column < 3; ++column) {
      const unsigned corner = first + row * 4 + column;
      for (const unsigned index : {corner, corner + 1, corner + 5, corner, corner + 5, corner + 4}) {
        list->PrimWriteIdx(static_cast<ImDrawIdx>(index));
      }
    }
  }
  list->PopTextureID();
}

void draw_icon(ImDrawList* list, ImFont* font, float size, ImVec2 centre, ImU32 colour, char32_t icon) {
  const ImFontGlyph* glyph = font->FindGlyph(static_cast<ImWchar>(icon));
  if (glyph == nullptr) return;
  const float scale = size / font->FontSize;
  const ImVec2 at{std::floor(centre.x - (glyph->X0 + glyph->X1) * 0.5F * scale + 0.5F),
                  std::floor(centre.y - (glyph->Y0 + glyph->Y1) * 0.5F * scale + 0.5F)};
  font->RenderChar(list, size, at, colour, static_cast<ImWchar>(icon));
}

}  // namespace canvasbook
