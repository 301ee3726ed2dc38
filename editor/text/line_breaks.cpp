#include "editor/text/line_breaks.h"

#include <algorithm>

#include "export/text/hanging_words.h"
#include "export/text/hyphenation.h"
#include "model/text/grapheme.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

bool is_dash(char32_t c) { return c == 0x2013 || c == 0x2014; }

// Scripts written without spaces, whose characters may be parted anywhere.
bool is_ideograph(char32_t c) {
  return (c >= 0x3041 && c < 0xA000) || (c >= 0xAC00 && c < 0xD7B0) || (c >= 0xF900 && c < 0xFB00) ||
         (c >= 0x20000 && c < 0x40000);
}

// Whether a row may end between the clusters that begin at `before` and `at`: behind blanks, but not before a dash;
// behind a dash, a hyphen or a slash inside a word; around ideographs.
bool may_break(std::u32string_view text, size_t before, size_t at) {
  const char32_t last = text[before];
  const char32_t next = text[at];
  if (is_blank(next)) return false;
  if (is_blank(last)) return !is_dash(next);
  if (is_dash(last)) return true;
  if (last == '-' || last == '/' || last == 0x2010) {
    return before > 0 && is_word_character(text[before - 1]) && is_word_character(next);
  }
  return (is_ideograph(last) && (is_ideograph(next) || is_word_character(next))) ||
         (is_word_character(last) && is_ideograph(next));
}

// Whether a word stands before a blank that is not to end a row.
bool hangs_before(std::u32string_view text, size_t blank) {
  constexpr size_t longest = 2;
  constexpr std::u32string_view openings = U"«„“(*_";
  size_t begin = blank;
  while (begin > 0 && blank - begin <= longest && is_word_character(text[begin - 1])) --begin;
  const bool is_whole =
      begin == 0 || is_blank(text[begin - 1]) || openings.find(text[begin - 1]) != std::u32string_view::npos;
  return is_whole && blank - begin <= longest && is_hanging_word(to_utf8(text.substr(begin, blank - begin)));
}

bool is_letter(char32_t c) { return is_word_character(c) && !is_digit(c) && !is_ideograph(c); }

// The last place in a word behind `row_begin` and up to `limit` at which it may be hyphenated; `limit` for none.
size_t hyphenated_before(std::u32string_view text, size_t row_begin, size_t limit) {
  size_t begin = limit;
  size_t end = limit;
  while (begin > row_begin && is_letter(text[begin - 1])) --begin;
  while (end < text.size() && is_letter(text[end])) ++end;
  const std::string word = to_utf8(text.substr(begin, end - begin));
  const size_t bytes = hyphenated_end(word, 0, to_utf8(text.substr(begin, limit - begin)).size());
  return bytes == 0 ? limit : begin + count_code_points(std::string_view(word).substr(0, bytes));
}

}  // namespace

std::vector<size_t> row_ends(std::u32string_view text, TextRange stretch, const TextMetrics& metrics, LookReader look,
                             RowRoom room_of) {
  std::vector<size_t> cuts;
  std::vector<double> widths(stretch.end + 1);  // of the text before a code point
  size_t row_begin = stretch.begin;
  size_t opportunity = stretch.begin;
  size_t poor_opportunity = stretch.begin;  // behind a hanging word
  size_t before = text.size();              // the cluster that is seen before
  const auto room = [&] { return cuts.empty() ? room_of.first : room_of.rest; };
  // Where the row ends when its only word reaches over the edge with the cluster that begins at `at`.
  const auto inside_word = [&](size_t at, float hyphen) {
    if (before == text.size() || !is_letter(text[at]) || !is_letter(text[before])) return at;
    size_t limit = at;
    while (limit > row_begin && widths[limit] - widths[row_begin] + hyphen > room()) {
      limit = cluster_begin(text, limit - 1);
    }
    return limit <= row_begin ? at : hyphenated_before(text, row_begin, limit);
  };
  for (size_t at = stretch.begin; at < stretch.end;) {
    const size_t end = std::min(cluster_end(text, at), stretch.end);
    const Look here = look(at);
    for (size_t i = at; i < end; ++i) widths[i + 1] = widths[i] + metrics.advance_of(text[i], look(i));
    if ((here & hidden_look) != 0) {
      at = end;
      continue;
    }
    if (at > row_begin && before < at && may_break(text, before, at)) {
      (is_blank(text[before]) && hangs_before(text, before) ? poor_opportunity : opportunity) = at;
    }
    // Blanks hang over the edge. What is carried over may itself be too wide for a row; then it is cut once more.
    while (!is_blank(text[at]) && at > row_begin && widths[end] - widths[row_begin] > room()) {
      const size_t between_words = opportunity > row_begin ? opportunity : poor_opportunity;
      row_begin = between_words > row_begin ? between_words : inside_word(at, metrics.advance_of('-', here));
      cuts.push_back(row_begin);
    }
    before = at;
    at = end;
  }
  return cuts;
}

bool ends_inside_word(std::u32string_view text, const TextRow& row) {
  if (!row.soft || row.end <= row.begin) return false;
  return is_letter(text[cluster_begin(text, row.end - 1)]) && is_letter(text[row.end]);
}

StretchWidths widths_of(std::u32string_view text, TextRange stretch, const TextMetrics& metrics, LookReader look) {
  StretchWidths widest;
  float whole = 0;
  float width = 0;              // of what holds together
  float blanks = 0;             // behind it, which hang over an edge
  size_t before = text.size();  // the cluster that is seen before
  for (size_t at = stretch.begin; at < stretch.end;) {
    const size_t end = std::min(cluster_end(text, at), stretch.end);
    float cluster = 0;
    bool is_seen = false;
    for (size_t i = at; i < end; ++i) {
      const Look here = look(i);
      is_seen = is_seen || (here & hidden_look) == 0;
      if (text[i] != '\n') cluster += metrics.advance_of(text[i], here);
    }
    if (is_seen) {
      const bool is_line_end = text[at] == '\n';
      if (is_line_end) whole = 0;
      if (is_line_end || (before < at && text[before] != '\n' && may_break(text, before, at))) width = blanks = 0;
      whole += cluster;
      if (is_blank(text[at])) {
        blanks += cluster;
      } else {
        width += blanks + cluster;
        blanks = 0;
        widest.whole = std::max(widest.whole, whole);
      }
      widest.unbroken = std::max(widest.unbroken, width);
      before = at;
    }
    at = end;
  }
  return widest;
}

float unbroken_width(std::u32string_view text, const TextMetrics& metrics) {
  return widths_of(text, {0, text.size()}, metrics, LookReader({}, 0)).unbroken;
}

}  // namespace canvasbook
