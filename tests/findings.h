// Questions about what the review finds, for tests.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "model/review/review.h"

namespace canvasbook::samples {

// The subjects of the findings of a rule, each with a space behind it.
inline std::string subjects_of(const Workbook& workbook, std::string_view rule) {
  std::string subjects;
  for (const Finding& finding : review(workbook)) {
    if (finding.rule != rule) continue;
    subjects += finding.subject + " ";
    for (const Language language : {Language::en, Language::ru}) {
      const FindingWords words = finding_words(finding, Catalog::of(language));
      for (const std::string& text : {words.what, words.why, words.way_out}) {
        CAPTURE(text);
        CHECK(text.find('{') == std::string::npos);
        CHECK(text.find("finding.") == std::string::npos);
      }
    }
  }
  return subjects;
}

}  // namespace canvasbook::samples
