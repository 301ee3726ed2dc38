#include "editor/dialogs/export.h"

#include <algorithm>
#include <filesystem>
#include <iterator>

#include "editor/dialogs/browser.h"
#include "editor/dialogs/export_dialog.h"
#include "editor/dialogs/file_browser.h"
#include "editor/session/file_names.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

std::string words_of(const Workbook& workbook, const std::string& item) {
  std::string words;
  for_each_note(workbook, [&](const Document&, const Section&, const Block& block, const Note& note) {
    if (note.id == item) words = block.title + ": " + note.text;
  });
  for (const auto& document : workbook.documents) {
    if (document->id == item) words = document->title;
    for (const auto& section : document->sections) {
      if (section->id == item || item.starts_with(section->id + "/")) words = document->title + " · " + section->title;
    }
  }
  return to_one_line(words);
}

std::vector<MissingLetter> places_of(const std::vector<MissingCharacter>& missing, const Workbook& workbook) {
  std::vector<MissingLetter> places;
  for (const MissingCharacter& character : missing) {
    const std::string code = unicode_notation(character.code_point);
    const auto known = std::ranges::find(places, character.item, &MissingLetter::item);
    if (known == places.end()) {
      places.push_back({character.item, words_of(workbook, character.item), code});
    } else if (known->codes.find(code) == std::string::npos) {
      known->codes += ", " + code;
    }
  }
  return places;
}

// The name with the extension of the format; another format's is replaced.
std::string with_extension(const std::string& file, const ExportFormat& format) {
  const std::filesystem::path path(file);
  const std::string wanted = format.extension;
  for (const ExportFormat& known : export_formats()) {
    if (path.extension() == known.extension) return std::filesystem::path(path).replace_extension(wanted).string();
  }
  return file + wanted;
}

}  // namespace

ExportDialog::ExportDialog(App& app)
    : suggested_(app.suggested_file()), choices_(std::make_shared<ExportChoices>(app.state<ExportChoices>())) {
  choices_->left_out.forget_missing(app.session()->workbook());
  for (const PrintForm& form : print_forms()) {
    documents_of_[&form] = documents_with_form(form, app.session()->workbook());
  }
  find_forms(app.session()->workbook());
  choose_form(shows(*choices_->form) ? *choices_->form : print_forms().front());
  focus_.set("export.start");
}

void ExportDialog::begin_with_report(const Workbook& workbook, const std::string& section, const ResultFilter& filter) {
  is_report_ = true;
  choices_->form = find_print_form("results");
  choices_->results = filter;
  choices_->file.clear();
  choices_->a_file_each = false;
  choices_->left_out = {};
  for (const auto& document : workbook.documents) {
    const bool has_it =
        std::ranges::any_of(document->sections, [&](const auto& other) { return other->id == section; });
    if (!has_it) choices_->left_out.documents.insert(document->id);
    for (const auto& other : document->sections) {
      if (has_it && other->id != section) choices_->left_out.sections.insert(other->id);
    }
  }
  find_forms(workbook);
}

// For the next time; of a report only what matters for any form.
void ExportDialog::keep_choices(App& app) const {
  ExportChoices& kept = app.state<ExportChoices>();
  if (!is_report_) {
    kept = *choices_;
    return;
  }
  kept.format = choices_->format;
  kept.page = choices_->page;
}

// What is asked for.

// Those that have something for the form: of the others it does not matter whether they are chosen.
std::vector<const Document*> ExportDialog::documents_to_choose(const App& app) const {
  const std::vector<std::string>& with_form = documents_of_.at(choices_->form);
  std::vector<const Document*> documents;
  for (const auto& document : app.session()->workbook().documents) {
    const bool is_asked =
        choices_->form->has == nullptr || std::ranges::find(with_form, document->id) != with_form.end();
    if (is_asked) documents.push_back(&*document);
  }
  return documents;
}

// In the format that was chosen, where the form can be written in it.
void ExportDialog::choose_form(const PrintForm& form) {
  choices_->form = &form;
  choices_->format = &suiting_format(*choices_->format, form);
}

// Whether there is something to write into files of their own.
bool ExportDialog::writes_several(const App& app) const {
  if (choices_->form->compares) return false;
  return std::ranges::count_if(documents_to_choose(app),
                               [&](const Document* document) { return choices_->left_out.has(*document); }) > 1;
}

bool ExportDialog::goes_to_folder(const App& app) const { return choices_->a_file_each && writes_several(app); }

// Of the sections that are left out those of all documents count, as documents are chosen without looking for them.
void ExportDialog::find_forms(const Workbook& workbook) {
  with_sections_ = documents_of_;
  if (choices_->left_out.sections.empty()) return;
  std::vector<std::string> sections;
  for (const auto& document : workbook.documents) {
    for (const auto& section : document->sections) {
      if (!choices_->left_out.sections.contains(section->id)) sections.push_back(section->id);
    }
  }
  for (auto& [form, documents] : with_sections_) {
    documents.clear();
    if (!sections.empty()) documents = documents_with_form(*form, workbook, sections);
  }
}

