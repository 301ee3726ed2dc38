#include "editor/dialogs/export.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <map>

#include "editor/dialogs/browser.h"
#include "editor/dialogs/file_browser.h"
#include "editor/find/blanks.h"
#include "editor/frame/app.h"
#include "editor/frame/command_table.h"
#include "editor/frame/dialog_fields.h"
#include "editor/frame/tooltip.h"
#include "editor/session/export_job.h"
#include "model/blank_places.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr size_t most_rows = 5;  // of a list, before it scrolls

struct PageEntry {
  std::optional<PageSize> page;
  const char* key;
};
constexpr PageEntry page_entries[] = {{std::nullopt, "export.page_own"},
                                      {PageSize::A4, "export.page_a4"},
                                      {PageSize::A3, "export.page_a3"},
                                      {PageSize::Letter, "export.page_letter"}};

// Where a character stands that no font has: the item, and as many words of it as one line shows.
struct MissingPlace {
  std::string item;
  std::string words;
  std::string codes;  // "U+1F680, U+1F916"
};

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

std::vector<MissingPlace> places_of(const std::vector<MissingCharacter>& missing, const Workbook& workbook) {
  std::vector<MissingPlace> places;
  for (const MissingCharacter& character : missing) {
    const std::string code = unicode_notation(character.code_point);
    const auto known = std::ranges::find(places, character.item, &MissingPlace::item);
    if (known == places.end()) {
      places.push_back({character.item, words_of(workbook, character.item), code});
    } else if (known->codes.find(code) == std::string::npos) {
      known->codes += ", " + code;
    }
  }
  return places;
}

// The places to fill in of a document: how many, and where the first is. Those of who speaks are meant to be open.
struct Blanks {
  size_t left = 0;
  size_t said = 0;
  std::string first;  // "[имя]", the first that is the author's where there is one
};

// The one to go to; nullptr where there is none.
const BlankPlace* first_of(const BlanksLeft& left) {
  if (!left.of_author.empty()) return &left.of_author.front();
  return left.of_speaker.empty() ? nullptr : &left.of_speaker.front();
}

