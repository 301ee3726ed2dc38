// Visits that were filled in elsewhere: a table or a Markdown task list as what would come in, before anything does.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/catalog.h"
#include "model/kinds/visits.h"
#include "model/visits_to_import.h"

namespace canvasbook {

// Of a text in UTF-8. A table has a head and cells parted by commas, semicolons or tabs:
//   visit,place,shopper,date,time,item,answer,comment,proof   a row an answer
//   place,shopper,date,time,<item>,comment,proof,<item> …     a row a visit; a comment, a proof: of the item before it
// visit, time, comment and proof may be missing. Columns are known by name in both languages, items by id or text,
// lines of the list's head by id or title: these are proofs. Rows of one visit have its name in `visit`, without that
// the same place, shopper, date and time; where a row is a visit, another one with the same head is a problem, unless
// it says the same. Days are ISO or have the day before the month. A text with boxes "- [x]" or "1. [x]" that does not
// begin with a head is a task list, as Markdown exports a check list: "[x]" yes, "[ ]" no, "[~]" partly, "[-]" does not
// apply, "[4]" points, words as in tables; text between items that belongs to none is a problem; lines indented below
// an item are its comment; "- Place: …", "- Date: …" say the head.
VisitsImport read_visits(std::string_view text, const Visits& visits, const Checklist& list);

// The visits with those of a good import, entered with a list.
Visits take_visits(Visits visits, const Checklist& list, std::string_view title, const VisitsImport& import,
                   IdSource& fresh);

}  // namespace canvasbook
