// The places that a document still has to fill in, such as [имя] or [price], and who fills them in. All that counts
// them counts by blanks_left().
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/item_edits.h"
#include "model/text/misspellings.h"
#include "model/workbook.h"

namespace canvasbook {

struct BlankPlace {
  size_t section = 0;  // its place in the document
  size_t order = 0;    // of the text in its section, see texts_in_order
  FieldPlace place;
  const std::string* text = nullptr;  // lives as long as the document
  WordRange range;                    // with the brackets
  bool by_speaker = false;            // who speaks fills it in, else the author
};

// The rules of the review that tell of blanks.
inline constexpr std::string_view left_blank_rule = "left_blank";
inline constexpr std::string_view left_blank_in_script_rule = "left_blank_in_script";

// What a text leaves open: words in square brackets. Names in braces are placeholders and none of it.
std::vector<WordRange> blanks_in_text(std::string_view text);

// Whether what stands between the brackets is brought by the talk: a name, a day, a sum, the client's words. Which
// these are is a list of the catalog, "blanks.of_the_talk", in both languages.
bool is_brought_by_the_talk(std::string_view words);

// Those of a section, in the order of its texts. The speaker fills in what the talk brings, where something is said to
// customers: in answers, dialogues, replacements and the column of wordings. All the rest is the author's. A STOP list
// has none, as what its replacements leave open is filled in where they replace a phrase; nor has the inbox of gaps.
std::vector<BlankPlace> blank_places(const Section& section);

// How a text that leaves something open is named by its findings and their dismissals.
std::string blank_subject(const Section& section, const FieldPlace& place);

struct BlanksLeft {
  std::vector<BlankPlace> of_author;
  std::vector<BlankPlace> of_speaker;
};

// Those of a document in the order in which it is read, without what was dismissed in the review. What comes from the
// template untouched is among them.
BlanksLeft blanks_left(const Workbook& workbook, const Document& document);

}  // namespace canvasbook
