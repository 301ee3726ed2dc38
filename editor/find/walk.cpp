#include "editor/find/walk.h"

#include "editor/find/show_hit.h"
#include "model/text_places.h"
#include "model/written_texts.h"

namespace canvasbook {

ReadingPosition position_now(const Session& session) {
  const View& view = session.view();
  if (session.section() == nullptr) return {0, 0, 0};
  FieldPlace place{view.cursor, view.field};
  if (view.editing == Editing::field || view.editing == Editing::visit) place.item = view.edited;
  if (view.editing == Editing::prose) place = {{}, std::string(prose_field)};
  if (view.editing == Editing::note) place = {view.edited, std::string(note_field)};
  if (view.editing == Editing::details) place = {view.edited, std::string(details_field)};
  const std::vector<PlacedText> texts = texts_in_order(session.section()->content);
  const auto at = std::ranges::find(texts, place, &PlacedText::place);
  if (at == texts.end()) return {view.section, 0, 0};
  const size_t caret = session.is_writing() ? session.field.selection().end : 0;
  return {view.section, static_cast<size_t>(at - texts.begin()), caret};
}

std::string told_of_next(const Catalog& words, const NextPlace& next, const std::string& told) {
  return next.is_round ? words.text("find.from_beginning") + " " + told : told;
}

void show_place(App& app, const Document& document, size_t section, const FieldPlace& place, const std::string& text,
                size_t begin, size_t end) {
  FoundText found;
  found.place = {document.id, document.sections[section]->id, place.item, place.field};
  found.text = &text;
  show_hit(app, found, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, false);
}

}  // namespace canvasbook
