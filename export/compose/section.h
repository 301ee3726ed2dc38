// Composing sections, one file a kind. Internal to export/.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "export/print_document.h"
#include "model/base/catalog.h"
#include "model/placeholders.h"
#include "model/segments.h"
#include "model/touchpoints.h"
#include "model/visit_results.h"
#include "model/workbook.h"

namespace canvasbook {

// A cue or a section of a book whose answers lead on.
struct NumberedPlace {
  std::string number;  // "3.1", "3"
  std::string words;   // what answers that lead there call it: "3.1", "3. Objections"

  bool operator==(const NumberedPlace&) const = default;
};
using NumberedPlaces = std::map<std::string, NumberedPlace>;  // by id

// What composing a section may ask about its surroundings.
struct ComposeContext {
  const Workbook& workbook;
  const Document& document;
  const IdIndex<Segment>& segments;
  const TouchpointNames& touchpoints;
  const Placeholders& placeholders;
  const Catalog& catalog;                               // in the document's language
  std::string date;                                     // as it is printed
  const std::unordered_set<std::string_view>& answers;  // ids of those that are printed, here or in another document
  size_t boards = 0;                                    // in the document
  std::unordered_map<const Section*, size_t> cards_before = {};  // see count_cards_before
  bool with_definitions = false;                                 // see ComposeOptions
  NumberedPlaces steps = {};                                     // see steps_of
  ResultFilter results = {};                                     // see ComposeOptions, as those below
  std::optional<double> target = {};
  ResultsBy results_by = ResultsBy::place;
  Date day = {};
};

// The parts that a section prints as; none where it is empty. One overload a kind.
using PrintParts = std::vector<PrintPart>;
PrintParts compose_content(const Section& section, const Board& board, const ComposeContext& context);
PrintParts compose_content(const Section& section, const Prose& prose, const ComposeContext& context);
PrintParts compose_content(const Section& section, const Responses& responses, const ComposeContext& context);
PrintParts compose_content(const Section& section, const Replacements& list, const ComposeContext& context);

// Whether a list says what the client hears; then that is the last column of its table.
bool has_hears(const Replacements& list);
PrintParts compose_content(const Section& section, const Dialogue& dialogue, const ComposeContext& context);
PrintParts compose_content(const Section& section, const Checklist& checklist, const ComposeContext& context);
PrintParts compose_content(const Section& section, const Sheet& sheet, const ComposeContext& context);
PrintParts compose_content(const Section& section, const Visits& visits, const ComposeContext& context);

// The finished visits with what each came to, in their order.
SheetBlock table_of_visits(const VisitResults& results, const Catalog& words);

// Actions in this order; those that are overdue on a day say so.
SheetBlock table_of_actions(const std::vector<const VisitAction*>& actions, const Visits& visits,
                            std::optional<Date> today, const Catalog& words);

// A row of a sheet as a card without a number: what it is called by, and its other cells below the titles of their
// columns.
RecordBlock record_of(const SheetRow& row, const Sheet& sheet, const ComposeContext& context);

// How many cards stand before those of a section: the cards of one role are numbered through their document.
std::unordered_map<const Section*, size_t> count_cards_before(const Document& document);

// The numbers of a document's sections with cues and of these cues, in the order of the document; none where no answer
// leads anywhere. The scheme, the headings, the cues, the index and the cards all tell these numbers.
NumberedPlaces steps_of(const Document& document);

// The number of a cue or a section; empty where it has none.
std::string step_number(const std::string& item, const ComposeContext& context);

// A title behind its number: "3. Objections".
std::string numbered_title(const std::string& number, const std::string& title);

// The page with the scheme; nothing where it has no stages.
PrintParts compose_scheme(const ComposeContext& context);

// Where an answer leads or how it ends, in words; empty where nothing is said of that.
std::string next_step_words(const Answer& answer, const ComposeContext& context);

// When a document was revised, who sees to it and by when it is to be again: "30 November 2026 · owner: head of sales ·
// next by 30 May 2027", behind the word paper.revised; empty where it has no date.
std::string revision_words(const Revision& revision, const Catalog& catalog);

// The line that tells this in running text, of a document.
FlowBlock revision_block(const std::string& document, const std::string& words, const Catalog& catalog);

// The cover and the contents that a document asks for; its title where it has no cover and is not named by what
// follows. Either tells its revision.
PrintParts compose_front(const ComposeContext& context, bool is_named);

// Appends Markdown as blocks of an item, its headings moved down by some levels. A line feed in a paragraph breaks the
// line, as its author saw it.
void append_markdown(Flow& flow, const std::string& item, const std::string& markdown, int heading_shift);

// A heading or a paragraph of a flow.
FlowBlock heading_block(std::string item, int level, std::string text);
FlowBlock paragraph_block(std::string item, Spans spans);

// How the items of a document's check lists are marked, as its author says it in a section of running text; empty where
// none does.
std::string marking_rules(const Document& document);

// Running text under the section's heading; for a section without a title no heading stands in it yet.
PrintPart flow_part(const Section& section, const ComposeContext& context);
Flow& flow_of(PrintPart& part);

// What the author wrote, as it can be printed: without white space at both ends.
std::string printed_text(const std::string& text);

// The same with the marks that Markdown has inside a line: emphasis, code, links. A line that Markdown would take for
// more, such as a heading or a list, stays as it is written, so that no word is lost.
Spans printed_spans(const std::string& text);
Span plain_span(std::string text);
Spans plain_cell(const std::string& text);  // printed, without marks; none for no text

}  // namespace canvasbook
