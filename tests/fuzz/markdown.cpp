// A Markdown file: it is exported as Markdown that reads back with the same words, and laid out on pages.
#include "export/compose/compose.h"
#include "export/layout/layout.h"
#include "export/markdown/writer.h"
#include "model/file/markdown_workbook.h"
#include "model/text/markdown_reader.h"
#include "tests/fuzz/fuzz.h"

namespace canvasbook::fuzz {

void try_input(std::string_view input) {
  constexpr Date date{2026, 1, 1};
  constexpr size_t longest_on_paper = 2000;  // bytes; layout under the sanitizers is slow
  find_headings(input);
  const auto workbook = read_markdown_workbook(input, "notes", date);
  if (!workbook) return;
  const PrintDocument print = compose(*workbook, {{}, {}, date});
  const std::string written = write_markdown(print);
  expect(read_markdown_workbook(written, "notes", date).has_value() || written.empty(),
         "exported Markdown can be read");
  static Fonts fonts;
  if (input.size() <= longest_on_paper) layout(print, {}, fonts);
}

}  // namespace canvasbook::fuzz
