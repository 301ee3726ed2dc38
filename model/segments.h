// The segment register: the customer segments that all documents of a workbook share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/base/id_index.h"
#include "model/workbook.h"

namespace canvasbook {

// The role of the blocks whose notes are segments.
inline constexpr std::string_view segments_role = "customer_segments";

struct Segment {
  std::string id;    // of the note that defines it
  std::string name;  // that note's text
  std::string mark;  // a capital letter, Cyrillic in a Russian workbook; after the last letter "А2" and so on
  Colour colour = Colour::blue;

  bool operator==(const Segment&) const = default;
};

// All segments in the order of documents, blocks and notes. A note of a `customer_segments` block is a segment of its
// own unless it names one itself: then it stands for that one.
std::vector<Segment> segment_register(const Workbook& workbook);

// The segment with an id, or nullptr.
const Segment* find_segment(const std::vector<Segment>& segments, std::string_view id);

// The id of the segment that a note of a `customer_segments` block stands for: its own, or the one it names.
std::string_view segment_of(const Note& note);

// The segments whose marks a note carries, in the order of the register: a segment its own, any other note those that
// it serves. `block` is nullptr for a parked note. They point into the list of the index.
std::vector<const Segment*> marked_segments(const IdIndex<Segment>& segments, const Block* block, const Note& note);

// A note's own colour, else that of the one segment whose mark it carries, so that a segment's thread can be seen.
Colour tint_of(const Note& note, const std::vector<const Segment*>& marks);

// The marks of the segments that have a colour.
std::vector<std::string> marks_with(const std::vector<Segment>& segments, Colour colour);

}  // namespace canvasbook
