// The text field's core: text, caret, selection, soft-wrapped rows, undo. It knows no window, clock or clipboard; the
// widget feeds it actions, typed characters and points, and paints what it tells.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "editor/text/emphasis.h"
#include "editor/text/history.h"
#include "editor/text/line_marks.h"
#include "editor/text/pipe_table.h"
#include "editor/text/rows.h"
#include "editor/text/words.h"

namespace canvasbook {

// Pixels from the top left corner of the text, before scrolling.
struct TextPoint {
  float x = 0;
  float y = 0;
};

struct TextRectangle {
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;
  bool operator==(const TextRectangle&) const = default;
};

enum class TextMove {
  left,
  right,
  word_left,
  word_right,
  row_up,
  row_down,
  page_up,
  page_down,
  row_home,
  row_end,
  text_home,
  text_end
};

// Positions are indices of code points, always at the bound of a grapheme cluster (see model/text/grapheme.h).
class TextCore {
 public:
  // The text as to_editable reads it, the caret at its end. set_text also forgets what could be undone.
  explicit TextCore(std::string_view utf8 = {});
  void set_text(std::string_view utf8);

  // Somebody else wrote the text: the same as set_text where it differs, but the caret stays beside the letters it is
  // at, and metrics are kept.
  void keep_up_with(std::string_view utf8);

  // Lays out everything anew: call it when width or font changed, not in every frame.
  void set_metrics(TextMetrics metrics);

  // How many rows page up and down go; at least one.
  void set_page_rows(size_t rows);

  const std::u32string& text() const { return text_; }
  const std::string& utf8() const { return utf8_; }

  // Grows with every change of the text.
  std::uint64_t revision() const { return revision_; }

  const TextCursor& cursor() const { return cursor_; }
  bool has_selection() const { return cursor_.caret != cursor_.anchor; }
  TextRange selection() const;
  std::string selected_text() const;

  // Moves the caret; with `extend` the selection follows it. Without, left and right leave a selection at its ends.
  // Up on the first row leads to the beginning, down on the last one to the end; rows and pages keep the wanted x.
  void move(TextMove move, bool extend);

  // Selects from `anchor` to `caret`; positions past the end or inside a cluster go to the bound before.
  void select(size_t anchor, size_t caret);
  void select_all();

  // The mouse goes down: once sets the caret, or with `extend` moves the end of the selection; twice selects the word,
  // three times or more the paragraph. drag then extends by characters, words or paragraphs.
  // Marks that the caret shows are hidden as before until release, so that nothing moves below the mouse.
  void press(TextPoint point, int clicks, bool extend);
  void drag(TextPoint point);
  void release();

  // Whether the press that the mouse is held from was another one's, such as a bar's above the text: no drag of it.
  void press_elsewhere(bool elsewhere) { is_pressed_elsewhere_ = elsewhere; }
  bool is_pressed_elsewhere() const { return is_pressed_elsewhere_; }

  // A typed character in place of the selection; '\n' is Enter. Control characters and invalid code points do nothing.
  void type(char32_t code_point);

  // Pastes: any text in place of the selection, as one step of undo; an empty text does nothing.
  void insert(std::string_view utf8);

  // Erases the selection, or without one what lies between the caret and where the move leads.
  void erase(TextMove move);

  // Erases the selection and returns it; without one changes nothing and returns "".
  std::string cut();

  // Makes the selection, or the word at the caret, bold or italic in Markdown, or plain again; see toggled_emphasis.
  void toggle_emphasis(Emphasis emphasis);

  // What keys and the format bar do in Markdown. Where the metrics tell of no tables there are none; where they tell of
  // no Markdown at all, Enter is a line feed and nothing nests.
  bool is_markdown() const { return rows_.metrics().styler != nullptr; }
  bool is_in_table() const { return rows_.table_around(cursor_.caret).has_value(); }

  // Enter: the cell below, the next item of a list, or a line feed.
  void break_line();

  // Tab and Shift+Tab: the next or previous cell, or items of a list one level deeper or less deep. False where the key
  // means nothing.
  bool nest(bool deeper);

  // Up and down at the edge of a text that begins or ends with a table: an empty line there, to write in. False
  // elsewhere.
  bool leave_table(bool down);

  void command_table(TableCommand command);  // in a table only
  void format_lines(LineFormat format);      // of the selection or the caret
  bool has_format(LineFormat format) const;

  // Puts a block of its own behind the paragraph of the caret, or in its place where that is empty; the caret then
  // stands `caret` code points behind its beginning.
  void insert_block(std::u32string_view block, size_t caret);

  // Makes the selection the words of a link, the caret where its address is to be written.
  void insert_link();

  bool can_undo() const { return history_.can_undo(); }
  bool can_redo() const { return history_.can_redo(); }

