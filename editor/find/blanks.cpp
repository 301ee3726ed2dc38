#include "editor/find/blanks.h"

#include "editor/find/walk.h"
#include "model/blank_places.h"

namespace canvasbook {

void show_blank(App& app, const Document& document, const BlankPlace& blank) {
  app.session()->seal_writing();  // each that is filled in is a step of its own
  show_place(app, document, blank.section, blank.place, *blank.text, blank.range.begin, blank.range.end);
}

void go_to_next_blank(App& app) {
  Session& session = *app.session();
  if (session.document() == nullptr) return;
  const Workbook alive = session.workbook();
  const Document& document = *session.document();
  BlanksLeft left = blanks_left(alive, document);
  const std::vector<BlankPlace>& blanks = left.of_author.empty() ? left.of_speaker : left.of_author;
  if (blanks.empty()) return app.say(app.catalog().text("blanks.none"));
  const NextPlace next = next_place(session, blanks);
  show_blank(app, document, blanks[next.place]);
  const Catalog& words = app.catalog();
  app.say(told_of_next(words, next,
                       words.text("blanks.place", {{"place", std::to_string(next.place + 1)},
                                                   {"count", std::to_string(blanks.size())}})));
}

}  // namespace canvasbook
