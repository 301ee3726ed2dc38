// The fonts of the paper: coverage, widths, kerning, outlines and subsets. The library is HarfBuzz.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "export/face.h"
#include "export/pages.h"

namespace canvasbook {

struct Glyph {
  std::uint16_t id = 0;       // 0: the face lacks the character
  std::uint16_t advance = 0;  // thousandths of the font size
};

// All lengths in thousandths of the font size, upwards from the baseline.
struct FaceMetrics {
  std::string name;  // PostScript name
  int ascent = 0;
  int descent = 0;  // negative
  int cap_height = 0;
  int italic_angle = 0;  // degrees, negative when leaning right
  int box[4] = {};       // left, bottom, right, top of all glyphs
};

// Faces are opened on first use. Not safe for use by two threads at once: each thread has its own Fonts.
class Fonts {
 public:
  Fonts();
  ~Fonts();
  Fonts(const Fonts&) = delete;
  Fonts& operator=(const Fonts&) = delete;

  Glyph glyph(Face face, char32_t code_point);

  // `wanted` where it has the character, else the fallback of its weight, else nothing.
  std::optional<Face> face_for(Face wanted, char32_t code_point);

  // What is added between two characters, in thousandths of the font size; mostly negative or 0.
  int kerning(Face face, char32_t left, char32_t right);

  FaceMetrics metrics(Face face);

  // A TrueType file with only these glyphs, under their old numbers.
  std::string subset(Face face, const std::vector<std::uint16_t>& glyphs);

  // The outline of an icon in a square of `size` points whose top left corner is (x, y); empty for an unknown name.
  Outline icon(std::string_view name, float x, float y, float size, Rgb fill);

 private:
  struct OpenFace;
  OpenFace& open(Face face);
  std::unique_ptr<OpenFace> faces_[face_count];
};

}  // namespace canvasbook
