#include "editor/frame/stop_marks.h"

#include <algorithm>
#include <cmath>

#include "editor/frame/asked_word.h"
#include "editor/frame/popup_menu.h"
#include "editor/frame/tooltip.h"
#include "model/review/review.h"
#include "model/review/stop_phrases.h"
#include "model/stop_phrases/spoken_texts.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

// A row of dots, told from the wave of a misspelling by its shape.
void draw_dots(ImDrawList* list, const Theme& theme, float left, float right, float y) {
  const float size = std::max(2.0F, std::floor(theme.px(2)));
  const int dots = static_cast<int>(std::ceil((right - left) / (2 * size)));
  for (int i = 0; i < dots; ++i) {
    const float x = left + 2 * size * static_cast<float>(i);
    list->AddRectFilled({x, y}, {std::min(x + size, right), y + size}, theme.colours.warning);
  }
}

// Calls use(mark, from, to) with the corners of what stands of each mark in each row that shows.
template <class Use>
void for_each_piece(const DrawnText& drawn, const std::vector<StopMark>& marks, Use use) {
  const ImDrawList* list = ImGui::GetWindowDrawList();
  const TextRange seen =
      drawn.rows.rows_between(list->GetClipRectMin().y - drawn.at.y, list->GetClipRectMax().y - drawn.at.y);
  for (size_t i = seen.begin; i < seen.end; ++i) {
    const TextRow row = drawn.rows.row(i);
    auto next = std::ranges::partition_point(marks, [&](const StopMark& mark) { return mark.range.end <= row.begin; });
    for (; next != marks.end() && next->range.begin < row.end; ++next) {
      const size_t begin = std::max(row.begin, next->range.begin);
      const size_t end = std::min(row.end, next->range.end);
      if (begin >= end) continue;
      const RowBox box = drawn.rows.box(i);
      const float top = drawn.at.y + box.top;
      use(*next, ImVec2{drawn.at.x + x_in_row(drawn.rows, drawn.text, i, begin), top},
          ImVec2{drawn.at.x + x_in_row(drawn.rows, drawn.text, i, end), top + box.height});
    }
  }
}

void dot_below(const Theme& theme, ImVec2 from, ImVec2 to) {
  draw_dots(ImGui::GetWindowDrawList(), theme, from.x, to.x, std::floor(to.y - theme.px(3)));
}

void say_reason(App& app, const StopPhrase& phrase) {
  const Catalog& words = app.catalog();
  std::string told = phrase.reason;
  if (!phrase.hears.empty())
    told +=
        (told.empty() ? "" : "\n") + words.text("stop_phrases.hears", {{"hears", quoted_text(phrase.hears, words)}});
  if (!phrase.replacement.empty()) {
    told += (told.empty() ? "" : "\n") + words.text("stop_phrases.instead", {{"replacement", phrase.replacement}});
  }
  tooltip(app, told);
}

}  // namespace

void StopPhraseMarks::renew(const Session& session) {
  const Document* document = session.document();
  const std::uint64_t revision = session.history().revision();
  if (document == nullptr || (document == document_ && revision == revision_)) return;
  revision_ = revision;
  document_ = document;
  documents_ = session.workbook().documents;
  use(session.workbook(), *document);
}

void StopPhraseMarks::use(const Workbook& workbook, const Document& document) {
  allowed_.clear();
  for (const Dismissal& dismissal : workbook.dismissed) {
    const bool is_here = dismissal.document.empty() || dismissal.document == document.id;
    if (is_here && dismissal.rule == stop_phrase_rule) allowed_.insert(dismissal.item);
  }
  finder_.use(document.language, stop_list_of(workbook, document.language));
}

bool StopPhraseMarks::is_allowed(const FieldPlace& place, size_t phrase) const {
  return allowed_.contains(stop_phrase_subject(place, list()[phrase].id));
}

std::vector<StopMark> StopPhraseMarks::in(const std::string& text) {
  std::vector<StopMark> marks;
  const std::string_view all = text;
  size_t bytes = 0;
  size_t begin = 0;
  for (const StopMatch& match : finder_.find(text)) {
    begin += count_code_points(all.substr(bytes, match.range.begin - bytes));
    bytes = match.range.begin;
    const size_t length = count_code_points(all.substr(bytes, match.range.end - bytes));
    marks.push_back({{begin, begin + length}, match.phrase});
  }
  return marks;
}

std::vector<StopMark> StopPhraseMarks::in_said(const FieldPlace& place, const std::string& words) {
  std::vector<StopMark> marks = in(words);
  std::erase_if(marks, [&](const StopMark& mark) { return is_allowed(place, mark.phrase); });
  return marks;
}

void mark_stop_phrases(App& app, const DrawnText& drawn, const TextPlace& place) {
  const Session& session = *app.session();
  const bool is_spoken_text = place.editing == Editing::field && session.section() != nullptr &&
                              is_spoken(*session.section(), {place.item, place.field});
  if (!is_spoken_text || drawn.text.empty()) return;
  StopPhraseMarks& known = app.state<StopPhraseMarks>();
  known.renew(session);
  const std::vector<StopMark> marks = known.in(to_utf8(drawn.text));
  if (marks.empty()) return;
  for_each_piece(drawn, marks, [&](const StopMark& mark, ImVec2 from, ImVec2 to) {
    if (known.is_allowed({place.item, place.field}, mark.phrase)) return;
    dot_below(app.theme, from, to);
    app.parts.add("stop_phrase/" + known.list()[mark.phrase].id, from, to);
    const bool is_asked = ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(from, to);
    if (is_asked) say_reason(app, known.list()[mark.phrase]);
    if (is_asked && ImGui::IsMouseClicked(1) && !app.has_dialog() && !menu_is_open()) {
      app.state<SpellingMarks>().asked = AskedWord{place, mark.range, false, known.list()[mark.phrase].id};
    }
  });
}

void dot_stop_phrases(const Theme& theme, const DrawnText& drawn, const std::vector<StopMark>& marks) {
  for_each_piece(drawn, marks, [&](const StopMark&, ImVec2 from, ImVec2 to) { dot_below(theme, from, to); });
}

}  // namespace canvasbook
