// Items as rows of cells, and back.
#include "model/item_text.h"

#include <doctest/doctest.h>

namespace canvasbook::item_text_test {

TEST_CASE("a STOP phrase is copied with all that its list says of it, and comes back from its cells") {
  Replacements list;
  list.replacements = {{"one", "no", "yes", "rude", {}, "go away"}, {"two", "try", "do", "", {}}};
  const CellRows rows = cells_of_items(list, ItemIds{"one", "two"});
  CHECK(rows == CellRows{{"no", "yes", "rude", "go away"}, {"try", "do", "", ""}});
  IdSource fresh(3);
  const ItemEdit edit = add_items_of_cells(Replacements{}, "", rows, fresh);
  const auto& back = std::get<Replacements>(edit.content).replacements;
  REQUIRE(back.size() == 2);
  CHECK(back[0].hears == "go away");
  CHECK(back[1].replacement == "do");
  CHECK(back[1].hears.empty());
}

}  // namespace canvasbook::item_text_test
