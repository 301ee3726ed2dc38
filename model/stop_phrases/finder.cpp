#include "model/stop_phrases/finder.h"

#include <utility>

namespace canvasbook {

namespace {

constexpr size_t most_known_bytes = 4'000'000;  // of texts; then they are forgotten

}  // namespace

bool StopPhraseFinder::use(Language language, std::vector<StopPhrase> list) {
  if (matcher_ != nullptr && language == language_ && list == list_) return false;
  language_ = language;
  list_ = std::move(list);
  matcher_ = std::make_unique<StopPhraseMatcher>(starting_stop_list(language).conditions, list_, forms_);
  known_.clear();
  known_bytes_ = 0;
  return true;
}

const std::vector<StopMatch>& StopPhraseFinder::find(const std::string& text) {
  if (const auto found = known_.find(text); found != known_.end()) return found->second;
  if (known_bytes_ >= most_known_bytes) {
    known_.clear();
    known_bytes_ = 0;
  }
  known_bytes_ += text.size() + sizeof(StopMatch);
  return known_.emplace(text, matcher_->find(text)).first->second;
}

}  // namespace canvasbook
