// Where the lines of a measured paragraph end, hyphenated where that helps.
#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>

#include "export/text/hyphenation.h"
#include "export/text/lines.h"
#include "export/text/paragraph_characters.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

// A number or an address, in which a hyphen would stand for itself; or what an arrow points to, which is looked for as
// a whole.
bool is_no_prose(std::string_view text) {
  return text.find_first_of("0123456789/@\\_") != std::string_view::npos || text.starts_with("→\u00A0");
}

// Cuts a chunk that is wider than a line: at the last space that was kept together, else inside a word, with a hyphen
// between two letters. The last part stays open for the chunks that follow.
class ChunkCutter {
 public:
  ChunkCutter(const Paragraph& paragraph, int limit, Fonts& fonts, std::vector<Line>& lines, Line& line)
      : paragraph_(paragraph), limit_(limit), fonts_(fonts), lines_(lines), line_(line) {}

  void cut(const Chunk& chunk) {
    takes_hyphens_ = !is_no_prose(std::string_view(paragraph_.text).substr(chunk.begin, chunk.end - chunk.begin));
    for_each_character(paragraph_, chunk.begin, chunk.end, [&](size_t from, size_t to, char32_t c, const Stretch& at) {
      add(static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to), c, at);
    });
  }

 private:
  void add(std::uint32_t from, std::uint32_t to, char32_t c, const Stretch& stretch) {
    const int advance = fonts_.glyph(stretch.face, c).advance;
    const bool letter =
        takes_hyphens_ && is_word_character(c) && stretch.face != Face::mono && paragraph_.links[stretch.span].empty();
    const bool behind_space = after_space_.begin > 0 && after_space_.begin == line_.end;
    if (c == ' ' && !behind_space) before_space_ = line_;
    const int hyphen = fonts_.glyph(stretch.face, '-').advance;
    if (letter && after_letter_ && line_.width + hyphen <= limit_) {
      hyphened_ = line_;
      hyphened_.width += hyphen;
      hyphened_.hyphen = true;
      hyphen_ = hyphen;
    }
    while (c != ' ' && line_.width + advance > limit_ && line_.end > line_.begin) cut_before(from, after_letter_);
    line_.width += advance;
    line_.end = to;
    after_letter_ = letter;
    if (c == ' ') {
      after_space_ = Line{line_.end, line_.end, 0, false};
    } else if (after_space_.begin > 0) {
      after_space_.width += advance;
      after_space_.end = line_.end;
    }
  }

  // A comma behind a word takes letters of it along, so that the line ends between two letters.
  void cut_before(std::uint32_t at, bool inside_word) {
    if (after_space_.begin > 0) {
      if (before_space_.end > before_space_.begin) lines_.push_back(before_space_);
      line_ = after_space_;
    } else if (inside_word && hyphened_.begin == line_.begin && hyphened_.end > line_.begin) {
      const Line rest{hyphened_.end, line_.end, line_.width - hyphened_.width + hyphen_, false};
      lines_.push_back(hyphened_);
      lines_.back().cut = true;
      line_ = rest;
    } else {
      line_.cut = true;
      lines_.push_back(line_);
      line_ = Line{at, at, 0, false};
    }
    after_space_ = Line{};
    hyphened_ = Line{};
  }

  const Paragraph& paragraph_;
  int limit_;
  Fonts& fonts_;
  std::vector<Line>& lines_;
  Line& line_;
  Line before_space_;
  Line after_space_;  // begins at 0 where the line has no space
  Line hyphened_;     // the line up to the last place between two letters where a hyphen has room; else empty
  int hyphen_ = 0;    // its width
  bool takes_hyphens_ = true;
  bool after_letter_ = false;
};

// What a line that words are filled into knows of itself.
struct OpenLine {
  Line line;
  int space = 0;   // the width of the spaces behind it
  int spaces = 0;  // their number inside it
  bool empty = true;
};

constexpr int most_hyphens_in_a_row = 2;
constexpr int sparing_share = 6;       // of a ragged line: a gap over this part of it is worth a hyphen
constexpr int wide_space_growth = 80;  // thousandths a space may grow by before a hyphen is better

// Calls visit(byte, width before it, width of a hyphen) at each place where a chunk may be hyphenated, until that says
// false.
template <class Visit>
void for_each_hyphen_place(const Paragraph& paragraph, const Chunk& chunk, Fonts& fonts, Visit visit) {
  constexpr std::uint32_t longest =
      1000;  // bytes; what is longer is no word, and would be looked through for each line
  if (chunk.end - chunk.begin > longest) return;
  const std::string_view text(paragraph.text.data() + chunk.begin, chunk.end - chunk.begin);
  if (is_no_prose(text)) return;
  struct Place {
    std::uint32_t at;
    int width;  // before it
    bool letter;
  };
  std::vector<Place> places;
  int width = 0;
  int hyphen = 0;
  bool plain = true;
  for_each_character(paragraph, chunk.begin, chunk.end, [&](size_t from, size_t, char32_t c, const Stretch& stretch) {
    plain = plain && stretch.face != Face::mono && paragraph.links[stretch.span].empty();
    places.push_back({static_cast<std::uint32_t>(from), width, is_word_character(c)});
    width += fonts.glyph(stretch.face, c).advance;
    hyphen = std::max<int>(hyphen, fonts.glyph(stretch.face, '-').advance);
  });
  if (!plain) return;
  places.push_back({chunk.end, width, false});
  for (size_t first = 0; first < places.size(); ++first) {
    if (!places[first].letter) continue;
    size_t last = first;
    while (places[last].letter) ++last;
    const std::string_view word(paragraph.text.data() + places[first].at, places[last].at - places[first].at);
    size_t place = first;
    for (const std::uint32_t point : hyphenation_points(word)) {
      while (places[place].at < places[first].at + point) ++place;
      if (!visit(places[place].at, places[place].width, hyphen)) return;
    }
    first = last;
  }
}

