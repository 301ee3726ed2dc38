#include "model/kinds/dialogue.h"

#include <doctest/doctest.h>

#include "tests/book.h"

namespace canvasbook::dialogue_test {

TEST_CASE("a speaker is found by id") {
  const Dialogue dialogue = samples::make_dialogue("t", "m");
  REQUIRE(find_speaker(dialogue, "client") != nullptr);
  CHECK(find_speaker(dialogue, "client")->is_client);
  CHECK(find_speaker(dialogue, "nobody") == nullptr);
}

TEST_CASE("a speaker leaves only when none of the lines is theirs") {
  Dialogue dialogue = samples::make_dialogue("t", "m");
  CHECK(remove_speaker(dialogue, "client") == dialogue);
  dialogue.lines.clear();
  CHECK(remove_speaker(dialogue, "client").speakers.size() == 1);
  CHECK(remove_speaker(dialogue, "nobody") == dialogue);
}

TEST_CASE("a talk takes a minute for each 120 words of its lines, a begun one counting") {
  Dialogue dialogue = samples::make_dialogue("t", "m");
  CHECK(minutes_said(dialogue) == 1);
  dialogue.lines[0].text.clear();
  for (int i = 0; i < 120; ++i) dialogue.lines[0].text += "word ";
  dialogue.lines[1].text.clear();
  CHECK(minutes_said(dialogue) == 1);
  dialogue.lines[1].text = "more";
  CHECK(minutes_said(dialogue) == 2);
  CHECK(minutes_said({}) == 0);
}

}  // namespace canvasbook::dialogue_test
