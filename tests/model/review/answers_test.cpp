// The rules for cues and what is said to them, each where it speaks and where it is silent.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/book.h"
#include "tests/findings.h"

namespace canvasbook::answers_test {

using samples::make_response;
using samples::subjects_of;

namespace {

Workbook with_responses(std::vector<Response> responses) {
  return samples::make_workbook({samples::make_document_of(
      "d", {samples::make_section_of("s", "contact", Responses{"", std::move(responses)})})});
}

Workbook with_advantages(const std::vector<std::map<std::string, std::string>>& rows, const char* benefit = "benefit") {
  Sheet sheet;
  for (const char* role : {"feature", benefit}) {
    SheetColumn column;
    column.id = std::string("column_") + role;
    column.role = role;
    column.title = role;
    sheet.columns.push_back(column);
  }
  for (const auto& cells : rows) sheet.rows.push_back({"r" + std::to_string(sheet.rows.size()), cells, {}});
  return samples::make_workbook({samples::make_document_of("d", {samples::make_section_of("s", "", sheet)})});
}

Finding only(const Workbook& workbook) {
  const auto findings = review(workbook);
  REQUIRE(findings.size() == 1);
  return findings.front();
}

}  // namespace

TEST_CASE("two answers to one cue that say the same are one finding, about the second") {
  const Workbook workbook = with_responses(
      {make_response("dear", "It is dear", {"Compared to what?", "It includes delivery.", "To what is it compared?"})});
  CHECK(subjects_of(with_responses({make_response("dear", "It is dear", {"Thanks!", "Thanks."})}), "answers_alike") ==
        "dear_2 ");
  CHECK(subjects_of(workbook, "answers_alike").empty());  // three words of five
  const Finding finding =
      only(with_responses({make_response("dear", "It is dear", {"We deliver by noon", "By noon we deliver!"})}));
  CHECK(finding.items == std::vector<std::string>{"dear_2", "dear_1"});
  CHECK(finding.field == "text");
  CHECK(harm_of(finding.rule) == Harm::lacking);
  CHECK(finding_words(finding, Catalog::of(Language::en)).what ==
        "In “Title of s”, the answer “By noon we deliver!” says the same as “We deliver by noon”.");
}

TEST_CASE("answers to different cues of a section may repeat what is short, not what is long") {
  const auto to_two = [](const char* text) {
    return with_responses({make_response("a", "One", {text}), make_response("b", "Two", {text})});
  };
  CHECK(subjects_of(to_two("Thank you very much."), "answers_alike").empty());
  CHECK(subjects_of(to_two("The box is at the door before noon."), "answers_alike") == "b_1 ");
}

TEST_CASE("answers of different sections, and empty ones, are not compared") {
  const char* text = "The box is at the door before noon.";
  const Workbook apart = samples::make_workbook({samples::make_document_of(
      "d", {samples::make_section_of("s", "contact", Responses{"", {make_response("a", "One", {text})}}),
            samples::make_section_of("t", "contact", Responses{"", {make_response("b", "Two", {text})}})})});
  CHECK(subjects_of(apart, "answers_alike").empty());
  CHECK(subjects_of(with_responses({make_response("a", "One", {"Yes", " ", ""})}), "answers_alike").empty());
}

TEST_CASE("a book of many cues is gone through, and each repeated answer told once") {
  std::vector<Response> responses;
  for (int i = 0; i < 3000; ++i) {
    const std::string id = "c" + std::to_string(i);
    responses.push_back(
        make_response(id, "Cue " + id, {"Answer " + id, i % 1000 == 0 ? "It is at the door by noon" : id}));
  }
  CHECK(subjects_of(with_responses(responses), "answers_alike") == "c1000_2 c2000_2 ");
}

TEST_CASE("a cue without words that has answers is found; one without answers is not") {
  const Workbook workbook =
      with_responses({make_response("none", " ", {"", "We ring first"}), make_response("dots", "…", {"We wait"}),
                      make_response("new", "", {""}), make_response("said", "Late", {"Sorry"})});
  CHECK(subjects_of(workbook, "empty_cue") == "none dots ");
  const Finding finding = review(workbook).front();
  CHECK(finding.field == "cue");
  CHECK(finding_words(finding, Catalog::of(Language::en)).what ==
        "In “Title of s”, nothing says what the answer “We ring first” replies to.");
}

TEST_CASE("an advantage needs a benefit to the client, in a sheet that asks for both") {
  const Workbook workbook =
      with_advantages({{{"column_feature", "Steel frame"}, {"column_benefit", "You carry it upstairs alone"}},
                       {{"column_feature", "Open until ten"}, {"column_benefit", " "}},
                       {{"column_feature", "Own van"}},
                       {{"column_benefit", "Nothing to wait for"}},
                       {}});
  CHECK(subjects_of(workbook, "advantage_without_benefit") == "r1 r2 ");
  const Finding finding = review(workbook).front();
  CHECK(finding.field == "column_benefit");
  CHECK(finding_words(finding, Catalog::of(Language::en)).what ==
        "In “Title of s”, the advantage “Open until ten” does not say what this customer gains.");
  CHECK(subjects_of(with_advantages({{{"column_feature", "Own van"}}}, "remark"), "advantage_without_benefit").empty());
}

TEST_CASE("a cue that stands in a document twice is one finding, about the second, with both places") {
  const auto with_second = [](const char* role, const char* words) {
    return samples::make_workbook({samples::make_document_of(
        "d", {samples::make_section_of("s", "contact", Responses{"", {make_response("a", "Дорого.", {"Да"})}}),
              samples::make_section_of("t", role, Responses{"", {make_response("b", words, {"Нет"})}})})});
  };
  CHECK(subjects_of(with_second("contact", "дорого"), "cue_twice") == "b ");
  CHECK(subjects_of(with_second("contact", "Дорого?!"), "cue_twice") == "b ");
  CHECK(subjects_of(with_second("contact", "Дороже"), "cue_twice").empty());
  CHECK(subjects_of(with_second("gaps", "дорого"), "cue_twice").empty());
  CHECK(subjects_of(with_second("contact", " "), "cue_twice").empty());
  const Finding finding = only(with_second("contact", "дорого"));
  CHECK(finding.items == std::vector<std::string>{"b", "a"});
  CHECK(finding_words(finding, Catalog::of(Language::en)).what ==
        "The cue “дорого” in “Title of t” says the same as “Дорого.” in “Title of s”.");
}

}  // namespace canvasbook::answers_test
