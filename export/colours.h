// The colours of the paper. Each tint has a dark shade of its hue for text and a strong one for segment marks.
#pragma once

#include <array>

#include "export/pages.h"
#include "model/kinds/board.h"

namespace canvasbook::paper_colours {

inline constexpr Rgb text{0x1F, 0x29, 0x37};
inline constexpr Rgb muted{0x5B, 0x66, 0x78};
inline constexpr Rgb faint{0x8A, 0x94, 0xA6};
inline constexpr Rgb line{0xD5, 0xDB, 0xE5};
inline constexpr Rgb panel{0xFA, 0xFB, 0xFD};
inline constexpr Rgb frame{0xEE, 0xF1, 0xF7};
inline constexpr Rgb accent{0x3B, 0x5B, 0xDB};
inline constexpr Rgb white{0xFF, 0xFF, 0xFF};
inline constexpr Rgb code{0xF3, 0xF5, 0xF9};

struct Tint {
  Rgb fill;
  Rgb text;
  Rgb mark;  // white text on it has a contrast of at least 4.5 : 1
};

// Greys that a printer with black alone keeps apart, from the lightest, each with what is written on it at a contrast
// of at least 4.5 : 1.
struct Shade {
  Rgb fill;
  Rgb text;
};
inline constexpr std::array<Shade, 5> shades{{{white, text},
                                              {{0xE0, 0xE0, 0xE0}, text},
                                              {{0xBD, 0xBD, 0xBD}, text},
                                              {{0x94, 0x94, 0x94}, text},
                                              {{0x4A, 0x4A, 0x4A}, white}}};

constexpr Tint tint(Colour colour) {
  switch (colour) {
    case Colour::yellow:
      return {{0xFF, 0xF1, 0xAE}, {0x4D, 0x3C, 0x00}, {0x8A, 0x67, 0x00}};
    case Colour::orange:
      return {{0xFF, 0xE1, 0xC8}, {0x66, 0x33, 0x00}, {0xB4, 0x55, 0x00}};
    case Colour::red:
      return {{0xFF, 0xD9, 0xD2}, {0x6E, 0x1F, 0x14}, {0xC2, 0x36, 0x24}};
    case Colour::green:
      return {{0xD2, 0xF0, 0xDE}, {0x0B, 0x45, 0x29}, {0x23, 0x7A, 0x43}};
    case Colour::blue:
      return {{0xD7, 0xE5, 0xFF}, {0x12, 0x33, 0x6E}, {0x2A, 0x57, 0xC4}};
    case Colour::violet:
      return {{0xE8, 0xDD, 0xFF}, {0x3D, 0x1E, 0x70}, {0x6A, 0x3F, 0xC0}};
    case Colour::none:
      break;
  }
  return {{0xEC, 0xEF, 0xF4}, text, muted};
}

}  // namespace canvasbook::paper_colours
