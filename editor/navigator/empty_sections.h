// Empty sections of each kind, as far as they can be written in at once, and documents that begin with one.
#pragma once

#include <string>
#include <vector>

#include "model/base/catalog.h"
#include "templates/library.h"

namespace canvasbook {

struct EmptySection {
  std::string name;  // in a list of what can be made
  Section section;
};

// One of each kind, in the order of Content; `words` are those of the document, since titles are printed.
std::vector<EmptySection> empty_sections(const Catalog& interface, const Catalog& words);

// Documents of one such section that belong to no template: a text, a check list, a table.
std::vector<Template> empty_documents(const Catalog& interface, Language language);

// The one of these that holds a check list.
Template empty_check_list(const Catalog& interface, Language language);

}  // namespace canvasbook