Blanks blanks_of(const Workbook& workbook, const Document& document) {
  constexpr size_t longest = 30;  // code points
  const BlanksLeft left = blanks_left(workbook, document);
  const BlankPlace* first = first_of(left);
  if (first == nullptr) return {};
  const std::string text = first->text->substr(first->range.begin, first->range.end - first->range.begin);
  return {left.of_author.size(), left.of_speaker.size(), shortened(to_one_line(text), longest)};
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

class ExportDialog : public Dialog {
 public:
  explicit ExportDialog(App& app)
      : suggested_(app.suggested_file()), choices_(std::make_shared<ExportChoices>(app.state<ExportChoices>())) {
    std::erase_if(choices_->left_out,
                  [&](const std::string& id) { return find_document(app.session()->workbook(), id) == nullptr; });
    for (const auto& document : app.session()->workbook().documents) {
      blanks_[document->id] = blanks_of(app.session()->workbook(), *document);
    }
    for (const PrintForm& form : print_forms()) {
      documents_of_[&form] = documents_with_form(form, app.session()->workbook());
    }
    if (!shows(*choices_->form)) choices_->form = &print_forms().front();
    focus_.set("export.start");
  }

  std::string title(const App& app) const override;
  float width() const override { return 800; }
  bool draw(App& app) override;
  bool cancel(App& app) override;

 private:
  enum class Stage { form, replace, working, done, failed };

  bool draw_form(App& app);
  bool draw_replace(App& app);
  bool draw_working(App& app);
  bool draw_done(App& app);
  bool draw_failed(App& app);
  void draw_documents(App& app);
  size_t rows_of_forms(const App& app) const;
  bool shows(const PrintForm& form) const;
  bool has(const PrintForm& form) const;
  bool lacks_older_copy() const;
  std::string words_of_lacking(const App& app, const PrintForm& form) const;
  void draw_forms(App& app);
  void draw_older(App& app);
  void draw_formats(App& app);
  void draw_pages(App& app);
  void draw_files(App& app);
  void draw_target(App& app);
  bool draw_missing(App& app);
  void label(App& app, std::string_view key);
  void to_controls(const App& app) const;
  float next_option(App& app, float x, std::string_view key, const std::string& text, MarkShape shape, bool on,
                    bool& pressed, bool enabled = true);
  bool goes_to_folder(const App& app) const;
  bool prints_canvas(const App& app) const;
  size_t count_blanks(size_t Blanks::*which) const;
  const Document* first_with_blanks(const App& app, size_t Blanks::*which) const;
  std::string words_of_blanks(const App& app, const Blanks& first) const;
  bool draw_blanks(App& app);
  char32_t start_icon() const;
  std::string target(const App& app) const;
  ExportRequest request(const App& app) const;
  void choose_target(App& app, bool then_start);
  void choose_older(App& app);
  void start(App& app, bool force);
  void take_result(App& app, const Result<ExportReport>& result);
  void go_to(Stage stage, const char* focus);

  const std::string suggested_;
  std::shared_ptr<ExportChoices> choices_;  // shared with a file dialog, which may outlive this one
  std::shared_ptr<bool> starts_ = std::make_shared<bool>(false);  // the file dialog has given another name
  DialogFocus focus_;
  Stage stage_ = Stage::form;
  std::vector<std::string> existing_;  // targets that would be replaced
  std::string notice_key_;             // above the buttons of the form
  std::unique_ptr<ExportJob> job_;
  std::vector<std::string> started_;  // the documents of the work that is under way
  const PrintForm* started_form_ = nullptr;
  bool is_stopping_ = false;
  ExportReport report_;
  std::map<std::string, Blanks> blanks_;                               // by document
  std::map<const PrintForm*, std::vector<std::string>> documents_of_;  // that have something for a form
  std::vector<MissingPlace> missing_;
  Error error_;
};

// What is asked for.

size_t ExportDialog::count_blanks(size_t Blanks::*which) const {
  size_t count = 0;
  for (const auto& [document, blanks] : blanks_) count += choices_->left_out.contains(document) ? 0 : blanks.*which;
  return count;
}

const Document* ExportDialog::first_with_blanks(const App& app, size_t Blanks::*which) const {
  const auto& documents = app.session()->workbook().documents;
  const auto found = std::ranges::find_if(documents, [&](const Shared<Document>& document) {
    const auto blanks = blanks_.find(document->id);
    return blanks != blanks_.end() && blanks->second.*which > 0 && !choices_->left_out.contains(document->id);
  });
  return found == documents.end() ? nullptr : &**found;
}

bool ExportDialog::goes_to_folder(const App& app) const {
  return choices_->a_file_each && !choices_->form->compares && app.session()->workbook().documents.size() > 1;
}

// Whether something is as large as the paper: a canvas, or a sheet for the wall.
bool ExportDialog::prints_canvas(const App& app) const {
  if (!is_whole_book(*choices_->form)) return choices_->form->fills_page;
  return std::ranges::any_of(app.session()->workbook().documents, [&](const Shared<Document>& document) {
    return !choices_->left_out.contains(document->id) &&
           std::ranges::any_of(document->sections, [](const Shared<Section>& section) {
             return std::holds_alternative<Board>(section->content);
           });
  });
}

std::string ExportDialog::target(const App& app) const {
  if (goes_to_folder(app)) {
    return choices_->folder.empty() ? std::filesystem::path(suggested_).parent_path().string() : choices_->folder;
  }
  if (!choices_->file.empty()) return with_extension(choices_->file, *choices_->format);
  const std::filesystem::path path(suggested_);
  const std::string name = name_in_form(path.stem().string(), *choices_->form, app.session()->workbook().language);
  return (path.parent_path() / (name + choices_->format->extension)).string();
}

ExportRequest ExportDialog::request(const App& app) const {
  const Session& session = *app.session();
  ExportRequest request;
  request.source = session.file();
  request.format = choices_->format;
  request.form = choices_->form;
  if (!choices_->left_out.empty()) {
    for (const auto& document : session.workbook().documents) {
      if (!choices_->left_out.contains(document->id)) request.documents.push_back(document->id);
    }
  }
  request.target = target(app) + (goes_to_folder(app) ? "/" : "");
  if (choices_->format->write_pages != nullptr) request.page = choices_->page;
  request.today = app.world().today;
  request.with_review = choices_->with_review && is_whole_book(*choices_->form);
  if (request.form->compares) {
    request.older_file = choices_->older_file;
    request.older = choices_->older;
  }
  for (const auto& [file, own] : choices_->written) {
    if (own.documents == request.documents && own.form == request.form) request.own[file] = own.stamp;
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
  app.state<ExportChoices>() = *choices_;
  is_stopping_ = false;
  started_ = wanted.documents;
  started_form_ = wanted.form;
  const std::function<void()> wake = app.wake;
  job_ = std::make_unique<ExportJob>(app.session()->workbook(), std::move(wanted), [wake](const ExportProgress&) {
    if (wake) wake();
  });
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
  for (const Written& file : report_.files) choices_->written[file.target] = {started_form_, started_, file.stamp};
  app.state<ExportChoices>().written = choices_->written;
  missing_ = places_of(report_.missing, app.session()->workbook());
  if (!report_.files.empty()) app.say(app.catalog().text("cli.written", {{"file", report_.files.front().target}}));
  go_to(Stage::done, report_.files.size() == 1 ? "export.open" : "export.show_folder");
}

// The drawing.

std::string ExportDialog::title(const App& app) const {
  switch (stage_) {
    case Stage::form:
      return app.catalog().text("export.title");
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
  if (stage_ == Stage::replace || stage_ == Stage::failed) {
    go_to(Stage::form, "export.start");
    return false;
  }
  app.state<ExportChoices>() = *choices_;
  return true;
}

// The name of a row; its controls begin further to the right.
void ExportDialog::label(App& app, std::string_view key) {
  const Theme& theme = app.theme;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  clipped_text(ImGui::GetWindowDrawList(), theme.fonts.text,
               {at.x, at.y + std::floor((theme.px(32) - theme.fonts.text->FontSize) / 2)}, theme.px(140),
               theme.colours.muted, app.catalog().text(key));
  to_controls(app);
}

void ExportDialog::to_controls(const App& app) const { ImGui::SetCursorPosX(app.theme.px(24 + 144)); }

// Draws an option at `x` of the row; returns where the next one begins.
float ExportDialog::next_option(App& app, float x, std::string_view key, const std::string& text, MarkShape shape,
                                bool on, bool& pressed, bool enabled) {
  const float width = dialog_option_width(app, text);
  const float right = ImGui::GetWindowContentRegionMax().x;
  if (x > 0 && x + width <= right) {
    ImGui::SameLine(x);
  } else {
    to_controls(app);
    x = app.theme.px(24 + 144);
  }
  pressed = dialog_option(app, focus_, key, text, shape, on ? MarkState::on : MarkState::off, 0, enabled);
  return x + width + app.theme.px(6);
}

void ExportDialog::draw_documents(App& app) {
  const Theme& theme = app.theme;
  const auto& documents = app.session()->workbook().documents;
  std::set<std::string>& left_out = choices_->left_out;
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
  label(app, "export.documents");
  const MarkState all = left_out.empty()                      ? MarkState::on
                        : left_out.size() == documents.size() ? MarkState::off
                                                              : MarkState::partly;
  if (dialog_option(app, focus_, "export.all_documents", app.catalog().text("export.all_documents"), MarkShape::box,
                    all)) {
    if (left_out.empty()) {
      for (const auto& document : documents) left_out.insert(document->id);
    } else {
      left_out.clear();
    }
  }
  to_controls(app);
  const size_t most = most_rows - std::min(rows_of_forms(app), most_rows - 2);  // the forms take their room
  const float height = theme.px(32) * static_cast<float>(std::min(documents.size(), most));
  ImGui::BeginChild("export/documents", {0, height}, false, ImGuiWindowFlags_NoNavInputs);
  for (const auto& document : documents) {
    const std::string key = "export/document/" + document->id;
    const bool chosen = !left_out.contains(document->id);
    ImGui::SetCursorPosX(theme.px(22));
    const float width = ImGui::GetContentRegionAvail().x;
    if (dialog_option(app, focus_, key, document->title, MarkShape::box, chosen ? MarkState::on : MarkState::off,
                      width)) {
      if (chosen) {
        left_out.insert(document->id);
      } else {
        left_out.erase(document->id);
      }
    }
    if (focus_.key() == key && documents.size() > most) ImGui::SetScrollHereY();
  }
  ImGui::EndChild();
  ImGui::PopStyleVar();
  ImGui::Dummy({1, 0});
}

// Only what a document of the workbook can be made into.
bool ExportDialog::shows(const PrintForm& form) const {
  return form.has == nullptr || !documents_of_.at(&form).empty();
}

// How many rows of the dialog the forms take.
size_t ExportDialog::rows_of_forms(const App& app) const {
  const float begin = app.theme.px(24 + 144);
  const float end = ImGui::GetWindowContentRegionMax().x;
  size_t rows = 1;
  float x = begin;
  for (const PrintForm& form : print_forms()) {
    if (!shows(form)) continue;
    const float width = dialog_option_width(app, app.catalog().text(form.key));
    if (x > begin && x + width > end) {
      ++rows;
      x = begin;
    }
    x += width + app.theme.px(6);
  }
  return rows;
}

bool ExportDialog::lacks_older_copy() const { return choices_->form->compares && choices_->older == nullptr; }

// Whether a chosen document has something for a form.
bool ExportDialog::has(const PrintForm& form) const {
  return std::ranges::any_of(documents_of_.at(&form),
                             [&](const std::string& id) { return !choices_->left_out.contains(id); });
}

// "Pocket cards: the chosen documents have nothing for it. …"
std::string ExportDialog::words_of_lacking(const App& app, const PrintForm& form) const {
  const Catalog& words = app.catalog();
  const std::string lacks = words.text(std::string("form_lacks.") + form.name);
  return words.text("export.form_missing", {{"form", words.text(form.key)}, {"detail", lacks}});
}

// What the chosen documents have nothing for is grey.
void ExportDialog::draw_forms(App& app) {
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
  label(app, "export.form");
  float x = 0;
  for (const PrintForm& form : print_forms()) {
    if (!shows(form)) continue;
    const bool is_there = form.has == nullptr || has(form);
    bool pressed = false;
    x = next_option(app, x, form.key, app.catalog().text(form.key), MarkShape::circle, choices_->form == &form, pressed,
                    is_there);
    if (pressed) choices_->form = &form;
    if (!is_there && ImGui::IsItemHovered()) tooltip(app, words_of_lacking(app, form));
  }
  ImGui::PopStyleVar();
  ImGui::Dummy({1, 0});
}

// Which copy a form compares with, in words, and the button that chooses one.
void ExportDialog::draw_older(App& app) {
  const Theme& theme = app.theme;
  const Catalog& words = app.catalog();
  const PartContext parts{theme, app.parts};
  label(app, "export.older");
  const std::string choose = words.text("export.choose_older");
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float room = ImGui::GetContentRegionAvail().x - button_width(parts, choose, 0) - theme.px(8);
  const std::string copy =
      choices_->older == nullptr
          ? words.text("export.older_none")
          : words.text("export.older_of",
                       {{"file", choices_->older->name}, {"date", words.date(choices_->older->workbook.modified)}});
  const float height = theme.px(36);
  clipped_text(ImGui::GetWindowDrawList(), theme.fonts.text,
               {at.x, at.y + std::floor((height - theme.fonts.text->FontSize) / 2)}, room,
               choices_->older == nullptr ? theme.colours.muted : theme.colours.text, copy);
  app.parts.add("export/older", at, {at.x + room, at.y + height});
  ImGui::SetCursorScreenPos({at.x + room + theme.px(8), at.y});
  if (dialog_button(app, focus_, "export.choose_older", choose)) choose_older(app);
}

void ExportDialog::draw_formats(App& app) {
  label(app, "export.format");
  float x = 0;
  for (const ExportFormat& entry : export_formats()) {
    bool pressed = false;
    x = next_option(app, x, entry.key, app.catalog().text(entry.key), MarkShape::circle, choices_->format == &entry,
                    pressed);
    if (pressed) choices_->format = &entry;
  }
}

void ExportDialog::draw_pages(App& app) {
  label(app, "export.page");
  const auto own =
      std::ranges::find(page_entries, std::optional(app.session()->workbook().page_size), &PageEntry::page);
  float x = 0;
  for (const PageEntry& entry : page_entries) {
    // Running text is never on A3.
    if (entry.page == PageSize::A3 && !prints_canvas(app)) continue;
    bool pressed = false;
    const std::string text = app.catalog().text(entry.key, {{"size", app.catalog().text(own->key)}});
    x = next_option(app, x, entry.key, text, MarkShape::circle, choices_->page == entry.page, pressed);
    if (pressed) choices_->page = entry.page;
  }
}

void ExportDialog::draw_files(App& app) {
  label(app, "export.files");
  float x = 0;
  for (const bool each : {false, true}) {
    const char* key = each ? "export.a_file_each" : "export.one_file";
    bool pressed = false;
    x = next_option(app, x, key, app.catalog().text(key), MarkShape::circle, choices_->a_file_each == each, pressed);
    if (pressed) choices_->a_file_each = each;
  }
}

// The target's name above its folder, in a frame with the button that chooses another.
void ExportDialog::draw_target(App& app) {
  const Theme& theme = app.theme;
  const Catalog& words = app.catalog();
  const PartContext parts{theme, app.parts};
  const ImVec2 row = ImGui::GetCursorScreenPos();
  ImGui::SetCursorScreenPos({row.x, row.y + theme.px(12)});
  label(app, goes_to_folder(app) ? "export.folder" : "export.target");
  ImGui::SetCursorScreenPos({ImGui::GetCursorScreenPos().x, row.y});
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const std::string choose = words.text("export.choose");
  const float button_room = button_width(parts, choose, 0) + theme.px(8);
  const float width = ImGui::GetContentRegionAvail().x;
  const float height = theme.px(56);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRect(from, {from.x + width, from.y + height}, theme.colours.border, theme.px(8));
  draw_icon(list, theme.fonts.text, theme.px(22), {from.x + theme.px(24), from.y + height / 2}, theme.colours.muted,
            goes_to_folder(app) ? icons::folder : icons::document);
  const std::filesystem::path path(target(app));
  const float room = width - button_room - theme.px(52);
  clipped_text(list, theme.fonts.text, {from.x + theme.px(44), from.y + theme.px(9)}, room, theme.colours.text,
               path.filename().string());
  draw_path(list, theme.fonts.small, {from.x + theme.px(44), from.y + theme.px(31)}, room, theme.colours.muted,
            path.parent_path().string());
  app.parts.add("export/target", from, {from.x + width, from.y + height});
  ImGui::SetCursorScreenPos({from.x + width - button_room, from.y + theme.px(10)});
  if (dialog_button(app, focus_, "export.choose", choose)) choose_target(app, false);
  ImGui::SetCursorScreenPos({from.x, from.y + height});
  ImGui::Dummy({1, 0});
}

// That of a PDF says so in letters.
char32_t ExportDialog::start_icon() const {
  return choices_->format->write_pages != nullptr ? icons::export_ : icons::document;
}

// What the author has left to fill in, and apart from it what is filled in where it is said.
std::string ExportDialog::words_of_blanks(const App& app, const Blanks& first) const {
  const Catalog& words = app.catalog();
  const size_t left = count_blanks(&Blanks::left);
  const size_t said = count_blanks(&Blanks::said);
  if (left == 0) return words.count("export.blanks_said", said, {{"place", first.first}});
  std::string told = words.count("export.blanks", left, {{"place", first.first}});
  if (said == 0) return told;
  return told + " " + words.text("export.blanks_said_too", {{"count", std::to_string(said)}});
}

// How many places are to be filled in, and the way to the first; returns whether it was gone. Those of the speaker
// alone are no reason for a warning. Of the whole book: what another form prints of it has only some of them.
bool ExportDialog::draw_blanks(App& app) {
  if (!is_whole_book(*choices_->form)) return false;
  const Document* document = first_with_blanks(app, &Blanks::left);
  const bool is_warning = document != nullptr;
  if (document == nullptr) document = first_with_blanks(app, &Blanks::said);
  if (document == nullptr) return false;
  const Catalog& words = app.catalog();
  dialog_notice(app, words_of_blanks(app, blanks_[document->id]), is_warning ? icons::warning : icons::guide,
                is_warning ? app.theme.colours.warning : app.theme.colours.muted);
  const std::string keys = shortcut_text("command.next_blank", words);
  if (!dialog_button(app, focus_, "export.show_blank", words.text("export.show_blank", {{"keys", keys}}),
                     icons::arrow_forward, ButtonStyle::entry)) {
    return false;
  }
  const Workbook alive = app.session()->workbook();
  const BlanksLeft left = blanks_left(alive, *document);
  if (const BlankPlace* first = first_of(left)) show_blank(app, *document, *first);
  return true;
}

bool ExportDialog::draw_form(App& app) {
  const Theme& theme = app.theme;
  const Catalog& words = app.catalog();
  const size_t count = app.session()->workbook().documents.size();
  if (count > 1) draw_documents(app);
  draw_forms(app);
  if (choices_->form->compares) draw_older(app);
  draw_formats(app);
  if (choices_->format->write_pages != nullptr) draw_pages(app);
  if (count > 1 && !choices_->form->compares) draw_files(app);
  if (is_whole_book(*choices_->form)) {
    label(app, "export.extras");
    if (dialog_option(app, focus_, "export.with_review", words.text("export.with_review"), MarkShape::box,
                      choices_->with_review ? MarkState::on : MarkState::off)) {
      choices_->with_review = !choices_->with_review;
    }
  }
  ImGui::Dummy({1, theme.px(2)});
  draw_target(app);
  ImGui::Dummy({1, theme.px(2)});
  const bool nothing_chosen = choices_->left_out.size() == count;
  const bool nothing = nothing_chosen || !has(*choices_->form) || lacks_older_copy();
  if (nothing_chosen) {
    dialog_notice(app, words.text("export.nothing_chosen"), icons::warning, theme.colours.warning);
  } else if (lacks_older_copy()) {
    dialog_notice(app, words.text("export.older_missing"), icons::guide, theme.colours.muted);
  } else if (nothing) {
    dialog_notice(app, words_of_lacking(app, *choices_->form), icons::warning, theme.colours.warning);
  } else if (!notice_key_.empty()) {
    dialog_notice(app, words.text(notice_key_), icons::warning, theme.colours.warning);
  } else if (draw_blanks(app)) {
    app.state<ExportChoices>() = *choices_;
    return false;
  }
  ImGui::Dummy({1, theme.px(4)});
  bool starts = dialog_button(app, focus_, "export.start", words.text("export.start"), start_icon(),
                              ButtonStyle::primary, !nothing);
  ImGui::SameLine(0, theme.px(8));
  if (dialog_button(app, focus_, "export.cancel", words.text("export.cancel"))) return !cancel(app);
  starts = (!nothing && app.input.take(Key::enter, {})) || starts;
  if (starts) start(app, false);
  return true;
}

bool ExportDialog::draw_replace(App& app) {
  const Theme& theme = app.theme;
  const Catalog& words = app.catalog();
  const PartContext parts{theme, app.parts};
  const std::string& first = existing_.front();
  paragraph(parts,
            existing_.size() == 1 ? words.text("replace.text", {{"file", first}})
                                  : words.text("export.replace_text", {{"file", first}}),
            theme.colours.text);
  ImGui::Dummy({1, theme.px(8)});
  const std::string elsewhere = words.text(goes_to_folder(app) ? "replace.other_folder" : "replace.other_name");
  const bool other = dialog_button(app, focus_, "replace.other_name", elsewhere, 0,
                                   focus_.key() == "replace.other_name" ? ButtonStyle::primary : ButtonStyle::plain);
  ImGui::SameLine(0, theme.px(8));
  const bool replace = dialog_button(app, focus_, "replace.yes", words.text("replace.yes"), 0,
                                     focus_.key() == "replace.yes" ? ButtonStyle::primary : ButtonStyle::plain);
  ImGui::SameLine(0, theme.px(8));
  const bool back = dialog_button(app, focus_, "replace.cancel", words.text("replace.cancel"), 0,
                                  focus_.key() == "replace.cancel" ? ButtonStyle::primary : ButtonStyle::plain);
  if (replace) {
    start(app, true);
  } else if (other || back) {
    go_to(Stage::form, "export.start");
    if (other) choose_target(app, true);
  }
  return true;
}

bool ExportDialog::draw_working(App& app) {
  const Theme& theme = app.theme;
  const Catalog& words = app.catalog();
  const PartContext parts{theme, app.parts};
  paragraph(parts, target(app), theme.colours.muted);
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float height = theme.px(8);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(from, {from.x + width, from.y + height}, theme.colours.hover, height / 2);
  const float filled = std::max(height, std::floor(width * job_->progress()));
  list->AddRectFilled(from, {from.x + filled, from.y + height}, theme.colours.accent, height / 2);
  app.parts.add("export/progress", from, {from.x + width, from.y + height});
  ImGui::Dummy({width, height + theme.px(6)});
  const std::string percent = std::to_string(static_cast<int>(job_->progress() * 100));
  paragraph(parts, words.text(is_stopping_ ? "export.stopping" : "export.progress", {{"percent", percent}}),
            theme.colours.muted);
  ImGui::Dummy({1, theme.px(4)});
  if (dialog_button(app, focus_, "export.stop", words.text("export.stop"), 0, ButtonStyle::plain, !is_stopping_)) {
    cancel(app);
  }
  return true;
}

// The places of missing characters; returns whether one of them was gone to.
bool ExportDialog::draw_missing(App& app) {
  if (missing_.empty()) return false;
  const Theme& theme = app.theme;
  dialog_notice(app, app.catalog().text("export.missing"), icons::warning, theme.colours.warning);
  const float row = theme.px(36);
  std::string chosen;
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
  ImGui::BeginChild("export/missing", {0, row * static_cast<float>(std::min(missing_.size(), most_rows))}, false,
                    ImGuiWindowFlags_NoNavInputs);
  for (const MissingPlace& place : missing_) {
    const std::string key = "export/missing/" + place.item;
    const std::string text = place.codes + (place.words.empty() ? "" : " — " + place.words);
    if (!dialog_button(app, focus_, key, text, icons::arrow_forward, ButtonStyle::entry, true,
                       ImGui::GetContentRegionAvail().x)) {
      continue;
    }
    chosen = place.item;
  }
  ImGui::EndChild();
  ImGui::PopStyleVar();
  if (chosen.empty()) return false;
  app.session()->go_to(chosen);
  return true;
}

bool ExportDialog::draw_done(App& app) {
  const Theme& theme = app.theme;
  const Catalog& words = app.catalog();
  if (report_.failure) {
    dialog_notice(app, words.error(*report_.failure), icons::warning, theme.colours.warning);
    app.parts.add_last("export/failure");
  }
  for (const Written& file : report_.files) {
    if (!file.lost) continue;
    dialog_notice(app, words.error(*file.lost), icons::warning, theme.colours.warning);
    app.parts.add_last("export/lost");
  }
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
  const float row = theme.px(52);
  ImGui::BeginChild("export/written", {0, row * static_cast<float>(std::min(report_.files.size(), most_rows))}, false,
                    ImGuiWindowFlags_NoNavInputs);
  for (const Written& file : report_.files) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float width = ImGui::GetContentRegionAvail().x;
    draw_icon(list, theme.fonts.text, theme.px(22), {at.x + theme.px(14), at.y + theme.px(22)}, theme.colours.good,
              icons::check);
    const std::filesystem::path path(file.target);
    const std::string size = size_text(words, file.bytes);
    const std::string facts = file.pages == 0 ? size : words.count("export.pages", file.pages) + " · " + size;
    const float facts_width = width_of_line(theme.fonts.small, facts);
    const float room = width - theme.px(36 + 16) - facts_width;
    clipped_text(list, theme.fonts.text, {at.x + theme.px(36), at.y + theme.px(3)}, room, theme.colours.text,
                 path.filename().string());
    draw_path(list, theme.fonts.small, {at.x + theme.px(36), at.y + theme.px(25)}, room, theme.colours.muted,
              path.parent_path().string());
    list->AddText(theme.fonts.small, theme.fonts.small->FontSize,
                  {at.x + width - facts_width - theme.px(4), at.y + theme.px(5)}, theme.colours.text, facts.c_str());
    ImGui::Dummy({width, row});
    app.parts.add_last("export/written/" + path.filename().string());
  }
  ImGui::EndChild();
  ImGui::PopStyleVar();
  if (draw_missing(app)) return false;
  ImGui::Dummy({1, theme.px(4)});
  const bool single = report_.files.size() == 1;
  bool goes_on = true;
  if (single) {
    if (dialog_button(app, focus_, "export.open", words.text("export.open"), 0, ButtonStyle::primary)) {
      app.show_outside(report_.files.front().target);
      goes_on = false;
    }
    ImGui::SameLine(0, theme.px(8));
  }
  if (dialog_button(app, focus_, "export.show_folder", words.text("export.show_folder"), icons::folder,
                    single ? ButtonStyle::plain : ButtonStyle::primary)) {
    app.show_outside(parent_folder(report_.files.front().target));
    goes_on = false;
  }
  ImGui::SameLine(0, theme.px(8));
  if (dialog_button(app, focus_, "failure.close", words.text("failure.close"))) goes_on = false;
  return goes_on;
}

bool ExportDialog::draw_failed(App& app) {
  const Theme& theme = app.theme;
  const Catalog& words = app.catalog();
  const PartContext parts{theme, app.parts};
  const bool own = error_.code == ErrorCode::target_is_source;  // the catalog's way on is that of the command line
  paragraph(parts, own ? words.text("export.own_file", {{"file", error_.file}}) : words.error(error_),
            theme.colours.text);
  ImGui::Dummy({1, theme.px(8)});
  if (dialog_button(app, focus_, "export.change", words.text("export.change"), 0, ButtonStyle::primary)) {
    go_to(Stage::form, "export.start");
  }
  ImGui::SameLine(0, theme.px(8));
  return !dialog_button(app, focus_, "failure.close", words.text("failure.close"));
}

}  // namespace

void ExportChoices::forget_workbook() {
  left_out.clear();
  file.clear();
  folder.clear();
  older_file.clear();
  older.reset();
  written.clear();
}

std::unique_ptr<Dialog> make_export_dialog(App& app) { return std::make_unique<ExportDialog>(app); }

}  // namespace canvasbook
