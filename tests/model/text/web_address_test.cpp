#include "model/text/web_address.h"

#include <doctest/doctest.h>

#include "export/compose/compose.h"
#include "export/layout/layout.h"
#include "export/markdown/writer.h"
#include "model/file/markdown_workbook.h"
#include "model/text/markdown_reader.h"

namespace canvasbook::web_address_test {

namespace {

constexpr Date today{2026, 11, 28};

std::string bare_address(std::string_view text, size_t at = 0) {
  return std::string(text.substr(at, bare_address_length(text, at)));
}

Workbook notes(const std::string& text) { return *read_markdown_workbook(text, "notes", today); }

std::vector<std::string> addresses_on_paper(const std::string& text) {
  Fonts fonts;
  std::vector<std::string> addresses;
  for (const Page& page : layout(compose(notes(text), {{}, {}, today}), {}, fonts).pages) {
    for (const PageLink& link : page.links) {
      if (!link.address.empty()) addresses.push_back(link.address);
    }
  }
  return addresses;
}

std::string markdown_of(const std::string& text) { return write_markdown(compose(notes(text), {{}, {}, today})); }

}  // namespace

TEST_CASE("a link may lead to the web, to mail, to a telephone, to a place in the text or to a neighbouring file") {
  for (const char* address : {"http://e.com", "HTTPS://e.com/a b?c:d", "mailto:a@b.cc", "Tel:+70000000000", "#price",
                              "notes.md", "notes/price.md#a", "кофе.md"}) {
    CAPTURE(address);
    CHECK(is_safe_address(address));
  }
}

TEST_CASE("no other scheme makes a link, however it is disguised") {
  for (const char* address : {"javascript:alert(1)",
                              "JaVaScRiPt:alert(1)",
                              "java\tscript:alert(1)",
                              "\x01javascript:alert(1)",
                              " javascript:alert(1)",
                              "javascript\n:alert(1)",
                              "data:text/html,<script>",
                              "vbscript:x",
                              "file:///etc/passwd",
                              "smb://host/share",
                              "ms-msdt:/id",
                              "ftp://e.com",
                              "tel\u200B:1",
                              "&#106;avascript:alert(1)",
                              "//host/share",
                              "\\\\host\\share",
                              "x\\y",
                              "http\x7F://e.com",
                              "\u0085javascript:x",
                              "view-source:http://e.com",
                              "c:/windows",
                              ""}) {
    CAPTURE(address);
    CHECK_FALSE(is_safe_address(address));
  }
}

TEST_CASE("what may not be a link prints as text, on paper and in Markdown") {
  for (const char* link :
       {"[слово](javascript:alert(1))", "[слово](JaVa&#09;Script:alert(1))", "[слово](java&Tab;script:alert(1))",
        "[слово](javascript&colon;alert(1))", "[слово](<data:text/html,x>)", "[слово](file:///etc/passwd)",
        "[слово](smb://host/share)", "[слово](ms-msdt:/id)", "![слово](data:image/png;base64,AAAA)",
        "[слово](\\\\\\\\host\\\\share)", "[слово](//host/share)", "[слово][a]\n\n[a]: javascript:alert(1)"}) {
    CAPTURE(link);
    CHECK(addresses_on_paper(link).empty());
    const std::string markdown = markdown_of(link);
    CHECK(markdown.find("слово") != std::string::npos);
    CHECK(markdown.find("](") == std::string::npos);
  }
  CHECK(addresses_on_paper("<javascript:alert(1)>").empty());
  CHECK(markdown_of("<javascript:alert(1)>").find("javascript:alert(1)") != std::string::npos);
}

TEST_CASE("what may be a link is one, on paper and in Markdown") {
  for (const char* address : {"https://e.com/a", "mailto:a@b.cc", "tel:+70000000000"}) {
    CAPTURE(address);
    const std::string link = "[слово](" + std::string(address) + ")";
    CHECK(addresses_on_paper(link) == std::vector<std::string>{address});
    CHECK(markdown_of(link).find("[слово](<" + std::string(address) + ">)") != std::string::npos);
  }
}

TEST_CASE("a bare address ends with its word, without the punctuation of the sentence") {
  CHECK(bare_address("https://e.com/a_b?c=1#d, и") == "https://e.com/a_b?c=1#d");
  CHECK(bare_address("http://e.com.") == "http://e.com");
  CHECK(bare_address("http://e.com/(a)") == "http://e.com/(a)");
  CHECK(bare_address("http://e.com/a)") == "http://e.com/a");
  CHECK(bare_address("http://e.com»") == "http://e.com");
  CHECK(bare_address("http://e.com\u00A0x") == "http://e.com");
  CHECK(bare_address("http://кофе.рф/меню") == "http://кофе.рф/меню");
  CHECK(bare_address("www.e.com<b>") == "www.e.com");
}

TEST_CASE("what only resembles an address is none") {
  for (const char* text : {"http://", "http:// e", "https://.", "www.", "www. e", "httpx://e", "ftp://e.com", ""}) {
    CAPTURE(text);
    CHECK(bare_address_length(text, 0) == 0);
  }
  CHECK(bare_address_length("xhttp://e.com", 1) == 0);
  CHECK(bare_address_length("awww.e.com", 1) == 0);
}

TEST_CASE("a text of nothing but addresses or brackets is looked at in one go") {
  std::string brackets = "http://e";
  for (int i = 0; i < 200000; ++i) brackets += ")";
  CHECK(bare_address_length(brackets, 0) == 8);
}

TEST_CASE("stars in an address are no emphasis, and stay as they are in code, in tags and in angle brackets") {
  const auto text_of = [](const std::string& markdown) { return plain_text(read_markdown(markdown).front().spans); };
  CHECK(text_of("https://e.com/*a*/_b_") == "https://e.com/*a*/_b_");
  CHECK(text_of("`https://e.com/*a*`") == "https://e.com/*a*");
  CHECK(text_of("<https://e.com/*a*>") == "https://e.com/*a*");
  CHECK(read_markdown("    https://e.com/*a*\n").front().text == "https://e.com/*a*\n");
  CHECK(read_markdown("**https://e.com/a**").front().spans.front().strong);
  CHECK(read_markdown("[a](https://e.com/*b*)").front().spans.front().link == "https://e.com/*b*");
}

}  // namespace canvasbook::web_address_test
