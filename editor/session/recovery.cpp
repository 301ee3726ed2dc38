#include "editor/session/recovery.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <functional>
#include <optional>

#include "editor/session/recovery_records.h"
#include "editor/system/folders.h"
#include "model/file/workbook_file.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr std::string_view suffix = ".journal";
constexpr std::string_view being_written = ".journal.new";
constexpr size_t largest_growth = 4;                                     // times the first record
constexpr int reading = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;  // follows no link, waits for no pipe

std::string journal_path(const std::string& folder, const std::string& id) { return folder + "/" + id + suffix.data(); }

Error write_error(const std::string& path, int number) { return system_error(ErrorCode::cannot_write, path, number); }

// Returns 0, or the system's error number. Some file systems cannot flush a folder; the file itself is safe then.
int flush_folder(const std::string& folder) {
  const Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!directory.is_open()) return errno;
  return ::fsync(directory.get()) == 0 || errno == EINVAL || errno == ENOTSUP ? 0 : errno;
}

// Gives a file a second name, or fails with EEXIST. Returns 0, or the system's error number.
int put_in_fresh_place(const std::string& from, const std::string& to) {
  if (::link(from.c_str(), to.c_str()) == 0) {
    ::unlink(from.c_str());
    return 0;
  }
  if (errno == EEXIST || ::access(to.c_str(), F_OK) == 0) return EEXIST;
  return ::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;  // a file system without hard links
}

bool is_id(std::string_view id) {
  return !id.empty() && std::ranges::all_of(id, [](char c) { return is_ascii_letter(c) || is_digit(c) || c == '_'; });
}

// Whether an owner holds the journal, or it was removed or replaced between listing and opening it.
bool is_taken(const Descriptor& file) {
  struct stat status {};
  // shared, so that two windows that look at once do not take each other for the owner
  return ::flock(file.get(), LOCK_SH | LOCK_NB) != 0 || ::fstat(file.get(), &status) != 0 || status.st_nlink == 0;
}

// The ids of a folder's journals, or of what was left while one was written.
std::vector<std::string> ids_in(const std::string& folder, std::string_view ending) {
  std::vector<std::string> ids;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (!name.ends_with(ending)) continue;
    const std::string id = name.substr(0, name.size() - ending.size());
    std::error_code ignored;
    if (is_id(id) && entry->is_regular_file(ignored)) ids.push_back(id);
  }
  std::ranges::sort(ids);
  return ids;
}

// The bytes from one place of a file to another; fewer where it cannot be read.
std::string read_part(const Descriptor& file, size_t from, size_t to) {
  std::string part(to - from, '\0');
  size_t length = 0;
  while (length < part.size()) {
    const ssize_t got =
        ::pread(file.get(), part.data() + length, part.size() - length, static_cast<off_t>(from + length));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    length += static_cast<size_t>(got);
  }
  part.resize(length);
  return part;
}

// The line that ends with the file; empty where the file does not end with a line.
std::string last_line(const Descriptor& file, size_t size) {
  for (size_t length = size_t{64} << 10;; length *= 2) {
    const size_t from = size > length ? size - length : 0;
    std::string tail = read_part(file, from, size);
    if (tail.empty() || tail.back() != '\n') return {};
    const size_t end = tail.size() < 2 ? std::string::npos : tail.rfind('\n', tail.size() - 2);
    if (end != std::string::npos) return tail.substr(end + 1);
    if (from == 0) return {};
  }
}

std::optional<RecoveryGlimpse> glimpse_of(const std::string& folder, const std::string& id) {
  const std::string path = journal_path(folder, id);
  const Descriptor file(::open(path.c_str(), reading));
  struct stat status {};
  if (!file.is_open() || is_taken(file) || ::fstat(file.get(), &status) != 0) return std::nullopt;
  const auto size = static_cast<size_t>(status.st_size);
  constexpr size_t longest_header = size_t{64} << 10;
  const std::string beginning = read_part(file, 0, std::min(size, longest_header));
  auto glimpse = glimpse_of_header(beginning, size);
  if (!glimpse) glimpse = glimpse_of_records(beginning, last_line(file, size));
  if (!glimpse) {
    const auto whole = load_recovery(folder, id);
    if (!whole || !whole->workbook) return std::nullopt;
    glimpse = {{}, whole->header, whole->time, 0, whole->saved};
  }
  glimpse->id = id;
  glimpse->modified = std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
  return glimpse;
}

}  // namespace

