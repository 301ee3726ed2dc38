// What commands share that change a workbook: refusing arguments, and writing what came of them. Internal to editor/.
#pragma once

#include <string>

#include "editor/command_line/commands.h"
#include "model/file/file.h"

namespace canvasbook {

// Says what is wrong with the arguments; returns exit_usage.
int refuse(const CommandContext& context, const char* key, const Arguments& arguments = {});

// How a file is written that is not the workbook: another one is replaced, and what that loses accepted, if `force`.
WriteOptions options_of_new_file(bool force);

// Says what was done once a file was written, or what went wrong; returns the exit code.
int report_written(const Result<WrittenFile>& written, const std::string& told, const CommandContext& context);

// Where a changed workbook goes.
struct ChangedTarget {
  std::string workbook;  // its file
  std::string output;    // another file, or - for standard output; empty: the workbook
  bool force = false;    // replaces another file
};

// Writes it and says what was done; returns the exit code. `stamp` is that of the file that was read.
int write_changed(const ChangedTarget& target, const Workbook& workbook, const FileStamp& stamp,
                  const std::string& told, const CommandContext& context);

}  // namespace canvasbook
