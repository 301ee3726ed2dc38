// Where a document says STOP phrases.
#pragma once

#include <string>
#include <vector>

#include "model/stop_phrases/finder.h"
#include "model/text_places.h"
#include "model/workbook.h"

namespace canvasbook {

struct StopPlace {
  size_t section = 0;  // its place in the document
  size_t order = 0;    // of the text in its section, see texts_in_order
  FieldPlace place;
  const std::string* text = nullptr;  // lives as long as the document
  MatchRange range;
  size_t phrase = 0;  // its place in the list that the finder has
};

// In the order in which the document is read.
std::vector<StopPlace> stop_places(const Document& document, StopPhraseFinder& finder);

}  // namespace canvasbook
