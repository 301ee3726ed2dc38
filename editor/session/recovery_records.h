// The text of a recovery journal: lines of JSON, each behind a checksum of its bytes, so that a line that was torn by a
// crash is told from a whole one.
//
//   1. the header: {"recovery": 1, "path", "title", "time", "saved", "known", "bytes": of the second
//      line}; what "known" is says RecoveryHeader
//   2. the workbook as its file would hold it, on one line
//   3. and on, a line a record: {"time", and of what follows what changed:
//      "properties": text of a workbook without documents, "order": ids of the documents,
//      "documents": [documents, their sections as ids], "sections": [{"document": id, "section": the section}],
//      "saved": the path it was just saved under, "known" with it}
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "editor/session/recovery.h"

namespace canvasbook {

constexpr int recovery_version = 1;

// The first record: two lines. `saved`: the file under header.path holds this very workbook.
std::string first_record(const RecoveryHeader& header, const Workbook& workbook, bool saved);

// What changed from one workbook to another, as one line; nothing where nothing did and `saved_as` is nullptr.
// Looks only into documents and sections that are not the same shared object.
std::optional<std::string> change_record(const Workbook& before, const Workbook& after, const std::string& time,
                                         const std::string* saved_as, const std::string& known = {});

// What a journal holds, up to its last whole line; all but `id` is set. Should that be no workbook, then the last
// record before it that is one. Errors: not_json with the line where not even the first record is whole, newer_version,
// and those of read_workbook.
RecoveredWorkbook read_journal(std::string_view content);

// What a journal of this size says by its beginning alone: nothing unless the first record is whole in length, and the
// only one.
std::optional<RecoveryGlimpse> glimpse_of_header(std::string_view beginning, size_t size);

// What a journal says by its beginning, with the first line, and by its last line. Nothing where they are not whole, or
// the journal is of a newer version.
std::optional<RecoveryGlimpse> glimpse_of_records(std::string_view beginning, std::string_view last);

}  // namespace canvasbook
