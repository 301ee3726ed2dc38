#include "editor/session/spell_checker.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "model/text/misspellings.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr size_t most_asked = 250;        // words a frame, some 10 µs each
constexpr size_t most_paragraphs = 5000;  // kept; every key makes a new one
constexpr size_t most_words = 200000;     // kept

template <class Value>
bool has_come(const std::future<Value>& future) {
  return future.valid() && future.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}

// Begins a thread that makes the value of a future and then calls `wake`.
template <class Value, class Make>
std::jthread run_beside(std::future<Value>& future, std::function<void()> wake, Make make) {
  std::packaged_task<Value()> task(std::move(make));
  future = task.get_future();
  return std::jthread([task = std::move(task), wake = std::move(wake)]() mutable {
    task();
    if (wake) wake();
  });
}

// The ranges of bytes, which are in order, as ranges of code points.
CheckedWords in_code_points(std::string_view text, const std::vector<WordRange>& ranges) {
  CheckedWords words;
  size_t at = 0;
  size_t count = 0;
  const auto count_to = [&](size_t end) {
    for (; at < end; ++count) next_code_point(text, at);
    return count;
  };
  for (const WordRange& range : ranges) {
    const size_t begin = count_to(range.begin);
    words.push_back({{begin, count_to(range.end)}, false});
  }
  return words;
}

}  // namespace

bool SpellChecker::begin_frame(const std::function<void()>& wake) {
  asked_ = 0;
  wake_ = wake;
  if (folders_.empty()) return false;
  if (!std::exchange(has_begun_, true)) {
    beside_ = run_beside(loading_, wake_, [folders = folders_]() -> std::shared_ptr<const Spelling> {
      return std::make_shared<const Spelling>(folders);
    });
  }
  if (has_come(searching_)) {
    search_->found = searching_.get();
    search_->is_done = true;
  }
  if (!has_come(loading_)) return false;
  dictionaries_ = loading_.get();
  return true;
}

void SpellChecker::finish() {
  if (beside_.joinable()) beside_.join();
}

void SpellChecker::set_own_words(const std::vector<std::string>& words) {
  if (words == own_words_) return;
  own_words_ = words;
  own_ = WordList(words);
  paragraphs_.clear();
}

bool SpellChecker::is_known(std::string_view word) {
  const std::string key(word);
  if (const auto found = words_.find(key); found != words_.end()) return found->second;
  ++asked_;
  if (words_.size() > most_words) words_.clear();
  return words_[key] = is_known_word(word, *dictionaries_);
}

CheckedWords SpellChecker::checked(std::string_view text) {
  const auto unknown = find_misspellings(text, [this](std::string_view word) { return is_known(word); });
  CheckedWords words = in_code_points(text, unknown);
  for (size_t i = 0; i < words.size(); ++i) {
    words[i].is_own = is_own(text.substr(unknown[i].begin, unknown[i].end - unknown[i].begin));
  }
  return words;
}

const CheckedWords& SpellChecker::check(std::u32string_view paragraph) {
  static const CheckedWords none;
  if (!is_ready()) return none;
  if (const auto found = paragraphs_.find(paragraph); found != paragraphs_.end()) return found->second;
  const bool is_searching = search_ && !search_->is_done;
  if (is_searching || asked_ > most_asked) {
    if (!is_searching && wake_) wake_();
    return none;
  }
  if (paragraphs_.size() > most_paragraphs) paragraphs_.clear();
  return paragraphs_[std::u32string(paragraph)] = checked(to_utf8(paragraph));
}

CheckedWords SpellChecker::check_now(std::string_view text) { return is_ready() ? checked(text) : CheckedWords(); }

const std::vector<std::string>* SpellChecker::suggestions(const std::string& word) {
  if (!is_ready()) return nullptr;
  if (search_ && search_->word == word) return search_->is_done ? &search_->found : nullptr;
  if (search_ && !search_->is_done) return nullptr;  // of another word: it has to end first
  search_ = Search{word, {}, false};
  beside_ = run_beside(searching_, wake_, [dictionaries = dictionaries_, own = own_, word] {
    std::vector<std::string> found = own.resembling(word);
    const auto add = [&](const std::vector<std::string>& more) {
      for (const std::string& one : more) {
        if (found.size() < Spelling::most_suggestions && std::ranges::find(found, one) == found.end()) {
          found.push_back(one);
        }
      }
    };
    add(method_words().resembling(word));
    add(dictionaries->suggestions(word));
    return found;
  });
  return nullptr;
}

}  // namespace canvasbook
