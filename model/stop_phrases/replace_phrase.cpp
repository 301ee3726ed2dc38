#include "model/stop_phrases/replace_phrase.h"

#include "model/text/text.h"

namespace canvasbook {

std::string with_replacement(std::string text, const std::vector<StopMatch>& matches, const StopPhrase& phrase,
                             size_t phrase_place) {
  const std::string_view variants = trim(phrase.replacement);
  const std::string replacement(trim(variants.substr(0, variants.find('\n'))));
  if (replacement.empty()) return text;
  for (size_t i = matches.size(); i-- > 0;) {
    const MatchRange range = matches[i].range;
    if (matches[i].phrase != phrase_place) continue;
    size_t at = range.begin;
    const char32_t first = next_code_point(text, at);
    const bool has_capital = to_lower(first) != first;
    text.replace(range.begin, range.end - range.begin, has_capital ? with_capital(replacement) : replacement);
  }
  return text;
}

}  // namespace canvasbook
