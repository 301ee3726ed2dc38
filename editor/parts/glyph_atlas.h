// Letters for Dear ImGui that are painted into its font texture when they are first drawn. All can be measured from the
// beginning, so nothing has to be laid out anew.
#pragma once

#include <imgui.h>

#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace canvasbook {

// Where a font takes letters from. The bytes and the ranges have to stay.
struct GlyphSource {
  std::string_view file;            // the bytes of a font
  float size = 0;                   // pixels from the top of the letters to their foot
  const ImWchar* ranges = nullptr;  // pairs from and to, ended by 0
  float lower = 0;                  // pixels by which its letters are moved down
};

class GlyphAtlas {
 public:
  // A square at the upper left corner of the texture that no letter takes, for the owner's own picture.
  static constexpr int own_square = 64;

  // Takes an atlas over: what fonts it had are gone.
  explicit GlyphAtlas(ImFontAtlas& atlas);
  ~GlyphAtlas();
  GlyphAtlas(const GlyphAtlas&) = delete;
  GlyphAtlas& operator=(const GlyphAtlas&) = delete;

  // A font that has what its sources have, the first one that knows a letter.
  ImFont* add(std::vector<GlyphSource> sources);

  // The font that is `by` times as large as `like`, which is of this atlas; made when it is asked for first.
  ImFont* enlarged(const ImFont* like, float by);

  // A font that is measured as `like`, which is of this atlas, but whose letters are painted for a place where all that
  // is drawn gets larger by `zoom`: there they need no scaling. Each source's size becomes a whole number of pixels.
  ImFont* add_zoomed(const ImFont* like, float zoom);
  void set_zoom(const ImFont* zoomed, float zoom);

  // Paints the letters that a frame has drawn for the first time. If it returns true the frame has to be drawn once
  // more. Letters that are in no font count as the replacement character.
  bool paint_missing(const ImDrawData& drawn);
  bool take_changes() { return std::exchange(is_changed_, false); }  // whether the texture has to be uploaded

  size_t painted() const;  // letters, each once a font; for tests

 private:
  struct Letters;
  struct Font;

  bool paint(Font& font, ImFontGlyph& glyph);  // false where the texture is full
  void begin_anew();
  void set_height(int height);

  ImFontAtlas& atlas_;
  std::unique_ptr<Letters> letters_;
  std::vector<Font> fonts_;
  int x_ = 0;  // the next free place, and the height of its row
  int y_ = 0;
  int row_ = 0;
  bool is_changed_ = true;
  bool is_fresh_ = true;  // since it was begun anew, no frame was whole
};

// Moves the letters among the vertices from `first` on up or down to whole pixels, which makes their strokes sharp;
// across they stay, so that the space between them is even.
void align_letters(ImDrawList& list, int first);

}  // namespace canvasbook
