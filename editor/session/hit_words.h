// The place of a hit in words, for the list of hits and for the command line.
#pragma once

#include <string>

#include "model/base/catalog.h"
#include "model/find.h"

namespace canvasbook {

// "Business model › Canvas"; for a text of the workbook itself what the catalog calls that.
std::string section_words(const FoundText& text, const Catalog& catalog);

// What the text belongs to in its section: the block of a note, the cue of an answer, the column of a cell; or what it
// is, such as a title. May be empty.
std::string item_words(const FoundText& text, const Catalog& catalog);

}  // namespace canvasbook
