// The measures of running text, in points. Internal to export/.
#pragma once

#include <array>

namespace canvasbook::flow_style {

inline constexpr float margin_side = 62;  // on average; mirrored pages move by `binding`
inline constexpr float binding = 13;      // the inner margin is wider, and the outer one narrower, by this
inline constexpr float margin_top = 60;
inline constexpr float margin_bottom = 58;
inline constexpr float head_baseline = 38;  // of the running head, from the top of the page
inline constexpr float head_rule = 44;
inline constexpr float foot_baseline = 31;  // of the page number, from the foot of the page
inline constexpr float furniture_size = 8;  // of running heads and page numbers

inline constexpr float body_size = 10.5F;
inline constexpr float body_line = 14.5F;
inline constexpr float small_size = 9;
inline constexpr float small_line = 12;
inline constexpr float list_indent = 18;
inline constexpr float deepest_indent = 220;  // deeper lists keep this indent, so that a line always has room

struct Heading {
  float size, line, before, after;
};
inline constexpr Heading title{26, 32, 40, 14};  // of a document
inline constexpr std::array<Heading, 6> headings{{{21, 26, 24, 8},
                                                  {14.5F, 19, 18, 6},
                                                  {11.5F, 15.5F, 13, 3},
                                                  {10.5F, 14.5F, 10, 2},
                                                  {10.5F, 14.5F, 8, 2},
                                                  {10.5F, 14.5F, 8, 2}}};

}  // namespace canvasbook::flow_style
