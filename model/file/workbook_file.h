// The gate between workbook files and workbooks; the format is described in FORMAT.md.
#pragma once

#include <string>
#include <string_view>

#include "model/base/result.h"
#include "model/file/file.h"
#include "model/workbook.h"

namespace canvasbook {

constexpr int format_version = 1;

// Reads the text of a workbook file. Errors carry line and column, or the item's path; `file` is empty.
// A link to an item that does not exist is no error: the review finds it.
Result<Workbook> read_workbook(std::string_view text);

// The text of the file: fields in a fixed order, one a line, so that a small edit is a small difference.
std::string write_workbook(const Workbook& workbook);

// The same with files; errors as of read_file, read_workbook, why_unreadable (file_kind.h) and write_file, with the
// file's path.
Result<Workbook> load_workbook(const std::string& path, Pipes pipes = Pipes::refuse);
Result<WrittenFile> save_workbook(const Workbook& workbook, const std::string& path, const WriteOptions& options = {});

// A workbook together with the stamp of the very file that it was read from; errors as of load_workbook.
struct StampedWorkbook {
  Workbook workbook;
  FileStamp stamp;
};
Result<StampedWorkbook> load_stamped_workbook(const std::string& path, Pipes pipes = Pipes::refuse);

}  // namespace canvasbook
