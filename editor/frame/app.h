// The running editor: the window's state, the workbook that is open in it, and what stands above it. Knows ImGui, not
// GLFW; the rooms draw, and the commands are in command_table.h.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "editor/frame/dialog.h"
#include "editor/frame/full_view.h"
#include "editor/frame/states.h"
#include "editor/parts/theme.h"
#include "editor/parts/widgets.h"
#include "editor/session/recent_files.h"
#include "editor/session/recovery_offers.h"
#include "editor/session/session.h"
#include "editor/session/settings_keeper.h"
#include "editor/session/spell_checker.h"
#include "editor/system/file_chooser.h"
#include "editor/system/folders.h"
#include "editor/system/input_queue.h"
#include "editor/system/open_outside.h"
#include "model/base/catalog.h"
#include "templates/own_templates.h"

namespace canvasbook {

// What the app takes from the world around it.
struct AppWorld {
  Language language = Language::en;        // of the system; the settings may name another
  std::optional<Language> asked_language;  // for this start, whatever the settings name, until another one is chosen
  Date today;
  std::uint64_t id_seed = 0;
  Folders folders;                       // empty names: nothing is kept from start to start
  std::function<std::string()> clock;    // "2026-11-21 12:40"
  std::function<double()> stopwatch;     // seconds that only grow; without one nothing is put off for being slow
  bool computes_beside = false;          // what is slow, on other threads
  std::string home;                      // where dialogs start
  std::vector<std::string> environment;  // "NAME=value", for the programs below
  std::string zenity;                    // the programs' paths; empty where they are missing
  std::string opener;
  std::vector<std::string> dictionary_folders;  // where dictionaries for spelling may lie
};

// What the keyboard has done in the menu that is open.
struct OpenMenu {
  int row = -1;              // that it is at
  bool stays = false;        // while several rows are ticked
  bool is_answered = false;  // a row was chosen, and the arrows have not moved on since
  std::string typed;         // letters, as they are compared, that its row begins with
};

class App {
 public:
  // Begins at the start screen.
  explicit App(const AppWorld& world);
  ~App();

  InputQueue input;
  Theme theme;
  bool theme_is_stale = true;  // the fonts have to be built anew
  Settings settings;
  PartRegister parts;
  OpenMenu open_menu;
  ImGuiID closed_menu = 0;      // that the last click closed by hitting something beside it; 0 for none
  std::string focused_field;    // key of the dialog's text field that has the caret; empty for none
  bool keys_in_panel = false;   // a field of a side panel has the keys, else they go to the document
  bool keys_in_search = false;  // a field of the working area that holds no text of the workbook has them
  RecentFiles recent_files;
  SpellChecker spelling;

  // What a view keeps from frame to frame, such as BoardState; see states.h.
  template <class State>
  State& state() {
    return states_.get<State>();
  }
  template <class State>
  const State& state() const {
    return states_.get<State>();
  }

  // What the window of the system provides and obeys.
  std::function<bool()> clipboard_is_empty;  // whether no program holds anything there, asked without waiting
  std::function<void()> wake;                // has a frame drawn soon; any thread may call it
  bool full_screen = false;                  // the author wishes it
  bool is_focused = false;                   // nothing but what is written is shown, without panels and bars
  std::unique_ptr<FullView> full_view;       // in place of the workbook; usually nullptr
  bool wants_full_screen() const { return full_screen || full_view != nullptr; }
  bool hides_pointer() const;

  // The window.
  void draw();  // one frame, between ImGui::NewFrame and ImGui::Render
  void request_close();
  void forget_fonts();        // they were built anew: what was laid out with the old ones is void
  bool tick(double seconds);  // at least twice a second, also undrawn; returns whether something has to be drawn
  bool is_finished() const { return finished_; }
  bool text_field_is_active() const;
  FieldTakes field_takes() const;  // for feed()
  bool caret_blinks() const;       // somewhere
  std::string window_title() const;
  ThemeName theme_name() const;
  float manual_scale() const { return static_cast<float>(settings.scale) / 100; }
  Language language() const { return world_.asked_language.value_or(settings.language.value_or(world_.language)); }
  void choose_language(Language chosen);
  const Catalog& catalog() const { return Catalog::of(language()); }
  const AppWorld& world() const { return world_; }
  IdSource& ids() { return ids_; }

  // One sentence in the status line, until the next change of the workbook.
  void say(std::string message);
  std::string message() const;
  void keep_saying(std::string message);  // also to somebody who goes on typing
  void say_no_clipboard();                // its owner does not answer

  // The open workbook, or nullptr on the start screen.
  Session* session() { return session_.get(); }
  const Session* session() const { return session_.get(); }

  // Opening and closing. Where work would be lost these ask first.
  // `stamp` is of the file that the workbook was read from.
  void open(Workbook workbook, const std::string& file, bool saved = true, const FileStamp& stamp = {});
  void open_file(const std::string& file);  // where that fails a dialog says why, and the open workbook stays
  // A new workbook of the company, which may be empty; its first text is ready to be written.
  void open_template(const Template& source, const std::string& company = {});
  void open_example();
  void open_recovered(const std::string& id);
  void close_workbook();

  // What is not saved is found at the next start: the process ends and nobody is asked.
  void keep_at_the_end();

  // Files; where one has to be chosen a dialog opens.
  void choose_and_open();
  using Then = std::function<void()>;
  void save(const Then& then = {});  // `then`: once it is saved, however the author gets there
  void save_as(const Then& then = {});
  bool is_file_gone() const { return session_ != nullptr && file_gone_; }  // as of the last look
  bool is_saving() const { return saving_ != nullptr; }                    // what is written meanwhile is not in it
  void choose_file(FileChoice choice, std::function<void(const std::string&)> then);
  std::string start_folder() const;            // where dialogs begin
  std::string suggested_file() const;          // of the open workbook: its own, or one by its title
  void show_outside(const std::string& path);  // in the program that the system has for it

