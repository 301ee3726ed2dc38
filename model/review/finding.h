// A finding of the review.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/catalog.h"

namespace canvasbook {

// How bad it is if it stays. What is unfilled has a number of its own, so that filling it in never raises that of the
// findings. A hint is told quietly: it neither counts nor keeps `check` from being content.
enum class Harm { broken, lacking, unfilled, hint };

// One of several mends of which one can be chosen: the item that it ties, and what it is called.
struct MendChoice {
  std::string item;  // id of a segment or a note; or item_stays
  std::string name;
  bool operator==(const MendChoice&) const = default;
};

// The choice that leaves an item as it is, and takes it for looked at.
inline constexpr std::string_view item_stays = "stays";

// What a rule found. Rule, document and subject name a finding: a dismissal keeps them.
struct Finding {
  std::string rule;      // its words are in the catalog under "finding.<rule>"
  std::string document;  // id
  std::string subject;   // what it is about: an item's id, "<section id>/<block id>", "<item id>/<missing id>"
  std::vector<std::string> items;  // ids of what is concerned, the one to look at first
  Arguments arguments;             // for the words of the rule
  bool dismissed = false;
  std::string reason;  // of the dismissal

  std::string mended_at = {};  // where to go to first: "<section id>/<block id>"; empty: the first item
  std::string field = {};      // of the first item, see FieldPlace; empty: the item as a whole
  bool has_mend = false;       // see mend.h
  std::string kind = {};       // where a rule finds several: which, such as the id of a STOP phrase
  size_t places = 1;           // in its text
  std::vector<MendChoice> choices = {};
  std::string chosen = {};  // the item of the choice by which it is mended, see with_choice() in mend.h

  bool operator==(const Finding&) const = default;
};

// The name by which `check --dismiss` and the panel know a finding of a document.
inline std::string finding_name(const Finding& finding) { return finding.rule + ":" + finding.subject; }

// What fills a place in the words of a finding; nullptr where nothing does.
inline const std::string* argument_of(const Finding& finding, std::string_view name) {
  for (const auto& [key, text] : finding.arguments) {
    if (key == name) return &text;
  }
  return nullptr;
}

}  // namespace canvasbook
