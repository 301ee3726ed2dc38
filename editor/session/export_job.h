// An export that runs beside the window, in a thread of its own.
#pragma once

#include <atomic>
#include <optional>
#include <thread>

#include "editor/session/export_task.h"

namespace canvasbook {

// The methods are called by one thread, the owner's. The workbook is a copy, so editing goes on meanwhile.
class ExportJob {
 public:
  // Starts at once. `on_step` is called by the job's thread whenever the progress has grown and when the result is
  // there, such as to wake the window; it must not touch anything that another thread uses without care.
  ExportJob(Workbook workbook, ExportRequest request, ExportProgress::OnStep on_step = {});

  // Cancels and waits; takes as long as the step that is under way.
  ~ExportJob();
  ExportJob(const ExportJob&) = delete;
  ExportJob& operator=(const ExportJob&) = delete;

  // The result of run_export_task once it is there, from then on the same each time. Does not wait.
  std::optional<Result<ExportReport>> poll() const;

  // From 0 to 1, never falling; 1 only when all is written.
  float progress() const;

  // Asks the job to stop. It may still finish: the result tells.
  void cancel();

  // Waits for the result; errors as of run_export_task.
  Result<ExportReport> wait();

 private:
  void run();

  const Workbook workbook_;
  const ExportRequest request_;
  ExportProgress progress_;
  std::optional<Result<ExportReport>> result_;  // touched by the owner only when `finished_`
  std::atomic<bool> finished_ = false;
  std::thread thread_;  // the last member: it starts when all others are there
};

}  // namespace canvasbook
