// Which visits a figure of results comes from, and what of them: a print block and a page carry it as a text, so that a
// click on a bar leads to the visits behind it. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/visit_results.h"

namespace canvasbook {

struct ResultSubject {
  std::optional<std::string> place = {};  // an empty name: visits without a place
  std::optional<std::string> shopper = {};
  std::string month = {};  // "2026-05"; empty for any, as those below
  std::string part = {};   // id of a section or an item of the check list
  std::string visit = {};  // id, of one alone

  bool operator==(const ResultSubject&) const = default;
};

// That of a row of results, by its id; `place`: whose results alone they are.
ResultSubject subject_of(ResultsBy by, const std::string& id, const std::optional<std::string>& place = {});

// As one text, and back; nothing for a text that is none.
std::string write_subject(const ResultSubject& subject);
std::optional<ResultSubject> read_subject(std::string_view text);

// Whether a visit is finished, is taken by the filter, and counts in the figure of a subject: in a section or an item
// of the list where it has a mark there that applies.
bool is_counted_in(const Visits& visits, const Visit& visit, const ResultFilter& filter, const ResultSubject& subject);

// What a section or an item of the list is called, in the latest revision that has it; empty where none has.
std::string name_of_part(const Visits& visits, std::string_view part);

}  // namespace canvasbook
