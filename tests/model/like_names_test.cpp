#include "model/like_names.h"

#include <doctest/doctest.h>

namespace canvasbook::like_names_test {

TEST_CASE("names that differ in capitals, ё and white space are the same") {
  CHECK(same_name(" Молодёжь\n  города ") == same_name("молодежь города"));
  CHECK(same_name("Families") != same_name("Offices"));
  CHECK(same_name(" \n ").empty());
}

TEST_CASE("a segment is found by other forms of its words, one exactly alike first, itself never") {
  const std::vector<Segment> segments{{"a", "Семья с детьми", "А"}, {"b", "Семьи с детьми", "Б"}, {"c", "Office", "В"}};
  WordForms forms;
  const auto like = [&](const char* name, const char* except) {
    const Segment* found = like_segment(segments, name, except, forms);
    return found == nullptr ? std::string() : found->id;
  };
  CHECK(like("семьи с детьми", "") == "b");
  CHECK(like("Семьи с детьми", "b") == "a");
  CHECK(like("offices", "") == "c");
  CHECK(like("Семьи", "").empty());
  CHECK(like("", "").empty());
  CHECK(like("Office", "c").empty());
}

TEST_CASE("what is said is the same whatever marks stand at its end") {
  CHECK(same_saying("Дорого…") == same_saying(" ДОРОГО!?. "));
  CHECK(same_saying("Дорого, да") != same_saying("Дорого да"));
  CHECK(same_saying("?!").empty());
}

}  // namespace canvasbook::like_names_test
