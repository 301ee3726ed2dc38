// The commands for documents and sections: their arrangement, going through them, and what a sales book is used for.
#include "editor/call/call.h"
#include "editor/call/practice.h"
#include "editor/dialogs/add_document.h"
#include "editor/dialogs/budget.h"
#include "editor/dialogs/paper.h"
#include "editor/dialogs/revision.h"
#include "editor/frame/command_parts.h"
#include "editor/navigator/document_actions.h"
#include "editor/panels/guide.h"
#include "editor/present/present.h"

namespace canvasbook {

namespace {

// One section on or back, through all documents.
void step_section(App& app, int step) {
  const Session& session = *app.session();
  const auto& documents = session.workbook().documents;
  auto document = static_cast<int>(session.view().document);
  auto section = static_cast<int>(session.view().section) + step;
  const auto sections_of = [&](int index) {
    return static_cast<int>(documents[static_cast<size_t>(index)]->sections.size());
  };
  const auto last = static_cast<int>(documents.size()) - 1;
  while (section < 0 && document > 0) section = sections_of(--document) - 1;
  while (section >= sections_of(document) && document < last) {
    ++document;
    section = 0;
  }
  if (section < 0 || section >= sections_of(document)) return;
  app.session()->show_section(static_cast<size_t>(document), static_cast<size_t>(section));
}

bool shows_dialogue(const App& app) {
  return has_section(app) && std::holds_alternative<Dialogue>(app.session()->section()->content);
}

}  // namespace

std::vector<Command> document_commands() {
  using enum ShortcutScope;
  return {
      {.key = "command.add_document",
       .icon = icons::document,
       .shortcuts = {{Key::n, control_shift}},
       .scope = everywhere,
       .is_enabled = has_session,
       .run = [](App& app) { app.show_dialog(make_add_document_dialog(app)); }},
      {.key = "command.duplicate_document",
       .scope = everywhere,
       .is_enabled = has_document,
       .run = duplicate_shown_document},
      {.key = "command.rename_document",
       .shortcuts = {{Key::f2, control_shift}},
       .scope = ShortcutScope::everywhere,
       .is_enabled = has_document,
       .run = rename_shown_document},
      {.key = "command.document_up",
       .icon = icons::collapse,
       .shortcuts = {{Key::up, control_shift}},
       .is_enabled = [](const App& app) { return can_move_document(app, -1); },
       .run = [](App& app) { move_shown_document(app, -1); }},
      {.key = "command.document_down",
       .icon = icons::expand,
       .shortcuts = {{Key::down, control_shift}},
       .is_enabled = [](const App& app) { return can_move_document(app, 1); },
       .run = [](App& app) { move_shown_document(app, 1); }},
      {.key = "command.page_budget",
       .scope = everywhere,
       .is_enabled = has_document,
       .run = [](App& app) { app.show_dialog(make_budget_dialog(app)); }},
      {.key = "command.revision",
       .scope = everywhere,
       .is_enabled = has_document,
       .run = [](App& app) { app.show_dialog(make_revision_dialog(app)); }},
      {.key = "command.paper_style",
       .icon = icons::preview,
       .scope = everywhere,
       .is_enabled = has_document,
       .run = [](App& app) { app.show_dialog(make_paper_dialog(app)); }},
      {.key = "command.remove_document",
       .icon = icons::remove,
       .is_enabled = has_document,
       .run = remove_shown_document},
      {.key = "command.rename_section",
       .group = 1,
       .shortcuts = {{Key::f2, control}},
       .scope = ShortcutScope::everywhere,
       .is_enabled = has_section,
       .run = rename_shown_section},
      {.key = "command.section_up",
       .group = 1,
       .icon = icons::collapse,
       .shortcuts = {{Key::up, alternate_shift}},
       .is_enabled = [](const App& app) { return can_move_section(app, -1); },
       .run = [](App& app) { move_shown_section(app, -1); }},
      {.key = "command.section_down",
       .group = 1,
       .icon = icons::expand,
       .shortcuts = {{Key::down, alternate_shift}},
       .is_enabled = [](const App& app) { return can_move_section(app, 1); },
       .run = [](App& app) { move_shown_section(app, 1); }},
      {.key = "command.section_deeper",
       .group = 1,
       .is_enabled = [](const App& app) { return can_change_level(app, 1); },
       .run = [](App& app) { change_level(app, 1); }},
      {.key = "command.section_higher",
       .group = 1,
       .is_enabled = [](const App& app) { return can_change_level(app, -1); },
       .run = [](App& app) { change_level(app, -1); }},
      {.key = "command.insert_section",
       .group = 1,
       .icon = icons::add,
       .is_enabled = has_document,
       .run = choose_section_to_insert},
      {.key = "command.take_sections",
       .group = 1,
       .icon = icons::folder,
       .scope = everywhere,
       .is_enabled = has_document,
       .run = choose_sections_to_take},
      {.key = "command.duplicate_section", .group = 1, .is_enabled = has_section, .run = duplicate_shown_section},
      {.key = "command.move_section_to",
       .group = 1,
       .icon = icons::arrow_forward,
       .is_enabled = can_move_section_away,
       .run = choose_document_for_section},
      {.key = "command.section_budget",
       .group = 1,
       .is_enabled = has_section,
       .run = [](App& app) { app.show_dialog(make_section_budget_dialog(app)); }},
      {.key = "command.talk_length",
       .group = 1,
       .is_enabled = shows_dialogue,
       .run = [](App& app) { app.show_dialog(make_talk_length_dialog(app)); }},
      {.key = "command.remove_section",
       .group = 1,
       .icon = icons::remove,
       .is_enabled = can_remove_section,
       .run = remove_shown_section},
      {.key = "command.next_section",
       .group = 2,
       .icon = icons::arrow_forward,
       .shortcuts = {{Key::page_down, control}},
       .scope = everywhere,
       .is_enabled = has_document,
       .run = [](App& app) { step_section(app, 1); }},
      {.key = "command.previous_section",
       .group = 2,
       .icon = icons::arrow_back,
       .shortcuts = {{Key::page_up, control}},
       .scope = everywhere,
       .is_enabled = has_document,
       .run = [](App& app) { step_section(app, -1); }},
      {.key = "command.next_block",
       .group = 2,
       .shortcuts = {{Key::page_down, alternate}},
       .scope = everywhere,
       .is_enabled = [](const App& app) { return can_step_block(app, 1); },
       .run = [](App& app) { step_block(app, 1); }},
      {.key = "command.previous_block",
       .group = 2,
       .shortcuts = {{Key::page_up, alternate}},
       .scope = everywhere,
       .is_enabled = [](const App& app) { return can_step_block(app, -1); },
       .run = [](App& app) { step_block(app, -1); }},
      {.key = "command.call",
       .group = 3,
       .icon = icons::talk,
       .shortcuts = {{Key::f6, plain}},
       .scope = everywhere,
       .is_enabled = can_call,
       .why_not = "call.nothing_to_call_with",
       .run = begin_call},
      {.key = "command.practise",
       .group = 3,
       .icon = icons::play,
       .shortcuts = {{Key::f6, shift}},
       .scope = everywhere,
       .is_enabled = can_practise,
       .why_not = "call.practice.nothing",
       .run = begin_practice},
      {.key = "command.call_scheme",
       .group = 3,
       .scope = everywhere,
       .is_enabled = can_present_scheme,
       .why_not = "call.no_scheme",
       .run = present_scheme},
  };
}

}  // namespace canvasbook
