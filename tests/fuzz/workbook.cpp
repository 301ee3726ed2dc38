// A workbook file: what can be read is written and read as the same, and can be reviewed, searched and exported.
#include "export/compose/compose.h"
#include "export/markdown/writer.h"
#include "model/file/workbook_file.h"
#include "model/find.h"
#include "model/review/review.h"
#include "tests/fuzz/fuzz.h"

namespace canvasbook::fuzz {

void try_input(std::string_view input) {
  const auto workbook = read_workbook(input);
  if (!workbook) return;
  const std::string written = write_workbook(*workbook);
  const auto again = read_workbook(written);
  expect(again && *again == *workbook, "a workbook that was read is written and read as the same");
  expect(write_workbook(*again) == written, "it is written the same way again");
  write_markdown(compose(*workbook, {{}, review(*workbook), workbook->modified}));
  FindQuery query;
  query.text = "a";
  WordForms forms;
  find_in(*workbook, query, forms);
}

}  // namespace canvasbook::fuzz