// The last place behind `begin` in a chunk up to which what begins there and a hyphen fit into `room`. `before` is the
// width of what stands before `begin`, on lines that are full.
std::optional<Chunk> hyphenated_beginning(const Paragraph& paragraph, const Chunk& chunk, std::uint32_t begin,
                                          int before, int room, Fonts& fonts) {
  std::optional<Chunk> best;
  for_each_hyphen_place(paragraph, chunk, fonts, [&](std::uint32_t at, int width, int hyphen) {
    if (width - before + hyphen > room) return false;
    if (at > begin) best = Chunk{begin, at, at, width - before, hyphen, false};
    return true;
  });
  return best;
}

// Fills lines with the chunks of a paragraph, as many in each as fit.
class LineFiller {
 public:
  LineFiller(const Paragraph& paragraph, int limit, Fonts& fonts, Hyphens hyphens)
      : paragraph_(paragraph), limit_(limit), fonts_(fonts), hyphens_(paragraph.kerned ? Hyphens::none : hyphens) {}

  std::vector<Line> fill() {
    for (size_t i = 0; i < paragraph_.chunks.size(); ++i) {
      const Chunk& chunk = paragraph_.chunks[i];
      const bool is_last = chunk.must_break || i + 1 == paragraph_.chunks.size();
      add(chunk, is_last);
      if (chunk.must_break) end_line(true);
    }
    if (!open_.empty || lines_.empty()) end_line(true);
    return std::move(lines_);
  }

 private:
  void end_line(bool is_last) {
    open_.line.is_last = is_last;
    hyphens_in_a_row_ = open_.line.hyphen ? hyphens_in_a_row_ + 1 : 0;
    lines_.push_back(open_.line);
    open_ = OpenLine{};
  }

  void add(const Chunk& whole, bool is_last) {
    Chunk chunk = whole;  // what is left of it
    for (;;) {
      const int taken = open_.empty ? 0 : open_.line.width + open_.space;
      if (taken + chunk.width <= limit_) break;
      if (is_hyphen_wanted(chunk, is_last)) {
        if (const auto beginning = hyphenated_beginning(paragraph_, whole, chunk.begin, whole.width - chunk.width,
                                                        limit_ - taken, fonts_)) {
          start(chunk);
          open_.line.width = taken + beginning->width + beginning->space;
          open_.line.end = beginning->end;
          open_.line.hyphen = true;
          end_line(false);
          chunk.begin = beginning->end;
          chunk.width -= beginning->width;
          continue;
        }
      }
      if (open_.empty) break;
      end_line(false);
    }
    start(chunk);
    if (chunk.width > limit_ && open_.line.begin == chunk.begin) {
      ChunkCutter(paragraph_, limit_, fonts_, lines_, open_.line).cut(chunk);
    } else if (chunk.end > chunk.begin) {
      open_.spaces += open_.space > 0 ? 1 : 0;
      open_.line.width += open_.space + chunk.width;
      open_.line.end = chunk.end;
      open_.space = 0;
    }
    open_.space += chunk.space;
  }

  void start(const Chunk& chunk) {
    if (!open_.empty) return;
    open_ = OpenLine{};
    open_.line.begin = chunk.begin;
    open_.line.end = chunk.begin;
    open_.empty = false;
  }

  bool is_hyphen_wanted(const Chunk& chunk, bool is_last) const {
    if (hyphens_ == Hyphens::none) return false;
    if (chunk.width > limit_) return true;  // it would be cut without a hyphen
    if (open_.empty || is_last || hyphens_in_a_row_ >= most_hyphens_in_a_row) return false;
    if (hyphens_ == Hyphens::long_words) return false;
    const int gap = limit_ - open_.line.width;
    return hyphens_ == Hyphens::full ? gap > open_.spaces * wide_space_growth : gap > limit_ / sparing_share;
  }

  const Paragraph& paragraph_;
  int limit_;
  Fonts& fonts_;
  Hyphens hyphens_;
  std::vector<Line> lines_;
  OpenLine open_;
  int hyphens_in_a_row_ = 0;
};

}  // namespace

int widest_piece(const Paragraph& paragraph, const Chunk& chunk, Fonts& fonts) {
  int widest = 0;
  int before = 0;  // what stands on the lines above
  for_each_hyphen_place(paragraph, chunk, fonts, [&](std::uint32_t, int width, int hyphen) {
    widest = std::max(widest, width - before + hyphen);
    before = width;
    return true;
  });
  return std::max(widest, chunk.width - before);
}

std::vector<Line> break_lines(const Paragraph& paragraph, float width, float size, Fonts& fonts, Hyphens hyphens) {
  return LineFiller(paragraph, static_cast<int>(std::lround(width * 1000.0F / size)), fonts, hyphens).fill();
}

}  // namespace canvasbook
