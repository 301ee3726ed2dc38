// What keeps an open workbook from being lost: the recovery journal, the lock against a second window, and the watch on
// the file. Each is tried on its own, and again later where it does not work. Without a state folder it does nothing.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "editor/session/journal_keeper.h"
#include "editor/session/workbook_on_disk.h"
#include "model/base/checksum.h"

namespace canvasbook {

class SafetyNet {
 public:
  // `state_folder` may be empty, and so may `file`, for a workbook that was never saved. `clock` gives the time as it
  // is written into the journal, "2026-11-21 12:40". `beside`: the journal is written on a thread of its own.
  SafetyNet(std::string state_folder, const std::string& file, std::function<std::string()> clock, bool beside);

  // Takes the lock, remembers which file the workbook was read from and begins the journal; `saved`: there is nothing
  // to recover yet.
  void begin(const std::string& journal_id, const std::string& title, const Workbook& workbook, bool saved,
             const FileStamp& stamp);

  // The process that has the file open already, if there is one; 0 where it does not say which.
  std::optional<int> other_owner() const { return other_owner_; }

  // What does not work; it is tried again at latest after JournalSchedule::between_attempts.
  std::optional<Error> journal_trouble() const { return journal_ ? journal_->trouble() : std::nullopt; }
  std::optional<Error> lock_trouble() const { return lock_trouble_; }
  void try_again();

  // The workbook is now this one; it is in the journal after JournalSchedule::most_behind.
  void keep(const Workbook& workbook);

  // What is kept from now on takes in the work of that journal, which goes once this one is on the disk.
  void replace(const std::string& journal_id);

  // Called at least twice a second.
  void tick(double seconds);

  // From now on the workbook lives in another file: that one is watched. The next record_saved locks it and tells the
  // journal.
  void move_to(const std::string& file);

  // The author does not know what stands in the file: `known`, of a record of an earlier session, was read or written
  // last. Where it holds something else, that counts as changed by another program.
  void recall(const std::string& known);

  // The file holds something else now: this workbook is in the journal alone, changed or not.
  void record_unsaved(const Workbook& workbook);

  // The file was just written with this workbook, and has this stamp.
  void record_saved(const Workbook& workbook, const FileStamp& stamp);

  // What is known of the file: a save may replace this content and no other.
  const FileStamp& known_file() const { return stamp_; }

  // The stamp of what another program has written into the file since it was read or written here; nothing where none
  // did. Asked often, costs little.
  std::optional<FileStamp> changed_on_disk();

  bool is_file_gone() const;

  // The change is known now: the next save may overwrite it.
  void accept_disk(const FileStamp& stamp);

  // The process ends, and nobody closed the workbook: what waits is written now, and is found at the next start.
  void finish();

  // The workbook was closed, saved or not, as its author wished: there is nothing to recover.
  void end();

  // The work on this file that other sessions left behind, the newest first. A record that says the same as `workbook`
  // is deleted: there is nothing to recover.
  std::vector<RecoveredWorkbook> left_behind(const Workbook& workbook) const;
  void forget(const std::string& journal_id) const;

 private:
  std::string known() const { return stamp_.content == 0 ? std::string() : checksum_text(stamp_.content); }
  std::string journals() const { return state_folder_ + "/recovery"; }
  void lock();

  std::string state_folder_;
  std::string file_;
  std::function<std::string()> clock_;
  bool beside_;
  std::unique_ptr<JournalKeeper> journal_;
  std::optional<WorkbookLock> lock_;
  std::optional<Error> lock_trouble_;
  double locked_at_ = 0;  // when the lock was tried last
  double ticked_ = 0;
  std::optional<int> other_owner_;
  FileStamp stamp_;
};

}  // namespace canvasbook
