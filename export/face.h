// The faces that documents are set in.
#pragma once

#include <cstdint>

namespace canvasbook {

// PT Sans in four styles, PT Mono for code, DejaVu Sans for characters that they lack, and the icons.
enum class Face : std::uint8_t { regular, bold, italic, bold_italic, mono, fallback, fallback_bold, icons };
inline constexpr int face_count = 8;

}  // namespace canvasbook