  // Take back or make again one step, with caret and selection; do nothing where there is none.
  void undo();
  void redo();

  // How many changes could be taken back, and what was changed since then made one step.
  size_t changes() const { return history_.done(); }
  void unite_changes(size_t since) { history_.unite(since); }

  // Which of these the last change of the text was.
  enum class Retrace { none, undo, redo };
  Retrace last_retrace() const { return last_retrace_; }

  // The next change starts a step of its own, as after moving the caret. For leaving the field.
  void seal() { history_.seal(); }

  const TextRows& rows() const { return rows_; }
  size_t row_count() const { return rows_.count(); }
  TextRow row(size_t index) const { return rows_.row(index); }
  float height() const { return rows_.height(); }

  // Pixels from the left edge to a position of the row.
  float x_of(size_t row, size_t at) const;

  // The caret as a rectangle of no width; a caret behind hanging blanks stands at the right edge.
  TextRectangle caret_rectangle() const;

  // One rectangle a row for what is selected between two heights; a selected line feed shows as a narrow stretch.
  std::vector<TextRectangle> selection_rectangles(float top, float bottom) const;

 private:
  enum class Grain { character, word, paragraph };

  // The bound nearest to a point, and the beginning of the cluster under it.
  struct Hit {
    size_t nearest = 0;
    Affinity affinity = Affinity::next_row;
    size_t under = 0;
  };

  Hit hit(TextPoint point) const;
  Hit hit_in_row(size_t row, float x) const;
  Hit hit_of_all(size_t row, float x) const;  // beside bars as well
  Hit target_of(TextMove move) const;
  size_t bound_before(size_t at) const;
  float wanted_x() const;
  TextRange grain_at(size_t at) const;
  void set_cursor(TextCursor cursor);
  void show_marks();
  void replace(TextRange range, std::u32string_view inserted, TextChange::Kind kind,
               std::optional<TextCursor> after = std::nullopt);
  void change(TextRange range, std::u32string_view inserted, TextChange::Kind kind, std::optional<TextCursor> after);
  void change(const TextEdit& edit);
  size_t allowed(size_t at, bool keeps_blanks = false) const;  // see PipeTable::allowed
  bool holds_table(TextRange range) const;                     // or a part of one
  bool is_of_one_flow(TextRange range) const;                  // outside of tables or inside of one cell
  TextRange allowed(TextRange range) const { return {allowed(range.begin), allowed(range.end)}; }
  Hit kept_in_cell(TextMove move, Hit target) const;
  std::optional<TextEdit> fitted_to_tables(TextRange range, std::u32string_view inserted) const;
  std::optional<TextEdit> fitted_beside_tables(TextRange range, std::u32string_view inserted) const;
  TextRange line_around(size_t at) const { return paragraph_around(text_, at); }
  void put(size_t begin, size_t removed, std::u32string_view inserted);
  size_t byte_of(size_t at);

  // Where the mouse went down, and what was there before anything moved: for the clicks that follow.
  struct Press {
    TextPoint point;
    Hit hit;
  };

  // A position and its byte in utf8_: an edit is looked for from the one before, as they are seldom far apart.
  struct Place {
    size_t at = 0;
    size_t byte = 0;
  };

  std::u32string text_;
  std::string utf8_;  // the same
  Place place_;
  TextRows rows_;
  TextCursor cursor_;
  TextHistory history_;
  Retrace last_retrace_ = Retrace::none;
  std::uint64_t revision_ = 0;
  size_t page_rows_ = 10;
  bool is_pressed_ = false;  // the mouse is down
  bool is_pressed_elsewhere_ = false;
  std::optional<Press> pressed_;
  float kept_x_ = -1;  // the x that moves by rows want, below 0 outside of them
  Grain grain_ = Grain::character;
  TextRange origin_;  // the word or paragraph that a drag started from
};

// What keys ask for. Cutting, copying and pasting need a clipboard and are left to the widget.
enum class TextAction {
  move_left,
  move_right,
  move_word_left,
  move_word_right,
  move_row_up,
  move_row_down,
  move_page_up,
  move_page_down,
  move_row_home,
  move_row_end,
  move_text_home,
  move_text_end,
  select_all,
  break_line,
  erase_left,
  erase_right,
  erase_word_left,
  erase_word_right,
  undo,
  redo,
  toggle_bold,
  toggle_italic,
  nest,
  unnest
};

// Does what a key asks for; `extend` (Shift) counts for moves alone.
void apply(TextCore& core, TextAction action, bool extend);

// The scroll offset at which the caret is in view, as near to `scroll` as can be and never below 0. In a view lower
// than the caret its top shows.
float scroll_to_caret(const TextRectangle& caret, float view_height, float scroll);

}  // namespace canvasbook
