#include "model/file/file_kind.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string>

#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string ending_of_name(std::string_view path) {
  const size_t slash = path.rfind('/');
  const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  const size_t dot = name.rfind('.');
  std::string ending(dot == std::string_view::npos ? "" : name.substr(dot + 1));
  std::ranges::transform(ending, ending.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return ending;
}

struct KindOfEnding {
  std::string_view ending;
  FileKind kind;
};

// Endings that decide about what may be any text.
constexpr std::array<KindOfEnding, 11> text_endings{{{"md", FileKind::markdown},
                                                     {"markdown", FileKind::markdown},
                                                     {"txt", FileKind::text},
                                                     {"text", FileKind::text},
                                                     {"csv", FileKind::table},
                                                     {"tsv", FileKind::table},
                                                     {"tab", FileKind::table},
                                                     {"htm", FileKind::page},
                                                     {"html", FileKind::page},
                                                     {"xhtml", FileKind::page},
                                                     {"svg", FileKind::picture}}};

// Endings that tell containers apart which begin alike.
constexpr std::array<KindOfEnding, 14> container_endings{{{"doc", FileKind::word},
                                                          {"docx", FileKind::word},
                                                          {"docm", FileKind::word},
                                                          {"odt", FileKind::word},
                                                          {"pages", FileKind::word},
                                                          {"xls", FileKind::spreadsheet},
                                                          {"xlsx", FileKind::spreadsheet},
                                                          {"xlsm", FileKind::spreadsheet},
                                                          {"ods", FileKind::spreadsheet},
                                                          {"numbers", FileKind::spreadsheet},
                                                          {"ppt", FileKind::presentation},
                                                          {"pptx", FileKind::presentation},
                                                          {"odp", FileKind::presentation},
                                                          {"key", FileKind::presentation}}};

template <size_t Count>
std::optional<FileKind> kind_of_ending(const std::array<KindOfEnding, Count>& endings, std::string_view ending) {
  const auto found = std::ranges::find(endings, ending, &KindOfEnding::ending);
  return found == endings.end() ? std::nullopt : std::optional(found->kind);
}

FileKind kind_of_zip(std::string_view content, std::string_view ending) {
  constexpr size_t far_enough = 4096;  // the names of the first files in it
  const std::string_view head = content.substr(0, far_enough);
  const auto has = [&](std::string_view name) { return head.find(name) != std::string_view::npos; };
  if (has("word/") || has("opendocument.text")) return FileKind::word;
  if (has("xl/") || has("opendocument.spreadsheet")) return FileKind::spreadsheet;
  if (has("ppt/") || has("opendocument.presentation")) return FileKind::presentation;
  return kind_of_ending(container_endings, ending).value_or(FileKind::archive);
}

bool is_picture(std::string_view content) {
  using namespace std::string_view_literals;
  for (const std::string_view sign :
       {"\x89PNG\r\n"sv, "\xFF\xD8\xFF"sv, "GIF8"sv, "II*\0"sv, "MM\0*"sv, "\0\0\1\0"sv, "8BPS"sv}) {
    if (content.starts_with(sign)) return true;
  }
  if (content.starts_with("RIFF") && content.substr(std::min<size_t>(content.size(), 8)).starts_with("WEBP"))
    return true;
  if (content.starts_with("BM") && content.substr(0, 16).find('\0') != std::string_view::npos) return true;
  const std::string_view brand = content.substr(std::min<size_t>(content.size(), 4), 8);
  return brand == "ftypheic" || brand == "ftypmif1" || brand == "ftypavif";
}

// What begins as no text does.
std::optional<FileKind> kind_of_signature(std::string_view content, std::string_view ending) {
  if (content.starts_with("%PDF-")) return FileKind::pdf;
  if (content.starts_with("{\\rtf")) return FileKind::word;
  if (content.starts_with("PK\x03\x04") || content.starts_with("PK\x05\x06")) return kind_of_zip(content, ending);
  if (content.starts_with("\xD0\xCF\x11\xE0"))
    return kind_of_ending(container_endings, ending).value_or(FileKind::word);
  if (is_picture(content)) return FileKind::picture;
  for (const std::string_view sign : {"\x1F\x8B", "7z\xBC\xAF", "Rar!", "BZh", "\xFD\x37zXZ", "\x28\xB5\x2F\xFD"}) {
    if (content.starts_with(sign)) return FileKind::archive;
  }
  return std::nullopt;
}

bool begins_as(std::string_view text, std::string_view tag) {
  return std::ranges::equal(text.substr(0, tag.size()), tag,
                            [](char one, char other) { return (one >= 'A' && one <= 'Z' ? one + 32 : one) == other; });
}

std::optional<FileKind> kind_of_markup(std::string_view text) {
  if (begins_as(text, "<svg")) return FileKind::picture;
  if (begins_as(text, "<!doctype html") || begins_as(text, "<html")) return FileKind::page;
  if (!begins_as(text, "<?xml")) return std::nullopt;
  constexpr size_t far_enough = 1024;
  return text.substr(0, far_enough).find("<svg") != std::string_view::npos ? FileKind::picture : FileKind::unknown;
}

bool has_markdown_heading(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const std::string_view line = text.substr(at, text.find('\n', at) - at);
    const size_t signs = std::min(line.find_first_not_of('#'), line.size());
    if (signs >= 1 && signs <= 6 && signs < line.size() && line[signs] == ' ') return true;
    at += line.size() + 1;
  }
  return false;
}

