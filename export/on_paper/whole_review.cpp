#include "export/on_paper/whole_review.h"

#include "export/compose/compose.h"
#include "export/layout/layout.h"
#include "export/on_paper/find_overfull.h"

namespace canvasbook {

std::vector<Finding> review_with_pages(const Workbook& workbook, Fonts& fonts, const IsUntouched& is_untouched,
                                       const Date& today) {
  std::vector<Finding> findings = review(workbook, is_untouched, today);
  const Pages pages = layout(compose(workbook, {{}, {}, workbook.modified}), page_setup(workbook.page_size), fonts);
  for (const auto& on_paper : {find_overfull(pages), find_over_budget(workbook, pages)}) {
    findings.insert(findings.end(), on_paper.begin(), on_paper.end());
  }
  mark_dismissed(workbook, findings);
  return findings;
}

}  // namespace canvasbook
