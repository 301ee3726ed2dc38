// Composing sections, one file a kind. Internal to export/.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "export/print_document.h"
#include "model/base/catalog.h"
#include "model/segments.h"
#include "model/touchpoints.h"
#include "model/workbook.h"

namespace canvasbook {

// What composing a section may ask about its surroundings.
struct ComposeContext {
  const Workbook& workbook;
  const Document& document;
  const IdIndex<Segment>& segments;
  const TouchpointNames& touchpoints;
  const Catalog& catalog;                               // in the document's language
  std::string date;                                     // as it is printed
  const std::unordered_set<std::string_view>& answers;  // ids of those that are printed, here or in another document
  size_t boards = 0;                                    // in the document
  std::unordered_map<const Section*, size_t> cards_before = {};  // see count_cards_before
};

// The parts that a section prints as; none where it is empty. One overload a kind.
using PrintParts = std::vector<PrintPart>;
PrintParts compose_content(const Section& section, const Board& board, const ComposeContext& context);
PrintParts compose_content(const Section& section, const Prose& prose, const ComposeContext& context);
PrintParts compose_content(const Section& section, const Responses& responses, const ComposeContext& context);
PrintParts compose_content(const Section& section, const Replacements& list, const ComposeContext& context);
PrintParts compose_content(const Section& section, const Dialogue& dialogue, const ComposeContext& context);
PrintParts compose_content(const Section& section, const Checklist& checklist, const ComposeContext& context);
PrintParts compose_content(const Section& section, const Sheet& sheet, const ComposeContext& context);

// How many cards stand before those of a section: the cards of one role are numbered through their document.
std::unordered_map<const Section*, size_t> count_cards_before(const Document& document);

// The cover and the contents that a document asks for; its title where it has no cover and is not named by what
// follows.
PrintParts compose_front(const ComposeContext& context, bool is_named);

// Appends Markdown as blocks of an item, its headings moved down by some levels. A line feed in a paragraph breaks the
// line, as its author saw it.
void append_markdown(Flow& flow, const std::string& item, const std::string& markdown, int heading_shift);

// A heading or a paragraph of a flow.
FlowBlock heading_block(std::string item, int level, std::string text);
FlowBlock paragraph_block(std::string item, Spans spans);

// Running text under the section's heading; for a section without a title no heading stands in it yet.
PrintPart flow_part(const Section& section, const ComposeContext& context);
Flow& flow_of(PrintPart& part);

// What the author wrote, as it can be printed: without white space at both ends.
std::string printed_text(const std::string& text);

// The same with the marks that Markdown has inside a line: emphasis, code, links. A line that Markdown would take for
// more, such as a heading or a list, stays as it is written, so that no word is lost.
Spans printed_spans(const std::string& text);
Span plain_span(std::string text);

}  // namespace canvasbook