// Where a line begins with these characters and a space, or is nothing else.
std::optional<size_t> line_with(std::string_view content, std::string_view mark, size_t from = 0) {
  for (size_t at = content.find(mark, from); at != std::string_view::npos; at = content.find(mark, at + 1)) {
    const size_t behind = at + mark.size();
    const bool begins = at == 0 || content[at - 1] == '\n';
    const bool ends =
        behind == content.size() || content[behind] == ' ' || content[behind] == '\n' || content[behind] == '\r';
    if (begins && ends) return at;
  }
  return std::nullopt;
}

// The beginning of what git leaves where two versions could not be merged: three lines in this order.
std::optional<size_t> merge_marks_in(std::string_view content) {
  const auto ours = line_with(content, "<<<<<<<");
  const auto between = ours ? line_with(content, "=======", *ours) : std::nullopt;
  return between && line_with(content, ">>>>>>>", *between) ? ours : std::nullopt;
}

Error error_at(ErrorCode code, std::string_view content, size_t offset) {
  const TextPosition position = position_of(content, offset);
  return {code, {}, position.line, position.column, {}, {}};
}

// Whether a text, an object or a list of JSON has no end.
bool is_unclosed(std::string_view json) {
  bool in_text = false;
  int depth = 0;
  for (size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (in_text && c == '\\') {
      ++i;
    } else if (c == '"') {
      in_text = !in_text;
    } else if (!in_text) {
      depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
    }
  }
  return in_text || depth > 0;
}

// Whether reading went wrong where the content ends, perhaps in the middle of a character.
bool fails_at_end(const Error& error, std::string_view content) {
  if (error.code != ErrorCode::not_json && error.code != ErrorCode::not_utf8) return false;
  const TextPosition end = position_of(content, content.size());
  constexpr int longest_character = 4;
  return error.line == end.line && error.column + longest_character > end.column && is_unclosed(content);
}

}  // namespace

std::optional<size_t> find_zeros(std::string_view content) {
  constexpr std::string_view zeros("\0\0\0\0", 4);
  const size_t at = content.find(zeros);
  return at == std::string_view::npos ? std::nullopt : std::optional(at);
}

bool has_ending_of_workbook(std::string_view path) {
  return ending_of_name(std::filesystem::path(path).extension().string()) == "canvasbook";
}

FileKind kind_of_file(std::string_view content, std::string_view path) {
  const std::string ending = ending_of_name(path);
  if (const auto kind = kind_of_signature(content, ending)) return *kind;
  if (content.starts_with(byte_order_mark)) content.remove_prefix(byte_order_mark.size());
  const std::string_view text = trim(content);
  const auto by_ending = kind_of_ending(text_endings, ending);
  if (text.find_first_not_of('\0') == std::string_view::npos) return by_ending.value_or(FileKind::workbook);
  const bool is_other_json = ending == "canvasbook" && (text.front() == '[' || text == "null");
  const bool may_be_workbook =
      text.front() == '{' || is_other_json || (text.starts_with("<<<<<<<") && merge_marks_in(text));
  if (may_be_workbook && (!by_ending || text.find("\"canvasbook\"") != std::string_view::npos))
    return FileKind::workbook;
  if (by_ending) return *by_ending;
  if (const auto kind = kind_of_markup(text)) return *kind;
  const bool is_wide_text = content.starts_with("\xFF\xFE") || content.starts_with("\xFE\xFF");  // UTF-16
  if (!is_wide_text && text.find('\0') != std::string_view::npos) return FileKind::unknown;
  return has_markdown_heading(text) ? FileKind::markdown : FileKind::text;
}

const char* file_kind_name(FileKind kind) {
  switch (kind) {
    case FileKind::workbook:
      return "workbook";
    case FileKind::markdown:
      return "markdown";
    case FileKind::text:
      return "text";
    case FileKind::table:
      return "table";
    case FileKind::word:
      return "word";
    case FileKind::spreadsheet:
      return "spreadsheet";
    case FileKind::presentation:
      return "presentation";
    case FileKind::pdf:
      return "pdf";
    case FileKind::picture:
      return "picture";
    case FileKind::page:
      return "page";
    case FileKind::archive:
      return "archive";
    case FileKind::unknown:
      break;
  }
  return "unknown";
}

Error why_unreadable(std::string_view content, std::string_view path, const Error& error) {
  if (trim(content).empty() || content == byte_order_mark) return {ErrorCode::empty_file, {}, 0, 0, {}, {}};
  const FileKind kind = kind_of_file(content, path);
  const auto zeros = kind == FileKind::workbook || is_running_text(kind) ? find_zeros(content) : std::nullopt;
  if (zeros) return error_at(ErrorCode::zeroed_file, content, *zeros);
  if (kind != FileKind::workbook) return {ErrorCode::other_file, {}, 0, 0, {}, file_kind_name(kind)};
  if (error.code != ErrorCode::not_json && error.code != ErrorCode::not_utf8) return error;
  if (const auto marks = merge_marks_in(content)) return error_at(ErrorCode::merge_marks, content, *marks);
  if (fails_at_end(error, content)) return {ErrorCode::cut_off, {}, error.line, error.column, {}, {}};
  return error;
}

}  // namespace canvasbook
