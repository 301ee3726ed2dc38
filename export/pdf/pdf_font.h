// Embedding a face: a subset of its glyphs, their widths, and the way back to Unicode. Internal to export/pdf/.
#pragma once

#include <array>
#include <map>
#include <string_view>

#include "export/fonts.h"
#include "export/pdf/pdf_objects.h"

namespace canvasbook {

// The characters of a face that the pages use, each with its number in the PDF's text (from 1).
using FaceCharacters = std::map<char32_t, std::uint16_t>;

// Numbers the characters of all pages, face by face, in the order of their code points.
std::array<FaceCharacters, face_count> used_characters(const Pages& pages);

// The font dictionary of a face with these characters.
HPDF_Dict embed_face(PdfDocument& document, Fonts& fonts, Face face, const FaceCharacters& characters);

}  // namespace canvasbook
