// Tables: no word is broken without a hyphen, and none at all while the table has room.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "export/layout/flow/column_widths.h"
#include "export/layout/flow/flow.h"
#include "tests/book.h"
#include "tests/paper.h"

namespace canvasbook::table_test {

using namespace paper;

namespace {

// Each word ends in a full stop, so that a line that ends inside one is told from a line that ends behind one.
const std::vector<std::string> russian_words{"Норма.",
                                             "Единица.",
                                             "Скидка.",
                                             "Ответственный.",
                                             "Что делаем.",
                                             "Товар.",
                                             "Цена.",
                                             "Предупреждение.",
                                             "Зачем.",
                                             "и.",
                                             "Обратная связь.",
                                             "Канал.",
                                             "Достопримечательность."};
const std::vector<std::string> english_words{
    "Target.", "Unit.", "Discount.", "Responsible.", "What we do.",          "Item.", "Price.", "Acknowledgement.",
    "Why.",    "a.",    "Feedback.", "Channel.",     "Internationalisation."};

Spans plain(const std::string& text) { return {Span{text, false, false, false, {}}}; }

SheetBlock any_table(int most_columns) {
  const auto& words = *rc::gen::arbitrary<bool>() ? russian_words : english_words;
  const bool shares = *rc::gen::inRange(0, 4) == 0;
  SheetBlock sheet;
  const int columns = *rc::gen::inRange(1, most_columns + 1);
  const int rows = *rc::gen::inRange(0, 5);
  for (int c = 0; c < columns; ++c) {
    SheetBlock::Column column{*rc::gen::elementOf(words), *rc::gen::element(Alignment::left, Alignment::right)};
    if (shares) column.share = *rc::gen::inRange(0, 6);
    sheet.columns.push_back(std::move(column));
  }
  for (int r = 0; r < rows; ++r) {
    SheetBlock::Row row{"r" + std::to_string(r), {}};
    for (int c = 0; c < columns; ++c) {
      std::string text;
      for (int i = *rc::gen::inRange(0, 6); i > 0; --i) text += (text.empty() ? "" : " ") + *rc::gen::elementOf(words);
      row.cells.push_back(plain(text));
    }
    sheet.rows.push_back(std::move(row));
  }
  return sheet;
}

FlowBoxes laid_out(const SheetBlock& sheet, float width, Fonts& fonts) {
  Flow flow;
  flow.blocks.push_back({"table", sheet});
  return layout_flow(flow, {width, 700, false, Language::ru, "d"}, fonts);
}

bool is_cell(const TextRun& run) { return run.role == RunRole::table_cell || run.role == RunRole::table_head; }

std::vector<TextRun> cell_lines(const FlowBoxes& boxes) {
  std::vector<TextRun> lines;
  std::ranges::copy_if(boxes.content.runs, std::back_inserter(lines), is_cell);
  return lines;
}

float width_of(const std::string& text, Face face, float size, Fonts& fonts) {
  std::vector<char32_t> missing;
  return line_width(
      break_lines(make_paragraph(text, {face, false}, fonts, missing), unlimited_width, size, fonts).front(), size);
}

// What a column needs, in points, when its texts are parted at `parts`: at spaces or not at all.
float asked_by(const SheetBlock& sheet, size_t column, bool unbroken, float size, Fonts& fonts) {
  float widest = 0;
  const auto look = [&](const std::string& text, Face face) {
    for (size_t start = 0; start < text.size();) {
      const size_t end = unbroken ? text.size() : std::min(text.find(' ', start), text.size());
      widest = std::max(widest, width_of(text.substr(start, end - start), face, size, fonts));
      start = end + 1;
    }
  };
  look(sheet.columns[column].title, Face::bold);
  for (const SheetBlock::Row& row : sheet.rows) look(plain_text(row.cells[column]), Face::regular);
  return widest;
}

}  // namespace

TEST_CASE("no line of a cell ends inside a word without a hyphen, however narrow the page and many the columns") {
  Fonts fonts;
  CHECK(rc::check([&] {
    const SheetBlock sheet = any_table(11);
    const float least = 30 * static_cast<float>(sheet.columns.size());
    const float width = least + static_cast<float>(*rc::gen::inRange(0, 500));
    for (const TextRun& line : cell_lines(laid_out(sheet, width, fonts))) {
      const char end = line.text.back();
      if (end == '.' || end == '-') continue;
      // the end of a word that another one follows, or what a hyphen left of it
      const std::string last = line.text.substr(line.text.rfind(' ') + 1);
      constexpr std::string_view followed[] = {"Что", "делаем", "What", "we", "Обратная"};
      RC_ASSERT(std::ranges::any_of(followed, [&](std::string_view word) { return word.ends_with(last); }));
    }
  }));
}

TEST_CASE("no word is hyphenated in a head while smaller type has room for it") {
  Fonts fonts;
  CHECK(rc::check([&] {
    const SheetBlock sheet = any_table(8);
    float needed = 1;
    for (size_t c = 0; c < sheet.columns.size(); ++c)
      needed += std::max(14.0F, asked_by(sheet, c, false, 7, fonts)) + 5;
    const float width = needed + static_cast<float>(*rc::gen::inRange(0, 60));
    for (const TextRun& line : cell_lines(laid_out(sheet, width, fonts))) {
      if (line.role != RunRole::table_head) continue;
      RC_ASSERT(!line.text.ends_with("-"));
      RC_ASSERT(line.size >= 7);
    }
  }));
}

TEST_CASE("a table that fits wraps no cell, not by the rounding of a width") {
  Fonts fonts;
  CHECK(rc::check([&] {
    SheetBlock sheet = any_table(5);
    for (SheetBlock::Column& column : sheet.columns) column.share = 0;
    float needed = 0;
    size_t cells = sheet.columns.size();
    for (size_t c = 0; c < sheet.columns.size(); ++c) {
      needed += std::max(14.0F, asked_by(sheet, c, true, 9.5F, fonts)) + 10;
    }
    for (const SheetBlock::Row& row : sheet.rows) {
      cells += static_cast<size_t>(
          std::ranges::count_if(row.cells, [](const Spans& cell) { return !plain_text(cell).empty(); }));
    }
    const std::vector<TextRun> lines = cell_lines(laid_out(sheet, needed + 0.1F, fonts));
    RC_ASSERT(lines.size() == cells);
    RC_ASSERT(lines.front().size == 9.5F);
  }));
}

TEST_CASE("what stands in a table stays inside it") {
  Fonts fonts;
  CHECK(rc::check([&] {
    const SheetBlock sheet = any_table(11);
    const float width = 30 * static_cast<float>(sheet.columns.size()) + static_cast<float>(*rc::gen::inRange(0, 500));
    std::string shown;
    for (const TextRun& line : cell_lines(laid_out(sheet, width, fonts))) {
      RC_ASSERT(line.x >= 0);
      RC_ASSERT(line.x + line.width <= width + 0.1F);
      shown += line.text;
    }
    std::string wanted;
    for (const SheetBlock::Column& column : sheet.columns) wanted += column.title;
    for (const SheetBlock::Row& row : sheet.rows) {
      for (const Spans& cell : row.cells) wanted += plain_text(cell);
    }
    for (std::string* text : {&shown, &wanted}) {
      std::erase_if(*text, [](char c) { return c == ' ' || c == '-'; });
      std::ranges::sort(*text);  // the lines of a row go from cell to cell
    }
    RC_ASSERT(shown == wanted);
  }));
}

TEST_CASE("standards as a table keep their words whole in a smaller type, on an empty page as well") {
  for (const Language language : {Language::ru, Language::en}) {
    Workbook workbook = from_template("service_standards", language);
    Document document = *workbook.documents.front();
    for (Shared<Section>& shared : document.sections) {
      Section section = *shared;
      if (auto* sheet = std::get_if<Sheet>(&section.content)) sheet->layout = SheetLayout::table;
      shared = section;
    }
    workbook.documents.front() = document;
    size_t smaller = 0;
    for (const Page& page : lay_out(workbook).pages) {
      for (const TextRun& run : page.runs) {
        if (run.role != RunRole::table_head) continue;
        CAPTURE(run.text);
        CHECK_FALSE(run.text.ends_with("-"));
        if (run.size < 9.5F) ++smaller;
      }
    }
    CHECK(smaller > 0);
  }
}

TEST_CASE("columns take what their author gives them, and more where a word needs it") {
  const auto fitting = fit_columns({{60000, 5000, 3}, {60000, 5000, 4}, {60000, 5000, 5}}, 480);
  REQUIRE(fitting);
  CHECK(fitting->size == 9.5F);
  CHECK(fitting->widths[0] == doctest::Approx(120));
  CHECK(fitting->widths[2] == doctest::Approx(200));
  const auto widened = fit_columns({{60000, 20000, 1}, {60000, 5000, 11}}, 480);
  REQUIRE(widened);
  CHECK(widened->widths[0] == doctest::Approx(200));
  CHECK(widened->widths[1] == doctest::Approx(280));
}

TEST_CASE("a table with more than fits at any size has its narrow columns whole") {
  const std::vector<ColumnNeed> needs{{200000, 200000, 0}, {4000, 4000, 0}};
  CHECK_FALSE(fit_columns(needs, 300));
  const TableSetting squeezed = squeeze_columns(needs, 300);
  CHECK(squeezed.widths[1] >= 4000 * squeezed.size / 1000 + 2 * squeezed.pad);
  CHECK(squeezed.widths[0] + squeezed.widths[1] <= 300.01F);
}

TEST_CASE("a phrase of a STOP list stands out by a sign and by its type, that of another list does not") {
  for (const std::string role : {"stop_list", "wording"}) {
    Replacements list;
    list.replacements = {{"a", "постараюсь", "сделаю", "", {}}};
    const Pages pages =
        lay_out(samples::make_workbook({samples::make_document_of("d", {samples::make_section_of("s", role, list)})}));
    const Page& page = pages.pages.front();
    const auto phrase = std::ranges::find(page.runs, "постараюсь", &TextRun::text);
    REQUIRE(phrase != page.runs.end());
    const bool signs = std::ranges::any_of(page.outlines, [&](const Outline& bar) {
      return bar.steps.front().x[0] < phrase->x && bar.steps.front().y[0] > phrase->baseline - phrase->size &&
             bar.steps.front().y[0] < phrase->baseline;
    });
    CHECK(signs == (role == "stop_list"));
    CHECK((phrase->face == Face::bold) == (role == "stop_list"));
  }
}

}  // namespace canvasbook::table_test
