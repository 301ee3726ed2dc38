// Which items name others by a link: a note its segments and drivers, a line of a dialogue what it says, a row its
// touchpoint. What is asked before something that others name is removed.
#pragma once

#include <string>
#include <vector>

#include "model/item_edits.h"
#include "model/workbook.h"

namespace canvasbook {

// An item that names another one.
struct ItemUse {
  std::string item;  // id
  std::string document_title;
  std::string section_title;
};

// All items of a section, parked notes too.
ItemIds all_items_of(const Content& content);

// The items that go when these are removed from a section: what they hold goes with them.
ItemIds with_what_they_hold(const Content& content, const ItemIds& items);

// The items that name some of `items` and are none of them, in the order of the workbook, each once.
std::vector<ItemUse> find_uses(const Workbook& workbook, const ItemIds& items);

}  // namespace canvasbook
