#include "editor/text/emphasis.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "model/text/text.h"

namespace canvasbook {

namespace {

// A character of the source that is no mark of emphasis.
struct Styled {
  char32_t c = 0;
  size_t at = 0;
  size_t unit = 0;                 // code or a link it belongs to, which is taken as a whole; 0 for none
  std::array<bool, 2> emphasis{};  // by Emphasis
};

// Which characters of inline Markdown stay, and which of them are bold or italic.
std::vector<Styled> read_styled(std::u32string_view text) {
  const InlineMarkdown read = read_inline(text, EmphasisMarks::stars);
  std::vector<Styled> characters(text.size());
  for (size_t at = 0; at < text.size(); ++at) characters[at] = {text[at], at, 0, {}};
  for (size_t i = 0; i < read.units.size(); ++i) {
    for (size_t at = read.units[i].range.begin; at < read.units[i].range.end; ++at) characters[at].unit = i + 1;
  }
  std::vector<bool> is_mark(text.size());
  for (const EmphasisSpan& span : read.emphasis) {
    for (const TextRange mark : {span.opening, span.closing}) {
      for (size_t at = mark.begin; at < mark.end; ++at) is_mark[at] = true;
    }
    for (size_t at = span.opening.end; at < span.closing.begin; ++at) {
      characters[at].emphasis[static_cast<size_t>(span.emphasis)] = true;
    }
  }
  std::erase_if(characters, [&](const Styled& character) { return is_mark[character.at]; });
  return characters;
}

// Source with marks, and where each character came to stand in it.
struct WrittenMarks {
  std::u32string text;
  std::vector<size_t> at;
};

// Writes the marks as close around the characters as they go; of two that open together the longer one stands outside.
class EmphasisWriter {
 public:
  explicit EmphasisWriter(const std::vector<Styled>& characters) : characters_(characters) {}

  WrittenMarks write() {
    for (size_t i = 0; i < characters_.size(); ++i) {
      while (std::ranges::any_of(open_, [&](Emphasis open) { return !wanted(i, open); })) close();
      // What had to close only because something inside it ended opens again, but not before a blank.
      if (!is_white(characters_[i].c)) open(i);
      written_.at.push_back(written_.text.size());
      written_.text += characters_[i].c;
    }
    while (!open_.empty()) close();
    return std::move(written_);
  }

 private:
  bool wanted(size_t i, Emphasis emphasis) const { return characters_[i].emphasis[static_cast<size_t>(emphasis)]; }

  void put(Emphasis emphasis) { written_.text += emphasis == Emphasis::bold ? U"**" : U"*"; }

  void close() {
    put(open_.back());
    open_.pop_back();
  }

  void open(size_t i) {
    std::array<Emphasis, 2> order{Emphasis::bold, Emphasis::italic};
    const bool both = open_.empty() && wanted(i, Emphasis::bold) && wanted(i, Emphasis::italic);
    if (both && reach(i, Emphasis::italic) > reach(i, Emphasis::bold)) std::swap(order[0], order[1]);
    for (const Emphasis emphasis : order) {
      if (!wanted(i, emphasis) || std::ranges::find(open_, emphasis) != open_.end()) continue;
      put(emphasis);
      open_.push_back(emphasis);
    }
  }

  size_t reach(size_t i, Emphasis emphasis) const {
    while (i < characters_.size() && wanted(i, emphasis)) ++i;
    return i;
  }

