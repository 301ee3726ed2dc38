#include "editor/items/own_end.h"

#include <array>

#include "editor/frame/dialog_fields.h"
#include "model/call_scheme.h"
#include "model/module_uses.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

class OwnEndDialog : public Dialog {
 public:
  OwnEndDialog(const App& app, std::string answer) : answer_(std::move(answer)) {
    const SpeechModule module = find_module(app.session()->workbook(), answer_);
    if (module.answer != nullptr && module.answer->end != CallEnd::none) {
      end_ = module.answer->end;
      name_.set_text(module.answer->result);
    }
    focus_.set("own_end/name");
  }

  std::string title(const App& app) const override { return app.catalog().text("own_end.title"); }
  float width() const override { return 520; }
  bool cancel(App&) override { return true; }

  bool draw(App& app) override {
    const Theme& theme = app.theme;
    const Catalog& words = app.catalog();
    const PartContext parts{theme, app.parts};
    focus_.begin(app, false);
    paragraph(parts, words.text("own_end.text"), theme.colours.text);
    ImGui::Dummy({1, theme.px(4)});
    const LineFieldResult typed = dialog_field(app, focus_, "own_end/name", name_, 0, words.text("own_end.example"));
    ImGui::Dummy({1, theme.px(8)});
    paragraph(parts, words.text("own_end.kind"), theme.colours.muted);
    for (const CallEnd end : {CallEnd::agreed, CallEnd::call_back, CallEnd::refused}) {
      const std::string key = "own_end/" + std::string(call_end_names[static_cast<size_t>(end)]);
      const MarkState state = end == end_ ? MarkState::on : MarkState::off;
      if (dialog_option(app, focus_, key, end_words(end, words), MarkShape::circle, state)) end_ = end;
    }
    const bool is_named = !trim(name_.text()).empty();
    const auto answer = dialog_answers(app, focus_, {"own_end.do", "dismissal.cancel"}, is_named);
    const bool is_done = is_named && (answer == "own_end.do" || typed.entered);
    if (is_done) keep(app);
    return !is_done && answer.empty();
  }

 private:
  void keep(App& app) const {
    Session& session = *app.session();
    session.record(lead_on(session.workbook(), answer_, {}, end_, trim(name_.text())), "step.next_step", answer_, {});
  }

  std::string answer_;
  CallEnd end_ = CallEnd::agreed;
  LineField name_;
  DialogFocus focus_;
};

}  // namespace

std::unique_ptr<Dialog> make_own_end_dialog(const App& app, const std::string& answer) {
  return std::make_unique<OwnEndDialog>(app, answer);
}

}  // namespace canvasbook
