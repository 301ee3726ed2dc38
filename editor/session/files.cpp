// A session and its file: saving, changes by other programs, recovery.
#include "editor/session/session.h"
#include "model/base/checksum.h"
#include "model/file/workbook_file.h"

namespace canvasbook {

std::string Session::title() const {
  if (!workbook().company.empty()) return workbook().company;
  return workbook().documents.empty() ? std::string() : workbook().documents.front()->title;
}

void Session::begin(const FileStamp& stamp) { net_.begin(ids_.next(), title(), worth_keeping(), is_saved(), stamp); }

SaveOrder Session::order_save(const std::string& file, const WriteOptions& options) {
  seal_writing();
  SaveOrder order{worth_keeping(), world_.today, file, false, options};
  if (file == file_) order.options = {Existing::known, net_.known_file(), options.losses};
  return order;
}

SaveOrder Session::order_copy() {
  seal_writing();
  return {worth_keeping(), world_.today, file_, true};
}

void Session::take_saved(const SaveOrder& order, const SavedWorkbook& saved) {
  if (saved.file != file_) net_.move_to(saved.file);
  file_ = saved.file;
  net_.record_saved(order.workbook, saved.stamp);
  if (saved.unconfirmed) {
    history_.mark_saved(Workbook{});
    net_.record_unsaved(worth_keeping());  // the disk may not keep the file
  } else {
    history_.mark_saved(order.workbook);
    if (world_.clock) saved_at_ = world_.clock();
    if (!is_saved()) net_.keep(worth_keeping());  // what was written while it was being saved
  }
  kept_ = state();
}

void Session::accept_disk(const FileStamp& stamp) {
  net_.accept_disk(stamp);
  notice_disk();
}

void Session::notice_disk() {
  auto theirs = load_workbook(file_);
  history_.mark_saved(theirs ? std::move(*theirs) : Workbook{});
  if (!is_saved()) net_.record_unsaved(worth_keeping());
}

Result<Done> Session::take_from_disk() {
  const auto theirs = load_stamped_workbook(file_);
  if (!theirs) return theirs.error();
  end_writing();
  net_.accept_disk(theirs->stamp);
  const ShownPlace place = shown_place();
  history_.record(theirs->workbook, {"step.take_from_disk", {}, {}, {}, {}});
  history_.mark_saved();
  return_to_place(place);
  return Done{};
}

bool Session::knows_file(const RecoveredWorkbook& recovered) const {
  const auto known = read_checksum(recovered.header.known);
  return !known || *known == net_.known_file().content;
}

void Session::take_recovered(const RecoveredWorkbook& recovered) {
  end_writing();
  const ShownPlace place = shown_place();
  history_.record(*recovered.workbook, {"step.recover", {}, {}, {}, {}});
  return_to_place(place);
  net_.recall(recovered.header.known);
  net_.record_unsaved(worth_keeping());
  kept_ = state();
  net_.replace(recovered.id);
}

void Session::hand_to_journal() {
  if (state() == kept_) return;
  kept_ = state();
  net_.keep(worth_keeping());
}

void Session::keep_at_the_end() {
  hand_to_journal();
  net_.finish();
}

void Session::keep_safe(double seconds) {
  hand_to_journal();
  net_.tick(seconds);
}

}  // namespace canvasbook
