#include "editor/board/workplace.h"

#include "editor/board/board.h"
#include "editor/board/commands.h"
#include "editor/frame/ask_before_removing.h"
#include "editor/frame/command_parts.h"
#include "model/written_texts.h"

namespace canvasbook {

namespace {

class BoardWorkplace : public Workplace {
 public:
  bool is_shown(const Session& session) const override { return session.board() != nullptr; }

  void draw(App& app, const Area& area) const override { view_board(app, *app.session()->board(), area); }

  const char* hint(const App& app) const override {
    return has_selection(app) ? "window.hint_note" : "window.hint_board";
  }

  std::string told(const App& app) const override {
    const size_t count = app.session()->view().selected.size();
    return count < 2 ? std::string() : app.catalog().count("status.notes_selected", count);
  }

  bool can_add(const App&) const override { return true; }
  bool can_write(const App& app) const override { return has_selection(app); }
  bool can_remove(const App& app) const override { return has_selection(app); }
  bool can_copy(const App& app) const override { return has_selection(app); }
  bool can_paste(const App&) const override { return true; }
  bool can_move(const App& app, Direction) const override { return has_selection(app); }

  void add(App& app) const override { app.session()->add_note(app.session()->view().block); }
  void write(App& app) const override { app.session()->begin_note(app.session()->cursor()); }

  void remove(App& app) const override {
    Session& session = *app.session();
    ask_before_removing(app, words_of_removed(app, session.view().selected),
                        with_what_they_hold(session.section()->content, session.view().selected),
                        [&session] { session.remove_selected(); });
  }

  std::string copy(App& app) const override { return app.session()->copy_selected(); }
  void duplicate(App& app) const override { app.session()->duplicate_selected(); }
  void paste(App& app, const std::string& text) const override { app.session()->paste_notes(text); }
  void select_all(App& app) const override { app.session()->select_all_notes(); }
  void move(App& app, Direction direction) const override { move_notes(app, direction); }

  void go_to_text(App& app, const WrittenPlace& place) const override {
    Session& session = *app.session();
    if (place.field == block_field) {
      session.go_to(place.section + "/" + place.item);
      return;
    }
    if (find_note(*session.board(), place.item) == nullptr) return session.end_writing();
    show_if_parked(app, place.item);
    place.field == details_field ? session.begin_details(place.item) : session.begin_note(place.item);
  }
};

}  // namespace

const Workplace& board_workplace() {
  static const BoardWorkplace workplace;
  return workplace;
}

}  // namespace canvasbook
