// Cards with questions to hand out: those of the satisfaction card, four or eight to a sheet. Cards that are alike
// stand there once, and the sheets are filled with them.
#include <algorithm>
#include <set>

#include "export/compose/forms/composers.h"
#include "export/compose/placeholders.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

const Sheet* question_cards_of(const Section& section) {
  const Sheet* sheet = section.role == "satisfaction_card" ? std::get_if<Sheet>(&section.content) : nullptr;
  return sheet != nullptr && sheet->layout == SheetLayout::cards ? sheet : nullptr;
}

PrintParts compose_question_cards(const ComposeContext& context, size_t on_sheet) {
  PocketCards cards;
  cards.on_sheet = on_sheet;
  cards.are_questions = true;
  for (const auto& section : context.document.sections) {
    const Sheet* sheet = question_cards_of(*section);
    if (sheet == nullptr) continue;
    std::set<std::map<std::string, std::string>> known;
    for (const SheetRow& row : sheet->rows) {
      if (is_blank(*sheet, row) || !known.insert(row.cells).second) continue;
      cards.cards.push_back({row.id, printed_text(context.workbook.company), record_of(row, *sheet, context)});
    }
  }
  if (cards.cards.empty()) return {};
  const std::string title = printed_text(context.document.title);
  PrintPart part{context.document.id, title, 0, context.document.language, std::move(cards), {}};
  fill_placeholders(part, context.placeholders);
  return {std::move(part)};
}

}  // namespace

bool has_question_cards(const ComposeContext& context) {
  return std::ranges::any_of(context.document.sections, [](const Shared<Section>& section) {
    const Sheet* sheet = question_cards_of(*section);
    return sheet != nullptr &&
           std::ranges::any_of(sheet->rows, [&](const SheetRow& row) { return !is_blank(*sheet, row); });
  });
}

PrintParts compose_four_question_cards(const ComposeContext& context, const PageNumbers&) {
  return compose_question_cards(context, 4);
}

PrintParts compose_eight_question_cards(const ComposeContext& context, const PageNumbers&) {
  return compose_question_cards(context, 8);
}

}  // namespace canvasbook
