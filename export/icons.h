// The icons that templates name, by their meaning.
#pragma once

#include <array>
#include <string_view>
#include <utility>

namespace canvasbook {

// Names used in template files and the code points of the Material Icons font.
inline constexpr std::array<std::pair<std::string_view, char32_t>, 20> icon_names{{
    {"handshake", 0xEBCB}, {"activity", 0xE869}, {"key", 0xE0DA},     {"gift", 0xE8F6},  {"heart", 0xE87D},
    {"truck", 0xE558},     {"people", 0xE7FB},   {"receipt", 0xE8B0}, {"coins", 0xEF63}, {"warning", 0xE002},
    {"bulb", 0xE0F0},      {"chart", 0xE24B},    {"shield", 0xE9E0},  {"box", 0xE1A1},   {"trend", 0xE8E5},
    {"bandage", 0xE3F3},   {"smile", 0xE813},    {"frown", 0xE811},   {"task", 0xE2E6},  {"details", 0xE873},
}};

// The code point of an icon; 0 for an unknown name.
constexpr char32_t icon_code_point(std::string_view name) {
  for (const auto& [known, code_point] : icon_names) {
    if (known == name) return code_point;
  }
  return 0;
}

}  // namespace canvasbook
