// What the text field's core does in Markdown: tables are written in by cells, lists go on, lines get marks.
#include <algorithm>
#include <utility>

#include "editor/text/core.h"

namespace canvasbook {

namespace {

bool is_blank_line(std::u32string_view line) { return line.find_first_not_of(U' ') == std::u32string_view::npos; }

std::u32string_view first_line(std::u32string_view text) { return text.substr(0, text.find(U'\n')); }

std::u32string_view last_line(std::u32string_view text) {
  const size_t feed = text.rfind(U'\n');
  return feed == std::u32string_view::npos ? text : text.substr(feed + 1);
}

std::u32string_view part(std::u32string_view text, TextRange range) {
  return text.substr(range.begin, range.end - range.begin);
}

}  // namespace

size_t TextCore::allowed(size_t at, bool keeps_blanks) const {
  const auto where = rows_.table_around(at);
  return where ? PipeTable(text_, *where).allowed(at, keeps_blanks) : at;
}

TextCore::Hit TextCore::kept_in_cell(TextMove move, Hit target) const {
  const size_t caret = cursor_.caret;
  const auto where = rows_.table_around(caret);
  const bool by_text =
      move == TextMove::left || move == TextMove::right || move == TextMove::word_left || move == TextMove::word_right;
  const bool by_row = move == TextMove::row_home || move == TextMove::row_end;
  if (where && (by_text || by_row)) {
    const PipeTable table(text_, *where);
    const PipeTable::Cell cell = table.cell_at(caret);
    const TextRange room{table.content(cell).begin, table.text_end(cell)};
    const bool left = move == TextMove::left || move == TextMove::word_left;
    if (by_row || (left ? caret > room.begin : caret < room.end)) {
      size_t nearest = std::clamp(target.nearest, room.begin, room.end);
      const bool splits = nearest > room.begin && text_[nearest - 1] == '\\' && text_[nearest] == '|';
      if (splits) nearest = left ? nearest - 1 : nearest + 1;
      return {nearest, target.affinity, nearest};
    }
    const auto beside = left ? table.before(cell) : table.behind(cell);
    if (beside) return {left ? table.text_end(*beside) : table.content(*beside).begin, Affinity::next_row, 0};
    target.nearest = left ? std::max<size_t>(where->begin, 1) - 1 : std::min(where->end + 1, text_.size());
    if (left && where->begin == 0) target.nearest = caret;
  }
  target.nearest = allowed(target.nearest);
  return target;
}

bool TextCore::holds_table(TextRange range) const {
  for (size_t at = range.begin; at <= range.end; at = line_around(at).end + 1) {
    if (rows_.table_around(at)) return true;
  }
  return false;
}

bool TextCore::is_of_one_flow(TextRange range) const {
  const auto where = rows_.table_around(range.begin);
  if (!where || range.end > where->end) return !holds_table(range);
  const PipeTable table(text_, *where);
  return table.cell_at(range.begin) == table.cell_at(range.end);
}

void TextCore::replace(TextRange range, std::u32string_view inserted, TextChange::Kind kind,
                       std::optional<TextCursor> after) {
  const auto edit = after ? std::nullopt : fitted_to_tables(range, inserted);
  if (!edit) return change(range, inserted, kind, after);
  const bool changes = part(text_, edit->range) != edit->inserted;
  if (!changes) {
    const bool was_outside = !rows_.table_around(cursor_.caret);
    if (kind == TextChange::Kind::erasing_left && was_outside) set_cursor({allowed(range.begin), allowed(range.begin)});
    return;
  }
  const bool is_mere_erasing = edit->inserted.empty();
  if (kind != TextChange::Kind::typing && !is_mere_erasing) kind = TextChange::Kind::alone;
  const Affinity affinity = inserted.empty() ? Affinity::next_row : Affinity::previous_row;
  change(edit->range, edit->inserted, kind, TextCursor{edit->caret, edit->anchor, affinity});
}

void TextCore::change(const TextEdit& edit) {
  change(edit.range, edit.inserted, TextChange::Kind::alone, TextCursor{edit.caret, edit.anchor});
}

std::optional<TextEdit> TextCore::fitted_to_tables(TextRange range, std::u32string_view inserted) const {
  const auto first = rows_.table_around(range.begin);
  const auto last = rows_.table_around(range.end);
  const auto is_inside = [&](const std::optional<TextRange>& table) {
    return table && (range.begin > table->begin || range.end < table->end);  // else all of it goes
  };
  const bool begins_inside = is_inside(first);
  const bool ends_inside = is_inside(last);
  if (!begins_inside && !ends_inside) return fitted_beside_tables(range, inserted);
  TextEdit edit{range, std::u32string(inserted), 0, 0};
  if (begins_inside) {
    const PipeTable table(text_, *first);
    const PipeTable::Cell cell = table.cell_at(range.begin);
    if (first == last && cell == table.cell_at(range.end)) return table.written(cell, range, inserted);
    edit.inserted = as_text_of_cell(inserted);
  }
  edit.caret = edit.anchor = range.begin + edit.inserted.size();
  if (begins_inside) edit.inserted += PipeTable(text_, *first).emptied({range.begin, std::min(range.end, first->end)});
  if (first == last) return edit;
  // A table keeps a line of its own on the way to what stands beside it.
  const TextRange begin_line = line_around(range.begin);
  const TextRange end_line = line_around(range.end);
  const std::u32string before(part(text_, {begin_line.begin, range.begin}));
  const bool is_blank = begins_inside ? !ends_inside && is_blank_line(part(text_, {range.end, end_line.end}))
                                      : is_blank_line(last_line(before + edit.inserted));
  const bool takes_one_feed = range.begin + 1 <= range.end && inserted.empty() &&
                              (begins_inside ? first->end + 1 == range.end : range.begin + 1 == last->begin);
  edit.inserted += is_blank || takes_one_feed ? U"\n" : U"\n\n";
  if (ends_inside) edit.inserted += PipeTable(text_, *last).emptied({last->begin, range.end});
  return edit;
}

std::optional<TextEdit> TextCore::fitted_beside_tables(TextRange range, std::u32string_view inserted) const {
  const TextRange begin_line = line_around(range.begin);
  const TextRange end_line = line_around(range.end);
  const bool is_below = begin_line.begin == range.begin && range.begin > 0 && rows_.table_around(range.begin - 1);
  const bool is_above = end_line.end == range.end && range.end < text_.size() && rows_.table_around(range.end + 1);
  if (!is_below && !is_above) return std::nullopt;
  const std::u32string now = std::u32string(part(text_, {begin_line.begin, range.begin})) + std::u32string(inserted) +
                             std::u32string(part(text_, {range.end, end_line.end}));
  TextEdit edit{range, std::u32string(inserted), range.begin + inserted.size(), range.begin + inserted.size()};
  if (is_below && is_blank_line(part(text_, begin_line)) && !is_blank_line(first_line(now))) {
    edit.inserted.insert(0, 1, U'\n');
    edit.caret = ++edit.anchor;
  }
  if (is_above && is_blank_line(part(text_, end_line)) && !is_blank_line(last_line(now))) edit.inserted += U'\n';
  if (edit.inserted == inserted) return std::nullopt;
  return edit;
}

void TextCore::break_line() {
  if (const auto where = rows_.table_around(cursor_.caret)) {
    const PipeTable table(text_, *where);
    const PipeTable::Cell cell = table.cell_at(cursor_.caret);
    if (cell.row + 1 == table.rows()) return change(table.commanded(TableCommand::row_below, cell));
    const PipeTable::Cell below{cell.row + 1, std::min(cell.column, table.cells_in(cell.row + 1) - 1)};
    is_pressed_ = false;
    return set_cursor({table.text_end(below), table.text_end(below)});
  }
  if (is_markdown() && !has_selection() && !rows_.is_verbatim(cursor_.caret)) {
    if (const auto edit = line_broken(text_, cursor_.caret)) return change(*edit);
  }
  type('\n');
}

bool TextCore::nest(bool deeper) {
  if (!is_markdown()) return false;
  if (const auto where = rows_.table_around(cursor_.caret)) {
    const PipeTable table(text_, *where);
    const PipeTable::Cell cell = table.cell_at(cursor_.caret);
    const auto beside = deeper ? table.behind(cell) : table.before(cell);
    is_pressed_ = false;
    if (beside) {
      set_cursor({table.text_end(*beside), table.content(*beside).begin});
    } else if (deeper) {
      change(table.commanded(TableCommand::row_below, {cell.row, 0}));
    }
    return true;
  }
  if (rows_.is_verbatim(cursor_.caret)) return false;
  const auto edit = nested(text_, selection(), deeper);
  if (edit && part(text_, edit->range) != edit->inserted) change(*edit);
  return edit.has_value();
}

bool TextCore::leave_table(bool down) {
  const auto where = rows_.table_around(cursor_.caret);
  if (!where || (down ? where->end != text_.size() : where->begin != 0)) return false;
  const size_t row = rows_.row_of(cursor_.caret, cursor_.affinity);
  if (rows_.next_row(row, down, wanted_x())) return false;
  const size_t place = down ? text_.size() : 0;
  change({place, place}, U"\n", TextChange::Kind::alone, TextCursor{down ? place + 1 : 0, down ? place + 1 : 0});
  return true;
}

void TextCore::command_table(TableCommand command) {
  const auto where = rows_.table_around(cursor_.caret);
  if (!where) return;
  const PipeTable table(text_, *where);
  change(table.commanded(command, table.cell_at(cursor_.caret)));
}

void TextCore::format_lines(LineFormat format) {
  if (!is_markdown() || holds_table(selection())) return;
  const TextEdit edit = formatted_lines(text_, selection(), format);
  if (part(text_, edit.range) != edit.inserted) change(edit);
}

bool TextCore::has_format(LineFormat format) const {
  return is_markdown() && !is_in_table() && have_format(text_, selection(), format);
}

void TextCore::insert_block(std::u32string_view block, size_t caret) {
  const auto table = rows_.table_around(cursor_.caret);
  const TextRange line = table ? *table : line_around(cursor_.caret);
  const bool is_empty = is_blank_line(part(text_, line));
  const TextRange range = is_empty ? line : TextRange{line.end, line.end};
  const bool needs_line_before =
      range.begin > 0 && !(is_empty && is_blank_line(part(text_, line_around(range.begin - 1))));
  const bool needs_line_behind =
      range.end == text_.size() ? !block.ends_with(U'\n') : !is_blank_line(part(text_, line_around(range.end + 1)));
  const std::u32string before = !needs_line_before ? U"" : is_empty ? U"\n" : U"\n\n";
  const std::u32string behind = needs_line_behind ? U"\n" : U"";
  const size_t at = range.begin + before.size() + caret;
  change(range, before + std::u32string(block) + behind, TextChange::Kind::alone, TextCursor{at, at});
}

void TextCore::insert_link() {
  const TextRange words = has_selection() ? selection() : word_beside(text_, cursor_.caret);
  const std::u32string_view chosen = part(text_, words);
  if (chosen.find_first_of(U"[]()\n") != std::u32string_view::npos) return;
  if (is_in_table() && allowed(words) != words) return;
  const std::u32string link = U"[" + std::u32string(chosen) + U"]()";
  const size_t at = words.begin + (chosen.empty() ? 1 : link.size() - 1);
  TextEdit edit{words, link, at, at};
  if (auto fitted = fitted_beside_tables(words, link)) {
    const size_t moved = fitted->caret - (words.begin + link.size());
    edit = std::move(*fitted);
    edit.caret = edit.anchor = at + moved;
  }
  change(edit);
}

}  // namespace canvasbook
