#include "model/file/markdown_workbook.h"

#include <algorithm>
#include <filesystem>

#include "model/file/file.h"
#include "model/text/link_definitions.h"
#include "model/text/markdown_reader.h"
#include "model/text/text.h"
#include "model/text/unwrap_markdown.h"

namespace canvasbook {

namespace {

constexpr int deepest_cut = 2;           // headings of this level still begin a section
constexpr size_t fewest_headings = 5;    // for a table of contents
constexpr size_t shortest_text = 12000;  // bytes; below it, a table of contents would be longer than what it leads to

Language language_of_letters(std::string_view text) {
  size_t cyrillic = 0;
  size_t latin = 0;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c >= 0x400 && c < 0x530) ++cyrillic;
    if ((c | 32U) >= 'a' && (c | 32U) <= 'z') ++latin;
  }
  return cyrillic >= latin && cyrillic > 0 ? Language::ru : Language::en;
}

}  // namespace

bool is_markdown_file(std::string_view path) {
  std::string end(path.substr(path.size() - std::min<size_t>(path.size(), 9)));
  std::ranges::transform(end, end.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return end.ends_with(".md") || end.ends_with(".markdown");
}

Result<Workbook> read_markdown_workbook(std::string_view text, std::string_view name, Date date) {
  if (const auto invalid = find_invalid_utf8(text)) {
    const TextPosition position = position_of(text, *invalid);
    return Error{ErrorCode::not_utf8, {}, position.line, position.column, {}, {}};
  }
  if (trim(text).empty() || text == "\xEF\xBB\xBF") return Error{ErrorCode::empty_text, {}, 0, 0, {}, {}};
  const std::vector<MarkdownHeading> headings = find_headings(text);
  Document document;
  document.id = "text";
  document.title = headings.empty() ? std::string(name) : shortened(headings.front().title, 200);
  if (document.title.empty()) document.title = name;
  document.language = language_of_letters(text);
  const auto cuts = std::ranges::count_if(headings, [](const auto& heading) { return heading.level <= deepest_cut; });
  document.paper.contents = static_cast<size_t>(cuts) >= fewest_headings && text.size() >= shortest_text;
  std::vector<size_t> starts{0};
  if (!may_define_links(text)) {
    for (const MarkdownHeading& heading : headings) {
      // What stands before the first heading is a section of its own, unless it is only white space.
      const bool is_first = starts.size() == 1 && trim(text.substr(0, heading.offset)).empty();
      if (heading.level <= deepest_cut && heading.offset > 0 && !is_first) starts.push_back(heading.offset);
    }
  }
  for (size_t i = 0; i < starts.size(); ++i) {
    const size_t end = i + 1 < starts.size() ? starts[i + 1] : text.size();
    Prose prose{unwrap_markdown(text.substr(starts[i], end - starts[i]))};
    document.sections.emplace_back(Section{"text" + std::to_string(i + 1), {}, {}, 1, std::move(prose), 0, {}});
  }
  Workbook workbook;
  workbook.language = document.language;
  workbook.created = workbook.modified = date;
  workbook.documents.emplace_back(std::move(document));
  return workbook;
}

Result<Workbook> load_markdown_workbook(const std::string& path, Date date) {
  const auto text = read_file(path, Pipes::read);  // such as what another program writes
  if (!text) return text.error();
  auto workbook = read_markdown_workbook(*text, std::filesystem::path(path).stem().string(), date);
  if (!workbook) workbook.error().file = path;
  return workbook;
}

}  // namespace canvasbook
