// The scheme of the call as a form of its own.
#include <doctest/doctest.h>

#include "export/compose/forms/forms.h"
#include "export/markdown/writer.h"
#include "model/call_scheme.h"
#include "tests/book.h"
#include "tests/paper.h"

namespace canvasbook::call_scheme_form_test {

namespace {

const PrintForm& scheme_form() { return *find_print_form("scheme"); }

Workbook book_that_leads_on() {
  Workbook workbook = samples::make_workbook({samples::sound_book()});
  workbook = lead_on(std::move(workbook), "price_1", "objections", CallEnd::none);
  return lead_on(std::move(workbook), "price_2", "", CallEnd::refused);
}

}  // namespace

TEST_CASE("the scheme alone is the page that the book has at its end") {
  const Workbook workbook = book_that_leads_on();
  const ComposeOptions options{{}, {}, workbook.modified};
  const std::string alone = write_markdown(compose_form(scheme_form(), workbook, options));
  const std::string book = write_markdown(compose(workbook, options));
  CHECK(alone.find("Expensive.") != std::string::npos);
  CHECK(alone.find("It includes delivery.") != std::string::npos);
  CHECK(alone.find("I will try") == std::string::npos);
  const size_t heading = alone.find("# ");
  REQUIRE(heading != std::string::npos);
  const size_t end = alone.find('\n', heading);
  CHECK(book.find(alone.substr(heading, end - heading)) != std::string::npos);
  Fonts fonts;
  const Pages pages = layout(compose_form(scheme_form(), workbook, options), page_setup(PageSize::A3), fonts);
  REQUIRE(pages.pages.size() == 1);
  CHECK(pages.pages.front().width > pages.pages.front().height);
  REQUIRE_FALSE(pages.bookmarks.empty());
}

TEST_CASE("a book without next steps has no scheme to print") {
  const Workbook workbook = samples::make_workbook({samples::sound_book()});
  CHECK(documents_with_form(scheme_form(), workbook).empty());
  CHECK(documents_with_form(scheme_form(), book_that_leads_on()) == std::vector<std::string>{"book"});
}

}  // namespace canvasbook::call_scheme_form_test
