#include "model/stop_phrases/stop_places.h"

#include <algorithm>

#include "model/stop_phrases/spoken_texts.h"

namespace canvasbook {

std::vector<StopPlace> stop_places(const Document& document, StopPhraseFinder& finder) {
  std::vector<StopPlace> places;
  for (size_t s = 0; s < document.sections.size(); ++s) {
    const std::vector<PlacedText> spoken = spoken_texts(*document.sections[s]);
    if (spoken.empty()) continue;
    const std::vector<PlacedText> texts = texts_in_order(document.sections[s]->content);
    size_t order = 0;
    for (const PlacedText& text : spoken) {
      while (texts[order].text != text.text) ++order;
      for (const StopMatch& match : finder.find(*text.text)) {
        places.push_back({s, order, text.place, text.text, match.range, match.phrase});
      }
    }
  }
  return places;
}

}  // namespace canvasbook
