// Adding the blocks of running text to a flow, one file a kind of block. Internal to export/.
#pragma once

#include <span>

#include "export/layout/flow/boxes.h"

namespace canvasbook {

// What is added from now on is of a block.
void begin_block(FlowBuilder& flow, const FlowBlock& block);

// Paragraphs, headings, lists, quotes, code, rules, tables (text.cpp, table.cpp).
void add_rich(FlowBuilder& flow, const RichBlock& block, float indent);
void add_list(FlowBuilder& flow, const RichBlock& list, float indent);
void add_table(FlowBuilder& flow, const RichBlock& table, float indent);

// A rule to write on from `indent` on: where several rules follow each other, they are room for an answer.
void add_writing_line(FlowBuilder& flow, bool is_last, float indent = 0);

// A heading with the marks and captions of its block.
void add_heading(FlowBuilder& flow, const RichBlock& heading, const FlowBlock* block, float indent);

void add_sheet(FlowBuilder& flow, const SheetBlock& sheet);                        // table.cpp
void add_index(FlowBuilder& flow, const SheetBlock& sheet);                        // index.cpp
void add_responses(FlowBuilder& flow, const ResponseBlock& response);              // responses.cpp
void add_records(FlowBuilder& flow, std::span<const FlowBlock> records);           // cards.cpp; RecordBlock in each
void add_talk(FlowBuilder& flow, const TalkBlock& talk);                           // talk.cpp
void add_form(FlowBuilder& flow, const FormBlock& form, const std::string& item);  // form.cpp; the section's id

void add_chart(FlowBuilder& flow, const PrintChart& chart, const std::string& item);  // chart.cpp; what its block is of

// How a text is set.
struct TextSetting {
  TextStyle style = {};
  float size = 0;
  float line = 0;
  float before = 0;
  RunRole role = RunRole::paragraph;
  Rgb colour = {};
  Hyphens hyphens = Hyphens::none;
  bool justified = false;
};
TextSetting body_setting(const FlowBuilder& flow);  // of the running text

// Text as one box a line between `x` and `x + width`; two lines at least stay together at either end. Returns the
// number of lines.
size_t add_text(FlowBuilder& flow, const Spans& spans, float x, float width, const TextSetting& setting);

}  // namespace canvasbook
