// How the rows of a sheet are looked at: in another order, or some of them only. The sheet itself stays as it is, and
// so do its file and its print.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "model/kinds/sheet.h"

namespace canvasbook {

// Which rows are shown by the text of one column.
struct RowFilter {
  std::string contains;            // in any case, ё as е; empty: any text
  std::set<std::string> left_out;  // whole texts whose rows are not shown; an empty one may be among them

  bool shows(const std::string& text) const;
  bool is_empty() const { return contains.empty() && left_out.empty(); }
  bool operator==(const RowFilter&) const = default;
};

struct SheetView {
  std::string sorted_by;  // id of a column; empty: in the order of the sheet
  bool descending = false;
  std::map<std::string, RowFilter> filters;  // by the id of their column

  // As it was when it was last applied: rows that were made since are shown too, behind the row that they follow, and
  // a row whose text is written anew stays where it is.
  std::vector<std::string> order;  // ids of the rows that are shown
  std::set<std::string> known;     // ids of all rows

  bool is_plain() const { return sorted_by.empty() && filters.empty(); }
  bool operator==(const SheetView&) const = default;
};

// The view for the rows of a sheet as they are now; touchpoints stand in it by their names. Numbers and dates are
// sorted as such, texts by the alphabet, empty ones last. What a column that is gone did is forgotten.
SheetView applied(SheetView view, const Sheet& sheet);

// Places in the list of rows, in the order in which they are shown.
std::vector<size_t> rows_in_view(const Sheet& sheet, const SheetView& view);

// The texts of a column, each once, sorted as the view would.
std::vector<std::string> texts_of_column(const Sheet& sheet, const SheetColumn& column);

}  // namespace canvasbook
