#include "editor/text/core.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "model/text/grapheme.h"

namespace canvasbook {

namespace {

// How much of the row height a selected line feed takes in width.
constexpr float line_feed_width = 0.3F;

// The clicks of a double click fall this near to each other, in heights of a row.
constexpr float as_one_place = 0.5F;

bool is_vertical(TextMove move) {
  return move == TextMove::row_up || move == TextMove::row_down || move == TextMove::page_up ||
         move == TextMove::page_down;
}

bool leads_left(TextMove move) {
  return move == TextMove::left || move == TextMove::word_left || move == TextMove::row_up ||
         move == TextMove::page_up || move == TextMove::row_home || move == TextMove::text_home;
}

bool is_typeable(char32_t c) {
  const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  const bool surrogate = c >= 0xD800 && c < 0xE000;
  return c == '\n' || (!control && !surrogate && c <= 0x10FFFF);
}

}  // namespace

TextCore::TextCore(std::string_view utf8) { set_text(utf8); }

void TextCore::set_text(std::string_view utf8) {
  text_ = to_editable(utf8);
  utf8_ = to_utf8(text_);
  place_ = {};
  rows_.layout(text_, rows_.metrics());
  history_ = {};
  ++revision_;
  pressed_.reset();
  set_cursor({text_.size(), text_.size()});
}

void TextCore::set_metrics(TextMetrics metrics) {
  rows_.layout(text_, std::move(metrics));
  kept_x_ = -1;
  cursor_ = {allowed(cursor_.caret), allowed(cursor_.anchor), cursor_.affinity};
}

void TextCore::set_page_rows(size_t rows) { page_rows_ = std::max<size_t>(rows, 1); }

TextRange TextCore::selection() const {
  return {std::min(cursor_.caret, cursor_.anchor), std::max(cursor_.caret, cursor_.anchor)};
}

std::string TextCore::selected_text() const {
  const TextRange range = selection();
  return to_utf8(std::u32string_view(text_).substr(range.begin, range.end - range.begin));
}

void TextCore::move(TextMove move, bool extend) {
  is_pressed_ = false;
  const float x = is_vertical(move) ? wanted_x() : -1;
  Hit target;
  if (!extend && has_selection() && (move == TextMove::left || move == TextMove::right)) {
    target.nearest = move == TextMove::left ? selection().begin : selection().end;
  } else {
    target = target_of(move);
  }
  set_cursor({target.nearest, extend ? cursor_.anchor : target.nearest, target.affinity});
  kept_x_ = x;
}

void TextCore::select(size_t anchor, size_t caret) {
  is_pressed_ = false;
  set_cursor({allowed(bound_before(caret)), allowed(bound_before(anchor))});
}

void TextCore::select_all() {
  is_pressed_ = false;
  set_cursor({text_.size(), 0});
}

void TextCore::press(TextPoint point, int clicks, bool extend) {
  const float near = rows_.metrics().row_height * as_one_place;
  const bool goes_on = clicks > 1 && pressed_ && std::abs(pressed_->point.x - point.x) < near &&
                       std::abs(pressed_->point.y - point.y) < near;
  const Hit target = goes_on ? pressed_->hit : hit(point);
  pressed_ = Press{point, target};
  is_pressed_ = true;
  grain_ = clicks <= 1 ? Grain::character : clicks == 2 ? Grain::word : Grain::paragraph;
  if (grain_ == Grain::character) {
    const size_t place = allowed(target.nearest);
    set_cursor({place, extend ? cursor_.anchor : place, target.affinity});
  } else {
    origin_ = allowed(grain_at(target.under));
    set_cursor({origin_.end, origin_.begin, Affinity::previous_row});
  }
}

void TextCore::drag(TextPoint point) {
  const Hit target = hit(point);
  if (grain_ == Grain::character) {
    set_cursor({allowed(target.nearest), cursor_.anchor, target.affinity});
    return;
  }
  const TextRange reached = allowed(grain_at(target.under));
  if (reached.begin < origin_.begin) {
    set_cursor({reached.begin, origin_.end});
  } else {
    set_cursor({std::max(reached.end, origin_.end), origin_.begin, Affinity::previous_row});
  }
}

void TextCore::release() {
  is_pressed_ = false;
  show_marks();
}

void TextCore::type(char32_t code_point) {
  if (!is_typeable(code_point)) return;
  const auto kind = code_point == '\n' ? TextChange::Kind::alone : TextChange::Kind::typing;
  replace(selection(), std::u32string_view(&code_point, 1), kind);
}

void TextCore::insert(std::string_view utf8) {
  const std::u32string pasted = to_editable(utf8);
  if (!pasted.empty()) replace(selection(), pasted, TextChange::Kind::alone);
}

void TextCore::erase(TextMove move) {
  if (has_selection()) return replace(selection(), {}, TextChange::Kind::alone);
  const size_t target = target_of(move).nearest;
  TextRange range{std::min(target, cursor_.caret), std::max(target, cursor_.caret)};
  if (is_markdown() && move == TextMove::left && !rows_.is_verbatim(cursor_.caret)) {
    // The marks of a line go as one: some of them are not seen.
    const TextRange line = line_around(cursor_.caret);
    const LineMarks marks = read_line_marks(std::u32string_view(text_).substr(line.begin, line.end - line.begin));
    const size_t mark = marks.kind == LineKind::text ? 0 : marks.begin;
    if (marks.text > 0 && cursor_.caret == line.begin + marks.text) range.begin = line.begin + mark;
  }
  replace(range, {}, leads_left(move) ? TextChange::Kind::erasing_left : TextChange::Kind::erasing_right);
}

std::string TextCore::cut() {
  std::string taken = selected_text();
  replace(selection(), {}, TextChange::Kind::alone);
  return taken;
}

void TextCore::toggle_emphasis(Emphasis emphasis) {
  const bool selected = has_selection();
  const TextRange range = selected ? selection() : word_beside(text_, cursor_.caret);
  if (!is_of_one_flow(range)) return;
  const auto edit = toggled_emphasis(text_, range, emphasis);
  if (!edit) return;
  TextCursor after{edit->selection.end, edit->selection.begin};
  if (!selected) {
    const size_t inside = cursor_.caret - std::min(cursor_.caret, edit->taken.begin);
    after.caret = after.anchor = std::min(edit->selection.begin + inside, edit->selection.end);
  } else if (cursor_.caret < cursor_.anchor) {
    std::swap(after.caret, after.anchor);
  }
  replace({edit->begin, edit->begin + edit->removed}, edit->inserted, TextChange::Kind::alone, after);
}

void TextCore::undo() {
  if (!can_undo()) return;
  is_pressed_ = false;
  const TextChange* change = nullptr;
  do {
    change = &history_.undo();
    put(change->begin, change->inserted.size(), change->removed);
  } while (change->goes_on);
  last_retrace_ = Retrace::undo;
  set_cursor(change->before);
}

void TextCore::redo() {
  if (!can_redo()) return;
  is_pressed_ = false;
  const TextChange* change = nullptr;
  do {
    change = &history_.redo();
    put(change->begin, change->removed.size(), change->inserted);
  } while (history_.redo_goes_on());
  last_retrace_ = Retrace::redo;
  set_cursor(change->after);
}

float TextCore::x_of(size_t row, size_t at) const {
  float x = rows_.box(row).indent;
  for (const RowRun& run : rows_.runs(row)) {
    for (size_t i = run.begin; i < std::min(at, run.end); ++i) x += rows_.metrics().advance_of(text_[i], run.look);
  }
  return x;
}

TextRectangle TextCore::caret_rectangle() const {
  const size_t row = rows_.row_of(cursor_.caret, cursor_.affinity);
  const RowBox box = rows_.box(row);
  return {std::min(x_of(row, cursor_.caret), box.right), box.top, 0, box.height};
}

std::vector<TextRectangle> TextCore::selection_rectangles(float top, float bottom) const {
  std::vector<TextRectangle> rectangles;
  const TextRange selected = selection();
  const TextRange seen = has_selection() ? rows_.rows_between(top, bottom) : TextRange{};
  for (size_t i = seen.begin; i < seen.end; ++i) {
    const TextRow row = rows_.row(i);
    const size_t begin = std::max(selected.begin, row.begin);
    const size_t end = std::min(selected.end, row.end);
    const bool feed = !row.soft && begin <= row.end && selected.end > row.end;
    if (begin >= end && !feed) continue;
    const RowBox box = rows_.box(i);
    const float edge = box.right;
    const float left = std::min(x_of(i, begin), edge);
    const float right = x_of(i, end) + (feed ? box.height * line_feed_width : 0);
    rectangles.push_back({left, box.top, std::min(right, edge) - left, box.height});
  }
  return rectangles;
}

TextCore::Hit TextCore::hit(TextPoint point) const { return hit_in_row(rows_.row_at(point.x, point.y), point.x); }

TextCore::Hit TextCore::hit_in_row(size_t row, float x) const {
  Hit found = hit_of_all(row, x);
  const size_t begin = rows_.row(row).begin;
  if (const auto where = rows_.table_around(begin)) {
    const PipeTable table(text_, *where);
    const PipeTable::Cell cell = table.cell_at(begin);
    const auto in_cell = [&](size_t at) { return std::clamp(at, table.content(cell).begin, table.text_end(cell)); };
    found = {in_cell(found.nearest), found.affinity, in_cell(found.under)};
  }
  return found;
}

TextCore::Hit TextCore::hit_of_all(size_t row, float x) const {
  const TextRow place = rows_.row(row);
  const Affinity at_end = place.soft ? Affinity::previous_row : Affinity::next_row;
  const std::vector<RowRun> runs = rows_.runs(row);
  auto run = runs.begin();
  float left = rows_.box(row).indent;
  for (size_t at = place.begin; at < place.end;) {
    const size_t end = cluster_end(text_, at);
    float width = 0;
    for (size_t i = at; i < end; ++i) {
      while (run->end <= i) ++run;
      width += rows_.metrics().advance_of(text_[i], run->look);
    }
    if (x < left + width / 2) return {at, Affinity::next_row, at};
    if (x < left + width) return {end, end == place.end ? at_end : Affinity::next_row, at};
    left += width;
    at = end;
  }
  return {place.end, at_end, place.soft ? cluster_begin(text_, place.end - 1) : place.end};
}

TextCore::Hit TextCore::target_of(TextMove move) const {
  const size_t caret = cursor_.caret;
  const size_t row = rows_.row_of(caret, cursor_.affinity);
  Hit target;
  switch (move) {
    case TextMove::left:
      target.nearest = caret == 0 ? 0 : cluster_begin(text_, caret - 1);
      break;
    case TextMove::right:
      target.nearest = caret == text_.size() ? caret : cluster_end(text_, caret);
      break;
    case TextMove::word_left:
      target.nearest = previous_word(text_, caret);
      break;
    case TextMove::word_right:
      target.nearest = next_word(text_, caret);
      break;
    case TextMove::row_up:
    case TextMove::row_down:
    case TextMove::page_up:
    case TextMove::page_down: {
      const bool down = !leads_left(move);
      const bool by_one = move == TextMove::row_up || move == TextMove::row_down;
      const float x = wanted_x();
      size_t reached = row;
      for (size_t i = 0; i < (by_one ? 1 : page_rows_); ++i) {
        const auto next = rows_.next_row(reached, down, x);
        if (!next) break;
        reached = *next;
      }
      target.nearest = down ? text_.size() : 0;
      if (reached != row) target = hit_in_row(reached, x);
      break;
    }
    case TextMove::row_home:
      target.nearest = rows_.row(row).begin;
      break;
    case TextMove::row_end:
      target = {rows_.row(row).end, Affinity::previous_row, 0};
      break;
    case TextMove::text_home:
      break;
    case TextMove::text_end:
      target.nearest = text_.size();
      break;
  }
  return kept_in_cell(move, target);
}

size_t TextCore::bound_before(size_t at) const { return cluster_begin(text_, std::min(at, text_.size())); }

float TextCore::wanted_x() const {
  return kept_x_ >= 0 ? kept_x_ : x_of(rows_.row_of(cursor_.caret, cursor_.affinity), cursor_.caret);
}

TextRange TextCore::grain_at(size_t at) const {
  return grain_ == Grain::word ? word_around(text_, at) : paragraph_around(text_, at);
}

void TextCore::set_cursor(TextCursor cursor) {
  cursor_ = cursor;
  kept_x_ = -1;
  history_.seal();
  show_marks();
}

void TextCore::show_marks() {
  if (!is_pressed_) rows_.set_carets(text_, {cursor_.caret, cursor_.anchor});
}

void TextCore::keep_up_with(std::string_view utf8) {
  const std::u32string now = to_editable(utf8);
  if (now == text_) return;
  const auto [old_end, new_end] = std::ranges::mismatch(text_, now);
  size_t begin = static_cast<size_t>(old_end - text_.begin());
  size_t same_behind = 0;
  const size_t most = std::min(text_.size(), now.size()) - begin;
  while (same_behind < most && text_[text_.size() - 1 - same_behind] == now[now.size() - 1 - same_behind])
    ++same_behind;
  const size_t removed = text_.size() - begin - same_behind;
  const size_t inserted = now.size() - begin - same_behind;
  const auto moved = [&](size_t at) {
    if (at <= begin) return at;
    return at >= begin + removed ? at - removed + inserted : begin + inserted;
  };
  const TextCursor cursor{moved(cursor_.caret), moved(cursor_.anchor), cursor_.affinity};
  put(begin, removed, std::u32string_view(now).substr(begin, inserted));
  history_ = {};
  set_cursor({allowed(bound_before(cursor.caret)), allowed(bound_before(cursor.anchor)), cursor.affinity});
}

void TextCore::change(TextRange range, std::u32string_view inserted, TextChange::Kind kind,
                      std::optional<TextCursor> after) {
  if (range.begin == range.end && inserted.empty()) return;
  const size_t removed = range.end - range.begin;
  TextChange change{kind, range.begin, text_.substr(range.begin, removed), std::u32string(inserted), cursor_, {}};
  put(range.begin, removed, inserted);
  if (!after) {
    // What was put in may have grown together with what follows it; the caret never stands inside a cluster. It stays
    // beside what was typed even where the row ends there.
    size_t caret = range.begin + inserted.size();
    if (const size_t bound = cluster_begin(text_, caret); bound < caret) caret = cluster_end(text_, bound);
    after = TextCursor{caret, caret, inserted.empty() ? Affinity::next_row : Affinity::previous_row};
  }
  cursor_ = change.after = {allowed(bound_before(after->caret), true), allowed(bound_before(after->anchor), true),
                            after->affinity};
  kept_x_ = -1;
  is_pressed_ = false;
  show_marks();
  last_retrace_ = Retrace::none;
  history_.record(std::move(change));
}

size_t TextCore::byte_of(size_t at) {
  for (; place_.at < at; ++place_.at) place_.byte += utf8_length(text_[place_.at]);
  for (; place_.at > at; --place_.at) place_.byte -= utf8_length(text_[place_.at - 1]);
  return place_.byte;
}

void TextCore::put(size_t begin, size_t removed, std::u32string_view inserted) {
  const size_t end_byte = byte_of(begin + removed);
  const size_t begin_byte = byte_of(begin);
  utf8_.replace(begin_byte, end_byte - begin_byte, to_utf8(inserted));
  text_.replace(begin, removed, inserted);
  rows_.replace(text_, begin, removed, inserted.size());
  grain_ = Grain::character;
  pressed_.reset();
  ++revision_;
}

void apply(TextCore& core, TextAction action, bool extend) {
  switch (action) {
    case TextAction::move_left:
      return core.move(TextMove::left, extend);
    case TextAction::move_right:
      return core.move(TextMove::right, extend);
    case TextAction::move_word_left:
      return core.move(TextMove::word_left, extend);
    case TextAction::move_word_right:
      return core.move(TextMove::word_right, extend);
    case TextAction::move_row_up:
      if (!extend && core.leave_table(false)) return;
      return core.move(TextMove::row_up, extend);
    case TextAction::move_row_down:
      if (!extend && core.leave_table(true)) return;
      return core.move(TextMove::row_down, extend);
    case TextAction::move_page_up:
      return core.move(TextMove::page_up, extend);
    case TextAction::move_page_down:
      return core.move(TextMove::page_down, extend);
    case TextAction::move_row_home:
      return core.move(TextMove::row_home, extend);
    case TextAction::move_row_end:
      return core.move(TextMove::row_end, extend);
    case TextAction::move_text_home:
      return core.move(TextMove::text_home, extend);
    case TextAction::move_text_end:
      return core.move(TextMove::text_end, extend);
    case TextAction::select_all:
      return core.select_all();
    case TextAction::break_line:
      return core.break_line();
    case TextAction::erase_left:
      return core.erase(TextMove::left);
    case TextAction::erase_right:
      return core.erase(TextMove::right);
    case TextAction::erase_word_left:
      return core.erase(TextMove::word_left);
    case TextAction::erase_word_right:
      return core.erase(TextMove::word_right);
    case TextAction::undo:
      return core.undo();
    case TextAction::redo:
      return core.redo();
    case TextAction::toggle_bold:
      return core.toggle_emphasis(Emphasis::bold);
    case TextAction::toggle_italic:
      return core.toggle_emphasis(Emphasis::italic);
    case TextAction::nest:
    case TextAction::unnest:
      core.nest(action == TextAction::nest);
      return;
  }
}

float scroll_to_caret(const TextRectangle& caret, float view_height, float scroll) {
  const float lowest = caret.y + caret.height - view_height;
  return std::max(std::min(std::max(scroll, lowest), caret.y), 0.0F);
}

}  // namespace canvasbook
