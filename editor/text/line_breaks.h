// Where the rows of a stretch of text end: between words, and inside of one that is wider than a row.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "editor/text/metrics.h"
#include "editor/text/words.h"

namespace canvasbook {

// Tells the looks of a paragraph's code points, asked for from left to right.
class LookReader {
 public:
  LookReader(std::span<const LookRun> runs, Look otherwise) : runs_(runs), otherwise_(otherwise) {}

  Look operator()(size_t at) {
    while (run_ < runs_.size() && runs_[run_].end <= at) ++run_;
    return run_ < runs_.size() ? runs_[run_].look : otherwise_;
  }

 private:
  std::span<const LookRun> runs_;
  Look otherwise_;
  size_t run_ = 0;
};

// The room of the first row and of those that go on, in pixels.
struct RowRoom {
  float first = 0;
  float rest = 0;
};

// Where the rows of a stretch of a paragraph end, but for the last: not behind a hanging word, as on paper, where the
// row has another place between words.
std::vector<size_t> row_ends(std::u32string_view paragraph, TextRange stretch, const TextMetrics& metrics,
                             LookReader look, RowRoom room);

struct StretchWidths {
  float whole = 0;     // on one row, without blanks at its end
  float unbroken = 0;  // of what cannot be parted without a hyphen
};

StretchWidths widths_of(std::u32string_view paragraph, TextRange stretch, const TextMetrics& metrics, LookReader look);

// Whether a row ends inside a word, which is shown with a hyphen there; the row has room for it.
bool ends_inside_word(std::u32string_view text, const TextRow& row);

// The least width in which no word of a text is broken.
float unbroken_width(std::u32string_view text, const TextMetrics& metrics);

}  // namespace canvasbook
