// Items of a check list that are asked only once another one is marked badly: "Said when it will be mended", if
// "Toilets clean" got a no. One level deep: what is opened by an item opens none itself. A link to an item that is not
// there, to itself or to one that is opened by a third (and so every ring) opens nothing: it is kept, its item is asked
// like any other, and the review finds it.
#pragma once

#include <string>
#include <string_view>

#include "model/base/catalog.h"
#include "model/kinds/checklist_marks.h"

namespace canvasbook {

// Why an item cannot open another one.
enum class OpenerFault {
  none,
  missing,      // one of the two is not in the list
  itself,       // they are one
  ring,         // it is opened by that one
  chained,      // it is opened by a third item
  opens_others  // that one opens items itself
};
OpenerFault fault_of_opener(const Checklist& checklist, std::string_view item, std::string_view opener);

// The item that opens another one; nullptr for one that is always asked.
const CheckItem* opener_of(const Checklist& checklist, const CheckItem& item);

// Whether any item names another one that opens it.
bool has_openers(const Checklist& checklist);

// Whether a mark opens what belongs to its item: at most half of the best one, which are no and partly, and of 5 points
// 1 and 2, and on an own scale at most half of the most points. What does not apply opens nothing.
bool opens(ItemScale scale, int mark);

// Whether an item is not asked, since what opens it has no such mark. A mark that it has itself stays, but does not
// count.
bool is_closed(const Checklist& checklist, const CheckItem& item, const Marks& marks);

// When an item on a scale opens what belongs to it, in words; `number`: of the item, "1.2".
std::string opens_words(ItemScale scale, const std::string& number, const Catalog& words);

// The item is opened by another one, and goes behind it and behind what that opens already; with an empty opener it is
// always asked again and stays where it is. Where fault_of_opener tells a fault nothing changes.
Checklist set_opener(Checklist checklist, std::string_view item, std::string_view opener);

}  // namespace canvasbook
