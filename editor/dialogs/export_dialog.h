// The dialog that exports, whose parts are a file each: export.cpp decides what is written and follows the work,
// export_form.cpp draws what is asked for, export_result.cpp what came of it. Internal to editor/dialogs.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "editor/dialogs/export.h"
#include "editor/frame/app.h"
#include "editor/frame/dialog_fields.h"
#include "editor/session/export_job.h"
#include "model/blank_places.h"

namespace canvasbook {

inline constexpr size_t most_export_rows = 5;  // of a list, before it scrolls

// Where a character stands that no font has: the item, and as many words of it as one line shows.
struct MissingLetter {
  std::string item;
  std::string words;
  std::string codes;  // "U+1F680, U+1F916"
};

// The places to fill in of a document: how many, and where the first is. Those of who speaks are meant to be open.
struct BlankCount {
  size_t left = 0;
  size_t said = 0;
  std::string first;  // "[имя]", the first that is the author's where there is one
};

// The one to go to; nullptr where there is none.
const BlankPlace* first_of(const BlanksLeft& left);

class ExportDialog : public Dialog {
 public:
  explicit ExportDialog(App& app);
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
  std::vector<const PrintForm*> shown_forms() const;
  std::vector<float> columns_of_forms(const App& app) const;
  size_t rows_of_forms(const App& app) const;
  std::vector<const Document*> documents_to_choose(const App& app) const;
  bool writes_several(const App& app) const;
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
  void end_group(const App& app) const;
  void draw_paper(App& app);
  void draw_extras(App& app);
  void to_controls(const App& app) const;
  float next_option(App& app, float x, std::string_view key, const std::string& text, MarkShape shape, bool on,
                    bool& pressed, bool enabled = true);
  bool goes_to_folder(const App& app) const;
  bool prints_canvas(const App& app) const;
  size_t count_blanks(size_t BlankCount::*which) const;
  const Document* first_with_blanks(const App& app, size_t BlankCount::*which) const;
  std::string words_of_blanks(const App& app, const BlankCount& first) const;
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
  std::map<std::string, BlankCount> blanks_;                           // by document
  std::map<const PrintForm*, std::vector<std::string>> documents_of_;  // that have something for a form
  std::vector<MissingLetter> missing_;
  Error error_;
};

}  // namespace canvasbook
