// `canvasbook check --spelling`: unknown words with what may be meant.
#include <algorithm>
#include <ostream>

#include "editor/command_line/commands.h"
#include "editor/command_line/terminal_text.h"
#include "model/file/markdown_workbook.h"
#include "model/file/workbook_file.h"
#include "model/text/misspellings.h"
#include "model/text/spelling.h"
#include "model/text/text.h"
#include "model/text/word_list.h"
#include "model/text_places.h"

namespace canvasbook {

namespace {

constexpr size_t most_around = 30;  // characters shown at each side of a word

std::string word_in(std::string_view text, const WordRange& range) {
  return std::string(text.substr(range.begin, range.end - range.begin));
}

// The line that a word stands in, cut on both sides.
std::string surroundings_of(std::string_view text, const WordRange& range) {
  const size_t feed = text.rfind('\n', range.begin);
  const size_t line = feed == std::string_view::npos ? 0 : feed + 1;
  size_t begin = range.begin;
  for (size_t count = 0; begin > line && count < most_around; ++count) {
    do {
      --begin;
    } while (begin > line && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80);
  }
  if (begin > line) {  // no half word
    while (begin < range.begin && text[begin - 1] != ' ') ++begin;
  }
  const size_t line_end = std::min(text.find('\n', range.end), text.size());
  size_t end = range.end;
  for (size_t count = 0; end < line_end && (count < most_around || (count < 2 * most_around && text[end] != ' '));
       ++count) {
    next_code_point(text, end);
  }
  return (begin > line ? "… " : "") + std::string(text.substr(begin, end - begin)) + (end < line_end ? " …" : "");
}

// Writes what is misspelt below one heading; returns how many words.
class SpellingReport {
 public:
  SpellingReport(const CommandContext& context, IsKnown is_known)
      : out_(context.world.out), is_known_(std::move(is_known)) {}

  void begin_document(const std::string& title) {
    document_ = title;
    section_.clear();
    check(title);
  }

  void begin_section(const std::string& title) {
    section_ = title;
    says_section_ = true;
    check(title);
  }

  void check(std::string_view text) {
    for (const WordRange& range : find_misspellings(text, is_known_)) {
      if (!document_.empty()) out_ << (count_ == 0 ? "" : "\n") << terminal_line(document_) << "\n";
      document_.clear();
      if (!section_.empty() && says_section_) out_ << "\n  " << terminal_line(section_) << "\n";
      says_section_ = false;
      out_ << "    " << word_in(text, range) << ": " << surroundings_of(text, range) << "\n";
      ++count_;
    }
  }

  size_t count() const { return count_; }

 private:
  std::ostream& out_;
  IsKnown is_known_;
  std::string document_;  // until it was written
  std::string section_;
  bool says_section_ = false;
  size_t count_ = 0;
};

bool is_language_used(const Workbook& workbook, Language language) {
  return std::ranges::any_of(workbook.documents, [&](const auto& document) { return document->language == language; });
}

}  // namespace

int run_spelling(const std::string& file, const CommandContext& context) {
  const auto read = load_any_workbook(file, context.world.today);
  if (!read) return report_unread(file, read.error(), context);
  const Workbook* loaded = &read->workbook;
  const Spelling spelling(context.world.dictionary_folders);
  for (const Language language : {Language::ru, Language::en}) {
    if (spelling.has(language) || !is_language_used(*loaded, language)) continue;
    const char* key = language == Language::ru ? "spelling.no_russian" : "spelling.no_english";
    context.world.err << context.catalog.text(key) << "\n";
  }
  const WordList own(loaded->own_words);
  SpellingReport found(context,
                       [&](std::string_view word) { return own.knows(word) || is_known_word(word, spelling); });
  for (const auto& document : loaded->documents) {
    found.begin_document(document->title);
    for (const auto& section : document->sections) {
      found.begin_section(section->title);
      for (const PlacedText& text : texts_in_order(section->content)) found.check(*text.text);
    }
  }
  if (found.count() > 0) context.world.out << "\n";
  context.world.out << (found.count() == 0 ? context.catalog.text("spelling.nothing")
                                           : context.catalog.count("spelling.total", found.count()))
                    << "\n";
  return found.count() > 0 ? exit_findings : exit_done;
}

}  // namespace canvasbook
