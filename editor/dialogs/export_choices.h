// What the export dialog was asked for.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "editor/dialogs/export_parts.h"
#include "editor/session/export_task.h"

namespace canvasbook {

// What was chosen the last time, kept until the program ends.
struct ExportChoices {
  const ExportFormat* format = &export_formats().front();
  const PrintForm* form = &print_forms().front();
  std::optional<PageSize> page;  // of the canvases; nothing: as the workbook has it
  bool with_review = false;
  bool a_file_each = false;

  // Of the open workbook alone.
  ExportParts left_out;
  std::string file;        // where the author wants one file; empty for the suggested one
  std::string folder;      // where the author wants several
  std::string older_file;  // that a form which compares is to compare with; empty for none
  std::shared_ptr<const OlderCopy> older;
  ResultFilter results = {};  // of the form that reports visits

  // Files that were written since the workbook was opened: written again with the same documents, sections and
  // visits in the same form they are replaced without a question, as long as nobody else changed them.
  struct OwnFile {
    const PrintForm* form = nullptr;
    std::vector<std::string> documents;  // ids; empty for all
    std::vector<std::string> sections;
    ResultFilter results = {};
    FileStamp stamp = {};
  };
  std::map<std::string, OwnFile> written;

  void forget_workbook();
};

}  // namespace canvasbook
