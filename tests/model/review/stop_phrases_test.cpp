// The review of what staff say, and its mend.
#include "model/review/stop_phrases.h"

#include <doctest/doctest.h>

#include "model/file/findings_file.h"
#include "model/review/mend.h"
#include "model/review/review.h"
#include "templates/library.h"
#include "tests/book.h"
#include "tests/samples.h"

namespace canvasbook::review_stop_phrases_test {

namespace {

Workbook book_with(const std::string& answer) {
  Responses responses;
  responses.responses = {{"cue", "Я постараюсь решить", {{"a", answer, {}}}, {}}};
  Document document = samples::make_document_of("doc", {samples::make_section("sec", responses)});
  document.language = Language::ru;
  return samples::make_workbook({std::move(document)});
}

std::vector<Finding> stop_phrases_in(const Workbook& workbook) {
  std::vector<Finding> found = review(workbook);
  std::erase_if(found, [](const Finding& finding) { return finding.rule != stop_phrase_rule; });
  return found;
}

const std::string& answer_of(const Workbook& workbook) {
  return std::get<Responses>(workbook.documents[0]->sections[0]->content).responses[0].answers[0].text;
}

}  // namespace

TEST_CASE("a STOP phrase in an answer is found once, with its reason, and replaced by one step") {
  const Workbook workbook = book_with("Постараюсь успеть. Да, постараемся.");
  const std::vector<Finding> found = stop_phrases_in(workbook);
  REQUIRE(found.size() == 1);
  CHECK(found[0].items == std::vector<std::string>{"a"});
  CHECK(found[0].field == "text");
  CHECK(found[0].subject == "a/text/try");
  const FindingWords words = finding_words(found[0], Catalog::of(Language::ru));
  CHECK(words.what.find("«Постараюсь»") != std::string::npos);
  CHECK(words.way_out.find("сделаю до [срок]") != std::string::npos);
  const Workbook after = mended(workbook, found);
  CHECK(answer_of(after) == "Постараюсь успеть. Да, сделаю до [срок].");  // other words need other grammar
  REQUIRE(stop_phrases_in(after).size() == 1);
  CHECK_FALSE(stop_phrases_in(after)[0].has_mend);
  CHECK(mended(after, found) == after);  // nothing is left to mend
}

TEST_CASE("what the client hears is told with the reason: as the workbook's list says it, else as the starting list") {
  Workbook workbook = book_with("Постараюсь успеть.");
  const auto why = [&] { return finding_words(stop_phrases_in(workbook).at(0), Catalog::of(Language::ru)).why; };
  CHECK(why().find("Клиент слышит: «Скорее всего, не сделают.»") != std::string::npos);
  Document document = *workbook.documents[0];
  document.sections.emplace_back(samples::make_section_of(
      "list", "stop_list", Replacements{{{"own", "постараюсь", "", "", {}, "Ничего не будет"}}}));
  workbook = samples::make_workbook({std::move(document)});
  CHECK(why().find("Клиент слышит: «Ничего не будет»") != std::string::npos);
  const std::string json = findings_as_json(stop_phrases_in(workbook), Catalog::of(Language::ru));
  CHECK(json.find("\"hears\": \"Ничего не будет\"") != std::string::npos);
}

TEST_CASE("what is allowed here with a reason is no open finding") {
  Workbook workbook = book_with("Постараюсь успеть.");
  const Finding finding = stop_phrases_in(workbook).at(0);
  workbook = dismiss_finding(std::move(workbook), {finding.rule, finding.document, finding.subject, "юмор", {}});
  CHECK(stop_phrases_in(workbook).at(0).dismissed);
}

TEST_CASE("without the starting list only the workbook's own phrases are found") {
  Workbook workbook = book_with("Постараюсь успеть.");
  workbook.without_starting_stop_list = true;
  CHECK(stop_phrases_in(workbook).empty());
}

TEST_CASE("no template says what its own list forbids") {
  for (const Language language : {Language::ru, Language::en}) {
    for (const Template& source : templates_in(language)) {
      IdSource ids(1);
      Workbook workbook;
      workbook.language = language;
      workbook = add_document(std::move(workbook), make_document(source, ids));
      for (const Finding& finding : stop_phrases_in(workbook)) {
        FAIL_CHECK(source.id << ": " << finding_words(finding, Catalog::of(language)).what);
      }
    }
  }
}

}  // namespace canvasbook::review_stop_phrases_test
