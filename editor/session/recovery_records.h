// The text of a recovery journal: lines of JSON, each behind a checksum of its bytes, so that a line that was torn by a
// crash is told from a whole one.
//
//   1. the header: {"recovery": 1, "path", "title", "time", "saved", "known", "bytes": of the second
//      line}; what "known" is says RecoveryHeader
//   2. the workbook as its file would hold it, on one line
//   3. and on, a line a record: {"time", and of what follows what changed, each whole, so that the loss of a record
//   costs
//      no later one:
//      "properties": text of a workbook without documents, "order": ids of the documents,
//      "documents": [documents, their sections as ids], "sections": [{"document": id, "section": the section}],
//      "saved": the path it was just saved under, "known" with it}
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/base/result.h"
#include "model/workbook.h"

namespace canvasbook {

constexpr int recovery_version = 1;

struct RecoveryHeader {
  std::string path;        // of the workbook's file; empty where it was never saved
  std::string title;       // to show, such as the company
  std::string time;        // of the last whole workbook, as the caller writes it
  std::string known = {};  // checksum_text of what the author last read from the file or saved there; empty for none

  bool operator==(const RecoveryHeader&) const = default;
};

// What a journal holds after its owner ended without closing the workbook.
struct RecoveredWorkbook {
  std::string id;
  RecoveryHeader header;
  std::string time;           // of the last record that could be read
  bool saved = false;         // nothing was changed after the last save: nothing to offer
  size_t documents = 0;       // in the workbook
  size_t notes = 0;           // in the workbook, parked ones too
  Result<Workbook> workbook;  // or why nothing can be read, with the journal's path
  size_t lost = 0;            // damaged lines, be it by the disk or by a mistake; a torn end is none of them
};

// What the first and the last line of a journal say.
struct RecoveryGlimpse {
  std::string id;
  RecoveryHeader header;
  std::string time;           // of the last record
  std::int64_t modified = 0;  // of the journal's file, nanoseconds since 1970: tells records of one minute apart
  bool saved = false;         // there is nothing to recover

  bool operator==(const RecoveryGlimpse&) const = default;
};

// The file that a workbook was just saved in.
struct SavedAs {
  std::string path;
  std::string known = {};  // as in the header
};

// The first record: two lines. `saved`: the file under header.path holds this very workbook.
std::string first_record(const RecoveryHeader& header, const Workbook& workbook, bool saved);

// What changed from one workbook to another, as one line; nothing where nothing did and it was not saved.
// Looks only into documents and sections that are not the same shared object.
std::optional<std::string> change_record(const Workbook& before, const Workbook& after, const std::string& time,
                                         const SavedAs* saved_as = nullptr);

// What a journal holds, up to its last whole line; all but `id` is set. A damaged line costs what stands in it: records
// after it are applied, and a section or a document whose beginning is lost stands at the end of its list. Without the
// first line the workbook has no file. Where the last line is damaged it counts as not saved. Should all of it be no
// workbook, then what stands before the record that makes it none. Errors: not_json with the line where the workbook of
// the first record is not whole, newer_version, and those of read_workbook.
RecoveredWorkbook read_journal(std::string_view content);

// What a journal of this size says by its beginning alone: nothing unless the first record is whole in length, and the
// only one.
std::optional<RecoveryGlimpse> glimpse_of_header(std::string_view beginning, size_t size);

// What a journal says by its beginning, with the first line, and by its last line. Nothing where they are not whole, or
// the journal is of a newer version.
std::optional<RecoveryGlimpse> glimpse_of_records(std::string_view beginning, std::string_view last);

}  // namespace canvasbook
