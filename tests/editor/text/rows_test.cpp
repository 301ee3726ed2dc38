#include "editor/text/rows.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <memory>
#include <string>

#include "editor/text/core.h"

namespace canvasbook::rows_test {

namespace {

// '#' in front makes a paragraph higher and wider, '-' one with a hanging indent; stars are look 7 and 4 pixels wide;
// '~' turns all that follows into paragraphs of look 9, and the next one turns it back.
class Styler : public TextStyler {
 public:
  ParagraphStyle style(std::u32string_view paragraph, std::uint64_t carried, const TextCarets&) const override {
    ++asked;
    const bool turns = paragraph.starts_with(U'~');
    ParagraphStyle style;
    style.carried = turns ? 1 - carried : carried;
    style.row_height = 20;
    if (carried != 0) {
      style.row_height = 15;
      style.look = 9;
    } else if (paragraph.starts_with(U'#')) {
      style.row_height = 32;
      style.space_before = 9;
      style.look = 1;
    } else if (paragraph.starts_with(U'-')) {
      style.indent_first = 8;
      style.indent_rest = 24;
    }
    for (size_t i = 0; i < paragraph.size(); ++i) {
      const Look look = paragraph[i] == '*' ? 7 : style.look;
      if (!style.runs.empty() && style.runs.back().look == look) {
        style.runs.back().end = i + 1;
      } else {
        style.runs.push_back({i + 1, look});
      }
    }
    if (style.runs.size() == 1 && style.runs[0].look == style.look) style.runs = {};
    return style;
  }

  float advance(char32_t, Look look) const override { return look == 1 ? 16 : look == 7 ? 4 : 10; }

