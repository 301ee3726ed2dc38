// What the rules of the review share, one file of rules a kind. Internal to the review.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "model/base/id_index.h"
#include "model/review/finding.h"
#include "model/segments.h"
#include "model/touchpoints.h"

namespace canvasbook {

// Where a note stands.
struct NotePlace {
  const Block* block;
  const Note* note;
};

// All that a rule may ask about one document.
struct DocumentReview {
  const Workbook& workbook;
  const Document& document;
  const IdIndex<Segment>& segments;
  const std::unordered_map<std::string_view, NotePlace>& notes;  // of the whole workbook, by id; no parked ones
  const std::unordered_set<std::string_view>& answers;           // ids of the whole workbook
  const TouchpointNames& touchpoints;
  const Catalog& catalog;
  std::vector<Finding>& findings;

  // `subject`: the first item where it is left out.
  void add(std::string_view rule, std::vector<std::string> items, Arguments arguments, std::string subject = {}) const {
    if (subject.empty()) subject = items.front();
    findings.push_back(
        {std::string(rule), document.id, std::move(subject), std::move(items), std::move(arguments), false, {}});
  }

  // A text for use inside a sentence, without the marks of emphasis.
  std::string quoted(std::string_view text) const;
};

// Whether a text says nothing; whether a row does.
bool blank(const std::string& text);
bool all_blank(const SheetRow& row);

// Calls visit(const Section&, const Kind&) for each section of a kind.
template <class Kind, class Visit>
void for_each_section_of(const Document& document, Visit visit) {
  for (const auto& section : document.sections) {
    if (const Kind* kind = std::get_if<Kind>(&section->content)) visit(*section, *kind);
  }
}

// A rule looks at a whole document.
struct Rule {
  std::string_view name;
  void (*find)(const DocumentReview& at, std::string_view rule);
};

// The rules, in the order in which findings are listed. Those of boards look at one board after the other.
std::span<const std::string_view> board_rule_names();
void review_boards(const DocumentReview& at);
std::span<const Rule> section_rules();    // of what every kind may lack
std::span<const Rule> sales_rules();      // of a sales book (method row M11)
std::span<const Rule> standards_rules();  // of service standards and check lists (M13, M18)

}  // namespace canvasbook
