#include "editor/text/markdown_styles.h"

#include <algorithm>
#include <optional>

#include "editor/text/inline_markdown.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr size_t most_in_state = 255;
constexpr size_t columns_of_code = 4;  // so far a line of code stands in without a fence

std::uint8_t limited(size_t number) { return static_cast<std::uint8_t>(std::min(number, most_in_state)); }

// Reads one line from the left: quotes, lists and tasks, then the block, then what stands in the line.
class LineReader {
 public:
  LineReader(std::u32string_view line, const LineState& before) : line_(line), before_(before) {
    characters_.resize(line.size());
  }

  StyledLine read() {
    if (before_.fence == 0 || !read_fenced()) read_blocks();
    styled_.content = at_;
    join_spans();
    return std::move(styled_);
  }

 private:
  size_t blanks_end(size_t at) const {
    while (at < line_.size() && line_[at] == ' ') ++at;
    return at;
  }

  bool ends_or_blank(size_t at) const { return at >= line_.size() || line_[at] == ' '; }

  void set_role(size_t begin, size_t end, SpanRole role) {
    for (size_t i = begin; i < std::min(end, line_.size()); ++i) characters_[i].role = role;
  }

  // A mark of something that is still told without it.
  void set_hidden(TextRange mark, TextRange belongs_to) {
    set_role(mark.begin, mark.end, SpanRole::mark);
    styled_.hidden.push_back({mark, belongs_to});
  }

  void set_hidden_in_line(size_t begin, size_t end) { set_hidden({begin, end}, {0, line_.size()}); }

  void set_code(size_t begin, size_t end) {
    for (size_t i = begin; i < end; ++i) characters_[i].code = true;
  }

  // Takes up to `most` marks of quotes.
  void read_quotes(size_t most) {
    while (static_cast<size_t>(styled_.quotes) < most) {
      const size_t mark = blanks_end(at_);
      if (mark == line_.size() || line_[mark] != '>' || mark - at_ >= columns_of_code) return;
      set_role(at_, mark, SpanRole::indent);
      at_ = mark + 1;
      if (at_ < line_.size() && line_[at_] == ' ') ++at_;
      set_role(mark, at_, SpanRole::indent);
      ++styled_.quotes;
    }
  }

  // A line inside a fenced block, or false where the block ended with the quote or the list item around it.
  bool read_fenced() {
    read_quotes(before_.quotes);
    const size_t text = blanks_end(at_);
    const bool left_list = text < line_.size() && text - at_ < before_.fence_column;
    if (styled_.quotes != before_.quotes || left_list) {
      styled_.quotes = 0;
      at_ = 0;
      return false;
    }
    styled_.block = BlockKind::code;
    styled_.after = before_;
    set_code(at_, line_.size());
    const size_t length = text < line_.size() && line_[text] == before_.fence ? run_of(line_, text) : 0;
    const bool closes = length >= before_.fence_length && blanks_end(text + length) == line_.size() &&
                        text - at_ < before_.fence_column + columns_of_code;
    if (closes) {
      set_hidden_in_line(at_, line_.size());
      styled_.after.fence = styled_.after.fence_length = styled_.after.fence_column = 0;
    }
    return true;
  }

  void read_blocks() {
    read_quotes(most_in_state);
    container_begin_ = at_;
    LineState& after = styled_.after;
    after.quotes = limited(static_cast<size_t>(styled_.quotes));
    const bool same_container = before_.quotes == after.quotes;
    const size_t text = blanks_end(at_);
    const size_t column = text - at_;
    if (text == line_.size()) {
      set_role(at_, text, SpanRole::indent);
      at_ = text;
      after.list_column = same_container ? before_.list_column : 0;
      return;
    }
    const bool in_paragraph = same_container && before_.in_paragraph != 0;
    const size_t list_column = same_container ? before_.list_column : 0;
    // What stands less deep than the text of the item leaves the list, unless it goes on with its paragraph.
    after.list_column = limited(std::min(list_column, column));
    if (column >= list_column + columns_of_code) {
      if (in_paragraph) return read_paragraph(text);
      styled_.block = BlockKind::code;
      set_code(at_, line_.size());
      return;
    }
    const bool goes_on = in_paragraph && column >= list_column;
    if (goes_on && is_underline(text)) {
      set_role(at_, text, SpanRole::indent);
      set_role(text, line_.size(), SpanRole::mark);
      at_ = text;
      return;
    }
    set_role(at_, text, SpanRole::indent);
    at_ = text;
    bool interrupts = goes_on;
    while (!is_rule(line_, at_)) {
      const size_t marker = marker_end(at_, interrupts);
      if (marker == at_) break;
      styled_.block = BlockKind::list_item;
      set_role(at_, marker, is_digit(line_[at_]) ? SpanRole::number : SpanRole::bullet);
      const size_t behind = blanks_end(marker);
      const bool holds_code = behind - marker > columns_of_code;
      const size_t content = holds_code || behind == line_.size() ? std::min(marker + 1, line_.size()) : behind;
      set_role(marker, content, SpanRole::indent);
      after.list_column = limited(std::max(content, marker + 1) - container_begin_);
      at_ = content;
      interrupts = false;
      read_task();
      read_nested_quotes();
    }
    read_block_behind_marks();
  }

