// What a reader of Markdown sees: the HTML that cmark or cmark-gfm makes of it, taken apart.
#pragma once

#include <doctest/doctest.h>
#include <stdio.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/samples.h"

namespace canvasbook::samples {

struct RenderedLink {
  std::string text;
  std::string target;  // with %XX decoded
};

// A piece of a rendered text: what is seen, where its links lead, and the names of its tags.
struct Rendered {
  std::string text;
  std::vector<RenderedLink> links;
  std::vector<std::string> tags;  // "p", "br", … without the closing ones
};

// `program` is a command that reads a file and prints HTML, such as "cmark --unsafe".
inline std::string html_of(const std::string& program, const std::string& markdown) {
  const TemporaryFolder folder;
  put_bytes(folder.file("text.md"), markdown);
  FILE* pipe = popen((program + " " + folder.file("text.md")).c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string html;
  char buffer[4096];
  for (size_t got = 0; (got = fread(buffer, 1, sizeof buffer, pipe)) > 0;) html.append(buffer, got);
  REQUIRE(pclose(pipe) == 0);
  return html;
}

inline std::string without_percent_codes(std::string_view address) {
  std::string result;
  for (size_t at = 0; at < address.size(); ++at) {
    const bool coded = address[at] == '%' && at + 2 < address.size() && isxdigit(address[at + 1]) != 0 &&
                       isxdigit(address[at + 2]) != 0;
    result += coded ? static_cast<char>(std::stoi(std::string(address.substr(at + 1, 2)), nullptr, 16)) : address[at];
    if (coded) at += 2;
  }
  return result;
}

inline std::string without_entities(std::string_view html) {
  std::string text;
  for (size_t at = 0; at < html.size(); ++at) {
    bool found = false;
    for (const auto& [name, character] :
         {std::pair{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#x27;", '\''}}) {
      if (!html.substr(at).starts_with(name)) continue;
      text += character;
      at += std::string_view(name).size() - 1;
      found = true;
      break;
    }
    if (!found) text += html[at];
  }
  return text;
}

// One piece of HTML. A `<br />` is a line feed; the line ends of the HTML itself are none.
inline Rendered take_apart(std::string_view html) {
  Rendered result;
  std::string text;
  bool in_link = false;
  for (size_t at = 0; at < html.size();) {
    if (html[at] == '<') {
      const size_t end = std::min(html.find('>', at), html.size() - 1);
      const std::string_view tag = html.substr(at + 1, end - at - 1);
      const std::string name(tag.substr(0, tag.find_first_of(" />", 1)));
      if (name == "br") text += '\n';
      if (name == "a") {
        const size_t start = tag.find("href=\"") + 6;
        result.links.push_back(
            {{}, without_percent_codes(without_entities(tag.substr(start, tag.find('"', start) - start)))});
        in_link = true;
      }
      if (name == "/a") in_link = false;
      if (!name.starts_with('/') && !name.starts_with('!')) result.tags.push_back(name);  // comments are not seen
      at = end + 1;
      if (at < html.size() && html[at] == '\n') ++at;
      continue;
    }
    const size_t end = std::min(html.find('<', at), html.size());
    const std::string piece = without_entities(html.substr(at, end - at));
    text += piece;
    if (in_link) result.links.back().text += piece;
    at = end;
  }
  result.text = std::move(text);
  return result;
}

}  // namespace canvasbook::samples
