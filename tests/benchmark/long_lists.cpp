#include "tests/benchmark/long_lists.h"

#include <cstdio>

#include "tests/benchmark/headless.h"

namespace canvasbook {

namespace {

Workbook workbook_of(Content content) {
  Document document;
  document.id = "list";
  document.sections.emplace_back(Section{"section", {}, "List", 1, std::move(content), 0, {}});
  Workbook workbook;
  workbook.documents.emplace_back(std::move(document));
  return workbook;
}

Workbook sheet_of(size_t rows) {
  Sheet sheet;
  for (size_t i = 0; i < 8; ++i) {
    SheetColumn column;
    column.id = "c" + std::to_string(i);
    column.title = "Колонка " + std::to_string(i);
    sheet.columns.push_back(std::move(column));
  }
  for (size_t i = 0; i < rows; ++i) {
    SheetRow row{"i" + std::to_string(i), {}, {}};
    for (const SheetColumn& column : sheet.columns) row.cells[column.id] = "Текст " + std::to_string(i % 97);
    sheet.rows.push_back(std::move(row));
  }
  return workbook_of(std::move(sheet));
}

Workbook checklist_of(size_t items) {
  CheckGroup group;
  group.id = "group";
  group.title = "Зал";
  for (size_t i = 0; i < items; ++i) {
    CheckItem item;
    item.id = "i" + std::to_string(i);
    item.text = "Сотрудник здоровается первым " + std::to_string(i);
    group.items.push_back(std::move(item));
  }
  Checklist checklist;
  checklist.groups = {std::move(group)};
  return workbook_of(std::move(checklist));
}

Workbook board_of_one_block() {
  Block block;
  block.id = "block";
  block.title = "Каналы";
  Board board;
  board.blocks = {std::move(block)};
  return workbook_of(std::move(board));
}

struct Cost {
  double frame = 0;  // in milliseconds
  double letter = 0;
};

Cost cost_in(Workbook workbook, const FieldPlace& written) {
  Headless headless;
  headless.app.open(std::move(workbook), {});
  for (int i = 0; i < 5; ++i) headless.frame();
  const double frame = frames_ms(headless, doing_nothing);
  headless.app.session()->begin_field(written);
  headless.frame();
  return {frame, frames_ms(headless, typing(headless))};
}

void print_growth(const char* what, const Cost& few, const Cost& many) {
  std::printf("%-15s of 100 and 5,000: frame                %6.2f ms, %6.2f ms, %.2f times\n", what, few.frame,
              many.frame, many.frame / few.frame);
  std::printf("%-15s of 100 and 5,000: letter               %6.2f ms, %6.2f ms, %.2f times (at most 50)\n", what,
              few.letter, many.letter, many.letter / few.letter);
}

// So many lines pasted onto a board, with the frame that shows them.
double pasted_ms(size_t lines) {
  std::string text;
  for (size_t i = 0; i < lines; ++i) text += "Строка из таблицы номер " + std::to_string(i) + "\n";
  Headless headless;
  headless.app.open(board_of_one_block(), {});
  headless.frame();
  Session& session = *headless.app.session();
  std::vector<double> times;
  for (int i = 0; i < 5; ++i) {
    session.go_to("section/block");
    const double start = processor_seconds();
    session.paste_notes(text);
    headless.frame();
    times.push_back(processor_seconds() - start);
    session.undo();
    headless.frame();
  }
  return median_ms(times);
}

}  // namespace

void print_long_lists() {
  print_growth("a sheet", cost_in(sheet_of(100), {"i1", "c0"}), cost_in(sheet_of(5000), {"i1", "c0"}));
  print_growth("a check list", cost_in(checklist_of(100), {"i1", "text"}), cost_in(checklist_of(5000), {"i1", "text"}));
  const double few = pasted_ms(500);
  const double many = pasted_ms(4000);
  std::printf("500 and 4,000 lines pasted onto a board               %6.1f ms, %6.1f ms, %.2f times (at most 8)\n", few,
              many, many / few);
}

}  // namespace canvasbook
