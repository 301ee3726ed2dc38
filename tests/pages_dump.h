// Pages as text, for golden files.
#pragma once

#include <cmath>
#include <string>

#include "export/pages.h"

namespace canvasbook {

namespace pages_dump {

inline std::string tenths(float value) {
  const long rounded = std::lround(value * 10);
  return std::to_string(rounded / 10) + "." + std::to_string(std::labs(rounded % 10));
}

inline const char* role_name(RunRole role) {
  constexpr const char* names[] = {"title",        "label",        "block_title",     "question",   "card",
                                   "caption",      "segment_mark", "cross_reference", "heading",    "paragraph",
                                   "list_mark",    "code",         "table_head",      "table_cell", "footer",
                                   "running_head", "contents",     "speaker",         "form",       "chart"};
  return names[static_cast<size_t>(role)];
}

}  // namespace pages_dump

// One line a mark, lengths in tenths of a point.
inline std::string dump_pages(const Pages& pages) {
  using pages_dump::role_name;
  using pages_dump::tenths;
  std::string dump;
  for (size_t i = 0; i < pages.pages.size(); ++i) {
    const Page& page = pages.pages[i];
    dump += "page " + std::to_string(i + 1) + " " + tenths(page.width) + " x " + tenths(page.height) + "\n";
    for (const Box& box : page.boxes) {
      dump +=
          "  box " + tenths(box.x) + " " + tenths(box.y) + " " + tenths(box.width) + " x " + tenths(box.height) + "\n";
    }
    for (const TextRun& run : page.runs) {
      dump += "  " + std::string(role_name(run.role)) + " " + tenths(run.x) + " " + tenths(run.baseline) + " size " +
              tenths(run.size) + " face " + std::to_string(static_cast<int>(run.face)) + " [" + pages.items[run.item] +
              "] " + run.text + "\n";
    }
    for (const PageLink& link : page.links) {
      dump += "  link " + tenths(link.x) + " " + tenths(link.y) + " " +
              (link.address.empty() ? "page " + std::to_string(link.page + 1) : link.address) + "\n";
    }
  }
  for (const Bookmark& bookmark : pages.bookmarks) {
    dump += std::string(static_cast<size_t>(bookmark.level) * 2, ' ') + "bookmark " + bookmark.title + " page " +
            std::to_string(bookmark.page + 1) + "\n";
  }
  return dump;
}

}  // namespace canvasbook
