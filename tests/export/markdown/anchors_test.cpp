#include "export/markdown/anchors.h"

#include <doctest/doctest.h>

namespace canvasbook::anchors_test {

TEST_CASE("headings of the same words get numbers, as on GitHub") {
  HeadingAnchors anchors;
  CHECK(anchors.next("Дорого.") == "дорого");
  CHECK(anchors.next("Дорого!") == "дорого-1");
  CHECK(anchors.next("Дорого") == "дорого-2");
}

TEST_CASE("a number that a heading has of its own is passed over") {
  HeadingAnchors anchors;
  CHECK(anchors.next("Call 1") == "call-1");
  CHECK(anchors.next("Call") == "call");
  CHECK(anchors.next("Call") == "call-2");
  CHECK(anchors.next("Call 1") == "call-1-1");
}

}  // namespace canvasbook::anchors_test
