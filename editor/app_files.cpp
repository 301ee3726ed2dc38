// The life of workbooks in the window: opening and closing, what is asked before work could be lost, and the files that
// other programs choose or show. Saving stands in workbook_saving.cpp.
#include <filesystem>
#include <utility>

#include "editor/dialogs/browser.h"
#include "editor/frame/app.h"
#include "editor/session/examples.h"
#include "editor/session/first_text.h"
#include "editor/session/moment_words.h"
#include "editor/session/recovery_offers.h"
#include "editor/system/folders.h"
#include "editor/system/system_reason.h"
#include "model/file/file_kind.h"
#include "model/file/markdown_workbook.h"
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
  if (!session_->file().empty()) {
    remember_file(session_->file());
    session_->return_to_place(left_at(settings, session_->file()));
  }
  told_of_other_window_ = false;
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

// Where a second window came to the file of this one, or this one to that of another by saving.
void App::tell_of_other_window() {
  told_of_other_window_ = true;
  ask({"open_already.title",
       "open_already.text_here",
       {{"file", session_->file()}},
       {{"save_failed.elsewhere", [this] { save_as({}); }}, {"open_already.stay", {}}},
       1,
       true});
}

void App::remember_file(const std::string& file) {
  const std::string path = absolute_path(file);
  change_settings([path](Settings& changed) {
    changed = add_recent(std::move(changed), path);
    changed.last_folder = std::filesystem::path(path).parent_path().string();
  });
}

void App::remember_place() {
  if (session_ == nullptr) return;
  const std::string& file = session_->file();
  const ShownPlace place = session_->shown_place();
  if (left_at(settings, file) == place) return;
  change_settings([file, place](Settings& changed) { changed = set_left_at(std::move(changed), file, place); });
}

void App::open_file(const std::string& file) {
  auto loaded = load_stamped_workbook(file);
  if (!loaded) return explain_unopened(file, loaded.error());
  const auto take = [this, file](StampedWorkbook& read) {
    clear_left_temporary_files(std::filesystem::absolute(file).parent_path().string());
    open(std::move(read.workbook), file, true, read.stamp);
  };
  if (session_ == nullptr) return take(*loaded);
  leave_then([this, file, take] {
    auto again = load_stamped_workbook(file);  // leaving may have written it
    if (!again) return explain_unopened(file, again.error());
    take(*again);
  });
}

// Among the recent files it stays until its author takes it out.
void App::explain_unopened(const std::string& file, const Error& error) {
  const bool is_other = error.code == ErrorCode::other_file;
  if (is_other &&
      (error.detail == file_kind_name(FileKind::markdown) || error.detail == file_kind_name(FileKind::text)))
    return ask_about_text(file, error);
  Question question{"failure.title", "failure.text", {{"error", catalog().error(error)}}, {}};
  if (is_other) {
    question.title_key = "foreign.title";
    if (!world_.opener.empty()) question.answers.push_back({"foreign.outside", [this, file] { show_outside(file); }});
  } else if (const auto record = newest_record_of(recovery_folder(), file)) {
    question.text_key = "failure.text_recovery";
    question.arguments.emplace_back(
        "time", moment_words(catalog(), record->time, world_.clock ? world_.clock() : record->time));
    question.answers.push_back({"recovery.take", [this, id = record->id] { open_recovered(id); }});
  }
  question.answers.push_back({"failure.close", {}});
  ask(std::move(question));
}

void App::ask_about_text(const std::string& file, const Error& error) {
  ask({"foreign.title",
       "foreign.text",
       {{"error", catalog().error(error)}},
       {{"foreign.take", [this, file] { open_as_text(file); }},
        {"foreign.print", [this, file] { open_as_text(file, [this] { run_command("command.export"); }); }},
        {"foreign.cancel", {}}}});
}

void App::open_as_text(const std::string& file, const std::function<void()>& then) {
  auto loaded = load_any_workbook(file, world_.today);
  if (!loaded) return show_error(loaded.error());
  leave_then([this, workbook = with_section_titles(std::move(loaded->workbook)), then] {
    open(workbook, {});
    if (then) then();
  });
}

