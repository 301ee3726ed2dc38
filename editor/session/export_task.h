// Exporting a workbook to files: what the `export` command and the window's export dialog share.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "export/formats/formats.h"
#include "export/pages.h"
#include "model/base/date.h"
#include "model/base/result.h"
#include "model/workbook.h"

namespace canvasbook {

struct ExportRequest {
  std::string source;  // the workbook's file, which is never written over; may be empty
  const ExportFormat* format = &export_formats().front();
  std::vector<std::string> documents;  // ids; empty for all
  std::string target;            // a file; a folder gets a file for each document; empty for a file beside the source
  std::optional<PageSize> page;  // instead of the workbook's own
  std::optional<Date> date;      // instead of the day of the last change
  bool with_review = false;
  bool force = false;  // replaces what exists
};

// A file that was written.
struct Written {
  std::string target;
  size_t pages = 0;  // of a PDF
  size_t bytes = 0;
  std::optional<Error> lost = {};  // see WrittenFile

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

// The files that a request would write, in their order.
std::vector<std::string> export_targets(const ExportRequest& request, const Workbook& workbook);

// Why a target cannot be written, as far as it can be told beforehand: is_directory, target_is_source, and
// target_exists unless `force`.
std::optional<Error> export_target_problem(const std::string& target, const ExportRequest& request);

// Everything but the writing, as one file whatever the target is. `cancelled` is looked at before each part is laid out
// and between the other steps, but neither inside the review nor while the bytes of a file are made.
// Errors: unknown_document, nothing_to_export, pdf_failed.
Result<RenderedExport> render_export(const Workbook& workbook, const ExportRequest& request, ExportProgress& progress);

// Checks all targets, renders all files, then writes them: up to there an error or a cancel leaves no file, and from
// there on a cancel comes too late. A file is written as a whole or not at all; when one of several fails, the report
// names it and has those that are written.
// Errors: those of render_export, export_target_problem and write_file.
Result<ExportReport> run_export_task(const Workbook& workbook, const ExportRequest& request, ExportProgress& progress);

}  // namespace canvasbook
