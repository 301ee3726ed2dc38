// Items as rows of cells, for the clipboard: a spreadsheet gets and gives the same.
#pragma once

#include "model/item_edits.h"
#include "model/text/delimited_text.h"

namespace canvasbook {

// The chosen items in the order of the section, what they hold with them: a cue and its answers; phrase, replacement,
// reason and what the client hears; who speaks and what; what is checked and its requirement; the cells of a row.
CellRows cells_of_items(const Content& content, const ItemIds& items);

// New items behind one (with an empty id at the end), a row of cells each. Cells beyond those that an item has are left
// out, but further answers of a response are made, and an answer or a line has them as further lines of its text.
ItemEdit add_items_of_cells(Content content, std::string_view after, const CellRows& rows, IdSource& fresh);

// Writes a block of cells into replacements, which stand as a table: from one field to the right and downwards, into
// new items where it is longer than the list. Cells beyond the last field are left out.
ItemEdit fill_replacements(Replacements content, const FieldPlace& from, const CellRows& block, IdSource& fresh);

}  // namespace canvasbook
