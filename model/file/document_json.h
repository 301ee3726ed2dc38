// Documents as JSON: used by workbook files and by template files. Include only from files that end in _json.cpp.
#pragma once

#include "model/base/json.h"
#include "model/workbook.h"

namespace canvasbook {

// Reads a document. In a template neither the ids of documents nor their language stand in the file.
enum class DocumentSource { workbook, template_file };
Document read_document(const Json& value, const JsonPlace& place, JsonErrors& errors, DocumentSource source);
Json write_document(const Document& document);

// One section, as it stands in its document's list.
Json write_section(const Section& section);

}  // namespace canvasbook
