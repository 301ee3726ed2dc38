// The sheet that staff sign when they have read a document.
#include "export/compose/forms/composers.h"
#include "model/placeholders.h"

namespace canvasbook {

namespace {

constexpr int signatures_on_sheet = 20;  // as many as a page of A4 or Letter has room for

SheetBlock signature_table(const Catalog& words) {
  SheetBlock table;
  table.is_to_fill_in = true;
  table.columns = {{words.text("paper.signature_number"), Alignment::right, 1},
                   {words.text("paper.signature_name"), Alignment::left, 5},
                   {words.text("paper.signature_position"), Alignment::left, 4},
                   {words.text("paper.date"), Alignment::left, 2},
                   {words.text("paper.signature"), Alignment::left, 3}};
  for (int i = 1; i <= signatures_on_sheet; ++i) {
    SheetBlock::Row row{{}, std::vector<Spans>(table.columns.size())};
    row.cells.front() = {plain_span(std::to_string(i))};
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

PrintParts compose_signatures(const ComposeContext& context, const PageNumbers&) {
  const Catalog& words = context.catalog;
  const std::string& id = context.document.id;
  PrintPart sheet = form_part(context, words.text("form.signatures"));
  std::vector<FlowBlock>& blocks = flow_of(sheet).blocks;
  const std::string title = printed_title(context);
  if (!title.empty()) blocks.push_back(heading_block(id, 2, title));
  const std::string revision = filled(revision_words(context.document.revision, words), context.placeholders);
  if (!revision.empty()) blocks.push_back(revision_block(id, revision, words));
  blocks.push_back(paragraph_block({}, {plain_span(words.text("paper.signatures_how"))}));
  blocks.push_back({id, signature_table(words)});
  return {std::move(sheet)};
}

}  // namespace canvasbook
