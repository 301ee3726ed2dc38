// Soft-wrapped rows of a text. Paragraphs (what stands between line feeds) keep their rows, so that an edit lays out
// anew only the paragraphs it touches. The text itself stays with the caller.
#pragma once

#include <cstddef>
#include <functional>
#include <limits>
#include <string_view>
#include <vector>

namespace canvasbook {

// The width of a code point in pixels, 0 for one without a shape of its own.
using Advance = std::function<float(char32_t)>;

// How text is laid out: all lengths in pixels, the row height above 0.
struct TextMetrics {
  float width = std::numeric_limits<float>::infinity();
  float row_height = 1;
  Advance advance = [](char32_t) { return 1.0F; };
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

 private:
  struct Paragraph {
    size_t begin = 0;
    size_t end = 0;
    size_t first_row = 0;
    std::vector<size_t> cuts;  // where the soft rows end, counted from begin, so that moving the paragraph keeps them
  };

  std::vector<Paragraph> wrapped(std::u32string_view text, size_t begin, size_t end) const;
  size_t paragraph_of(size_t at) const;
  void count_rows_from(size_t paragraph);

  TextMetrics metrics_;
  std::vector<Paragraph> paragraphs_{Paragraph{}};
};

}  // namespace canvasbook
