#include "model/segments.h"

#include <algorithm>
#include <array>

#include "model/text/text.h"

namespace canvasbook {

namespace {

std::string mark_of(size_t index, Language language) {
  // without Ё, Й and the letters that no name begins with
  constexpr std::u32string_view russian = U"АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ";
  constexpr std::u32string_view english = U"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const std::u32string_view letters = language == Language::ru ? russian : english;
  std::string mark;
  append_utf8(mark, letters[index % letters.size()]);
  if (index >= letters.size()) mark += std::to_string(index / letters.size() + 1);
  return mark;
}

}  // namespace

std::vector<Segment> segment_register(const Workbook& workbook) {
  constexpr std::array palette{Colour::blue,   Colour::orange, Colour::green,
                               Colour::violet, Colour::red,    Colour::yellow};
  std::vector<Segment> segments;
  for_each_note(workbook, [&](const Document&, const Section&, const Block& block, const Note& note) {
    if (block.role != segments_role || segment_of(note) != note.id) return;
    const size_t index = segments.size();
    const Colour colour = note.colour != Colour::none ? note.colour : palette[index % palette.size()];
    segments.push_back({note.id, note.text, mark_of(index, workbook.language), colour});
  });
  return segments;
}

const Segment* find_segment(const std::vector<Segment>& segments, std::string_view id) {
  const auto found = std::ranges::find(segments, id, &Segment::id);
  return found == segments.end() ? nullptr : &*found;
}

std::string_view segment_of(const Note& note) { return note.segments.empty() ? note.id : note.segments.front(); }

std::vector<const Segment*> marked_segments(const IdIndex<Segment>& segments, const Block* block, const Note& note) {
  std::vector<const Segment*> marked;
  const auto add = [&](std::string_view id) {
    if (const Segment* segment = segments.find(id)) marked.push_back(segment);
  };
  if (block != nullptr && block->role == segments_role) {
    add(segment_of(note));
  } else {
    for (const std::string& id : note.segments) add(id);
  }
  std::ranges::sort(marked);
  marked.erase(std::unique(marked.begin(), marked.end()), marked.end());
  return marked;
}

std::vector<std::string> marks_with(const std::vector<Segment>& segments, Colour colour) {
  std::vector<std::string> marks;
  for (const Segment& segment : segments) {
    if (segment.colour == colour) marks.push_back(segment.mark);
  }
  return marks;
}

Colour tint_of(const Note& note, const std::vector<const Segment*>& marks) {
  if (note.colour != Colour::none) return note.colour;
  return marks.size() == 1 ? marks.front()->colour : Colour::none;
}

}  // namespace canvasbook
