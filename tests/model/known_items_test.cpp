// What comes to a section that has some of it already: nothing is doubled, and nothing is lost.
#include "model/known_items.h"

#include <doctest/doctest.h>

#include "tests/book.h"

namespace canvasbook::known_items_test {

using samples::make_response;

namespace {

using Ids = std::vector<std::string>;

std::vector<std::string> answers_of(const Response& response) {
  std::vector<std::string> texts;
  for (const Answer& answer : response.answers) texts.push_back(answer.text);
  return texts;
}

const std::vector<Response>& cues_in(const Content& content) { return std::get<Responses>(content).responses; }
const std::vector<Replacement>& phrases_in(const Content& content) {
  return std::get<Replacements>(content).replacements;
}

}  // namespace

TEST_CASE("a cue that is there takes the answers that it lacks, whatever capitals and marks at the end") {
  Content there =
      Responses{"", {make_response("dear", "Дорого.", {"С чем сравниваете?"}), make_response("b", "Нет", {})}};
  Content coming =
      Responses{"",
                {make_response("x", "дорого", {"с чем сравниваете", "Зато надолго."}),
                 make_response("y", "Подумаю", {"О чём?"}), make_response("z", "ДОРОГО!", {"Зато надолго"})}};
  CHECK(count_known_items(there, coming) == 1);
  CHECK(join_known_items(there, coming) == Ids{"dear"});
  REQUIRE(cues_in(there).size() == 2);
  CHECK(cues_in(there)[0].cue == "Дорого.");
  CHECK(answers_of(cues_in(there)[0]) == Ids{"С чем сравниваете?", "Зато надолго."});
  REQUIRE(cues_in(coming).size() == 1);
  CHECK(cues_in(coming)[0].id == "y");
}

TEST_CASE("cues without words are never the same") {
  Content there = Responses{"", {make_response("a", " ", {"One"})}};
  Content coming = Responses{"", {make_response("b", "", {"Two"})}};
  CHECK(join_known_items(there, coming).empty());
  CHECK(cues_in(coming).size() == 1);
}

TEST_CASE("other words of a cue come once each, after those that it has") {
  CHECK(with_synonyms("", " недёшево ;\nдороговато") == "недёшево, дороговато");
  CHECK(with_synonyms("one", " , ;") == "one");
  CHECK(synonyms_in(with_synonyms("", "yes, but;")) == std::vector<std::string>{"yes, but"});
}

TEST_CASE("a list of other words stays one that reads as it did: a comma inside of words does not part them") {
  // behind a comma, "не по карману" would be one phrase with "кусается"
  CHECK(with_synonyms("недёшево; кусается", "Недешево, не по карману") == "недёшево; кусается; не по карману");
  CHECK(with_synonyms("недёшево\nкусается", "не по карману") == "недёшево; кусается; не по карману");
  CHECK(with_synonyms("недёшево, кусается", "дорого, и весьма; не тянем") ==
        "недёшево; кусается; дорого, и весьма; не тянем");
  CHECK(with_synonyms("дорого, и весьма;", "кусается") == "дорого, и весьма; кусается");
}

TEST_CASE("a STOP phrase that is there is filled where it is empty, and takes what says something else as a line") {
  Content there = Replacements{{{"a", "Нет", "", "Грубо", {}}, {"b", "Никогда", "Давайте", "", {}}}};
  Content coming = Replacements{{{"x", "нет.", "Давайте так", "", {}},
                                 {"y", "Никогда!", "Иначе", "Пугает", {}},
                                 {"z", "никогда", "давайте.\nПозже", "", {}},
                                 {"new", "Ни за что", "Да", "", {}}}};
  CHECK(count_known_items(there, coming) == 2);
  CHECK(join_known_items(there, coming) == Ids{"a", "b"});
  REQUIRE(phrases_in(there).size() == 2);
  CHECK(phrases_in(there)[0].replacement == "Давайте так");
  CHECK(phrases_in(there)[0].reason == "Грубо");
  CHECK(phrases_in(there)[1].replacement == "Давайте\nИначе\nПозже");
  CHECK(phrases_in(there)[1].reason == "Пугает");
  REQUIRE(phrases_in(coming).size() == 1);
  CHECK(phrases_in(coming)[0].id == "new");
  Content again = Replacements{{{"x", "Никогда", "Иначе", "", {}}, {"y", "Никогда", "Давайте\nИначе\nПозже", "", {}}}};
  join_known_items(there, again);
  CHECK(phrases_in(there)[1].replacement == "Давайте\nИначе\nПозже");  // the same table once more adds nothing
}

TEST_CASE("contents of different kinds have nothing in common") {
  Content there = Responses{"", {make_response("a", "No", {})}};
  Content coming = Replacements{{{"x", "No", "Yes", "", {}}}};
  CHECK(join_known_items(there, coming).empty());
  CHECK(phrases_in(coming).size() == 1);
}

}  // namespace canvasbook::known_items_test
