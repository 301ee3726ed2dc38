#include "editor/text/core.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>
#include <vector>

#include "model/text/grapheme.h"

namespace canvasbook::core_test {

namespace {

// Ten pixels a character, none for marks and joiners; rows of 20 pixels.
float ten_pixels(char32_t c) {
  return (c >= 0x300 && c < 0x370) || c == 0x200D || (c >= 0xFE00 && c < 0xFE10) ? 0.0F : 10.0F;
}

TextCore core_of(std::string_view text, size_t columns = 1000) {
  TextCore core(text);
  core.set_metrics({static_cast<float>(columns) * 10, 20, ten_pixels});
  return core;
}

// A core from a text in which | stands for the caret, or [ and ] for anchor and caret.
TextCore at(std::string_view marked, size_t columns = 1000) {
  std::u32string text = to_editable(marked);
  size_t anchor = text.find(U'[');
  if (anchor != std::u32string::npos) text.erase(anchor, 1);
  const size_t caret = text.find_first_of(U"|]");
  text.erase(caret, 1);
  if (anchor == std::u32string::npos) anchor = caret;
  TextCore core = core_of(to_utf8(text), columns);
  core.select(anchor, caret);
  return core;
}

// The text with the caret as |, or a selection between [ and ], or between ] and [ with the caret in front.
std::string shown(const TextCore& core) {
  std::u32string text = core.text();
  const TextRange range = core.selection();
  const bool forward = core.cursor().anchor < core.cursor().caret;
  if (!core.has_selection()) {
    text.insert(range.begin, U"|");
  } else {
    text.insert(range.end, forward ? U"]" : U"[");
    text.insert(range.begin, forward ? U"[" : U"]");
  }
  return to_utf8(text);
}

std::string after(std::string_view marked, TextAction action, bool extend = false) {
  TextCore core = at(marked);
  apply(core, action, extend);
  return shown(core);
}

void type(TextCore& core, std::u32string_view text) {
  for (const char32_t c : text) core.type(c);
}

std::string row_text(const TextCore& core, size_t index) {
  const TextRow row = core.row(index);
  return to_utf8(std::u32string_view(core.text()).substr(row.begin, row.end - row.begin));
}

std::vector<std::string> rows_of(const TextCore& core) {
  std::vector<std::string> rows;
  for (size_t i = 0; i < core.row_count(); ++i) rows.push_back(row_text(core, i));
  return rows;
}

using Rows = std::vector<std::string>;

}  // namespace

TEST_CASE("any valid text goes in and out unchanged, emoji and rare characters included") {
  const std::string text =
      "Кофе «Утро» – 180 000\u00A0₽\n👨‍👩‍👧 🇷🇺 👍🏽 е\u0308 \u00AD\uFEFF漢";
  CHECK(TextCore(text).utf8() == text);
}

TEST_CASE("line ends become line feeds, tabs spaces, other control characters go") {
  CHECK(TextCore("a\r\nb\rc\td\x01\x7F\u0085e\u2028f").utf8() == "a\nb\nc d\ne\nf");
  CHECK(TextCore(std::string_view("a\0b", 3)).utf8() == "ab");
}

TEST_CASE("malformed bytes become the replacement character") { CHECK(TextCore("a\xFF").utf8() == "a\uFFFD"); }

TEST_CASE("an empty text has one empty row") {
  const TextCore core = core_of("");
  CHECK(core.row_count() == 1);
  CHECK(core.row(0) == TextRow{0, 0, false});
  CHECK(core.caret_rectangle() == TextRectangle{0, 0, 0, 20});
}

TEST_CASE("rows break behind blanks, which hang over the edge") {
  CHECK(rows_of(core_of("один два три", 8)) == Rows{"один два ", "три"});
  CHECK(rows_of(core_of("один     два", 4)) == Rows{"один     ", "два"});
  CHECK(rows_of(core_of("abcd    ", 4)) == Rows{"abcd    "});
}

TEST_CASE("a line feed ends a row, and one at the end opens an empty row") {
  CHECK(rows_of(core_of("a\n\nb\n")) == Rows{"a", "", "b", ""});
}

TEST_CASE("a word wider than the row is cut, but never inside a cluster") {
  CHECK(rows_of(core_of("12345678", 3)) == Rows{"123", "456", "78"});
  CHECK(rows_of(core_of("ab🇷🇺🇬🇧", 3)) == Rows{"ab", "🇷🇺", "🇬🇧"});
  CHECK(rows_of(core_of("aa 111111", 4)) == Rows{"aa ", "1111", "11"});
  CHECK(rows_of(core_of("abc", 0)) == Rows{"a", "b", "c"});
}

TEST_CASE("rows break behind hyphens and slashes in words, not before a dash or at a no-break space") {
  CHECK(rows_of(core_of("кое-что", 5)) == Rows{"кое-", "что"});
  CHECK(rows_of(core_of("а и/или", 5)) == Rows{"а и/", "или"});
  CHECK(rows_of(core_of("от -5", 4)) == Rows{"от ", "-5"});
  CHECK(rows_of(core_of("а кофе — да", 7)) == Rows{"а ", "кофе — ", "да"});
  CHECK(rows_of(core_of("за 180\u00A0₽", 6)) == Rows{"за ", "180\u00A0₽"});
  CHECK(rows_of(core_of("漢字漢字", 3)) == Rows{"漢字漢", "字"});
}

TEST_CASE("typing asks for the widths of its own paragraph alone") {
  size_t asked = 0;
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "Пятьдесят букв в каждом абзаце, и так две тысячи раз\n";
  TextCore core(text);
  core.set_metrics({300, 20, [&](char32_t) {
                      ++asked;
                      return 10.0F;
                    }});
  core.select(50000, 50000);
  asked = 0;
  core.type('x');
  CHECK(asked < 100);
  asked = 0;
  core.type('\n');
  core.erase(TextMove::left);
  CHECK(asked < 300);
}

TEST_CASE("typing puts characters at the caret") {
  TextCore core = at("ко|е");
  core.type(U'ф');
  CHECK(shown(core) == "коф|е");
  core.type(U'😀');
  CHECK(shown(core) == "коф😀|е");
}

TEST_CASE("typing and pasting replace the selection") {
  TextCore core = at("a[bc]d");
  core.type('x');
  CHECK(shown(core) == "ax|d");
  core.select(0, 2);
  core.insert("1\r\n2");
  CHECK(shown(core) == "1\n2|d");
}

TEST_CASE("pasting nothing leaves the selection alone") {
  TextCore core = at("a[bc]d");
  core.insert("");
  core.insert("\x01");
  CHECK(shown(core) == "a[bc]d");
  CHECK_FALSE(core.can_undo());
}

TEST_CASE("control characters and impossible code points cannot be typed") {
  TextCore core = at("a|");
  for (const char32_t c :
       {char32_t{0}, char32_t{'\t'}, char32_t{0x7F}, char32_t{0x85}, char32_t{0xD800}, char32_t{0x110000}})
    core.type(c);
  CHECK(core.utf8() == "a");
  CHECK_FALSE(core.can_undo());
}

TEST_CASE("Enter breaks the line") { CHECK(after("a|b", TextAction::break_line) == "a\n|b"); }

TEST_CASE("left and right go by clusters and stop at the ends") {
  CHECK(after("a|b", TextAction::move_left) == "|ab");
  CHECK(after("|ab", TextAction::move_left) == "|ab");
  CHECK(after("a|b", TextAction::move_right) == "ab|");
  CHECK(after("ab|", TextAction::move_right) == "ab|");
  CHECK(after("👨‍👩‍👧|x", TextAction::move_left) == "|👨‍👩‍👧x");
  CHECK(after("|🇷🇺🇬🇧", TextAction::move_right) == "🇷🇺|🇬🇧");
  CHECK(after("a\n|b", TextAction::move_left) == "a|\nb");
}

TEST_CASE("left and right leave a selection at its ends") {
  CHECK(after("a[bc]d", TextAction::move_left) == "a|bcd");
  CHECK(after("a[bc]d", TextAction::move_right) == "abc|d");
}

TEST_CASE("moves with Shift extend the selection and turn it round") {
  CHECK(after("a|bc", TextAction::move_right, true) == "a[b]c");
  CHECK(after("a|bc", TextAction::move_left, true) == "]a[bc");
  CHECK(after("a[b]c", TextAction::move_left, true) == "a|bc");
  CHECK(after("a|bc\nd", TextAction::move_text_end, true) == "a[bc\nd]");
  CHECK(after("один |два", TextAction::move_word_left, true) == "]один [два");
}

TEST_CASE("word moves stop at the beginnings of words, at punctuation and at line ends") {
  CHECK(after("|один два", TextAction::move_word_right) == "один |два");
  CHECK(after("один |два", TextAction::move_word_left) == "|один два");
  CHECK(after("один, |два", TextAction::move_word_left) == "один|, два");
  CHECK(after("|don't go", TextAction::move_word_right) == "don't |go");
  CHECK(after("один|\n два", TextAction::move_word_right) == "один\n| два");
  CHECK(after("один\n|два", TextAction::move_word_left) == "один|\nдва");
  CHECK(after("a  |", TextAction::move_word_left) == "|a  ");
  CHECK(after("❤️ |", TextAction::move_word_left) == "|❤️ ");
}

TEST_CASE("moves by rows keep the wanted x over shorter rows") {
  TextCore core = at("абвг|д\nе\nжзийк");
  core.move(TextMove::row_down, false);
  CHECK(shown(core) == "абвгд\nе|\nжзийк");
  core.move(TextMove::row_down, false);
  CHECK(shown(core) == "абвгд\nе\nжзий|к");
  core.move(TextMove::row_up, false);
  core.move(TextMove::row_up, false);
  CHECK(shown(core) == "абвг|д\nе\nжзийк");
}

TEST_CASE("a move to the side gives a new wanted x") {
  TextCore core = at("абв|\nе\nжзи");
  core.move(TextMove::row_down, false);
  core.move(TextMove::left, false);
  core.move(TextMove::row_down, false);
  CHECK(shown(core) == "абв\nе\n|жзи");
}

TEST_CASE("up on the first row leads to the beginning, down on the last one to the end") {
  CHECK(after("аб|в", TextAction::move_row_up) == "|абв");
  CHECK(after("аб|в", TextAction::move_row_down) == "абв|");
  TextCore core = at("аб|в\nгде");
  core.move(TextMove::row_up, false);
  core.move(TextMove::row_down, false);
  CHECK(shown(core) == "абв\nгд|е");
}

TEST_CASE("pages go as many rows as are set and stop at the first and last row") {
  TextCore core = at("a1|\nb1\nc1\nd1\ne1");
  core.set_page_rows(3);
  core.move(TextMove::page_down, false);
  CHECK(core.cursor().caret == 11);
  core.move(TextMove::page_down, false);
  CHECK(core.cursor().caret == 14);
  core.move(TextMove::page_up, true);
  CHECK(core.cursor() == TextCursor{5, 14});
  core.set_page_rows(0);
  core.move(TextMove::page_up, false);
  CHECK(core.cursor().caret == 2);
}

TEST_CASE("Home and End go to the ends of the row, a soft one too, and pressing again changes nothing") {
  TextCore core = at("один дв|а три", 8);
  core.move(TextMove::row_end, false);
  CHECK(core.cursor() == TextCursor{9, 9, Affinity::previous_row});
  CHECK(core.caret_rectangle() == TextRectangle{80, 0, 0, 20});
  core.move(TextMove::row_end, false);
  CHECK(core.caret_rectangle().y == 0);
  core.move(TextMove::row_home, false);
  CHECK(core.cursor().caret == 0);
  core.move(TextMove::row_home, false);
  CHECK(core.cursor().caret == 0);
}

TEST_CASE("the caret at a soft break stands on the row it came to") {
  TextCore core = at("123|456", 3);
  CHECK(core.caret_rectangle() == TextRectangle{0, 20, 0, 20});
  core.move(TextMove::row_up, false);
  core.move(TextMove::row_end, false);
  CHECK(core.caret_rectangle() == TextRectangle{30, 0, 0, 20});
  core.move(TextMove::row_down, false);
  CHECK(core.caret_rectangle() == TextRectangle{30, 20, 0, 20});
}

TEST_CASE("what is typed up to the end of a row keeps the caret beside it") {
  TextCore core = at("12|456", 3);
  core.type('3');
  CHECK(rows_of(core) == Rows{"123", "456"});
  CHECK(core.caret_rectangle() == TextRectangle{30, 0, 0, 20});
}

TEST_CASE("the beginning and the end of the text are one key away") {
  CHECK(after("a\nb|c\nd", TextAction::move_text_home) == "|a\nbc\nd");
  CHECK(after("a\nb|c\nd", TextAction::move_text_end) == "a\nbc\nd|");
}

TEST_CASE("Backspace and Delete take one cluster") {
  CHECK(after("ab|", TextAction::erase_left) == "a|");
  CHECK(after("|ab", TextAction::erase_right) == "|b");
  CHECK(after("x👨‍👩‍👧|", TextAction::erase_left) == "x|");
  CHECK(after("|🇷🇺🇬🇧", TextAction::erase_right) == "|🇬🇧");
  CHECK(after("e\u0308\u0301|", TextAction::erase_left) == "|");
  CHECK(after("👍🏽|", TextAction::erase_left) == "|");
  CHECK(after("a\n|b", TextAction::erase_left) == "a|b");
  CHECK(after("|", TextAction::erase_left) == "|");
  CHECK(after("|", TextAction::erase_right) == "|");
}

TEST_CASE("erasing with a selection takes the selection alone") {
  CHECK(after("a[bc]d", TextAction::erase_left) == "a|d");
  CHECK(after("a[bc]d", TextAction::erase_word_right) == "a|d");
}

TEST_CASE("erasing by words joins one paragraph at a time") {
  CHECK(after("один два|", TextAction::erase_word_left) == "один |");
  CHECK(after("|один два", TextAction::erase_word_right) == "|два");
  CHECK(after("один|\n\nдва", TextAction::erase_word_right) == "один|\nдва");
  CHECK(after("один\n|два", TextAction::erase_word_left) == "один|два");
}

TEST_CASE("cutting returns what it takes, and nothing without a selection") {
  TextCore core = at("a[бв]d");
  CHECK(core.selected_text() == "бв");
  CHECK(core.cut() == "бв");
  CHECK(shown(core) == "a|d");
  CHECK(core.cut().empty());
  CHECK(shown(core) == "a|d");
  core.undo();
  CHECK(shown(core) == "a[бв]d");
}

TEST_CASE("everything can be selected") { CHECK(after("a|b\nc", TextAction::select_all) == "[ab\nc]"); }

TEST_CASE("selecting goes to the bounds of clusters inside the text") {
  TextCore core = core_of("🇷🇺x");
  core.select(1, 99);
  CHECK(core.cursor() == TextCursor{3, 0});
}

TEST_CASE("a caret never stands inside a cluster that grew together") {
  TextCore core = at("a|\u0301", 10);
  CHECK(core.cursor().caret == 0);
  core.set_text("\u0301");
  core.move(TextMove::text_home, false);
  core.type('e');
  CHECK(core.cursor().caret == 2);
}

TEST_CASE("a click sets the caret at the nearest bound") {
  TextCore core = core_of("123456", 3);
  core.press({14, 5}, 1, false);
  CHECK(core.cursor() == TextCursor{1, 1});
  core.press({16, 25}, 1, false);
  CHECK(core.cursor() == TextCursor{5, 5});
  core.press({500, 5}, 1, false);
  CHECK(core.cursor() == TextCursor{3, 3, Affinity::previous_row});
  core.press({-5, -50}, 1, false);
  CHECK(core.cursor().caret == 0);
  core.press({500, 500}, 1, false);
  CHECK(core.cursor().caret == 6);
}

TEST_CASE("a click with Shift moves the end of the selection") {
  TextCore core = at("ab|cdef");
  core.press({50, 5}, 1, true);
  CHECK(shown(core) == "ab[cde]f");
  core.press({0, 5}, 1, true);
  CHECK(shown(core) == "]ab[cdef");
}

TEST_CASE("a double click selects the word under the pointer") {
  TextCore core = core_of("один два, три");
  core.press({79, 5}, 2, false);  // the right half of the last letter
  CHECK(shown(core) == "один [два], три");
  core.press({45, 5}, 2, false);
  CHECK(shown(core) == "один[ ]два, три");
  core.press({900, 5}, 2, false);
  CHECK(shown(core) == "один два, [три]");
}

TEST_CASE("a double click behind a soft row selects that row's last characters, not the next row's") {
  TextCore core = core_of("abcd efgh", 5);
  core.press({900, 5}, 2, false);
  CHECK(shown(core) == "abcd[ ]efgh");
}

TEST_CASE("a double click in an empty paragraph selects nothing") {
  TextCore core = core_of("a\n\nb");
  core.press({0, 25}, 2, false);
  CHECK(shown(core) == "a\n|\nb");
}

TEST_CASE("a triple click selects the paragraph without its line feed") {
  TextCore core = core_of("a\nbc de\nf");
  core.press({15, 25}, 3, false);
  CHECK(shown(core) == "a\n[bc de]\nf");
  core.press({15, 45}, 4, false);
  CHECK(shown(core) == "a\nbc de\n[f]");
}

TEST_CASE("dragging selects by characters, after a double click by words, after a triple by paragraphs") {
  TextCore core = core_of("один два три\nчетыре\nпять");
  core.press({20, 5}, 1, false);
  core.drag({60, 5});
  CHECK(shown(core) == "од[ин д]ва три\nчетыре\nпять");
  core.press({60, 5}, 2, false);
  core.drag({100, 5});
  CHECK(shown(core) == "один [два три]\nчетыре\nпять");
  core.drag({10, 5});
  CHECK(shown(core) == "]один два[ три\nчетыре\nпять");
  core.press({10, 25}, 3, false);
  core.drag({10, 45});
  CHECK(shown(core) == "один два три\n[четыре\nпять]");
  core.drag({10, 5});
  CHECK(shown(core) == "]один два три\nчетыре[\nпять");
}

TEST_CASE("dragging on after the text changed keeps inside the text") {
  TextCore core = core_of("один два три");
  core.press({100, 5}, 2, false);
  core.select_all();
  core.cut();
  core.drag({100, 5});
  CHECK(shown(core) == "|");
}

TEST_CASE("undo takes typing back word by word, with the caret") {
  TextCore core = at("x|y");
  type(core, U"один два ");
  core.undo();
  CHECK(shown(core) == "xодин |y");
  core.undo();
  CHECK(shown(core) == "x|y");
  core.undo();
  CHECK(shown(core) == "x|y");
  core.redo();
  core.redo();
  CHECK(shown(core) == "xодин два |y");
  core.redo();
  CHECK(shown(core) == "xодин два |y");
}

TEST_CASE("typing elsewhere is a step of its own") {
  TextCore core = at("|");
  type(core, U"ab");
  core.move(TextMove::left, false);
  core.move(TextMove::right, false);
  type(core, U"cd");
  core.undo();
  CHECK(shown(core) == "ab|");
}

TEST_CASE("erasing in one direction is one step, in both directions two") {
  TextCore core = at("abc|def");
  core.erase(TextMove::left);
  core.erase(TextMove::left);
  core.erase(TextMove::right);
  core.erase(TextMove::right);
  CHECK(shown(core) == "a|f");
  core.undo();
  CHECK(shown(core) == "a|def");
  core.undo();
  CHECK(shown(core) == "abc|def");
}

TEST_CASE("a paste stands alone between typing") {
  TextCore core = at("|");
  type(core, U"a");
  core.insert("b");
  type(core, U"c");
  core.undo();
  CHECK(shown(core) == "ab|");
  core.undo();
  CHECK(shown(core) == "a|");
}

TEST_CASE("Enter is a step of its own") {
  TextCore core = at("|");
  type(core, U"a\nb");
  core.undo();
  CHECK(shown(core) == "a\n|");
  core.undo();
  CHECK(shown(core) == "a|");
}

TEST_CASE("undo gives back the selection that was typed over") {
  TextCore core = at("a[bc]d");
  type(core, U"xy");
  core.undo();
  CHECK(shown(core) == "a[bc]d");
  core.redo();
  CHECK(shown(core) == "axy|d");
}

TEST_CASE("a new change forgets what was undone") {
  TextCore core = at("|");
  type(core, U"a");
  core.undo();
  CHECK(core.can_redo());
  core.type('b');
  CHECK_FALSE(core.can_redo());
  core.redo();
  CHECK(shown(core) == "b|");
}

TEST_CASE("the revision grows with every change and with nothing else") {
  TextCore core = at("a|b");
  const auto start = core.revision();
  core.move(TextMove::left, true);
  core.insert("");
  core.undo();
  CHECK(core.revision() == start);
  core.type('x');
  CHECK(core.revision() > start);
  const auto typed = core.revision();
  core.undo();
  CHECK(core.revision() > typed);
}

TEST_CASE("setting another text forgets the history") {
  TextCore core = at("|");
  type(core, U"a");
  core.set_text("новый");
  CHECK_FALSE(core.can_undo());
  CHECK(shown(core) == "новый|");
}

TEST_CASE("emphasis takes the word at the caret and leaves the caret in it") {
  CHECK(after("пей ко|фе", TextAction::toggle_bold) == "пей **ко|фе**");
  CHECK(after("пей **ко|фе**", TextAction::toggle_bold) == "пей ко|фе");
  CHECK(after("пей кофе|", TextAction::toggle_italic) == "пей *кофе|*");
  CHECK(after("пей  |  кофе", TextAction::toggle_italic) == "пей  |  кофе");
  CHECK(after("|", TextAction::toggle_bold) == "|");
  CHECK(after("см. `а|б`", TextAction::toggle_bold) == "см. **`а|б`**");
}

TEST_CASE("emphasis on a selection keeps it selected and is one step of undo") {
  TextCore core = at("[пей кофе] утром");
  core.toggle_emphasis(Emphasis::bold);
  CHECK(shown(core) == "**[пей кофе]** утром");
  core.toggle_emphasis(Emphasis::italic);
  CHECK(shown(core) == "***[пей кофе]*** утром");
  core.undo();
  core.undo();
  CHECK(shown(core) == "[пей кофе] утром");
}

TEST_CASE("a selection keeps its direction through emphasis") {
  TextCore core = core_of("пей кофе");
  core.select(8, 4);
  core.toggle_emphasis(Emphasis::bold);
  CHECK(shown(core) == "пей **]кофе[**");
}

TEST_CASE("marks of emphasis that grow together with a lone combining mark keep the selection at cluster bounds") {
  TextCore core = core_of("\u0301a");
  core.select_all();
  core.toggle_emphasis(Emphasis::bold);
  CHECK(core.utf8() == "**\u0301a**");
  CHECK(core.selection() == TextRange{1, 4});
}

TEST_CASE("only rows between two heights are told") {
  const TextCore core = core_of("1\n2\n3\n4\n5");
  CHECK(core.height() == 100);
  CHECK(core.rows().rows_between(20, 60) == TextRange{1, 3});
  CHECK(core.rows().rows_between(25, 61) == TextRange{1, 4});
  CHECK(core.rows().rows_between(-100, 1e9F) == TextRange{0, 5});
  CHECK(core.rows().rows_between(-100, 0) == TextRange{});
  CHECK(core.rows().rows_between(100, 200) == TextRange{});
  CHECK(core.rows().rows_between(50, 50) == TextRange{});
}

TEST_CASE("the caret behind hanging blanks stands at the right edge") {
  TextCore core = at("abcd    |", 4);
  CHECK(core.caret_rectangle() == TextRectangle{40, 0, 0, 20});
}

TEST_CASE("a selection has one rectangle a row, and a line feed shows") {
  TextCore core = at("a[bcd\n\nef]g", 100);
  const auto rectangles = core.selection_rectangles(0, 1000);
  REQUIRE(rectangles.size() == 3);
  CHECK(rectangles[0] == TextRectangle{10, 0, 36, 20});
  CHECK(rectangles[1] == TextRectangle{0, 20, 6, 20});
  CHECK(rectangles[2] == TextRectangle{0, 40, 20, 20});
  CHECK(core.selection_rectangles(20, 40).size() == 1);
  CHECK(at("ab|c").selection_rectangles(0, 1000).empty());
}

TEST_CASE("a selection over a soft break has no mark of a line feed") {
  TextCore core = at("[123456]", 3);
  const auto rectangles = core.selection_rectangles(0, 1000);
  REQUIRE(rectangles.size() == 2);
  CHECK(rectangles[0] == TextRectangle{0, 0, 30, 20});
}

TEST_CASE("scrolling brings the caret into view by the shortest way") {
  CHECK(scroll_to_caret({0, 100, 0, 20}, 60, 80) == 80);
  CHECK(scroll_to_caret({0, 100, 0, 20}, 60, 0) == 60);
  CHECK(scroll_to_caret({0, 100, 0, 20}, 60, 300) == 100);
  CHECK(scroll_to_caret({0, 0, 0, 20}, 60, -5) == 0);
  CHECK(scroll_to_caret({0, 100, 0, 20}, 10, 0) == 100);
}

TEST_CASE("another width wraps anew and keeps caret and selection") {
  TextCore core = at("один [два] три");
  core.set_metrics({40, 20, ten_pixels});
  CHECK(rows_of(core) == Rows{"один ", "два ", "три"});
  CHECK(shown(core) == "один [два] три");
}

namespace {

// Text, caret and anchor with every operation done in the plainest way.
struct Model {
  std::u32string text;
  size_t caret = 0;
  size_t anchor = 0;

