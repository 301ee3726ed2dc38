// What is put behind the shown section: an empty one of any kind, a part of a template, sections of another workbook.
#include <algorithm>

#include "editor/dialogs/browser.h"
#include "editor/dialogs/take_sections.h"
#include "editor/frame/app.h"
#include "editor/navigator/document_actions.h"
#include "editor/navigator/empty_sections.h"
#include "editor/palette/dialog.h"
#include "editor/parts/workbook_icons.h"
#include "model/file/workbook_file.h"
#include "templates/library.h"

namespace canvasbook {

namespace {

// At the level of its new siblings, whatever it has in its template.
void insert_part(App& app, Template source, size_t part) {
  Session& session = *app.session();
  Section section = *source.document.sections[part];
  section.level = sibling_level(*session.document(), session.view().section + 1);
  source.document.sections[part] = std::move(section);
  session.insert_section(make_document(source, app.ids()), part);
}

// Its title says no more than its kind: it is there to be written.
void insert_empty_section(App& app, const Template& kinds, size_t kind) {
  insert_part(app, kinds, kind);
  rename_shown_section(app);
}

}  // namespace

void choose_section_to_insert(App& app) {
  std::vector<PaletteEntry> entries;
  const auto add = [&](const Template& source, size_t i, const std::string& key, const std::string& name,
                       const std::string& note) {
    const bool is_empty = key == "insert";
    const auto insert = [source, i, is_empty](App& owner) {
      if (is_empty) return insert_empty_section(owner, source, i);
      insert_part(owner, source, i);
    };
    entries.push_back(
        make_choice(key + "/" + std::to_string(i), name, note, icon_of(source.document.sections[i]->content), insert));
  };
  const auto add_all = [&](const Template& source, const std::string& key) {
    const auto& sections = source.document.sections;
    for (size_t i = 0; i < sections.size(); ++i) {
      if (std::holds_alternative<Visits>(sections[i]->content)) continue;  // these come with a check list
      add(source, i, key, sections[i]->title.empty() ? source.title : sections[i]->title, source.title);
    }
  };
  const Language language = app.session()->document()->language;
  Template empty;
  const std::vector<EmptySection> kinds = empty_sections(app.catalog(), Catalog::of(language));
  for (const EmptySection& kind : kinds) empty.document.sections.emplace_back(kind.section);
  for (size_t i = 0; i < kinds.size(); ++i) add(empty, i, "insert", kinds[i].name, {});
  for (const Template& source : templates_in(language)) add_all(source, "insert/" + source.id);
  app.reload_own_templates();
  for (const Template& source : app.own_templates().templates) add_all(source, "insert/own/" + source.id);
  app.show_dialog(make_choice_list(std::move(entries), "navigator.choose_section"));
}

void choose_sections_to_take(App& app) {
  FileChoice choice;
  choice.purpose = FileChoice::Purpose::open;
  choice.title = app.catalog().text("take.choose_file");
  choice.filters = workbook_filters(app.catalog());
  choice.start = app.start_folder() + "/";
  app.choose_file(std::move(choice), [&app](const std::string& file) {
    if (app.session() == nullptr || app.session()->document() == nullptr) return;  // it was closed meanwhile
    auto loaded = load_workbook(file);
    if (!loaded) return app.show_error(loaded.error());
    app.show_dialog(make_take_sections_dialog(std::move(*loaded)));
  });
}

}  // namespace canvasbook
