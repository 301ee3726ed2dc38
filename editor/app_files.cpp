// The life of workbooks in the window: opening, saving, closing, and what is asked before work could be lost.
#include <algorithm>
#include <filesystem>

#include "editor/dialogs/browser.h"
#include "editor/frame/app.h"
#include "editor/session/examples.h"
#include "editor/session/moment_words.h"
#include "editor/system/folders.h"
#include "editor/system/system_reason.h"
#include "model/file/temporary_file.h"
#include "model/file/workbook_difference.h"
#include "model/file/workbook_file.h"
#include "templates/library.h"

namespace canvasbook {

// Opening and closing.

void App::open(Workbook workbook, const std::string& file, bool saved, const FileStamp& stamp) {
  const SessionWorld world{world_.today,     world_.id_seed + ++sessions_, world_.folders.state, world_.clock,
                           world_.stopwatch, world_.computes_beside};
  forget_views();
  session_ = std::make_unique<Session>(std::move(workbook), absolute_path(file), world, saved);
  full_view.reset();
  is_focused = false;
  message_.clear();
  reload_own_templates();  // its documents may be made from them
  session_->begin(stamp);
  if (!session_->file().empty()) remember_file(session_->file());
  told_of_other_window_ = false;
  offered_recovery_.clear();
  if (session_->other_owner()) {
    warn_of_other_window();
  } else {
    offer_recovery();
  }
}

void App::warn_of_other_window() {
  told_of_other_window_ = true;
  ask({"open_already.title",
       "open_already.text",
       {},
       {{"open_already.go_on", [this] { offer_recovery(); }}, {"open_already.close", [this] { close_session(); }}},
       1});
}

void App::remember_file(const std::string& file) {
  const std::string path = absolute_path(file);
  change_settings([path](Settings& changed) {
    changed = add_recent(std::move(changed), path);
    changed.last_folder = std::filesystem::path(path).parent_path().string();
  });
}

void App::open_file(const std::string& file) {
  leave_then([this, file] {
    auto loaded = load_stamped_workbook(file);
    if (loaded) {
      clear_left_temporary_files(std::filesystem::absolute(file).parent_path().string());
      open(std::move(loaded->workbook), file, true, loaded->stamp);
      return;
    }
    show_error(loaded.error());  // among the recent files it stays until its author takes it out
  });
}

void App::open_template(const Template& source) {
  leave_then([this, source] {
    Workbook workbook;
    workbook.language = source.language;
    workbook.created = world_.today;
    workbook.modified = world_.today;
    workbook = add_document(std::move(workbook), make_document(source, ids_));
    open(std::move(workbook), {});
  });
}

void App::open_example() {
  leave_then([this] {
    auto example = read_workbook(example_text(language()));
    if (example) open(std::move(*example), {});
  });
}

void App::open_recovered(const std::string& id) {
  leave_then([this, id] {
    const auto recovered = load_recovery(recovery_folder(), id);
    if (!recovered || !recovered->workbook) {  // another window took it, or the disk fails
      if (recovered) show_error(recovered->workbook.error());
      return look_for_recoveries();
    }
    const std::string& path = recovered->header.path;
    auto saved =
        path.empty() ? Result<StampedWorkbook>(StampedWorkbook{*recovered->workbook, {}}) : load_stamped_workbook(path);
    if (path.empty() || !saved) {
      open(*recovered->workbook, {}, false);
      session_->replace_recovery(id);
    } else {
      open(std::move(saved->workbook), path, true, saved->stamp);
      const bool asks = question() != nullptr && question()->title_key == "recovery.title";
      if (asks && offered_recovery_ == id) answer(0);  // the author has decided already
    }
  });
}

void App::forget_views() {
  states_.forget_workbook();
  keys_in_panel = false;
}

void App::close_session() {
  if (session_ != nullptr) session_->close();
  forget_views();
  focused_field.clear();
  session_.reset();
  file_gone_ = false;
  look_for_recoveries();
}

void App::leave_then(const std::function<void()>& action) {
  if (session_ == nullptr) return action();
  if (saving_ != nullptr) {
    put_off_.emplace_back([this, action] {
      if (!has_dialog()) leave_then(action);  // else that has to be answered first
    });
    return;
  }
  // A file that was deleted meanwhile, or is out of reach, keeps nothing: then it is asked as for unsaved work.
  std::error_code ignored;
  const bool is_gone = !session_->file().empty() && !std::filesystem::exists(session_->file(), ignored);
  const Then close = [this, action] {
    close_session();
    action();
  };
  if (session_->is_saved() && !is_gone) {
    if (const auto theirs = change_on_disk())
      return ask_about_disk(*theirs, Asked::to_save, close);  // what was saved is gone from there
    return close();
  }
  ask({"close.title",
       is_gone ? "close.gone_text" : "close.text",
       {{"file", session_->file()}},
       {{"close.save", [this, close] { save(close); }}, {"close.discard", close}, {"close.cancel", {}}}});
}

void App::close_workbook() {
  leave_then([] {});
}

void App::request_close() {
  if (has_dialog()) return;  // it has to be answered first
  full_view.reset();
  leave_then([this] { finished_ = true; });
}

void App::offer_recovery() {
  const auto found = session_->left_behind();
  if (!found) return;
  offered_recovery_ = found->id;
  const auto difference = workbook_difference(session_->workbook(), *found->workbook);
  Arguments arguments{{"time", moment_words(catalog(), found->time, world_.clock())},
                      {"difference", difference_words(catalog(), difference)}};
  ask({"recovery.title",
       session_->knows_file(*found) ? "recovery.text" : "recovery.text_changed",
       std::move(arguments),
       {{"recovery.take", [this, recovered = *found] { session_->take_recovered(recovered); }},
        {"recovery.discard", [this, id = found->id] { session_->forget_recovered(id); }},
        {"recovery.later", {}}}});
}

void App::explain_safety() {
  if (session_ == nullptr) return;
  const std::vector<Question::Answer> answers{{"safety.again", [this] { session_->try_safety_again(); }},
                                              {"safety.close", {}}};
  if (const auto journal = session_->journal_trouble()) {
    ask({"safety.journal_title", "safety.journal_text", {{"problem", what_failed(catalog(), *journal)}}, answers});
  } else if (const auto lock = session_->lock_trouble()) {
    ask({"safety.lock_title", "safety.lock_text", {{"problem", what_failed(catalog(), *lock)}}, answers});
  }
}

// Saving.

void App::save(const Then& then) {
  if (session_ == nullptr) return;
  if (session_->file().empty()) return save_as(then);
  write_to(session_->file(), {}, then);
}

void App::save_as(const Then& then) {
  if (session_ == nullptr) return;
  FileChoice choice;
  choice.purpose = FileChoice::Purpose::save;
  choice.title = catalog().text("browser.save_workbook");
  choice.filters = workbook_filters(catalog());
  choice.start = suggested_file();
  choose_file(std::move(choice), [this, then](const std::string& chosen) {
    std::string file = chosen;
    if (std::filesystem::path(file).extension() != ".canvasbook") file += ".canvasbook";
    std::error_code ignored;
    if (std::filesystem::equivalent(file, session_->file(), ignored)) return write_to(session_->file(), {}, then);
    if (std::filesystem::exists(file, ignored)) return ask_to_replace(file, then);
    write_to(file, {.existing = Existing::refuse}, then);
  });
}

void App::ask_to_replace(const std::string& file, const Then& then) {
  const auto known = stamp_of(file);  // what stands there now may go, and nothing else that comes meanwhile
  if (!known) return ask_after_failure(file, known.error(), then);
  ask({"replace.title",
       "replace.text",
       {{"file", file}},
       {{"replace.other_name", [this, then] { save_as(then); }},
        {"replace.yes",
         [this, file, then, known = *known] {
           write_to(file, {Existing::known, known}, then);
         }},
        {"replace.cancel", {}}}});
}

std::string App::suggested_file() const {
  if (!session_->file().empty()) return session_->file();
  std::string name = session_->title();
  std::ranges::replace(name, '/', '-');
  if (name.empty() || name.front() == '.') name = catalog().text("window.unnamed");
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
  if (saving_->is_done()) finish_saving();
}

void App::poll_saving(double seconds) {
  constexpr double soon = 0.3;  // seconds in which nobody wonders
  if (saving_ == nullptr) return;
  if (saving_->is_done()) return finish_saving();
  if (!saving_since_) saving_since_ = seconds;
  if (seconds - *saving_since_ >= soon) say(catalog().text("window.saving"));
}

void App::finish_saving() {
  const std::unique_ptr<Saving> saving = std::move(saving_);
  const Then then = std::exchange(after_saving_, {});
  const std::vector<Then> put_off = std::exchange(put_off_, {});
  const auto saved = saving->wait();
  if (!saved) return fail_saving(saving->order(), saved.error(), then);  // what was put off waits for no answer
  session_->take_saved(saving->order(), *saved);
  file_gone_ = false;
  remember_file(saved->file);
  say(saved->unconfirmed ? catalog().error(*saved->unconfirmed)
                         : catalog().text("cli.written", {{"file", saved->file}}));
  if (then) then();
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
       {{"save_failed.elsewhere", [this, then] { save_as(then); }},
        {"save_failed.again", [this, then, file] { write_to(file, {.existing = Existing::refuse}, then); }},
        {"save_failed.keep", {}}}});
}

