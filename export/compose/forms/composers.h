// Composing the print forms, one file a form. Internal to export/.
#pragma once

#include <string>
#include <vector>

#include "export/compose/forms/page_numbers.h"
#include "export/compose/options.h"
#include "export/compose/section.h"
#include "model/kinds/checklist.h"

namespace canvasbook {

// See PrintForm::compose.
PrintParts compose_cue_index(const ComposeContext& context, const PageNumbers& pages);
PrintParts compose_pocket_cards(const ComposeContext& context, const PageNumbers& pages);
PrintParts compose_wall_sheet(const ComposeContext& context, const PageNumbers& pages);
PrintParts compose_role_play(const ComposeContext& context, const PageNumbers& pages);
PrintParts compose_scorecard(const ComposeContext& context, const PageNumbers& pages);
PrintParts compose_standard_cards(const ComposeContext& context, const PageNumbers& pages);
PrintParts compose_poster(const ComposeContext& context, const PageNumbers& pages);
PrintParts compose_four_question_cards(const ComposeContext& context, const PageNumbers& pages);
PrintParts compose_eight_question_cards(const ComposeContext& context, const PageNumbers& pages);
PrintParts compose_call_scheme(const ComposeContext& context, const PageNumbers& pages);
PrintParts compose_signatures(const ComposeContext& context, const PageNumbers& pages);
PrintParts compose_results(const ComposeContext& context, const PageNumbers& pages);
PrintParts compose_phone_form(const ComposeContext& context, const PageNumbers& pages);
PrintParts compose_coverage(const ComposeContext& context, const PageNumbers& pages);

// See PrintForm::has.
bool has_printed_cues(const ComposeContext& context);
bool has_stop_phrases(const ComposeContext& context);
bool has_call_scheme(const ComposeContext& context);
bool has_talks(const ComposeContext& context);
bool has_standards(const ComposeContext& context);
bool has_rules(const ComposeContext& context);
bool has_question_cards(const ComposeContext& context);
bool has_finished_visits(const ComposeContext& context);
bool has_checks(const ComposeContext& context);
bool has_coverage(const ComposeContext& context);

// See compose_form: compared with the older copy of the options, which there must be. Where nothing changed, a
// sentence.
PrintDocument compose_changes(const Workbook& workbook, const ComposeOptions& options, const PageNumbers& pages);

// What is looked at when a call is listened to, by the stages of a sales book; without groups where a document has no
// cues. The items have the ids of the sections that they ask for.
Checklist scorecard_of(const Document& document, const Placeholders& placeholders, const Catalog& catalog);

// Of what the forms are made, as it prints: placeholders are filled in.
std::string printed_title(const ComposeContext& context);                          // of the document
std::string printed_title(const Section& section, const ComposeContext& context);  // with its number; the document's
                                                                                   // where it has none

// The cues of a section that have words, with their answers.
struct PrintedResponse {
  std::string item;
  ResponseBlock block;
};
std::vector<PrintedResponse> printed_responses(const Section& section, const ComposeContext& context);

// Whether a text prints any words once its placeholders are filled in.
bool prints_words(const std::string& text, const ComposeContext& context);

// What a section prints as in the book.
PrintParts filled_parts(const Section& section, const ComposeContext& context);

// Running text on pages of its own, under a heading of the highest level.
PrintPart form_part(const ComposeContext& context, const std::string& heading);

// Spans as one line of at most so many words, "…" behind those that are left out.
std::string first_words(const Spans& text, size_t most);

}  // namespace canvasbook
