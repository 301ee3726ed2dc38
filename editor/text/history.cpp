#include "editor/text/history.h"

#include <utility>

#include "editor/text/words.h"

namespace canvasbook {

void TextHistory::record(TextChange change) {
  changes_.resize(done_);
  if (sealed_ || !join(change)) {
    changes_.push_back(std::move(change));
    ++done_;
  }
  sealed_ = false;
}

void TextHistory::unite(size_t first) {
  sealed_ = true;
  for (size_t i = first + 1; i < done_; ++i) changes_[i].goes_on = true;
}

const TextChange& TextHistory::undo() {
  sealed_ = true;
  return changes_[--done_];
}

const TextChange& TextHistory::redo() {
  sealed_ = true;
  return changes_[done_++];
}

bool TextHistory::join(const TextChange& change) {
  if (changes_.empty()) return false;
  TextChange& last = changes_.back();
  if (last.kind != change.kind) return false;
  switch (change.kind) {
    case TextChange::Kind::alone:
      return false;
    case TextChange::Kind::typing:
      if (!change.removed.empty() || last.begin + last.inserted.size() != change.begin) return false;
      if (is_blank(last.inserted.back()) && !is_blank(change.inserted.front())) return false;
      last.inserted += change.inserted;
      break;
    case TextChange::Kind::erasing_left:
      if (change.begin + change.removed.size() != last.begin) return false;
      last.begin = change.begin;
      last.removed.insert(0, change.removed);
      break;
    case TextChange::Kind::erasing_right:
      if (change.begin != last.begin) return false;
      last.removed += change.removed;
      break;
  }
  last.after = change.after;
  return true;
}

}  // namespace canvasbook
