// Writing a print document as Markdown for wikis and code hosts.
#pragma once

#include <string>

#include "export/print_document.h"

namespace canvasbook {

// CommonMark with pipe tables and task lists. One sentence or item a line; the ids of items stand in comments, where an
// import finds them.
std::string write_markdown(const PrintDocument& document);

// The same without these comments.
std::string write_markdown_to_read(const PrintDocument& document);

}  // namespace canvasbook
