#include "editor/parts/glyph_atlas.h"

#include <freetype/freetype.h>
#include <freetype/ftadvanc.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstring>
#include <map>
#include <utility>

namespace canvasbook {

namespace {

constexpr int texture_width = 2048;
constexpr int least_height = 512;
constexpr int largest_height = 8192;
constexpr int letters_from = GlyphAtlas::own_square + 2;  // the row below the square, Dear ImGui's white and its lines
constexpr int gap = 1;

// What is drawn for letters that no source has. Fonts keep it by another number: their tables go up to the largest.
constexpr unsigned replacement = 0xFFFD;
constexpr ImWchar kept_replacement = 1;

float whole_pixels(FT_Pos length) { return static_cast<float>((length + 63) >> 6); }

bool is_in(const ImWchar* ranges, unsigned character) {
  for (; *ranges != 0; ranges += 2) {
    if (character >= ranges[0] && character <= ranges[1]) return true;
  }
  return false;
}

// A letter that is not painted yet says in its place in the texture which one it is.
void set_missing(ImFontGlyph& glyph, size_t font) {
  glyph.X0 = glyph.Y0 = 0;
  glyph.X1 = glyph.Y1 = 1;
  glyph.U0 = glyph.U1 = -1 - static_cast<float>(font);
  glyph.V0 = glyph.V1 = -static_cast<float>(glyph.Codepoint);
  glyph.Visible = glyph.Codepoint != ' ' && glyph.Codepoint != '\t' ? 1 : 0;
}

bool is_missing(const ImFontGlyph& glyph) { return glyph.U0 < 0; }

}  // namespace

// The font files, and which letters they have.
struct GlyphAtlas::Letters {
  struct Letter {
    ImWchar character = 0;
    FT_Fixed advance = 0;  // units of the file
  };

  Letters() {
    [[maybe_unused]] const FT_Error error = FT_Init_FreeType(&library);
    assert(error == 0);
  }
  ~Letters() { FT_Done_FreeType(library); }
  Letters(const Letters&) = delete;
  Letters& operator=(const Letters&) = delete;

  FT_Face face(std::string_view file) {
    FT_Face& face = faces[file.data()];
    if (face == nullptr) {
      [[maybe_unused]] const FT_Error error = FT_New_Memory_Face(library, reinterpret_cast<const FT_Byte*>(file.data()),
                                                                 static_cast<FT_Long>(file.size()), 0, &face);
      assert(error == 0 && "the fonts that are built in are sound");
    }
    return face;
  }

  FT_Face sized_face(const GlyphSource& source) {
    FT_Face const sized = face(source.file);
    float& now = sizes[sized];
    if (now != source.size) {
      FT_Size_RequestRec request{FT_SIZE_REQUEST_TYPE_REAL_DIM, 0, static_cast<FT_Long>(source.size * 64), 0, 0};
      FT_Request_Size(sized, &request);
      now = source.size;
    }
    return sized;
  }

  const std::vector<Letter>& of(const GlyphSource& source) {
    std::vector<Letter>& letters = known[{source.file.data(), source.ranges}];
    if (!letters.empty()) return letters;
    FT_Face const having = face(source.file);
    for (const ImWchar* range = source.ranges; *range != 0; range += 2) {
      for (unsigned character = range[0]; character <= range[1]; ++character) {
        const FT_UInt index = FT_Get_Char_Index(having, character);
        Letter letter{static_cast<ImWchar>(character)};
        if (index == 0 || FT_Get_Advance(having, index, FT_LOAD_NO_SCALE, &letter.advance) != 0) continue;
        letters.push_back(letter);
      }
    }
    return letters;
  }

