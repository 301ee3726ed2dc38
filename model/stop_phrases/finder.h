// Finding the STOP phrases of a list in many texts, each looked at once.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/stop_phrases/matcher.h"

namespace canvasbook {

// Remembers what it found, up to some megabytes of texts. Works with stems alone, see README.md. Not for several
// threads at once.
class StopPhraseFinder {
 public:
  // From now on looks for these; returns whether they are others than before.
  bool use(Language language, std::vector<StopPhrase> list);

  const std::vector<StopPhrase>& list() const { return list_; }

  // What a text says of them, in order; valid until the next call.
  const std::vector<StopMatch>& find(const std::string& text);

 private:
  std::optional<Language> language_;
  std::vector<StopPhrase> list_;
  WordForms forms_;
  std::unique_ptr<StopPhraseMatcher> matcher_;
  std::unordered_map<std::string, std::vector<StopMatch>> known_;  // by text
  size_t known_bytes_ = 0;
};

}  // namespace canvasbook
