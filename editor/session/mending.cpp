// The action of a session on what the review found.
#include "editor/session/session.h"
#include "model/review/mend.h"

namespace canvasbook {

bool Session::mend(std::span<const Finding> findings) {
  if (findings.empty()) return false;
  end_writing();
  const std::uint64_t before = history_.revision();
  record(mended(workbook(), findings), mend_names(findings.front().rule).step, findings.front().items.front());
  return history_.revision() != before;
}

}  // namespace canvasbook
