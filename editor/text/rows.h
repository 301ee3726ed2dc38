// Soft-wrapped rows of a text, which end between words; a word that is wider than a row is hyphenated. Where the styler
// tells of tables, rows stand in their cells, one cell after the other. Paragraphs (what
// stands between line feeds) keep their rows, so that an edit lays out anew only the paragraphs it touches, and those
// behind them for which what they carry on changed. The text itself stays with the caller.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "editor/text/line_breaks.h"
#include "editor/text/metrics.h"
#include "editor/text/words.h"

namespace canvasbook {

struct TableLine;  // table_layout.h

// Which row a position belongs to where one row ends and the next begins without a line feed.
enum class Affinity { next_row, previous_row };

// Where a row stands, from the top left corner of the text; its text begins at `indent`.
struct RowBox {
  float top = 0;
  float height = 0;
  float indent = 0;
  float right = 0;  // where its room ends
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

  // Follows an edit: at `begin`, `removed` code points gave way to `inserted` ones, and carets behind them moved along.
  // `text` is the text after it.
  void replace(std::u32string_view text, size_t begin, size_t removed, size_t inserted);

  // The carets stand elsewhere: lays out anew the paragraphs whose look depends on it.
  void set_carets(std::u32string_view text, TextCarets carets);

  const TextMetrics& metrics() const { return metrics_; }

  // Number of rows, at least one.
  size_t count() const { return paragraphs_.back().first_row + paragraphs_.back().cuts.size() + 1; }

  // The row of an index below count(). Costs a binary search, as row_of does.
  TextRow row(size_t index) const;
  size_t row_of(size_t at, Affinity affinity) const;

  // The row at a point; the first or the last one for a height outside, the nearest cell in a table.
  size_t row_at(float x, float y) const;

  // The row below or above another one, at `x` pixels from the left; nothing at the end of the text.
  std::optional<size_t> next_row(size_t row, bool down, float x) const;

  // The rows [begin, end) that show between two heights; of lines of a table all, as they stand beside each other.
  TextRange rows_between(float top, float bottom) const;

  // Whether a place stands in code and the like.
  bool is_verbatim(size_t at) const { return paragraphs_[paragraph_of(at)].style.verbatim; }

  // The lines of the table that a place stands in; nothing outside of tables.
  std::optional<TextRange> table_around(size_t at) const;

  // The line of a table that a row belongs to: its rows and upper edge. Valid until the next change.
  struct LineOfTable {
    const TableLine* line = nullptr;  // nullptr outside of tables
    TextRange rows;
    float top = 0;
  };
  LineOfTable line_of_table(size_t row) const;

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
    std::shared_ptr<const TableLine> table;  // a line of a table
  };

  Paragraph laid_out(std::u32string_view text, size_t begin, size_t end, std::uint64_t carried) const;
  std::vector<Paragraph> laid_out_all(std::u32string_view text, size_t begin, size_t end, std::uint64_t carried) const;
  void wrap(Paragraph& paragraph, std::u32string_view content) const;
  size_t settle_tables(std::u32string_view text, size_t first, size_t behind);
  void settle_table(std::u32string_view text, size_t first, size_t behind);
  const Paragraph& paragraph_at(float y) const;
  size_t row_in_line(const Paragraph& paragraph, float x, float y) const;
  static double bottom_of(const Paragraph& paragraph);
  static size_t row_begin(const Paragraph& paragraph, size_t number);
  const Paragraph& paragraph_of_row(size_t index) const;
  size_t paragraph_of(size_t at) const;
  void place_from(size_t paragraph);

  TextMetrics metrics_;
  TextCarets carets_;
  std::vector<Paragraph> paragraphs_{Paragraph{}};
};

// Where a place of a row's text stands, in pixels from the left of the text.
float x_in_row(const TextRows& rows, std::u32string_view text, size_t row, size_t at);

}  // namespace canvasbook
