#include "editor/frame/spelling_marks.h"

#include <algorithm>
#include <cmath>

#include "editor/frame/popup_menu.h"
#include "editor/frame/stop_marks.h"
#include "editor/parts/markdown_painter.h"

namespace canvasbook {

namespace {

// A word of a row on the screen, at 100 %.
struct WordBox {
  ImVec2 from;
  ImVec2 to;
};

void draw_wave(ImDrawList* list, const Theme& theme, float left, float right, float y) {
  const float half = theme.px(2);  // of a wave's length
  const float swing = theme.px(1);
  const int steps = static_cast<int>(std::ceil((right - left) / half));
  for (int i = 0; i <= steps; ++i) {
    const float x = std::min(left + half * static_cast<float>(i), right);
    list->PathLineTo({x, y + (i % 2 == 0 ? swing : -swing)});
  }
  list->PathStroke(theme.colours.misspelt, 0, std::max(1.0F, theme.px(1.2F)));
}

class SpellingMarker {
 public:
  SpellingMarker(App& app, const DrawnText& drawn, const TextPlace& place, std::optional<size_t> caret)
      : app_(app), drawn_(drawn), place_(place), caret_(caret), list_(ImGui::GetWindowDrawList()) {}

  void draw() {
    const TextRows& rows = drawn_.rows;
    const TextRange seen =
        rows.rows_between(list_->GetClipRectMin().y - drawn_.at.y, list_->GetClipRectMax().y - drawn_.at.y);
    TextRange paragraph;
    const CheckedWords* words = nullptr;
    for (size_t i = seen.begin; i < seen.end; ++i) {
      const TextRow row = rows.row(i);
      if (words == nullptr || row.begin > paragraph.end) {
        paragraph = paragraph_around(drawn_.text, row.begin);
        words = &app_.spelling.check(drawn_.text.substr(paragraph.begin, paragraph.end - paragraph.begin));
      }
      if (words->empty() || is_row_of_code(rows, i)) continue;
      draw_row(i, row, paragraph.begin, *words);
    }
  }

 private:
  void draw_row(size_t index, const TextRow& row, size_t paragraph, const CheckedWords& words) {
    const auto first = std::ranges::partition_point(
        words, [&](const CheckedWord& word) { return paragraph + word.range.end <= row.begin; });
    for (auto word = first; word != words.end() && paragraph + word->range.begin < row.end; ++word) {
      const TextRange range{paragraph + word->range.begin, paragraph + word->range.end};
      const RowBox box = drawn_.rows.box(index);
      const float left = drawn_.at.x + x_in_row(drawn_.rows, drawn_.text, index, std::max(range.begin, row.begin));
      const float right = drawn_.at.x + x_in_row(drawn_.rows, drawn_.text, index, std::min(range.end, row.end));
      if (right <= left) continue;  // in what is not seen, such as where a link leads
      const float top = drawn_.at.y + box.top;
      const WordBox on_screen{{left, top}, {right, top + box.height}};
      const bool is_at_caret = caret_ && *caret_ >= range.begin && *caret_ <= range.end;
      if (!word->is_own && !is_at_caret) {
        draw_wave(list_, app_.theme, left, right, std::floor(top + box.height - app_.theme.px(2)));
      }
      if (word->is_own || !is_at_caret) {
        const std::u32string_view shown = drawn_.text.substr(range.begin, range.end - range.begin);
        app_.parts.add((word->is_own ? "own/" : "misspelt/") + to_utf8(shown), scaled(on_screen.from),
                       scaled(on_screen.to));
      }
      answer_mouse(on_screen, {place_, range, word->is_own});
    }
  }

  ImVec2 scaled(ImVec2 point) const {
    return {drawn_.at.x + (point.x - drawn_.at.x) * drawn_.zoom, drawn_.at.y + (point.y - drawn_.at.y) * drawn_.zoom};
  }

  void answer_mouse(const WordBox& box, const AskedWord& asked) {
    const bool may_ask = ImGui::IsMouseClicked(1) && ImGui::IsWindowHovered() && !app_.has_dialog() && !menu_is_open();
    if (may_ask && ImGui::IsMouseHoveringRect(box.from, box.to) && !app_.state<SpellingMarks>().asked)
      app_.state<SpellingMarks>().asked = asked;
  }

  App& app_;
  const DrawnText& drawn_;
  const TextPlace& place_;
  std::optional<size_t> caret_;
  ImDrawList* list_;
};

bool checks_spelling(const App& app) { return app.settings.spelling_checked && app.spelling.is_ready(); }

}  // namespace

void mark_spelling_at_rest(App& app, const DrawnText& drawn, const TextPlace& place) {
  mark_stop_phrases(app, drawn, place);
  if (checks_spelling(app)) SpellingMarker(app, drawn, place, std::nullopt).draw();
}

void mark_spelling_in_field(App& app, ImVec2 at, float zoom) {
  const Session& session = *app.session();
  const DrawnText drawn{session.field.rows(), session.field.text(), at, zoom};
  SpellingMarks& marks = app.state<SpellingMarks>();
  const TextRange selected = session.field.selection();
  if (session.field.has_selection() && selected == marks.with_menu) {
    const size_t row = drawn.rows.row_of(selected.begin, Affinity::next_row);
    const RowBox box = drawn.rows.box(row);
    const size_t end = std::min(selected.end, drawn.rows.row(row).end);
    marks.from = {at.x + x_in_row(drawn.rows, drawn.text, row, selected.begin) * zoom, at.y + box.top * zoom};
    marks.to = {at.x + x_in_row(drawn.rows, drawn.text, row, end) * zoom, at.y + (box.top + box.height) * zoom};
  }
  const TextPlace place{session.view().editing, session.view().edited, session.view().field};
  mark_stop_phrases(app, drawn, place);
  if (!checks_spelling(app)) return;
  const std::optional<size_t> caret =
      session.field.has_selection() ? std::nullopt : std::optional(session.field.cursor().caret);
  SpellingMarker(app, drawn, place, caret).draw();
}

}  // namespace canvasbook
