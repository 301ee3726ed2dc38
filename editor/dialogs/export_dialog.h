// The dialog that exports, whose parts are a file each: export.cpp decides what is written and follows the work,
// export_form.cpp draws what is asked for, export_sections.cpp the choice of sections, export_result.cpp what came of
// it. Internal to editor/dialogs.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "editor/dialogs/export_blanks.h"
#include "editor/dialogs/export_choices.h"
#include "editor/frame/app.h"
#include "editor/frame/dialog_fields.h"
#include "editor/session/export_job.h"

namespace canvasbook {

inline constexpr size_t most_export_rows = 5;   // of a list, before it scrolls
inline constexpr size_t most_rows_of_both = 7;  // of documents and forms

// Where a character stands that no font has: the item, and as many words of it as one line shows.
struct MissingLetter {
  std::string item;
  std::string words;
  std::string codes;  // "U+1F680, U+1F916"
};

class ExportDialog : public Dialog {
 public:
  explicit ExportDialog(App& app);
  void begin_with_report(const Workbook& workbook, const std::string& section, const ResultFilter& filter);
  std::string title(const App& app) const override;
  float width() const override { return 800; }
  bool draw(App& app) override;
  bool cancel(App& app) override;

 private:
  enum class Stage { form, sections, replace, working, done, failed };

  bool draw_form(App& app);
  bool draw_sections(App& app);
  bool draw_replace(App& app);
  bool draw_working(App& app);
  bool draw_done(App& app);
  bool draw_failed(App& app);
  void draw_documents(App& app);
  bool draw_section_choice(App& app, float top);
  void draw_section_list(App& app);
  bool draw_told(App& app, const char* key, const std::string& text, bool is_muted, const char* choose_key);
  void find_forms(const Workbook& workbook);
  std::vector<const PrintForm*> shown_forms() const;
  std::vector<float> columns_of_forms(const App& app) const;
  size_t rows_of_forms(const App& app) const;
  std::vector<const Document*> documents_to_choose(const App& app) const;
  bool has_no_section(const App& app) const;
  bool writes_several(const App& app) const;
  bool shows(const PrintForm& form) const;
  bool has(const PrintForm& form) const;
  bool lacks_older_copy() const;
  std::string words_of_lacking(const App& app, const PrintForm& form) const;
  void draw_forms(App& app);
  void draw_older(App& app);
  void draw_results_filter_row(App& app);
  void keep_choices(App& app) const;
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
  void choose_form(const PrintForm& form);
  bool goes_to_folder(const App& app) const;
  bool prints_canvas(const App& app) const;
  const PrintedBlanks& blanks(const App& app);
  bool draw_blanks(App& app);
  char32_t start_icon() const;
  std::string suggested_name(const App& app) const;
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
  bool is_report_ = false;             // see make_results_export_dialog
  std::vector<std::string> existing_;  // targets that would be replaced
  std::string notice_key_;             // above the buttons of the form
  std::unique_ptr<ExportJob> job_;
  std::vector<std::string> started_;  // the documents of the work that is under way
  std::vector<std::string> started_sections_;
  const PrintForm* started_form_ = nullptr;
  ResultFilter started_results_;
  bool is_stopping_ = false;
  ExportReport report_;
  std::optional<PrintedBlanks> blanks_;  // of these choices:
  ExportParts blanks_without_;
  const PrintForm* blanks_in_ = nullptr;
  std::map<const PrintForm*, std::vector<std::string>> documents_of_;   // that have something for a form
  std::map<const PrintForm*, std::vector<std::string>> with_sections_;  // of them those where the chosen sections have
  std::vector<MissingLetter> missing_;
  Error error_;
};

}  // namespace canvasbook
