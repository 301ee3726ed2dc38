#include "model/blank_places.h"

#include <algorithm>
#include <set>

#include "model/author_notes.h"
#include "model/base/catalog.h"
#include "model/call_gaps.h"
#include "model/stop_phrases/spoken_texts.h"
#include "model/text/text.h"
#include "model/text_places.h"

namespace canvasbook {

namespace {

// Which texts of a section are said to customers.
class Script {
 public:
  explicit Script(const Content& content)
      : is_whole_(std::holds_alternative<Responses>(content) || std::holds_alternative<Dialogue>(content) ||
                  std::holds_alternative<Replacements>(content)) {
    const auto* sheet = std::get_if<Sheet>(&content);
    const SheetColumn* wording = sheet == nullptr ? nullptr : find_column(*sheet, "wording");
    if (wording != nullptr) column_ = wording->id;
  }

  bool holds(const FieldPlace& place) const { return is_whole_ || (!column_.empty() && place.field == column_); }

 private:
  bool is_whole_ = false;  // all of its texts
  std::string column_;     // of a sheet, those of this column; empty for none
};

using Words = std::set<std::string, std::less<>>;

// As the search compares them.
Words brought_by_the_talk() {
  Words words;
  for (const Language language : {Language::ru, Language::en}) {
    const std::string list = Catalog::of(language).text("blanks.of_the_talk");
    for (size_t begin = 0; begin < list.size();) {
      const size_t end = std::min(list.find(',', begin), list.size());
      words.insert(to_search_form(trim(std::string_view(list).substr(begin, end - begin))));
      begin = end + 1;
    }
  }
  return words;
}

// The texts of a document that were dismissed, by rule.
Words dismissed_in(const Workbook& workbook, const Document& document, std::string_view rule) {
  Words subjects;
  for (const Dismissal& dismissal : workbook.dismissed) {
    const bool is_here = dismissal.document.empty() || dismissal.document == document.id;
    if (dismissal.rule == rule && is_here) subjects.insert(dismissal.item);
  }
  return subjects;
}

}  // namespace

std::vector<WordRange> blanks_in_text(std::string_view text) {
  if (text.find('[') == std::string_view::npos) return {};
  std::vector<WordRange> blanks = find_blanks(text);
  std::erase_if(blanks, [&](const WordRange& blank) { return text[blank.begin] != '['; });
  return blanks;
}

bool is_brought_by_the_talk(std::string_view words) {
  static const Words known = brought_by_the_talk();
  return known.contains(to_search_form(trim(words)));
}

std::vector<BlankPlace> blank_places(const Section& section) {
  if (section.role == stop_list_role || is_gaps(section) || is_author_notes(section)) return {};
  const Script script(section.content);
  const std::vector<PlacedText> texts = texts_in_order(section.content);
  std::vector<BlankPlace> places;
  for (size_t i = 0; i < texts.size(); ++i) {
    const std::string_view text = *texts[i].text;
    for (const WordRange& range : blanks_in_text(text)) {
      const std::string_view words = text.substr(range.begin + 1, range.end - range.begin - 2);
      const bool by_speaker = script.holds(texts[i].place) && is_brought_by_the_talk(words);
      places.push_back({0, i, texts[i].place, texts[i].text, range, by_speaker});
    }
  }
  return places;
}

std::string blank_subject(const Section& section, const FieldPlace& place) {
  return (place.item.empty() ? section.id : place.item) + "/" + place.field;
}

BlanksLeft blanks_left(const Workbook& workbook, const Document& document) {
  const Words of_author = dismissed_in(workbook, document, left_blank_rule);
  const Words of_speaker = dismissed_in(workbook, document, left_blank_in_script_rule);
  BlanksLeft left;
  for (size_t s = 0; s < document.sections.size(); ++s) {
    for (BlankPlace& blank : blank_places(*document.sections[s])) {
      blank.section = s;
      const Words& dismissed = blank.by_speaker ? of_speaker : of_author;
      if (dismissed.contains(blank_subject(*document.sections[s], blank.place))) continue;
      (blank.by_speaker ? left.of_speaker : left.of_author).push_back(std::move(blank));
    }
  }
  return left;
}

}  // namespace canvasbook
