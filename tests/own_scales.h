// Scales of a check list's own, for tests.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/kinds/checklist.h"

namespace canvasbook::samples {

// The ids of its levels are "<id>_1", "<id>_2" …
inline OwnScale own_scale(std::string id, std::string title, const std::vector<std::pair<std::string, int>>& levels) {
  OwnScale scale;
  for (const auto& level : levels) {
    scale.levels.push_back({id + "_" + std::to_string(scale.levels.size() + 1), level.first, level.second});
  }
  scale.id = std::move(id);
  scale.title = std::move(title);
  return scale;
}

inline OwnScale impression() {
  return own_scale("impression", "Impression", {{"Great", 100}, {"Okay", 50}, {"Poor", 0}});
}

}  // namespace canvasbook::samples
