// Soft-wrapped rows of a text. Paragraphs (what stands between line feeds) keep their rows, so that an edit lays out
// anew only the paragraphs it touches, and those behind them for which what they carry on changed. The text itself
// stays with the caller.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <string_view>
#include <vector>

namespace canvasbook {

// The width of a code point in pixels, 0 for one without a shape of its own.
using Advance = std::function<float(char32_t)>;

// The styler's name for a way to draw characters.
using Look = std::uint16_t;

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
};

// Gives paragraphs looks of their own; the first paragraph is told 0 as `carried`.
class TextStyler {
 public:
  virtual ~TextStyler() = default;
  virtual ParagraphStyle style(std::u32string_view paragraph, std::uint64_t carried) const = 0;
  virtual float advance(char32_t code_point, Look look) const = 0;
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
    return styler ? styler->advance(code_point, look) : advance(code_point);
  }
};

// Which row a position belongs to where one row ends and the next begins without a line feed.
enum class Affinity { next_row, previous_row };

// The code points [begin, end) of one row; a line feed belongs to no row.
struct TextRow {
  size_t begin = 0;
  size_t end = 0;
  bool soft = false;  // the next row goes on with the same paragraph
  bool operator==(const TextRow&) const = default;
};

// Where a row stands, from the top left corner of the text; its text begins at `indent`.
struct RowBox {
  float top = 0;
  float height = 0;
  float indent = 0;
};

// The code points [begin, end) of a row, which have one look.
struct RowRun {
  size_t begin = 0;
  size_t end = 0;
  Look look = 0;
  bool operator==(const RowRun&) const = default;
};

class TextRows {
 public:
  // Lays out a whole text.
  void layout(std::u32string_view text, TextMetrics metrics);

  // Follows an edit: at `begin`, `removed` code points gave way to `inserted` ones. `text` is the text after it.
  void replace(std::u32string_view text, size_t begin, size_t removed, size_t inserted);

  const TextMetrics& metrics() const { return metrics_; }

  // Number of rows, at least one.
  size_t count() const { return paragraphs_.back().first_row + paragraphs_.back().cuts.size() + 1; }

  // The row of an index below count(). Costs a binary search, as row_of does.
  TextRow row(size_t index) const;
  size_t row_of(size_t at, Affinity affinity) const;

  // The row at a height; the first or the last one for a height outside.
  size_t row_at(float y) const;

  // Place and look of a row, and the look of its paragraph; they cost a binary search.
  RowBox box(size_t index) const;
  std::vector<RowRun> runs(size_t index) const;
  Look look(size_t index) const { return paragraph_of_row(index).style.look; }

  float height() const { return static_cast<float>(bottom_of(paragraphs_.back())); }

 private:
  struct Paragraph {
    size_t begin = 0;
    size_t end = 0;
    size_t first_row = 0;
    double top = 0;  // of its rows, behind the space before it
    ParagraphStyle style;
    std::vector<size_t> cuts;  // where the soft rows end, counted from begin, so that moving the paragraph keeps them
  };

  Paragraph laid_out(std::u32string_view text, size_t begin, size_t end, std::uint64_t carried) const;
  std::vector<Paragraph> laid_out_all(std::u32string_view text, size_t begin, size_t end, std::uint64_t carried) const;
  static double bottom_of(const Paragraph& paragraph);
  static size_t row_begin(const Paragraph& paragraph, size_t number);
  const Paragraph& paragraph_of_row(size_t index) const;
  size_t paragraph_of(size_t at) const;
  void place_from(size_t paragraph);

  TextMetrics metrics_;
  std::vector<Paragraph> paragraphs_{Paragraph{}};
};

}  // namespace canvasbook
