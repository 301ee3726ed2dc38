// How far a document is: which of its blocks and sections hold something.
#pragma once

#include <string>
#include <vector>

#include "model/base/catalog.h"
#include "model/workbook.h"

namespace canvasbook {

// A part in which nothing stands yet.
struct EmptyPart {
  std::string item;  // "<section id>/<block id>", or the section's id
  std::string title;
};

struct Progress {
  size_t filled = 0;
  size_t count = 0;
  std::vector<EmptyPart> empty;  // in the order of filling
};

// The blocks of a board; any other section is one part. Running text is none: it may be the heading of deeper sections.
Progress progress_of(const Section& section);
Progress progress_of(const Document& document);

// That of several together; which of their parts are empty is not told.
Progress sum_of(const Progress& one, const Progress& other);

// "3 of 9 filled".
std::string progress_words(const Catalog& catalog, const Progress& progress);

// What is said where nothing is found; as long as parts are empty, that this is so far, and how many are filled.
std::string nothing_found_words(const Catalog& catalog, const Progress& progress);

}  // namespace canvasbook
