#include "editor/visits/commands.h"

#include <algorithm>

#include "editor/dialogs/import_visits.h"
#include "editor/frame/command_parts.h"
#include "editor/items/check_marks.h"
#include "editor/visits/fields.h"
#include "editor/visits/parts.h"
#include "model/file/table_file.h"
#include "model/text/text.h"
#include "model/written_texts.h"

namespace canvasbook {

namespace {

constexpr size_t most_named_gaps = 8;  // of the items without a mark

const Checklist* checklist_behind(const App& app) {
  const Section* list = has_section(app) ? list_behind(*app.session()) : nullptr;
  return list == nullptr ? nullptr : std::get_if<Checklist>(&list->content);
}

// "1.2, 2.1 and 3 more".
std::string numbers_of_gaps(const Catalog& words, const Checklist& list, const std::vector<std::string>& items) {
  std::string numbers;
  const size_t named = std::min(items.size(), most_named_gaps);
  for (size_t i = 0; i < named; ++i) numbers += (i == 0 ? "" : ", ") + number_of_check(list, items[i]);
  if (items.size() <= named) return numbers;
  return words.text("list.and_more", {{"list", numbers}, {"count", std::to_string(items.size() - named)}});
}

void finish(App& app, const std::string& visit, bool finished) {
  finish_visit(*app.session(), visit, finished);
  const std::string keys = shortcut_text("command.undo", app.catalog());
  app.say(app.catalog().text(finished ? "visits.finished_told" : "visits.reopened_told", {{"keys", keys}}));
  if (finished) go_to_part(app, visit, {});
}

// What is missing, with the way to the first gap as the answer that Enter gives.
void ask_about_gaps(App& app, const ShownVisits& shown, const std::vector<std::string>& missing) {
  const Catalog& words = app.catalog();
  const std::string visit = shown.visit->id;
  const bool lacks_place = shown.visit->head.place.empty();
  std::string lacks;
  if (lacks_place) lacks = words.text("visits.lacks_place");
  if (!missing.empty()) {
    lacks += (lacks.empty() ? "" : " ") + words.count("visits.lacks_marks", missing.size(),
                                                      {{"items", numbers_of_gaps(words, *shown.list, missing)}});
  }
  const std::string gap = lacks_place ? std::string(place_field) : mark_part_of(missing.front());
  Question question;
  question.title_key = "visits.gaps_title";
  question.text_key = "visits.gaps_text";
  question.arguments = {{"lacks", lacks}};
  question.answers = {{"visits.fill_gap", [&app, visit, gap] { go_to_part(app, visit, gap); }},
                      {"visits.finish_anyway", [&app, visit] { finish(app, visit, true); }},
                      {"visits.cancel", {}}};
  app.ask(std::move(question));
}

void choose_file_of_visits(App& app, const std::string& checklist) {
  const Catalog& words = app.catalog();
  FileChoice choice;
  choice.purpose = FileChoice::Purpose::open;
  choice.title = words.text("visits.choose_file");
  choice.filters = {{words.text("import.files"), {"*.csv", "*.tsv", "*.tab", "*.txt", "*.md", "*.markdown"}},
                    {words.text("browser.all_files"), {"*"}}};
  choice.start = app.start_folder() + "/";
  app.choose_file(std::move(choice), [&app, checklist](const std::string& path) {
    if (app.session() == nullptr) return;  // it was closed meanwhile
    auto text = load_visits_text(path);
    if (!text) return app.show_error(text.error());
    app.show_dialog(make_import_visits_dialog(std::move(*text), checklist));
  });
}

void import_clipboard(App& app, const std::string& checklist) {
  const char* text = ImGui::GetClipboardText();
  if (text == nullptr) return app.say_no_clipboard();
  if (trim(text).empty()) return app.say(app.catalog().text("outside.empty_clipboard"));
  app.show_dialog(make_import_visits_dialog({text, TextEncoding::utf8, 0}, checklist));
}

}  // namespace

bool shows_visits(const App& app) { return has_section(app) && app.session()->visits() != nullptr; }

bool shows_checklist_or_visits(const App& app) {
  return shows_visits(app) ||
         (has_section(app) && std::holds_alternative<Checklist>(app.session()->section()->content));
}

bool can_begin_visit(const App& app) {
  const Checklist* list = checklist_behind(app);
  return list != nullptr && !items_in_order(*list).empty();
}

void begin_new_visit(App& app) {
  Session& session = *app.session();
  if (!can_begin_visit(app)) return;
  tell_of_unkept(app);
  const std::string list = list_behind(session)->id;
  begin_visit(session, list, app.world().today);
}

bool can_import_visits(const App& app) { return can_begin_visit(app); }

void import_visits(App& app) {
  const std::string list = list_behind(*app.session())->id;
  Question question;
  question.title_key = "visits.import_title";
  question.text_key = "visits.import_text";
  question.answers = {{"visits.from_file", [&app, list] { choose_file_of_visits(app, list); }},
                      {"visits.from_clipboard", [&app, list] { import_clipboard(app, list); }},
                      {"visits.cancel", {}}};
  app.ask(std::move(question));
}

bool can_show_visits(const App& app) {
  if (!has_section(app) || !std::holds_alternative<Checklist>(app.session()->section()->content)) return false;
  return find_visits_of(app.session()->workbook(), app.session()->section()->id).section != nullptr;
}

void show_visits(App& app) {
  Session& session = *app.session();
  const std::string id = find_visits_of(session.workbook(), session.section()->id).section->id;
  session.go_to(id);
}

bool can_show_checklist(const App& app) { return shows_visits(app) && list_behind(*app.session()) != nullptr; }

void show_checklist(App& app) {
  const std::string id = list_behind(*app.session())->id;
  app.session()->go_to(id);
}

bool can_finish_visit(const App& app) {
  if (!shows_visits(app)) return false;
  const ShownVisits shown = shown_visits(*app.session());
  return shown.visit != nullptr && shown.can_change;
}

void finish_shown_visit(App& app) {
  tell_of_unkept(app);
  app.session()->pause_writing();
  const ShownVisits shown = shown_visits(*app.session());
  if (shown.visit == nullptr) return;
  const std::string visit = shown.visit->id;
  if (shown.visit->finished) return finish(app, visit, false);
  const std::vector<std::string> missing = missing_marks(*shown.visits, *shown.visit);
  if (!missing.empty() || shown.visit->head.place.empty()) return ask_about_gaps(app, shown, missing);
  finish(app, visit, true);
}

}  // namespace canvasbook
