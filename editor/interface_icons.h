// Icons of the interface: code points of the Material Icons font.
#pragma once

namespace canvasbook::icons {

inline constexpr char32_t add = 0xE145;
inline constexpr char32_t arrow_back = 0xE5C4;
inline constexpr char32_t arrow_forward = 0xE5C8;
inline constexpr char32_t check = 0xE5CA;
inline constexpr char32_t close = 0xE5CD;
inline constexpr char32_t canvas = 0xE871;
inline constexpr char32_t document = 0xE873;
inline constexpr char32_t export_ = 0xE415;
inline constexpr char32_t folder = 0xE2C7;
inline constexpr char32_t guide = 0xE0F0;
inline constexpr char32_t language = 0xE8E2;
inline constexpr char32_t preview = 0xE8F4;
inline constexpr char32_t redo = 0xE15A;
inline constexpr char32_t review = 0xF0C5;
inline constexpr char32_t save = 0xE161;
inline constexpr char32_t theme = 0xE1AE;
inline constexpr char32_t undo = 0xE166;
inline constexpr char32_t warning = 0xE002;

}  // namespace canvasbook::icons
