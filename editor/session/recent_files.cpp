#include "editor/session/recent_files.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <condition_variable>
#include <ctime>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

#include "model/file/workbook_file.h"

namespace canvasbook {

namespace {

constexpr double between_looks = 3;                   // seconds
constexpr std::uint64_t largest_glimpse = 16U << 20;  // bytes; reading more would keep the disk busy for a mere picture

std::string local_time(std::time_t moment) {
  std::tm local{};
  if (localtime_r(&moment, &local) == nullptr) return {};
  char text[32];
  return {text, std::strftime(text, sizeof text, "%Y-%m-%d %H:%M", &local)};
}

RecentFile look_at(const std::string& path, struct stat& status) {
  RecentFile file{path, 0, {}};
  if (::stat(path.c_str(), &status) != 0) {
    file.problem = errno;
  } else if (S_ISDIR(status.st_mode)) {
    file.problem = EISDIR;
  } else {
    file.changed = local_time(status.st_mtim.tv_sec);
  }
  return file;
}

// Nothing for a file that is no workbook: opening it says why.
std::shared_ptr<const WorkbookGlimpse> read_glimpse(WorkbookGlimpse glimpse) {
  if (glimpse.size > largest_glimpse) return std::make_shared<const WorkbookGlimpse>(std::move(glimpse));
  const auto workbook = load_workbook(glimpse.path);
  if (!workbook) return nullptr;
  glimpse.title = workbook->company;
  glimpse.documents = workbook->documents.size();
  for_each_note(*workbook, [&](const Document&, const Section&, const Block&, const Note&) { ++glimpse.notes; });
  glimpse.segments = segment_register(*workbook);
  if (!workbook->documents.empty()) {
    const Document& first = *workbook->documents.front();
    if (glimpse.title.empty()) glimpse.title = first.title;
    glimpse.sections = first.sections;
  }
  return std::make_shared<const WorkbookGlimpse>(std::move(glimpse));
}

}  // namespace

struct RecentFiles::Look {
  std::mutex mutex;
  std::condition_variable ended;
  std::vector<RecentFile> files;  // that were answered for
  std::shared_ptr<const WorkbookGlimpse> newest;
  bool done = false;
};

void RecentFiles::run(const std::shared_ptr<Look>& look, const std::vector<std::string>& paths,
                      const std::shared_ptr<const WorkbookGlimpse>& before) {
  std::shared_ptr<const WorkbookGlimpse> newest;
  for (const std::string& path : paths) {
    struct stat status {};
    RecentFile file = look_at(path, status);
    if (file.problem == 0 && newest == nullptr) {
      WorkbookGlimpse glimpse;
      glimpse.path = path;
      glimpse.modified = std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
      glimpse.size = static_cast<std::uint64_t>(status.st_size);
      const bool same = before != nullptr && before->path == path && before->modified == glimpse.modified &&
                        before->size == glimpse.size;
      newest = same ? before : read_glimpse(std::move(glimpse));
    }
    const std::lock_guard lock(look->mutex);
    look->files.push_back(std::move(file));
  }
  const std::lock_guard lock(look->mutex);
  look->newest = std::move(newest);
  look->done = true;
  look->ended.notify_all();
}

void RecentFiles::look(const std::vector<std::string>& paths) {
  if (look_ != nullptr) {
    next_ = paths;
    return;
  }
  look_ = std::make_shared<Look>();
  try {
    std::thread(run, look_, paths, newest_).detach();
  } catch (const std::system_error&) {  // no thread to be had
    run(look_, paths, newest_);
  }
}

bool RecentFiles::take_answers() {
  if (look_ == nullptr) return false;
  const std::shared_ptr<Look> look = look_;
  const std::lock_guard lock(look->mutex);
  std::vector<RecentFile> files = look->files;
  if (!look->done) {  // what was known of the others still counts
    for (const RecentFile& file : files_) {
      if (std::ranges::find(files, file.path, &RecentFile::path) == files.end()) files.push_back(file);
    }
  }
  bool news = !std::ranges::is_permutation(files, files_);
  files_ = std::move(files);
  if (look->done) {
    news = news || newest_ != look->newest;
    newest_ = look->newest;
    look_.reset();
  }
  return news;
}

bool RecentFiles::tick(double seconds, const std::vector<std::string>& paths) {
  const bool news = take_answers();
  if (look_ == nullptr && next_) {
    look(*std::exchange(next_, std::nullopt));
  } else if (look_ == nullptr && (!looked_at_ || seconds - *looked_at_ >= between_looks)) {
    looked_at_ = seconds;
    look(paths);
  }
  return news;
}

void RecentFiles::wait(std::chrono::milliseconds at_most) {
  const auto until = std::chrono::steady_clock::now() + at_most;
  while (look_ != nullptr) {
    {
      const std::shared_ptr<Look> look = look_;
      std::unique_lock lock(look->mutex);
      if (!look->ended.wait_until(lock, until, [&] { return look->done; })) break;
    }
    take_answers();
    if (next_) look(*std::exchange(next_, std::nullopt));
  }
  take_answers();
}

const RecentFile* RecentFiles::find(std::string_view path) const {
  const auto found = std::ranges::find(files_, path, &RecentFile::path);
  return found == files_.end() ? nullptr : &*found;
}

}  // namespace canvasbook
