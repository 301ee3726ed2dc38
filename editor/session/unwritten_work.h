// What a recovery journal does not have yet.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/workbook.h"

namespace canvasbook {

struct UnwrittenWork {
  struct Saved {
    Workbook workbook;
    std::string file;   // that holds it; empty for a new workbook in which nothing was written
    std::string known;  // see RecoveryHeader
  };
  std::optional<Saved> saved;         // comes first
  std::optional<Workbook> open;       // as it was edited since
  bool in_no_file = false;            // `open` is to be recovered although it may be what was recorded last
  std::string known;                  // with it, see RecoveryHeader
  std::vector<std::string> replaced;  // ids of the journals whose work this takes in: of no use once it is written

  // What came later, behind what this still holds.
  void add(UnwrittenWork later) {
    if (later.saved) {
      saved = std::move(later.saved);
      open.reset();
      in_no_file = false;
    }
    if (later.open) open = std::move(later.open);
    if (later.in_no_file) known = std::move(later.known);
    in_no_file = in_no_file || later.in_no_file;
    replaced.insert(replaced.end(), later.replaced.begin(), later.replaced.end());
  }
};

}  // namespace canvasbook
