// A company's own templates: files in a folder, one a template, in the shape of those of the library.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "templates/library.h"

namespace canvasbook {

struct OwnTemplates {
  std::vector<Template> templates;  // in the order of their file names
  std::vector<Error> errors;        // of the files that could not be read; each names its file
};

// Reads all files NAME.json of a folder. A folder that does not exist holds none. Errors: those of read_file and
// read_own_template, duplicate_id where an earlier file has the id already, cannot_open for the folder itself.
OwnTemplates load_own_templates(const std::string& folder);

// Saves a document as a template, notes, parked notes and all, and returns the path of its new file, whose name comes
// from the title. Makes the folder where it is missing; never replaces a file. Links to notes of other documents are
// left out. Guides come along from the template that the document was made from, in the library or in the folder.
// Errors: missing_field for a blank title; those of write_file.
Result<std::string> save_own_template(const std::string& folder, const Document& document, std::string_view title,
                                      std::string_view summary);

}  // namespace canvasbook
