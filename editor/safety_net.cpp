#include "editor/safety_net.h"

#include <filesystem>

#include "editor/folders.h"

namespace canvasbook {

namespace {

std::string absolute(const std::string& file) {
  if (file.empty()) return file;
  std::error_code error;
  const auto path = std::filesystem::absolute(file, error);
  return error ? file : path.lexically_normal().string();
}

}  // namespace

SafetyNet::SafetyNet(std::string state_folder, const std::string& file, std::function<std::string()> clock)
    : state_folder_(std::move(state_folder)), file_(absolute(file)), clock_(std::move(clock)) {}

std::optional<Error> SafetyNet::begin(const std::string& journal_id, const std::string& title, const Workbook& workbook,
                                      bool saved, const FileStamp& stamp) {
  stamp_ = stamp;
  if (state_folder_.empty()) return std::nullopt;
  if (const auto created = create_private_folder(state_folder_); !created) return created.error();
  if (auto problem = lock()) return problem;
  auto journal = RecoveryJournal::start(journals(), journal_id, {file_, title, clock_()}, workbook);
  if (!journal) return journal.error();
  journal_.emplace(std::move(*journal));
  return saved ? record_saved(workbook, stamp) : std::nullopt;
}

std::optional<Error> SafetyNet::lock() {
  lock_.reset();
  other_owner_.reset();
  if (file_.empty()) return std::nullopt;
  auto attempt = WorkbookLock::try_lock(state_folder_, file_, stamp_);
  if (!attempt) return attempt.error();
  lock_ = std::move(attempt->lock);
  if (!lock_) other_owner_ = attempt->owner;
  return std::nullopt;
}

void SafetyNet::move_to(const std::string& file) {
  file_ = absolute(file);
  lock_.reset();
}

std::optional<Error> SafetyNet::record(const Workbook& workbook) {
  if (!journal_) return std::nullopt;
  const auto done = journal_->record(workbook, clock_());
  return done ? std::nullopt : std::optional(done.error());
}

std::optional<Error> SafetyNet::record_saved(const Workbook& workbook, const FileStamp& stamp) {
  accept_disk(stamp);
  if (!journal_) return std::nullopt;
  const auto done = journal_->record_saved(workbook, clock_(), file_);
  return done ? std::nullopt : std::optional(done.error());
}

std::optional<Error> SafetyNet::record_unsaved(const Workbook& workbook) {
  if (!journal_) return std::nullopt;
  const auto done = journal_->record_unsaved(workbook, clock_());
  return done ? std::nullopt : std::optional(done.error());
}

std::optional<FileStamp> SafetyNet::changed_on_disk() {
  const auto check = check_on_disk(file_, stamp_);
  if (!check) return std::nullopt;  // a share that is away for a moment is no change
  if (check->change == FileChange::changed) return check->now;
  if (check->change == FileChange::touched) accept_disk(check->now);
  return std::nullopt;
}

void SafetyNet::accept_disk(const FileStamp& stamp) {
  stamp_ = stamp;
  if (lock_) {
    lock_->follow(stamp_);
  } else if (!state_folder_.empty()) {
    static_cast<void>(lock());  // without a lock the file can be written all the same
  }
}

void SafetyNet::end() {
  if (journal_) journal_->remove();
  journal_.reset();
  lock_.reset();
}

std::optional<RecoveredWorkbook> SafetyNet::left_behind() const {
  if (state_folder_.empty() || file_.empty()) return std::nullopt;
  std::optional<RecoveredWorkbook> newest;
  for (RecoveredWorkbook& found : find_recoveries(journals())) {
    if (found.header.path != file_ || found.saved || !found.workbook) continue;
    if (!newest || found.time > newest->time) newest.emplace(std::move(found));
  }
  return newest;
}

void SafetyNet::forget(const std::string& journal_id) const {
  // A journal that cannot be deleted is offered again: nothing is lost by it.
  static_cast<void>(forget_recovery(journals(), journal_id));
}

}  // namespace canvasbook
