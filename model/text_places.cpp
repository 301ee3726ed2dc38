#include "model/text_places.h"

#include "model/written_texts.h"

namespace canvasbook {

std::vector<PlacedText> texts_in_order(const Content& content) {
  std::vector<PlacedText> texts;
  for_each_written_text(content, [&](const WrittenText<const std::string>& at) {
    const bool is_choice = at.field.find('/') != std::string_view::npos;
    const bool is_unwritten = at.field == details_field && at.text->empty();
    if (at.is_fixed || is_choice || is_unwritten) return;
    texts.push_back({{std::string(at.item), std::string(at.field)}, at.text});
  });
  return texts;
}

}  // namespace canvasbook