Result<RecoveryJournal> RecoveryJournal::start(const std::string& folder, const std::string& id, RecoveryHeader header,
                                               const Workbook& workbook, bool saved) {
  if (!is_id(id)) return write_error(journal_path(folder, id), EINVAL);
  RecoveryJournal journal(folder, id, std::move(header));
  const auto written = journal.write_whole(workbook, saved, Place::fresh);
  if (!written) return written.error();
  return journal;
}

Result<Done> RecoveryJournal::record(const Workbook& workbook, const std::string& time) {
  return record(workbook, time, nullptr);
}

Result<Done> RecoveryJournal::record_saved(const Workbook& workbook, const std::string& time, const std::string& path,
                                           const std::string& known) {
  const SavedAs saved_as{path, known};
  return record(workbook, time, &saved_as);
}

Result<Done> RecoveryJournal::record_unsaved(const Workbook& workbook, const std::string& time,
                                             const std::string& known) {
  if (id_.empty()) return write_error(journal_path(folder_, id_), EBADF);
  header_.time = time;
  header_.known = known;
  return write_whole(workbook, false, Place::replace);
}

Result<Done> RecoveryJournal::record(const Workbook& workbook, const std::string& time, const SavedAs* saved_as) {
  const std::string path = journal_path(folder_, id_);
  if (id_.empty()) return write_error(path, EBADF);
  const bool in_place = is_in_place();
  const auto line = change_record(recorded_, workbook, time, saved_as);
  if (!line && in_place) return Done{};

  RecoveryHeader header = header_;
  header.time = time;
  if (saved_as != nullptr) {
    header.path = saved_as->path;
    header.known = saved_as->known;
  }
  const bool saved = saved_as != nullptr || (!line && recorded_saved_);
  const size_t limit = std::min(first_size_ * largest_growth, largest_file);
  const bool moved = header.path != header_.path;  // so that the first line says where the file is
  if (!in_place || moved || size_ + line->size() > limit) {
    std::swap(header_, header);
    auto written = write_whole(workbook, saved, Place::replace);
    if (written) return written;
    std::swap(header_, header);
    // a full disk may still take the small record
    if (!in_place || size_ + line->size() > largest_file) return written;
  }
  auto written = append(*line);
  if (!written) return written;
  header_.path = header.path;
  header_.known = header.known;
  recorded_ = workbook;
  recorded_saved_ = saved;
  return Done{};
}

// Locks the new file before it takes the journal's place, so that the journal is never without its lock.
Result<Done> RecoveryJournal::write_whole(const Workbook& workbook, bool saved, Place place) {
  const auto created = create_folder(folder_);
  if (!created) return created.error();
  const std::string path = journal_path(folder_, id_);
  const std::string temporary = folder_ + "/" + id_ + being_written.data();
  ::unlink(temporary.c_str());  // left by a failure; it may be a second name of the journal itself
  Descriptor file(::open(temporary.c_str(), O_RDWR | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0600));
  if (!file.is_open()) return write_error(path, errno);
  const auto give_up = [&](int number) {
    ::unlink(temporary.c_str());
    return write_error(path, number);
  };
  if (::flock(file.get(), LOCK_EX | LOCK_NB) != 0) return give_up(errno);
  const std::string content = first_record(header_, workbook, saved);
  if (const int number = write_all(file.get(), content)) return give_up(number);
  if (::fsync(file.get()) != 0) return give_up(errno);
  const int number = place == Place::fresh                            ? put_in_fresh_place(temporary, path)
                     : ::rename(temporary.c_str(), path.c_str()) == 0 ? 0
                                                                      : errno;
  if (number != 0) return give_up(number);
  const int flushed = flush_folder(folder_);
  if (flushed != 0 && place == Place::fresh) {
    ::unlink(path.c_str());  // the next attempt begins anew
    return write_error(path, flushed);
  }
  file_ = std::move(file);
  first_size_ = size_ = content.size();
  recorded_ = workbook;
  recorded_saved_ = saved;
  if (flushed != 0) return write_error(path, flushed);
  return Done{};
}

Result<Done> RecoveryJournal::append(const std::string& line) {
  int number = write_all(file_.get(), line);
  if (number == 0 && ::fsync(file_.get()) != 0) number = errno;
  if (number != 0) {
    // A part of a line would hide all later ones. Should cutting it off fail, the next record starts a new file.
    if (::ftruncate(file_.get(), static_cast<off_t>(size_)) != 0) file_.close();
    return write_error(journal_path(folder_, id_), number);
  }
  size_ += line.size();
  return Done{};
}

