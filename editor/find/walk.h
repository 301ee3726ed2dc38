// Going from place to place through the texts of a document: behind the caret or the cursor, then from the beginning.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "editor/frame/app.h"
#include "model/text/text.h"

namespace canvasbook {

// Where one is among the texts of the document: section, text, code point.
using ReadingPosition = std::tuple<size_t, size_t, size_t>;

// Of the selection's end in the text that is written; the text at the cursor, else the beginning of the shown section.
ReadingPosition position_now(const Session& session);

// Of a place of a document: BlankPlace and its like.
template <class Place>
ReadingPosition position_of(const Place& place) {
  const std::string_view before = std::string_view(*place.text).substr(0, place.range.begin);
  return {place.section, place.order, to_editable(before).size()};
}

// Where a walk goes next: the index of the place, and whether it begins anew there.
struct NextPlace {
  size_t place = 0;
  bool is_round = false;
};

// Of at least one place in reading order.
template <class Place>
NextPlace next_place(const Session& session, const std::vector<Place>& places) {
  const ReadingPosition now = position_now(session);
  const auto next = std::ranges::find_if(places, [&](const Place& place) { return position_of(place) >= now; });
  if (next == places.end()) return {0, true};
  return {static_cast<size_t>(next - places.begin()), false};
}

// What is told of a place, and in front of it that the walk began anew there.
std::string told_of_next(const Catalog& words, const NextPlace& next, const std::string& told);

// Writes in the text of a section at a place, with bytes [begin, end) selected.
void show_place(App& app, const Document& document, size_t section, const FieldPlace& place, const std::string& text,
                size_t begin, size_t end);

}  // namespace canvasbook
