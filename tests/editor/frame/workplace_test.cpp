#include "editor/frame/workplace.h"

#include <doctest/doctest.h>

#include "tests/robot.h"

namespace canvasbook::workplace_test {

namespace {

// One to which something can be copied and pasted.
class Plain : public Workplace {
 public:
  bool is_shown(const Session&) const override { return true; }
  void draw(App&, const Area&) const override {}
  const char* hint(const App&) const override { return ""; }
  bool can_copy(const App&) const override { return true; }
  bool can_paste(const App&) const override { return true; }
  void go_to_text(App&, const WrittenPlace&) const override {}
};

// The same without a second of anything, and with one thing chosen at a time.
class OneByOne : public Plain {
 public:
  bool can_duplicate(const App&) const override { return false; }
  bool can_select_all(const App&) const override { return false; }
};

}  // namespace

TEST_CASE("what can be copied can be duplicated, and all can be chosen where one can paste, unless said otherwise") {
  robot::Robot robot(paper::example("en"));
  CHECK(Plain().can_duplicate(robot.app));
  CHECK(Plain().can_select_all(robot.app));
  const OneByOne one_by_one;
  CHECK(one_by_one.can_copy(robot.app));
  CHECK(one_by_one.can_paste(robot.app));
  CHECK_FALSE(one_by_one.can_duplicate(robot.app));
  CHECK_FALSE(one_by_one.can_select_all(robot.app));
}

}  // namespace canvasbook::workplace_test