// Of the form and the sections that are chosen.
const PrintedBlanks& ExportDialog::blanks(const App& app) {
  if (!blanks_ || blanks_in_ != choices_->form || blanks_without_ != choices_->left_out) {
    blanks_ = printed_blanks_of(app.session()->workbook(), choices_->left_out, *choices_->form);
    blanks_in_ = choices_->form;
    blanks_without_ = choices_->left_out;
  }
  return *blanks_;
}

// Whether all sections of the chosen documents are left out.
bool ExportDialog::has_no_section(const App& app) const {
  const std::vector<const Document*> documents = documents_to_choose(app);
  const size_t left_out = choices_->left_out.count_left_out(documents);
  return left_out > 0 && left_out == choices_->left_out.count_sections(documents);
}

// Whether something is as large as the paper: a canvas, or a sheet for the wall.
bool ExportDialog::prints_canvas(const App& app) const {
  if (!is_whole_book(*choices_->form)) return choices_->form->fills_page;
  return std::ranges::any_of(app.session()->workbook().documents, [&](const Shared<Document>& document) {
    return std::ranges::any_of(document->sections, [&](const Shared<Section>& section) {
      return std::holds_alternative<Board>(section->content) && choices_->left_out.prints(*document, *section);
    });
  });
}

// The workbook's name; where only some documents are chosen that of the one behind it, else how many they are, so that
// the file of all is not in the way.
std::string ExportDialog::suggested_name(const App& app) const {
  std::string all = std::filesystem::path(suggested_).stem().string();
  const std::vector<const Document*> documents = documents_to_choose(app);
  std::vector<const Document*> chosen;
  std::ranges::copy_if(documents, std::back_inserter(chosen),
                       [&](const Document* document) { return choices_->left_out.has(*document); });
  if (chosen.empty() || chosen.size() == documents.size()) return all;
  const std::string title = chosen.size() == 1 ? file_name_of(chosen.front()->title) : std::string();
  return title.empty() ? all + " (" + std::to_string(chosen.size()) + ")" : all + " — " + title;
}

std::string ExportDialog::target(const App& app) const {
  if (goes_to_folder(app)) {
    return choices_->folder.empty() ? std::filesystem::path(suggested_).parent_path().string() : choices_->folder;
  }
  if (!choices_->file.empty()) return with_extension(choices_->file, *choices_->format);
  const std::string name = name_in_form(suggested_name(app), *choices_->form, app.session()->workbook().language);
  return (std::filesystem::path(suggested_).parent_path() / (name + choices_->format->extension)).string();
}

ExportRequest ExportDialog::request(const App& app) const {
  const Session& session = *app.session();
  ExportRequest request;
  request.source = session.file();
  request.format = choices_->format;
  request.form = choices_->form;
  if (!choices_->left_out.documents.empty()) {
    for (const auto& document : session.workbook().documents) {
      if (choices_->left_out.has(*document)) request.documents.push_back(document->id);
    }
  }
  request.sections = choices_->left_out.chosen_sections(session.workbook());
  request.target = target(app) + (goes_to_folder(app) ? "/" : "");
  if (choices_->format->write_pages != nullptr) request.page = choices_->page;
  request.today = app.world().today;
  request.results = choices_->results;
  request.with_review = choices_->with_review && is_whole_book(*choices_->form);
  if (request.form->compares) {
    request.older_file = choices_->older_file;
    request.older = choices_->older;
  }
  for (const auto& [file, own] : choices_->written) {
    const bool is_same = own.documents == request.documents && own.sections == request.sections &&
                         own.form == request.form && own.results == request.results;
    if (is_same) request.own[file] = own.stamp;
  }
  return request;
}

void ExportDialog::choose_target(App& app, bool then_start) {
  const Catalog& words = app.catalog();
  const bool folder = goes_to_folder(app);
  const ExportFormat& format = *choices_->format;
  FileChoice choice;
  choice.purpose = folder ? FileChoice::Purpose::folder : FileChoice::Purpose::save;
  choice.title = words.text("export.title");
  choice.start = target(app);
  if (!folder) choice.filters = {{words.text(format.key), {std::string("*") + format.extension}}};
  const std::weak_ptr<ExportChoices> choices = choices_;
  const std::weak_ptr<bool> starts = starts_;
  app.choose_file(std::move(choice), [choices, starts, folder, then_start](const std::string& path) {
    const auto kept = choices.lock();
    const auto start = starts.lock();
    if (!kept || !start) return;
    (folder ? kept->folder : kept->file) = path;
    *start = then_start;
  });
}

