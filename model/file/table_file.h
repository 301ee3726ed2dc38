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

// The text of a file that can hold a table, before it is looked for. Errors: those of load_table, but for a text
// without a table.
Result<DecodedText> load_table_text(const std::string& path);

// The same of a file with visits; not_visits in place of not_a_table.
Result<DecodedText> load_visits_text(const std::string& path);

// CSV, text with tabs, Markdown, whatever the file is called; a pipe may stand in its place. Errors: those of
// read_file; with the file's path, not_a_table for a file of another kind and for one without a text, and
// zeros_in_table for one in another encoding.
Result<TableFile> load_table(const std::string& path);

}  // namespace canvasbook
