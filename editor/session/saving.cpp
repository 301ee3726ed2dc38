#include "editor/session/saving.h"

#include <filesystem>
#include <system_error>

namespace canvasbook {

namespace {

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
  for (int number = 2;; ++number) {
    const std::string name = path.stem().string() + " " + std::to_string(number) + path.extension().string();
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
