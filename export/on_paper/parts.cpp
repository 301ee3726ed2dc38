#include "export/on_paper/parts.h"

#include <algorithm>
#include <cmath>

#include "export/layout/flow/style.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

// A height in the text of a page, as a part of it: 0 … 1.
float part_of(const Page& page, float y) {
  return std::clamp((y - flow_style::margin_top) / (page.height - flow_style::margin_top - flow_style::margin_bottom),
                    0.0F, 1.0F);
}

// How far a page is filled. A canvas, which lies across, takes all of it.
float filled_part_of(const Pages& pages, const Page& page) {
  if (page.width > page.height) return 1;
  float bottom = 0;
  for (const TextRun& run : page.runs) {
    if (!pages.items[run.item].empty()) bottom = std::max(bottom, run.baseline);
  }
  return part_of(page, bottom);
}

// A place as pages from the beginning.
struct Place {
  int level = 1;
  float at = 0;
};

float place_of(const Pages& pages, const Bookmark& bookmark) {
  const auto page = static_cast<size_t>(bookmark.page);
  return static_cast<float>(page) + part_of(pages.pages[page], bookmark.y);
}

// Where what stands in front of a place ends: on a page before where the place is the beginning of one. Cover and
// contents hold nothing of an author.
float end_before(const Pages& pages, float place) {
  auto page = static_cast<size_t>(place);
  if (place > static_cast<float>(page)) return place;
  for (; page > 0; --page) {
    const float filled = filled_part_of(pages, pages.pages[page - 1]);
    if (filled > 0) return static_cast<float>(page - 1) + filled;
  }
  return 0;
}

PartOnPaper part_between(const Pages& pages, float begin, float next) {
  const float length = end_before(pages, next) - begin;
  return {static_cast<int>(begin) + 1, std::max(1, static_cast<int>(std::lround(length * 10)))};
}

// The headings of a section, its own first; of a board the canvas alone.
struct Headings {
  const Section* section = nullptr;
  std::vector<Place> places;
};

// The place where the next one begins that is no deeper.
template <class Items, class LevelAt>
float next_place(const Items& items, size_t index, float end, LevelAt level_at) {
  const auto [level, place] = level_at(items[index]);
  for (size_t i = index + 1; i < items.size(); ++i) {
    const auto [other_level, other_place] = level_at(items[i]);
    if (other_level <= level) return other_place;
  }
  return end;
}

// Adds the sections of one document, which ends where `end` is.
void add_document(PaperParts& parts, const Pages& pages, const std::vector<Headings>& sections, float end) {
  for (size_t i = 0; i < sections.size(); ++i) {
    const auto& [section, places] = sections[i];
    SectionOnPaper& found = parts[section->id];
    const float next = next_place(sections, i, end, [](const Headings& other) {
      return std::pair(other.section->level, other.places.front().at);
    });
    found.whole = part_between(pages, places.front().at, next);
    const float own_end = i + 1 < sections.size() ? sections[i + 1].places.front().at : end;
    const size_t first = trim(section->title).empty() ? 0 : 1;
    for (size_t k = first; k < places.size(); ++k) {
      const float heading_end =
          next_place(places, k, own_end, [](const Place& place) { return std::pair(place.level, place.at); });
      found.headings.push_back(part_between(pages, places[k].at, heading_end));
    }
  }
}

}  // namespace

PaperParts parts_on_paper(const Workbook& workbook, const Pages& pages) {
  std::map<std::string_view, std::vector<Place>> places;  // by item
  for (const Bookmark& bookmark : pages.bookmarks) {
    places[pages.items[bookmark.item]].push_back({bookmark.level, place_of(pages, bookmark)});
  }
  std::vector<std::vector<Headings>> documents;
  for (const auto& document : workbook.documents) {
    std::vector<Headings> sections;
    for (const auto& section : document->sections) {
      const auto found = places.find(section->id);
      if (found != places.end()) sections.push_back({&*section, found->second});
    }
    if (!sections.empty()) documents.push_back(std::move(sections));
  }
  PaperParts parts;
  for (size_t i = 0; i < documents.size(); ++i) {
    const auto end = static_cast<float>(pages.pages.size());
    const bool is_last = i + 1 == documents.size();
    add_document(parts, pages, documents[i], is_last ? end : std::floor(documents[i + 1].front().places.front().at));
  }
  return parts;
}

}  // namespace canvasbook
