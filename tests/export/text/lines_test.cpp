#include "export/text/lines.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "export/text/hyphenation.h"
#include "model/text/text.h"

namespace canvasbook::lines_test {

namespace {

std::vector<std::string> broken(const std::string& text, float width, float size = 10) {
  Fonts fonts;
  std::vector<char32_t> missing;
  const Paragraph paragraph = make_paragraph(text, {}, fonts, missing);
  std::vector<std::string> lines;
  for (const Line& line : break_lines(paragraph, width, size, fonts)) {
    lines.push_back(paragraph.text.substr(line.begin, line.end - line.begin));
  }
  return lines;
}

std::string without_white_space(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
  return text;
}

// Text of letters, digits, punctuation and line feeds as people write it, with rare characters among it.
rc::Gen<std::string> any_text() {
  return rc::gen::map(
      rc::gen::container<std::vector<char32_t>>(rc::gen::weightedOneOf<char32_t>(
          {{20, rc::gen::inRange<char32_t>(U'а', U'я' + 1)},
           {6, rc::gen::just(U' ')},
           {5, rc::gen::inRange<char32_t>(0x21, 0x7F)},
           {1, rc::gen::just(U'\n')},
           {1, rc::gen::element(U'—', U'«', U'»', U'№', U'₽', U'\u00A0', U'☐', U'漢', U'\U0001F600', U'\u0301')}})),
      [](const std::vector<char32_t>& code_points) {
        std::string text;
        for (const char32_t c : code_points) append_utf8(text, c);
        return text;
      });
}

}  // namespace

TEST_CASE("text that fits stands on one line") {
  CHECK(broken("Кофе за три минуты", 500) == std::vector<std::string>{"Кофе за три минуты"});
}

TEST_CASE("empty text is one empty line") { CHECK(broken("", 100) == std::vector<std::string>{""}); }

TEST_CASE("a line feed ends a line, and one at the end opens an empty line") {
  CHECK(broken("а\nб", 500) == std::vector<std::string>{"а", "б"});
  CHECK(broken("а\n\nб\n", 500) == std::vector<std::string>{"а", "", "б", ""});
}

TEST_CASE("an arrow stays with what it points to") {
  const std::string text = "Посчитаем →\u00A0Договорились";
  for (int width = 75; width < 200; width += 5) {
    for (const std::string& line : broken(text, static_cast<float>(width))) CHECK_FALSE(line.ends_with("→"));
  }
}

TEST_CASE("a one-letter word does not hang at the end of a line") {
  for (float width = 60; width < 200; width += 3) {
    for (const std::string& line : broken("Клиент идёт в кафе и к столу у окна с чашкой", width)) {
      CHECK_FALSE(line.ends_with(" в"));
      CHECK_FALSE(line.ends_with(" и"));
      CHECK_FALSE(line.ends_with(" к"));
      CHECK_FALSE(line.ends_with(" у"));
      CHECK_FALSE(line.ends_with(" с"));
    }
  }
}

TEST_CASE("a preposition of two letters hangs only where it and the next word are wider than a line") {
  for (float width = 60; width < 200; width += 3) {
    for (const std::string& line : broken("Шум на улице днём, до 60 гостей за день", width)) {
      for (const char* word : {" на", " до", " за"}) CHECK_FALSE(line.ends_with(word));
    }
  }
  CHECK(broken("на улице", 28) == std::vector<std::string>{"на", "улице"});
}

TEST_CASE("a dash does not begin a line, and a sum keeps its currency sign") {
  for (float width = 60; width < 200; width += 3) {
    for (const std::string& line :
         broken("Аренда — 180 000 ₽ в месяц, доставка — 12 500 ₽", width)) {
      CHECK_FALSE(line.starts_with("—"));
      CHECK_FALSE(line.starts_with("₽"));
      CHECK_FALSE(line.starts_with("000"));
    }
  }
}

TEST_CASE("a word of five million letters is wider than all numbers hold, and every letter of it stands on a line") {
  Fonts fonts;
  std::vector<char32_t> missing;
  const std::string word(5'000'000, 'm');
  const Paragraph paragraph = make_paragraph(word, {}, fonts, missing);
  size_t letters = 0;
  for (const Line& line : break_lines(paragraph, 400, 10, fonts)) {
    CHECK(line_width(line, 10) <= 400);
    letters += line.end - line.begin;
  }
  CHECK(letters == word.size());
}

TEST_CASE("a word wider than the line is cut, and every letter of it stays") {
  std::string word;
  for (int i = 0; i < 60; ++i) word += "щ";
  const auto lines = broken(word, 100);
  CHECK(lines.size() > 3);
  std::string joined;
  for (const std::string& line : lines) joined += line;
  CHECK(joined == word);
}

TEST_CASE("a word that has to be cut ends its line with a hyphen; an address does not") {
  Fonts fonts;
  std::vector<char32_t> missing;
  const Paragraph word = make_paragraph("щщщщщщщщщщщщщщщ", {}, fonts, missing);
  const auto lines = break_lines(word, 60, 10, fonts);
  REQUIRE(lines.size() > 1);
  for (size_t i = 0; i < lines.size(); ++i) {
    CHECK(lines[i].hyphen == (i + 1 < lines.size()));
    CHECK(line_width(lines[i], 10) <= 60);
  }
  const Paragraph address =
      make_paragraph(Spans{Span{std::string(40, 'm'), false, false, false, "https://example.org"}}, {}, fonts, missing);
  for (const Line& line : break_lines(address, 60, 10, fonts)) CHECK_FALSE(line.hyphen);
}

TEST_CASE("a text stays on one line at the width that it was measured with, at any size") {
  Fonts fonts;
  std::vector<char32_t> missing;
  for (const char* text : {"Скидка", "Норма", "Единица", "Discount", "Internationalisation"}) {
    const Paragraph paragraph = make_paragraph(text, {}, fonts, missing);
    for (float size = 6; size < 12; size += 0.25F) {
      const float width = line_width(break_lines(paragraph, unlimited_width, size, fonts).front(), size);
      for (float pad = 0; pad < 9; pad += 0.3F) {
        CHECK(break_lines(paragraph, width + 2 * pad - 2 * pad, size, fonts).size() == 1);
      }
    }
  }
}

TEST_CASE("a word of several lines is hyphenated where it may be, and its widest part is told") {
  Fonts fonts;
  std::vector<char32_t> missing;
  const std::string word = "достопримечательностями";
  const Paragraph paragraph = make_paragraph(word, {}, fonts, missing);
  const float width = static_cast<float>(widest_piece(paragraph, paragraph.chunks.front(), fonts)) * 10 / 1000;
  const auto lines = break_lines(paragraph, width, 10, fonts, Hyphens::long_words);
  CHECK(lines.size() > 4);
  const std::vector<std::uint32_t> points = hyphenation_points(word);
  for (size_t i = 0; i + 1 < lines.size(); ++i) {
    CHECK(lines[i].hyphen);
    CHECK_FALSE(lines[i].cut);
    CHECK(std::ranges::find(points, lines[i].end) != points.end());
  }
}

TEST_CASE("any text at any width keeps all its characters and stays inside the width") {
  Fonts fonts;
  CHECK(rc::check([&] {
    const std::string text = *any_text();
    const float width = static_cast<float>(*rc::gen::inRange(12, 300));
    std::vector<char32_t> missing;
    const Paragraph paragraph = make_paragraph(text, {}, fonts, missing);
    std::string joined;
    for (const Line& line : break_lines(paragraph, width, 10, fonts)) {
      const std::string part = paragraph.text.substr(line.begin, line.end - line.begin);
      RC_ASSERT(line_width(line, 10) <= width + 0.01F || count_code_points(part) <= 1);
      joined += part;
    }
    RC_ASSERT(without_white_space(joined) == without_white_space(paragraph.text));
    RC_ASSERT(count_code_points(paragraph.text) == count_code_points(to_printable(text)));
  }));
}

TEST_CASE("a letter written with a separate breve is set as one letter") {
  Fonts fonts;
  std::vector<char32_t> missing;
  CHECK(make_paragraph("и\u0306", {}, fonts, missing).text == "й");
  CHECK(missing.empty());
}

TEST_CASE("a character that no face has is reported and leaves a visible mark") {
  Fonts fonts;
  std::vector<char32_t> missing;
  const Paragraph paragraph = make_paragraph("а漢б", {}, fonts, missing);
  CHECK(missing == std::vector<char32_t>{U'漢'});
  CHECK(paragraph.text == "а\uFFFDб");
}

TEST_CASE("joiners and variation selectors, which have no shape, are no missing characters") {
  Fonts fonts;
  std::vector<char32_t> missing;
  CHECK(make_paragraph("а\u200D\uFE0Fб", {}, fonts, missing).text == "аб");
  CHECK(missing.empty());
}

TEST_CASE("a painted line has the width that it was measured with") {
  Fonts fonts;
  std::vector<char32_t> missing;
  for (const bool kerned : {false, true}) {
    const Paragraph paragraph =
        make_paragraph("ГТА, Тула — 180 000 ₽ ☐ Wave", {Face::bold, kerned}, fonts, missing);
    const auto lines = break_lines(paragraph, unlimited_width, 20, fonts);
    REQUIRE(lines.size() == 1);
    Page page;
    paint_line(paragraph, lines.front(), {10, 20, 20, {}, RunRole::title, 0, {}}, fonts, page);
    float width = 0;
    for (const TextRun& run : page.runs) width += run.width;
    CHECK(width == doctest::Approx(line_width(lines.front(), 20)).epsilon(0.001));
    CHECK(page.runs.back().x + page.runs.back().width == doctest::Approx(10 + width).epsilon(0.001));
  }
}

TEST_CASE("a heading is kerned") {
  Fonts fonts;
  std::vector<char32_t> missing;
  const auto width = [&](bool kerned) {
    return break_lines(make_paragraph("Ту ГА Та", {Face::bold, kerned}, fonts, missing), unlimited_width, 20, fonts)
        .front()
        .width;
  };
  CHECK(width(true) < width(false));
}

TEST_CASE("a link in a line becomes a link on the page") {
  Fonts fonts;
  std::vector<char32_t> missing;
  const Paragraph paragraph =
      make_paragraph(Spans{{"см. ", false, false, false, {}}, {"сайт", true, false, false, "https://example.org"}}, {},
                     fonts, missing);
  Page page;
  paint_line(paragraph, break_lines(paragraph, 500, 10, fonts).front(), {0, 10, 10, {}, RunRole::paragraph, 0, {}},
             fonts, page);
  REQUIRE(page.links.size() == 1);
  CHECK(page.links.front().address == "https://example.org");
  CHECK(page.runs.back().face == Face::bold);
}

namespace {

std::vector<Line> lines_of(const Paragraph& paragraph, float width, Hyphens hyphens, Fonts& fonts) {
  return break_lines(paragraph, width, 10, fonts, hyphens);
}

Paragraph paragraph_of(const Spans& spans, Fonts& fonts, bool kerned = false) {
  std::vector<char32_t> missing;
  return make_paragraph(spans, {Face::regular, kerned}, fonts, missing);
}

const std::string long_words =
    "Обслуживание постоянных посетителей требует внимательности, предусмотрительности и ответственности "
    "каждого сотрудника, recommendation and conversation included.";

}  // namespace

TEST_CASE("a hyphen fills lines that would else end far from the margin, and it is not in the text") {
  Fonts fonts;
  const Paragraph paragraph = paragraph_of({{long_words, false, false, false, {}}}, fonts);
  CHECK(std::ranges::none_of(lines_of(paragraph, 120, Hyphens::none, fonts), &Line::hyphen));
  for (const Hyphens hyphens : {Hyphens::sparing, Hyphens::full}) {
    const auto lines = lines_of(paragraph, 120, hyphens, fonts);
    CHECK(std::ranges::any_of(lines, &Line::hyphen));
    CHECK_FALSE(lines.back().hyphen);
    size_t row = 0;
    std::string text;
    for (const Line& line : lines) {
      CHECK(line_width(line, 10) <= 120);
      row = line.hyphen ? row + 1 : 0;
      CHECK(row <= 2);  // a ladder of hyphens tires the eye
      text += paragraph.text.substr(line.begin, line.end - line.begin);
      Page page;
      paint_line(paragraph, line, {}, fonts, page);
      CHECK(page.runs.back().text.ends_with('-') == line.hyphen);
    }
    CHECK(without_white_space(text) == without_white_space(paragraph.text));
  }
}

TEST_CASE("headings, code, links, addresses and what an arrow points to are not hyphenated") {
  Fonts fonts;
  const std::string word = "предусмотрительности";
  for (const Span& span : {Span{word, false, false, true, {}}, Span{word, false, false, false, "https://a.b"},
                           Span{"предусмотрительности@example.org", false, false, false, {}},
                           Span{"→\u00A0предусмотрительности", false, true, false, {}}}) {
    const Paragraph paragraph = paragraph_of({{"Слово ", false, false, false, {}}, span}, fonts);
    CHECK(std::ranges::none_of(lines_of(paragraph, 60, Hyphens::full, fonts), &Line::hyphen));
  }
  const Paragraph heading = paragraph_of({{long_words, false, false, false, {}}}, fonts, true);
  CHECK(std::ranges::none_of(lines_of(heading, 120, Hyphens::full, fonts), &Line::hyphen));
}

TEST_CASE("spaces stretch a justified line to the margin, but not the last one and not one that would be torn apart") {
  Fonts fonts;
  const Paragraph paragraph = paragraph_of({{long_words, false, false, false, {}}}, fonts);
  const auto lines = lines_of(paragraph, 200, Hyphens::full, fonts);
  REQUIRE(lines.size() > 2);
  for (const Line& line : lines) {
    Page page;
    LinePaint paint;
    paint.size = 10;
    paint.justified = 200;
    paint_line(paragraph, line, paint, fonts, page);
    const TextRun& run = page.runs.back();
    const bool stretched = std::abs(run.x + run.width - 200) < 0.01F;
    CHECK((stretched || line.is_last));
    if (line.is_last) CHECK(run.width == doctest::Approx(line_width(line, 10)));
  }
  const Paragraph two =
      paragraph_of({{"а б предусмотрительностипредусмотрительности", false, false, false, {}}}, fonts);
  Page page;
  LinePaint paint;
  paint.size = 10;
  paint.justified = 200;
  paint_line(two, lines_of(two, 200, Hyphens::none, fonts).front(), paint, fonts, page);
  CHECK(page.runs.back().width < 30);
}

}  // namespace canvasbook::lines_test
