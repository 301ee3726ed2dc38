#include "editor/session/computed.h"

#include <doctest/doctest.h>

#include <atomic>

#include "export/on_paper/whole_review.h"
#include "templates/untouched.h"
#include "tests/paper.h"
#include "tests/samples.h"

namespace canvasbook::computed_test {

namespace {

// A stopwatch that goes on by a step each time it is read: what is measured takes as long as the test wishes.
struct Watch {
  double step = 0;
  double seconds = 0;
  std::function<double()> function() {
    return [this] { return seconds += step; };
  }
};

Workbook with_company(Workbook workbook, const std::string& company) {
  workbook.company = company;
  return workbook;
}

std::string printed(const Pages& pages) { return paper::all_text(pages); }

}  // namespace

TEST_CASE("pages, findings and words follow every revision where computing is quick") {
  Computed computed({});
  Workbook workbook = paper::example("en");
  const Document* shown = &*workbook.documents[0];
  CHECK(printed(computed.pages(workbook, 1, shown)).find("Nightly") == std::string::npos);
  const size_t words = computed.words(workbook, 1);
  workbook = with_company(workbook, "Nightly tea");
  workbook = add_document(workbook, samples::make_document_of("more", {samples::make_section("text", Prose{"Tea"})}));
  shown = &*workbook.documents[0];
  CHECK(printed(computed.pages(workbook, 2, shown)).find("Nightly") != std::string::npos);
  CHECK(computed.words(workbook, 2) != words);
  CHECK_FALSE(computed.tick(100, 2));
}

TEST_CASE("what is asked for again in the same revision is not computed again") {
  Watch watch;
  Computed computed(watch.function());
  const Workbook workbook = paper::example("en");
  const Document* shown = &*workbook.documents[0];
  computed.findings(workbook, 1, shown);
  computed.pages(workbook, 1, shown);
  const std::uint64_t version = computed.pages_version();
  watch.step = 1;
  const double before = watch.seconds;
  computed.findings(workbook, 1, shown);
  computed.pages(workbook, 1, shown);
  CHECK(watch.seconds == before);
  CHECK(computed.pages_version() == version);
}

TEST_CASE("while one types, a slow layout waits for a pause and then comes without a key") {
  Watch watch{0.02};
  Computed computed(watch.function());
  Workbook workbook = paper::example("en");
  computed.pages(workbook, 1, &*workbook.documents[0]);
  workbook = with_company(workbook, "Nightly tea");
  const Document* shown = &*workbook.documents[0];
  const std::uint64_t version = computed.pages_version();
  CHECK(printed(computed.pages(workbook, 2, shown)).find("Nightly") == std::string::npos);
  CHECK_FALSE(computed.tick(10, 2));
  CHECK_FALSE(computed.tick(10.1, 2));
  CHECK(computed.pages_version() == version);
  CHECK(computed.tick(10.2, 2));
  CHECK(printed(computed.pages(workbook, 2, shown)).find("Nightly") != std::string::npos);
  CHECK(computed.pages_version() > version);
  CHECK_FALSE(computed.tick(20, 2));
}

TEST_CASE("typing on puts the slow layout off again") {
  Watch watch{0.02};
  Computed computed(watch.function());
  const Workbook workbook = paper::example("en");
  const Document* shown = &*workbook.documents[0];
  for (std::uint64_t revision = 1; revision < 9; ++revision) {
    computed.pages(workbook, revision, shown);
    CHECK_FALSE(computed.tick(static_cast<double>(revision) * 0.1, revision));
  }
  CHECK(computed.tick(1, 8));
}

TEST_CASE("another document is laid out at once, however slow: nothing else could be shown") {
  Watch watch{0.5};
  Computed computed(watch.function());
  const Workbook workbook = paper::example("en");
  CHECK(computed.pages(workbook, 1, &*workbook.documents[0]).pages.size() == 4);
  CHECK(computed.pages(workbook, 1, &*workbook.documents[1]).pages.size() == 2);
  CHECK(computed.pages(workbook, 1, nullptr).pages.empty());
}

TEST_CASE("findings of the pages are those of all documents, whichever is shown") {
  Workbook workbook = set_page_budget(paper::canvases("en"), "model", 1);
  workbook = set_page_budget(workbook, "offices", 1);
  const auto over_budget = [](const std::vector<Finding>& findings) {
    return std::ranges::count(findings, page_budget_rule, &Finding::rule);
  };
  Computed computed({});
  CHECK(over_budget(computed.findings(workbook, 1, &*workbook.documents[0])) == 2);
  CHECK(over_budget(computed.findings(workbook, 1, &*workbook.documents[1])) == 2);
  workbook = remove_document(workbook, "offices");
  CHECK(over_budget(computed.findings(workbook, 2, &*workbook.documents[0])) == 1);
  Fonts fonts;
  CHECK(computed.findings(workbook, 2, &*workbook.documents[0]) == review_with_pages(workbook, fonts, is_untouched));
}

TEST_CASE("many slow documents are laid out a few at a time, until all findings are there") {
  Workbook workbook = set_page_budget(paper::canvases("en"), "offices", 1);
  IdSource ids(5);
  for (int i = 0; i < 6; ++i) workbook = duplicate_document(workbook, "offices", ids);
  Watch watch{0.02};
  Computed computed(watch.function());
  const auto count = [&] {
    const auto& findings = computed.findings(workbook, 1, &*workbook.documents[0]);
    return std::ranges::count(findings, page_budget_rule, &Finding::rule);
  };
  CHECK(count() < 7);
  int ticks = 0;
  while (computed.tick(ticks * 0.5, 1) || ticks < 3) {
    count();
    REQUIRE(++ticks < 30);
  }
  CHECK(count() == 7);
}

TEST_CASE("what is too slow for a frame comes from another thread; until then the pages are those of a moment ago") {
  std::atomic<double> seconds = 0;  // as if everything took a second
  Computed computed([&] { return seconds += 1; }, std::launch::async);
  Workbook workbook = paper::example("en");
  computed.pages(workbook, 1, &*workbook.documents[0]);
  workbook = with_company(workbook, "Nightly tea");
  const Document* shown = &*workbook.documents[0];
  computed.pages(workbook, 2, shown);
  CHECK_FALSE(computed.tick(1, 2));
  CHECK(computed.tick(2, 2));
  const std::uint64_t version = computed.pages_version();
  while (computed.pages_version() == version) {
    const bool news = computed.tick(3, 2);
    computed.pages(workbook, 2, shown);
    if (news) CHECK(computed.pages_version() > version);
  }
  CHECK(printed(computed.pages(workbook, 2, shown)).find("Nightly") != std::string::npos);
  CHECK_FALSE(computed.tick(20, 2));
}

TEST_CASE("pages from another thread are dropped when another document is shown meanwhile") {
  std::atomic<double> seconds = 0;
  Computed computed([&] { return seconds += 1; }, std::launch::async);
  const Workbook workbook = paper::example("en");
  const Document* first = &*workbook.documents[0];
  const Document* second = &*workbook.documents[1];
  computed.pages(workbook, 1, first);
  const Workbook changed = with_company(workbook, "Nightly tea");
  first = &*changed.documents[0];
  second = &*changed.documents[1];
  computed.pages(changed, 2, first);
  computed.tick(1, 2);
  REQUIRE(computed.tick(2, 2));
  computed.pages(changed, 2, first);  // on its way
  const std::string expected = printed(computed.pages(changed, 2, second));
  CHECK(expected.find("Nightly") != std::string::npos);
  for (int i = 0; i < 1000; ++i) {
    computed.tick(3, 2);
    CHECK(printed(computed.pages(changed, 2, second)) == expected);
  }
}

}  // namespace canvasbook::computed_test
