#include "editor/text/line_marks.h"

#include <algorithm>

#include "editor/text/inline_markdown.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

struct MarkedLine {
  size_t begin = 0;
  std::u32string_view text;
  LineMarks marks;

  size_t end() const { return begin + text.size(); }
  bool is_empty_behind_marks() const { return text.find_first_not_of(U' ', marks.text) == std::u32string_view::npos; }
};

MarkedLine line_at(std::u32string_view text, size_t place) {
  const TextRange range = paragraph_around(text, place);
  const std::u32string_view line = text.substr(range.begin, range.end - range.begin);
  return {range.begin, line, read_line_marks(line)};
}

std::vector<MarkedLine> lines_of(std::u32string_view text, TextRange selected) {
  std::vector<MarkedLine> lines{line_at(text, selected.begin)};
  while (lines.back().end() < selected.end) lines.push_back(line_at(text, lines.back().end() + 1));
  // A selection that ends at the beginning of a line has nothing of it.
  if (lines.size() > 1 && lines.back().begin == selected.end) lines.pop_back();
  return lines;
}

std::optional<MarkedLine> line_before(std::u32string_view text, const MarkedLine& line) {
  if (line.begin == 0) return std::nullopt;
  return line_at(text, line.begin - 1);
}

std::u32string number_text(size_t number) { return to_editable(std::to_string(number)); }

// The marks of a line with another number or mark in place of its own.
std::u32string mark_of(LineKind kind, size_t number, int heading) {
  switch (kind) {
    case LineKind::text:
      return {};
    case LineKind::heading:
      return std::u32string(static_cast<size_t>(heading), U'#') + U' ';
    case LineKind::bullet:
      return U"- ";
    case LineKind::number:
      return number_text(number) + U". ";
    case LineKind::task:
      return U"- [ ] ";
  }
  return {};
}

TextEdit edit_at(size_t begin, size_t end, std::u32string inserted) {
  const size_t caret = begin + inserted.size();
  return {{begin, end}, std::move(inserted), caret, caret};
}

// Lines that are written anew; the places of caret and anchor move along with the text behind the marks.
class Rewriting {
 public:
  Rewriting(TextRange selected, size_t begin)
      : selected_(selected), moved_(selected), edit_{{begin, begin}, {}, 0, 0} {}

  void add(const MarkedLine& line, const std::u32string& marks) {
    if (added_) edit_.inserted += U'\n';
    added_ = true;
    const size_t now = edit_.range.begin + edit_.inserted.size();
    move(selected_.begin, moved_.begin, line, now, marks.size());
    move(selected_.end, moved_.end, line, now, marks.size());
    edit_.inserted += marks;
    edit_.inserted += line.text.substr(line.marks.text);
    edit_.range.end = line.end();
  }

  TextEdit edit() {
    edit_.anchor = moved_.begin;
    edit_.caret = moved_.end;
    return std::move(edit_);
  }

 private:
  static void move(size_t place, size_t& moved, const MarkedLine& line, size_t now, size_t marks) {
    if (place < line.begin || place > line.end()) return;
    const size_t inside = place - line.begin;
    moved = now + marks + (inside > line.marks.text ? inside - line.marks.text : 0);
  }

  TextRange selected_;
  TextRange moved_;
  TextEdit edit_;
  bool added_ = false;
};

// Whether a line is an item of the lists of another: it stands in the same quote.
bool is_listed_with(const MarkedLine& line, const MarkedLine& other) {
  return line.marks.is_item() && line.marks.quotes_end == other.marks.quotes_end;
}

std::optional<MarkedLine> item_before(std::u32string_view text, const MarkedLine& line) {
  const auto before = line_before(text, line);
  return before && is_listed_with(*before, line) ? before : std::nullopt;
}

// The number that an item at a depth has behind the items before it.
size_t next_number(std::u32string_view text, const MarkedLine& line, size_t depth) {
  for (auto before = item_before(text, line); before; before = item_before(text, *before)) {
    if (before->marks.begin < depth) return 1;
    if (before->marks.begin == depth) return before->marks.kind == LineKind::number ? before->marks.number + 1 : 1;
  }
  return 1;
}

// Where the mark of an item stands one level deeper or less deep.
size_t next_depth(std::u32string_view text, const MarkedLine& line, bool deeper) {
  const size_t depth = line.marks.begin;
  for (auto before = item_before(text, line); before; before = item_before(text, *before)) {
    if (before->marks.begin < depth) return deeper ? depth : before->marks.begin;
    if (before->marks.begin == depth && deeper) return depth + before->marks.nested;
  }
  return deeper ? depth : line.marks.quotes_end;
}

}  // namespace

LineMarks read_line_marks(std::u32string_view line) {
  LineMarks marks;
  const auto blanks_end = [&](size_t at) {
    while (at < line.size() && line[at] == ' ') ++at;
    return at;
  };
  size_t at = 0;
  while (blanks_end(at) < line.size() && line[blanks_end(at)] == '>') {
    at = blanks_end(at) + 1;
    if (at < line.size() && line[at] == ' ') ++at;
  }
  marks.quotes_end = marks.begin = marks.text = at;
  const size_t begin = blanks_end(at);
  if (begin == line.size() || is_rule(line, begin)) return marks;
  const size_t run = run_of(line, begin);
  size_t end = begin;
  if (line[begin] == '#' && run <= 6) {
    marks.kind = LineKind::heading;
    marks.heading = static_cast<int>(run);
    end = begin + run;
  } else if (line[begin] == '-' || line[begin] == '+' || line[begin] == '*') {
    marks.kind = LineKind::bullet;
    end = begin + 1;
  } else {
    while (end < line.size() && is_digit(line[end]) && end - begin < 9) {
      marks.number = marks.number * 10 + (line[end++] - '0');
    }
    const bool is_number = end > begin && end < line.size() && (line[end] == '.' || line[end] == ')');
    if (!is_number) return marks;
    marks.kind = LineKind::number;
    ++end;
  }
  if (end < line.size() && line[end] != ' ') {
    marks.kind = LineKind::text;
    return marks;
  }
  marks.begin = begin;
  marks.text = std::min(end + 1, line.size());
  marks.nested = end + 1 - begin;
  const std::u32string_view rest = line.substr(marks.text);
  const bool is_task = rest.starts_with(U"[ ] ") || rest.starts_with(U"[x] ") || rest.starts_with(U"[X] ");
  if (marks.kind == LineKind::bullet && is_task) {
    marks.kind = LineKind::task;
    marks.text += 4;
  }
  return marks;
}

