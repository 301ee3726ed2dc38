#include "editor/navigator/document_actions.h"

#include "editor/frame/app.h"
#include "editor/frame/ask_before_removing.h"
#include "editor/frame/views.h"
#include "editor/navigator/selection.h"
#include "editor/navigator/state.h"
#include "editor/palette/dialog.h"
#include "editor/parts/workbook_icons.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

bool is_inside(size_t place, int step, size_t count) {
  const auto target = static_cast<std::ptrdiff_t>(place) + step;
  return target >= 0 && target < static_cast<std::ptrdiff_t>(count);
}

std::string title_or_unnamed(const App& app, const std::string& title) {
  return title.empty() ? app.catalog().text("window.unnamed") : title;
}

std::string quoted_in(const App& app, const char* key, const std::string& title) {
  return app.catalog().text(key, {{"text", app.catalog().text("quote", {{"text", title}})}});
}

}  // namespace

void show_navigator(App& app) {
  app.is_focused = false;
  app.change_settings([](Settings& settings) { settings.panels.navigator.shown = true; });
  if (const Document* document = app.session()->document()) app.state<NavigatorState>().folded.erase(document->id);
}

void rename_shown_document(App& app) {
  show_navigator(app);
  app.session()->begin_document_title(app.session()->document()->id);
  app.session()->field.select_all();
}

void rename_shown_section(App& app) {
  show_navigator(app);
  app.session()->begin_section_title(app.session()->section()->id);
  app.session()->field.select_all();
}

void duplicate_shown_document(App& app) {
  const Document& document = *app.session()->document();
  // In the document's own language: the title is printed.
  const std::string title = Catalog::of(document.language).text("navigator.copy_title", {{"title", document.title}});
  app.session()->duplicate_document(std::string(document.id), title);
}

void duplicate_shown_section(App& app) {
  const Section& section = *app.session()->section();
  const Catalog& words = Catalog::of(app.session()->document()->language);  // the title is printed
  app.session()->duplicate_section(std::string(section.id),
                                   words.text("navigator.copy_title", {{"title", section.title}}));
}

void remove_shown_document(App& app) {
  const Document& document = *app.session()->document();
  ItemIds items;
  for (const auto& section : document.sections) items.merge(all_items_of(section->content));
  const std::string title = title_or_unnamed(app, document.title);
  ask_before_removing(app, quoted_in(app, "remove_named.document", title), items, [&app, id = document.id, title] {
    app.session()->remove_document(id);
    app.say(app.catalog().text("navigator.document_removed", {{"title", title}}));
  });
}

void remove_shown_section(App& app) {
  if (selects_sections(app)) return remove_selected_sections(app);
  const Section& section = *app.session()->section();
  const std::string title = title_or_unnamed(app, section.title);
  ask_before_removing(app, quoted_in(app, "remove_named.section", title), all_items_of(section.content),
                      [&app, id = section.id, title] {
                        app.session()->remove_section(id);
                        app.say(app.catalog().text("navigator.section_removed", {{"title", title}}));
                      });
}

bool can_move_document(const App& app, int step) {
  const Session* session = app.session();
  return session != nullptr && session->document() != nullptr &&
         is_inside(session->view().document, step, session->workbook().documents.size());
}

bool can_move_section(const App& app, int step) {
  const Session* session = app.session();
  return session != nullptr && session->section() != nullptr &&
         is_inside(session->view().section, step, session->document()->sections.size());
}

void move_shown_document(App& app, int step) {
  Session& session = *app.session();
  const std::string id = session.document()->id;
  session.move_document(id, static_cast<size_t>(static_cast<std::ptrdiff_t>(session.view().document) + step));
}

void move_shown_section(App& app, int step) {
  Session& session = *app.session();
  const std::string id = session.section()->id;
  session.move_section(id, session.document()->id,
                       static_cast<size_t>(static_cast<std::ptrdiff_t>(session.view().section) + step));
}

bool can_change_level(const App& app, int step) {
  const Session* session = app.session();
  if (session == nullptr || session->section() == nullptr) return false;
  const int level = session->section()->level + step;
  return level >= 1 && level <= deepest_section;
}

void change_level(App& app, int step) {
  Session& session = *app.session();
  const std::string id = session.section()->id;
  const int level = session.section()->level + step;
  session.record(set_section_level(session.workbook(), id, level), "step.section_level", id);
  app.say(app.catalog().text("navigator.level_is", {{"number", std::to_string(session.section()->level)}}));
}

bool can_remove_section(const App& app) {
  return app.session() != nullptr && app.session()->section() != nullptr &&
         app.session()->document()->sections.size() > 1;
}

bool can_move_section_away(const App& app) { return can_remove_section(app); }

void choose_document_for_section(App& app) {
  const Session& session = *app.session();
  const std::string section = session.section()->id;
  std::vector<PaletteEntry> entries;
  for (const auto& document : session.workbook().documents) {
    if (document->id == session.document()->id) continue;
    const std::string title = title_or_unnamed(app, document->title);
    const auto move = [section, target = document->id](App& owner) {
      owner.session()->move_section(section, target, std::string::npos);
    };
    entries.push_back(make_choice("move_to/" + document->id, title, {}, icons::document, move));
  }
  entries.push_back(make_choice("move_to/new", app.catalog().text("navigator.new_document"), {}, icons::add,
                                [section](App& owner) { owner.session()->move_section_to_new_document(section); }));
  app.show_dialog(make_choice_list(std::move(entries), "navigator.choose_document"));
}

bool can_save_template(const App& app) {
  return app.session() != nullptr && app.session()->document() != nullptr && !app.world().folders.data.empty();
}

}  // namespace canvasbook
