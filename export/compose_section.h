// Composing sections, one file a kind. Internal to export/.
#pragma once

#include <vector>

#include "export/print_document.h"
#include "model/catalog.h"
#include "model/segments.h"
#include "model/workbook.h"

namespace canvasbook {

// What composing a section may ask about its surroundings.
struct ComposeContext {
  const Workbook& workbook;
  const Document& document;
  const std::vector<Segment>& segments;
  const Catalog& catalog;  // in the document's language
  std::string date;        // as it is printed
};

// The parts that a section prints as; none where it is empty.
using PrintParts = std::vector<PrintPart>;
PrintParts compose_board(const Section& section, const Board& board, const ComposeContext& context);
PrintParts compose_prose(const Section& section, const Prose& prose, const ComposeContext& context);

// The marks of the segments that a note serves, in the order of the register.
std::vector<SegmentMark> marks_of(const std::vector<std::string>& segment_ids, const ComposeContext& context);

// Appends Markdown as blocks of an item, its headings moved down by some levels.
void append_markdown(Flow& flow, const std::string& item, const std::string& markdown, int heading_shift);

// A heading of a flow.
FlowBlock heading_block(std::string item, int level, std::string text);

}  // namespace canvasbook
