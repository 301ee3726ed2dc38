// What the commands of the command line do, once their arguments are understood. Internal to editor/.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "editor/command_line/world.h"
#include "editor/session/export_task.h"
#include "model/base/catalog.h"
#include "model/table_import.h"
#include "model/visit_results.h"
#include "model/visits_of_list.h"
#include "model/workbook.h"

namespace canvasbook {

struct Template;

// What every command has at hand.
struct CommandContext {
  const CommandLineWorld& world;  // its streams show control characters as marks, see terminal_text.h
  const Catalog& catalog;         // words the messages
  std::ostream& content;          // standard output for what is written as a file would be, byte by byte
};

struct TemplatesArguments {
  std::string name;
  bool json = false;
};
struct NewArguments {
  std::vector<std::string> templates;
  std::string output;
  std::string company;
  Language language = Language::en;
  bool force = false;
};
struct InfoArguments {
  std::string file;
};
struct FindArguments {
  std::string file;
  std::string text;
  bool match_case = false;
  bool whole_words = false;
  bool as_written = false;  // no other form of a word
  bool word_forms = false;  // the default; older scripts name it
};
struct ExportArguments {
  std::string file;
  std::vector<std::string> documents;
  std::vector<std::string> sections;  // ids or titles
  const ExportFormat* format = &export_formats().front();
  const PrintForm* form = &print_forms().front();
  std::string output;
  std::optional<PageSize> page;
  std::optional<Date> date;
  bool with_review = false;
  PlaceholderValues values;
  bool cover = false;  // these five over what the documents say themselves
  bool no_contents = false;
  bool justified = false;
  bool binding = false;
  bool dense = false;
  bool force = false;
  std::string since;  // the older copy of the form that compares
};
struct CheckArguments {
  std::string file;
  bool json = false;
  std::string dismiss;  // "rule:item"
  std::string reason;
  bool spelling = false;  // instead of the review
};

struct ImportArguments {
  std::string file;
  std::string into;                  // the workbook
  std::string section;               // id or title of one that is there
  std::string new_section;           // title of one to be made
  std::vector<ImportField> columns;  // empty: as recognised
  std::optional<bool> head;          // whether a row names the columns; nothing: as recognised
  bool keep_lines = false;           // a cell is one answer
  bool dry_run = false;
  std::string output;  // empty: the workbook
  bool force = false;
};

enum class VisitsAction { add, import, list };
struct VisitsArguments {
  VisitsAction action = VisitsAction::list;
  std::string file;                   // the workbook
  std::string table;                  // that is imported
  std::string checklist;              // id or title
  VisitHead head;                     // of the visit that is added
  std::vector<std::string> answers;   // each "item=answer"
  std::vector<std::string> comments;  // each "item=text"
  bool csv = false;
  bool dry_run = false;
  std::string output;  // empty: the workbook
  bool force = false;
};
struct ResultsArguments {
  std::string file;
  std::string checklist;                 // id or title
  const ExportFormat* format = nullptr;  // of a report; nullptr: a table, as CSV or JSON
  bool is_json = false;
  ResultsBy by = ResultsBy::place;  // the rows of a table, the first chart of a report
  ResultFilter filter;
  std::optional<double> target;  // 0 … 1, in place of that of the visits
  std::optional<PageSize> page;
  std::string output;
  bool force = false;
};

// Each returns an exit code.
int run_templates(const TemplatesArguments& arguments, const CommandContext& context);
int run_new(const NewArguments& arguments, const CommandContext& context);
int run_info(const InfoArguments& arguments, const CommandContext& context);
int run_find(const FindArguments& arguments, const CommandContext& context);
int run_export(const ExportArguments& arguments, const CommandContext& context);
int run_import(const ImportArguments& arguments, const CommandContext& context);
int run_visits(const VisitsArguments& arguments, const CommandContext& context);
int run_results(const ResultsArguments& arguments, const CommandContext& context);
int run_check(const CheckArguments& arguments, const CommandContext& context);
int run_spelling(const std::string& file, const CommandContext& context);

// The visits of the check list that has this id or title, of all where none is asked for; without any, `code` is what
// the command ends with.
struct ChosenVisits {
  std::vector<VisitsPlace> places;
  int code = 0;
};
ChosenVisits choose_visits(const std::string& file, const std::string& asked, const Workbook& workbook,
                           const CommandContext& context);

// Refuses a command that takes the visits of one check list alone; returns exit_usage.
int refuse_several(const std::vector<VisitsPlace>& places, const CommandContext& context);

// Writes what an export makes, and says what was written; returns the exit code.
int write_export(const Workbook& workbook, const ExportRequest& request, const CommandContext& context);

// Prints the guides of a template as Markdown: board by board its blocks in the order of filling, then the sections.
void print_guides(const Template& source, const CommandContext& context);

// Prints an error in the user's language; returns exit_failed.
int report(const Error& error, const CommandContext& context);

// The same for a file that was to be read; says also where its newest recovery record is left.
int report_unread(const std::string& file, const Error& error, const CommandContext& context);

// " Did you mean “…”?", or nothing where no name is near.
std::string did_you_mean(std::string_view typed, std::span<const std::string> names, const Catalog& catalog);

// The same after the error of a name that is not known.
int report_unknown(const Error& error, std::span<const std::string> names, const CommandContext& context);

int report_unknown_template(Language language, const std::string& name, const CommandContext& context);

// The same where the standard output took nothing; `system_error` says why, or is 0.
int report_unprinted(int system_error, const CommandContext& context);

// Writes what would else be a file to the standard output; returns the exit code, reports what fails.
int print_content(std::string_view content, const CommandContext& context);

}  // namespace canvasbook
