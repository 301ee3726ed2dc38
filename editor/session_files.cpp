// A session and its file: saving, changes by other programs, recovery.
#include <filesystem>

#include "editor/session.h"
#include "model/workbook_file.h"

namespace canvasbook {

std::string Session::title() const {
  if (!workbook().company.empty()) return workbook().company;
  return workbook().documents.empty() ? std::string() : workbook().documents.front()->title;
}

std::optional<Error> Session::begin() { return net_.begin(ids_.next(), title(), workbook(), is_saved()); }

Result<Done> Session::write_to(const std::string& file, Existing existing) {
  history_.seal();
  Workbook written = worth_keeping();
  written.modified = world_.today;
  return save_workbook(written, file, existing);
}

Result<Done> Session::save() { return save_as(file_); }

Result<Done> Session::save_as(const std::string& file, Existing existing) {
  auto saved = write_to(file, existing);
  if (!saved) return saved;
  if (file != file_) net_.move_to(file);
  file_ = file;
  history_.mark_saved(worth_keeping());
  journaled_revision_ = history_.revision();
  changed_at_.reset();
  if (world_.clock) saved_at_ = world_.clock();
  if (const auto error = net_.record_saved(worth_keeping())) return *error;
  return Done{};
}

Result<std::string> Session::save_copy() const {
  const std::filesystem::path path(file_);
  for (int number = 2;; ++number) {
    const std::string name = path.stem().string() + " " + std::to_string(number) + path.extension().string();
    const std::string target = (path.parent_path() / name).string();
    const auto saved = save_workbook(worth_keeping(), target, Existing::refuse);
    if (saved) return target;
    if (saved.error().code != ErrorCode::target_exists) return saved.error();
  }
}

std::optional<Error> Session::accept_disk() {
  net_.accept_disk();
  auto theirs = load_workbook(file_);
  history_.mark_saved(theirs ? std::move(*theirs) : Workbook{});
  return is_saved() ? std::nullopt : net_.record_unsaved(workbook());
}

Result<Done> Session::take_from_disk() {
  auto theirs = load_workbook(file_);
  if (!theirs) return theirs.error();
  end_writing();
  net_.accept_disk();
  history_.record(*theirs, {"step.take_from_disk", {}, {}, {}, {}});
  history_.mark_saved();
  show_section(0, 0);
  return Done{};
}

void Session::take_recovered(const RecoveredWorkbook& recovered) {
  end_writing();
  history_.record(*recovered.workbook, {"step.recover", {}, {}, {}, {}});
  show_section(0, 0);
  if (!net_.record(workbook())) net_.forget(recovered.id);
}

std::optional<Error> Session::keep_safe(double seconds) {
  constexpr double most_behind = 1;  // the journal may lag; the frame in between adds at most half of one
  if (history_.revision() == journaled_revision_) return std::nullopt;
  if (!changed_at_) changed_at_ = seconds;
  if (seconds - *changed_at_ < most_behind) return std::nullopt;
  journaled_revision_ = history_.revision();
  changed_at_.reset();
  return net_.record(workbook());
}

}  // namespace canvasbook
