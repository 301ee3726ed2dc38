#include "editor/app.h"

#include <algorithm>
#include <filesystem>

#include "editor/command_table.h"
#include "editor/dialog_browser.h"
#include "editor/dialog_question.h"
#include "editor/examples.h"
#include "editor/find_panel.h"
#include "editor/moment_words.h"
#include "editor/system_reason.h"
#include "editor/view_present.h"
#include "editor/views.h"
#include "model/temporary_file.h"
#include "model/workbook_difference.h"
#include "model/workbook_file.h"
#include "templates/library.h"

namespace canvasbook {

App::App(const AppWorld& world)
    : find(std::make_unique<FindPanel>()),
      spelling(world.dictionary_folders),
      world_(world),
      ids_(world.id_seed),
      settings_keeper_(world_.folders.config, world_.computes_beside) {
  LoadedSettings loaded = settings_keeper_.load();
  settings = std::move(loaded.settings);
  if (loaded.error) say(catalog().error(*loaded.error));
  look_for_recoveries();
}

App::~App() = default;

void App::change_settings(SettingsKeeper::Change change) {
  const Settings before = settings;
  change(settings);
  if (settings == before) return;
  if (settings.theme != before.theme || settings.scale != before.scale) theme_is_stale = true;
  settings_keeper_.keep(std::move(change));
  tell_of_settings();
}

void App::tell_of_settings() {
  if (const auto failure = settings_keeper_.tick()) say(catalog().error(*failure));
}

void App::show_panel(SidePanel tab) {
  is_focused = false;
  change_settings([tab](Settings& changed) {
    changed.panels.tab = tab;
    changed.panels.side.shown = true;
  });
}

ThemeName App::theme_name() const { return settings.theme == ThemeChoice::dark ? ThemeName::dark : ThemeName::light; }

bool App::text_field_is_active() const {
  if (has_dialog()) return !focused_field.empty();
  if (presentation != nullptr) return false;
  return session_ != nullptr && (session_->is_writing() || find->has_keys);
}

bool App::hides_pointer() const { return presentation != nullptr && presentation->is_idle(); }

std::string App::window_title() const {
  if (session_ == nullptr) return "Canvasbook";
  std::string name = std::filesystem::path(session_->file()).filename().string();
  if (name.empty()) name = catalog().text("window.never_saved");
  return (session_->is_saved() ? "" : "• ") + name + " – Canvasbook";
}

void App::forget_fonts() {
  prose_at_rest.clear();
  item_state = {};
  field_font = nullptr;
  if (session_ != nullptr) session_->field_width = -1;
}

void App::say(std::string message) {
  message_ = std::move(message);
  message_stays_until_ = 0;
  message_revision_ = session_ == nullptr ? 0 : session_->history().revision();
}

void App::say_no_clipboard() {
  say(catalog().text("outside.no_clipboard"));
  message_stays_until_ = ticked_ + 5;  // somebody who pastes goes on typing
}

std::string App::message() const {
  const std::uint64_t revision = session_ == nullptr ? 0 : session_->history().revision();
  return revision == message_revision_ || ticked_ < message_stays_until_ ? message_ : std::string();
}

void App::reload_own_templates() {
  if (!world_.folders.data.empty()) own_templates_ = load_own_templates(world_.folders.data + "/templates");
}

std::string App::recovery_folder() const {
  return world_.folders.state.empty() ? std::string() : world_.folders.state + "/recovery";
}

void App::look_for_recoveries() {
  recoveries_.look(recovery_folder(), world_.computes_beside ? std::launch::async : std::launch::deferred);
  tell_of_unreadable_records();
}

void App::tell_of_unreadable_records() {
  std::string files;
  const std::vector<Error> unreadable = recoveries_.take_unreadable();
  for (const Error& error : unreadable) files += (files.empty() ? "" : ", ") + error.file;
  if (!files.empty()) say(catalog().count("recovery.unreadable", unreadable.size(), {{"files", files}}));
}

void App::forget_recovery(const std::string& id) {
  const auto done = canvasbook::forget_recovery(recovery_folder(), id);
  if (!done) say(catalog().error(done.error()));
  look_for_recoveries();
}

// Opening and closing.

void App::open(Workbook workbook, std::string file, bool saved, const FileStamp& stamp) {
  const SessionWorld world{world_.today,     world_.id_seed + ++sessions_, world_.folders.state, world_.clock,
                           world_.stopwatch, world_.computes_beside};
  find->forget_hits();
  session_ = std::make_unique<Session>(std::move(workbook), std::move(file), world, saved);
  prose_at_rest.clear();
  item_state = {};
  register_state = {};
  navigator = {};
  presentation.reset();
  is_focused = false;
  export_choices = choices_for_another_workbook(std::move(export_choices));
  message_.clear();
  panel_state = {};
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
  const std::string path = std::filesystem::absolute(file).lexically_normal().string();
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

void App::close_session() {
  if (session_ != nullptr) session_->close();
  find->forget_hits();
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
  if (session_->is_saved() && !is_gone) {
    close_session();
    return action();
  }
  ask({"close.title",
       is_gone ? "close.gone_text" : "close.text",
       {{"file", session_->file()}},
       {{"close.save",
         [this, action] {
           save([this, action] {
             close_session();
             action();
           });
         }},
        {"close.discard",
         [this, action] {
           close_session();
           action();
         }},
        {"close.cancel", {}}}});
}

void App::close_workbook() {
  leave_then([] {});
}

void App::request_close() {
  if (has_dialog()) return;  // it has to be answered first
  presentation.reset();
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
       "recovery.text",
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

void App::choose_language(Language chosen) {
  world_.asked_language.reset();
  change_settings([chosen](Settings& changed) { changed.language = chosen; });
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

std::string App::start_folder() const {
  std::error_code ignored;
  const bool usable = std::filesystem::is_directory(settings.last_folder, ignored);
  return usable ? settings.last_folder : world_.home;
}

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
    if (const auto theirs = stamp_of(order.file)) return ask_about_disk(*theirs, then);
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
       "save_failed.text",
       {{"error", catalog().error(error)}},
       {{"save_failed.elsewhere", [this, then] { save_as(then); }},
        {"save_failed.again", [this, then, file] { write_to(file, {.existing = Existing::refuse}, then); }},
        {"save_failed.keep", {}}}});
}

void App::ask_about_disk(const FileStamp& theirs, const Then& then) {
  ask({"disk.title",
       "disk.text",
       {{"file", session_->file()}},
       {{"disk.copy", [this, then] { carry_out(session_->order_copy(), then); }},
        {"disk.take",
         [this] {
           const auto taken = session_->take_from_disk();
           if (!taken) show_error(taken.error());
         }},
        {"disk.keep", [this, theirs] { session_->accept_disk(theirs); }},
        {"disk.later", [this, theirs] {
           session_->notice_disk();
           disk_put_off_ = theirs;
         }}}});
}

bool App::tick(double seconds) {
  constexpr double between_looks = 1;
  ticked_ = seconds;
  const std::string before = message();
  const size_t dialogs = dialogs_.size();
  const bool had_session = session_ != nullptr;
  const bool was_saving = is_saving();
  const bool was_gone = is_file_gone();
  const bool presented = presentation != nullptr && presentation->tick(seconds);
  if (session_ != nullptr) {
    session_->keep_safe(seconds);
    if (session_->other_owner() && !told_of_other_window_ && !has_dialog()) warn_of_other_window();
    if (seconds - looked_at_disk_ >= between_looks) {
      looked_at_disk_ = seconds;
      // somebody who writes is asked when they save or stop: a question would take the next keys
      if (!has_dialog() && !presentation && saving_ == nullptr && !session_->is_writing()) {
        if (const auto theirs = session_->changed_on_disk(); theirs && theirs != disk_put_off_) {
          ask_about_disk(*theirs, {});
        }
      }
      file_gone_ = session_->is_file_gone();
    }
  }
  poll_saving(seconds);
  tell_of_settings();
  const bool computed = session_ != nullptr && session_->compute_waiting(seconds);
  poll_programs();
  const bool files_news = session_ == nullptr && start.files.tick(seconds, settings.recent_files);
  const bool start_news = recoveries_.take_news() || files_news;
  tell_of_unreadable_records();
  const bool is_safe = session_ == nullptr || (!session_->journal_trouble() && !session_->lock_trouble());
  const bool safety_news = std::exchange(was_safe_, is_safe) != is_safe;
  return presented || computed || was_saving != is_saving() || was_gone != is_file_gone() || start_news ||
         safety_news || message() != before || dialogs_.size() != dialogs || (session_ != nullptr) != had_session;
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

// Dialogs.

void App::show_dialog(std::unique_ptr<Dialog> dialog) {
  focused_field.clear();
  dialogs_.push_back(std::move(dialog));
}

void App::ask(Question question) { show_dialog(std::make_unique<QuestionDialog>(std::move(question))); }

void App::show_error(const Error& error) {
  ask({"failure.title", "failure.text", {{"error", catalog().error(error)}}, {{"failure.close", {}}}});
}

const Question* App::question() const {
  const auto* asked = dialogs_.empty() ? nullptr : dynamic_cast<const QuestionDialog*>(dialogs_.back().get());
  return asked == nullptr ? nullptr : &asked->question();
}

void App::answer(size_t index) {
  const auto asked = dialogs_.empty() ? nullptr : std::dynamic_pointer_cast<QuestionDialog>(dialogs_.back());
  if (asked == nullptr || index >= asked->question().answers.size()) return;
  dialogs_.pop_back();
  asked->answer(index);
}

void App::run_command(std::string_view key) {
  const Command* command = find_command(key);
  if (command != nullptr && is_enabled(*command, *this)) command->run(*this);
}

}  // namespace canvasbook