// No where somebody has cleaned up the folder: what is appended then would be lost.
bool RecoveryJournal::is_in_place() const {
  struct stat named {};
  struct stat open {};
  return file_.is_open() && ::stat(journal_path(folder_, id_).c_str(), &named) == 0 &&
         ::fstat(file_.get(), &open) == 0 && named.st_dev == open.st_dev && named.st_ino == open.st_ino &&
         static_cast<size_t>(open.st_size) == size_;
}

void RecoveryJournal::remove() {
  if (id_.empty()) return;
  ::unlink(journal_path(folder_, id_).c_str());
  file_.close();
  id_.clear();
}

std::optional<RecoveredWorkbook> load_recovery(const std::string& folder, const std::string& id) {
  const std::string path = journal_path(folder, id);
  const Descriptor file(::open(path.c_str(), reading));
  if (file.is_open() ? is_taken(file) : errno == ENOENT || errno == ELOOP) return std::nullopt;
  const auto content = read_file(path);
  RecoveredWorkbook recovered =
      content ? read_journal(*content) : RecoveredWorkbook{{}, {}, {}, false, 0, 0, content.error()};
  recovered.id = id;
  if (!recovered.workbook) recovered.workbook.error().file = path;
  return recovered;
}

std::vector<RecoveryGlimpse> list_recoveries(const std::string& folder) {
  std::vector<RecoveryGlimpse> list;
  for (const std::string& id : ids_in(folder, suffix)) {
    if (auto glimpse = glimpse_of(folder, id)) list.push_back(std::move(*glimpse));
  }
  std::ranges::stable_sort(list, std::greater<>(),
                           [](const RecoveryGlimpse& glimpse) { return std::pair(glimpse.time, glimpse.modified); });
  return list;
}

std::vector<std::string> unlisted_recoveries(const std::string& folder, const std::vector<RecoveryGlimpse>& list) {
  std::vector<std::string> ids = ids_in(folder, suffix);
  std::erase_if(ids,
                [&](const std::string& id) { return std::ranges::find(list, id, &RecoveryGlimpse::id) != list.end(); });
  return ids;
}

namespace {

// Whether what stands in the place of a saved workbook is no workbook any more: then the record is its last copy.
bool is_damaged(const std::string& path) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) return false;
  const auto file = load_workbook(path);
  if (file) return false;
  switch (file.error().code) {
    case ErrorCode::empty_file:
    case ErrorCode::zeroed_file:
    case ErrorCode::cut_off:
    case ErrorCode::merge_marks:
    case ErrorCode::not_json:
    case ErrorCode::not_utf8:
    case ErrorCode::number_too_large:
      return true;
    default:
      return false;
  }
}

}  // namespace

void clear_recoveries(const std::string& folder, const std::vector<RecoveryGlimpse>& list) {
  for (const RecoveryGlimpse& glimpse : list) {
    if (glimpse.saved && !is_damaged(glimpse.header.path)) static_cast<void>(forget_recovery(folder, glimpse.id));
  }
  for (const std::string& id : ids_in(folder, being_written)) {
    const std::string path = folder + "/" + id + being_written.data();
    const Descriptor file(::open(path.c_str(), reading));
    if (file.is_open() && !is_taken(file)) ::unlink(path.c_str());
  }
}

std::string damaged_record(const std::string& folder, const std::string& id) { return folder + "/" + id + ".damaged"; }

Result<Done> retire_recovery(const std::string& folder, const std::string& id) {
  const auto recovered = is_id(id) ? load_recovery(folder, id) : std::nullopt;
  if (!recovered || recovered->lost == 0) return forget_recovery(folder, id);
  const std::string path = journal_path(folder, id);
  if (::rename(path.c_str(), damaged_record(folder, id).c_str()) != 0) return write_error(path, errno);
  return Done{};
}

Result<Done> forget_recovery(const std::string& folder, const std::string& id) {
  const std::string path = journal_path(folder, id);
  if (!is_id(id)) return write_error(path, EINVAL);
  const Descriptor file(::open(path.c_str(), reading));
  if (file.is_open() && ::flock(file.get(), LOCK_SH | LOCK_NB) != 0) return write_error(path, errno);
  ::unlink((folder + "/" + id + being_written.data())
               .c_str());  // left where the owner ended while it wrote a fresh whole record
  if (::unlink(path.c_str()) != 0 && errno != ENOENT) return write_error(path, errno);
  return Done{};
}

}  // namespace canvasbook
