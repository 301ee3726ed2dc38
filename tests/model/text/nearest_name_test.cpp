#include "model/text/nearest_name.h"

#include <doctest/doctest.h>

#include <vector>

namespace canvasbook::nearest_name_test {

namespace {

const std::vector<std::string> names{"templates", "new",        "info",       "find", "export",
                                     "check",     "--document", "План точек", "Ещё"};

std::string nearest(const char* typed) { return nearest_name(typed, names).value_or("nothing"); }

}  // namespace

TEST_CASE("a name with letters left out, added, changed or exchanged is known") {
  CHECK(nearest("exprot") == "export");
  CHECK(nearest("exort") == "export");
  CHECK(nearest("exxport") == "export");
  CHECK(nearest("expirt") == "export");
  CHECK(nearest("chekc") == "check");
  CHECK(nearest("--documnet") == "--document");
  CHECK(nearest("nwe") == "new");
  CHECK(nearest("План точке") == "План точек");
}

TEST_CASE("capitals, ё and underscores do not count, and a beginning is enough") {
  CHECK(nearest("EXPORT") == "export");
  CHECK(nearest("еще") == "Ещё");
  CHECK(nearest("temp") == "templates");
  CHECK(nearest("__document") == "--document");
}

TEST_CASE("what is like none of the names means none of them") {
  for (const char* typed : {"", " ", "x", "print", "morning", "ab", "in"}) CHECK(nearest(typed) == "nothing");
}

}  // namespace canvasbook::nearest_name_test
