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
  CHECK(at(1)[0].lines ==
        std::vector<LineInSight>{{"Find **the** person:", false}, {"• name", true}, {"• time", false}});
  CHECK(at(0) == at(1));
  REQUIRE(at(4).size() == 2);
  CHECK(at(4)[0].lines == std::vector<LineInSight>{{"An offer is sent", false}});
  CHECK(at(4)[1].lines == std::vector<LineInSight>{
                              {"How *many*", false}, {"• How many meetings?", false}, {"• How many guests?", false}});
  CHECK(at(5).empty());
  CHECK(notes_in_sight(document, make_section_of("elsewhere", "", Prose{})).empty());
}

TEST_CASE("what is said stands without marks of emphasis, and no word of it is lost") {
  CHECK(spoken("  It is **worth** it.\nSee [here](https://example.com) ") == "It is worth it.\nSee here");
  CHECK(spoken("# 1\n- 2\n\n3") == "# 1\n- 2\n\n3");
  CHECK(spoken("").empty());
}

TEST_CASE("running text is told line by line, with its emphasis and with space between its paragraphs") {
  const auto told = [](std::string_view markdown) {
    std::string text;
    for (const LineInSight& line : lines_in_sight(markdown)) text += (line.is_apart ? "\n" : "") + line.text + "\n";
    return text;
  };
  CHECK(told("# Head\n\nOne\ntwo\n\n3. third\n4. fourth\n   - inner\n\n> quoted\n\n---\n") ==
        "**Head**\n\nOne\ntwo\n\n3.\u00A0third\n4.\u00A0fourth\n• inner\n\nquoted\n");
  CHECK(told("| a | b |\n| - | - |\n| 1 | 2 |\n") == "a · b\n1 · 2\n");
  CHECK(told("**Goal:** a *meeting*, 2 \\* 2") == "**Goal:** a *meeting*, 2 \\* 2\n");
}

}  // namespace canvasbook::in_sight_test
