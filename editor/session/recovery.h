// Autosave: what was typed since the last save survives a crash. Each open workbook has a journal in the recovery
// folder: the whole workbook first, then what changed, record by record. The form of the records is in
// recovery_records.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "editor/session/recovery_records.h"
#include "model/base/result.h"
#include "model/file/descriptor.h"
#include "model/workbook.h"

namespace canvasbook {

// The journal of one open workbook. While it lives it holds a lock, by which others know that its owner runs. Ending it
// without remove() leaves the journal to be found, as kill -9 does.
class RecoveryJournal {
 public:
  // Begins a journal with the whole workbook. `id`: letters, digits, "_"; new for each journal. Creates the folder
  // where it is missing. `saved`: the file of the header holds it, there is nothing to recover until the next record.
  // Errors: cannot_write; a journal with that id, which may hold somebody's work, is EEXIST.
  static Result<RecoveryJournal> start(const std::string& folder, const std::string& id, RecoveryHeader header,
                                       const Workbook& workbook, bool saved = false);

  // Appends what changed since the last record, and nothing where nothing did; it is on the disk on return. Once the
  // journal would be over four times the first record, a fresh whole record replaces it. After an error (cannot_write)
  // everything recorded before is safe, and the next record takes in what this one could not.
  Result<Done> record(const Workbook& workbook, const std::string& time);

  // The same, with the same error, for a workbook that was just saved under `path`: until the next record there is
  // nothing to recover. `known` as in the header.
  Result<Done> record_saved(const Workbook& workbook, const std::string& time, const std::string& path,
                            const std::string& known = {});

  // For a workbook that is in no file any more, though it may be as it was recorded last: now there is one to recover.
  // Error: cannot_write, as above.
  Result<Done> record_unsaved(const Workbook& workbook, const std::string& time, const std::string& known = {});

  // Deletes the journal: the workbook was closed. Nothing can be recorded afterwards.
  void remove();

  // Bytes on the disk.
  size_t size() const { return size_; }

 private:
  RecoveryJournal(std::string folder, std::string id, RecoveryHeader header)
      : folder_(std::move(folder)), id_(std::move(id)), header_(std::move(header)) {}
  Result<Done> record(const Workbook& workbook, const std::string& time, const SavedAs* saved_as);
  enum class Place { fresh, replace };
  Result<Done> write_whole(const Workbook& workbook, bool saved, Place place);
  Result<Done> append(const std::string& line);
  bool is_in_place() const;

  std::string folder_;
  std::string id_;
  RecoveryHeader header_;
  Workbook recorded_;
  bool recorded_saved_ = false;
  Descriptor file_{-1};
  size_t first_size_ = 0;  // bytes of the first record
  size_t size_ = 0;        // bytes of all whole records
};

// A journal whose owner does not run any more; nothing where it is not there or its owner runs. Reads only.
std::optional<RecoveredWorkbook> load_recovery(const std::string& folder, const std::string& id);

// The same journals without reading the workbooks in them, which can be large: the newest first. One whose end is torn
// is read as a whole; one in which nothing can be read is left out.
std::vector<RecoveryGlimpse> list_recoveries(const std::string& folder);

// The ids of the journals that are not in such a list: those in which nothing can be read, and of owners that run.
std::vector<std::string> unlisted_recoveries(const std::string& folder, const std::vector<RecoveryGlimpse>& list);

// Deletes what nobody needs: the journals of that list with nothing to recover, unless their file is damaged meanwhile,
// and what a crash left of the writing of others. What cannot be deleted stays.
void clear_recoveries(const std::string& folder, const std::vector<RecoveryGlimpse>& list);

// Where a damaged journal is kept once what can be read of it is safe elsewhere.
std::string damaged_record(const std::string& folder, const std::string& id);

// Deletes a journal whose work is safe elsewhere; a damaged one is kept, and not found any more. Errors as of
// forget_recovery.
Result<Done> retire_recovery(const std::string& folder, const std::string& id);

// Deletes a journal that was found; one that is not there is no error.
// Errors: cannot_write, and EWOULDBLOCK while the owner runs.
Result<Done> forget_recovery(const std::string& folder, const std::string& id);

}  // namespace canvasbook
