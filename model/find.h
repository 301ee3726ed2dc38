// Finding words in all that the authors of a workbook wrote, and replacing them.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/text/text_matcher.h"
#include "model/workbook.h"

namespace canvasbook {

// Where a text stands. Without a document it belongs to the workbook, without a section it is the title of the
// document, with neither item nor field that of the section.
struct WrittenPlace {
  std::string document;
  std::string section;
  std::string item;   // its id; empty for a text of the section itself
  std::string field;  // see written_texts.h; of the workbook "company", "author_role" or "dismissed/<number>"

  bool operator==(const WrittenPlace&) const = default;
};

struct FoundText {
  WrittenPlace place;
  const std::string* text = nullptr;     // like what follows, it lives as long as the Found
  const std::string* heading = nullptr;  // what it belongs to: the title of its block, its cue, its column; or nullptr
  const Document* document = nullptr;    // those of the place, or nullptr
  const Section* section = nullptr;
};

struct Hit {
  std::uint32_t text = 0;  // index in Found::texts
  MatchRange range;
  bool is_fixed = false;  // replacing leaves it out: it comes from the template, is a date, or would break a link or [a
                          // place to fill in]
};

// Hits in the order of the workbook. A text that has none is not among the texts.
struct Found {
  std::shared_ptr<const Workbook> workbook;
  std::vector<FoundText> texts;
  std::vector<Hit> hits;

  const FoundText& text_of(const Hit& hit) const { return texts[hit.text]; }
};

// Finds a query in titles, notes, details, parked notes, running text and every text of the other kinds.
Found find_in(const Workbook& workbook, const FindQuery& query, WordForms& forms);

struct ReplaceResult {
  Workbook workbook;
  size_t replaced = 0;
  size_t left_out = 0;  // fixed ones, and those whose text has changed since it was found
};

// Writes `with` in place of hits (some of found.hits, in their order) of the same workbook or of one with later
// changes. Where the query overlooks capitals, and `with` begins as the query does, it takes the capital or small
// letter that each hit begins with.
ReplaceResult replace_hits(const Workbook& workbook, const Found& found, std::span<const Hit> hits,
                           const FindQuery& query, std::string_view with);

// Whether replacing a range would break the target of a link, a web address, or one bracket of [a place to fill in].
bool would_break(std::string_view text, MatchRange range);

// The line of a text in which a range stands, and the range in it.
struct HitLine {
  std::string_view line;
  MatchRange range;  // cut where it goes on to the next line
};
HitLine line_of(std::string_view text, MatchRange range);

}  // namespace canvasbook
