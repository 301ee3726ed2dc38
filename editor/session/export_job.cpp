#include "editor/session/export_job.h"

#include <utility>

namespace canvasbook {

ExportJob::ExportJob(Workbook workbook, ExportRequest request, ExportProgress::OnStep on_step)
    : workbook_(std::move(workbook)), request_(std::move(request)) {
  progress_.on_step = std::move(on_step);
  thread_ = std::thread([this] { run(); });
}

ExportJob::~ExportJob() {
  cancel();
  if (thread_.joinable()) thread_.join();
}

void ExportJob::run() {
  result_ = run_export_task(workbook_, request_, progress_);
  finished_ = true;
  if (progress_.on_step) progress_.on_step(progress_);
}

std::optional<Result<ExportReport>> ExportJob::poll() const {
  if (!finished_) return std::nullopt;
  return result_;
}

float ExportJob::progress() const {
  const size_t total = progress_.total;
  return total == 0 ? 0 : static_cast<float>(progress_.done) / static_cast<float>(total);
}

void ExportJob::cancel() { progress_.cancelled = true; }

Result<ExportReport> ExportJob::wait() {
  if (thread_.joinable()) thread_.join();
  return *result_;
}

}  // namespace canvasbook
