#include "export/text/lines.h"

#include <linebreak.h>

#include <algorithm>
#include <string_view>

#include "export/text/hanging_words.h"
#include "model/text/text.h"

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

// Where the general rules would break but a typesetter would not: before a dash, inside "180 000 ₽", behind a
// hanging word, behind "№".
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

constexpr int widest_chunk = 100'000'000;  // thousandths of the font size; a longer word is more than one chunk

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
      const bool may_break = (kind == LINEBREAK_ALLOWBREAK && !forbidden(chunk, at)) || chunk.width > widest_chunk;
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

}  // namespace canvasbook
