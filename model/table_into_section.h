// What became of a table that was written elsewhere, put into a workbook.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/table_import.h"
#include "model/workbook.h"

namespace canvasbook {

struct TableImport {
  Workbook workbook;
  std::string section;             // id of the one that has the items now; empty where nothing was done
  std::vector<std::string> added;  // ids of the items, those that were there already at the end
  std::string text_section;        // id of the one with what is left over; empty for none
};

// Puts items into a section of their kind, behind an item or what holds it (with an empty id at the end); what it has
// already takes in what is new, as known_items.h says. What is left over goes into a section of the author's notes
// right behind, with a title; into the one that is there already, such as an earlier import's, whatever it is called.
TableImport import_into_section(Workbook workbook, std::string_view section, std::string_view after,
                                ImportedItems items, std::string_view left_over_title, IdSource& fresh);

// The same with a section of their own, in a document from a place on, which is clamped to the end.
TableImport import_as_section(Workbook workbook, std::string_view document, size_t position, std::string_view title,
                              ImportedItems items, std::string_view left_over_title, IdSource& fresh);

}  // namespace canvasbook
