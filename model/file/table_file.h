// Reads a table from a file that another program wrote.
#pragma once

#include <string>

#include "model/base/result.h"
#include "model/text/table_text.h"
#include "model/text/text_encoding.h"

namespace canvasbook {

struct TableFile {
  TableText table;
  TextEncoding encoding = TextEncoding::utf8;  // of the file
  size_t unreadable = 0;                       // characters of the file that read as U+FFFD
  std::string name;                            // of the file without its ending
};

// CSV, text with tabs, Markdown, whatever the file is called; a pipe may stand in its place. Errors: those of
// read_file; with the file's path, not_a_table for a file of another kind and for one without a text, and
// zeros_in_table for one in another encoding.
Result<TableFile> load_table(const std::string& path);

}  // namespace canvasbook
