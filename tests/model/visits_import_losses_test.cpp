// What an import of visits could lose: it is taken whole, or named by line.
#include "model/visits_import.h"

#include <doctest/doctest.h>

#include "model/text/text_encoding.h"
#include "model/visits_csv.h"
#include "tests/own_scales.h"
#include "tests/sample_visits.h"

namespace canvasbook::visits_import_losses_test {

namespace {

using samples::hall_list;

VisitsImport read(std::string_view text) { return read_visits(text, {}, hall_list()); }

std::string problem_of(std::string_view text) {
  const VisitsImport import = read(text);
  CHECK(import.visits.empty());
  REQUIRE_FALSE(import.problems.empty());
  const ImportProblem& problem = import.problems.front();
  return std::string(problem_name(problem.kind)) + " " + std::to_string(problem.line);
}

}  // namespace

TEST_CASE("text that has no place is refused by line: cells without a column, second texts, a comment of no item") {
  const std::string head = "place,date,item,answer,comment\nNorth,2026-03-02,sign,yes,\n";
  CHECK(problem_of(head + "North,2026-03-02,light,no,It was dirty, very dirty\n") == "more_cells 3");
  CHECK(read(head + "North,2026-03-02,light,no,Dirty,,\n").is_good());
  CHECK(problem_of("place,date,sign,\nNorth,2026-03-02,yes,Dark\n") == "more_cells 2");
  CHECK(problem_of(head + "North,2026-03-02,light,,one\nNorth,2026-03-02,light,,two\n") == "text_twice 4");
  CHECK(problem_of(head + "North,2026-03-02,receipt,17,\nNorth,2026-03-02,receipt,18,\n") == "text_twice 4");
  CHECK(problem_of(head + "North,2026-03-02,receipt,17,Wet\n") == "text_of_none 3");
  CHECK(problem_of("place,date,sign,Item sign\nNorth,2026-03-02,yes,\n") == "doubled_column 1");
  CHECK(problem_of("place,date,sign,comment,comment\nNorth,2026-03-02,yes,a,b\n") == "doubled_column 1");
  CHECK(problem_of("place,shop,date,sign\nNorth,South,2026-03-02,yes\n") == "doubled_column 1");
  CHECK(problem_of("place,date,comment,sign\nNorth,2026-03-02,Rain,yes\n") == "column_of_none 1");
}

TEST_CASE("two visits with the same head are told apart by their name, or refused; the same one is left out by line") {
  const VisitsImport named =
      read("visit,place,date,sign\n1,North,2026-03-02,yes\n2,North,2026-03-02,no\n3,North,2026-03-02,no\n");
  CHECK(named.visits.size() == 3);
  CHECK(problem_of("place,date,sign\nNorth,2026-03-02,yes\nNorth,2026-03-02,no\n") == "same_visit 3");
  CHECK(problem_of("visit,date,sign\n1,2026-03-02,yes\n1,2026-03-02,no\n") == "same_visit 3");
  const VisitsImport twice = read("place,date,sign\nNorth,2026-03-02,yes\nNorth,2026-03-02,yes\n");
  REQUIRE(twice.doubled.size() == 1);
  CHECK(twice.doubled[0].line == 3);
  CHECK(twice.answers == 1);
}

TEST_CASE("a visit of the workbook is left out where it says all of it, and refused where it says another thing") {
  IdSource fresh(5);
  const std::string head = "place,date,sign,light\n";
  const Visits visits = take_visits({}, hall_list(), "Hall", read(head + "North,2026-03-02,yes,no\n"), fresh);
  const auto again = [&](const std::string& row) { return read_visits(head + row, visits, hall_list()); };
  CHECK(again("North,2026-03-02,yes,no\n").doubled.size() == 1);
  CHECK(again("North,2026-03-02,yes,\n").doubled.size() == 1);
  const VisitsImport other = again("North,2026-03-02,no,no\n");
  REQUIRE(other.problems.size() == 1);
  CHECK(other.problems[0].kind == ImportProblemKind::known_visit);
}

TEST_CASE("visits without a place and a shopper are the same where all of them is") {
  IdSource fresh(6);
  constexpr std::string_view text = "date,sign,light\n2026-03-02,yes,no\n2026-03-02,no,no\n2026-03-02,no,no\n";
  const VisitsImport import = read(text);
  CHECK(import.visits.size() == 2);
  CHECK(import.doubled.size() == 1);
  const Visits visits = take_visits({}, hall_list(), "Hall", import, fresh);
  const VisitsImport again = read_visits(text, visits, hall_list());
  CHECK(again.is_good());
  CHECK(again.visits.empty());
  CHECK(again.doubled.size() == 3);
}

TEST_CASE("items of a task list may be numbered, and text between them that belongs to none is refused") {
  const std::string head = "- Date: 2026-03-02\n- [x] Item sign\n";
  const VisitsImport numbered = read(head + "1. [x] Item light\n2) [ ] Item greeting\n");
  REQUIRE(numbered.visits.size() == 1);
  CHECK(marks_text(numbered.visits[0].marks) == "220.");
  CHECK(problem_of(head + "\nThe shop was closed.\n\n- [x] Item light\n") == "stray_text 4");
  CHECK(problem_of(head + "- It rained\n") == "stray_text 3");
  CHECK(problem_of(head + "- Place: North\n- Place: South\n") == "text_twice 4");
  CHECK(read(head + "\n**Group 1.** Scored 3 of 4 = 75 %\n\n## 2. Bar\n\n- [4] Item taste\n\n**In all.** Scored "
                    "____ of ____ = ____ %\n\n- [ ] Check passed\n\nA mark of yes counts.\n")
            .is_good());
}

TEST_CASE("a table is one whatever stands in its comments") {
  const VisitsImport import = read("place,date,sign,comment\nNorth,2026-03-02,yes,\"todo:\n- [x] Item sign\"\n");
  REQUIRE(import.visits.size() == 1);
  CHECK(import.visits[0].comments == VisitTexts{{"sign", "todo:\n- [x] Item sign"}});
}

TEST_CASE("an answer that several levels of a scale have is refused by line") {
  Checklist list = hall_list();
  list.scales.push_back(samples::own_scale("s", "S", {{"Good", 100}, {"good", 50}, {"Poor", 50}}));
  list.groups[1].items[1].own_scale = "s";
  for (const char* answer : {"good", "50"}) {
    const VisitsImport import =
        read_visits(std::string("place,date,item,answer\nNorth,2026-03-02,taste,") + answer + "\n", {}, list);
    REQUIRE(import.problems.size() == 1);
    CHECK(import.problems[0].kind == ImportProblemKind::ambiguous_answer);
    CHECK(import.problems[0].line == 2);
  }
  CHECK(read_visits("place,date,item,answer\nNorth,2026-03-02,taste,100\n", {}, list).is_good());
}

TEST_CASE("visits come back from CSV whatever their items are called and their texts begin with") {
  const std::vector<std::string> names{"Clean", "clean ", "", "light", "Receipt no.", "=Sum"};
  const std::vector<std::string> texts{"'-5 degrees", "''=1", "'quoted'", "-5", "a, b; c", "- [x] Item sign"};
  IdSource fresh(8);
  for (size_t seed = 0; seed < names.size() * names.size() * names.size(); ++seed) {
    Checklist list = hall_list();
    list.groups[0].items[0].text = names[seed % names.size()];
    list.groups[0].items[1].text = names[seed / names.size() % names.size()];
    list.groups[1].items[0].text = names[seed / names.size() / names.size()];
    Visits visits = samples::with_visit({}, list, {"'=North", "", {2026, 3, 2}, ""}, "21-4", fresh);
    const std::string id = visits.visits[0]->id;
    visits = set_comment(visits, id, "sign", texts[seed % texts.size()]);
    visits = set_proof(visits, id, "light", texts[(seed + 1) % texts.size()]);
    visits = set_proof(visits, id, "receipt", texts[(seed + 2) % texts.size()]);
    for (const Language language : {Language::ru, Language::en}) {
      const VisitsImport import = read_visits(decode_text(visits_csv(visits, Catalog::of(language))).text, {}, list);
      CAPTURE(seed);
      REQUIRE(import.visits.size() == 1);
      CHECK(import.visits[0].head == visits.visits[0]->head);
      CHECK(import.visits[0].marks == visits.visits[0]->marks);
      CHECK(import.visits[0].comments == visits.visits[0]->comments);
      CHECK(import.visits[0].proofs == visits.visits[0]->proofs);
    }
  }
}

}  // namespace canvasbook::visits_import_losses_test
