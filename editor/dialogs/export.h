// The dialog that exports documents: what, as what, where to; it stays alive while the work goes on in a thread.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>

#include "editor/frame/dialog.h"
#include "editor/session/export_task.h"

namespace canvasbook {

// What was chosen the last time, kept until the program ends.
struct ExportChoices {
  const ExportFormat* format = &export_formats().front();
  std::optional<PageSize> page;  // of the canvases; nothing: as the workbook has it
  bool with_review = false;
  bool a_file_each = false;

  // Of the open workbook alone.
  std::set<std::string> left_out;  // ids of documents
  std::string file;                // where the author wants one file; empty for the suggested one
  std::string folder;              // where the author wants several

  void forget_workbook();
};

// For the open workbook.
std::unique_ptr<Dialog> make_export_dialog(App& app);

}  // namespace canvasbook
