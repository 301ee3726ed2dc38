// The running editor: an open workbook, what is selected, and the actions on it. Knows ImGui, not GLFW; drawing is in
// the view_*.cpp files.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "editor/input_queue.h"
#include "editor/safety_net.h"
#include "editor/text_core.h"
#include "editor/theme.h"
#include "editor/widgets.h"
#include "export/fonts.h"
#include "export/pages.h"
#include "model/catalog.h"
#include "model/history.h"
#include "model/identifier.h"
#include "model/review.h"

namespace canvasbook {

enum class SidePanel { guide, review, preview };

// What the author has before the eyes.
struct View {
  size_t document = 0;          // index in the workbook
  size_t section = 0;           // index in the document
  std::string block;            // that new notes go to and that the guide speaks of
  std::set<std::string> notes;  // the selected ones
  std::string edited_note;      // the one with the caret; empty for none
  bool edits_prose = false;     // the caret is in the text of the section
  SidePanel panel = SidePanel::guide;
};

// Something that the author has to decide before going on.
struct Question {
  struct Answer {
    std::string key;               // of its label
    std::function<void()> action;  // may ask the next question
  };
  std::string title_key;
  std::string text_key;
  Arguments arguments;          // of both
  std::vector<Answer> answers;  // the first is the one that is suggested, the last the one that changes nothing
};

// What the app takes from the world around it.
struct AppWorld {
  Language language = Language::en;
  Date today;
  std::uint64_t id_seed = 0;
  std::string state_folder;            // for recovery and locks; empty for none
  std::function<std::string()> clock;  // "2026-11-21 12:40"
};

class App {
 public:
  // `file` is where the workbook was read from and will be saved.
  App(Workbook workbook, std::string file, const AppWorld& world);

  InputQueue input;
  Theme theme;
  ThemeName theme_name = ThemeName::light;
  float manual_scale = 1;
  bool theme_is_stale = true;  // the fonts have to be built anew
  PartRegister parts;
  View view;
  TextCore field;         // the text of the edited note
  float field_width = 0;  // that it was laid out for
  ImFont* field_font = nullptr;
  std::string note_to_show;  // that the board should bring into view
  bool is_dragging = false;  // the selected notes, with the mouse
  std::string message;       // what happened last, in the status line

  void draw();  // one frame, between ImGui::NewFrame and ImGui::Render
  void request_close();

  // Called at least twice a second, also while nothing is drawn: writes the recovery journal and looks after the file.
  // `seconds` run from any start. Returns whether something has to be drawn.
  bool tick(double seconds);
  bool is_finished() const { return finished_; }
  bool text_field_is_active() const { return !view.edited_note.empty() || view.edits_prose; }
  std::string window_title() const;

  const Catalog& catalog() const { return Catalog::of(language_); }
  const Workbook& workbook() const { return history_.current(); }
  const Document* document() const;
  const Section* section() const;
  const Board* board() const;
  const Prose* prose() const;
  bool is_saved() const { return history_.is_saved(); }
  bool can_undo() const { return history_.next_undo() != nullptr; }
  bool can_redo() const { return history_.next_redo() != nullptr; }
  const std::optional<Question>& question() const { return question_; }
  void answer(size_t index);

  // Computed from the workbook, once a revision.
  const std::vector<Finding>& findings();
  const Pages& pages();
  size_t word_count();
  Fonts& paper_fonts() { return paper_fonts_; }

  // The text of a note as it was laid out last.
  struct NoteLayout {
    std::string source;
    float width = 0;
    ImFont* font = nullptr;
    std::u32string text;
    TextRows rows;
  };
  std::map<std::string, NoteLayout> note_layouts;

  // Actions; each change is one step of the history.
  void run_command(std::string_view key);
  void add_note(const std::string& block, const std::string& text = {});
  void begin_edit(const std::string& note);
  void begin_prose();
  void end_edit();
  void add_note_after();   // ends the editing and goes on with a new note behind the edited one
  void take_over_field();  // after a change of `field`
  void select(const std::string& note, bool add_to_selection);
  void select_next(int step);
  void remove_selected();
  void move_selected(const std::string& block, size_t position);
  void set_colour_of_selected(Colour colour);
  void toggle_segment_of_selected(const std::string& segment);
  void toggle_type_of_selected(const std::string& type);
  void show_section(size_t document, size_t section);
  void go_to(const std::string& item);
  void undo();
  void redo();
  bool save();
  void close_without_saving();

 private:
  void record(const char* name_key, Board board, const std::string& item, const std::string& merge_key = {});
  void refresh();
  void export_pdf();
  void handle_shortcuts();
  void return_to(const Step& step);
  void offer_recovery();
  void ask_about_disk();
  void take_from_disk();
  void save_as_copy();
  void report(const std::optional<Error>& error);
  std::vector<std::string> selected_ids() const { return {view.notes.begin(), view.notes.end()}; }

  History history_;
  std::string file_;
  Language language_;
  Date today_;
  IdSource ids_;
  bool finished_ = false;
  std::optional<Question> question_;
  SafetyNet net_;
  std::uint64_t journaled_revision_ = 0;
  std::optional<double> changed_at_;  // when the journal fell behind
  double looked_at_disk_ = 0;
  Fonts paper_fonts_;
  std::optional<std::uint64_t> computed_revision_;
  std::vector<Finding> findings_;
  Pages pages_;
  size_t words_ = 0;
};

}  // namespace canvasbook
