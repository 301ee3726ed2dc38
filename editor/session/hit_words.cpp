#include "editor/session/hit_words.h"

#include "model/text/text.h"
#include "model/written_texts.h"

namespace canvasbook {

namespace {

constexpr size_t most_characters = 60;  // of a heading

std::string title_or_unnamed(const std::string& title, const Catalog& catalog) {
  return title.empty() ? catalog.text("window.unnamed") : shortened(title, most_characters);
}

}  // namespace

std::string section_words(const FoundText& text, const Catalog& catalog) {
  if (text.document == nullptr) return catalog.text("find.of_workbook");
  std::string words = title_or_unnamed(text.document->title, catalog);
  if (text.section != nullptr) words += " › " + title_or_unnamed(text.section->title, catalog);
  return words;
}

std::string item_words(const FoundText& text, const Catalog& catalog) {
  const WrittenPlace& place = text.place;
  if (place.document.empty()) {
    if (place.field == "company") return catalog.text("properties.company");
    return catalog.text(place.field == "author_role" ? "properties.author_role" : "find.dismissal");
  }
  if (place.section.empty()) return catalog.text("find.document_title");
  if (place.item.empty() && place.field.empty()) return catalog.text("find.section_title");
  if (place.field == block_field || place.field == frame_field) return catalog.text("find.block_title");
  std::string heading = text.heading == nullptr ? std::string() : shortened(*text.heading, most_characters);
  if (place.field != details_field) return heading;
  return catalog.text("find.details_of", {{"note", heading}});
}

}  // namespace canvasbook
