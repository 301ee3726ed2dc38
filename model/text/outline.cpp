#include "model/text/outline.h"

#include <algorithm>

#include "model/text/markdown_reader.h"

namespace canvasbook {

namespace {

// Adds a part behind an empty line.
void add_part(std::string& text, std::string_view part) {
  if (part.empty()) return;
  if (!text.empty()) {
    while (!text.ends_with("\n\n") && !text.ends_with("\n\r\n")) text += '\n';
  }
  text += part;
}

}  // namespace

std::vector<OutlinePart> outline_of(std::string_view text) {
  std::vector<OutlinePart> parts;
  std::vector<size_t> open;  // the parts around the current place, the outer ones first
  for (MarkdownHeading& heading : find_headings(text)) {
    while (!open.empty() && parts[open.back()].level >= heading.level) {
      parts[open.back()].end = heading.offset;
      open.pop_back();
    }
    open.push_back(parts.size());
    parts.push_back({heading.level, heading.offset, text.size(), std::move(heading.title)});
  }
  return parts;
}

std::string move_part(std::string_view text, size_t part, size_t before) {
  const std::vector<OutlinePart> parts = outline_of(text);
  if (part >= parts.size()) return std::string(text);
  const OutlinePart& moved = parts[part];
  const size_t to = before < parts.size() ? parts[before].begin : text.size();
  if (to >= moved.begin && to <= moved.end) return std::string(text);
  const std::string_view own = text.substr(moved.begin, moved.end - moved.begin);
  std::string result(text.substr(0, std::min(to, moved.begin)));
  if (to < moved.begin) {
    add_part(result, own);
    add_part(result, text.substr(to, moved.begin - to));
    add_part(result, text.substr(moved.end));
  } else {
    add_part(result, text.substr(moved.end, to - moved.end));
    add_part(result, own);
    add_part(result, text.substr(to));
  }
  return result;
}

}  // namespace canvasbook
