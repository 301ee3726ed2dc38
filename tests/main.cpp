// The entry of all tests. A text that is asked for and missing fails the test that is running, wherever that was: the
// key that comes back would equal itself.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include "model/base/missing_text.h"

int main(int count, char** arguments) {
  canvasbook::on_missing_text([](std::string_view key) { FAIL_CHECK("no text in the catalogs: ", key); });
  return doctest::Context(count, arguments).run();
}
