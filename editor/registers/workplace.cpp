#include "editor/registers/workplace.h"

#include "editor/frame/ask_before_removing.h"
#include "editor/frame/command_parts.h"
#include "editor/registers/register_view.h"
#include "editor/registers/state.h"

namespace canvasbook {

namespace {

class RegisterWorkplace : public Workplace {
 public:
  bool is_shown(const Session& session) const override { return session.view().shown_register.has_value(); }

  void draw(App& app, const Area& area) const override {
    view_register(app, *app.session()->view().shown_register, area);
  }

  const char* hint(const App& app) const override {
    if (has_entry(app)) return "window.hint_register";
    return can_add(app) ? "window.hint_register_empty" : "window.hint_register_closed";
  }
  const char* add_label(const App&) const override { return "registers.add"; }

  bool can_add(const App& app) const override { return app.session()->has_home(*app.session()->view().shown_register); }
  bool can_write(const App& app) const override { return has_entry(app); }
  bool can_remove(const App& app) const override { return has_entry(app) && !app.state<RegisterState>().use; }
  bool can_duplicate(const App&) const override { return false; }   // two entries of one name are told apart by nobody
  bool can_select_all(const App&) const override { return false; }  // one entry at a time is chosen

  void add(App& app) const override { app.session()->add_entry(); }

  void write(App& app) const override {
    app.state<RegisterState>().opens = true;  // what that means the line at the cursor says
  }

  void remove(App& app) const override {
    Session& session = *app.session();
    ask_before_removing(app, words_of_removed(app, {session.view().cursor}), {session.view().cursor},
                        [&session] { session.remove_entry(); });
  }

  void go_to_text(App&, const WrittenPlace&) const override {}  // its texts are those of the sections
};

}  // namespace

const Workplace& register_workplace() {
  static const RegisterWorkplace workplace;
  return workplace;
}

}  // namespace canvasbook