std::optional<TextEdit> line_broken(std::u32string_view text, size_t caret) {
  const MarkedLine line = line_at(text, caret);
  const LineMarks& marks = line.marks;
  const size_t text_begin = line.begin + marks.text;
  if (caret < text_begin || marks.text == 0 || (marks.kind == LineKind::heading && marks.quotes_end == 0)) {
    return std::nullopt;
  }
  if (line.is_empty_behind_marks()) {
    if (marks.is_item() && marks.begin > marks.quotes_end) return nested(text, {caret, caret}, false);
    const size_t kept = marks.is_item() ? marks.quotes_end : 0;
    // Without an empty line, what is written next would belong to the item or the quote above.
    const bool is_below_text = line.begin > 0 && !line_at(text, line.begin - 1).is_empty_behind_marks();
    const std::u32string before = is_below_text ? U"\n" + std::u32string(line.text.substr(0, kept)) : U"";
    return edit_at(line.begin + kept, line.end(), before);
  }
  std::u32string next = U"\n" + std::u32string(line.text.substr(0, marks.is_item() ? marks.begin : marks.quotes_end));
  if (marks.is_item()) {
    const std::u32string own(line.text.substr(marks.begin, marks.text - marks.begin));
    if (marks.kind == LineKind::number) {
      next += number_text(marks.number + 1) + own.substr(own.find_first_not_of(U"0123456789"));
    } else {
      next += marks.kind == LineKind::task ? own.substr(0, 2) + U"[ ] " : own;
    }
  }
  return edit_at(caret, caret, std::move(next));
}

std::optional<TextEdit> nested(std::u32string_view text, TextRange selected, bool deeper) {
  std::vector<MarkedLine> lines = lines_of(text, selected);
  if (std::ranges::none_of(lines, [](const MarkedLine& line) { return line.marks.is_item(); })) return std::nullopt;
  const MarkedLine first = *std::ranges::find_if(lines, [](const MarkedLine& line) { return line.marks.is_item(); });
  const size_t depth = first.marks.begin;
  const size_t now = next_depth(text, first, deeper);
  // What belongs to the last item goes with it.
  while (lines.back().end() < text.size()) {
    const MarkedLine next = line_at(text, lines.back().end() + 1);
    if (!is_listed_with(next, first) || next.marks.begin <= depth) break;
    lines.push_back(next);
  }
  Rewriting rewriting(selected, lines.front().begin);
  for (const MarkedLine& line : lines) {
    const LineMarks& marks = line.marks;
    std::u32string before(line.text.substr(0, marks.text));
    if (is_listed_with(line, first) && marks.begin >= depth) {
      const std::u32string own = before.substr(marks.begin);
      const size_t blanks = (now - marks.quotes_end) + (marks.begin - depth);
      before = before.substr(0, marks.quotes_end) + std::u32string(blanks, U' ');
      const bool is_counted = marks.kind == LineKind::number && line.begin == first.begin && now != depth;
      before += is_counted
                    ? number_text(next_number(text, line, now)) + own.substr(own.find_first_not_of(U"0123456789"))
                    : own;
    }
    rewriting.add(line, before);
  }
  return rewriting.edit();
}

bool have_format(std::u32string_view text, TextRange selected, LineFormat wanted) {
  const auto has_format = [&](const LineMarks& marks) {
    if (wanted.quote) return marks.quotes_end > 0;
    return marks.kind == wanted.kind && (wanted.kind != LineKind::heading || marks.heading == wanted.heading);
  };
  MarkedLine line = line_at(text, selected.begin);
  while (has_format(line.marks)) {
    // A selection that ends at the beginning of a line has nothing of it.
    if (line.end() + 1 >= selected.end) return true;
    line = line_at(text, line.end() + 1);
  }
  return false;
}

TextEdit formatted_lines(std::u32string_view text, TextRange selected, LineFormat wanted) {
  const std::vector<MarkedLine> lines = lines_of(text, selected);
  const bool takes_away = have_format(text, selected, wanted);
  Rewriting rewriting(selected, lines.front().begin);
  size_t number = 0;
  for (const MarkedLine& line : lines) {
    const LineMarks& marks = line.marks;
    std::u32string before(line.text.substr(0, marks.text));
    const bool is_blank = line.is_empty_behind_marks() && lines.size() > 1;
    if (wanted.quote) {
      before = takes_away ? before.substr(marks.quotes_end) : U"> " + before;
    } else if (!is_blank) {
      const size_t kept = wanted.kind == LineKind::heading ? marks.quotes_end : marks.begin;
      before = before.substr(0, kept) + mark_of(takes_away ? LineKind::text : wanted.kind, ++number, wanted.heading);
    }
    rewriting.add(line, before);
  }
  return rewriting.edit();
}

}  // namespace canvasbook
