#include "templates/untouched.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "model/review/progress.h"
#include "model/review/review.h"
#include "templates/library.h"
#include "tests/samples.h"

namespace canvasbook::untouched_test {

namespace {

Workbook made_from(const Template& source, IdSource& ids) {
  Workbook workbook;
  workbook.language = source.language;
  return add_document(workbook, make_document(source, ids));
}

// The first block of the first board of a workbook, with one more note.
Workbook with_a_note(Workbook workbook) {
  for (const auto& section : workbook.documents.front()->sections) {
    const auto* board = std::get_if<Board>(&section->content);
    if (board == nullptr) continue;
    const std::string id = section->id;
    return set_board(std::move(workbook), id, add_note(*board, board->blocks.front().id, samples::make_note("mine")));
  }
  return workbook;
}

}  // namespace

TEST_CASE("an untouched template has nothing but places to fill in, and one note is not asked for the rest") {
  for (const Language language : {Language::ru, Language::en}) {
    for (const Template& source : templates_in(language)) {
      CAPTURE(source.id);
      IdSource ids(3);
      const Workbook workbook = made_from(source, ids);
      const auto is_unfilled = [](const Finding& finding) { return harm_of(finding.rule) == Harm::unfilled; };
      CHECK(std::ranges::all_of(review(workbook, is_untouched), is_unfilled));
      CHECK(std::ranges::all_of(review(with_a_note(workbook), is_untouched), is_unfilled));
    }
  }
}

TEST_CASE("a section counts once its author has written in it") {
  IdSource ids(3);
  Workbook workbook = made_from(*find_template(Language::en, "sales_book"), ids);
  const Document& book = *workbook.documents.front();
  std::string goal;
  for (const auto& section : book.sections) {
    CHECK(is_untouched(book, *section));
    if (section->role == "call_goal" && goal.empty()) goal = section->id;
  }
  const std::string text = std::get<Prose>(find_section(workbook, goal)->content).text;
  workbook = set_prose(workbook, goal, text + "\n\nMore.");
  const Document& touched = *workbook.documents.front();
  CHECK_FALSE(is_untouched(touched, *find_section(workbook, goal)));
  CHECK(is_untouched(touched, *touched.sections.back()));
}

TEST_CASE("a document from no template of the library is never untouched") {
  const Document document = samples::make_document_of("d", {samples::make_section("p", Prose{"[name]"})});
  CHECK_FALSE(is_untouched(document, *document.sections.front()));
}

}  // namespace canvasbook::untouched_test
