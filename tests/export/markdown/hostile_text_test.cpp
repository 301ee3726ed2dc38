// Exported Markdown as others read it: what is seen is what was written, whoever wrote it.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "export/compose/compose.h"
#include "export/markdown/text.h"
#include "export/markdown/writer.h"
#include "model/file/workbook_file.h"
#include "model/text/markdown_reader.h"
#include "model/text/text.h"
#include "tests/rendered_markdown.h"

namespace canvasbook::hostile_text_test {

using namespace canvasbook::samples;

namespace {

const std::string cmark = "cmark --unsafe";
const std::string github = "cmark-gfm --unsafe -e autolink -e table -e strikethrough -e tasklist";

std::string random_text(std::mt19937& random) {
  static const std::vector<std::string> pieces{"*",
                                               "**",
                                               "_",
                                               "__",
                                               "~",
                                               "~~",
                                               "`",
                                               "``",
                                               "#",
                                               "1.",
                                               "12)",
                                               "-",
                                               "+",
                                               "=",
                                               ">",
                                               "<",
                                               "<b>",
                                               "<img src=x onerror=alert(1)>",
                                               "<script>",
                                               "</p>",
                                               "<!--",
                                               "-->",
                                               "<!-- x -->",
                                               "]]>",
                                               "<?x",
                                               "&",
                                               "&amp;",
                                               "&copy;",
                                               "&copy",
                                               "&#35;",
                                               "[",
                                               "]",
                                               "(",
                                               ")",
                                               "!",
                                               "[a](b)",
                                               "[x]",
                                               "[ ]",
                                               "[^1]",
                                               "[a]: b",
                                               "![",
                                               "](",
                                               "|",
                                               "| --- |",
                                               "---",
                                               "\\",
                                               "$x$",
                                               "^",
                                               "{#id}",
                                               "%%",
                                               "@a",
                                               ":",
                                               "://",
                                               "http",
                                               "http://",
                                               "https://",
                                               "HTTP://E.com",
                                               "http://e.com",
                                               "https://e.com/",
                                               "www.",
                                               "www.e.com",
                                               "ftp://e.com",
                                               "ftp://",
                                               "e.com",
                                               "/a_b",
                                               "?x=1&y=2",
                                               "#a_b",
                                               "javascript:alert(1)",
                                               "a@b.cc",
                                               "mailto:a@b.cc",
                                               "xmpp:a@b.cc",
                                               "'",
                                               "\"",
                                               " ",
                                               " ",
                                               " ",
                                               "  ",
                                               "\n",
                                               "а",
                                               "слово",
                                               "x",
                                               "7",
                                               "№",
                                               "—",
                                               "«",
                                               "»",
                                               ".",
                                               ",",
                                               "?",
                                               ";",
                                               "\u00A0"};
  std::string text;
  const size_t count = 1 + random() % 12;
  for (size_t i = 0; i < count; ++i) text += pieces[random() % pieces.size()];
  return std::string(trim(text));
}

std::vector<std::string> random_texts(size_t count) {
  std::mt19937 random(20261128);
  std::vector<std::string> texts;
  while (texts.size() < count) {
    if (std::string text = random_text(random); !text.empty()) texts.push_back(std::move(text));
  }
  return texts;
}

// Renders pieces of Markdown in one go; a rule stands between them, so that one which leaks into the next is seen.
std::vector<Rendered> render(const std::string& program, const std::vector<std::string>& pieces) {
  std::string markdown;
  for (const std::string& piece : pieces) markdown += piece + "\n\n---\n\n";
  const std::string html = html_of(program, markdown);
  std::vector<Rendered> rendered;
  const std::string_view rule = "<hr />\n";
  for (size_t start = 0, end = 0; (end = html.find(rule, start)) != std::string::npos; start = end + rule.size()) {
    rendered.push_back(take_apart(std::string_view(html).substr(start, end - start)));
  }
  REQUIRE(rendered.size() == pieces.size());
  return rendered;
}

bool leads_to_its_text(const RenderedLink& link) {
  const std::string text = without_percent_codes(link.text);
  return link.target == text || link.target == "http://" + text || link.target == "mailto:" + text;
}

void check_rendered(const Rendered& rendered, const std::string& text, const std::vector<std::string>& tags) {
  CAPTURE(text);
  CHECK(rendered.text == text);
  for (const RenderedLink& link : rendered.links) {
    CAPTURE(link.text);
    CAPTURE(link.target);
    CHECK(leads_to_its_text(link));
    CHECK_FALSE(link.target.starts_with("ftp:"));
    CHECK_FALSE(link.target.starts_with("xmpp:"));
    CHECK_FALSE(link.target.starts_with("javascript:"));
  }
  for (const std::string& tag : rendered.tags) {
    CAPTURE(tag);
    CHECK((tag == "a" || tag == "br" || std::ranges::count(tags, tag) > 0));
  }
}

// Checks random texts in one place: `wrap` writes the Markdown around an escaped text.
template <class Wrap>
void check_texts(const std::vector<std::string>& programs, const std::vector<std::string>& tags, Wrap wrap) {
  const std::vector<std::string> texts = random_texts(3000);
  std::vector<std::string> pieces;
  for (const std::string& text : texts) pieces.push_back(wrap(text));
  for (const std::string& program : programs) {
    CAPTURE(program);
    const std::vector<Rendered> rendered = render(program, pieces);
    for (size_t i = 0; i < texts.size(); ++i) check_rendered(rendered[i], texts[i], tags);
  }
}

Workbook workbook_with(const std::string& json) {
  auto workbook = read_workbook(json);
  REQUIRE(workbook);
  return std::move(*workbook);
}

std::string markdown_of(const std::string& documents) {
  const std::string head =
      R"({"canvasbook":1,"company":"K","language":"en","created":"2026-01-01","modified":"2026-01-01",)";
  return write_markdown(
      compose(workbook_with(head + "\"documents\":[" + documents + "]}"), {{}, {}, Date{2026, 1, 1}}));
}

}  // namespace

TEST_CASE("any text reads as it was written in cmark and on GitHub, as a paragraph") {
  check_texts({cmark, github}, {"p"},
              [](const std::string& text) { return escape_markdown(text, MarkdownPlace::line_start); });
}

TEST_CASE("any text reads as it was written in cmark and on GitHub, as an item of a list") {
  check_texts({cmark, github}, {"ul", "li"},
              [](const std::string& text) { return "- " + escape_markdown(text, MarkdownPlace::line_start, "  "); });
}

TEST_CASE("any text reads as it was written in cmark and on GitHub, bold behind a task") {
  check_texts({cmark, github}, {"p", "strong"}, [](const std::string& text) { return markdown_bold(text); });
}

TEST_CASE("any text reads as it was written on GitHub, in a cell") {
  check_texts({github}, {"table", "thead", "tbody", "tr", "th", "td"}, [](const std::string& text) {
    return "| " + escape_markdown(text, MarkdownPlace::table_cell) + " |\n| --- |";
  });
}

TEST_CASE("any text can name a link, and no other link stands in it") {
  const std::vector<std::string> texts = random_texts(1500);
  std::vector<std::string> pieces;
  for (const std::string& text : texts) {
    pieces.push_back("[" + escape_markdown(text, MarkdownPlace::link_text) + "](<#there>)");
  }
  for (const std::string& program : {cmark, github}) {
    const std::vector<Rendered> rendered = render(program, pieces);
    for (size_t i = 0; i < texts.size(); ++i) {
      CAPTURE(texts[i]);
      CHECK(rendered[i].text == texts[i]);
      REQUIRE(rendered[i].links.size() == 1);
      CHECK(rendered[i].links[0].target == "#there");
    }
  }
}

TEST_CASE("an address leads exactly where it says, in a paragraph, in a cell and in running text") {
  const std::vector<std::string> addresses{"https://e.com/my_page_a?x=1&y=2#a_b",
                                           "https://e.com/a*b*c",
                                           "https://e.com/~x/[1]",
                                           "www.e.com/a_b_c",
                                           "https://e.com/_a_/b|c",
                                           "https://e.com/(a)_b",
                                           "https://e.com/?a&copy;b",
                                           "https://пример.рф/кофе_и_чай",
                                           "http://e.com/a~~b~~c",
                                           "HTTPS://E.com/$x$",
                                           "https://e.com/'a'/100%25"};
  for (const std::string& address : addresses) {
    CAPTURE(address);
    const std::string text = "см. " + address + " — там";
    const std::string paragraph = escape_markdown(text, MarkdownPlace::line_start);
    const std::string cell = "| " + escape_markdown(text, MarkdownPlace::table_cell) + " |\n| --- |";
    const std::string prose = markdown_spans({Span{text, false, false, false, {}}}, MarkdownPlace::line_start);
    const std::vector<std::string> everywhere{paragraph, cell, prose};
    const auto rendered = render(github, everywhere);
    for (const Rendered& one : rendered) {
      REQUIRE(one.links.size() == 1);
      CHECK(one.links[0].text == address);
      CHECK(leads_to_its_text(one.links[0]));
      CHECK(one.text == text);
    }
    CHECK(render(cmark, {paragraph})[0].links.size() == 1);
  }
}

TEST_CASE("the punctuation around an address is no part of it") {
  const auto link = [](const std::string& text) {
    const auto rendered = render(github, {escape_markdown(text, MarkdownPlace::line_start)});
    REQUIRE(rendered[0].links.size() == 1);
    CHECK(rendered[0].text == text);
    return rendered[0].links[0].text;
  };
  for (const char* text :
       {"Смотри https://e.com/a.", "(https://e.com/a)", "«https://e.com/a»", "https://e.com/a, дальше",
        "[https://e.com/a]", "https://e.com/a?!", "\"https://e.com/a\"", "**https://e.com/a**"}) {
    CHECK(link(text) == "https://e.com/a");
  }
  CHECK(link("https://e.com/a_(b)") == "https://e.com/a_(b)");
}

TEST_CASE("of an address for chats GitHub makes no link, and it reads back as it was written") {
  for (const std::string text : {"xmpp:a@e.com", "пишите xmpp:a@e.com/room!", "(xmpp:a@e.com)", "**xmpp:a@e.com**"}) {
    const std::string markdown = escape_markdown(text, MarkdownPlace::line_start);
    const Rendered rendered = render(github, {markdown})[0];
    CHECK(rendered.text == text);
    for (const RenderedLink& link : rendered.links) CHECK(link.target.starts_with("mailto:"));
    CHECK(plain_text(read_markdown(markdown).front().spans) == text);
  }
}

TEST_CASE("titles with an address and a tag behind it stay text on GitHub: the address would swallow the backslash") {
  const std::string markdown = markdown_of(
      R"({"id":"d1","language":"en","title":"http://e.com<img src=x onerror=alert(1)>","sections":[)"
      R"({"id":"s1","kind":"prose","title":"www.e.com<script>alert(2)</script>","text":"http://e.com\\<script>alert(3)</script>"},)"
      R"({"id":"s2","kind":"checklist","title":"c","groups":[{"id":"g","title":"http://e.com/*x*","items":[{"id":"i1",)"
      R"("text":"http://e.com<script>alert(4)</script>","requirement":"www.e.com `x` www.e.com`<b>`"}]}]}]})");
  for (const std::string& program : {cmark, github}) {
    const Rendered rendered = take_apart(html_of(program, markdown));
    for (const char* tag : {"img", "script", "b"}) CHECK(std::ranges::count(rendered.tags, tag) == 0);
    for (const RenderedLink& link : rendered.links) CHECK((leads_to_its_text(link) || link.target.starts_with('#')));
    CHECK(rendered.text.find("http://e.com<img src=x onerror=alert(1)>") != std::string::npos);
    CHECK(rendered.text.find("www.e.com `x` www.e.com`<b>`") != std::string::npos);
  }
}

TEST_CASE("an address in running text stays whole, with all its stars and underscores") {
  const std::string markdown = markdown_of(
      R"({"id":"d1","language":"en","title":"t","sections":[{"id":"s1","kind":"prose","title":"x","text":)"
      R"("See https://e.com/a*b*c and www.e.com/_a_b_ and <https://e.com/q_w_e> and `https://e.com/*c*` **https://e.com/b**)"
      R"(\n\n```\nhttps://e.com/*d*\n```"}]})");
  const Rendered rendered = take_apart(html_of(github, markdown));
  std::vector<std::string> targets;
  for (const RenderedLink& link : rendered.links) targets.push_back(link.target);
  CHECK(targets == std::vector<std::string>{"https://e.com/a*b*c", "http://www.e.com/_a_b", "https://e.com/q_w_e",
                                            "https://e.com/b"});
  CHECK(rendered.text.find("https://e.com/*c*") != std::string::npos);
  CHECK(rendered.text.find("https://e.com/*d*") != std::string::npos);
}

}  // namespace canvasbook::hostile_text_test
