// A table that was written elsewhere, rows of cells, as items of a section: cues with their answers, STOP phrases with
// what is said instead, or items of a check list. Which column is what is recognised by its head and can be said by
// hand.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/check_rows.h"
#include "model/import_fields.h"
#include "model/text/delimited_text.h"
#include "model/workbook.h"

namespace canvasbook {

// The kind of a section that such a table can go into.
std::optional<ImportKind> import_kind_of(const Content& content);

struct TableMapping {
  ImportKind kind = ImportKind::responses;
  std::optional<size_t> head;        // the row with the names of the columns; nothing where all rows are content
  std::vector<ImportField> columns;  // one a column of the longest row
  bool lines_are_answers = false;    // each line of a cell is an answer of its own
  bool is_sure = false;              // the heads say it all

  bool operator==(const TableMapping&) const = default;
};

// What the columns seem to be, of the kind that the table seems to be of or of a given one. A head is looked for in the
// first rows, by words of both languages. Without one, the order of the columns decides, and nothing is sure.
TableMapping recognise_columns(const CellRows& rows, std::optional<ImportKind> kind = {});

// Another row for the head, or none; the columns stay as they are.
TableMapping with_head(TableMapping mapping, std::optional<size_t> head);

// Whether the rows are items as they stand: no heads, no row that goes on with the one above, no column without a
// field, no cell of several answers. Of a check list it is enough that no column is a group, a scale or what is
// critical: checklist_cells.h takes the others.
bool is_plain(const CellRows& rows, const TableMapping& mapping);

// Whether a column has the field that begins an item, without which there are none.
bool has_main_column(const TableMapping& mapping);

// Which columns do nothing but count the rows: 1, 2, 3 …
std::vector<bool> counting_columns(const CellRows& rows, const TableMapping& mapping);

// The name of a column in the head; empty where it has none.
std::string column_head(const CellRows& rows, const TableMapping& mapping, size_t column);

// How many texts of each column have no place among the items; 0 for one that counts rows.
std::vector<size_t> count_left_over(const CellRows& rows, const TableMapping& mapping);

// A row that cannot become an item as it stands.
struct RowProblem {
  CheckRowFault fault{};
  size_t row = 0;  // place in the rows
  std::string value = {};

  bool operator==(const RowProblem&) const = default;
};

struct ImportedItems {
  Content content;        // of the mapping's kind, with fresh ids
  size_t items = 0;       // cues, phrases or items of a check list
  size_t answers = 0;     // of cues
  std::string left_over;  // Markdown: all that has no place among the items, whole and in order; empty for nothing
  size_t left_texts = 0;  // cells in it
  std::vector<RowProblem> problems = {};  // while there are any, nothing is to come in
};

// The rows as items. A row without cue, or with that of the row above, gives further answers to the one above; one
// without phrase goes on with what the row above has. Empty rows are passed over; a dash alone is an empty cell. Cells
// of a row for one field are joined by line feeds, other words of a cue by commas. What a row of a check list becomes
// is said in check_rows.h. Where lines are answers, marks of lists before them go, and a line without a mark below one
// with a mark goes on with it. `around` is put before what is left over.
ImportedItems items_of_table(const CellRows& rows, const TableMapping& mapping, std::string_view around,
                             IdSource& fresh);

}  // namespace canvasbook
