#include "export/find_overfull.h"

namespace canvasbook {

std::vector<Finding> find_overfull(const Pages& pages) {
  std::vector<Finding> findings;
  for (const OverfullBlock& block : pages.overfull) {
    findings.push_back({std::string(overfull_rule), block.document, {block.item},
                        {{"block", block.title}, {"count", std::to_string(block.cards)}}, false, {}});
  }
  return findings;
}

}  // namespace canvasbook
