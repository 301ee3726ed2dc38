#include "export/layout/flow/flow.h"

#include <algorithm>

#include "export/layout/flow/blocks.h"

namespace canvasbook {

namespace {

// One overload a kind of block.
void add_block(FlowBuilder& flow, const RichBlock& block, const FlowBlock& around) {
  if (block.kind == RichBlock::Kind::heading) return add_heading(flow, block, &around, 0);
  add_rich(flow, block, 0);
}
void add_block(FlowBuilder& flow, const ResponseBlock& block, const FlowBlock&) { add_responses(flow, block); }
void add_block(FlowBuilder& flow, const TalkBlock& block, const FlowBlock&) { add_talk(flow, block); }
void add_block(FlowBuilder& flow, const SheetBlock& block, const FlowBlock&) {
  if (block.is_index) return add_index(flow, block);
  add_sheet(flow, block);
}
void add_block(FlowBuilder& flow, const RecordBlock&, const FlowBlock& around) { add_records(flow, {&around, 1}); }
void add_block(FlowBuilder& flow, const FormBlock& block, const FlowBlock& around) {
  add_form(flow, block, around.item);
}

void add_block(FlowBuilder& flow, const PrintChart& chart, const FlowBlock& around) {
  add_chart(flow, chart, around.item);
}

bool is_rule(const Flow& flow, size_t index) {
  if (index >= flow.blocks.size()) return false;
  const auto* block = std::get_if<RichBlock>(&flow.blocks[index].content);
  return block != nullptr && block->kind == RichBlock::Kind::rule;
}

// How many cards follow each other from a block on.
size_t count_records(const Flow& flow, size_t index) {
  const auto first = flow.blocks.begin() + static_cast<std::ptrdiff_t>(index);
  const auto is_record = [](const FlowBlock& block) { return std::holds_alternative<RecordBlock>(block.content); };
  return static_cast<size_t>(std::find_if_not(first, flow.blocks.end(), is_record) - first);
}

}  // namespace

void begin_block(FlowBuilder& flow, const FlowBlock& block) {
  flow.set_item(block.item);
  flow.set_target(block.is_target ? block.item : std::string());
}

FlowBoxes layout_flow(const Flow& flow, const FlowSetup& setup, Fonts& fonts) {
  FlowBuilder builder(setup, fonts);
  for (size_t i = 0; i < flow.blocks.size(); ++i) {
    const FlowBlock& block = flow.blocks[i];
    if (const size_t records = count_records(flow, i); records > 0) {
      add_records(builder, {&block, records});
      i += records - 1;
      continue;
    }
    begin_block(builder, block);
    const bool goes_on = is_rule(flow, i + 1);
    if (is_rule(flow, i) && (goes_on || (i > 0 && is_rule(flow, i - 1)))) {
      add_writing_line(builder, !goes_on);
      continue;
    }
    std::visit([&](const auto& content) { add_block(builder, content, block); }, block.content);
  }
  return builder.finish();
}

}  // namespace canvasbook
