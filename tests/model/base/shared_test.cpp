#include "model/base/shared.h"

#include <doctest/doctest.h>

#include <string>

namespace canvasbook::shared_test {

TEST_CASE("a copy of a shared value is the same object, not only an equal one") {
  const Shared<std::string> first(std::string("text"));
  const Shared<std::string> copy = first;
  CHECK(copy.same_as(first));
  CHECK(copy == first);
  CHECK(&*copy == &*first);
}

TEST_CASE("two shared values made apart are equal without being the same object") {
  const Shared<std::string> first(std::string("text"));
  const Shared<std::string> second(std::string("text"));
  CHECK(first == second);
  CHECK_FALSE(first.same_as(second));
}

TEST_CASE("assigning a new value to one copy leaves the other copy as it was") {
  Shared<std::string> first(std::string("before"));
  const Shared<std::string> copy = first;
  first = std::string("after");
  CHECK(*first == "after");
  CHECK(*copy == "before");
  CHECK_FALSE(first == copy);
}

TEST_CASE("a shared value is reached with an arrow like a pointer") {
  const Shared<std::string> shared(std::string("four"));
  CHECK(shared->size() == 4);
}

}  // namespace canvasbook::shared_test