void App::open_template(const Template& source, const std::string& company) {
  leave_then([this, source, company] {
    Workbook workbook;
    workbook.company = company;
    workbook.language = source.language;
    workbook.created = world_.today;
    workbook.modified = world_.today;
    workbook = canvasbook::add_document(std::move(workbook), make_document(source, ids_, world_.today));
    open(std::move(workbook), {}, company.empty());
    begin_first_text(*session_);
    // the guide makes the first steps easy, whatever the panel showed of the workbook before
    if (settings.panels.side.shown) change_settings([](Settings& changed) { changed.panels.tab = SidePanel::guide; });
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
      if (path.empty()) session_->return_to_place(left_at(settings, {}));
      tell_of_damage(*recovered);
    } else {
      chosen_recovery_ = recovered;
      open(std::move(saved->workbook), path, true, saved->stamp);
    }
  });
}

void App::forget_views() {
  states_.forget_workbook();
  keys_in_panel = false;
}

void App::close_session() {
  remember_place();
  if (session_ != nullptr) session_->close();
  chosen_recovery_.reset();
  forget_views();
  focused_field.clear();
  full_view.reset();
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
  const Then again = [this, action] { leave_then(action); };  // something may have been written meanwhile
  if (session_->is_saved() && !is_gone) {
    if (const auto theirs = change_on_disk())
      return ask_about_disk(*theirs, Asked::to_save, again);  // what was saved is gone from there
    return close();
  }
  ask({"close.title",
       is_gone ? "close.gone_text" : "close.text",
       {{"file", session_->file()}, {"name", name_of_workbook()}},
       {{"close.save", [this, again] { save(again); }}, {"close.discard", close}, {"close.cancel", {}}},
       0,
       false,
       true});
}

void App::close_workbook() {
  leave_then([] {});
}

void App::request_close() {
  if (has_dialog()) return;  // it has to be answered first
  leave_then([this] { finished_ = true; });
}

void App::offer_recovery() {
  const ShownPlace left = left_at(settings, session_->file());  // it may be a section that only the record has
  if (const auto chosen = std::exchange(chosen_recovery_, std::nullopt)) return take_recovery(*chosen, left);
  const std::vector<RecoveredWorkbook> found = session_->left_behind();
  if (found.empty()) return;
  const RecoveredWorkbook& newest = found.front();
  const auto difference = workbook_difference(session_->workbook(), *newest.workbook);
  const size_t others = found.size() - 1;
  Arguments arguments{{"time", moment_words(catalog(), newest.time, world_.clock())},
                      {"difference", difference_words(catalog(), difference)},
                      {"others", others == 0 ? std::string() : " " + catalog().count("recovery.others", others)}};
  const Then take = [this, newest, left] { take_recovery(newest, left); };
  ask({"recovery.title",
       session_->knows_file(newest) ? "recovery.text" : "recovery.text_changed",
       std::move(arguments),
       {{"recovery.take", take},
        {"recovery.discard",
         [this, take, id = newest.id] {
           ask_to_forget(session_->title(), true, take, [this, id] { session_->forget_recovered(id); });
         }},
        {"recovery.later", {}}}});
}

void App::take_recovery(const RecoveredWorkbook& recovered, const ShownPlace& place) {
  session_->take_recovered(recovered);
  session_->return_to_place(place);
  tell_of_damage(recovered);
}

void App::tell_of_damage(const RecoveredWorkbook& recovered) {
  if (recovered.lost == 0) return;
  ask({"recovery.damaged_title",
       "recovery.damaged_text",
       {{"lost", catalog().count("recovery.lost", recovered.lost)},
        {"file", damaged_record(recovery_folder(), recovered.id)}},
       {{"failure.close", {}}}});
}

void App::ask_to_forget(const std::string& title, bool is_in_file, const Then& take, const Then& forget) {
  ask({"start.forget_title",
       is_in_file ? "start.forget_text" : "start.forget_new_text",
       {{"title", title.empty() ? catalog().text("window.unnamed") : title}},
       {{"recovery.take", take}, {"recovery.discard", forget}, {"recovery.later", {}}}});
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
  choice.filters.insert(choice.filters.begin() + 1, {catalog().text("browser.texts"), {"*.md", "*.markdown", "*.txt"}});
  choice.start = start_folder() + "/";
  choose_file(std::move(choice), [this](const std::string& file) { open_file(file); });
}

}  // namespace canvasbook
