#include "export/layout/flow/flow.h"

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
void add_block(FlowBuilder& flow, const SheetBlock& block, const FlowBlock&) { add_sheet(flow, block); }
void add_block(FlowBuilder& flow, const RecordBlock& block, const FlowBlock&) { add_record(flow, block); }
void add_block(FlowBuilder& flow, const FormBlock& block, const FlowBlock&) { add_form(flow, block); }

}  // namespace

FlowBoxes layout_flow(const Flow& flow, const FlowSetup& setup, Fonts& fonts) {
  FlowBuilder builder(setup, fonts);
  for (const FlowBlock& block : flow.blocks) {
    builder.set_item(block.item);
    builder.set_target(block.is_target ? block.item : std::string());
    std::visit([&](const auto& content) { add_block(builder, content, block); }, block.content);
  }
  return builder.finish();
}

}  // namespace canvasbook
