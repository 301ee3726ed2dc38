#include "editor/show_hit.h"

#include "editor/app.h"
#include "editor/board_commands.h"
#include "editor/dialog_properties.h"
#include "editor/document_actions.h"
#include "model/item_lists.h"
#include "model/written_texts.h"

namespace canvasbook {

namespace {

// Selects the hit in the text that is written, if that is still as it was found.
void select_range(Session& session, const std::string& found, MatchRange range) {
  const std::string_view text = found;
  if (!session.is_writing() || session.field.text() != to_editable(text)) return;
  session.field.select(to_editable(text.substr(0, range.begin)).size(), to_editable(text.substr(0, range.end)).size());
  session.view.shows_caret = true;
}

void show_on_board(App& app, const Board& board, const WrittenPlace& place) {
  Session& session = *app.session();
  if (place.field == block_field) return session.go_to(place.section + "/" + place.item);
  if (find_note(board, place.item) == nullptr) return session.end_writing();
  show_if_parked(app, place.item);
  place.field == details_field ? session.begin_details(place.item) : session.begin_note(place.item);
}

// A cell that is chosen from a list or only looked at has no text to open.
bool is_written_in(const App& app, const Section& section, const WrittenPlace& place) {
  const bool on_trial =
      app.item_state.on_trial && app.item_state.section && (*app.item_state.section)->id == section.id;
  if (on_trial || find_field(section.content, {place.item, place.field}) == nullptr) return false;
  const auto* sheet = std::get_if<Sheet>(&section.content);
  const SheetColumn* column = sheet == nullptr ? nullptr : find_item(sheet->columns, place.field);
  return column == nullptr || column->type != ColumnType::choice;
}

void show_in_items(App& app, const Section& section, const WrittenPlace& place) {
  Session& session = *app.session();
  if (is_written_in(app, section, place)) return session.begin_field({place.item, place.field});
  const bool is_cell = std::holds_alternative<Sheet>(section.content) && !place.field.starts_with("choices/");
  session.point_at({place.item, is_cell ? place.field : "title"});
}

void show_in_section(App& app, const WrittenPlace& place) {
  Session& session = *app.session();
  if (find_section(session.workbook(), place.section) == nullptr) return;
  if (session.section() == nullptr || session.section()->id != place.section) session.go_to(place.section);
  const Section& section = *session.section();
  if (place.item.empty() && place.field.empty()) {
    show_navigator(app);
    return session.begin_section_title(place.section);
  }
  if (const Board* board = session.board()) return show_on_board(app, *board, place);
  session.prose() != nullptr ? session.begin_prose() : show_in_items(app, section, place);
}

}  // namespace

void show_hit(App& app, const FoundText& found, MatchRange range, bool opens_dialogs) {
  Session& session = *app.session();
  const WrittenPlace place = found.place;
  if (place.document.empty()) {
    session.end_writing();
    if (!place.item.empty()) return session.go_to(place.item);
    if (opens_dialogs) app.show_dialog(make_properties_dialog(app));
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
