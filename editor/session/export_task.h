// Exporting a workbook to files: what the `export` command and the window's export dialog share.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "export/compose/forms/forms.h"
#include "export/formats/formats.h"
#include "export/pages.h"
#include "model/base/date.h"
#include "model/base/result.h"
#include "model/file/file.h"
#include "model/placeholders.h"
#include "model/workbook.h"

namespace canvasbook {

struct ExportRequest {
  std::string source;  // the workbook's file, which is never written over; may be empty
  const ExportFormat* format = &export_formats().front();
  const PrintForm* form = &print_forms().front();
  std::vector<std::string> documents;      // ids; empty for all
  std::vector<std::string> sections = {};  // ids, of these documents these alone; empty for all
  std::string target;             // a file; a folder gets a file for each document that has something for the form, one
                                  // of all where the form compares workbooks;
                                  // empty for a file beside the source, of another form than the book with its name
  std::optional<PageSize> page;   // instead of the workbook's own
  std::optional<Date> date;       // instead of the day of the last change; the review is then that of this day
  bool with_review = false;       // goes with the book alone
  PlaceholderValues values = {};  // see ComposeOptions
  bool force = false;             // replaces what exists
  // Files that were written by the same export before and may be replaced as long as they hold what was written then.
  std::map<std::string, FileStamp> own = {};
  Date today = {};              // says what the review finds overdue
  std::string older_file = {};  // of the form that compares: the older copy, which is never written over
  std::shared_ptr<const OlderCopy> older = {};
  ResultFilter results = {};  // of the form that reports visits, see ComposeOptions
  std::optional<double> results_target = {};
  ResultsBy results_by = ResultsBy::place;
};

// A file that was written.
struct Written {
  std::string target;
  size_t pages = 0;  // of a PDF
  size_t bytes = 0;
  std::optional<Error> lost = {};  // see WrittenFile
  FileStamp stamp = {};            // of what was written

  bool operator==(const Written&) const = default;
};

struct ExportReport {
  std::vector<Written> files;
  std::vector<MissingCharacter> missing;
  bool cancelled = false;        // then no file was written
  std::optional<Error> failure;  // of the file after those: it and the following were not written

  bool operator==(const ExportReport&) const = default;
};

// The documents of a request as they would stand in one file.
struct RenderedExport {
  std::string bytes;
  size_t pages = 0;  // of a PDF
  std::vector<MissingCharacter> missing;
  bool cancelled = false;  // then the rest is empty
};

// How far an export is, and the wish that it stops. One thread may export while others look on and cancel.
struct ExportProgress {
  using OnStep = std::function<void(const ExportProgress&)>;

  std::atomic<size_t> done = 0;
  std::atomic<size_t> total = 0;  // 0 until the export begins
  std::atomic<bool> cancelled = false;
  OnStep on_step;  // called by the exporting thread whenever `done` has grown; set before the export
};

// A name of a file with that of a form behind it, as in "Sales book — Pocket cards"; of the book as it is.
std::string name_in_form(const std::string& name, const PrintForm& form, Language language);

// Reads an older copy of a workbook, to compare it with; never waits for a pipe and leaves the file as it is. `source`
// is the file of the workbook, which may be empty. Errors: those of load_workbook; older_is_source; other_workbook.
Result<std::shared_ptr<const OlderCopy>> load_older_copy(const std::string& path, const std::string& source,
                                                         const Workbook& workbook);

// The files that a request would write, in their order.
std::vector<std::string> export_targets(const ExportRequest& request, const Workbook& workbook);

// Why a target cannot be written, as far as it can be told beforehand: is_directory, target_is_source,
// target_is_older, target_is_workbook, and target_exists unless `force` or the file is as it is known in `own`.
std::optional<Error> export_target_problem(const std::string& target, const ExportRequest& request);

// Everything but the writing, as one file whatever the target is. `cancelled` is looked at before each part is laid out
// and between the other steps, but neither inside the review nor while the bytes of a file are made.
// Errors: unknown_document, unknown_section, nothing_to_export, nothing_for_form, pdf_failed.
Result<RenderedExport> render_export(const Workbook& workbook, const ExportRequest& request, ExportProgress& progress);

// Checks all targets, renders all files, then writes them: up to there an error or a cancel leaves no file, and from
// there on a cancel comes too late. A file is written as a whole or not at all; when one of several fails, the report
// names it and has those that are written.
// Errors: those of render_export, export_target_problem and write_file.
Result<ExportReport> run_export_task(const Workbook& workbook, const ExportRequest& request, ExportProgress& progress);

}  // namespace canvasbook
