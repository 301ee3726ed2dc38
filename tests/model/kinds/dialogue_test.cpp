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

}  // namespace canvasbook::dialogue_test
