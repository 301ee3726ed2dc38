// Cards of standards: every standard of a document, to carry along.
#include <algorithm>

#include "export/compose/forms/composers.h"
#include "export/compose/placeholders.h"
#include "model/standard_checks.h"

namespace canvasbook {

namespace {

RecordBlock::Field* field_of(RecordBlock& standard, const Sheet& sheet, std::string_view role) {
  const SheetColumn* column = find_column(sheet, role);
  const auto field = std::ranges::find_if(standard.fields, [&](const RecordBlock::Field& one) {
    return column != nullptr && one.column == static_cast<size_t>(column - sheet.columns.data());
  });
  return field == standard.fields.end() ? nullptr : &*field;
}

// What is said is what one carries a card for; measure and target are one thing to read: "Time to the greeting, at
// most: 30 s". A standard without a situation is called by the touchpoint that it covers.
RecordBlock standard_of(const SheetRow& row, const Sheet& sheet, const ComposeContext& context) {
  RecordBlock standard = record_of(row, sheet, context);
  if (RecordBlock::Field* wording = field_of(standard, sheet, "wording")) {
    for (Span& span : wording->text) span.strong = true;
  }
  RecordBlock::Field* measure = field_of(standard, sheet, "measure");
  if (RecordBlock::Field* target = field_of(standard, sheet, "target"); measure != nullptr && target != nullptr) {
    measure->text.push_back(plain_span(": "));
    measure->text.insert(measure->text.end(), target->text.begin(), target->text.end());
    standard.fields.erase(standard.fields.begin() + (target - standard.fields.data()));
  }
  const SheetColumn* covers = find_column(sheet, "covers");
  if (standard.title.empty() && covers != nullptr) {
    standard.title = printed_spans(touchpoint_name(context.touchpoints, cell_text(row, *covers)));
  }
  return standard;
}

}  // namespace

bool has_standards(const ComposeContext& context) {
  return std::ranges::any_of(context.document.sections, [](const Shared<Section>& section) {
    const Sheet* sheet = standards_in(*section);
    return sheet != nullptr &&
           std::ranges::any_of(sheet->rows, [&](const SheetRow& row) { return !is_blank(*sheet, row); });
  });
}

// Those that are numbered in the document keep their numbers.
PrintParts compose_standard_cards(const ComposeContext& context, const PageNumbers&) {
  PocketCards cards;
  const std::string document = printed_text(context.document.title);
  for (const auto& section : context.document.sections) {
    const Sheet* sheet = standards_in(*section);
    if (sheet == nullptr) continue;
    const std::string title = printed_text(section->title);
    size_t number = context.cards_before.at(&*section);
    for (const SheetRow& row : sheet->rows) {
      if (is_blank(*sheet, row)) continue;
      RecordBlock standard = standard_of(row, *sheet, context);
      if (sheet->layout == SheetLayout::cards) standard.number = std::to_string(++number);
      cards.cards.push_back(
          {row.id, title.empty() ? document : title, std::move(standard), printed_text(context.workbook.company)});
    }
  }
  if (cards.cards.empty()) return {};
  PrintPart part{context.document.id, document, 0, context.document.language, std::move(cards), {}};
  fill_placeholders(part, context.placeholders);
  return {std::move(part)};
}

}  // namespace canvasbook
