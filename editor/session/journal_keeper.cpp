#include "editor/session/journal_keeper.h"

#include <chrono>
#include <system_error>
#include <utility>

namespace canvasbook {

JournalKeeper::JournalKeeper(Place place, std::function<std::string()> clock, bool beside)
    : place_(std::move(place)), clock_(std::move(clock)), beside_(beside) {
  if (!beside_) return;
  try {
    thread_ = std::thread([this] { run(); });
  } catch (const std::system_error&) {  // no thread to be had
    beside_ = false;
  }
}

JournalKeeper::~JournalKeeper() { stop(); }

void JournalKeeper::stop() {
  {
    const std::lock_guard lock(mutex_);
    is_ending_ = true;
  }
  wake_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void JournalKeeper::finish() {
  stop();
  std::unique_lock lock(mutex_);
  write(lock);
}

void JournalKeeper::end() {
  stop();
  if (journal_) journal_->remove();
  journal_.reset();
}

double JournalKeeper::now() const {
  if (!beside_) return ticked_;
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

void JournalKeeper::keep(const Workbook& workbook) {
  UnwrittenWork work;
  work.open = workbook;
  hand_over(std::move(work), false);
}

void JournalKeeper::keep_saved(const Workbook& workbook, const std::string& file, const std::string& known) {
  UnwrittenWork work;
  work.saved = {workbook, file, known};
  hand_over(std::move(work), true);
}

void JournalKeeper::keep_unsaved(const Workbook& workbook, const std::string& known) {
  UnwrittenWork work;
  work.open = workbook;
  work.in_no_file = true;
  work.known = known;
  hand_over(std::move(work), true);
}

void JournalKeeper::replace(const std::string& id) {
  UnwrittenWork work;
  work.replaced = {id};
  hand_over(std::move(work), true);
}

void JournalKeeper::try_again() { hand_over({}, true); }

void JournalKeeper::hand_over(UnwrittenWork work, bool hurries) {
  std::unique_lock lock(mutex_);
  if (is_ending_) return;
  unwritten_.add(std::move(work));
  if (hurries) {
    schedule_.hurry(now());
  } else {
    schedule_.changed(now());
  }
  if (beside_) {
    wake_.notify_all();
  } else if (hurries) {
    write(lock);
  }
}

void JournalKeeper::tick(double seconds) {
  if (beside_) return;
  std::unique_lock lock(mutex_);
  ticked_ = seconds;
  if (schedule_.is_due(seconds)) write(lock);
}

std::optional<Error> JournalKeeper::trouble() const {
  const std::lock_guard lock(mutex_);
  return trouble_;
}

void JournalKeeper::run() {
  std::unique_lock lock(mutex_);
  while (!is_ending_) {
    const auto due = schedule_.due();
    if (!due) {
      wake_.wait(lock);
    } else if (const double wait = *due - now(); wait > 0) {
      wake_.wait_for(lock, std::chrono::duration<double>(wait));
    } else {
      write(lock);
    }
  }
}

void JournalKeeper::write(std::unique_lock<std::mutex>& lock) {
  UnwrittenWork work = std::exchange(unwritten_, {});
  schedule_.begun();
  lock.unlock();
  auto trouble = write_to_journal(work);
  if (!trouble) {
    // one that cannot be deleted is offered again: nothing is lost by it
    for (const std::string& id : work.replaced) static_cast<void>(retire_recovery(place_.folder, id));
  }
  lock.lock();
  if (trouble) {
    work.add(std::exchange(unwritten_, {}));
    unwritten_ = std::move(work);
    schedule_.failed(now());
  }
  trouble_ = std::move(trouble);
}

// Takes out of `work` what was written.
std::optional<Error> JournalKeeper::write_to_journal(UnwrittenWork& work) {
  const std::string time = clock_();
  if (!journal_) {
    if (!work.saved && !work.open) return std::nullopt;
    const Workbook& first = work.saved ? work.saved->workbook : *work.open;
    const std::string& file = work.saved ? work.saved->file : place_.file;
    const std::string& known = work.saved ? work.saved->known : work.known;
    auto journal = RecoveryJournal::start(place_.folder, place_.id, {file, place_.title, time, known}, first,
                                          work.saved.has_value());
    if (!journal) return journal.error();
    journal_.emplace(std::move(*journal));
    if (!work.saved) {
      work.open.reset();
      work.in_no_file = false;
    }
  } else if (work.saved) {
    const auto done = journal_->record_saved(work.saved->workbook, time, work.saved->file, work.saved->known);
    if (!done) return done.error();
  }
  work.saved.reset();
  if (!work.open) return std::nullopt;
  const auto done =
      work.in_no_file ? journal_->record_unsaved(*work.open, time, work.known) : journal_->record(*work.open, time);
  if (!done) return done.error();
  work.open.reset();
  work.in_no_file = false;
  return std::nullopt;
}

}  // namespace canvasbook
