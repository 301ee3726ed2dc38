// The library of templates: documents to start from and the guides that teach how to fill them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/identifier.h"
#include "model/base/result.h"
#include "model/workbook.h"

namespace canvasbook {

// A type to choose from.
struct GuideType {
  std::string id;
  std::string title;
  std::string text;
  std::string example;
};

// What a block or section teaches: what it is, the types to choose from, helper questions, typical mistakes, example
// wordings and a practice task.
struct Guide {
  std::string what;
  std::vector<GuideType> types;
  std::vector<std::string> questions;
  std::vector<std::string> mistakes;
  std::vector<std::string> examples;
  std::vector<std::string> practice;
};

struct Template {
  std::string id;
  Language language = Language::en;
  std::string title;
  std::string summary;
  Document document;                                 // without id and language; only own templates have notes
  std::map<std::string, Guide, std::less<>> guides;  // by block id, or by section role for a section without blocks
};

// The templates of a language in the order of the gallery. Loaded once, on first use; safe from any thread.
const std::vector<Template>& templates_in(Language language);

// The template with an id, or nullptr.
const Template* find_template(Language language, std::string_view id);

// A new document from a template. The document, its sections and its notes have ids of their own, and links between its
// notes follow. `made`: the day from which its period of revision counts, if it has one.
Document make_document(const Template& source, IdSource& ids, const std::optional<Date>& made = {});

// Templates as JSON for other programs: id, title, summary, blocks and whole guides. `only`: the id of the one that is
// wanted, or empty for all.
std::string templates_as_json(Language language, std::string_view only = {});

// Reads one template file of the library; exposed for tests. Errors: those of parse_json; wrong_type, missing_field,
// bad_value, outside_grid and unknown_kind with the item's path.
Result<Template> read_template(std::string_view text, Language language);

// Reads and writes a template file that names its language, as those of own_templates.h do; its summary may be missing.
// Errors as of read_template.
Result<Template> read_own_template(std::string_view text);
std::string write_own_template(const Template& source);

}  // namespace canvasbook
