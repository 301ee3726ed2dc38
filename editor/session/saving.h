// Writing a workbook beside the window, which goes on taking keys meanwhile.
#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <string>
#include <thread>

#include "model/base/date.h"
#include "model/file/workbook_file.h"

namespace canvasbook {

// What is to be written where. A value, so that nobody changes it while it is written.
struct SaveOrder {
  Workbook workbook;
  Date today;        // stands in the file as the day of the last change
  std::string file;  // where to; with `beside`, the file beside which it is written under the next free name
  bool beside = false;
  WriteOptions options = {};
};

struct SavedWorkbook {
  std::string file;  // that was written
  FileStamp stamp;
  std::optional<Error> unconfirmed;  // see WrittenFile
};

// Carries an order out. Errors as of save_workbook, with the file's path.
Result<SavedWorkbook> carry_out(const SaveOrder& order);

// An order that is being carried out. The methods are called by one thread, the owner's.
class Saving {
 public:
  // With `beside` in a thread of its own, which calls `wake` at the end; else it is done on return.
  Saving(SaveOrder order, bool beside, std::function<void()> wake);
  ~Saving();  // waits: what was begun is never left half done
  Saving(const Saving&) = delete;
  Saving& operator=(const Saving&) = delete;

  const SaveOrder& order() const { return order_; }
  bool is_done() const { return is_done_; }
  bool has_failed() const { return is_done_ && !result_->has_value(); }
  Result<SavedWorkbook> wait();  // the result of carry_out

 private:
  void run();

  const SaveOrder order_;
  const std::function<void()> wake_;
  std::optional<Result<SavedWorkbook>> result_;  // touched by the owner only when `is_done_`
  std::atomic<bool> is_done_ = false;
  std::thread thread_;  // the last member: it starts when all others are there
};

}  // namespace canvasbook
