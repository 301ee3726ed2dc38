// What becomes of a table that is imported, in words.
#pragma once

#include <string>
#include <vector>

#include "model/base/catalog.h"
#include "model/file/table_file.h"
#include "model/table_into_section.h"

namespace canvasbook {

// "answer", "STOP phrase" …; for nothing, that it is kept as text.
std::string import_field_words(const Catalog& words, ImportField field);

// The number of a column, from 1, and its name: "2. Answer".
std::string import_column_words(const CellRows& rows, const TableMapping& mapping, size_t column);

// "3 phrases of customers, 8 answers", "3 STOP phrases" or "12 items of a check list".
std::string import_total_words(const Catalog& words, const ImportedItems& items);

// The scale, the weight and the rest of an item of a check list, in a line: "yes / no, weight 2, critical".
std::string import_check_words(const Catalog& words, const Checklist& list, const CheckItem& item);

// That some of the items are in a section already and take in what is new, one sentence; empty where none is.
std::string import_known_words(const Catalog& words, const Content& target, const ImportedItems& items);

// The same, once it was imported.
std::string imported_known_words(const Catalog& words, const Content& target, const ImportedItems& items);

// What to look at before one trusts what was read, a sentence each: the encoding, characters that are lost, quotes.
std::vector<std::string> import_warnings(const Catalog& words, const TableFile& file);

// What is wrong with rows, a sentence each: "Line 7: …"; of many the first, and how many more there are.
std::vector<std::string> import_problem_words(const Catalog& words, const TableText& table, const ImportedItems& items);

// Where what is left over goes, one sentence; empty where nothing is.
std::string import_left_over_words(const Catalog& words, const ImportedItems& items);

// Where it is once it was imported, with the title of that section; `texts`: left_texts of what was imported. Empty
// where nothing was left over.
std::string imported_left_over_words(const Catalog& words, const TableImport& done, size_t texts);

}  // namespace canvasbook
