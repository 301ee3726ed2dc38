// The rule for documents whose revision is overdue.
#include <doctest/doctest.h>

#include "tests/book.h"
#include "tests/findings.h"

namespace canvasbook::revision_test {

namespace {

Workbook revised(std::optional<Date> date, int months) {
  Revision revision;
  revision.date = date;
  revision.months = months;
  return set_revision(samples::make_workbook({samples::sound_book()}), "book", revision);
}

}  // namespace

TEST_CASE("a document is due on the day behind its period, and the words tell both days") {
  const Workbook workbook = revised(Date{2026, 5, 30}, 6);
  CHECK(review(workbook, {}, {2026, 11, 30}).empty());
  const auto findings = review(workbook, {}, {2026, 12, 1});
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].rule == "revision_overdue");
  CHECK(findings[0].subject == "book");
  CHECK(findings[0].items == std::vector<std::string>{"book"});
  CHECK(harm_of(findings[0].rule) == Harm::lacking);
  CHECK(finding_words(findings[0], Catalog::of(Language::en)).what ==
        "The document was last revised on 30 May 2026; its next revision was due by 30 November 2026.");
}

TEST_CASE("nothing is due without a date, without a period, or where no day is told") {
  constexpr Date today{2030, 1, 1};
  CHECK(review(revised({}, 6), {}, today).empty());
  CHECK(review(revised(Date{2026, 5, 30}, 0), {}, today).empty());
  CHECK(review(revised(Date{2026, 5, 30}, 6)).empty());
}

TEST_CASE("a document in which nobody wrote yet is not due") {
  const IsUntouched all = [](const Document&, const Section&) { return true; };
  CHECK(review(revised(Date{2026, 5, 30}, 6), all, {2030, 1, 1}).empty());
}

TEST_CASE("a document that is due can be dismissed with a reason") {
  const Workbook workbook =
      dismiss_finding(revised(Date{2026, 5, 30}, 6), {"revision_overdue", "book", "book", "In spring", {}});
  const auto findings = review(workbook, {}, {2030, 1, 1});
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].dismissed);
}

}  // namespace canvasbook::revision_test
