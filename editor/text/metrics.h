// How text is laid out: widths of code points, looks of paragraphs, room of tables.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <string_view>
#include <vector>

namespace canvasbook {

struct TableSource;  // table_source.h

// The width of a code point in pixels, 0 for one without a shape of its own.
using Advance = std::function<float(char32_t)>;

// The styler's name for a way to draw characters.
using Look = std::uint16_t;

// A code point with this bit in its look takes no room and is not drawn; no row ends before the text it belongs to.
inline constexpr Look hidden_look = 0x8000;

// Where caret and anchor stand, as what a paragraph looks like may depend on it; `nowhere` for a text at rest.
struct TextCarets {
  static constexpr size_t nowhere = static_cast<size_t>(-1);
  size_t caret = nowhere;
  size_t anchor = nowhere;
  bool operator==(const TextCarets&) const = default;

  // Whether one of them stands in [begin, end] or at its bounds.
  bool touch(size_t begin, size_t end) const {
    return (caret >= begin && caret <= end) || (anchor >= begin && anchor <= end);
  }
};

// Code points of a paragraph up to `end` that have one look.
struct LookRun {
  size_t end = 0;
  Look look = 0;
};

// How one paragraph is laid out: all lengths in pixels, the row height above 0.
struct ParagraphStyle {
  float row_height = 1;
  float space_before = 0;
  float indent_first = 0;  // of the first row and of those that go on
  float indent_rest = 0;
  Look look = 0;              // of the paragraph itself
  std::vector<LookRun> runs;  // up to its end, in order; none where all of it has the paragraph's look
  std::uint64_t carried = 0;  // what the next paragraph has to know
  bool verbatim = false;      // marks mean nothing in it, as in code
  bool opens = false;         // it looks different where a caret stands in it
  std::shared_ptr<const TableSource> table = nullptr;  // of a line that may be one of a table
};

// The room around the cells of a table, in pixels.
struct TableMeasures {
  float padding_across = 8;
  float padding_along = 4;
  float least_width = 16;  // of a column
  float rule = 2;          // below the head
};

// Gives paragraphs looks of their own; the first paragraph is told 0 as `carried`. `carets` are counted from the
// beginning of the paragraph, nowhere outside of it.
class TextStyler {
 public:
  virtual ~TextStyler() = default;
  virtual ParagraphStyle style(std::u32string_view paragraph, std::uint64_t carried,
                               const TextCarets& carets) const = 0;
  virtual float advance(char32_t code_point, Look look) const = 0;
  virtual TableMeasures table_measures() const { return {}; }
};

// How text is laid out: all lengths in pixels, the row height above 0. With a styler, which then says row heights and
// advances, each paragraph has its own.
struct TextMetrics {
  float width = std::numeric_limits<float>::infinity();
  float row_height = 1;
  Advance advance = [](char32_t) { return 1.0F; };
  std::shared_ptr<const TextStyler> styler = nullptr;
  const void* font = nullptr;  // of the window, by which one layout is told from another

  float advance_of(char32_t code_point, Look look) const {
    if ((look & hidden_look) != 0) return 0;
    return styler ? styler->advance(code_point, look) : advance(code_point);
  }
};

// The code points [begin, end) of one row; a line feed belongs to no row.
struct TextRow {
  size_t begin = 0;
  size_t end = 0;
  bool soft = false;  // the next row goes on with the same paragraph
  bool operator==(const TextRow&) const = default;
};

}  // namespace canvasbook
