#include "editor/frame/app.h"

#include <algorithm>
#include <filesystem>
#include <span>
#include <utility>

namespace canvasbook {

App::App(const AppWorld& world)
    : spelling(world.dictionary_folders),
      world_(world),
      ids_(world.id_seed),
      settings_keeper_(world_.folders.config, world_.computes_beside) {
  LoadedSettings loaded = settings_keeper_.load();
  settings = std::move(loaded.settings);
  if (settings.panels.tab == SidePanel::find) settings.panels.tab = SidePanel::guide;  // a search ends with its window
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

void App::choose_language(Language chosen) {
  world_.asked_language.reset();
  say({});  // what was said is in the other language
  change_settings([chosen](Settings& changed) { changed.language = chosen; });
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

void App::add_document(const Template& source) {
  session_->add_document(make_document(source, ids_, world_.today));
  if (settings.panels.side.shown) show_panel(SidePanel::guide);
}

ThemeName App::theme_name() const { return settings.theme == ThemeChoice::dark ? ThemeName::dark : ThemeName::light; }

bool App::text_field_is_active() const {
  if (has_dialog()) return !focused_field.empty();
  if (full_view != nullptr) return false;
  return session_ != nullptr && (session_->is_writing() || keys_in_panel || keys_in_search);
}

FieldTakes App::field_takes() const {
  if (text_field_is_active()) return FieldTakes::text;
  return !has_dialog() && full_view != nullptr && full_view->has_caret() ? FieldTakes::words : FieldTakes::nothing;
}

bool App::caret_blinks() const {
  return text_field_is_active() || (!has_dialog() && full_view != nullptr && full_view->has_caret());
}

bool App::hides_pointer() const { return !has_dialog() && full_view != nullptr && full_view->is_idle(); }

std::string App::window_title() const {
  if (session_ == nullptr) return "Canvasbook";
  std::string name = std::filesystem::path(session_->file()).filename().string();
  if (name.empty()) name = catalog().text("window.never_saved");
  return (session_->is_saved() ? "" : "• ") + name + " – Canvasbook";
}

void App::forget_fonts() {
  states_.forget_fonts();
  if (session_ != nullptr) session_->field.set_metrics({});
}

void App::say(std::string message) {
  message_ = std::move(message);
  message_stays_until_ = 0;
  message_place_.reset();
  message_revision_ = session_ == nullptr ? 0 : session_->history().revision();
}

void App::keep_saying(std::string message) {
  constexpr double seconds = 5;
  say(std::move(message));
  message_stays_until_ = ticked_ + seconds;
}

void App::say_no_clipboard() { keep_saying(catalog().text("outside.no_clipboard")); }

std::string App::message() const {
  const std::uint64_t revision = session_ == nullptr ? 0 : session_->history().revision();
  const bool is_of_now = revision == message_revision_ && (!message_place_ || *message_place_ == shown_place());
  return is_of_now || ticked_ < message_stays_until_ ? message_ : std::string();
}

std::string App::shown_place() const {
  if (session_ == nullptr) return {};
  if (const auto& shown = session_->view().shown_register)
    return "register " + std::to_string(static_cast<int>(*shown));
  return session_->section() == nullptr ? std::string() : session_->section()->id;
}

void App::reload_own_templates() {
  if (!world_.folders.data.empty()) own_templates_ = load_own_templates(world_.folders.data + "/templates");
}

std::string App::recovery_folder() const { return canvasbook::recovery_folder(world_.folders); }

void App::look_for_recoveries() {
  recoveries_.look(recovery_folder(), world_.computes_beside ? std::launch::async : std::launch::deferred);
  tell_of_unreadable_records();
}

void App::tell_of_unreadable_records() {
  std::string message;
  std::vector<Error> unreadable = recoveries_.take_unreadable();
  const auto newer = std::stable_partition(unreadable.begin(), unreadable.end(),
                                           [](const Error& error) { return error.code != ErrorCode::newer_version; });
  const auto tell = [&](const char* key, std::span<const Error> errors) {
    std::string files;
    for (const Error& error : errors) files += (files.empty() ? "" : ", ") + error.file;
    if (files.empty()) return;
    message += (message.empty() ? "" : ". ") + catalog().count(key, errors.size(), {{"files", files}});
  };
  tell("recovery.unreadable", std::span(unreadable.begin(), newer));
  tell("recovery.newer", std::span(newer, unreadable.end()));
  if (!message.empty()) say(message);
}

void App::forget_recovery(const std::string& id) {
  const auto done = canvasbook::forget_recovery(recovery_folder(), id);
  if (!done) say(catalog().error(done.error()));
  look_for_recoveries();
}

void App::keep_at_the_end() {
  if (session_ != nullptr) session_->keep_at_the_end();
}

bool App::tick(double seconds) {
  constexpr double between_looks = 1;
  constexpr double pause_in_typing = 3;
  ticked_ = seconds;
  const auto today = world_.clock ? read_date(world_.clock().substr(0, 10)) : std::nullopt;
  if (today) world_.today = *today;  // it may be past midnight
  if (today && session_ != nullptr) session_->begin_day(*today);
  const std::string before = message();
  const size_t dialogs = dialogs_.size();
  const bool had_session = session_ != nullptr;
  const bool was_saving = is_saving();
  const bool was_gone = is_file_gone();
  const bool presented = full_view != nullptr && full_view->tick(seconds);
  if (session_ != nullptr) {
    session_->keep_safe(seconds);
    if (seconds - looked_at_disk_ >= between_looks) {
      looked_at_disk_ = seconds;
      // somebody who types is asked when they save or pause: a question would take the next keys
      const bool types = text_field_is_active() && seconds - typed_at_ < pause_in_typing;
      if (!has_dialog() && !full_view && saving_ == nullptr && !types && input.empty()) {
        if (session_->other_owner() && !told_of_other_window_) {
          tell_of_other_window();
        } else if (const auto theirs = change_on_disk()) {
          ask_about_disk(*theirs, Asked::while_working);
        }
        remember_place();
      }
      file_gone_ = session_->is_file_gone();
    }
  }
  poll_saving(seconds);
  tell_of_settings();
  const bool computed = session_ != nullptr && session_->compute_waiting(seconds);
  poll_programs();
  const bool files_news = session_ == nullptr && recent_files.tick(seconds, settings.recent_files);
  const bool start_news = recoveries_.take_news() || files_news;
  tell_of_unreadable_records();
  const bool is_safe = session_ == nullptr || (!session_->journal_trouble() && !session_->lock_trouble());
  const bool safety_news = std::exchange(was_safe_, is_safe) != is_safe;
  return presented || computed || was_saving != is_saving() || was_gone != is_file_gone() || start_news ||
         safety_news || message() != before || dialogs_.size() != dialogs || (session_ != nullptr) != had_session;
}

}  // namespace canvasbook