  std::vector<size_t> bounds() const {
    std::vector<size_t> all{0};
    while (all.back() < text.size()) all.push_back(cluster_end(text, all.back()));
    return all;
  }

  size_t bound_from(size_t at) const {
    for (const size_t bound : bounds()) {
      if (bound >= at) return bound;
    }
    return text.size();
  }

  void replace(size_t begin, size_t end, const std::u32string& inserted) {
    text = text.substr(0, begin) + inserted + text.substr(end);
    caret = anchor = bound_from(begin + inserted.size());
  }

  void step(bool right, bool extend) {
    const size_t low = std::min(caret, anchor);
    const size_t high = std::max(caret, anchor);
    if (low != high && !extend) {
      caret = anchor = right ? high : low;
      return;
    }
    size_t target = right ? text.size() : 0;
    for (const size_t bound : bounds()) {
      if (!right && bound < caret) target = bound;
      if (right && bound > caret) {
        target = bound;
        break;
      }
    }
    caret = target;
    if (!extend) anchor = caret;
  }
};

void check_text_and_rows(const TextCore& core) {
  RC_ASSERT(core.utf8() == to_utf8(core.text()));
  size_t at = 0;
  for (size_t i = 0; i < core.row_count(); ++i) {
    const TextRow row = core.row(i);
    RC_ASSERT(row.begin == at);
    RC_ASSERT(row.end >= row.begin);
    RC_ASSERT(core.text().substr(row.begin, row.end - row.begin).find(U'\n') == std::u32string::npos);
    const bool last = i + 1 == core.row_count();
    if (last) RC_ASSERT(row.end == core.text().size());
    if (!last && !row.soft) RC_ASSERT(core.text()[row.end] == U'\n');
    at = row.soft ? row.end : row.end + 1;
  }
  TextRows fresh;
  fresh.layout(core.text(), {60, 20, ten_pixels});
  RC_ASSERT(fresh.count() == core.row_count());
  for (size_t i = 0; i < fresh.count(); ++i) RC_ASSERT(fresh.row(i) == core.row(i));
}

rc::Gen<std::u32string> any_text() {
  return rc::gen::container<std::u32string>(
      rc::gen::elementOf(std::u32string(U"abcабв   \n\n-—.*'1\u0301\u200D\uFE0F👩🏽🇷🇺🇬漢")));
}

}  // namespace

TEST_CASE("any sequence of actions agrees with the plainest model, and undo and redo lead to both ends") {
  CHECK(rc::check([] {
    const std::u32string start = *any_text();
    TextCore core = core_of(to_utf8(start), 6);
    Model model{start, start.size(), start.size()};
    const int steps = *rc::gen::inRange(1, 40);
    for (int step = 0; step < steps; ++step) {
      const bool extend = *rc::gen::arbitrary<bool>();
      const size_t low = std::min(model.caret, model.anchor);
      const size_t high = std::max(model.caret, model.anchor);
      switch (*rc::gen::inRange(0, 9)) {
        case 0: {
          const char32_t c = *rc::gen::elementOf(std::u32string(U"ab \n\u0301🇷🇺\u200D👩"));
          core.type(c);
          model.replace(low, high, std::u32string(1, c));
          break;
        }
        case 1: {
          const std::u32string pasted = *any_text();
          core.insert(to_utf8(pasted));
          if (!pasted.empty()) model.replace(low, high, pasted);
          break;
        }
        case 2:
        case 3: {
          const bool right = *rc::gen::arbitrary<bool>();
          apply(core, right ? TextAction::move_right : TextAction::move_left, extend);
          model.step(right, extend);
          break;
        }
        case 4: {
          const bool right = *rc::gen::arbitrary<bool>();
          apply(core, right ? TextAction::erase_right : TextAction::erase_left, extend);
          if (low == high) model.step(right, true);
          const size_t begin = std::min(model.caret, model.anchor);
          const size_t end = std::max(model.caret, model.anchor);
          if (begin != end) model.replace(begin, end, U"");
          break;
        }
        case 5:
          RC_ASSERT(core.cut() == to_utf8(model.text.substr(low, high - low)));
          if (low != high) model.replace(low, high, U"");
          break;
        default: {
          // Where these lead is told by the other tests; here the caret must stay at a bound, and text the same.
          const auto action = static_cast<TextAction>(*rc::gen::inRange(0, 22));
          const TextPoint point{static_cast<float>(*rc::gen::inRange(-20, 100)),
                                static_cast<float>(*rc::gen::inRange(-20, 200))};
          if (*rc::gen::arbitrary<bool>()) {
            core.press(point, *rc::gen::inRange(1, 4), extend);
            core.drag({point.y, point.x});
            RC_ASSERT(core.text() == model.text);
          } else {
            apply(core, action, extend);
            const bool moves = action <= TextAction::select_all;
            if (moves) RC_ASSERT(core.text() == model.text);
          }
          model = {core.text(), core.cursor().caret, core.cursor().anchor};
        }
      }
      RC_ASSERT(core.text() == model.text);
      RC_ASSERT(core.cursor().caret == model.caret);
      RC_ASSERT(core.cursor().anchor == model.anchor);
      RC_ASSERT(model.bound_from(model.caret) == model.caret);
      RC_ASSERT(model.bound_from(model.anchor) == model.anchor);
      RC_ASSERT(core.caret_rectangle().y < core.height());
      check_text_and_rows(core);
    }
    while (core.can_redo()) core.redo();
    const std::u32string end = core.text();
    while (core.can_undo()) {
      core.undo();
      check_text_and_rows(core);
    }
    RC_ASSERT(core.text() == start);
    while (core.can_redo()) core.redo();
    RC_ASSERT(core.text() == end);
    RC_ASSERT(core.cursor().caret <= end.size());
    check_text_and_rows(core);
  }));
}

TEST_CASE("a click on the caret's rectangle leads back to the caret") {
  CHECK(rc::check([] {
    const std::u32string text =
        *rc::gen::container<std::u32string>(rc::gen::elementOf(std::u32string(U"abв  \n-👩🏽")));
    TextCore core = core_of(to_utf8(text), 6);
    const size_t place = *rc::gen::inRange<size_t>(0, text.size() + 1);
    core.select(place, place);
    const TextRectangle caret = core.caret_rectangle();
    RC_PRE(caret.x < 60);
    const size_t shown = core.cursor().caret;
    core.press({caret.x, caret.y + 1}, 1, false);
    RC_ASSERT(core.cursor().caret == shown);
  }));
}

}  // namespace canvasbook::core_test
