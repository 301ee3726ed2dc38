#include "editor/dialogs/export_blanks.h"

#include <algorithm>
#include <map>
#include <utility>

#include "model/author_notes.h"
#include "model/call_gaps.h"
#include "model/placeholders.h"
#include "model/text_places.h"

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

// The names in braces that stand for nothing: those that nobody knows, or those without a value.
std::vector<BlankPlace> open_names(const Document& document, const Placeholders& known, bool of_unknown) {
  std::vector<BlankPlace> names;
  for (size_t s = 0; s < document.sections.size(); ++s) {
    const Section& section = *document.sections[s];
    if (defines_placeholders(section.content) || is_gaps(section) || is_author_notes(section)) continue;
    const std::vector<PlacedText> texts = texts_in_order(section.content);
    for (size_t i = 0; i < texts.size(); ++i) {
      for (const PlaceholderUse& use : placeholder_uses(*texts[i].text)) {
        const std::string* value = known.find(use.name);
        const bool is_open = of_unknown ? value == nullptr : value != nullptr && value->empty();
        if (is_open && !use.name.empty())
          names.push_back({s, i, texts[i].place, texts[i].text, use.range, !of_unknown});
      }
    }
  }
  return names;
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
  const auto count = [&](size_t document, const std::vector<BlankPlace>& blanks) {
    return count_printed(blanks, *found.workbook.documents[document], left_out, is_book ? nullptr : &printed, found);
  };
  const Placeholders known(found.workbook);
  for (size_t i = 0; i < left.size(); ++i) found.left += count(i, left[i].of_author);
  for (const bool of_unknown : {true, false}) {
    for (size_t i = 0; i < left.size(); ++i) {
      found.names += count(i, open_names(*found.workbook.documents[i], known, of_unknown));
    }
    if (of_unknown) found.has_unknown = found.names > 0;
  }
  for (size_t i = 0; i < left.size(); ++i) found.said += count(i, left[i].of_speaker);
  return found;
}

}  // namespace canvasbook
