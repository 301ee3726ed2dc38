// What the rules of the review share, one file of rules a kind. Internal to the review.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "model/base/id_index.h"
#include "model/call_scheme.h"
#include "model/placeholders.h"
#include "model/review/finding.h"
#include "model/review/untouched.h"
#include "model/segments.h"
#include "model/touchpoints.h"

namespace canvasbook {

// Where a note stands.
struct NotePlace {
  const Board* board;
  const Block* block;
  const Note* note;
};

// A standard that sets a target at a touchpoint.
struct StandardTarget {
  const Sheet* sheet;
  const SheetRow* row;
  std::string_view touchpoint;  // id
};

// Where a service standard stands.
struct StandardPlace {
  const Document* document;
  const Sheet* sheet;
  const SheetRow* row;
};

// What the rules may ask about a workbook, gathered once.
struct WorkbookReview {
  const Workbook& workbook;
  const IsUntouched& is_untouched;
  Date today;
  std::vector<Segment> registered;
  IdIndex<Segment> segments;
  std::unordered_map<std::string, const Segment*> first_of_name;  // by same_name
  std::unordered_map<std::string_view, NotePlace> notes;          // of all boards, by id; no parked ones
  std::unordered_map<std::string_view, const Answer*> answers;    // by id
  std::vector<Touchpoint> registered_touchpoints;
  TouchpointNames touchpoints;
  std::unordered_map<std::string, std::vector<const Touchpoint*>> touchpoints_of_name;  // by same_name, in their order
  std::unordered_map<std::string_view, StandardPlace> standards;                        // by id
  std::unordered_set<std::string_view> checked_standards;             // that items of check lists measure
  std::unordered_set<std::string_view> standards_of;                  // touchpoints that a service standard names
  std::unordered_map<std::string_view, StandardTarget> contradicted;  // by the id of a standard: one before it that
                                                                      // asks another target of the same
  Placeholders placeholders;
};

// All that a rule may ask about one document.
struct DocumentReview {
  const WorkbookReview& all;
  const Document& document;
  std::vector<const Section*> judged;  // what is broken is told of all sections, the rest where the author has written
  const Catalog& catalog;
  const CallScheme& calls;
  const CallFaults& call_faults;
  std::vector<Finding>& findings;

  // `subject`: the first item where it is left out.
  Finding& add(std::string_view rule, std::vector<std::string> items, Arguments arguments,
               std::string subject = {}) const {
    if (subject.empty()) subject = items.front();
    return findings.emplace_back(
        Finding{std::string(rule), document.id, std::move(subject), std::move(items), std::move(arguments), false, {}});
  }

  // A text for use inside a sentence, without the marks of emphasis.
  std::string quoted(std::string_view text) const;

  // What a text says from a byte on, as much as fits a line, to show which of several places is meant.
  std::string quoted_from(std::string_view text, size_t begin) const;
};

// Finds the standards that ask different targets of the same; the touchpoints are gathered before.
void gather_contradictions(WorkbookReview& all);

// Up to three texts for use inside a sentence, and how many there are beside them.
std::string first_of(const DocumentReview& at, const std::vector<std::string_view>& texts);

// Whether a text says nothing; whether a row does.
bool blank(const std::string& text);
bool all_blank(const SheetRow& row);

// Calls visit(const Section&, const Kind&) for each section of a kind that is judged.
template <class Kind, class Visit>
void for_each_judged(const DocumentReview& at, Visit visit) {
  for (const Section* section : at.judged) {
    if (const Kind* kind = std::get_if<Kind>(&section->content)) visit(*section, *kind);
  }
}

// The same for each section of a kind.
template <class Kind, class Visit>
void for_each_section_of(const Document& document, Visit visit) {
  for (const auto& section : document.sections) {
    if (const Kind* kind = std::get_if<Kind>(&section->content)) visit(*section, *kind);
  }
}

// A rule looks at a whole document.
struct Rule {
  std::string_view name;
  Harm harm;
  void (*find)(const DocumentReview& at, std::string_view rule);
};

// The rules, in the order in which findings are listed. Those of boards look at one board after the other.
struct RuleName {
  std::string_view name;
  Harm harm;
};
std::span<const RuleName> board_rule_names();
void review_boards(const DocumentReview& at);
std::span<const Rule> section_rules();       // of links between sections: modules, speakers, columns, touchpoints
std::span<const Rule> text_rules();          // of what texts leave open or say differently
std::span<const Rule> sales_rules();         // of a sales book: calls with a goal, answers, dialogues, phrases to avoid
std::span<const Rule> call_rules();          // of where answers lead
std::span<const Rule> dialogue_rules();      // of dialogues that go another way than the answers
std::span<const Rule> answer_rules();        // of cues and what is said to them, of advantages and what they bring
std::span<const Rule> standards_rules();     // of service standards
std::span<const Rule> checklist_rules();     // of check lists
std::span<const Rule> metric_rules();        // of sheets of goals and their metrics
std::span<const Rule> economics_rules();     // of unit economics
std::span<const Rule> plan_rules();          // of plans with dates and the ledger of expectations
std::span<const Rule> rota_rules();          // of plans of mystery visits
std::span<const Rule> visit_action_rules();  // of what is to be done about the results of visits
std::span<const Rule> revision_rules();      // of documents that nobody has gone through for long
std::span<const Rule> stop_phrase_rules();   // of what staff say

}  // namespace canvasbook