std::optional<FileStamp> App::change_on_disk() {
  const auto theirs = session_->changed_on_disk();
  return theirs == disk_put_off_ ? std::nullopt : theirs;
}

void App::ask_about_disk(const FileStamp& theirs, Asked asked, const Then& then) {
  ask({"disk.title",
       asked == Asked::to_save ? "disk.text_saving" : "disk.text",
       {{"file", session_->file()}},
       {{"disk.copy", [this, then] { carry_out(session_->order_copy(), then); }},
        {"disk.take",
         [this] {
           const auto taken = session_->take_from_disk();
           if (!taken) return show_error(taken.error());
           say(catalog().text("disk.taken"));
         }},
        {"disk.keep",
         [this, theirs, asked, then] {
           session_->accept_disk(theirs);
           if (asked == Asked::to_save) save(then);
         }},
        {"disk.later", [this, theirs] {
           session_->notice_disk();
           disk_put_off_ = theirs;
         }}}});
}

// Files that are chosen or shown by other programs.

void App::choose_file(FileChoice choice, std::function<void(const std::string&)> then) {
  if (chooser_) return;  // one is on the screen already
  if (choice.purpose == FileChoice::Purpose::save) {
    then = [this, choice, then = std::move(then)](const std::string& chosen) mutable {
      if (!chosen.ends_with('/')) return then(chosen);
      choice.start = chosen + std::filesystem::path(choice.start).filename().string();
      choose_file(std::move(choice), std::move(then));  // it has no name yet
      say(catalog().text("browser.name_missing"));
    };
  }
  if (world_.zenity.empty()) return show_dialog(make_browser_dialog(*this, std::move(choice), std::move(then)));
  chosen_ = std::move(then);
  chooser_.emplace(world_.zenity, choice, world_.environment);
}