  // Dialogs, the newest above the others.
  void show_dialog(std::unique_ptr<Dialog> dialog);
  void ask(Question question);
  void show_error(const Error& error);
  bool has_dialog() const { return !dialogs_.empty(); }
  const Question* question() const;  // of the topmost dialog, if it is a question
  void answer(size_t index);

  void show_panel(SidePanel tab);                       // unfolds the side panel on it
  void add_document(const Template& source);            // to the workbook that is open; its guide is shown beside it
  void change_settings(SettingsKeeper::Change change);  // and keeps them
  void run_command(std::string_view key);

  // The company's own templates, read again when the gallery opens.
  const OwnTemplates& own_templates() const { return own_templates_; }
  void reload_own_templates();

  // What earlier sessions left behind, as of the last look at the start screen.
  const std::vector<RecoveryOffer>& recoveries() const { return recoveries_.list(); }
  void look_for_recoveries();
  void forget_recovery(const std::string& id);
  // Asks before unsaved work goes for good; `is_in_file`: all that was saved before stays.
  void ask_to_forget(const std::string& title, bool is_in_file, const Then& take, const Then& forget);
  void explain_safety();  // what of it does not work, why, and what to do

 private:
  void explain_unopened(const std::string& file, const Error& error);
  void ask_about_text(const std::string& file, const Error& error);
  void open_as_text(const std::string& file, const std::function<void()>& then = {});
  std::string name_of_workbook() const;                  // to show: of its file, else its title
  void leave_then(const std::function<void()>& action);  // once the open workbook may go
  void forget_views();                                   // what they keep of the workbook that was open
  std::optional<FileStamp> change_on_disk();             // by others, unless it is to be decided later
  void close_session();
  std::string recovery_folder() const;
  void warn_of_other_window();
  void tell_of_other_window();
  void offer_recovery();
  void take_recovery(const RecoveredWorkbook& recovered, const ShownPlace& place);
  void tell_of_damage(const RecoveredWorkbook& recovered);  // where a part of it could not be read
  enum class Asked { while_working, to_save };              // to_save: keeping mine writes it, as was ordered
  void ask_about_disk(const FileStamp& theirs, Asked asked, const Then& then = {});
  bool is_open_elsewhere(const std::string& file) const;
  void ask_to_replace(const std::string& file, const Then& then);
  void ask_about_losses(const SaveOrder& order, const Error& error, const Then& then);
  void ask_after_failure(const std::string& file, const Error& error, const Then& then);
  void save_elsewhere(const Then& then);  // where its folder refuses
  void choose_where_to_save(const std::string& suggested, const Then& then);
  void write_to(const std::string& file, const WriteOptions& options, const Then& then);
  void carry_out(SaveOrder order, const Then& then);
  void poll_saving(double seconds);
  void finish_saving();
  void fail_saving(const SaveOrder& order, const Error& error, const Then& then);
  void remember_file(const std::string& file);
  void remember_place();  // that is shown
  void poll_programs();
  void look_up_placeholders();
  void draw_screen(ImVec2 size);
  void draw_dialogs();
  bool is_clicked_beside(const Dialog& dialog);  // whose window is being drawn
  bool is_click_meant_for(Dialog& dialog);       // and not for what was there before it was seen
  void tell_of_settings();
  void tell_of_unreadable_records();
  void let_typing_go_on();
  std::string shown_place() const;  // id of the section or of the register; empty where neither is shown

  AppWorld world_;
  mutable States states_;  // to look at one may make it
  IdSource ids_;
  SettingsKeeper settings_keeper_;
  std::unique_ptr<Session> session_;
  std::vector<std::shared_ptr<Dialog>> dialogs_;
  std::string message_;
  std::uint64_t message_revision_ = 0;
  // Of which session, as sessions_ counts, and of which revision the theme has the placeholders.
  std::uint64_t placeholders_of_ = 0;
  std::uint64_t placeholders_revision_ = 0;
  std::optional<std::string> message_place_;  // that was shown when it was said; nothing before that frame's end
  double message_stays_until_ = 0;            // whatever is edited; seconds as of tick()
  double ticked_ = 0;
  double typed_at_ = 0;                    // the tick before the last key
  std::optional<FileStamp> disk_put_off_;  // the change by others that is to be decided later
  double looked_at_disk_ = 0;
  std::uint64_t sessions_ = 0;  // opened so far
  std::optional<FileChooser> chooser_;
  std::function<void(const std::string&)> chosen_;
  std::unique_ptr<Saving> saving_;
  Then after_saving_;
  std::vector<Then> put_off_;                  // until nothing is being saved
  std::optional<double> saving_since_;         // the tick that first saw it; none once it is said
  std::set<std::string> files_to_write_anew_;  // whatever is lost by it; asked once a session
  std::optional<OutsideProgram> outside_;
  OwnTemplates own_templates_;
  RecoveryOffers recoveries_;
  std::optional<RecoveredWorkbook> chosen_recovery_;  // that the workbook is being opened for
  bool finished_ = false;
  bool had_menu_ = false;        // in the last frame
  bool text_has_caret_ = false;  // a text of the workbook, as of the last frame without a dialog
  bool pressed_beside_ = false;  // the mouse went down beside the dialog and is still down
  bool file_gone_ = false;
  bool told_of_other_window_ = false;
  bool was_safe_ = true;  // at the last tick
};

}  // namespace canvasbook
