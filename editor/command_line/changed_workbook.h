// What commands share that change a workbook: naming a section, and writing what came of it. Internal to editor/.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "editor/command_line/commands.h"
#include "model/file/file.h"

namespace canvasbook {

// Says what is wrong with the arguments; returns exit_usage.
int refuse(const CommandContext& context, const char* key, const Arguments& arguments = {});

template <class Matches>
std::vector<const Section*> sections_where(const Workbook& workbook, Matches matches) {
  std::vector<const Section*> found;
  for (const auto& document : workbook.documents) {
    for (const auto& section : document->sections) {
      if (matches(*section)) found.push_back(&*section);
    }
  }
  return found;
}

// The section that has this id, or all that have this title.
std::vector<const Section*> sections_called(const Workbook& workbook, const std::string& name);

// "sales_objections (Objections), …"
std::string list_of_sections(const std::vector<const Section*>& sections);

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
