#include "export/pdf/font.h"

#include <algorithm>
#include <cstdio>

#include "model/text/text.h"

namespace canvasbook {

void FaceCharacters::add(char32_t character) {
  auto& page = pages_[character / a_page];
  if (!page) page = std::make_unique<NumberPage>();
  (*page)[character % a_page] = 1;
}

void FaceCharacters::number_all() {
  const auto is_escaped = [](int byte) { return byte == '(' || byte == ')' || byte == '\\' || byte == '\r'; };
  std::uint16_t number = 0;
  for (size_t p = 0; p < pages_.size(); ++p) {
    if (!pages_[p]) continue;
    for (size_t i = 0; i < a_page; ++i) {
      if ((*pages_[p])[i] == 0) continue;
      do ++number;
      while (is_escaped(number & 0xFF) || is_escaped(number >> 8));
      (*pages_[p])[i] = number;
      entries_.push_back({static_cast<char32_t>(p * a_page + i), number});
    }
  }
}

namespace {

// Every character of a face has a number of its own even where two share a glyph (A in Latin and in Cyrillic, space and
// no-break space), so that copied text is the text that was written.
std::string glyph_map(Fonts& fonts, Face face, const FaceCharacters& characters) {
  std::string map(2 * (characters.entries().back().number + size_t{1}), '\0');
  for (const auto& entry : characters.entries()) {
    const std::uint16_t glyph = fonts.glyph(face, entry.character).id;
    map[2 * size_t{entry.number}] = static_cast<char>(glyph >> 8);
    map[2 * size_t{entry.number} + 1] = static_cast<char>(glyph & 0xFF);
  }
  return map;
}

std::string utf16_hex(char32_t c) {
  char text[16];
  if (c < 0x10000) {
    std::snprintf(text, sizeof text, "%04X", static_cast<unsigned>(c));
  } else {
    std::snprintf(text, sizeof text, "%04X%04X", static_cast<unsigned>(0xD800 + ((c - 0x10000) >> 10)),
                  static_cast<unsigned>(0xDC00 + ((c - 0x10000) & 0x3FF)));
  }
  return text;
}

// The CMap that leads from the numbers back to Unicode (Adobe Technical Note 5411).
std::string to_unicode(const FaceCharacters& characters) {
  constexpr size_t most_in_section = 100;
  std::string map =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  size_t left = characters.entries().size();
  size_t in_section = 0;
  for (const auto& [c, number] : characters.entries()) {
    if (in_section == 0) map += std::to_string(std::min(left, most_in_section)) + " beginbfchar\n";
    char code[8];
    std::snprintf(code, sizeof code, "<%04X>", number);
    map += std::string(code) + " <" + utf16_hex(c) + ">\n";
    --left;
    if (++in_section == most_in_section || left == 0) {
      map += "endbfchar\n";
      in_section = 0;
    }
  }
  return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

// A subset's name begins with six letters that depend on its content (PDF 32000-1, 9.6.4).
std::string subset_name(const std::string& name, const FaceCharacters& characters) {
  std::uint64_t hash = 1469598103934665603U;
  for (const auto& entry : characters.entries()) hash = (hash ^ entry.character) * 1099511628211U;
  std::string tag;
  for (int i = 0; i < 6; ++i) {
    tag += static_cast<char>('A' + hash % 26);
    hash /= 26;
  }
  return tag + "+" + name;
}

HPDF_Dict descriptor_of(PdfDocument& document, Fonts& fonts, Face face, const std::string& name,
                        const FaceCharacters& characters) {
  const FaceMetrics metrics = fonts.metrics(face);
  std::vector<std::uint16_t> glyphs;
  glyphs.reserve(characters.entries().size());
  for (const auto& entry : characters.entries()) glyphs.push_back(fonts.glyph(face, entry.character).id);
  const std::string bytes = fonts.subset(face, glyphs);
  HPDF_Dict file = document.compressed_stream(bytes);
  HPDF_Dict_AddNumber(file, "Length1", static_cast<HPDF_INT32>(bytes.size()));

  constexpr int fixed_pitch = 1;
  constexpr int symbolic = 4;
  constexpr int italic = 64;
  const bool leans = face == Face::italic || face == Face::bold_italic;
  const bool bold = face == Face::bold || face == Face::bold_italic || face == Face::fallback_bold;
  HPDF_Dict descriptor = document.dictionary();
  HPDF_Dict_AddName(descriptor, "Type", "FontDescriptor");
  HPDF_Dict_AddName(descriptor, "FontName", name.c_str());
  HPDF_Dict_AddNumber(descriptor, "Flags", symbolic | (leans ? italic : 0) | (face == Face::mono ? fixed_pitch : 0));
  HPDF_Array box = HPDF_Array_New(document.get()->mmgr);
  for (const int side : metrics.box) HPDF_Array_AddNumber(box, side);
  HPDF_Dict_Add(descriptor, "FontBBox", box);
  HPDF_Dict_AddNumber(descriptor, "ItalicAngle", metrics.italic_angle);
  HPDF_Dict_AddNumber(descriptor, "Ascent", metrics.ascent);
  HPDF_Dict_AddNumber(descriptor, "Descent", metrics.descent);
  HPDF_Dict_AddNumber(descriptor, "CapHeight", metrics.cap_height);
  HPDF_Dict_AddNumber(descriptor, "StemV", bold ? 140 : 80);
  HPDF_Dict_Add(descriptor, "FontFile2", file);
  return descriptor;
}

}  // namespace

std::array<FaceCharacters, face_count> used_characters(const Pages& pages) {
  std::array<FaceCharacters, face_count> result;
  for (const Page& page : pages.pages) {
    for (const TextRun& run : page.runs) {
      FaceCharacters& characters = result[static_cast<size_t>(run.face)];
      for (size_t at = 0; at < run.text.size();) characters.add(next_code_point(run.text, at));
    }
  }
  for (FaceCharacters& characters : result) characters.number_all();
  return result;
}

HPDF_Dict embed_face(PdfDocument& document, Fonts& fonts, Face face, const FaceCharacters& characters) {
  const std::string name = subset_name(fonts.metrics(face).name, characters);
  HPDF_MMgr memory = document.get()->mmgr;

  HPDF_Dict descendant = document.dictionary();
  HPDF_Dict_AddName(descendant, "Type", "Font");
  HPDF_Dict_AddName(descendant, "Subtype", "CIDFontType2");
  HPDF_Dict_AddName(descendant, "BaseFont", name.c_str());
  HPDF_Dict system = HPDF_Dict_New(memory);
  HPDF_Dict_Add(descendant, "CIDSystemInfo", system);
  HPDF_Dict_Add(system, "Registry", HPDF_String_New(memory, "Adobe", nullptr));
  HPDF_Dict_Add(system, "Ordering", HPDF_String_New(memory, "Identity", nullptr));
  HPDF_Dict_AddNumber(system, "Supplement", 0);
  HPDF_Dict_Add(descendant, "FontDescriptor", descriptor_of(document, fonts, face, name, characters));
  HPDF_Dict_Add(descendant, "CIDToGIDMap", document.compressed_stream(glyph_map(fonts, face, characters)));
  HPDF_Array widths = HPDF_Array_New(memory);
  HPDF_Dict_Add(descendant, "W", widths);
  HPDF_Array_AddNumber(widths, 1);
  HPDF_Array list = HPDF_Array_New(memory);
  HPDF_Array_Add(widths, list);
  unsigned next = 1;
  for (const auto& entry : characters.entries()) {
    for (; next < entry.number; ++next) HPDF_Array_AddNumber(list, 0);  // a number that was passed over
    HPDF_Array_AddNumber(list, fonts.glyph(face, entry.character).advance);
    ++next;
  }

  HPDF_Dict font = document.dictionary();
  HPDF_Dict_AddName(font, "Type", "Font");
  HPDF_Dict_AddName(font, "Subtype", "Type0");
  HPDF_Dict_AddName(font, "BaseFont", name.c_str());
  HPDF_Dict_AddName(font, "Encoding", "Identity-H");
  HPDF_Dict_Add(font, "ToUnicode", document.compressed_stream(to_unicode(characters)));
  HPDF_Array descendants = HPDF_Array_New(memory);
  HPDF_Dict_Add(font, "DescendantFonts", descendants);
  HPDF_Array_Add(descendants, descendant);
  return font;
}

}  // namespace canvasbook
