// What the view of a register remembers from frame to frame.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/registers.h"

namespace canvasbook {

// An entry, or one of its uses below it.
struct RegisterLine {
  size_t entry = 0;
  std::optional<size_t> use;
  float top = 0;  // pixels from the first line
  float height = 0;
};

struct RegisterState {
  std::set<std::string> unfolded;  // ids of the entries whose uses are shown
  std::optional<size_t> use;       // of the entry at the cursor, where the cursor is at one of its uses
  bool opens = false;              // Enter was pressed at the cursor
  float name_scroll = 0;           // of the name that is written

  // The findings about entries, by their ids: places in Session::findings(). How many entries have one, and of what
  // all this was looked up.
  std::map<std::string, size_t> findings;
  size_t with_findings = 0;
  std::optional<std::uint64_t> findings_version;
  std::uint64_t findings_revision = 0;
  std::optional<RegisterKind> findings_kind;

  // The lines, and what they were laid out for.
  std::vector<RegisterLine> lines;
  float height = 0;
  std::optional<std::uint64_t> revision;
  std::optional<RegisterKind> kind;
  std::set<std::string> laid_out_unfolded;
  float scale = 0;

  void forget_workbook() { *this = {}; }
};

}  // namespace canvasbook
