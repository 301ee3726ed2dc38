#include "editor/dialogs/export_blanks.h"

#include <algorithm>
#include <map>
#include <utility>

namespace canvasbook {

namespace {

// Adds what of these places is printed; `printed`: how often by their words, nothing where all are.
size_t count_printed(const std::vector<BlankPlace>& blanks, const Document& document, const ExportParts& left_out,
                     std::map<std::string, size_t>* printed, PrintedBlanks& found) {
  size_t count = 0;
  for (const BlankPlace& blank : blanks) {
    if (!left_out.prints(document, *document.sections[blank.section])) continue;
    if (printed != nullptr) {
      const auto place = printed->find(words_of_blank(blank));
      if (place == printed->end() || place->second == 0) continue;
      --place->second;
    }
    ++count;
    if (found.first) continue;
    found.first = blank;
    found.document = document.id;
  }
  return count;
}

// What a form prints, by the words.
std::map<std::string, size_t> printed_in(const Workbook& workbook, const ExportParts& left_out, const PrintForm& form) {
  ComposeOptions options{{}, {}, workbook.modified};
  for (const auto& document : workbook.documents) {
    if (left_out.has(*document)) options.documents.push_back(document->id);
  }
  options.sections = left_out.chosen_sections(workbook);
  std::map<std::string, size_t> printed;
  if (options.documents.empty()) return printed;
  for (std::string& blank : printed_blanks(compose_form(form, workbook, options))) ++printed[std::move(blank)];
  return printed;
}

}  // namespace

std::string words_of_blank(const BlankPlace& blank) {
  return blank.text->substr(blank.range.begin, blank.range.end - blank.range.begin);
}

PrintedBlanks printed_blanks_of(const Workbook& workbook, const ExportParts& left_out, const PrintForm& form) {
  PrintedBlanks found;
  found.workbook = workbook;
  if (form.compares) return found;
  std::map<std::string, size_t> printed;
  const bool is_book = is_whole_book(form);
  if (!is_book) printed = printed_in(found.workbook, left_out, form);
  std::vector<BlanksLeft> left;
  for (const auto& document : found.workbook.documents) left.push_back(blanks_left(found.workbook, *document));
  for (const bool of_author : {true, false}) {
    for (size_t i = 0; i < left.size(); ++i) {
      const std::vector<BlankPlace>& blanks = of_author ? left[i].of_author : left[i].of_speaker;
      (of_author ? found.left : found.said) +=
          count_printed(blanks, *found.workbook.documents[i], left_out, is_book ? nullptr : &printed, found);
    }
  }
  return found;
}

}  // namespace canvasbook
