#include "editor/prose/workplace.h"

#include "editor/prose/prose.h"

namespace canvasbook {

namespace {

class ProseWorkplace : public Workplace {
 public:
  bool is_shown(const Session& session) const override { return session.prose() != nullptr; }
  void draw(App& app, const Area& area) const override { view_prose(app, area); }
  const char* hint(const App&) const override { return "window.hint_section"; }
  bool can_write(const App&) const override { return true; }
  void write(App& app) const override {
    app.session()->begin_prose();
    app.session()->bring_caret_into_view();
  }
  void go_to_text(App& app, const WrittenPlace&) const override { app.session()->begin_prose(); }
};

}  // namespace

const Workplace& prose_workplace() {
  static const ProseWorkplace workplace;
  return workplace;
}

}  // namespace canvasbook
