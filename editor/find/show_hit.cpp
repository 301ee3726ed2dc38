#include "editor/find/show_hit.h"

#include "editor/dialogs/properties.h"
#include "editor/frame/app.h"
#include "editor/frame/workplace.h"
#include "editor/navigator/document_actions.h"
#include "model/written_texts.h"

namespace canvasbook {

namespace {

// Selects the hit in the text that is written, if that is still as it was found.
void select_range(Session& session, const std::string& found, MatchRange range) {
  const std::string_view text = found;
  if (!session.is_writing() || session.field.text() != to_editable(text)) return;
  session.field.select(to_editable(text.substr(0, range.begin)).size(), to_editable(text.substr(0, range.end)).size());
  session.bring_caret_into_view();
}

void show_in_section(App& app, const WrittenPlace& place) {
  Session& session = *app.session();
  if (find_section(session.workbook(), place.section) == nullptr) return;
  if (session.section() == nullptr || session.section()->id != place.section) session.go_to(place.section);
  if (place.item.empty() && place.field.empty()) {
    show_navigator(app);
    return session.begin_section_title(place.section);
  }
  workplace_of(app).go_to_text(app, place);
}

}  // namespace

void show_hit(App& app, const FoundText& found, MatchRange range, bool opens_dialogs) {
  Session& session = *app.session();
  const WrittenPlace place = found.place;
  if (place.document.empty()) {
    session.end_writing();
    if (!place.item.empty()) {
      session.go_to(place.item);
    } else if (opens_dialogs) {
      app.show_dialog(make_properties_dialog(app));
    }
    return;
  }
  if (!place.section.empty()) {
    show_in_section(app, place);
  } else if (find_document(session.workbook(), place.document) != nullptr) {
    session.go_to(place.document);
    show_navigator(app);
    session.begin_document_title(place.document);
  }
  select_range(session, *found.text, range);
}

}  // namespace canvasbook