  FT_Library library = nullptr;
  std::map<const char*, FT_Face> faces;
  std::map<FT_Face, float> sizes;
  std::map<std::pair<const char*, const ImWchar*>, std::vector<Letter>> known;
};

struct GlyphAtlas::Font {
  ImFont* font = nullptr;
  std::vector<GlyphSource> sources;
  std::vector<GlyphSource> unzoomed;
  float zoom = 1;
};

GlyphAtlas::GlyphAtlas(ImFontAtlas& atlas) : atlas_(atlas), letters_(std::make_unique<Letters>()) {
  atlas_.Clear();
  atlas_.Flags |= ImFontAtlasFlags_NoMouseCursors;
  ImFontAtlasBuildInit(&atlas_);
  const auto place = [&](int id, int x) {
    ImFontAtlasCustomRect* rectangle = atlas_.GetCustomRectByIndex(id);
    assert(rectangle->Height <= own_square);
    rectangle->X = static_cast<unsigned short>(x);
    rectangle->Y = 0;
  };
  place(atlas_.PackIdMouseCursors, own_square + 2);
  place(atlas_.PackIdLines, own_square + 6);
  atlas_.TexWidth = texture_width;
  set_height(least_height);
  begin_anew();
}

GlyphAtlas::~GlyphAtlas() = default;

void GlyphAtlas::set_height(int height) {
  const size_t size = static_cast<size_t>(texture_width) * static_cast<size_t>(height);
  auto* pixels = static_cast<unsigned char*>(IM_ALLOC(size));
  std::memset(pixels, 0, size);
  if (atlas_.TexPixelsAlpha8 != nullptr) {
    std::memcpy(pixels, atlas_.TexPixelsAlpha8, static_cast<size_t>(texture_width) * letters_from);
  }
  atlas_.ClearTexData();
  atlas_.TexPixelsAlpha8 = pixels;
  atlas_.TexHeight = height;
  atlas_.TexUvScale = {1.0F / texture_width, 1.0F / static_cast<float>(height)};
  ImFontAtlasBuildFinish(&atlas_);
}

void GlyphAtlas::begin_anew() {
  const size_t kept = static_cast<size_t>(texture_width) * letters_from;
  std::memset(atlas_.TexPixelsAlpha8 + kept, 0, static_cast<size_t>(texture_width) * atlas_.TexHeight - kept);
  for (size_t i = 0; i < fonts_.size(); ++i) {
    for (ImFontGlyph& glyph : fonts_[i].font->Glyphs) set_missing(glyph, i);
  }
  x_ = gap;
  y_ = letters_from;
  row_ = 0;
  is_fresh_ = true;
}

ImFont* GlyphAtlas::add(std::vector<GlyphSource> sources) {
  ImFont* font = IM_NEW(ImFont);
  atlas_.Fonts.push_back(font);
  font->ContainerAtlas = &atlas_;
  font->FontSize = sources.front().size;
  const FT_Size_Metrics& metrics = letters_->sized_face(sources.front())->size->metrics;
  font->Ascent = whole_pixels(metrics.ascender);
  font->Descent = whole_pixels(metrics.descender);
  size_t most = 0;
  for (const GlyphSource& source : sources) most += letters_->of(source).size();
  font->Glyphs.reserve(static_cast<int>(most) + 1);  // and the tabulator
  std::vector<bool> has(0x10000);
  for (const GlyphSource& source : sources) {
    const FT_Fixed scale = letters_->sized_face(source)->size->metrics.x_scale;
    for (const Letters::Letter& letter : letters_->of(source)) {
      if (has[letter.character]) continue;
      has[letter.character] = true;
      ImFontGlyph glyph{};
      glyph.Codepoint = letter.character == replacement ? kept_replacement : letter.character;
      glyph.AdvanceX = static_cast<float>((FT_MulFix(letter.advance, scale) + 32) >> 6);
      set_missing(glyph, fonts_.size());
      font->Glyphs.push_back(glyph);
    }
  }
  font->FallbackChar = kept_replacement;
  font->BuildLookupTable();
  fonts_.push_back({font, std::move(sources), {}, 1});
  return font;
}

ImFont* GlyphAtlas::enlarged(const ImFont* like, float by) {
  std::vector<GlyphSource> sources = std::ranges::find(fonts_, like, &Font::font)->sources;
  for (GlyphSource& source : sources) {
    source.size = std::floor(source.size * by + 0.5F);
    source.lower = std::floor(source.lower * by);
  }
  const auto is_same = [](const GlyphSource& one, const GlyphSource& other) {
    return one.file.data() == other.file.data() && one.size == other.size && one.ranges == other.ranges &&
           one.lower == other.lower;
  };
  const auto known = std::ranges::find_if(fonts_, [&](const Font& font) {
    return font.unzoomed.empty() && std::ranges::equal(font.sources, sources, is_same);
  });
  return known != fonts_.end() ? known->font : add(std::move(sources));
}

ImFont* GlyphAtlas::add_zoomed(const ImFont* like, float zoom) {
  const auto* const measured = &*std::ranges::find(fonts_, like, &Font::font);
  ImFont* font = IM_NEW(ImFont)(*like);
  atlas_.Fonts.push_back(font);
  font->BuildLookupTable();  // which points into the letters
  std::vector<GlyphSource> sources = measured->sources;
  fonts_.push_back({font, {}, std::move(sources), 0});
  set_zoom(font, zoom);
  return font;
}

void GlyphAtlas::set_zoom(const ImFont* zoomed, float zoom) {
  const auto found = std::ranges::find(fonts_, zoomed, &Font::font);
  if (found->zoom == zoom) return;
  found->zoom = zoom;
  found->sources = found->unzoomed;
  for (GlyphSource& source : found->sources) {
    source.size = std::max(1.0F, std::floor(source.size * zoom + 0.5F));
    source.lower *= zoom;
  }
  for (ImFontGlyph& glyph : found->font->Glyphs) set_missing(glyph, static_cast<size_t>(found - fonts_.begin()));
}

bool GlyphAtlas::paint(Font& font, ImFontGlyph& glyph) {
  const unsigned character = glyph.Codepoint == kept_replacement ? replacement : glyph.Codepoint;
  const auto source = std::ranges::find_if(font.sources, [&](const GlyphSource& from) {
    return is_in(from.ranges, character) && FT_Get_Char_Index(letters_->face(from.file), character) != 0;
  });
  assert(source != font.sources.end());
  FT_Face const face = letters_->sized_face(*source);
  const bool has_picture = FT_Load_Char(face, character, FT_LOAD_NO_BITMAP | FT_LOAD_TARGET_LIGHT) == 0 &&
                           FT_Render_Glyph(face->glyph, FT_RENDER_MODE_NORMAL) == 0;
  const FT_Bitmap& picture = face->glyph->bitmap;
  const int width = has_picture ? static_cast<int>(picture.width) : 0;
  const int height = has_picture ? static_cast<int>(picture.rows) : 0;
  if (x_ + width + gap > texture_width) {
    x_ = gap;
    y_ += row_ + gap;
    row_ = 0;
  }
  if (y_ + height + gap > atlas_.TexHeight) return false;
  for (int row = 0; row < height; ++row) {
    std::memcpy(atlas_.TexPixelsAlpha8 + std::ptrdiff_t{y_ + row} * texture_width + x_,
                picture.buffer + std::ptrdiff_t{row} * picture.pitch, static_cast<size_t>(width));
  }
  const float baseline = std::floor(font.font->Ascent * font.zoom + 0.5F) + std::floor(source->lower);
  const auto left = static_cast<float>(face->glyph->bitmap_left);
  const float top = baseline - static_cast<float>(face->glyph->bitmap_top);
  glyph.Visible = width > 0 && height > 0 ? 1 : 0;
  glyph.X0 = left / font.zoom;
  glyph.Y0 = top / font.zoom;
  glyph.X1 = (left + static_cast<float>(width)) / font.zoom;
  glyph.Y1 = (top + static_cast<float>(height)) / font.zoom;
  glyph.U0 = static_cast<float>(x_) * atlas_.TexUvScale.x;
  glyph.V0 = static_cast<float>(y_) * atlas_.TexUvScale.y;
  glyph.U1 = static_cast<float>(x_ + width) * atlas_.TexUvScale.x;
  glyph.V1 = static_cast<float>(y_ + height) * atlas_.TexUvScale.y;
  x_ += width + gap;
  row_ = std::max(row_, height);
  return true;
}

bool GlyphAtlas::paint_missing(const ImDrawData& drawn) {
  bool has_painted = false;
  for (int i = 0; i < drawn.CmdListsCount; ++i) {
    for (const ImDrawVert& vertex : drawn.CmdLists[i]->VtxBuffer) {
      if (vertex.uv.x > -0.5F) continue;
      Font& font = fonts_[static_cast<size_t>(std::lround(-vertex.uv.x)) - 1];
      ImFontGlyph& glyph = font.font->Glyphs[font.font->IndexLookup[static_cast<int>(std::lround(-vertex.uv.y))]];
      if (!is_missing(glyph)) continue;
      has_painted = is_changed_ = true;
      if (paint(font, glyph)) continue;
      if (is_fresh_ && atlas_.TexHeight < largest_height) set_height(atlas_.TexHeight * 2);
      begin_anew();
      return true;
    }
  }
  if (!has_painted) is_fresh_ = false;
  return has_painted;
}

size_t GlyphAtlas::painted() const {
  size_t count = 0;
  for (const Font& font : fonts_) {
    count += static_cast<size_t>(std::ranges::count_if(
        font.font->Glyphs, [](const ImFontGlyph& glyph) { return !is_missing(glyph) && glyph.Visible != 0; }));
  }
  return count;
}

void align_letters(ImDrawList& list, int first) {
  constexpr float even = 1.0F / 64;  // so that the letters of a line that is half a pixel off go the same way
  for (int i = first; i + 4 <= list.VtxBuffer.Size;) {
    ImDrawVert* const corner = &list.VtxBuffer[i];
    const bool is_letter = corner[0].uv.x < corner[2].uv.x && corner[0].uv.y < corner[2].uv.y &&
                           corner[1].uv.x == corner[2].uv.x && corner[1].uv.y == corner[0].uv.y &&
                           corner[3].uv.x == corner[0].uv.x && corner[3].uv.y == corner[2].uv.y;
    if (!is_letter) {
      ++i;
      continue;
    }
    const float by = std::floor(corner[0].pos.y + 0.5F + even) - corner[0].pos.y;
    for (int k = 0; k < 4; ++k) corner[k].pos.y += by;
    i += 4;
  }
}

}  // namespace canvasbook
