#include "editor/text_rows.h"

#include <algorithm>

#include "editor/text_words.h"
#include "model/grapheme.h"
#include "model/text.h"

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

std::vector<size_t> wrap(std::u32string_view text, const TextMetrics& metrics) {
  std::vector<size_t> cuts;
  size_t row_begin = 0;
  size_t opportunity = 0;
  size_t before = 0;
  float width = 0;
  float width_at_opportunity = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t end = cluster_end(text, at);
    float cluster = 0;
    for (size_t i = at; i < end; ++i) cluster += metrics.advance(text[i]);
    if (at > row_begin && may_break(text, before, at)) {
      opportunity = at;
      width_at_opportunity = width;
    }
    // Blanks hang over the edge. What is carried over may itself be too wide for a row; then it is cut once more.
    while (!is_blank(text[at]) && at > row_begin && width + cluster > metrics.width) {
      const bool at_opportunity = opportunity > row_begin;
      row_begin = at_opportunity ? opportunity : at;
      width = at_opportunity ? width - width_at_opportunity : 0;
      cuts.push_back(row_begin);
    }
    width += cluster;
    before = at;
    at = end;
  }
  return cuts;
}

}  // namespace

void TextRows::layout(std::u32string_view text, TextMetrics metrics) {
  metrics_ = std::move(metrics);
  paragraphs_ = wrapped(text, 0, text.size());
  count_rows_from(0);
}

void TextRows::replace(std::u32string_view text, size_t begin, size_t removed, size_t inserted) {
  const size_t first = paragraph_of(begin);
  const size_t last = paragraph_of(begin + removed);
  const size_t old_end = paragraphs_[last].end;
  const size_t new_end = old_end - removed + inserted;
  std::vector<Paragraph> fresh = wrapped(text, paragraphs_[first].begin, new_end);
  for (size_t i = last + 1; i < paragraphs_.size(); ++i) {
    paragraphs_[i].begin = paragraphs_[i].begin - removed + inserted;
    paragraphs_[i].end = paragraphs_[i].end - removed + inserted;
  }
  const size_t kept = std::min(fresh.size(), last - first + 1);
  const auto at = paragraphs_.begin() + static_cast<std::ptrdiff_t>(first);
  const auto middle = fresh.begin() + static_cast<std::ptrdiff_t>(kept);
  const auto rest = std::move(fresh.begin(), middle, at);
  if (middle != fresh.end()) {
    paragraphs_.insert(rest, std::make_move_iterator(middle), std::make_move_iterator(fresh.end()));
  } else {
    paragraphs_.erase(rest, paragraphs_.begin() + static_cast<std::ptrdiff_t>(last + 1));
  }
  count_rows_from(first);
}

TextRow TextRows::row(size_t index) const {
  const auto behind = std::ranges::upper_bound(paragraphs_, index, {}, &Paragraph::first_row);
  const Paragraph& paragraph = *(behind - 1);
  const size_t number = index - paragraph.first_row;
  const bool soft = number < paragraph.cuts.size();
  return {paragraph.begin + (number > 0 ? paragraph.cuts[number - 1] : 0),
          soft ? paragraph.begin + paragraph.cuts[number] : paragraph.end, soft};
}

size_t TextRows::row_of(size_t at, Affinity affinity) const {
  const Paragraph& paragraph = paragraphs_[paragraph_of(at)];
  const size_t inside = at - paragraph.begin;
  const auto cut = affinity == Affinity::next_row ? std::ranges::upper_bound(paragraph.cuts, inside)
                                                  : std::ranges::lower_bound(paragraph.cuts, inside);
  return paragraph.first_row + static_cast<size_t>(cut - paragraph.cuts.begin());
}

size_t TextRows::row_at(float y) const {
  const float number = y / metrics_.row_height;
  if (!(number > 0)) return 0;
  return number < static_cast<float>(count()) ? std::min(static_cast<size_t>(number), count() - 1) : count() - 1;
}

std::vector<TextRows::Paragraph> TextRows::wrapped(std::u32string_view text, size_t begin, size_t end) const {
  std::vector<Paragraph> paragraphs;
  while (true) {
    const size_t feed = std::min(text.find(U'\n', begin), end);
    paragraphs.push_back({begin, feed, 0, wrap(text.substr(begin, feed - begin), metrics_)});
    if (feed == end) return paragraphs;
    begin = feed + 1;
  }
}

size_t TextRows::paragraph_of(size_t at) const {
  const auto behind = std::ranges::upper_bound(paragraphs_, at, {}, &Paragraph::begin);
  return static_cast<size_t>(behind - paragraphs_.begin()) - 1;
}

void TextRows::count_rows_from(size_t paragraph) {
  for (size_t i = std::max<size_t>(paragraph, 1); i < paragraphs_.size(); ++i) {
    paragraphs_[i].first_row = paragraphs_[i - 1].first_row + paragraphs_[i - 1].cuts.size() + 1;
  }
}

}  // namespace canvasbook
