// What a person would find again of the journals in a folder.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "editor/session/recovery.h"

namespace canvasbook {

// All that can be offered, by id.
inline std::vector<RecoveredWorkbook> find_recoveries(const std::filesystem::path& folder) {
  std::set<std::string> ids;
  if (std::filesystem::exists(folder)) {
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      if (entry.path().extension() == ".journal") ids.insert(entry.path().stem().string());
    }
  }
  std::vector<RecoveredWorkbook> found;
  for (const std::string& id : ids) {
    if (auto recovered = load_recovery(folder.string(), id)) found.push_back(std::move(*recovered));
  }
  return found;
}

}  // namespace canvasbook
