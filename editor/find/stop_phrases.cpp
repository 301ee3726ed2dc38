#include "editor/find/stop_phrases.h"

#include <algorithm>
#include <optional>

#include "editor/find/walk.h"
#include "editor/frame/command_table.h"
#include "editor/frame/stop_marks.h"
#include "model/review/review.h"
#include "model/review/stop_phrases.h"
#include "model/stop_phrases/replace_phrase.h"
#include "model/stop_phrases/spoken_texts.h"
#include "model/stop_phrases/stop_places.h"
#include "model/text/misspellings.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

// The mark that touches the selection or the caret of the text that is written.
std::optional<StopMark> mark_at_caret(App& app) {
  const Session& session = *app.session();
  const View& view = session.view();
  if (view.editing != Editing::field || session.section() == nullptr) return std::nullopt;
  if (!is_spoken(*session.section(), {view.edited, view.field})) return std::nullopt;
  StopPhraseMarks& known = app.state<StopPhraseMarks>();
  known.renew(session);
  const TextRange selected = session.field.selection();
  const std::vector<StopMark> marks = known.in(session.field.utf8());
  const auto found = std::ranges::find_if(marks, [&](const StopMark& mark) {
    return mark.range.begin <= selected.end && mark.range.end >= selected.begin;
  });
  return found == marks.end() ? std::nullopt : std::optional(*found);
}

}  // namespace

void go_to_next_stop_phrase(App& app) {
  Session& session = *app.session();
  if (session.document() == nullptr) return;
  StopPhraseMarks& known = app.state<StopPhraseMarks>();
  known.renew(session);
  const Workbook alive = session.workbook();
  const Document& document = *session.document();
  std::vector<StopPlace> places = stop_places(document, known.finder());
  std::erase_if(places, [&](const StopPlace& one) { return known.is_allowed(one.place, one.phrase); });
  const Catalog& words = app.catalog();
  if (places.empty()) return app.say(words.text("stop_phrases.none"));
  const NextPlace next = next_place(session, places);
  const StopPlace& shown = places[next.place];
  const StopPhrase& phrase = known.list()[shown.phrase];
  show_place(app, document, shown.section, shown.place, *shown.text, shown.range.begin, shown.range.end);
  const std::string place = std::to_string(next.place + 1);
  const std::string count = std::to_string(places.size());
  const bool is_known = !phrase.replacement.empty();
  const std::string told = words.text(is_known ? "stop_phrases.place" : "stop_phrases.place_without_replacement",
                                      {{"place", place},
                                       {"count", count},
                                       {"reason", reason_of(phrase, words)},
                                       {"replacement", quoted_text(phrase.replacement, words)}});
  app.say(told_of_next(words, next, told));
}

void replace_stop_phrase_at_caret(App& app) {
  const std::optional<StopMark> mark = mark_at_caret(app);
  if (!mark) return go_to_next_stop_phrase(app);
  Session& session = *app.session();
  const StopPhrase& phrase = app.state<StopPhraseMarks>().list()[mark->phrase];
  if (phrase.replacement.empty()) return app.say(app.catalog().text("stop_phrases.no_replacement"));
  const TextRange range = mark->range;
  const std::u32string_view text = session.field.text();
  const std::string said = to_utf8(text.substr(range.begin, range.end - range.begin));
  const StopMatch whole{0, {0, static_cast<std::uint32_t>(said.size())}, true};
  const std::string other = with_replacement(said, {whole}, phrase, 0);
  session.replace_written(range, other);
  const std::vector<WordRange> blanks = find_blanks(other);
  const std::string_view put_in = other;
  const auto place_behind = [&](size_t bytes) { return range.begin + to_editable(put_in.substr(0, bytes)).size(); };
  const WordRange chosen = blanks.empty() ? WordRange{0, other.size()} : blanks[0];  // to be typed over
  session.field.select(place_behind(chosen.begin), place_behind(chosen.end));
  app.say(app.catalog().text("stop_phrases.check_sentence"));
}

}  // namespace canvasbook
