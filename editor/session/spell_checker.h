// Checks what is on the screen against the dictionaries. These are read, and suggestions searched for, beside the
// window; what was checked once is kept, so that a frame only looks it up.
#pragma once

#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <vector>

#include "editor/text/words.h"
#include "model/text/spelling.h"
#include "model/text/word_list.h"

namespace canvasbook {

// A word that no dictionary knows: code points of the paragraph that was checked.
struct CheckedWord {
  TextRange range;
  bool is_own = false;  // it is one of the workbook's own words, and right
  bool operator==(const CheckedWord&) const = default;
};
using CheckedWords = std::vector<CheckedWord>;

// The methods are called by one thread, the window's.
class SpellChecker {
 public:
  // `folders`: where dictionaries may lie; none of them means that nothing is ever checked.
  explicit SpellChecker(std::vector<std::string> folders) : folders_(std::move(folders)) {}

  // Called once a frame while spelling is checked: begins to read the dictionaries the first time, takes over what has
  // come since, and lets the frame check some new words. Returns true once, in the first frame that has them. `wake` is
  // called, by any thread, when there is something new to draw; it may be empty.
  bool begin_frame(const std::function<void()>& wake);
  bool is_ready() const { return dictionaries_ != nullptr; }
  bool has(Language language) const { return is_ready() && dictionaries_->has(language); }

  // The dictionaries, for others who need word forms; nullptr until they are read.
  std::shared_ptr<const Spelling> dictionaries() const { return dictionaries_; }

  // The own words of the workbook that is shown.
  void set_own_words(const std::vector<std::string>& words);
  bool is_own(std::string_view word) const { return own_.knows(word); }

  // The words of a paragraph, or of any text, that no dictionary knows. Where a frame has checked enough already, and
  // while suggestions are searched for, a text that is new shows none, until a later frame.
  const CheckedWords& check(std::u32string_view paragraph);

  // The same without waiting: for a command, since a long text may take a tenth of a second.
  CheckedWords check_now(std::string_view text);

  // The suggestions for a word; nullptr while they are searched for, which asking begins. Only the last word asked for
  // is kept.
  const std::vector<std::string>* suggestions(const std::string& word);

  // Waits for what runs beside the window and takes it over.
  void finish();

 private:
  struct TextHash {
    using is_transparent = void;
    size_t operator()(std::u32string_view text) const { return std::hash<std::u32string_view>()(text); }
  };
  struct Search {
    std::string word;
    std::vector<std::string> found;
    bool is_done = false;
  };

  bool is_known(std::string_view word);
  CheckedWords checked(std::string_view text);

  std::vector<std::string> folders_;
  std::function<void()> wake_;
  std::shared_ptr<const Spelling> dictionaries_;
  bool has_begun_ = false;
  std::vector<std::string> own_words_;
  WordList own_;
  std::unordered_map<std::string, bool> words_;  // what the dictionaries said
  std::unordered_map<std::u32string, CheckedWords, TextHash, std::equal_to<>> paragraphs_;
  size_t asked_ = 0;  // words that the dictionaries were asked for in this frame
  std::optional<Search> search_;
  std::future<std::shared_ptr<const Spelling>> loading_;
  std::future<std::vector<std::string>> searching_;
  std::jthread beside_;  // reads the dictionaries, then searches; the last member, so that it ends first
};

}  // namespace canvasbook
