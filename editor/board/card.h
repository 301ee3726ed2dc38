// What stands on a card beside the text of its note: types and causes, the signs of details and of segments.
#pragma once

#include <imgui.h>

#include <span>
#include <string>
#include <vector>

#include "editor/board/state.h"
#include "editor/parts/theme.h"

namespace canvasbook {

inline constexpr float mark_height = 18;  // of a sign on a card, logical pixels
inline constexpr float sign_gap = 3;      // between signs

// What stands in small letters below the text of a note on one line, see note_captions; nothing for a parked one, whose
// block is nullptr.
std::string caption_of(const IdIndex<Note>& notes, const BoardLook& look, const Block* block, const Note& note);

// A sign at the end of a card; pixels at 100 %.
struct Sign {
  const Segment* segment = nullptr;  // nullptr for the details
  float width = 0;
};

// That a note has details, then the segments that it is marked with.
std::vector<Sign> signs_of(const Theme& theme, const Note& note, const std::vector<const Segment*>& marks);

// The signs row by row, as many on each as a room holds; and how wide those of a row are together.
std::vector<std::span<const Sign>> sign_rows(const Theme& theme, std::span<const Sign> signs, float room);
float width_of_signs(const Theme& theme, std::span<const Sign> signs);

// The sign of a segment: its letter in its colour; hollow where `filled` is false. Returns its width.
float draw_segment_sign(ImDrawList* list, const Theme& theme, const Segment& segment, ImVec2 from, float size,
                        bool filled, float alpha = 1);
float segment_sign_width(const Theme& theme, const Segment& segment, float size);

ImU32 with_alpha(ImU32 colour, float alpha);

}  // namespace canvasbook