// The copy is read at once, so that what is no copy of the workbook is told before anything else.
void ExportDialog::choose_older(App& app) {
  FileChoice choice;
  choice.purpose = FileChoice::Purpose::open;
  choice.title = app.catalog().text("export.older_title");
  choice.filters = workbook_filters(app.catalog());
  choice.start = app.start_folder() + "/";
  const std::weak_ptr<ExportChoices> choices = choices_;
  app.choose_file(std::move(choice), [&app, choices](const std::string& path) {
    const auto kept = choices.lock();
    if (!kept || app.session() == nullptr) return;  // it was closed meanwhile
    auto older = load_older_copy(path, app.session()->file(), app.session()->workbook());
    if (!older) return app.show_error(older.error());
    kept->older_file = path;
    kept->older = std::move(*older);
  });
}

// The work.

void ExportDialog::go_to(Stage stage, const char* focus) {
  stage_ = stage;
  focus_.set(focus);
}

void ExportDialog::start(App& app, bool force) {
  notice_key_.clear();
  ExportRequest wanted = request(app);
  wanted.force = force;
  existing_.clear();
  for (const std::string& file : export_targets(wanted, app.session()->workbook())) {
    const auto problem = export_target_problem(file, wanted);
    if (!problem) continue;
    if (problem->code == ErrorCode::target_exists) {
      existing_.push_back(file);
    } else {
      error_ = *problem;
      return go_to(Stage::failed, "export.change");
    }
  }
  if (!existing_.empty()) return go_to(Stage::replace, "replace.other_name");
  keep_choices(app);
  is_stopping_ = false;
  started_ = wanted.documents;
  started_sections_ = wanted.sections;
  started_form_ = wanted.form;
  started_results_ = wanted.results;
  const std::function<void()> wake = app.wake;
  job_ = std::make_unique<ExportJob>(app.session()->workbook(), std::move(wanted), [wake](const ExportProgress&) {
    if (wake) wake();
  });
  if (!app.world().computes_beside) static_cast<void>(job_->wait());
  go_to(Stage::working, "export.stop");
}

void ExportDialog::take_result(App& app, const Result<ExportReport>& result) {
  if (!result) {
    error_ = result.error();
    return go_to(Stage::failed, "export.change");
  }
  if (result->cancelled) {
    notice_key_ = "export.stopped";
    return go_to(Stage::form, "export.start");
  }
  report_ = *result;
  for (const Written& file : report_.files)
    choices_->written[file.target] = {started_form_, started_, started_sections_, started_results_, file.stamp};
  app.state<ExportChoices>().written = choices_->written;
  missing_ = places_of(report_.missing, app.session()->workbook());
  if (!report_.files.empty()) app.say(app.catalog().text("cli.written", {{"file", report_.files.front().target}}));
  go_to(Stage::done, report_.files.size() == 1 ? "export.open" : "export.show_folder");
}

std::string ExportDialog::title(const App& app) const {
  switch (stage_) {
    case Stage::form:
      return app.catalog().text("export.title");
    case Stage::sections:
      return app.catalog().text("export.sections_title");
    case Stage::replace:
      return existing_.size() == 1 ? app.catalog().text("replace.title")
                                   : app.catalog().count("export.replace", existing_.size());
    case Stage::working:
      return app.catalog().text("export.working");
    case Stage::done:
      return app.catalog().text(report_.failure ? "export.partly" : "export.done");
    case Stage::failed:
      break;
  }
  return app.catalog().text("failure.title");
}

bool ExportDialog::draw(App& app) {
  if (stage_ == Stage::working) {
    if (const auto result = job_->poll()) {
      job_.reset();
      take_result(app, *result);
    }
  }
  if (std::exchange(*starts_, false)) start(app, false);
  focus_.begin(app, true);
  ImGui::Dummy({1, app.theme.px(6)});
  switch (stage_) {
    case Stage::form:
      return draw_form(app);
    case Stage::sections:
      return draw_sections(app);
    case Stage::replace:
      return draw_replace(app);
    case Stage::working:
      return draw_working(app);
    case Stage::done:
      return draw_done(app);
    case Stage::failed:
      break;
  }
  return draw_failed(app);
}

bool ExportDialog::cancel(App& app) {
  if (stage_ == Stage::working) {
    job_->cancel();
    is_stopping_ = true;
    return false;
  }
  if (stage_ == Stage::sections || stage_ == Stage::replace || stage_ == Stage::failed) {
    const bool chose_sections = stage_ == Stage::sections;
    if (chose_sections) find_forms(app.session()->workbook());
    go_to(Stage::form, chose_sections ? "export.choose_sections" : "export.start");
    return false;
  }
  // What was chosen and not written is not meant for the next.
  choices_->left_out = app.state<ExportChoices>().left_out;
  keep_choices(app);
  return true;
}

void ExportChoices::forget_workbook() {
  left_out = {};
  file.clear();
  folder.clear();
  older_file.clear();
  older.reset();
  written.clear();
}

std::unique_ptr<Dialog> make_export_dialog(App& app) { return std::make_unique<ExportDialog>(app); }

std::unique_ptr<Dialog> make_results_export_dialog(App& app, const std::string& section, const ResultFilter& filter) {
  auto dialog = std::make_unique<ExportDialog>(app);
  dialog->begin_with_report(app.session()->workbook(), section, filter);
  return dialog;
}

}  // namespace canvasbook
