#include "model/call_gaps.h"

#include <doctest/doctest.h>

#include "export/compose/compose.h"
#include "export/markdown/writer.h"
#include "model/review/progress.h"
#include "tests/book.h"
#include "tests/findings.h"

namespace canvasbook::call_gaps_test {

using namespace samples;

namespace {

Workbook book() {
  Document document = make_document_of(
      "sales", {make_section_of("objections", "objections",
                                Responses{"", {make_response("price", "Expensive.", {"Compared?", "For a year."})}})});
  document.language = Language::ru;
  return make_workbook({std::move(document)});
}

Workbook with_gap(Workbook workbook, const std::string& words) {
  IdSource ids(words.size());
  return add_gap(std::move(workbook), "sales", words, ids).workbook;
}

const Section& gaps_of(const Workbook& workbook) {
  const Section& last = *workbook.documents.front()->sections.back();
  REQUIRE(is_gaps(last));
  return last;
}

}  // namespace

TEST_CASE("the first gap adds a section at the end, titled in the document's language; the next goes there too") {
  Workbook workbook = with_gap(book(), "  А парковка\nу вас есть? ");
  REQUIRE(workbook.documents.front()->sections.size() == 2);
  CHECK(gaps_of(workbook).title == "Что ещё говорят клиенты");
  workbook = with_gap(std::move(workbook), "Можно с собакой?");
  REQUIRE(workbook.documents.front()->sections.size() == 2);
  const auto& responses = std::get<Responses>(gaps_of(workbook).content).responses;
  REQUIRE(responses.size() == 2);
  CHECK(responses[0].cue == "А парковка у вас есть?");
  CHECK(responses[0].answers.empty());
  CHECK(responses[1].cue == "Можно с собакой?");
  CHECK(responses[0].id != responses[1].id);

  Document english = *book().documents.front();
  english.language = Language::en;
  CHECK(gaps_of(with_gap(make_workbook({english}), "Dogs?")).title == "What else customers say");
}

TEST_CASE("words that are a gap already, no words and no document change nothing") {
  const Workbook workbook = with_gap(book(), "Ещё раз");
  IdSource ids(1);
  for (const char* words : {"ЕЩЕ РАЗ", "", " \n "}) {
    const AddedGap added = add_gap(workbook, "sales", words, ids);
    CHECK(added.cue.empty());
    CHECK(added.workbook == workbook);
  }
  CHECK(add_gap(workbook, "nowhere", "Words", ids).workbook == workbook);
}

TEST_CASE("gaps are not printed, and their cues want no answers") {
  const Workbook workbook = with_gap(book(), "Bicycles");
  CHECK(write_markdown(compose(workbook, {})) == write_markdown(compose(book(), {})));
  CHECK(subjects_of(workbook, "cue_without_answer").empty());
  Workbook elsewhere = workbook;
  Section section = gaps_of(workbook);
  section.role = "contact";
  elsewhere = set_section(std::move(elsewhere), section);
  CHECK_FALSE(subjects_of(elsewhere, "cue_without_answer").empty());
  CHECK(write_markdown(compose(elsewhere, {})).find("Bicycles") != std::string::npos);
}

TEST_CASE("an inbox of gaps is no part that has to be filled") {
  const Workbook workbook = with_gap(book(), "Bicycles");
  CHECK(progress_of(*workbook.documents.front()).count == progress_of(*book().documents.front()).count);
  CHECK(progress_of(gaps_of(workbook)).count == 0);
}

TEST_CASE("nothing of gaps is printed where they have answers and deeper sections behind them") {
  Document document = *book().documents.front();
  Section gaps = make_section_of("inbox", "gaps", Responses{"", {make_response("dog", "A dog?", {"Come in."})}});
  document.sections.emplace_back(std::move(gaps));
  document.sections.emplace_back(make_section_of("deeper", "notes", Prose{"Some text"}, 2));
  const std::string markdown = write_markdown(compose(make_workbook({document}), {}));
  CHECK(markdown.find("Title of inbox") == std::string::npos);
  CHECK(markdown.find("Come in") == std::string::npos);
  CHECK(markdown.find("Some text") != std::string::npos);
}

}  // namespace canvasbook::call_gaps_test
