#include "model/base/identifier.h"

#include <doctest/doctest.h>

#include <set>
#include <string_view>

namespace canvasbook::identifier_test {

TEST_CASE("an id has eight characters of the alphabet without vowels and starts with a letter") {
  constexpr std::string_view letters = "bcdfghjklmnpqrstvwxz";
  IdSource ids(1);
  for (int i = 0; i < 1000; ++i) {
    const std::string id = ids.next();
    REQUIRE(id.size() == 8);
    CHECK(letters.find(id.front()) != std::string_view::npos);
    CHECK(id.find_first_not_of("bcdfghjklmnpqrstvwxz0123456789") == std::string::npos);
  }
}

TEST_CASE("the same seed gives the same ids, another seed gives other ids") {
  IdSource first(7);
  IdSource same(7);
  IdSource other(8);
  const std::string id = first.next();
  CHECK(id == same.next());
  CHECK(id != other.next());
  CHECK(first.next() == same.next());
}

TEST_CASE("twenty thousand ids of one source are all different") {
  IdSource ids(2026);
  std::set<std::string> seen;
  for (int i = 0; i < 20000; ++i) seen.insert(ids.next());
  CHECK(seen.size() == 20000);
}

TEST_CASE("every letter and digit of the alphabet comes up in ids") {
  IdSource ids(3);
  std::set<char> seen;
  for (int i = 0; i < 1000; ++i) {
    for (const char c : ids.next()) seen.insert(c);
  }
  CHECK(seen.size() == 30);
}

}  // namespace canvasbook::identifier_test
