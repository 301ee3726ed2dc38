// Writing check lists as a page to fill in on a phone.
#pragma once

#include <string>

#include "export/print_document.h"

namespace canvasbook {

// One HTML file with all that it needs, in the language of its first part. It has the check lists of a print document,
// each part's FormBlock with the running text before it; other parts are left out. Texts of the author stand in it as
// JSON in a block that no browser runs, with "<" escaped, or escaped as HTML, and its policy lets only the script run
// that was built into the program. The page saves what is filled in as CSV that read_visits takes: items by their ids,
// marks in the words of the list. A draft belongs to the id of its list and to a checksum of what the list asks.
std::string write_phone_form(const PrintDocument& document);

}  // namespace canvasbook