  // Tasks have to be followed by a blank, as the reader of the document wants it.
  void read_task() {
    const auto rest = line_.substr(at_);
    const bool done = rest.starts_with(U"[x] ") || rest.starts_with(U"[X] ");
    if (!done && !rest.starts_with(U"[ ] ")) return;
    set_role(at_, at_ + 3, done ? SpanRole::done_task : SpanRole::open_task);
    set_role(at_ + 3, at_ + 4, SpanRole::indent);
    at_ += 4;
  }

  void read_nested_quotes() {
    const int quotes = styled_.quotes;
    read_quotes(most_in_state);
    if (styled_.quotes != quotes) container_begin_ = at_;
  }

  // The end of a list's marker at `at`, or `at`. An empty item or a number other than 1 does not interrupt a paragraph.
  size_t marker_end(size_t at, bool interrupts) const {
    if (at == line_.size()) return at;
    size_t end = at;
    if (line_[at] == '-' || line_[at] == '+' || line_[at] == '*') {
      end = at + 1;
    } else {
      while (end < line_.size() && is_digit(line_[end]) && end - at < 10) ++end;
      const bool numbered = end > at && end - at < 10 && end < line_.size() && (line_[end] == '.' || line_[end] == ')');
      if (!numbered || (interrupts && line_.substr(at, end - at) != U"1")) return at;
      ++end;
    }
    if (!ends_or_blank(end) || (interrupts && blanks_end(end) == line_.size())) return at;
    return end;
  }

  // Whether the line makes a heading of the line before.
  bool is_underline(size_t at) const {
    return (line_[at] == '=' || line_[at] == '-') && blanks_end(at + run_of(line_, at)) == line_.size();
  }

  void read_block_behind_marks() {
    if (at_ == line_.size()) return;
    const size_t run = run_of(line_, at_);
    if (is_rule(line_, at_)) {
      styled_.block = BlockKind::rule;
      set_hidden_in_line(at_, line_.size());
    } else if (line_[at_] == '#' && run <= 6 && ends_or_blank(at_ + run)) {
      read_heading(run);
    } else if (run >= 3 && (line_[at_] == '~' || (line_[at_] == '`' && !has_backtick(at_ + run)))) {
      styled_.block = BlockKind::code;
      set_code(at_, line_.size());
      set_hidden_in_line(at_, line_.size());
      styled_.after.fence = static_cast<std::uint8_t>(line_[at_]);
      styled_.after.fence_length = limited(run);
      styled_.after.fence_column = styled_.after.list_column;
      styled_.after.quotes = limited(static_cast<size_t>(styled_.quotes));
    } else {
      read_paragraph(at_);
      if (line_[at_] == '|') read_table_row();
    }
  }

  // Its bars recede; the first row is the head, and the row of dashes below it is nothing but marks.
  void read_table_row() {
    styled_.block = BlockKind::table;
    styled_.after.in_table = 1;
    styled_.is_table_line = styled_.quotes == 0 && styled_.after.list_column == 0 && at_ < columns_of_code;
    const auto row = line_.substr(at_);
    if (row.find_first_not_of(U"|-: ") == std::u32string_view::npos) return set_role(at_, line_.size(), SpanRole::mark);
    for (size_t i = at_; i < line_.size(); ++i) {
      if (line_[i] == '|' && (i == at_ || line_[i - 1] != '\\')) set_role(i, i + 1, SpanRole::mark);
      if (before_.in_table == 0) characters_[i].bold = true;
    }
  }

  bool has_backtick(size_t at) const { return line_.find(U'`', at) != std::u32string_view::npos; }

