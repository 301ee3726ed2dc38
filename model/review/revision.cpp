// The rule for documents that nobody has gone through for long.
#include <array>

#include "model/review/rules.h"

namespace canvasbook {

namespace {

void find_overdue_revisions(const DocumentReview& at, std::string_view rule) {
  const Revision& revision = at.document.revision;
  const std::optional<Date> next = next_revision(revision);
  if (at.judged.empty() || !next || write_date(at.all.today) <= write_date(*next)) return;
  at.add(rule, {at.document.id}, {{"date", at.catalog.date(*revision.date)}, {"next", at.catalog.date(*next)}});
}

}  // namespace

std::span<const Rule> revision_rules() {
  static constexpr std::array rules{Rule{"revision_overdue", Harm::lacking, find_overdue_revisions}};
  return rules;
}

}  // namespace canvasbook
