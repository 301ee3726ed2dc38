// Saving workbooks in the window, and what is asked where the disk has it otherwise.
#include <filesystem>

#include "editor/dialogs/browser.h"
#include "editor/frame/app.h"
#include "editor/session/file_names.h"
#include "editor/session/workbook_on_disk.h"
#include "editor/system/folders.h"
#include "model/file/file_kind.h"
#include "model/file/workbook_file.h"

namespace canvasbook {

void App::save(const Then& then) {
  if (session_ == nullptr) return;
  if (session_->file().empty()) return save_as(then);
  write_to(session_->file(), {}, then);
}

void App::save_as(const Then& then) {
  if (session_ != nullptr) choose_where_to_save(suggested_file(), then);
}

void App::save_elsewhere(const Then& then) {
  if (session_ == nullptr) return;
  const std::string folder = documents_folder(*this);
  const std::string name = std::filesystem::path(suggested_file()).filename().string();
  choose_where_to_save(folder.empty() ? suggested_file() : below(folder, name), then);
}

void App::choose_where_to_save(const std::string& suggested, const Then& then) {
  FileChoice choice;
  choice.purpose = FileChoice::Purpose::save;
  choice.title = catalog().text("browser.save_workbook");
  choice.filters = workbook_filters(catalog());
  choice.start = suggested;
  choose_file(std::move(choice), [this, then, here = sessions_](const std::string& chosen) {
    if (session_ == nullptr || sessions_ != here) return;  // it was closed while the system's dialog was open
    std::string file = chosen;
    if (!has_ending_of_workbook(file)) file += ".canvasbook";
    std::error_code ignored;
    if (std::filesystem::equivalent(file, session_->file(), ignored)) return write_to(session_->file(), {}, then);
    if (std::filesystem::exists(file, ignored)) return ask_to_replace(file, then);
    write_to(file, {.existing = Existing::refuse}, then);
  });
}

bool App::is_open_elsewhere(const std::string& file) const {
  if (world_.folders.state.empty()) return false;
  const auto stamp = stamp_of(file);
  const auto attempt = WorkbookLock::try_lock(world_.folders.state, file, stamp ? *stamp : FileStamp{});
  return attempt && !attempt->lock;
}

void App::ask_to_replace(const std::string& file, const Then& then) {
  const auto known = stamp_of(file);  // what stands there now may go, and nothing else that comes meanwhile
  if (!known) return ask_after_failure(file, known.error(), then);
  ask({"replace.title",
       is_open_elsewhere(file) ? "replace.text_open" : "replace.text",
       {{"file", file}},
       {{"replace.other_name", [this, file, then] { choose_where_to_save(file, then); }},
        {"replace.yes",
         [this, file, then, known = *known] {
           write_to(file, {Existing::known, known}, then);
         }},
        {"replace.cancel", {}}}});
}

std::string App::name_of_workbook() const {
  std::string name = std::filesystem::path(session_->file()).stem().string();
  if (!name.empty()) return name;
  return session_->title().empty() ? catalog().text("window.unnamed") : session_->title();
}

std::string App::suggested_file() const {
  if (!session_->file().empty()) return session_->file();
  std::string name = file_name_of(session_->title());
  if (name.empty()) name = catalog().text("window.unnamed");
  return (std::filesystem::path(start_folder()) / (name + ".canvasbook")).string();
}

std::string App::start_folder() const { return is_folder(settings.last_folder) ? settings.last_folder : world_.home; }

void App::write_to(const std::string& file, const WriteOptions& options, const Then& then) {
  if (saving_ != nullptr) {
    put_off_.emplace_back([this, file, options, then, here = sessions_] {
      if (session_ != nullptr && sessions_ == here) write_to(file, options, then);
    });
    return;
  }
  SaveOrder order = session_->order_save(file, options);
  if (files_to_write_anew_.contains(file)) order.options.losses = Losses::accept;
  carry_out(std::move(order), then);
}

void App::carry_out(SaveOrder order, const Then& then) {
  after_saving_ = then;
  saving_since_.reset();
  saving_ = std::make_unique<Saving>(std::move(order), world_.computes_beside, wake);
  if (!world_.computes_beside) finish_saving();
}

void App::poll_saving(double seconds) {
  constexpr double soon = 0.3;  // seconds in which nobody wonders
  constexpr double pause_before_question = 1;
  if (saving_ == nullptr) return;
  // what was typed before the end comes before what is done then, and a dialog is answered before
  const bool ends_something = after_saving_ || !put_off_.empty();
  const bool has_to_wait = ends_something && (!input.empty() || has_dialog());
  // a question would take the next letters, and the next Enter for its answer
  const bool types = (session_->is_writing() || text_field_is_active()) && seconds - typed_at_ < pause_before_question;
  if (saving_->is_done() && !has_to_wait && !(saving_->has_failed() && types)) return finish_saving();
  if (!saving_since_) saving_since_ = seconds;
  if (!saving_->is_done() && seconds - *saving_since_ >= soon) say(catalog().text("window.saving"));
}

void App::finish_saving() {
  const std::unique_ptr<Saving> saving = std::move(saving_);
  const Then then = std::exchange(after_saving_, {});
  const std::vector<Then> put_off = std::exchange(put_off_, {});
  const auto saved = saving->wait();
  if (!saved) {  // what was put off waits for no answer
    say({});
    return fail_saving(saving->order(), saved.error(), then);
  }
  const bool was_gone = std::exchange(file_gone_, false) && saving->order().file == session_->file();
  if (saving->order().file != session_->file()) told_of_other_window_ = false;
  session_->take_saved(saving->order(), *saved);
  remember_file(saved->file);
  if (!saved->unconfirmed) {
    say(catalog().text(was_gone ? "window.written_anew" : "window.saved_to", {{"file", saved->file}}));
    if (then) then();
  } else if (then) {
    show_error(*saved->unconfirmed);  // the window stays: it may hold what the disk will not
  } else {
    say(catalog().error(*saved->unconfirmed));
  }
  for (const Then& next : put_off) next();
}

void App::fail_saving(const SaveOrder& order, const Error& error, const Then& then) {
  if (error.code == ErrorCode::target_exists) return ask_to_replace(order.file, then);
  if (error.code == ErrorCode::target_changed && order.file != session_->file())
    return ask_to_replace(order.file, then);
  if (error.code == ErrorCode::target_changed) {
    if (const auto theirs = stamp_of(order.file)) return ask_about_disk(*theirs, Asked::to_save, then);
  }
  if (error.code == ErrorCode::would_lose) return ask_about_losses(order, error, then);
  ask_after_failure(order.file, error, then);
}

void App::ask_about_losses(const SaveOrder& order, const Error& error, const Then& then) {
  const std::string& file = order.file;
  ask({"losses.title",
       "losses.text",
       {{"file", file}, {"losses", catalog().error_detail(error)}},
       {{"save_failed.elsewhere", [this, then] { save_as(then); }},
        {"losses.go_on",
         [this, file, options = order.options, then] {
           files_to_write_anew_.insert(file);
           write_to(file, options, then);
         }},
        {"save_failed.keep", {}}}});
}

void App::ask_after_failure(const std::string& file, const Error& error, const Then& then) {
  ask({"save_failed.title",
       session_->journal_trouble() ? "save_failed.text_unkept" : "save_failed.text",
       {{"error", catalog().error(error)}},
       {{"save_failed.elsewhere", [this, then] { save_elsewhere(then); }},
        {"save_failed.again", [this, then, file] { write_to(file, {.existing = Existing::refuse}, then); }},
        {"save_failed.keep", {}}}});
}

std::optional<FileStamp> App::change_on_disk() {
  const auto theirs = session_->changed_on_disk();
  return theirs == disk_put_off_ ? std::nullopt : theirs;
}

void App::ask_about_disk(const FileStamp& theirs, Asked asked, const Then& then) {
  const Question::Answer copy{"disk.copy", [this, then] { carry_out(session_->order_copy(), then); }};
  const Question::Answer take{"disk.take", [this, asked, then] {
                                const auto taken = session_->take_from_disk();
                                if (taken) return say(catalog().text("disk.taken"));
                                const auto now = stamp_of(session_->file());  // it was damaged meanwhile
                                if (!now) return show_error(now.error());
                                ask_about_disk(*now, asked, then);
                              }};
  const Question::Answer keep{"disk.keep", [this, theirs, asked, then] {
                                session_->accept_disk(theirs);
                                if (asked == Asked::to_save) save(then);
                              }};
  const Question::Answer later{"disk.later", [this, theirs] {
                                 session_->notice_disk();
                                 disk_put_off_ = theirs;
                               }};
  const bool saves = asked == Asked::to_save;
  const Arguments file{{"file", session_->file()}};
  if (!load_workbook(session_->file()))
    return ask({"disk.damaged_title",
                saves ? "disk.damaged_text_saving" : "disk.damaged_text",
                file,
                {copy, keep, later},
                0,
                !saves});
  const size_t suggested = session_->is_saved() ? 1 : 0;  // there is nothing that a copy would keep
  ask({"disk.title", saves ? "disk.text_saving" : "disk.text", file, {copy, take, keep, later}, suggested, !saves});
}

}  // namespace canvasbook
