#include "export/lines.h"

#include <linebreak.h>

#include <algorithm>
#include <optional>
#include <string_view>

#include "export/hyphenation.h"
#include "model/text.h"

namespace canvasbook {

namespace {

// Characters that have no shape of their own: joiners, direction marks, variation selectors.
bool is_invisible(char32_t c) {
  if (c < 0x200B) return false;
  return c <= 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2064) || (c >= 0xFE00 && c <= 0xFE0F) ||
         (c >= 0xE0000 && c <= 0xE0FFF);
}

Face styled_face(const Span& span, Face base) {
  if (span.code) return Face::mono;
  const bool bold = span.strong || base == Face::bold || base == Face::bold_italic;
  const bool italic = span.emphasis || base == Face::italic || base == Face::bold_italic;
  if (bold) return italic ? Face::bold_italic : Face::bold;
  return italic ? Face::italic : Face::regular;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The one-letter prepositions, conjunctions and particles that must not hang at the end of a line in Russian.
bool is_hanging_word(std::string_view word) {
  for (const std::string_view hanging :
       {"а", "в", "и", "к", "о", "с", "у", "я", "А", "В", "И", "К", "О", "С", "У", "Я"}) {
    if (word == hanging) return true;
  }
  return false;
}

// Where the general rules would break but a typesetter would not: before a dash, inside "180 000 ₽", behind a
// one-letter word, behind "№".
bool keeps_together(std::string_view before, std::string_view after) {
  if (after.starts_with("—") || after.starts_with("–")) return true;
  for (const std::string_view unit : {"₽", "%", "€", "£", "°"}) {
    if (after.starts_with(unit)) return true;
  }
  if (before.ends_with("№") || before.ends_with("§")) return true;
  if (!before.empty() && is_digit(before.back()) && after.size() >= 3 && is_digit(after[0]) && is_digit(after[1]) &&
      is_digit(after[2]) && (after.size() == 3 || !is_digit(after[3]))) {
    return true;
  }
  const size_t space = before.find_last_of(" \n");
  std::string_view word = space == std::string_view::npos ? before : before.substr(space + 1);
  for (const std::string_view opening : {"«", "„", "“", "("}) {
    if (word.starts_with(opening)) word.remove_prefix(opening.size());
  }
  return is_hanging_word(word);
}

class ParagraphBuilder {
 public:
  ParagraphBuilder(TextStyle style, Fonts& fonts, std::vector<char32_t>& missing)
      : style_(style), fonts_(fonts), missing_(missing) {
    paragraph_.kerned = style.kerned;
  }

  void add(const Span& span) {
    const auto index = static_cast<std::uint16_t>(std::min<size_t>(paragraph_.links.size(), 0xFFFF));
    paragraph_.links.push_back(span.link);
    const Face wanted = styled_face(span, style_.face);
    const std::string text = to_printable(span.text);
    for (size_t at = 0; at < text.size();) {
      const size_t begin = at;
      char32_t c = next_code_point(text, at);
      if (is_invisible(c)) continue;
      std::string_view bytes(text.data() + begin, at - begin);
      Face face = current_face(wanted, index);
      if (c != '\n' && c != ' ') {
        const auto found = fonts_.face_for(wanted, c);
        if (!found) {
          missing_.push_back(c);
          bytes = "\xEF\xBF\xBD";
          face = Face::fallback;
        } else {
          face = *found;
        }
      }
      if (paragraph_.stretches.empty() || paragraph_.stretches.back().face != face ||
          paragraph_.stretches.back().span != index) {
        paragraph_.stretches.push_back({static_cast<std::uint32_t>(paragraph_.text.size()), face, index});
      }
      paragraph_.text += bytes;
    }
  }

  Paragraph finish() {
    cut_into_chunks();
    return std::move(paragraph_);
  }

 private:
  // A space takes the face of what stands before it, so that it starts no run of its own.
  Face current_face(Face wanted, std::uint16_t span) const {
    const bool same = !paragraph_.stretches.empty() && paragraph_.stretches.back().span == span;
    return same ? paragraph_.stretches.back().face : wanted;
  }

  void cut_into_chunks() {
    const std::string& text = paragraph_.text;
    static const bool initialised = (init_linebreak(), true);
    static_cast<void>(initialised);
    std::string breaks(text.size(), '\0');
    set_linebreaks_utf8(reinterpret_cast<const utf8_t*>(text.data()), text.size(), nullptr, breaks.data());
    Chunk chunk;
    char32_t previous = 0;
    Face previous_face = Face::regular;
    size_t stretch = 0;
    for (size_t at = 0; at < text.size();) {
      while (stretch + 1 < paragraph_.stretches.size() && paragraph_.stretches[stretch + 1].begin <= at) ++stretch;
      const Face face = paragraph_.stretches[stretch].face;
      const char32_t c = next_code_point(text, at);
      if (c == '\n') {
        chunk.must_break = true;
      } else {
        int advance = fonts_.glyph(face, c).advance;
        if (paragraph_.kerned && previous != 0 && previous_face == face) advance += fonts_.kerning(face, previous, c);
        if (c == ' ') {
          chunk.space += advance;
        } else {
          chunk.width += chunk.space + advance;
          chunk.space = 0;
          chunk.end = static_cast<std::uint32_t>(at);
        }
      }
      previous = c == '\n' ? 0 : c;
      previous_face = face;
      const char kind = at >= text.size() ? char{LINEBREAK_MUSTBREAK} : breaks[at - 1];
      const bool may_break = kind == LINEBREAK_ALLOWBREAK && !forbidden(chunk, at);
      if (kind != LINEBREAK_MUSTBREAK && !may_break) continue;
      chunk.end = std::max(chunk.end, chunk.begin);
      chunk.next = static_cast<std::uint32_t>(at);
      paragraph_.chunks.push_back(chunk);
      chunk = Chunk{chunk.next, chunk.next, chunk.next, 0, 0, false};
    }
    // A line feed at the very end opens an empty last line.
    if (text.empty() || text.back() == '\n') {
      const auto end = static_cast<std::uint32_t>(text.size());
      paragraph_.chunks.push_back(Chunk{end, end, end, 0, 0, false});
    }
  }

  bool forbidden(const Chunk& chunk, size_t at) const {
    const std::string_view text = paragraph_.text;
    if (chunk.space == 0) {  // behind a hyphen, a dash, an ideograph
      const bool in_range = text.substr(0, chunk.end).ends_with("–") && at < text.size() && is_digit(text[at]);
      return in_range;
    }
    return keeps_together(text.substr(chunk.begin, chunk.end - chunk.begin), text.substr(at));
  }

  TextStyle style_;
  Fonts& fonts_;
  std::vector<char32_t>& missing_;
  Paragraph paragraph_;
};

// Calls visit(begin, end, code_point, face, span) for each character of a part of a paragraph.
template <class Visit>
void for_each_character(const Paragraph& paragraph, std::uint32_t begin, std::uint32_t end, Visit visit) {
  const auto after = std::ranges::upper_bound(paragraph.stretches, begin, {}, &Stretch::begin);
  size_t stretch = static_cast<size_t>(std::max<std::ptrdiff_t>(0, after - paragraph.stretches.begin() - 1));
  for (size_t at = begin; at < end;) {
    while (stretch + 1 < paragraph.stretches.size() && paragraph.stretches[stretch + 1].begin <= at) ++stretch;
    const size_t from = at;
    const char32_t c = next_code_point(paragraph.text, at);
    visit(from, at, c, paragraph.stretches[stretch]);
  }
}

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

Paragraph make_paragraph(const Spans& spans, TextStyle style, Fonts& fonts, std::vector<char32_t>& missing) {
  ParagraphBuilder builder(style, fonts, missing);
  for (const Span& span : spans) builder.add(span);
  return builder.finish();
}

Paragraph make_paragraph(std::string_view text, TextStyle style, Fonts& fonts, std::vector<char32_t>& missing) {
  ParagraphBuilder builder(style, fonts, missing);
  builder.add(Span{std::string(text), false, false, false, {}});
  return builder.finish();
}

std::vector<Line> break_lines(const Paragraph& paragraph, float width, float size, Fonts& fonts, Hyphens hyphens) {
  return LineFiller(paragraph, static_cast<int>(width * 1000.0F / size), fonts, hyphens).fill();
}

namespace {

bool is_space(char32_t c) { return c == ' ' || c == 0xA0; }

// How much each space of a line grows, in thousandths of the font size: the first ones by one more than the others.
struct SpaceGrowth {
  int each = 0;
  int one_more = 0;

  int next() { return each + (one_more-- > 0 ? 1 : 0); }
};

// Nothing where the line stays as it is: spaces wider than this would tear it apart.
constexpr int widest_growth = 800;

SpaceGrowth space_growth(const Paragraph& paragraph, const Line& line, const LinePaint& paint) {
  if (paint.justified <= 0 || line.is_last) return {};
  const int missing = static_cast<int>(paint.justified * 1000.0F / paint.size) - line.width;
  int spaces = 0;
  for_each_character(paragraph, line.begin, line.end,
                     [&](size_t, size_t, char32_t c, const Stretch&) { spaces += is_space(c) ? 1 : 0; });
  if (spaces == 0 || missing <= 0 || missing > spaces * widest_growth) return {};
  return {missing / spaces, missing % spaces};
}

}  // namespace

std::optional<TextRun> make_run(std::string_view printable, Face face, const LinePaint& paint, Fonts& fonts) {
  int advance = 0;
  for (size_t at = 0; at < printable.size();) {
    const Glyph glyph = fonts.glyph(face, next_code_point(printable, at));
    if (glyph.id == 0) return std::nullopt;
    advance += glyph.advance;
  }
  TextRun run;
  run.x = paint.x;
  run.baseline = paint.baseline;
  run.size = paint.size;
  run.width = static_cast<float>(advance) * paint.size / 1000.0F;
  run.face = face;
  run.role = paint.role;
  run.colour = paint.colour;
  run.item = paint.item;
  run.text = printable;
  return run;
}

void paint_line(const Paragraph& paragraph, const Line& line, const LinePaint& paint, Fonts& fonts, Page& page) {
  float x = paint.x;
  TextRun run;
  int advance = 0;
  std::uint16_t span = 0;
  char32_t previous = 0;
  SpaceGrowth growth = space_growth(paragraph, line, paint);
  const bool justified = growth.each > 0 || growth.one_more > 0;
  int pending = 0;  // by which what follows moves to the right
  const auto flush = [&] {
    if (run.text.empty()) return;
    const std::string& link = paragraph.links[span];
    advance += pending;
    pending = 0;
    run.x = x;
    run.width = static_cast<float>(advance) * paint.size / 1000.0F;
    run.baseline = paint.baseline;
    run.size = paint.size;
    run.role = paint.role;
    run.item = paint.item;
    run.colour = link.empty() ? paint.colour : paint.link_colour;
    if (!link.empty()) {
      page.links.push_back({x, paint.baseline - paint.size, run.width, paint.size * 1.25F, link, 0, 0});
    }
    x += run.width;
    page.runs.push_back(std::move(run));
    run = TextRun{};
    advance = 0;
    previous = 0;
  };
  for_each_character(paragraph, line.begin, line.end, [&](size_t from, size_t to, char32_t c, const Stretch& stretch) {
    if (run.text.empty() || run.face != stretch.face || span != stretch.span) {
      flush();
      run.face = stretch.face;
      span = stretch.span;
      run.text.reserve(line.end - from + 1);
    }
    if (paragraph.kerned && previous != 0) pending += fonts.kerning(run.face, previous, c);
    if (pending != 0) {
      run.kerning.push_back({static_cast<std::uint32_t>(run.text.size()), static_cast<std::int16_t>(pending)});
      advance += pending;
      pending = 0;
    }
    advance += fonts.glyph(run.face, c).advance;
    run.text.append(paragraph.text, from, to - from);
    if (justified && is_space(c)) pending = growth.next();
    previous = c;
  });
  if (line.hyphen && !run.text.empty()) {
    run.text += '-';
    advance += fonts.glyph(run.face, '-').advance;
  }
  flush();
}

}  // namespace canvasbook
