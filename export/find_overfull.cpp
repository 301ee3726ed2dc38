#include "export/find_overfull.h"

#include "export/compose.h"
#include "export/layout.h"

namespace canvasbook {

std::vector<Finding> find_overfull(const Pages& pages) {
  std::vector<Finding> findings;
  for (const OverfullBlock& block : pages.overfull) {
    findings.push_back({std::string(overfull_rule),
                        block.document,
                        block.item,
                        {block.item},
                        {{"block", block.title}, {"count", std::to_string(block.cards)}},
                        false,
                        {}});
  }
  return findings;
}

std::vector<Finding> review_with_pages(const Workbook& workbook, Fonts& fonts) {
  std::vector<Finding> findings = review(workbook);
  PageSetup setup;
  setup.canvas = workbook.page_size;
  const std::vector<Finding> overfull =
      find_overfull(layout(compose(workbook, {{}, {}, workbook.modified}), setup, fonts));
  findings.insert(findings.end(), overfull.begin(), overfull.end());
  mark_dismissed(workbook, findings);
  return findings;
}

}  // namespace canvasbook
