#include "templates/untouched.h"

#include <algorithm>

#include "model/text_places.h"
#include "templates/library.h"

namespace canvasbook {

namespace {

bool has_same_texts(const std::vector<PlacedText>& texts, const Section& section) {
  const std::vector<PlacedText> others = texts_in_order(section.content);
  return std::ranges::equal(texts, others, [](const PlacedText& one, const PlacedText& other) {
    return one.place.field == other.place.field && *one.text == *other.text;
  });
}

}  // namespace

bool is_untouched(const Document& document, const Section& section) {
  const Template* source = find_template(document.language, document.template_id);
  if (source == nullptr) return false;
  const std::vector<PlacedText> texts = texts_in_order(section.content);
  return std::ranges::any_of(source->document.sections, [&](const Shared<Section>& original) {
    return original->role == section.role && original->content.index() == section.content.index() &&
           has_same_texts(texts, *original);
  });
}

}  // namespace canvasbook
