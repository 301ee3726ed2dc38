// Pocket cards: every cue of a book with its answers.
#include "export/compose/forms/composers.h"

namespace canvasbook {

PrintParts compose_pocket_cards(const ComposeContext& context, const PageNumbers&) {
  PocketCards cards;
  for (const auto& section : context.document.sections) {
    for (PrintedResponse& response : printed_responses(*section, context)) {
      cards.cards.push_back({response.item, printed_title(*section, context), std::move(response.block)});
    }
  }
  if (cards.cards.empty()) return {};
  PrintParts parts;
  parts.push_back({context.document.id, printed_title(context), 0, context.document.language, std::move(cards), {}});
  return parts;
}

}  // namespace canvasbook