  mutable size_t asked = 0;
};

TextMetrics metrics_of(float width, std::shared_ptr<const TextStyler> styler = std::make_shared<Styler>()) {
  TextMetrics metrics;
  metrics.width = width;
  metrics.styler = std::move(styler);
  return metrics;
}

TextRows rows_of(std::u32string_view text, float width) {
  TextRows rows;
  rows.layout(text, metrics_of(width));
  return rows;
}

bool same(const RowBox& a, const RowBox& b) { return a.top == b.top && a.height == b.height && a.indent == b.indent; }

void check_same(const TextRows& rows, const TextRows& fresh) {
  RC_ASSERT(rows.count() == fresh.count());
  RC_ASSERT(rows.height() == fresh.height());
  for (size_t i = 0; i < rows.count(); ++i) {
    RC_ASSERT(rows.row(i) == fresh.row(i));
    RC_ASSERT(same(rows.box(i), fresh.box(i)));
    RC_ASSERT(rows.runs(i) == fresh.runs(i));
    RC_ASSERT(rows.look(i) == fresh.look(i));
  }
}

rc::Gen<std::u32string> any_text() {
  return rc::gen::container<std::u32string>(rc::gen::elementOf(std::u32string(U"abcя  **-#~\n\n\n漢👩🏽")));
}

}  // namespace

TEST_CASE("plain rows are as high as the metrics say") {
  TextRows rows;
  rows.layout(U"ab cd\ne", {30, 20, [](char32_t) { return 10.0F; }});
  CHECK(rows.count() == 3);
  CHECK(rows.height() == 60);
  CHECK(same(rows.box(2), {40, 20, 0}));
  CHECK(rows.runs(1) == std::vector<RowRun>{{3, 5, 0}});
  CHECK(rows.row_at(0, 39) == 1);
  CHECK(rows.row_at(0, 40) == 2);
}

TEST_CASE("paragraphs have heights, spaces and indents of their own") {
  const TextRows rows = rows_of(U"ab\n#cd\n-ef gh\nij", 60);
  REQUIRE(rows.count() == 5);
  CHECK(same(rows.box(0), {0, 20, 0}));
  CHECK(same(rows.box(1), {29, 32, 0}));
  CHECK(same(rows.box(2), {61, 20, 8}));
  CHECK(same(rows.box(3), {81, 20, 24}));
  CHECK(same(rows.box(4), {101, 20, 0}));
  CHECK(rows.height() == 121);
  CHECK(rows.look(1) == 1);
}

TEST_CASE("a height leads to the row there, in the space before a paragraph to its first row") {
  const TextRows rows = rows_of(U"ab\n#cd\nef", 60);
  CHECK(rows.row_at(0, -5) == 0);
  CHECK(rows.row_at(0, 19) == 0);
  CHECK(rows.row_at(0, 22) == 1);
  CHECK(rows.row_at(0, 60) == 1);
  CHECK(rows.row_at(0, 61) == 2);
  CHECK(rows.row_at(0, 1e9F) == 2);
}

TEST_CASE("rows wrap by the advances of their looks and the room that indents leave") {
  CHECK(rows_of(U"aaaa", 40).count() == 1);
  CHECK(rows_of(U"#111", 40).count() == 2);
  CHECK(rows_of(U"**********", 40).count() == 1);
  const TextRows rows = rows_of(U"-11 222", 48);
  REQUIRE(rows.count() == 3);
  CHECK(rows.row(1) == TextRow{4, 6, true});
}

TEST_CASE("a word that is wider than a row is hyphenated, and the row has room for the hyphen") {
  const auto shown = [](std::u32string text, float width) {
    TextRows rows;
    rows.layout(text, {width, 20, [](char32_t) { return 10.0F; }});
    std::string all;
    for (size_t i = 0; i < rows.count(); ++i) {
      const TextRow row = rows.row(i);
      all += (i > 0 ? "|" : "") + to_utf8(text.substr(row.begin, row.end - row.begin));
      if (ends_inside_word(text, row)) all += '-';
    }
    return all;
  };
  CHECK(shown(U"в обслуживание", 80) == "в |обслужи-|вание");
  CHECK(shown(U"«Рекомендация»", 60) == "«Реко-|менда-|ция»");
  CHECK(shown(U"aaaaaa bb", 40) == "aaa-|aaa |bb");
  CHECK(shown(U"1234567", 40) == "1234|567");
  CHECK(shown(U"Норма", 50) == "Норма");
  CHECK(shown(U"шум на улице", 80) == "шум |на улице");   // a preposition is not left behind
  CHECK(shown(U"шум на улице", 70) == "шум |на |улице");  // but where the two have no room
}

TEST_CASE("no row is wider than there is room for, its hyphen counted") {
  CHECK(rc::check([] {
    const auto letters = rc::gen::elementOf(std::u32string(U"абвгжоиaeостьrn -\u0301漢4"));
    std::u32string text = *rc::gen::container<std::u32string>(letters);
    for (size_t i = 1; i < text.size(); ++i) {
      if (text[i] == 0x301 && text[i - 1] == ' ') text[i] = ' ';  // a mark makes no blank a letter
    }
    const float width = static_cast<float>(*rc::gen::inRange(2, 12)) * 10;
    TextRows rows;
    rows.layout(text, {width, 20, [](char32_t c) { return c == 0x301 ? 0.0F : 10.0F; }});
    for (size_t i = 0; i < rows.count(); ++i) {
      const TextRow row = rows.row(i);
      size_t end = row.end;
      while (end > row.begin && text[end - 1] == ' ') --end;
      const auto shown = text.substr(row.begin, end - row.begin);
      const auto marks = static_cast<size_t>(std::ranges::count(shown, 0x301));
      const size_t seen = shown.size() - marks + (ends_inside_word(text, row) ? 1 : 0);
      RC_ASSERT(static_cast<float>(seen) * 10 <= width);
    }
  }));
}

TEST_CASE("runs are told by row") {
  const TextRows rows = rows_of(U"a**b **cc", 40);
  REQUIRE(rows.count() == 2);
  CHECK(rows.runs(0) == std::vector<RowRun>{{0, 1, 0}, {1, 3, 7}, {3, 5, 0}});
  CHECK(rows.runs(1) == std::vector<RowRun>{{5, 7, 7}, {7, 9, 0}});
  CHECK(rows_of(U"", 40).runs(0).empty());
}

TEST_CASE("an edit asks for the style of its paragraph, and of those behind only while what is carried changes") {
  const auto styler = std::make_shared<Styler>();
  std::u32string text;
  for (int i = 0; i < 1000; ++i) text += i == 600 ? U"~\n" : U"abc def\n";
  TextRows rows;
  rows.layout(text, metrics_of(50, styler));
  styler->asked = 0;
  text.insert(100, U"x");
  rows.replace(text, 100, 0, 1);
  CHECK(styler->asked == 1);
  styler->asked = 0;
  text.replace(0, 1, U"~");
  rows.replace(text, 0, 1, 1);
  CHECK(styler->asked > 600);
  CHECK(rows.look(rows.count() - 2) == 0);
  CHECK(rows.look(5) == 9);
}

TEST_CASE("any edits lead to the same rows as a fresh layout") {
  CHECK(rc::check([] {
    std::u32string text = *any_text();
    TextRows rows = rows_of(text, 60);
    const int steps = *rc::gen::inRange(1, 20);
    for (int step = 0; step < steps; ++step) {
      const size_t begin = *rc::gen::inRange<size_t>(0, text.size() + 1);
      const size_t removed = *rc::gen::inRange<size_t>(0, std::min<size_t>(text.size() - begin, 8) + 1);
      const std::u32string inserted = *any_text();
      text.replace(begin, removed, inserted);
      rows.replace(text, begin, removed, inserted.size());
      check_same(rows, rows_of(text, 60));
    }
  }));
}

TEST_CASE("in a styled text every caret is found again at its own point") {
  CHECK(rc::check([] {
    TextCore core(to_utf8(*any_text()));
    core.set_metrics(metrics_of(70));
    for (size_t place = 0; place <= core.text().size(); ++place) {
      core.select(place, place);
      const TextRectangle caret = core.caret_rectangle();
      RC_ASSERT(caret.y + caret.height <= core.height());
      if (caret.x >= 70) continue;  // behind hanging blanks
      const size_t shown = core.cursor().caret;
      for (const float y : {caret.y + 1, caret.y + caret.height - 1}) {
        core.press({caret.x, y}, 1, false);
        RC_ASSERT(core.cursor().caret == shown);
      }
    }
  }));
}

TEST_CASE("a selection stands where its rows stand") {
  TextCore core("#ab\n-cd ef");
  core.set_metrics(metrics_of(60));
  core.select_all();
  const auto rectangles = core.selection_rectangles(0, core.height());
  REQUIRE(rectangles.size() == 3);
  CHECK(rectangles[0] == TextRectangle{0, 9, 57.6F, 32});
  CHECK(rectangles[1] == TextRectangle{8, 41, 40, 20});
  CHECK(rectangles[2] == TextRectangle{24, 61, 20, 20});
  CHECK(core.rows().rows_between(0, 9) == TextRange{0, 0});
  CHECK(core.rows().rows_between(0, 10) == TextRange{0, 1});
  CHECK(core.rows().rows_between(40, 42) == TextRange{0, 2});
}

}  // namespace canvasbook::rows_test