  const std::vector<Styled>& characters_;
  std::vector<Emphasis> open_;
  WrittenMarks written_;
};

// A stretch of lines in which emphasis may reach from one line to the next, without the marks of its first line.
struct Stretch {
  TextRange source;
  std::vector<Styled> characters;
  TextRange chosen;  // in characters
};

// Where the text of a line begins behind the marks of quotes, headings, lists and tasks.
size_t content_begin(std::u32string_view text, TextRange line) {
  const auto skip_blanks = [&](size_t at) {
    while (at < line.end && text[at] == ' ') ++at;
    return at;
  };
  for (size_t at = skip_blanks(line.begin);; at = skip_blanks(at)) {
    size_t end = at;
    const auto rest = text.substr(at, line.end - at);
    if (rest.starts_with(U"[ ] ") || rest.starts_with(U"[x] ") || rest.starts_with(U"[X] ")) {
      end += 3;
    } else if (!rest.empty() && (rest[0] == '-' || rest[0] == '+' || rest[0] == '*' || rest[0] == '>')) {
      end += 1;
    } else if (!rest.empty() && rest[0] == '#') {
      end += run_of(rest, 0);
    } else {
      while (end < line.end && is_digit(text[end])) ++end;
      if (end == at || end == line.end || (text[end] != '.' && text[end] != ')')) return at;
      ++end;
    }
    if (end < line.end && text[end] != ' ' && text[at] != '>') return at;
    at = end;
  }
}

bool is_empty_line(std::u32string_view text, TextRange line) {
  return std::ranges::all_of(text.substr(line.begin, line.end - line.begin), is_white);
}

// Whether a line begins a stretch of its own: it has a mark, or an empty line or a heading stands before it.
bool begins_stretch(std::u32string_view text, TextRange line) {
  if (line.begin == 0 || is_empty_line(text, line)) return true;
  const TextRange before = paragraph_around(text, line.begin - 1);
  if (is_empty_line(text, before) || text[before.begin] == '#') return true;
  const size_t first = std::min(text.find_first_not_of(U' ', line.begin), line.end);
  return content_begin(text, line) > first;
}

std::vector<Stretch> stretches_in(std::u32string_view text, TextRange range) {
  std::vector<Stretch> stretches;
  TextRange line = paragraph_around(text, range.begin);
  while (!begins_stretch(text, line)) line = paragraph_around(text, line.begin - 1);
  while (true) {
    Stretch stretch;
    stretch.source = {content_begin(text, line), line.end};
    while (line.end < text.size()) {
      line = paragraph_around(text, line.end + 1);
      if (begins_stretch(text, line)) break;
      stretch.source.end = line.end;
    }
    const bool last = stretch.source.end >= range.end || stretch.source.end == text.size();
    stretches.push_back(std::move(stretch));
    if (last) return stretches;
  }
}

// Which characters of the stretch are meant: those in the range without blanks at its ends, units as a whole.
void choose(Stretch& stretch, TextRange range) {
  const auto& characters = stretch.characters;
  const auto index_of = [&](size_t at) {
    at = std::max(at, stretch.source.begin) - stretch.source.begin;
    const auto found = std::ranges::lower_bound(characters, at, {}, &Styled::at);
    return static_cast<size_t>(found - characters.begin());
  };
  size_t begin = index_of(range.begin);
  size_t end = std::max(begin, index_of(range.end));
  while (begin < end && is_white(characters[begin].c)) ++begin;
  while (begin < end && is_white(characters[end - 1].c)) --end;
  const auto inside_unit = [&](size_t i) {
    return i > 0 && i < characters.size() && characters[i].unit != 0 && characters[i].unit == characters[i - 1].unit;
  };
  while (begin < end && inside_unit(begin)) --begin;
  while (begin < end && inside_unit(end)) ++end;
  stretch.chosen = {begin, end};
}

// Blanks take part in an emphasis only where both neighbours have it, because no mark may stand next to a blank.
void settle_blanks(std::vector<Styled>& characters) {
  for (size_t begin = 0; begin < characters.size();) {
    size_t end = begin;
    while (end < characters.size() && is_white(characters[end].c)) ++end;
    for (const size_t emphasis : {0U, 1U}) {
      bool all = begin > 0 && end < characters.size() && characters[begin - 1].emphasis[emphasis] &&
                 characters[end].emphasis[emphasis];
      for (size_t i = begin; i < end; ++i) all = all && characters[i].emphasis[emphasis];
      for (size_t i = begin; i < end; ++i) characters[i].emphasis[emphasis] = all;
    }
    begin = std::max(end, begin + 1);
  }
}

bool reads_as(const std::u32string& source, const std::vector<Styled>& wanted) {
  const auto same = [](const Styled& a, const Styled& b) {
    return a.c == b.c && (is_white(a.c) || a.emphasis == b.emphasis);
  };
  return std::ranges::equal(read_styled(source), wanted, same);
}

}  // namespace

std::optional<EmphasisEdit> toggled_emphasis(std::u32string_view text, TextRange range, Emphasis emphasis) {
  const auto kind = static_cast<size_t>(emphasis);
  std::vector<Stretch> stretches = stretches_in(text, range);
  bool all_have = true;
  for (Stretch& stretch : stretches) {
    const TextRange source = stretch.source;
    stretch.characters = read_styled(text.substr(source.begin, source.end - source.begin));
    choose(stretch, range);
    for (size_t i = stretch.chosen.begin; i < stretch.chosen.end; ++i) {
      const Styled& character = stretch.characters[i];
      all_have = all_have && (character.emphasis[kind] || is_white(character.c));
    }
  }
  std::erase_if(stretches, [](const Stretch& stretch) { return stretch.chosen.begin == stretch.chosen.end; });
  if (stretches.empty()) return std::nullopt;

  EmphasisEdit edit;
  edit.begin = stretches.front().source.begin;
  edit.removed = stretches.back().source.end - edit.begin;
  size_t done = edit.begin;
  for (Stretch& stretch : stretches) {
    for (size_t i = stretch.chosen.begin; i < stretch.chosen.end; ++i) stretch.characters[i].emphasis[kind] = !all_have;
    settle_blanks(stretch.characters);
    const WrittenMarks written = EmphasisWriter(stretch.characters).write();
    if (!reads_as(written.text, stretch.characters)) return std::nullopt;
    edit.inserted += text.substr(done, stretch.source.begin - done);
    const size_t begin = edit.begin + edit.inserted.size();
    if (&stretch == &stretches.front()) {
      edit.selection.begin = begin + written.at[stretch.chosen.begin];
      edit.taken.begin = stretch.source.begin + stretch.characters[stretch.chosen.begin].at;
    }
    edit.selection.end = begin + written.at[stretch.chosen.end - 1] + 1;
    edit.taken.end = stretch.source.begin + stretch.characters[stretch.chosen.end - 1].at + 1;
    edit.inserted += written.text;
    done = stretch.source.end;
  }
  return edit;
}

}  // namespace canvasbook
