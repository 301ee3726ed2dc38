// A finding of the review.
#pragma once

#include <string>
#include <vector>

#include "model/base/catalog.h"

namespace canvasbook {

// What a rule found. Rule, document and subject name a finding: a dismissal keeps them.
struct Finding {
  std::string rule;      // its words are in the catalog under "finding.<rule>"
  std::string document;  // id
  std::string subject;   // what it is about: an item's id, "<section id>/<block id>", "<item id>/<missing id>"
  std::vector<std::string> items;  // ids of what is concerned, the one to look at first
  Arguments arguments;             // for the words of the rule
  bool dismissed = false;
  std::string reason;  // of the dismissal

  bool operator==(const Finding&) const = default;
};

}  // namespace canvasbook
