#include "editor/session/safety_net.h"

#include "editor/system/folders.h"
#include "model/file/workbook_difference.h"

namespace canvasbook {

SafetyNet::SafetyNet(std::string state_folder, const std::string& file, std::function<std::string()> clock, bool beside)
    : state_folder_(std::move(state_folder)), file_(absolute_path(file)), clock_(std::move(clock)), beside_(beside) {}

void SafetyNet::begin(const std::string& journal_id, const std::string& title, const Workbook& workbook, bool saved,
                      const FileStamp& stamp) {
  stamp_ = stamp;
  if (state_folder_.empty()) return;
  lock();
  journal_ =
      std::make_unique<JournalKeeper>(JournalKeeper::Place{journals(), journal_id, title, file_}, clock_, beside_);
  if (saved) {
    journal_->keep_saved(workbook, file_, known());
  } else {
    journal_->keep_unsaved(workbook, known());
  }
}

void SafetyNet::lock() {
  lock_.reset();
  lock_trouble_.reset();
  other_owner_.reset();
  locked_at_ = ticked_;
  if (state_folder_.empty() || file_.empty()) return;
  const auto created = create_private_folder(state_folder_);
  auto attempt = created ? WorkbookLock::try_lock(state_folder_, file_, stamp_) : created.error();
  if (!attempt) {
    lock_trouble_ = attempt.error();
    return;
  }
  lock_ = std::move(attempt->lock);
  if (!lock_) other_owner_ = attempt->owner;
}

void SafetyNet::try_again() {
  if (lock_trouble_) lock();
  if (journal_) journal_->try_again();
}

void SafetyNet::tick(double seconds) {
  ticked_ = seconds;
  if (journal_) journal_->tick(seconds);
  if (lock_trouble_ && seconds - locked_at_ >= JournalSchedule::between_attempts) lock();
}

void SafetyNet::move_to(const std::string& file) {
  file_ = absolute_path(file);
  lock_.reset();
}

void SafetyNet::keep(const Workbook& workbook) {
  if (journal_) journal_->keep(workbook);
}

void SafetyNet::replace(const std::string& journal_id) {
  if (journal_) journal_->replace(journal_id);
}

void SafetyNet::record_saved(const Workbook& workbook, const FileStamp& stamp) {
  accept_disk(stamp);
  if (journal_) journal_->keep_saved(workbook, file_, known());
}

void SafetyNet::recall(const std::string& known) {
  if (const auto content = read_checksum(known); content && *content != stamp_.content) stamp_ = {0, 0, 0, 0, *content};
}

void SafetyNet::record_unsaved(const Workbook& workbook) {
  if (journal_) journal_->keep_unsaved(workbook, known());
}

std::optional<FileStamp> SafetyNet::changed_on_disk() {
  const auto check = check_on_disk(file_, stamp_);
  if (!check) return std::nullopt;  // a share that is away for a moment is no change
  if (check->change == FileChange::changed) return check->now;
  if (check->change == FileChange::touched) accept_disk(check->now);
  return std::nullopt;
}

bool SafetyNet::is_file_gone() const {
  if (file_.empty()) return false;
  const auto check = check_on_disk(file_, stamp_);
  return check && check->change == FileChange::gone;
}

void SafetyNet::accept_disk(const FileStamp& stamp) {
  stamp_ = stamp;
  if (lock_) {
    lock_->follow(stamp_);
  } else {
    lock();  // without one the file can be written all the same
  }
}

void SafetyNet::finish() {
  if (journal_) journal_->finish();
}

void SafetyNet::end() {
  if (journal_) journal_->end();
  journal_.reset();
  lock_.reset();
}

std::vector<RecoveredWorkbook> SafetyNet::left_behind(const Workbook& workbook) const {
  std::vector<RecoveredWorkbook> found;
  if (state_folder_.empty() || file_.empty()) return found;
  for (const RecoveryGlimpse& glimpse : list_recoveries(journals())) {
    if (glimpse.header.path != file_ || glimpse.saved) continue;
    auto recovered = load_recovery(journals(), glimpse.id);
    if (!recovered || !recovered->workbook || recovered->saved) continue;
    if (!workbook_difference(workbook, *recovered->workbook).is_none()) {
      found.push_back(std::move(*recovered));
    } else if (recovered->lost == 0) {  // of a damaged one the start screen tells
      forget(glimpse.id);
    }
  }
  return found;
}

void SafetyNet::forget(const std::string& journal_id) const {
  // A journal that cannot be deleted is offered again: nothing is lost by it.
  static_cast<void>(forget_recovery(journals(), journal_id));
}

}  // namespace canvasbook
