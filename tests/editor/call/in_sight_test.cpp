#include "editor/call/in_sight.h"

#include <doctest/doctest.h>

#include "editor/call/plain_words.h"
#include "tests/book.h"

namespace canvasbook::in_sight_test {

using namespace samples;

TEST_CASE("the goal and the questions of the stage stay in sight, those of other stages do not") {
  const Responses needs{"", {make_response("size", "How *many*", {"How many meetings?", " ", "How many guests?"})}};
  const Document document = make_document_of(
      "d", {make_section_of("one", "call_goal", Prose{"Find **the** person:\n\n- name\n- time\n"}),
            make_section_of("front", "secretary", Responses{}, 2),
            make_section_of("two", "call_goal", Prose{"An offer is sent"}), make_section_of("needs", "needs", needs, 2),
            make_section_of("deep", "objections", Responses{}, 3), make_section_of("three", "call_goal", Prose{" "})});
  const auto at = [&](size_t section) { return notes_in_sight(document, *document.sections[section]); };
  REQUIRE(at(1).size() == 1);
  CHECK(at(1)[0].title == "Title of one");
  CHECK(at(1)[0].text == "Find the person:\n• name\n• time");
  CHECK(at(0) == at(1));
  REQUIRE(at(4).size() == 2);
  CHECK(at(4)[0].text == "An offer is sent");
  CHECK(at(4)[1].text == "How many\n• How many meetings?\n• How many guests?");
  CHECK(at(5).empty());
  CHECK(notes_in_sight(document, make_section_of("elsewhere", "", Prose{})).empty());
}

TEST_CASE("what is said stands without marks of emphasis, and no word of it is lost") {
  CHECK(spoken("  It is **worth** it.\nSee [here](https://example.com) ") == "It is worth it.\nSee here");
  CHECK(spoken("# 1\n- 2\n\n3") == "# 1\n- 2\n\n3");
  CHECK(spoken("").empty());
}

TEST_CASE("running text is told line by line") {
  CHECK(plain_lines("# Head\n\nOne\ntwo\n\n3. third\n4. fourth\n   - inner\n\n> quoted\n\n---\n") ==
        "Head\nOne\ntwo\n3. third\n4. fourth\n• inner\nquoted");
  CHECK(plain_lines("| a | b |\n| - | - |\n| 1 | 2 |\n") == "a · b\n1 · 2");
}

}  // namespace canvasbook::in_sight_test
