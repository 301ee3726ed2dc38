// The kind `replacements`: phrases that are not to be said, what is said instead, why, and what the client hears in
// them.
#pragma once

#include <string>
#include <vector>

#include "model/base/unknown_fields.h"
#include "model/kinds/fields.h"

namespace canvasbook {

struct Replacement {
  std::string id;
  std::string phrase;
  std::string replacement;
  std::string reason;
  UnknownFields unknown;
  std::string hears = {};  // what the client hears in the phrase

  bool operator==(const Replacement&) const = default;
};

struct Replacements {
  static constexpr bool is_list_of_items = true;

  std::vector<Replacement> replacements;

  bool operator==(const Replacements&) const = default;
};

template <class Visitor, OneOf<Replacement> Value>
void describe(Visitor& visitor, Value& replacement) {
  visitor.id("id", replacement.id);
  visitor.text("phrase", replacement.phrase);
  visitor.text("replacement", replacement.replacement);
  visitor.text("reason", replacement.reason);
  visitor.text("hears", replacement.hears);
  visitor.unknown(replacement.unknown);
}

template <class Visitor, OneOf<Replacements> Value>
void describe(Visitor& visitor, Value& replacements) {
  visitor.list("replacements", replacements.replacements);
}

// The list that a new item goes to where nothing says where.
inline auto& main_list(Replacements& content) { return content.replacements; }

}  // namespace canvasbook
