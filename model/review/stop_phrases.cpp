// The rule for what staff say: no phrase of the STOP list.
#include <algorithm>
#include <array>
#include <string_view>

#include "model/review/review.h"
#include "model/review/rules.h"
#include "model/review/stop_phrases.h"
#include "model/stop_phrases/finder.h"
#include "model/stop_phrases/replace_phrase.h"
#include "model/stop_phrases/spoken_texts.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

// With the list that holds for the documents of a language.
StopPhraseFinder& finder_for(const Workbook& workbook, Language language) {
  thread_local std::array<StopPhraseFinder, 2> finders;
  StopPhraseFinder& finder = finders[language == Language::ru ? 0 : 1];
  finder.use(language, stop_list_of(workbook, language));
  return finder;
}

// What the finding advises to say.
std::string instead_of(const StopPhrase& phrase, const Catalog& catalog) {
  if (blank(phrase.replacement)) return catalog.text("finding.stop_phrase.no_replacement");
  return catalog.text("finding.stop_phrase.instead", {{"replacement", phrase.replacement}});
}

// A wording as it is read, without the signs of the notation.
std::string without_signs(std::string wording) {
  std::erase(wording, '!');
  return wording;
}

void find_stop_phrases(const DocumentReview& at, std::string_view rule) {
  StopPhraseFinder& finder = finder_for(at.all.workbook, at.document.language);
  const std::vector<StopPhrase>& list = finder.list();
  for (const Section* section : at.judged) {
    for (const PlacedText& text : spoken_texts(*section)) {
      std::unordered_set<size_t> told;
      const std::vector<StopMatch>& matches = finder.find(*text.text);
      for (const StopMatch& match : matches) {
        if (!told.insert(match.phrase).second) continue;
        const StopPhrase& phrase = list[match.phrase];
        const std::string said = text.text->substr(match.range.begin, match.range.end - match.range.begin);
        const std::string reason = reason_of(phrase, at.catalog);
        const std::string& title = blank(section->title) ? at.document.title : section->title;
        Finding& finding =
            at.add(rule, {text.place.item},
                   {{"phrase", at.quoted(said)},
                    {"section", at.quoted(title)},
                    {"reason", reason.empty() ? at.catalog.text("finding.stop_phrase.no_reason") : reason},
                    {"instead", instead_of(phrase, at.catalog)},
                    {"text", at.quoted_from(*text.text, match.range.begin)},
                    {"listed", at.quoted(without_signs(phrase.wordings.front()))},
                    {"hears", phrase.hears},
                    {"id", phrase.id}},
                   stop_phrase_subject(text.place, phrase.id));
        finding.field = text.place.field;
        finding.kind = phrase.id;
        finding.has_mend = !blank(phrase.replacement) && std::ranges::any_of(matches, [&](const StopMatch& one) {
          return one.phrase == match.phrase && one.alone;
        });
      }
    }
  }
}

// With a full stop, where it ends with no mark of its own, inside quotation marks or not.
std::string as_sentence(std::string_view text) {
  const std::string_view words = trim(text);
  std::string_view end = words;
  for (const std::string_view quote : std::array<std::string_view, 2>{"»", "”"}) {
    if (end.ends_with(quote)) end.remove_suffix(quote.size());
  }
  const std::array<std::string_view, 4> marks{".", "!", "?", "…"};
  const bool is_ended = std::ranges::any_of(marks, [&](std::string_view mark) { return end.ends_with(mark); });
  return std::string(words) + (is_ended ? "" : ".");
}

}  // namespace

std::string reason_of(const StopPhrase& phrase, const Catalog& words) {
  std::string reason = blank(phrase.reason) ? std::string() : as_sentence(phrase.reason);
  if (blank(phrase.hears)) return reason;
  const std::string hears = words.text("stop_phrases.hears", {{"hears", quoted_text(phrase.hears, words)}});
  reason += (reason.empty() ? "" : " ") + as_sentence(hears);
  return reason;
}

Workbook replace_stop_phrase(Workbook workbook, const Finding& finding) {
  const std::string* id = argument_of(finding, "id");
  const Document* document = find_document(workbook, finding.document);
  if (id == nullptr || document == nullptr) return workbook;
  const FieldPlace place{finding.items.front(), finding.field};
  const auto holder = std::ranges::find_if(document->sections, [&](const auto& section) {
    return find_field(section->content, place) != nullptr && is_spoken(*section, place);
  });
  StopPhraseFinder& finder = finder_for(workbook, document->language);
  const std::vector<StopPhrase>& list = finder.list();
  const auto phrase = std::ranges::find(list, *id, &StopPhrase::id);
  if (holder == document->sections.end() || phrase == list.end()) return workbook;
  const std::string section = (*holder)->id;
  Content content = (*holder)->content;
  const std::string text = *find_field(content, place);
  std::vector<StopMatch> matches = finder.find(text);
  std::erase_if(matches, [](const StopMatch& match) { return !match.alone; });
  std::string other = with_replacement(text, matches, *phrase, static_cast<size_t>(phrase - list.begin()));
  return set_content(std::move(workbook), section, set_field(std::move(content), place, std::move(other)));
}

std::span<const Rule> stop_phrase_rules() {
  static constexpr std::array rules{Rule{stop_phrase_rule, Harm::lacking, find_stop_phrases}};
  return rules;
}

}  // namespace canvasbook
