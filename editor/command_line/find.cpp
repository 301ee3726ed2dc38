// `canvasbook find`: the places of a word, one a line.
#include <algorithm>
#include <ostream>

#include "editor/command_line/commands.h"
#include "editor/session/hit_words.h"
#include "model/file/markdown_workbook.h"
#include "model/text/grapheme.h"
#include "model/text/spelling.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr size_t most_beside = 60;                     // characters of its line on each side of a place
constexpr size_t far_enough = 4 * (most_beside + 32);  // bytes that hold so many, and the cluster that they cut

// What stands in the line of a place before or behind it.
struct Surroundings {
  std::string text;
  bool is_cut = false;
};

std::u32string decoded(std::string_view text) {
  std::u32string characters;
  for (size_t at = 0; at < text.size();) characters += next_code_point(text, at);
  return characters;
}

bool is_inside_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80; }

Surroundings before_place(std::string_view text, size_t place) {
  size_t begin = place > far_enough ? place - far_enough : 0;
  while (begin < place && is_inside_character(text[begin])) ++begin;
  const size_t line_feed = text.substr(begin, place - begin).rfind('\n');
  const bool has_beginning = begin == 0 || line_feed != std::string_view::npos;
  if (line_feed != std::string_view::npos) begin += line_feed + 1;
  const std::u32string near = decoded(text.substr(begin, place - begin));
  const size_t from = near.size() > most_beside ? cluster_begin(near, near.size() - most_beside) : 0;
  return {to_utf8(near.substr(from)), from > 0 || !has_beginning};
}

Surroundings behind_place(std::string_view text, size_t place) {
  const std::string_view near_text = text.substr(place, far_enough);
  const size_t line_feed = near_text.find('\n');
  const bool has_end = place + near_text.size() == text.size() || line_feed != std::string_view::npos;
  const std::u32string near = decoded(near_text.substr(0, line_feed));
  const size_t to = near.size() > most_beside ? cluster_begin(near, most_beside) : near.size();
  return {to_utf8(near.substr(0, to)), to < near.size() || !has_end};
}

// A place with the words around it in its line, so that many places in a long line are told in its length.
std::string words_around(std::string_view text, MatchRange place) {
  const std::string_view found = text.substr(place.begin, place.end - place.begin);
  const std::string_view in_line = found.substr(0, found.find('\n'));
  const Surroundings before = before_place(text, place.begin);
  const Surroundings behind = behind_place(text, place.begin + in_line.size());
  return (before.is_cut ? "…" : "") + to_one_line(before.text + std::string(in_line) + behind.text) +
         (behind.is_cut ? "…" : "");
}

}  // namespace

int run_find(const FindArguments& arguments, const CommandContext& context) {
  const auto loaded = load_any_workbook(arguments.file, context.world.today);
  if (!loaded) return report_unread(arguments.file, loaded.error(), context);
  FindQuery query;
  query.text = arguments.text;
  query.match_case = arguments.match_case;
  query.whole_words = arguments.whole_words;
  query.word_forms = !arguments.as_written;
  WordForms forms;
  if (query.word_forms) forms.use(std::make_shared<const Spelling>(context.world.dictionary_folders));
  const Found found = find_in(loaded->workbook, query, forms);
  for (const Hit& hit : found.hits) {
    const FoundText& text = found.text_of(hit);
    const std::string item = item_words(text, context.catalog);
    context.world.out << section_words(text, context.catalog) << (item.empty() ? "" : " › ") << item << ": "
                      << words_around(*text.text, hit.range) << "\n";
  }
  if (!found.hits.empty()) return exit_done;
  context.world.err << context.catalog.text("find.nothing") << "\n";
  return exit_failed;
}

}  // namespace canvasbook
