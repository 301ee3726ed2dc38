// Reads back what a frame has drawn as text, letter by letter, from the vertices of its draw lists.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <cstring>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/text/text.h"

namespace robot {

struct DrawnLetter {
  char32_t character = 0;
  ImVec2 from, to;
  ImVec4 clip;   // left, top, right, bottom
  int list = 0;  // each window of the frame has one
};

// Knows the letters of the current context's fonts by their place in the font texture.
class LetterReader {
 public:
  // The letters of the last frame, in the order in which they were drawn.
  std::vector<DrawnLetter> read() {
    learn_letters();
    std::vector<DrawnLetter> result;
    const ImDrawData& data = *ImGui::GetDrawData();
    for (int i = 0; i < data.CmdListsCount; ++i) read(*data.CmdLists[i], i, result);
    return result;
  }

 private:
  void learn_letters() {
    letters_.clear();
    for (const ImFont* font : ImGui::GetIO().Fonts->Fonts) {
      for (const ImFontGlyph& glyph : font->Glyphs) {
        const bool is_painted = glyph.Visible && glyph.U0 >= 0;
        if (!is_painted) continue;
        const bool is_replacement = &glyph == font->FallbackGlyph && glyph.Codepoint != '?';
        letters_[place(glyph.U0, glyph.V0)] = is_replacement ? U'\uFFFD' : char32_t{glyph.Codepoint};
      }
    }
  }

  static std::uint64_t place(float u, float v) {
    std::uint32_t bits[2];
    std::memcpy(&bits[0], &u, sizeof u);
    std::memcpy(&bits[1], &v, sizeof v);
    return std::uint64_t{bits[0]} << 32 | bits[1];
  }

  void read(const ImDrawList& list, int number, std::vector<DrawnLetter>& result) const {
    for (const ImDrawCmd& command : list.CmdBuffer) {
      const ImDrawIdx* index = list.IdxBuffer.Data + command.IdxOffset;
      const ImDrawIdx* end = index + command.ElemCount;
      const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
      while (index + 6 <= end) {
        const ImDrawIdx first = index[0];
        const bool is_quad = index[1] == first + 1 && index[2] == first + 2 && index[3] == first &&
                             index[4] == first + 2 && index[5] == first + 3;
        const ImDrawVert& corner = vertices[first];
        const auto found = is_quad ? letters_.find(place(corner.uv.x, corner.uv.y)) : letters_.end();
        if (found == letters_.end()) {
          index += 3;
          continue;
        }
        result.push_back({found->second, corner.pos, vertices[first + 2].pos, command.ClipRect, number});
        index += 6;
      }
    }
  }

  std::unordered_map<std::uint64_t, char32_t> letters_;
};

// The letters of the last frame as one text; blanks are not drawn.
inline std::string drawn_letters() {
  std::string drawn;
  for (const DrawnLetter& letter : LetterReader().read()) canvasbook::append_utf8(drawn, letter.character);
  return drawn;
}

}  // namespace robot
