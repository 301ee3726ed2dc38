#include "editor/text/rows.h"

#include <algorithm>
#include <set>
#include <utility>

#include "editor/text/line_breaks.h"
#include "editor/text/table_layout.h"

namespace canvasbook {

void TextRows::layout(std::u32string_view text, TextMetrics metrics) {
  metrics_ = std::move(metrics);
  if (carets_.caret > text.size() || carets_.anchor > text.size()) carets_ = {};
  paragraphs_ = laid_out_all(text, 0, text.size(), 0);
  settle_tables(text, 0, paragraphs_.size());
  place_from(0);
}

void TextRows::replace(std::u32string_view text, size_t begin, size_t removed, size_t inserted) {
  for (size_t* const place : {&carets_.caret, &carets_.anchor}) {
    if (*place == TextCarets::nowhere) continue;
    if (*place >= begin + removed) {
      *place = *place - removed + inserted;
    } else if (*place > begin) {
      *place = begin;
    }
  }
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
  size_t same = behind;
  for (; same < paragraphs_.size() && paragraphs_[same - 1].style.carried != carried_before; ++same) {
    Paragraph& paragraph = paragraphs_[same];
    carried_before = paragraph.style.carried;
    paragraph = laid_out(text, paragraph.begin, paragraph.end, paragraphs_[same - 1].style.carried);
  }
  place_from(settle_tables(text, first, same));
}

void TextRows::set_carets(std::u32string_view text, TextCarets carets) {
  if (carets == carets_) return;
  const TextCarets before = std::exchange(carets_, carets);
  size_t moved = paragraphs_.size();  // the first paragraph whose height changed
  std::set<size_t> indexes;
  for (const size_t place : {before.caret, before.anchor, carets.caret, carets.anchor}) {
    if (place <= text.size()) indexes.insert(paragraph_of(place));
  }
  for (const size_t index : indexes) {
    Paragraph& paragraph = paragraphs_[index];
    if (!paragraph.style.opens) continue;
    Paragraph fresh =
        laid_out(text, paragraph.begin, paragraph.end, index > 0 ? paragraphs_[index - 1].style.carried : 0);
    fresh.first_row = paragraph.first_row;
    fresh.top = paragraph.top;
    const bool is_as_high = bottom_of(fresh) == bottom_of(paragraph) && !fresh.style.table;
    paragraph = std::move(fresh);
    if (!is_as_high) moved = std::min({moved, index, settle_tables(text, index, index + 1)});
  }
  if (moved < paragraphs_.size()) place_from(moved);
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

const TextRows::Paragraph& TextRows::paragraph_at(float y) const {
  if (!(y > 0)) return paragraphs_.front();
  // Above the first row behind a space that row is the nearest.
  const auto behind = std::ranges::upper_bound(paragraphs_, static_cast<double>(y), {}, &TextRows::bottom_of);
  return behind == paragraphs_.end() ? paragraphs_.back() : *behind;
}

size_t TextRows::row_at(float x, float y) const {
  const Paragraph* paragraph = &paragraph_at(y);
  if (paragraph->table && paragraph->table->is_dashes) --paragraph;  // a head is always there
  if (paragraph->table) return row_in_line(*paragraph, x, static_cast<float>(y - paragraph->top));
  const double number = (y - paragraph->top) / paragraph->style.row_height;
  if (!(number > 0)) return paragraph->first_row;
  return paragraph->first_row + std::min(static_cast<size_t>(std::min(number, 1e9)), paragraph->cuts.size());
}

size_t TextRows::row_in_line(const Paragraph& paragraph, float x, float y) const {
  const TableLine& line = *paragraph.table;
  const TableColumns& columns = *line.columns;
  size_t cell = 0;
  while (cell + 1 < line.widths.size() &&
         x >= (columns.lefts[cell] + columns.widths[cell] + columns.lefts[cell + 1]) / 2)
    ++cell;
  size_t found = 0;
  for (size_t i = 0; i < line.rows.size(); ++i) {
    const bool is_first = i == 0 || line.rows[i - 1].cell != cell;
    if (line.rows[i].cell == cell && (is_first || line.rows[i].top <= y)) found = i;
  }
  return paragraph.first_row + found;
}

std::optional<size_t> TextRows::next_row(size_t row, bool down, float x) const {
  const Paragraph* paragraph = &paragraph_of_row(row);
  const auto cell_of = [&](size_t index) { return paragraph->table->rows[index - paragraph->first_row].cell; };
  const size_t beside = down ? row + 1 : row - 1;
  const bool leaves = down ? beside > paragraph->first_row + paragraph->cuts.size() : row == paragraph->first_row;
  if (!leaves && (!paragraph->table || cell_of(beside) == cell_of(row))) return beside;
  do {
    if (paragraph == (down ? &paragraphs_.back() : &paragraphs_.front())) return std::nullopt;
    paragraph += down ? 1 : -1;
  } while (paragraph->table && paragraph->table->is_dashes);
  if (paragraph->table) return row_in_line(*paragraph, x, down ? 0 : std::numeric_limits<float>::max());
  return paragraph->first_row + (down ? 0 : paragraph->cuts.size());
}

TextRange TextRows::rows_between(float top, float bottom) const {
  if (!(bottom > top) || bottom <= 0 || top >= height()) return {};
  const auto bound = [&](float y, bool is_end) {
    const Paragraph& paragraph = paragraph_at(y);
    if (paragraph.table) return paragraph.first_row + (is_end ? paragraph.cuts.size() + 1 : 0);
    const size_t row = row_at(0, y);
    return is_end && box(row).top < bottom ? row + 1 : row;
  };
  return {bound(top, false), bound(bottom, true)};
}

std::optional<TextRange> TextRows::table_around(size_t at) const {
  size_t first = paragraph_of(at);
  if (!paragraphs_[first].table) return std::nullopt;
  size_t last = first;
  while (first > 0 && paragraphs_[first - 1].table) --first;
  while (last + 1 < paragraphs_.size() && paragraphs_[last + 1].table) ++last;
  return TextRange{paragraphs_[first].begin, paragraphs_[last].end};
}

TextRows::LineOfTable TextRows::line_of_table(size_t row) const {
  const Paragraph& paragraph = paragraph_of_row(row);
  if (!paragraph.table) return {};
  return {paragraph.table.get(),
          {paragraph.first_row, paragraph.first_row + paragraph.cuts.size() + 1},
          static_cast<float>(paragraph.top)};
}

RowBox TextRows::box(size_t index) const {
  const Paragraph& paragraph = paragraph_of_row(index);
  const ParagraphStyle& style = paragraph.style;
  const size_t number = index - paragraph.first_row;
  if (paragraph.table) {
    const CellRow& row = paragraph.table->rows[number];
    const TableColumns& columns = *paragraph.table->columns;
    const float height = paragraph.table->is_dashes ? paragraph.table->height : style.row_height;
    return {static_cast<float>(paragraph.top) + row.top, height, row.left,
            columns.lefts[row.cell] + columns.widths[row.cell]};
  }
  const double top = paragraph.top + static_cast<double>(number) * style.row_height;
  return {static_cast<float>(top), style.row_height, number == 0 ? style.indent_first : style.indent_rest,
          metrics_.width};
}

std::vector<RowRun> TextRows::runs(size_t index) const {
  const Paragraph& paragraph = paragraph_of_row(index);
  const TextRow place = row(index);
  if (place.begin == place.end) return {};
  const std::vector<LookRun>& looks = paragraph.table ? paragraph.table->runs : paragraph.style.runs;
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
  Paragraph paragraph{begin, end, 0, 0, {}, {}, nullptr};
  if (metrics_.styler) {
    const auto inside = [&](size_t place) {
      return place < begin || place > end ? TextCarets::nowhere : place - begin;
    };
    paragraph.style = metrics_.styler->style(content, carried, {inside(carets_.caret), inside(carets_.anchor)});
  } else {
    paragraph.style.row_height = metrics_.row_height;
  }
  wrap(paragraph, content);
  return paragraph;
}

void TextRows::wrap(Paragraph& paragraph, std::u32string_view content) const {
  const ParagraphStyle& style = paragraph.style;
  paragraph.table = nullptr;
  paragraph.cuts = row_ends(content, {0, content.size()}, metrics_, LookReader(style.runs, style.look),
                            {metrics_.width - style.indent_first, metrics_.width - style.indent_rest});
}

size_t TextRows::settle_tables(std::u32string_view text, size_t first, size_t behind) {
  const auto is_line = [&](size_t i) { return paragraphs_[i].style.table != nullptr; };
  while (first > 0 && is_line(first - 1)) --first;
  while (behind < paragraphs_.size() && is_line(behind)) ++behind;
  for (size_t begin = first; begin < behind;) {
    size_t end = begin;
    while (end < behind && is_line(end)) ++end;
    if (end > begin) settle_table(text, begin, end);
    begin = std::max(end, begin + 1);
  }
  return first;
}

void TextRows::settle_table(std::u32string_view text, size_t first, size_t behind) {
  const auto content = [&](const Paragraph& paragraph) {
    return text.substr(paragraph.begin, paragraph.end - paragraph.begin);
  };
  const bool is_whole =
      is_table(behind - first, [&](size_t i) -> const TableSource& { return *paragraphs_[first + i].style.table; });
  if (!is_whole) {
    for (size_t i = first; i < behind; ++i) {
      if (paragraphs_[i].table) wrap(paragraphs_[i], content(paragraphs_[i]));
    }
    return;
  }
  std::vector<TableLine> fresh(behind - first);
  std::vector<const TableLine*> lines;
  for (size_t i = first; i < behind; ++i) {
    TableLine& measured = fresh[i - first];
    if (!paragraphs_[i].table) measured = measured_line(content(paragraphs_[i]), paragraphs_[i].style, metrics_);
    lines.push_back(paragraphs_[i].table ? paragraphs_[i].table.get() : &measured);
  }
  const auto columns = std::make_shared<const TableColumns>(fitting_columns(
      lines, paragraphs_[first + 1].style.table->alignments, metrics_.width, metrics_.styler->table_measures()));
  for (size_t i = first; i < behind; ++i) {
    Paragraph& paragraph = paragraphs_[i];
    const bool is_head = i == first;
    if (paragraph.table && *paragraph.table->columns == *columns && paragraph.table->is_head == is_head) continue;
    TableLine line = std::move(fresh[i - first]);
    if (paragraph.table) line = *paragraph.table;
    line.columns = columns;
    line.is_head = is_head;
    lay_out_line(line, content(paragraph), paragraph.style, metrics_);
    paragraph.cuts = line.row_ends;
    paragraph.table = std::make_shared<const TableLine>(std::move(line));
  }
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
  if (paragraph.table) return paragraph.top + paragraph.table->height;
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

float x_in_row(const TextRows& rows, std::u32string_view text, size_t row, size_t at) {
  float x = rows.box(row).indent;
  for (const RowRun& run : rows.runs(row)) {
    for (size_t i = run.begin; i < std::min(at, run.end); ++i) x += rows.metrics().advance_of(text[i], run.look);
  }
  return x;
}

}  // namespace canvasbook
