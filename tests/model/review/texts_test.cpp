#include <doctest/doctest.h>

#include <algorithm>

#include "model/blank_places.h"
#include "model/module_uses.h"
#include "model/placeholders.h"
#include "model/review/groups.h"
#include "model/review/mend.h"
#include "tests/book.h"
#include "tests/findings.h"
#include "tests/samples.h"

namespace canvasbook::texts_test {

using samples::make_section_of;
using samples::subjects_of;

namespace {

Workbook with_answer(const char* text) {
  const Workbook before = samples::book_with_said_answers();
  const Workbook after = samples::with_changed<Responses>(
      before, "objections", [&](Responses& responses) { responses.responses[0].answers[0].text = text; });
  return keep_said_words(before, after, "objections");
}

}  // namespace

TEST_CASE("a place left to fill in is the author's, and quietly the speaker's where the talk brings it") {
  const Workbook workbook = samples::make_workbook({samples::make_document_of(
      "d",
      {make_section_of("p", "", Prose{"Ring [name] at [time], [name]. A [link](to) is none."}),
       make_section_of("r", "",
                       Responses{"", {samples::make_response("r1", "Dear", {"At [time], for [Number of] firms"})}})})});
  const std::vector<Finding> findings = review(workbook);
  const std::string of_author = subjects_of(workbook, "left_blank");
  CHECK(of_author.starts_with("p/text "));
  CHECK(std::ranges::count(of_author, ' ') == 2);
  CHECK(subjects_of(workbook, "left_blank_in_script").starts_with("r1"));
  CHECK(count_open(findings) == 0);  // they have a number of their own
  CHECK(count_hints(findings) == 1);
  size_t places = 0;
  for (const Finding& finding : findings) {
    if (finding.rule != "left_blank") continue;
    places += finding.places;
    if (finding.subject == "p/text") CHECK(place_words(finding) == "[name], [time]");
  }
  const BlanksLeft left = blanks_left(workbook, *workbook.documents.front());
  CHECK(places == 4);
  CHECK(left.of_author.size() == places);
  CHECK(left.of_speaker.size() == 1);
}

TEST_CASE("what the author fills in lowers the number by one and raises none; what is dismissed does not count") {
  Workbook workbook =
      samples::make_workbook({samples::make_document_of("d", {make_section_of("p", "", Prose{"[One] and [two]."})})});
  const auto left = [&] { return blanks_left(workbook, *workbook.documents.front()).of_author.size(); };
  CHECK(left() == 2);
  const Workbook open = workbook;
  workbook = set_prose(workbook, "p", "1 and [two].");
  CHECK(left() == 1);
  CHECK(count_open(review(workbook)) == 0);
  workbook = set_prose(workbook, "p", "1 and 2.");
  CHECK(left() == 0);
  workbook = dismiss_finding(open, {"left_blank", "d", "p/text", "Readers fill it in", {}});
  CHECK(left() == 0);
  CHECK(std::ranges::all_of(review(workbook), &Finding::dismissed));
}

TEST_CASE("a STOP list leaves nothing open, nor does the inbox of gaps") {
  Replacements list;
  list.replacements = {{"item", "I will try", "I will ring at [clock]", {}, {}}};
  Section stop = make_section_of("s", "", std::move(list));
  stop.role = "stop_list";
  Section inbox = make_section_of("g", "", Responses{"", {samples::make_response("r", "[What]?", {})}});
  inbox.role = "gaps";
  const Workbook workbook = samples::make_workbook({samples::make_document_of("d", {stop, inbox})});
  const BlanksLeft left = blanks_left(workbook, *workbook.documents.front());
  CHECK(left.of_author.empty());
  CHECK(left.of_speaker.empty());
}

TEST_CASE("a name in braces that nobody knows is a group of findings, and one mend defines it for all of them") {
  const Workbook before = samples::make_workbook({samples::make_document_of(
      "d",
      {make_section_of("p", "", Prose{"{price} and {Price}, {client}, `{code}`."}),
       make_section_of("r", "", Responses{"", {samples::make_response("r1", "How much?", {"{price} in {town}"})}})})});
  const std::vector<Finding> findings = review(before);
  const std::vector<FindingGroup> groups = open_groups(findings, "d");
  REQUIRE(groups.size() == 2);
  CHECK(groups[0].rule == undefined_placeholder_rule);
  CHECK(groups[0].kind == "price");
  CHECK(groups[0].findings.size() == 2);
  CHECK(place_count(groups[0]) == 3);
  CHECK(groups[1].kind == "town");
  CHECK(count_open(findings) == 3);
  for (const Language language : {Language::en, Language::ru}) {
    CHECK(finding_title(*groups[0].findings.front(), Catalog::of(language)).find("{price}") != std::string::npos);
  }
  std::vector<Finding> of_price;
  for (const Finding* finding : groups[0].findings) of_price.push_back(*finding);
  const Workbook after = mended(before, of_price);
  const std::vector<Placeholder> known = placeholder_register(after);
  REQUIRE(known.size() == 1);
  CHECK(known.front().name == "price");
  CHECK(known.front().value.empty());
  CHECK(count_open(review(after)) == 1);
  const Workbook again = mended(after, review(after));
  CHECK(placeholder_register(again).size() == 2);
  CHECK(count_open(review(again)) == 0);
  CHECK(mended(again, findings) == again);
}

TEST_CASE("a line differs from its answer once that has other words, and takes them by one mend") {
  Workbook workbook = with_answer("Quite other words");
  const std::string line = subjects_of(workbook, "differs_from_answer");
  CHECK(line == "t1_2 ");
  workbook = mended(workbook, review(workbook));
  CHECK(subjects_of(workbook, "differs_from_answer").empty());
  CHECK(subjects_of(samples::book_with_said_answers(), "differs_from_answer").empty());
}

}  // namespace canvasbook::texts_test
