// Writes the recovery journal of an open workbook, beside the window: the window's thread hands over what it has and
// never waits for the disk, nor the journal for the window.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "editor/session/journal_schedule.h"
#include "editor/session/recovery.h"
#include "editor/session/unwritten_work.h"

namespace canvasbook {

class JournalKeeper {
 public:
  struct Place {
    std::string folder;
    std::string id;         // new for each journal
    std::string title;      // to show, such as the company
    std::string file = {};  // that the workbook was opened from; empty for none
  };

  // `clock` gives the time as it is written into the journal, and is asked from the keeper's thread. `beside`: with a
  // thread; without one tick() writes what is due, and what hurries is written at once.
  JournalKeeper(Place place, std::function<std::string()> clock, bool beside);
  ~JournalKeeper();  // leaves the journal to be found, as kill -9 does
  JournalKeeper(const JournalKeeper&) = delete;
  JournalKeeper& operator=(const JournalKeeper&) = delete;

  // The workbook is now this one. It is written after JournalSchedule::most_behind at the latest.
  void keep(const Workbook& workbook);

  // The following hurry. The workbook was just read from `file` or written there, which may be empty for a new one:
  // until the next change there is nothing to recover.
  // `known`: see RecoveryHeader.
  void keep_saved(const Workbook& workbook, const std::string& file, const std::string& known = {});
  // No file holds it any more.
  void keep_unsaved(const Workbook& workbook, const std::string& known = {});
  // What is kept now takes in the work of another journal of the folder, which goes once this one is on the disk.
  void replace(const std::string& id);
  // Writes at once what waits, and nothing after it: the process ends.
  void finish();

  // Tries again without waiting for the next edit or for JournalSchedule::between_attempts to pass.
  void try_again();

  // What prevents the writing; nothing while it works.
  std::optional<Error> trouble() const;

  // Called at least twice a second with growing seconds.
  void tick(double seconds);

  // Ends the writing and deletes the journal: there is nothing to recover.
  void end();

 private:
  void hand_over(UnwrittenWork work, bool hurries);
  void run();
  void write(std::unique_lock<std::mutex>& lock);
  std::optional<Error> write_to_journal(UnwrittenWork& work);
  double now() const;
  void stop();

  const Place place_;
  const std::function<std::string()> clock_;
  std::optional<RecoveryJournal> journal_;  // used by who writes alone

  mutable std::mutex mutex_;  // for what follows
  std::condition_variable wake_;
  UnwrittenWork unwritten_;
  JournalSchedule schedule_;
  std::optional<Error> trouble_;
  double ticked_ = 0;
  bool is_ending_ = false;
  bool beside_;
  std::thread thread_;
};

}  // namespace canvasbook
