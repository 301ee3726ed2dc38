// A recovery journal: the input is its lines without their checksums, which no fuzzer would guess, and once as it
// stands.
#include "editor/session/recovery_records.h"
#include "model/base/checksum.h"
#include "model/file/workbook_file.h"
#include "tests/fuzz/fuzz.h"

namespace canvasbook::fuzz {

void try_input(std::string_view input) {
  read_journal(input);
  std::string content;
  while (!input.empty()) {
    const std::string_view line = input.substr(0, input.find('\n'));
    content += checksum_text(line) + " " + std::string(line) + "\n";
    input.remove_prefix(std::min(line.size() + 1, input.size()));
  }
  const RecoveredWorkbook recovered = read_journal(content);
  if (!recovered.workbook) return;
  const auto opens = [](const RecoveredWorkbook& from) {
    return read_workbook(write_workbook(*from.workbook)).has_value();
  };
  expect(opens(recovered), "what is recovered can be saved and opened");
  const RecoveredWorkbook torn = read_journal(std::string_view(content).substr(0, content.size() - 1));
  expect(!torn.workbook || opens(torn), "so can what a torn journal holds");
}

}  // namespace canvasbook::fuzz
