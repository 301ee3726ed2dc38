// The workplaces, in the order in which they are asked: a register stands in the place of a section.
#include "editor/board/workplace.h"
#include "editor/frame/views.h"
#include "editor/items/workplace.h"
#include "editor/prose/workplace.h"
#include "editor/registers/workplace.h"
#include "editor/visits/workplace.h"

namespace canvasbook {

namespace {

// In place of a section where the workbook has none: what to do now.
class NothingYet : public Workplace {
 public:
  bool is_shown(const Session&) const override { return true; }

  void draw(App& app, const Area& area) const override {
    const Catalog& words = app.catalog();
    const EmptyState state{icons::document, words.text("empty_workbook.title"), words.text("empty_workbook.text"),
                           "empty_workbook/add", words.text("command.add_document")};
    if (view_empty(app, state, area)) app.run_command("command.add_document");
  }

  const char* hint(const App&) const override { return "window.hint_section"; }
  void go_to_text(App&, const WrittenPlace&) const override {}
};

}  // namespace

const Workplace& workplace_of(const App& app) {
  static const NothingYet nothing_yet;
  const Session& session = *app.session();
  for (const Workplace* place :
       {&register_workplace(), &board_workplace(), &prose_workplace(), &items_workplace(), &visits_workplace()}) {
    if (place->is_shown(session)) return *place;
  }
  return nothing_yet;
}

}  // namespace canvasbook
