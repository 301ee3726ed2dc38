// Embedding a face: a subset of its glyphs, their widths, and the way back to Unicode. Internal to export/pdf/.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "export/pdf/objects.h"
#include "export/text/fonts.h"

namespace canvasbook {

// The characters of a face that the pages use, each with its number in the PDF's text.
class FaceCharacters {
 public:
  void add(char32_t character);

  // Numbers all that were added, in the order of their code points, from 1. Numbers with a byte that a PDF string
  // would have to escape are passed over.
  void number_all();

  struct Entry {
    char32_t character;
    std::uint16_t number;
  };
  const std::vector<Entry>& entries() const { return entries_; }  // ascending
  bool empty() const { return entries_.empty(); }

  // 0 for a character that was not added.
  std::uint16_t number(char32_t character) const {
    const auto& page = pages_[character / a_page];
    return page ? (*page)[character % a_page] : std::uint16_t{0};
  }

 private:
  static constexpr size_t a_page = 256;
  using NumberPage = std::array<std::uint16_t, a_page>;
  std::array<std::unique_ptr<NumberPage>, 0x110000 / a_page> pages_;
  std::vector<Entry> entries_;
};

// Numbers the characters of all pages, face by face, in the order of their code points.
std::array<FaceCharacters, face_count> used_characters(const Pages& pages);

// The font dictionary of a face with these characters.
HPDF_Dict embed_face(PdfDocument& document, Fonts& fonts, Face face, const FaceCharacters& characters);

}  // namespace canvasbook
