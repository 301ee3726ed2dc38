// Every text of a section that its author can write in, with its place.
#pragma once

#include <string>
#include <vector>

#include "model/item_edits.h"

namespace canvasbook {

// A text and where it is. Of a note the fields are "text" and "details"; prose is the field "text" without an item.
struct PlacedText {
  FieldPlace place;
  const std::string* text = nullptr;  // lives as long as the content
};

// In the order in which they are read: block by block, parked notes last; row by row and column by column. Cells that
// nobody wrote in, marks and dates are left out, and what comes from the template.
std::vector<PlacedText> texts_in_order(const Content& content);

}  // namespace canvasbook
