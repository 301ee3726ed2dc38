#include "model/file/markdown_workbook.h"

#include <algorithm>
#include <filesystem>

#include "model/file/workbook_file.h"
#include "model/text/link_definitions.h"
#include "model/text/markdown_reader.h"
#include "model/text/text.h"
#include "model/text/unwrap_markdown.h"

namespace canvasbook {

namespace {

constexpr int deepest_cut = 2;           // headings of this level still begin a section
constexpr size_t longest_title = 200;    // characters
constexpr size_t fewest_headings = 5;    // for a table of contents
constexpr size_t shortest_text = 12000;  // bytes; below it, a table of contents would be longer than what it leads to

Language language_of_letters(std::string_view text) {
  size_t cyrillic = 0;
  size_t latin = 0;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c >= 0x400 && c < 0x530) ++cyrillic;
    if (is_ascii_letter(c)) ++latin;
  }
  return cyrillic >= latin && cyrillic > 0 ? Language::ru : Language::en;
}

Result<Workbook> prose_workbook(std::string_view text, std::string_view name, Date date, bool is_wrapped) {
  if (const auto invalid = find_invalid_utf8(text)) {
    const TextPosition position = position_of(text, *invalid);
    return Error{ErrorCode::not_utf8, {}, position.line, position.column, {}, {}};
  }
  if (trim(text).empty() || text == "\xEF\xBB\xBF") return Error{ErrorCode::empty_text, {}, 0, 0, {}, {}};
  const std::vector<MarkdownHeading> headings = find_headings(text);
  Document document;
  document.id = "text";
  document.title = headings.empty() ? std::string(name) : shortened(headings.front().title, longest_title);
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
    const std::string_view part = text.substr(starts[i], end - starts[i]);
    Prose prose{is_wrapped ? unwrap_markdown(part) : std::string(part)};
    document.sections.emplace_back(Section{"text" + std::to_string(i + 1), {}, {}, 1, std::move(prose), 0, {}});
  }
  Workbook workbook;
  workbook.language = document.language;
  workbook.created = workbook.modified = date;
  workbook.documents.emplace_back(std::move(document));
  return workbook;
}

// The end of the heading that a text begins with: one line of "# …", or several lines over a line of = or -.
size_t end_of_heading(std::string_view text) {
  const bool is_underlined = trim(text).front() != '#';
  for (size_t at = 0; at < text.size();) {
    const size_t next = std::min(text.find('\n', at), text.size() - 1) + 1;
    const std::string_view line = trim(text.substr(at, next - at));
    const bool is_line_under = !line.empty() && line.find_first_not_of(line.front() == '=' ? '=' : '-') == line.npos;
    if (is_underlined ? is_line_under : !line.empty()) return next;
    at = next;
  }
  return text.size();
}

// Headings that lie this much higher.
std::string with_raised_headings(const std::string& text, int by) {
  std::string raised = text;
  const std::vector<MarkdownHeading> headings = find_headings(text);
  for (auto heading = headings.rbegin(); heading != headings.rend(); ++heading) {
    const size_t signs = raised.find('#', heading->offset);
    if (heading->level > by && signs != std::string::npos) raised.erase(signs, static_cast<size_t>(by));
  }
  return raised;
}

Section with_title(Section section) {
  auto& text = std::get<Prose>(section.content).text;
  const std::vector<MarkdownHeading> headings = find_headings(text);
  if (headings.empty() || headings.front().level > deepest_cut) return section;
  const MarkdownHeading& first = headings.front();
  if (!trim(std::string_view(text).substr(0, first.offset)).empty()) return section;  // its text comes first
  section.title = shortened(first.title, longest_title);
  section.level = first.level;
  const size_t end = first.offset + end_of_heading(std::string_view(text).substr(first.offset));
  text = with_raised_headings(std::string(trim(std::string_view(text).substr(end))), first.level);
  return section;
}

}  // namespace

Result<Workbook> read_markdown_workbook(std::string_view text, std::string_view name, Date date) {
  return prose_workbook(text, name, date, true);
}

Result<Workbook> read_text_workbook(std::string_view text, std::string_view name, Date date) {
  return prose_workbook(text, name, date, false);
}

Result<ReadFile> load_any_workbook(const std::string& path, Date date) {
  const auto content = read_stamped_file(path, Pipes::read);  // such as what another program writes
  if (!content) return content.error();
  const FileKind kind = kind_of_file(content->text, path);
  const bool is_text = is_running_text(kind) && !find_zeros(content->text);
  const std::string name = std::filesystem::path(path).stem().string();
  auto workbook = !is_text                     ? read_workbook(content->text)
                  : kind == FileKind::markdown ? read_markdown_workbook(content->text, name, date)
                                               : read_text_workbook(content->text, name, date);
  if (workbook) return ReadFile{std::move(*workbook), content->stamp, kind};
  Error error = workbook.error();
  if (!is_text || error.code == ErrorCode::empty_text) error = why_unreadable(content->text, path, error);
  error.file = path;
  return error;
}

Workbook with_section_titles(Workbook workbook) {
  for (Shared<Document>& shared : workbook.documents) {
    Document document = *shared;
    for (Shared<Section>& section : document.sections) section = with_title(*section);
    shared = std::move(document);
  }
  return workbook;
}

}  // namespace canvasbook
