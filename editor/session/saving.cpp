#include "editor/session/saving.h"

#include <charconv>
#include <filesystem>
#include <system_error>

namespace canvasbook {

namespace {

// The name of a file that copies stand beside, and the number of the next one: "book 2" beside "book" is its copy, and
// followed by "book 3".
struct CopyName {
  std::string stem;
  int number = 2;
};

CopyName next_copy(const std::filesystem::path& path) {
  const std::string stem = path.stem().string();
  const size_t blank = stem.rfind(' ');
  int number = 0;
  if (blank != std::string::npos) {
    const char* end = stem.data() + stem.size();
    const auto read = std::from_chars(stem.data() + blank + 1, end, number);
    if (read.ec != std::errc() || read.ptr != end) number = 0;
  }
  constexpr int most = 1'000'000;  // what is counted so far is no copy
  std::error_code ignored;
  const std::string original = stem.substr(0, blank);
  if (number < 2 || number > most ||
      !std::filesystem::exists(path.parent_path() / (original + path.extension().string()), ignored))
    return {stem};
  return {original, number + 1};
}

Result<SavedWorkbook> write_under(const Workbook& workbook, const std::string& file, const WriteOptions& options) {
  const auto written = save_workbook(workbook, file, options);
  if (!written) return written.error();
  return SavedWorkbook{file, written->stamp, written->unconfirmed};
}

}  // namespace

Result<SavedWorkbook> carry_out(const SaveOrder& order) {
  Workbook workbook = order.workbook;
  workbook.modified = order.today;
  if (!order.beside) return write_under(workbook, order.file, order.options);
  const std::filesystem::path path(order.file);
  const CopyName copy = next_copy(path);
  for (int number = copy.number;; ++number) {
    const std::string name = copy.stem + " " + std::to_string(number) + path.extension().string();
    auto saved = write_under(workbook, (path.parent_path() / name).string(), {.existing = Existing::refuse});
    if (saved || saved.error().code != ErrorCode::target_exists) return saved;
  }
}

Saving::Saving(SaveOrder order, bool beside, std::function<void()> wake)
    : order_(std::move(order)), wake_(std::move(wake)) {
  try {
    if (beside) thread_ = std::thread([this] { run(); });
  } catch (const std::system_error&) {  // no thread to be had: then at once
  }
  if (!thread_.joinable()) run();
}

Saving::~Saving() {
  if (thread_.joinable()) thread_.join();
}

void Saving::run() {
  result_ = carry_out(order_);
  is_done_ = true;
  if (wake_) wake_();
}

Result<SavedWorkbook> Saving::wait() {
  if (thread_.joinable()) thread_.join();
  return *result_;
}

}  // namespace canvasbook