void App::show_outside(const std::string& path) {
  auto started = world_.opener.empty() ? Result<OutsideProgram>(Error{ErrorCode::cannot_open, path, 0, 0, {}, {}})
                                       : open_outside(world_.opener, path, world_.environment);
  if (!started) return say(catalog().text("outside.no_viewer", {{"file", path}}));
  outside_.emplace(std::move(*started));
}

void App::poll_programs() {
  if (outside_) {
    if (const auto outcome = outside_->poll()) {
      if (*outcome != OutsideProgram::Outcome::opened) {
        say(catalog().text("outside.no_viewer", {{"file", outside_->path()}}));
      }
      outside_.reset();
    }
  }
  if (!chooser_) return;
  const auto outcome = chooser_->poll();
  if (!outcome) return;
  chooser_.reset();
  const auto then = std::exchange(chosen_, {});
  switch (outcome->kind) {
    case FileChooser::Outcome::Kind::chosen:
      return then(outcome->path);
    case FileChooser::Outcome::Kind::cancelled:
      return;
    case FileChooser::Outcome::Kind::failed:
      world_.zenity.clear();  // it will not do better the next time: from now on our own browser
      return say(catalog().text("outside.no_chooser"));
  }
}

void App::choose_and_open() {
  FileChoice choice;
  choice.purpose = FileChoice::Purpose::open;
  choice.title = catalog().text("browser.open_workbook");
  choice.filters = workbook_filters(catalog());
  choice.start = start_folder() + "/";
  choose_file(std::move(choice), [this](const std::string& file) { open_file(file); });
}

}  // namespace canvasbook
