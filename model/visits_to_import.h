// Visits that would come in from a text, and what is wrong with it: see visits_import.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "model/base/catalog.h"
#include "model/kinds/visits.h"

namespace canvasbook {

enum class ImportProblemKind : std::uint8_t {
  no_head,         // no columns that say where, when and what
  unknown_column,  // of a row a visit; value: its name
  no_date,
  bad_date,          // value
  bad_time,          // value
  unknown_item,      // value
  ambiguous_item,    // value: several items are called so
  bad_answer,        // item, value, offered
  ambiguous_answer,  // item, value, offered: several levels of an own scale are called so
  answered_twice,    // item
  text_twice,        // item, value: a second comment or proof
  text_of_none,      // value: a comment or a proof of what has none
  other_head,        // value: the visit; a row of it has another place, shopper, date or time
  same_visit,        // stands above already, with other answers, and nothing tells the two apart
  known_visit,       // is there already, with other answers
  nothing_filled,    // a task list without a tick
  stray_text,        // value: a line of a task list that belongs to no item
  more_cells,        // value: a cell without a column
  doubled_column,    // value: its name; there is one of its kind before it
  column_of_none,    // value: a column of comments or proofs without an item before it
};
const char* problem_name(ImportProblemKind kind);  // "bad_date"; keys of the catalog are visits_import.<name>

struct ImportProblem {
  ImportProblemKind kind{};
  size_t line = 0;  // of the text, from 1
  std::string value = {};
  std::string item = {};
  Scale scale = Scale::inherited;  // of a bad answer; or the own scale, if it has levels
  OwnScale own_scale = {};

  bool operator==(const ImportProblem&) const = default;
};

// "Line 7: …", what is wrong and what to do.
std::string problem_words(const ImportProblem& problem, const Catalog& words);

struct LeftOutVisit {
  VisitHead head;
  size_t line = 0;  // where it begins
};

// What would come in. Where anything is wrong nothing does.
struct VisitsImport {
  std::vector<Visit> visits;            // without ids; their marks are those of the list's items
  std::vector<LeftOutVisit> doubled;    // visits that are there already or stand twice: left out
  size_t unfinished = 0;                // of the visits, those that lack marks: they come in as drafts
  size_t answers = 0;                   // marks that the visits have
  std::vector<ImportProblem> problems;  // in the order of lines, the first `most_problems`
  size_t problem_count = 0;             // of all

  bool is_good() const { return problem_count == 0; }
};
inline constexpr size_t most_problems = 20;

}  // namespace canvasbook
