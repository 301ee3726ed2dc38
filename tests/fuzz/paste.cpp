// A pasted text: as rows of cells they are copied and pasted as the same, as notes no line is lost, as a table it
// becomes items.
#include "model/kinds/board.h"
#include "model/table_import.h"
#include "model/text/delimited_text.h"
#include "model/text/table_text.h"
#include "model/text/text.h"
#include "model/text/text_encoding.h"
#include "tests/fuzz/fuzz.h"

namespace canvasbook::fuzz {

void try_input(std::string_view input) {
  const CellRows rows = read_cells(input);
  expect(read_cells(write_cells(rows)) == rows, "rows that were pasted are copied and pasted as the same");
  expect(read_block(input).size() >= rows.size(), "empty rows are the only ones left out");
  IdSource ids(7);
  for (const Note& note : notes_from_text(input, ids)) {
    expect(!trim(note.text).empty() && !find_invalid_utf8(note.text), "a pasted note has a text, and that is UTF-8");
  }
  const TableText table = read_table_text(decode_text(input).text);
  const TableMapping mapping = recognise_columns(table.rows);
  const ImportedItems items = items_of_table(table.rows, mapping, table.around, ids);
  expect(!find_invalid_utf8(items.left_over), "what is left over of a table is UTF-8");
  expect(items.items <= table.rows.size(), "a row of a table becomes one item at most");
}

}  // namespace canvasbook::fuzz
