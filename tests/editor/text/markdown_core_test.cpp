// Writing in Markdown without a window: tables by cells, lists that go on, marks that are hidden.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <bit>
#include <memory>
#include <string>

#include "editor/text/core.h"
#include "editor/text/markdown_styles.h"
#include "editor/text/table_layout.h"

namespace canvasbook::markdown_core_test {

namespace {

// Letters of ten pixels in rows of twenty.
class Styler : public TextStyler {
 public:
  ParagraphStyle style(std::u32string_view paragraph, std::uint64_t carried, const TextCarets& carets) const override {
    const LineState before = std::bit_cast<LineState>(carried);
    const StyledLine line = style_line(paragraph, before);
    ParagraphStyle style;
    style.row_height = 20;
    style.carried = std::bit_cast<std::uint64_t>(line.after);
    style.verbatim = line.block == BlockKind::code;
    style.opens = !line.hidden.empty();
    for (size_t i = 0; i < paragraph.size(); ++i) {
      const bool is_hidden = std::ranges::any_of(line.hidden, [&](const HiddenMark& hidden) {
        return i >= hidden.mark.begin && i < hidden.mark.end &&
               !carets.touch(hidden.belongs_to.begin, hidden.belongs_to.end);
      });
      style.runs.push_back({i + 1, is_hidden ? hidden_look : Look{0}});
    }
    if (line.is_table_line) {
      TableSource source = read_table_source(paragraph);
      source.may_be_head = before.in_paragraph == 0;
      style.table = std::make_shared<const TableSource>(std::move(source));
    }
    return style;
  }
  float advance(char32_t, Look) const override { return 10; }
};

TextMetrics metrics_of(float width) {
  TextMetrics metrics;
  metrics.width = width;
  metrics.row_height = 20;
  metrics.styler = std::make_shared<Styler>();
  return metrics;
}

// '^' stands for the caret; between '{' and '^' is selected.
TextCore core_of(std::u32string text, float width = 1000) {
  const size_t anchor = text.find(U'{');
  if (anchor != std::u32string::npos) text.erase(anchor, 1);
  const size_t caret = text.find(U'^');
  REQUIRE(caret != std::u32string::npos);
  text.erase(caret, 1);
  TextCore core(to_utf8(text));
  core.set_metrics(metrics_of(width));
  core.select(anchor == std::u32string::npos ? caret : anchor, caret);
  return core;
}

std::string shown(const TextCore& core) {
  std::u32string text = core.text();
  const TextCursor cursor = core.cursor();
  text.insert(cursor.caret, U"^");
  if (core.has_selection()) text.insert(cursor.anchor + (cursor.anchor > cursor.caret ? 1 : 0), U"{");
  return to_utf8(text);
}

std::string after(std::u32string text, const std::vector<TextAction>& actions) {
  TextCore core = core_of(std::move(text));
  for (const TextAction action : actions) apply(core, action, false);
  return shown(core);
}

constexpr TextAction left = TextAction::move_left;
constexpr TextAction right = TextAction::move_right;
constexpr TextAction up = TextAction::move_row_up;
constexpr TextAction down = TextAction::move_row_down;
constexpr TextAction enter = TextAction::break_line;
constexpr TextAction tab = TextAction::nest;
constexpr TextAction shift_tab = TextAction::unnest;
constexpr TextAction backspace = TextAction::erase_left;
constexpr TextAction erase = TextAction::erase_right;

const std::u32string table = U"| a | b |\n| --- | --- |\n| c | d |";

void check_rows(const TextCore& core) {
  TextRows fresh;
  fresh.layout(core.text(), core.rows().metrics());
  fresh.set_carets(core.text(), {core.cursor().caret, core.cursor().anchor});
  RC_ASSERT(fresh.count() == core.row_count());
  RC_ASSERT(fresh.height() == core.height());
  for (size_t i = 0; i < fresh.count(); ++i) {
    RC_ASSERT(fresh.row(i) == core.row(i));
    RC_ASSERT(fresh.box(i).top == core.rows().box(i).top);
    RC_ASSERT(fresh.box(i).indent == core.rows().box(i).indent);
    RC_ASSERT(fresh.runs(i) == core.rows().runs(i));
  }
}

}  // namespace

TEST_CASE("marks take no room but where the caret touches what they belong to") {
  TextCore core = core_of(U"a **b** c^");
  CHECK(core.x_of(0, 9) == 50);
  core.select(4, 4);
  CHECK(core.x_of(0, 9) == 90);
  core.select(2, 2);
  CHECK(core.x_of(0, 9) == 90);
  core.select(1, 1);
  CHECK(core.x_of(0, 9) == 50);
  core.select(1, 4);  // the other end of a selection
  CHECK(core.x_of(0, 9) == 90);
  CHECK(core.utf8() == "a **b** c");
}

TEST_CASE("where a link leads takes no room, and no row ends inside of it") {
  TextCore core = core_of(U"^aaa [bbb](http://x-y/z-w) ccc", 110);
  REQUIRE(core.row_count() == 1);
  core.set_metrics(metrics_of(70));
  REQUIRE(core.row_count() == 2);
  CHECK(core.row(1).begin == core.text().find(U"ccc"));
}

TEST_CASE("nothing moves below the mouse before it is released, and a double click means what the first one hit") {
  TextCore core = core_of(U"**a** bb cc^");
  core.press({22, 5}, 1, false);  // before bb
  CHECK(shown(core) == "**a** ^bb cc");
  core.press({5, 5}, 1, false);
  CHECK(core.x_of(0, 5) == 10);
  core.release();
  CHECK(core.x_of(0, 5) == 50);
  core.press({6, 5}, 2, false);
  CHECK(shown(core) == "**{a^** bb cc");
}

TEST_CASE("a table stands in columns, its bars and dashes take no room") {
  const TextCore core = core_of(U"^\n" + table);
  const TextRows& rows = core.rows();
  REQUIRE(rows.count() == 6);
  CHECK(rows.box(1).top == rows.box(2).top);
  CHECK(rows.box(2).indent > rows.box(1).indent + 10);
  CHECK(rows.box(4).indent == rows.box(1).indent);
  CHECK(rows.box(5).indent == rows.box(2).indent);
  CHECK(core.x_of(1, rows.row(1).end) == rows.box(1).indent + 10);
  CHECK(rows.box(3).height < 5);
}

TEST_CASE("what is no table stays text") {
  for (const std::u32string text : {U"| a | b |\n| c | d |", U"| a | b |\n| --- |", U"a\n| a |\n| --- |",
                                    U"> | a |\n> | --- |", U"| a |\n| --- |\n| b | c |", U"```\n| a |\n| --- |"}) {
    const TextCore core = core_of(text + U"^");
    CHECK_FALSE(core.is_in_table());
    CHECK(core.row_count() == static_cast<size_t>(std::ranges::count(text, U'\n')) + 1);
  }
}

TEST_CASE("cells wrap inside of their columns") {
  const TextCore core = core_of(U"^\n| a | b |\n| --- | --- |\n| one two three four | five six seven eight |", 200);
  const TextRows& rows = core.rows();
  CHECK(rows.count() > 6);
  for (size_t i = 1; i < rows.count(); ++i) CHECK(rows.box(i).right <= 200);
  CHECK(rows.height() ==
        rows.box(rows.count() - 1).top + 20 + 4 + (rows.row_at(199, 1e9F) + 1 == rows.count() ? 0 : 20));
}

TEST_CASE("arrows go from cell to cell at the edges") {
  CHECK(after(U"| a^ | b |\n| --- | --- |\n| c | d |", {right}) == "| a | ^b |\n| --- | --- |\n| c | d |");
  CHECK(after(U"| a | b^ |\n| --- | --- |\n| c | d |", {right}) == "| a | b |\n| --- | --- |\n| ^c | d |");
  CHECK(after(U"| a | b |\n| --- | --- |\n| ^c | d |", {left}) == "| a | b^ |\n| --- | --- |\n| c | d |");
  CHECK(after(U"| a | b |\n| --- | --- |\n| c | d^ |", {up}) == "| a | b^ |\n| --- | --- |\n| c | d |");
  CHECK(after(U"| a^ | b |\n| --- | --- |\n| c | d |", {down}) == "| a | b |\n| --- | --- |\n| c^ | d |");
  CHECK(after(U"x\n\n| ^a | b |\n| --- | --- |\n| c | d |", {left}) == "x\n^\n| a | b |\n| --- | --- |\n| c | d |");
  CHECK(after(U"| a | b |\n| --- | --- |\n| c | d^ |\n\nx", {right}) == "| a | b |\n| --- | --- |\n| c | d |\n^\nx");
  CHECK(after(U"| a | b |\n| --- | --- |\n| c^ | d |\n\nx", {down, down}) ==
        "| a | b |\n| --- | --- |\n| c | d |\n\nx^");
}

TEST_CASE("up and down lead out of a table at the bounds of a text, where a line is made for it") {
  CHECK(after(U"| a^ | b |\n| --- | --- |\n| c | d |", {up}) == "^\n| a | b |\n| --- | --- |\n| c | d |");
  TextCore core = core_of(U"| a | b |\n| --- | --- |\n| c^ | d |");
  apply(core, down, false);
  core.type('x');
  CHECK(shown(core) == "| a | b |\n| --- | --- |\n| c | d |\n\nx^");
}

TEST_CASE("Tab goes through the cells and adds a row at the end, Enter goes to the cell below") {
  CHECK(after(U"| a^ | b |\n| --- | --- |\n| c | d |", {tab}) == "| a | {b^ |\n| --- | --- |\n| c | d |");
  CHECK(after(U"| a | b |\n| --- | --- |\n| c^ | d |", {shift_tab}) == "| a | {b^ |\n| --- | --- |\n| c | d |");
  CHECK(after(U"| a | b |\n| --- | --- |\n| c | d^ |", {tab}) == "| a | b |\n| --- | --- |\n| c | d |\n| ^ |  |");
  CHECK(after(U"| a | b^ |\n| --- | --- |\n| c | d |", {enter}) == "| a | b |\n| --- | --- |\n| c | d^ |");
  CHECK(after(U"| a | b |\n| --- | --- |\n| c | d^ |", {enter}) == "| a | b |\n| --- | --- |\n| c | d |\n|  | ^ |");
}

TEST_CASE("what is typed goes into the cell alone: bars get a backslash, line feeds become blanks") {
  TextCore core = core_of(U"| a^ | b |\n| --- | --- |\n| c | d |");
  for (const char32_t c : std::u32string(U" x|y ")) core.type(c);
  CHECK(shown(core) == "| a x\\|y ^ | b |\n| --- | --- |\n| c | d |");
  core.insert("1\n2|3");
  CHECK(shown(core) == "| a x\\|y 1 2\\|3^ | b |\n| --- | --- |\n| c | d |");
  for (int i = 0; i < 2; ++i) apply(core, backspace, false);
  CHECK(shown(core) == "| a x\\|y 1 2^ | b |\n| --- | --- |\n| c | d |");
  while (core.can_undo()) core.undo();
  CHECK(core.utf8() == to_utf8(table));
  TextCore pasted = core_of(U"^");
  pasted.insert(to_utf8(table));
  CHECK(shown(pasted) == "| a | b |\n| --- | --- |\n| c | d^ |");
  TextCore bare = core_of(U"|a|b^|\n|-|-|");
  bare.type(' ');
  bare.type('c');
  CHECK(bare.utf8() == "|a|b c |\n|-|-|");
}

TEST_CASE("erasing takes nothing but the texts of cells") {
  CHECK(after(U"| a | ^b |\n| --- | --- |\n| c | d |", {backspace}) == "| a | ^b |\n| --- | --- |\n| c | d |");
  CHECK(after(U"| a^ | b |\n| --- | --- |\n| c | d |", {erase}) == "| a^ | b |\n| --- | --- |\n| c | d |");
  CHECK(after(U"| {a | b |\n| --- | --- |\n| c | d^ |", {erase}) == "| ^ |  |\n| --- | --- |\n|  |  |");
  CHECK(after(U"{x\n\n| a | b^ |\n| --- | --- |\n| c | d |", {erase}) == "^\n|  |  |\n| --- | --- |\n| c | d |");
  CHECK(after(U"| a | b |\n| --- | --- |\n| c | {d |\n\nx^y", {erase}) == "| a | b |\n| --- | --- |\n| c | ^ |\n\ny");
  CHECK(after(U"| a | b |\n| --- | --- |\n| c | d |\n^\nx", {backspace}) ==
        "| a | b |\n| --- | --- |\n| c | d^ |\n\nx");
  CHECK(after(U"{x\n\n| a | b |\n| --- | --- |\n| c | d |\n\ny^", {erase}) == "^");
  TextCore core = core_of(table + U"^");
  core.select_all();
  apply(core, erase, false);
  CHECK(core.utf8().empty());
}

TEST_CASE("a table keeps an empty line on both sides") {
  TextCore core = core_of(U"| a |\n| - |\n^");
  core.type('x');
  CHECK(core.utf8() == "| a |\n| - |\n\nx");
  TextCore above = core_of(U"x\n^\n| a |\n| - |");
  above.type('y');
  CHECK(shown(above) == "x\ny^\n\n| a |\n| - |");
  CHECK(after(U"x\n^\n| a |\n| - |", {backspace}) == "x^\n\n| a |\n| - |");
}

TEST_CASE("rows and columns are added and removed") {
  const auto commanded = [](std::u32string text, TableCommand command) {
    TextCore core = core_of(std::move(text));
    core.command_table(command);
    CHECK((core.utf8().empty() || core.is_in_table()));
    std::string done = shown(core);
    core.undo();
    return done;
  };
  const std::u32string in_c = U"| a | b |\n| --- | --- |\n| c^ | d |";
  CHECK(commanded(in_c, TableCommand::row_above) == "| a | b |\n| --- | --- |\n| ^ |  |\n| c | d |");
  CHECK(commanded(in_c, TableCommand::row_below) == "| a | b |\n| --- | --- |\n| c | d |\n| ^ |  |");
  CHECK(commanded(in_c, TableCommand::column_left) == "|  | a | b |\n| --- | --- | --- |\n| ^ | c | d |");
  CHECK(commanded(in_c, TableCommand::column_right) == "| a |  | b |\n| --- | --- | --- |\n| c | ^ | d |");
  CHECK(commanded(in_c, TableCommand::remove_row) == "| a^ | b |\n| --- | --- |");
  CHECK(commanded(in_c, TableCommand::remove_column) == "| b |\n| --- |\n| d^ |");
  CHECK(commanded(in_c, TableCommand::remove_table) == "^");
  const std::u32string in_head = U"| a | b^ |\n| --- | --- |\n| c | d |";
  CHECK(commanded(in_head, TableCommand::row_above) == "|  | ^ |\n| --- | --- |\n| a | b |\n| c | d |");
  CHECK(commanded(in_head, TableCommand::column_right) == "| a | b | ^ |\n| --- | --- | --- |\n| c | d |  |");
  CHECK(commanded(in_head, TableCommand::remove_row) == "| c | d^ |\n| --- | --- |");
}

TEST_CASE("Enter goes on with a list and leaves it on an empty item") {
  CHECK(after(U"- a^", {enter}) == "- a\n- ^");
  CHECK(after(U"- a^", {enter, enter}) == "- a\n\n^");  // else the next words would belong to the item
  CHECK(after(U"- a\n\n- ^", {enter}) == "- a\n\n^");
  CHECK(after(U"- ^", {enter}) == "^");
  CHECK(after(U"> - a\n> - ^", {enter}) == "> - a\n> \n> ^");
  CHECK(after(U"- a\n  - b^", {enter, enter, enter}) == "- a\n  - b\n\n^");
  CHECK(after(U"- a\n- ^\n- b", {enter}) == "- a\n\n^\n- b");
  CHECK(after(U"9. a^b", {enter}) == "9. a\n10. ^b");
  CHECK(after(U"- [x] a^", {enter}) == "- [x] a\n- [ ] ^");
  CHECK(after(U"> a^", {enter}) == "> a\n> ^");
  CHECK(after(U"> a^", {enter, enter}) == "> a\n\n^");
  CHECK(after(U"- a\n  - ^", {enter}) == "- a\n- ^");
  CHECK(after(U"# a^", {enter}) == "# a\n^");
  CHECK(after(U"^- a", {enter}) == "\n^- a");
  CHECK(after(U"```\n- a^", {enter}) == "```\n- a\n^");
  CHECK(after(U"- ^a", {backspace}) == "^a");
}

TEST_CASE("Tab nests items with what belongs to them, Shift+Tab takes them back") {
  CHECK(after(U"- a\n- b^\n  - c", {tab}) == "- a\n  - b^\n    - c");
  CHECK(after(U"1. a\n2. b^", {tab}) == "1. a\n   1. b^");
  CHECK(after(U"- a\n  - b^", {tab}) == "- a\n  - b^");
  CHECK(after(U"- ^a", {tab}) == "- ^a");
  CHECK(after(U"1. a\n   1. b^", {shift_tab}) == "1. a\n2. b^");
  CHECK(after(U"- a\n- {b\n- c^", {tab}) == "- a\n  - {b\n  - c^");
}

TEST_CASE("lines get marks and lose them") {
  const auto formatted = [](std::u32string text, LineFormat format) {
    TextCore core = core_of(std::move(text));
    core.format_lines(format);
    return shown(core);
  };
  CHECK(formatted(U"a^b", {LineKind::heading, 2}) == "## a^b");
  CHECK(formatted(U"## a^b", {LineKind::heading, 2}) == "a^b");
  CHECK(formatted(U"## a^b", {LineKind::heading, 1}) == "# a^b");
  CHECK(formatted(U"{a\n\nb^", {LineKind::bullet}) == "- {a\n\n- b^");
  CHECK(formatted(U"{- a\n- b^", {LineKind::number}) == "1. {a\n2. b^");
  CHECK(formatted(U"a^", {LineKind::text, 0, true}) == "> a^");
  CHECK(formatted(U"> a^", {LineKind::text, 0, true}) == "a^");
}

TEST_CASE("a block goes behind the paragraph, or in the place of an empty one") {
  const auto with = [](std::u32string text) {
    TextCore core = core_of(std::move(text));
    core.insert_block(U"---", 3);
    return shown(core);
  };
  CHECK(with(U"^") == "---^\n");
  CHECK(with(U"a^b") == "ab\n\n---^\n");
  CHECK(with(U"a\n\n^\n\nb") == "a\n\n---^\n\nb");
  CHECK(with(U"a\n^\nb") == "a\n\n---^\n\nb");
}

TEST_CASE("a backslash in front of an escaped bar leaves it escaped") {
  TextCore core("| a\\|b |\n| --- |\n");
  core.set_metrics(metrics_of(200));
  core.select(3, 3);
  core.type('\\');
  CHECK(core.utf8() == "| a\\\\\\|b |\n| --- |\n");
  CHECK(core.is_in_table());
}

TEST_CASE("any writing in tables and lists keeps rows as a fresh layout has them, and what stood beside a cell") {
  CHECK(rc::check([] {
    const auto letters = rc::gen::elementOf(std::u32string(U"ab|\\*- \n1.>#`"));
    const std::u32string around = *rc::gen::container<std::u32string>(letters);
    TextCore core(to_utf8(around + U"\n\n| a | **b** |\n| --- | :-: |\n| c \\| d |  |\n\n" + around));
    core.set_metrics(metrics_of(120));
    const std::u32string start = core.text();
    const int steps = *rc::gen::inRange(1, 30);
    for (int step = 0; step < steps; ++step) {
      const TextPoint point{static_cast<float>(*rc::gen::inRange(-20, 140)),
                            static_cast<float>(*rc::gen::inRange(-20, 260))};
      const bool was_in_table = core.is_in_table() && !core.has_selection();
      const size_t bars = static_cast<size_t>(std::ranges::count(core.text(), U'|'));
      switch (*rc::gen::inRange(0, 5)) {
        case 0: {
          const char32_t typed = *letters;
          core.type(typed);
          if (was_in_table && typed != '|' && typed != '\n') {
            RC_ASSERT(core.is_in_table());
            RC_ASSERT(static_cast<size_t>(std::ranges::count(core.text(), U'|')) == bars);
          }
          break;
        }
        case 1:
          core.press(point, *rc::gen::inRange(1, 4), *rc::gen::arbitrary<bool>());
          core.drag({point.y, point.x});
          core.release();
          break;
        case 2:
          core.insert(to_utf8(*rc::gen::container<std::u32string>(letters)));
          break;
        case 3:
          if (*rc::gen::inRange(0, 4) == 0) core.command_table(static_cast<TableCommand>(*rc::gen::inRange(0, 6)));
          break;
        default:
          apply(core, static_cast<TextAction>(*rc::gen::inRange(0, 25)), *rc::gen::arbitrary<bool>());
      }
      core.release();
      RC_ASSERT(core.utf8() == to_utf8(core.text()));
      RC_ASSERT(core.cursor().caret <= core.text().size());
      RC_ASSERT(core.caret_rectangle().y < core.height());
      check_rows(core);
    }
    while (core.can_undo()) core.undo();
    RC_ASSERT(core.text() == start);
  }));
}

TEST_CASE("a table below a list and an empty line is a table, one that belongs to an item is not") {
  for (const std::u32string list : {U"- x", U"- x\n  - y", U"1. x\n   y"}) {
    CAPTURE(to_utf8(list));
    CHECK(core_of(list + U"\n\n^" + table).is_in_table());
    CHECK(core_of(list + U"\n\n" + table + U"^").is_in_table());
  }
  CHECK_FALSE(core_of(U"- x\n\n  ^| a |\n  | --- |").is_in_table());
  CHECK_FALSE(core_of(U"- x\n^| a |\n| --- |").is_in_table());
}

TEST_CASE("a table that is put in below a list is written in at once") {
  TextCore core = core_of(U"- x^");
  core.insert_block(table, 2);
  CHECK(shown(core) == "- x\n\n| ^a | b |\n| --- | --- |\n| c | d |\n");
  CHECK(core.is_in_table());
}

TEST_CASE("changes that are united are one step of undo and of redo, with the cursors at their ends") {
  TextCore core = core_of(U"ab^");
  const size_t since = core.changes();
  core.type(U'/');
  core.select(2, 3);
  core.erase(TextMove::left);
  core.format_lines({LineKind::heading, 1});
  core.unite_changes(since);
  REQUIRE(shown(core) == "# ab^");
  core.type(U'c');
  core.undo();
  CHECK(shown(core) == "# ab^");
  core.undo();
  CHECK(shown(core) == "ab^");
  CHECK_FALSE(core.can_undo());
  core.redo();
  CHECK(shown(core) == "# ab^");
  core.redo();
  CHECK(shown(core) == "# abc^");
  CHECK_FALSE(core.can_redo());
}

TEST_CASE("items of another quote are no neighbours: nesting, counting and Enter leave them as they are") {
  CHECK(after(U"- x\n> - b^", {TextAction::unnest}) == "- x\n> - b^");
  CHECK(after(U"  - a^\n> > - b", {TextAction::unnest}) == "- a^\n> > - b");
  CHECK(after(U"  - ^\n> > - b", {TextAction::break_line}) == "- ^\n> > - b");
  CHECK(after(U"- x\n> - b^", {TextAction::nest}) == "- x\n> - b^");
  CHECK(after(U"> - a\n> - b^", {TextAction::nest}) == "> - a\n>   - b^");
}

TEST_CASE("a rule is no item of a list") {
  CHECK(after(U"- - -^", {TextAction::break_line}) == "- - -\n^");
  CHECK_FALSE(core_of(U"* * *^").has_format({LineKind::bullet}));
}

TEST_CASE("emphasis and line formats leave tables as they are, however they were selected") {
  const std::u32string table = U"| a | b |\n| --- | --- |\n| c | d |";
  for (const TextAction action : {TextAction::toggle_bold, TextAction::toggle_italic}) {
    CHECK(after(table + U"^", {TextAction::select_all, action}).find('*') == std::string::npos);
    CHECK(after(U"One\n\n" + table + U"\n\nTwo^", {TextAction::select_all, action}).find('*') == std::string::npos);
  }
  TextCore core = core_of(U"{One\n\n" + table + U"\n\nTwo^");
  core.format_lines({LineKind::bullet});
  CHECK(core.text() == U"One\n\n" + table + U"\n\nTwo");
  TextCore cell = core_of(U"| {a^ | b |\n| --- | --- |");
  cell.toggle_emphasis(Emphasis::bold);
  CHECK(cell.text().find(U"**a**") != std::u32string::npos);
}

TEST_CASE("a link right below a table keeps an empty line there, and the caret stands in its words") {
  TextCore core = core_of(U"| a |\n| --- |\n^");
  core.insert_link();
  CHECK(core.text() == U"| a |\n| --- |\n\n[]()");
  CHECK(core.cursor().caret == core.text().size() - 3);
}

}  // namespace canvasbook::markdown_core_test