  void read_heading(size_t marks) {
    styled_.block = BlockKind::heading;
    styled_.heading = static_cast<int>(marks);
    const size_t begin = blanks_end(at_ + marks);
    set_hidden_in_line(at_, begin);
    size_t end = line_.size();
    while (end > begin && line_[end - 1] == ' ') --end;
    size_t closing = end;
    while (closing > begin && line_[closing - 1] == '#') --closing;
    if (closing < end && (closing == begin || line_[closing - 1] == ' ')) {
      set_hidden_in_line(closing, line_.size());
      end = closing;
    }
    read_inline_text({begin, end});
  }

  void read_paragraph(size_t text) {
    set_role(at_, text, SpanRole::indent);
    at_ = text;
    if (at_ < line_.size()) styled_.after.in_paragraph = 1;
    if (before_.in_paragraph != 0 && styled_.block == BlockKind::body && before_.quotes == styled_.after.quotes) {
      styled_.after.list_column = before_.list_column;  // a paragraph of the item goes on even without its blanks
    }
    read_inline_text({at_, line_.size()});
  }

  void read_inline_text(TextRange range) {
    const auto text = line_.substr(range.begin, range.end - range.begin);
    if (text.find_first_of(U"*_`[<\\") == std::u32string_view::npos) return;
    const InlineMarkdown found = read_inline(text, EmphasisMarks::stars_and_underscores);
    for (const EmphasisSpan& span : found.emphasis) {
      for (const TextRange mark : {span.opening, span.closing}) {
        set_hidden({range.begin + mark.begin, range.begin + mark.end},
                   {range.begin + span.opening.begin, range.begin + span.closing.end});
      }
      for (size_t i = span.opening.end; i < span.closing.begin; ++i) {
        StyledSpan& character = characters_[range.begin + i];
        (span.emphasis == Emphasis::bold ? character.bold : character.italic) = true;
      }
    }
    for (const size_t escape : found.escapes) {
      const size_t at = range.begin + escape;
      set_hidden({at, at + 1}, {at, at + 2});
    }
    for (const InlineUnit& unit : found.units) {
      read_unit({range.begin + unit.range.begin, range.begin + unit.range.end}, unit.kind);
    }
  }

  void read_unit(TextRange range, InlineUnit::Kind kind) {
    if (kind == InlineUnit::Kind::code) {
      const size_t length = run_of(line_, range.begin);
      set_code(range.begin, range.end);
      set_hidden({range.begin, range.begin + length}, range);
      set_hidden({range.end - length, range.end}, range);
    } else if (kind == InlineUnit::Kind::link) {
      const size_t close = line_.find(U']', range.begin);
      const bool is_picture = range.begin > 0 && line_[range.begin - 1] == '!';
      const TextRange whole{range.begin - (is_picture ? 1 : 0), range.end};
      set_role(whole.begin, range.begin + 1, SpanRole::mark);
      set_role(close, range.end, SpanRole::mark);
      if (close > range.begin + 1) {  // without words the address is all there is to see
        styled_.hidden.push_back({{whole.begin, range.begin + 1}, whole});
        styled_.hidden.push_back({{close, range.end}, whole});
      }
      set_role(close + 2, range.end - 1, SpanRole::address);
      for (size_t i = range.begin + 1; i < close; ++i) characters_[i].link = true;
      read_inline_text({range.begin + 1, close});
    } else if (line_.substr(range.begin, range.end - range.begin).find_first_of(U":@") != std::u32string_view::npos) {
      set_hidden({range.begin, range.begin + 1}, range);
      set_hidden({range.end - 1, range.end}, range);
      for (size_t i = range.begin + 1; i + 1 < range.end; ++i) characters_[i].link = true;
    }
  }

  void join_spans() {
    std::vector<StyledSpan>& spans = styled_.spans;
    for (size_t i = 0; i < characters_.size(); ++i) {
      StyledSpan next = characters_[i];
      next.begin = spans.empty() ? 0 : spans.back().begin;
      next.end = i;
      if (!spans.empty() && spans.back() == next) {
        spans.back().end = i + 1;
      } else {
        next.begin = i;
        next.end = i + 1;
        spans.push_back(next);
      }
    }
  }

  std::u32string_view line_;
  const LineState& before_;
  StyledLine styled_;
  std::vector<StyledSpan> characters_;  // one a character, without begin and end
  size_t at_ = 0;                       // what stands before it is read
  size_t container_begin_ = 0;          // behind the marks of quotes
};

}  // namespace

StyledLine style_line(std::u32string_view line, const LineState& before) { return LineReader(line, before).read(); }

}  // namespace canvasbook
