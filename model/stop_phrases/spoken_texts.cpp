#include "model/stop_phrases/spoken_texts.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "model/kinds/dialogue.h"
#include "model/kinds/sheet.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

struct IsSpoken {
  const FieldPlace& place;

  bool operator()(const Responses&) const { return place.field == "text"; }  // that of an answer
  bool operator()(const Dialogue& dialogue) const {
    const auto line = std::ranges::find(dialogue.lines, place.item, &DialogueLine::id);
    if (line == dialogue.lines.end() || place.field != "text") return false;
    const Speaker* speaker = find_speaker(dialogue, line->speaker);
    return speaker == nullptr || !speaker->is_client;
  }
  bool operator()(const Replacements&) const { return place.field == "replacement"; }
  bool operator()(const Sheet& sheet) const {
    const SheetColumn* wording = find_column(sheet, "wording");
    return wording != nullptr && place.field == wording->id;
  }
  template <class Other>
  bool operator()(const Other&) const {
    return false;
  }
};

// A wording as it is compared: small letters, one space between words, without the signs of the notation.
std::string plain_wording(std::string_view wording) {
  std::string plain;
  for (const char c : to_search_form(to_one_line(without_reading_marks(wording)))) {
    if (c != '!') plain += c;
  }
  for (const std::string_view sign : {"’", "ʼ"}) {
    for (size_t at = plain.find(sign); at != std::string::npos; at = plain.find(sign, at)) {
      plain.replace(at, sign.size(), "'");
    }
  }
  while (!plain.empty() && std::string_view(".!?,;: ").find(plain.back()) != std::string_view::npos) plain.pop_back();
  return plain;
}

// The places of the phrases of a starting list, by each of their wordings.
using PlacesByWording = std::unordered_map<std::string, size_t>;

PlacesByWording places_by_wording(Language language) {
  const StartingStopList& starting = starting_stop_list(language);
  PlacesByWording places;
  for (size_t i = 0; i < starting.phrases.size(); ++i) {
    for (const std::string& wording : starting.phrases[i].wordings) places.emplace(plain_wording(wording), i);
  }
  return places;
}

const PlacesByWording& starting_wordings(Language language) {
  static const PlacesByWording russian = places_by_wording(Language::ru);
  static const PlacesByWording english = places_by_wording(Language::en);
  return language == Language::ru ? russian : english;
}

}  // namespace

bool is_spoken(const Section& section, const FieldPlace& place) { return std::visit(IsSpoken{place}, section.content); }

std::vector<PlacedText> spoken_texts(const Section& section) {
  std::vector<PlacedText> texts = texts_in_order(section.content);
  if (const auto* dialogue = std::get_if<Dialogue>(&section.content)) {
    std::unordered_set<std::string_view> clients;
    for (const Speaker& speaker : dialogue->speakers) {
      if (speaker.is_client) clients.insert(speaker.id);
    }
    std::unordered_set<std::string_view> lines;  // of staff
    for (const DialogueLine& line : dialogue->lines) {
      if (!clients.contains(line.speaker)) lines.insert(line.id);
    }
    std::erase_if(
        texts, [&](const PlacedText& text) { return text.place.field != "text" || !lines.contains(text.place.item); });
  } else if (const auto* sheet = std::get_if<Sheet>(&section.content)) {
    const SheetColumn* wording = find_column(*sheet, "wording");
    std::erase_if(texts, [&](const PlacedText& text) { return wording == nullptr || text.place.field != wording->id; });
  } else {
    std::erase_if(texts, [&](const PlacedText& text) { return !is_spoken(section, text.place); });
  }
  return texts;
}

std::vector<StopPhrase> stop_list_of(const Workbook& workbook, Language language) {
  const StartingStopList& starting = starting_stop_list(language);
  const PlacesByWording& by_wording = starting_wordings(language);
  std::vector<StopPhrase> list;
  std::unordered_set<size_t> taken;
  for (const auto& document : workbook.documents) {
    for (const auto& section : document->sections) {
      const auto* own = std::get_if<Replacements>(&section->content);
      if (own == nullptr || section->role != stop_list_role) continue;
      for (const Replacement& replacement : own->replacements) {
        const std::string plain = plain_wording(replacement.phrase);
        if (plain.empty()) continue;
        StopPhrase phrase;
        const auto known = by_wording.find(plain);
        if (known != by_wording.end()) {
          if (!taken.insert(known->second).second) continue;
          phrase = starting.phrases[known->second];
        } else {
          phrase.wordings = {replacement.phrase};
        }
        phrase.id = replacement.id;
        if (!trim(replacement.replacement).empty()) phrase.replacement = replacement.replacement;
        if (!trim(replacement.reason).empty()) phrase.reason = replacement.reason;
        if (!trim(replacement.hears).empty()) phrase.hears = replacement.hears;
        list.push_back(std::move(phrase));
      }
    }
  }
  for (size_t i = 0; i < starting.phrases.size() && !workbook.without_starting_stop_list; ++i) {
    if (!taken.contains(i)) list.push_back(starting.phrases[i]);
  }
  return list;
}

}  // namespace canvasbook
