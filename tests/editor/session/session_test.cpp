#include "editor/session/session.h"

#include <doctest/doctest.h>

#include "tests/robot.h"
#include "tests/samples.h"

namespace canvasbook::session_test {

using namespace robot;

TEST_CASE("a board is shown at the block that is filled first, though one without a number stands before it") {
  Board board;
  for (const auto& [id, order] : {std::pair{"unnumbered", 0}, std::pair{"second", 2}, std::pair{"first", 1}}) {
    board.blocks.push_back(samples::make_block(id, 0, {}));
    board.blocks.back().order = order;
  }
  Robot robot(samples::make_workbook({samples::make_document_of("book", {samples::make_section("board", board)})}));
  robot.session().show_section(0, 0);
  CHECK(robot.view().block == "first");
}

}  // namespace canvasbook::session_test
