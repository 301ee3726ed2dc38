// Breaking text into lines. A paragraph is measured once; after that any width and font size is cheap.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "export/pages.h"
#include "export/text/fonts.h"
#include "model/text/rich_text.h"

namespace canvasbook {

// Text that will not be broken: what stands between two places where a line may end.
struct Chunk {
  std::uint32_t begin = 0;  // bytes of Paragraph::text
  std::uint32_t end = 0;    // without the spaces behind it
  std::uint32_t next = 0;   // where the following chunk begins
  int width = 0;            // thousandths of the font size, without the spaces behind it
  int space = 0;            // width of those spaces
  bool must_break = false;  // a line feed follows
};

// A stretch of one style and one face.
struct Stretch {
  std::uint32_t begin = 0;  // bytes; reaches to the begin of the next stretch
  Face face = Face::regular;
  std::uint16_t span = 0;  // index of the span it comes from
};

struct Paragraph {
  std::string text;  // printable; every character of it in the face of its stretch
  std::vector<Stretch> stretches;
  std::vector<Chunk> chunks;
  std::vector<std::string> links;  // by span; empty for none
  bool kerned = false;
};

struct Line {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;  // without the spaces at its end
  int width = 0;          // thousandths of the font size, with the hyphen at its end
  bool cut = false;       // ended inside a word, because the word is wider than the line
  bool hyphen = false;    // ends inside a word; the hyphen is painted, and is not in the text
  bool is_last = false;   // of the paragraph, or before a line feed in it
};

// Where words may be hyphenated: nowhere; where a word is wider than the line; also where the line would else end far
// from the margin; or, for lines of equal length, wherever the spaces would else grow wide. Never in headings, code and
// links.
enum class Hyphens : std::uint8_t { none, long_words, sparing, full };

// How text is turned into a paragraph.
struct TextStyle {
  Face face = Face::regular;  // what is not strong, emphasised or code
  bool kerned = false;        // for headings
};

// Makes a paragraph from spans. Characters that no face has become U+FFFD and are added to `missing`.
Paragraph make_paragraph(const Spans& spans, TextStyle style, Fonts& fonts, std::vector<char32_t>& missing);
Paragraph make_paragraph(std::string_view text, TextStyle style, Fonts& fonts, std::vector<char32_t>& missing);

// Breaks at `width` points when set at `size` points; at least one line. A word wider than a line is cut, between two
// letters with a hyphen.
std::vector<Line> break_lines(const Paragraph& paragraph, float width, float size, Fonts& fonts,
                              Hyphens hyphens = Hyphens::none);

// The widest part of a chunk between two places where it may be hyphenated, with the hyphen, in thousandths of the font
// size; its own width where it may not.
int widest_piece(const Paragraph& paragraph, const Chunk& chunk, Fonts& fonts);

// A width at which only line feeds break.
inline constexpr float unlimited_width = 1e6F;

// The width of a line in points.
inline float line_width(const Line& line, float size) { return static_cast<float>(line.width) * size / 1000.0F; }

// Where letters stand in a line of this height, so that their middle is the middle of the line.
inline float baseline_in(float top, float line, float size) { return top + line / 2 + 0.34F * size; }

// How and where a line is painted.
struct LinePaint {
  float x = 0;
  float baseline = 0;
  float size = 0;
  Rgb colour;
  RunRole role = RunRole::paragraph;
  std::uint32_t item = 0;
  Rgb link_colour{0x1D, 0x4E, 0xD8};
  float justified = 0;  // points that its spaces stretch a line to, but for a last one; 0 for its own width
};

// Text that stands on one line in one face, such as a page number, without the work that a paragraph takes. Nothing
// where the face lacks a character of it. `paint.x` is where it begins.
std::optional<TextRun> make_run(std::string_view printable, Face face, const LinePaint& paint, Fonts& fonts);

// Adds a line's runs, and the links in it, to a page.
void paint_line(const Paragraph& paragraph, const Line& line, const LinePaint& paint, Fonts& fonts, Page& page);

}  // namespace canvasbook
