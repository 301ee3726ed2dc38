// Where the lines of a measured paragraph end, hyphenated where that helps.
#include <optional>
#include <string_view>

#include "export/text/hyphenation.h"
#include "export/text/lines.h"
#include "export/text/paragraph_characters.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

// Cuts a chunk that is wider than a line: at the last space that was kept together, else inside a word. The last part
// stays open for the chunks that follow.
void cut_chunk(const Paragraph& paragraph, const Chunk& chunk, int limit, Fonts& fonts, std::vector<Line>& lines,
               Line& line) {
  Line before_space;
  Line after_space;  // begins at 0 where the line has no space
  const auto cut_before = [&](std::uint32_t at) {
    if (after_space.begin > 0) {
      if (before_space.end > before_space.begin) lines.push_back(before_space);
      line = after_space;
    } else {
      line.cut = true;
      lines.push_back(line);
      line = Line{at, at, 0, false};
    }
    after_space = Line{};
  };
  const auto add = [&](size_t from, size_t to, char32_t c, const Stretch& stretch) {
    const int advance = fonts.glyph(stretch.face, c).advance;
    const bool behind_space = after_space.begin > 0 && after_space.begin == line.end;
    if (c == ' ' && !behind_space) before_space = line;
    while (c != ' ' && line.width + advance > limit && line.end > line.begin)
      cut_before(static_cast<std::uint32_t>(from));
    line.width += advance;
    line.end = static_cast<std::uint32_t>(to);
    if (c == ' ') {
      after_space = Line{line.end, line.end, 0, false};
    } else if (after_space.begin > 0) {
      after_space.width += advance;
      after_space.end = line.end;
    }
  };
  for_each_character(paragraph, chunk.begin, chunk.end, add);
}

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

// The last place in a chunk up to which it and a hyphen fit into `room`.
std::optional<Chunk> hyphenated_beginning(const Paragraph& paragraph, const Chunk& chunk, int room, Fonts& fonts) {
  constexpr std::uint32_t longest =
      1000;  // bytes; what is longer is no word, and would be looked through for each line
  if (chunk.end - chunk.begin > longest) return std::nullopt;
  const std::string_view text(paragraph.text.data() + chunk.begin, chunk.end - chunk.begin);
  if (text.find_first_of("0123456789/@\\_") != std::string_view::npos) return std::nullopt;  // a number, an address
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
  if (!plain) return std::nullopt;
  places.push_back({chunk.end, width, false});
  std::optional<Chunk> best;
  for (size_t first = 0; first < places.size(); ++first) {
    if (!places[first].letter || places[first].width + hyphen > room) continue;
    size_t last = first;
    while (places[last].letter) ++last;
    const std::string_view word(paragraph.text.data() + places[first].at, places[last].at - places[first].at);
    size_t place = first;
    for (const std::uint32_t point : hyphenation_points(word)) {
      while (places[place].at < places[first].at + point) ++place;
      if (places[place].width + hyphen > room) break;
      best = Chunk{chunk.begin, places[place].at, places[place].at, places[place].width, hyphen, false};
    }
    first = last;
  }
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

  void add(Chunk chunk, bool is_last) {
    for (;;) {
      const int taken = open_.empty ? 0 : open_.line.width + open_.space;
      if (taken + chunk.width <= limit_) break;
      if (is_hyphen_wanted(chunk, is_last)) {
        if (const auto beginning = hyphenated_beginning(paragraph_, chunk, limit_ - taken, fonts_)) {
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
      cut_chunk(paragraph_, chunk, limit_, fonts_, lines_, open_.line);
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

std::vector<Line> break_lines(const Paragraph& paragraph, float width, float size, Fonts& fonts, Hyphens hyphens) {
  return LineFiller(paragraph, static_cast<int>(width * 1000.0F / size), fonts, hyphens).fill();
}

}  // namespace canvasbook
