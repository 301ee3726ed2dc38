// Lines that were written elsewhere, a list in a letter or a script of a talk, as rows of cells of items; see
// item_text.h.
#pragma once

#include "model/item_edits.h"
#include "model/text/delimited_text.h"

namespace canvasbook {

// Whether lines that are put into an empty text of a section are items of their own rather than that text: in a list of
// cues and answers and in a check list those of a list, in a dialogue also those that say who speaks.
bool reads_as_items(const Content& content, const FieldPlace& place, const CellRows& rows);

// The rows without the marks of lists.
CellRows without_list_marks(CellRows rows);

// The same for cues with their answers: what is marked otherwise than the first row is an answer of the cue above.
CellRows with_answers_below(const CellRows& rows);

// Rows that begin with who speaks, in a cell of its own or before a colon ("Manager: Good morning"), get the speaker's
// title as their first cell, and rows below without one the same. A speaker of the dialogue is one, and so is a short
// name that comes at least twice; where there is such a row, so is every first cell of several, and the one name of a
// paste in which all rows have theirs. In a dialogue in which nothing is said yet the first of several cells always is.
// Who is not there yet comes.
CellRows with_speakers(Dialogue& dialogue, const CellRows& rows, IdSource& fresh);

// Whether a response, an answer or a line says nothing, so that it gives way to what is put there.
bool says_nothing(const Content& content, std::string_view item);

// As add_items_of_cells, in place of an item; the first new line of a dialogue is its speaker's.
ItemEdit add_in_place_of(Content content, std::string_view item, const CellRows& rows, IdSource& fresh);

}  // namespace canvasbook
