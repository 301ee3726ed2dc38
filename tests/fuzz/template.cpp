// A template file of the library, or of the company's own: what can be read becomes a document and is written as the
// same.
#include "model/file/workbook_file.h"
#include "templates/library.h"
#include "tests/fuzz/fuzz.h"

namespace canvasbook::fuzz {

void try_input(std::string_view input) {
  for (const Language language : {Language::ru, Language::en}) {
    const auto source = read_template(input, language);
    if (!source) continue;
    IdSource ids(7);
    Workbook workbook;
    workbook.created = workbook.modified = {2026, 1, 1};
    workbook = add_document(std::move(workbook), make_document(*source, ids));
    expect(read_workbook(write_workbook(workbook)).has_value(),
           "a document made from a template can be saved and opened");
  }
  const auto own = read_own_template(input);
  if (!own) return;
  const std::string written = write_own_template(*own);
  const auto again = read_own_template(written);
  expect(again && write_own_template(*again) == written, "an own template is written and read as the same");
}

}  // namespace canvasbook::fuzz
