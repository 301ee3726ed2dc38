// A pasted text: as rows of cells they are copied and pasted as the same, as notes no line is lost.
#include "model/kinds/board.h"
#include "model/text/delimited_text.h"
#include "model/text/text.h"
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
}

}  // namespace canvasbook::fuzz
