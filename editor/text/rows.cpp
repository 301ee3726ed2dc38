#include "editor/text/rows.h"

#include <algorithm>

#include "editor/text/words.h"
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

// Tells the looks of a paragraph's code points, asked for from left to right.
class LookReader {
 public:
  explicit LookReader(const ParagraphStyle& style) : style_(style) {}

  Look operator()(size_t at) {
    while (run_ < style_.runs.size() && style_.runs[run_].end <= at) ++run_;
    return run_ < style_.runs.size() ? style_.runs[run_].look : style_.look;
  }

 private:
  const ParagraphStyle& style_;
  size_t run_ = 0;
};

std::vector<size_t> wrap(std::u32string_view text, const TextMetrics& metrics, const ParagraphStyle& style) {
  std::vector<size_t> cuts;
  LookReader look(style);
  size_t row_begin = 0;
  size_t opportunity = 0;
  size_t before = 0;
  float width = 0;
  float width_at_opportunity = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t end = cluster_end(text, at);
    float cluster = 0;
    for (size_t i = at; i < end; ++i) cluster += metrics.advance_of(text[i], look(i));
    if (at > row_begin && may_break(text, before, at)) {
      opportunity = at;
      width_at_opportunity = width;
    }
    // Blanks hang over the edge. What is carried over may itself be too wide for a row; then it is cut once more.
    while (!is_blank(text[at]) && at > row_begin &&
           width + cluster > metrics.width - (cuts.empty() ? style.indent_first : style.indent_rest)) {
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
  paragraphs_ = laid_out_all(text, 0, text.size(), 0);
  place_from(0);
}

void TextRows::replace(std::u32string_view text, size_t begin, size_t removed, size_t inserted) {
  const size_t first = paragraph_of(begin);
  const size_t last = paragraph_of(begin + removed);
  const size_t new_end = paragraphs_[last].end - removed + inserted;
  std::uint64_t carried_before = paragraphs_[last].style.carried;
  std::vector<Paragraph> fresh =
      laid_out_all(text, paragraphs_[first].begin, new_end, first > 0 ? paragraphs_[first - 1].style.carried : 0);
  for (size_t i = last + 1; i < paragraphs_.size(); ++i) {
    paragraphs_[i].begin = paragraphs_[i].begin - removed + inserted;
    paragraphs_[i].end = paragraphs_[i].end - removed + inserted;
  }
  const size_t behind = first + fresh.size();
  const size_t kept = std::min(fresh.size(), last - first + 1);
  const auto at = paragraphs_.begin() + static_cast<std::ptrdiff_t>(first);
  const auto middle = fresh.begin() + static_cast<std::ptrdiff_t>(kept);
  const auto rest = std::move(fresh.begin(), middle, at);
  if (middle != fresh.end()) {
    paragraphs_.insert(rest, std::make_move_iterator(middle), std::make_move_iterator(fresh.end()));
  } else {
    paragraphs_.erase(rest, paragraphs_.begin() + static_cast<std::ptrdiff_t>(last + 1));
  }
  for (size_t i = behind; i < paragraphs_.size() && paragraphs_[i - 1].style.carried != carried_before; ++i) {
    carried_before = paragraphs_[i].style.carried;
    paragraphs_[i] = laid_out(text, paragraphs_[i].begin, paragraphs_[i].end, paragraphs_[i - 1].style.carried);
  }
  place_from(first);
}

TextRow TextRows::row(size_t index) const {
  const Paragraph& paragraph = paragraph_of_row(index);
  const size_t number = index - paragraph.first_row;
  const bool soft = number < paragraph.cuts.size();
  return {row_begin(paragraph, number), soft ? paragraph.begin + paragraph.cuts[number] : paragraph.end, soft};
}

size_t TextRows::row_of(size_t at, Affinity affinity) const {
  const Paragraph& paragraph = paragraphs_[paragraph_of(at)];
  const size_t inside = at - paragraph.begin;
  const auto cut = affinity == Affinity::next_row ? std::ranges::upper_bound(paragraph.cuts, inside)
                                                  : std::ranges::lower_bound(paragraph.cuts, inside);
  return paragraph.first_row + static_cast<size_t>(cut - paragraph.cuts.begin());
}

size_t TextRows::row_at(float y) const {
  if (!(y > 0)) return 0;
  if (y >= height()) return count() - 1;
  // Above the first row behind a space that row is the nearest.
  const auto behind = std::ranges::upper_bound(paragraphs_, static_cast<double>(y), {}, &TextRows::bottom_of);
  const Paragraph& paragraph = behind == paragraphs_.end() ? paragraphs_.back() : *behind;
  const double number = (y - paragraph.top) / paragraph.style.row_height;
  if (!(number > 0)) return paragraph.first_row;
  return paragraph.first_row + std::min(static_cast<size_t>(number), paragraph.cuts.size());
}

RowBox TextRows::box(size_t index) const {
  const Paragraph& paragraph = paragraph_of_row(index);
  const ParagraphStyle& style = paragraph.style;
  const size_t number = index - paragraph.first_row;
  const double top = paragraph.top + static_cast<double>(number) * style.row_height;
  return {static_cast<float>(top), style.row_height, number == 0 ? style.indent_first : style.indent_rest};
}

std::vector<RowRun> TextRows::runs(size_t index) const {
  const Paragraph& paragraph = paragraph_of_row(index);
  const TextRow place = row(index);
  if (place.begin == place.end) return {};
  const std::vector<LookRun>& looks = paragraph.style.runs;
  std::vector<RowRun> runs;
  auto look = std::ranges::upper_bound(looks, place.begin - paragraph.begin, {}, &LookRun::end);
  for (size_t begin = place.begin; begin < place.end; ++look) {
    const bool known = look != looks.end();
    const size_t end = known ? std::min(paragraph.begin + look->end, place.end) : place.end;
    runs.push_back({begin, end, known ? look->look : paragraph.style.look});
    begin = end;
    if (!known) break;
  }
  return runs;
}

TextRows::Paragraph TextRows::laid_out(std::u32string_view text, size_t begin, size_t end,
                                       std::uint64_t carried) const {
  const auto content = text.substr(begin, end - begin);
  Paragraph paragraph{begin, end, 0, 0, {}, {}};
  if (metrics_.styler) {
    paragraph.style = metrics_.styler->style(content, carried);
  } else {
    paragraph.style.row_height = metrics_.row_height;
  }
  paragraph.cuts = wrap(content, metrics_, paragraph.style);
  return paragraph;
}

std::vector<TextRows::Paragraph> TextRows::laid_out_all(std::u32string_view text, size_t begin, size_t end,
                                                        std::uint64_t carried) const {
  std::vector<Paragraph> paragraphs;
  while (true) {
    const size_t feed = std::min(text.find(U'\n', begin), end);
    paragraphs.push_back(laid_out(text, begin, feed, carried));
    if (feed == end) return paragraphs;
    carried = paragraphs.back().style.carried;
    begin = feed + 1;
  }
}

double TextRows::bottom_of(const Paragraph& paragraph) {
  return paragraph.top + static_cast<double>(paragraph.cuts.size() + 1) * paragraph.style.row_height;
}

size_t TextRows::row_begin(const Paragraph& paragraph, size_t number) {
  return paragraph.begin + (number > 0 ? paragraph.cuts[number - 1] : 0);
}

const TextRows::Paragraph& TextRows::paragraph_of_row(size_t index) const {
  return *(std::ranges::upper_bound(paragraphs_, index, {}, &Paragraph::first_row) - 1);
}

size_t TextRows::paragraph_of(size_t at) const {
  const auto behind = std::ranges::upper_bound(paragraphs_, at, {}, &Paragraph::begin);
  return static_cast<size_t>(behind - paragraphs_.begin()) - 1;
}

void TextRows::place_from(size_t paragraph) {
  paragraphs_[0].top = paragraphs_[0].style.space_before;
  for (size_t i = std::max<size_t>(paragraph, 1); i < paragraphs_.size(); ++i) {
    const Paragraph& before = paragraphs_[i - 1];
    paragraphs_[i].first_row = before.first_row + before.cuts.size() + 1;
    paragraphs_[i].top = bottom_of(before) + paragraphs_[i].style.space_before;
  }
}

}  // namespace canvasbook
