#include "editor/dialogs/paper.h"

#include <algorithm>

#include "editor/frame/dialog_fields.h"

namespace canvasbook {

namespace {

class PaperDialog : public Dialog {
 public:
  explicit PaperDialog(const Document& document)
      : document_(document.id),
        paper_(document.paper),
        has_board_(std::ranges::any_of(document.sections, [](const Shared<Section>& section) {
          return std::holds_alternative<Board>(section->content);
        })) {}

  std::string title(const App& app) const override { return app.catalog().text("paper_style.title"); }
  float width() const override { return 520; }
  bool cancel(App&) override { return true; }

  bool draw(App& app) override {
    if (app.session() == nullptr) return false;
    focus_.begin(app, true);
    choice(app, "paper_style.cover", paper_.cover);
    choice(app, "paper_style.contents", paper_.contents);
    choice(app, "paper_style.justified", paper_.justified);
    choice(app, "paper_style.mirrored", paper_.mirrored);
    choice(app, "paper_style.dense_forms", paper_.dense_forms);
    if (has_board_) {
      paragraph({app.theme, app.parts}, app.catalog().text("paper_style.note"), app.theme.colours.muted);
    }
    const auto answer = dialog_answers(app, focus_, {"paper_style.set", "paper_style.cancel"});
    if (answer == "paper_style.cancel") return false;
    if (answer.empty() && !app.input.take(Key::enter, {})) return true;
    Session& session = *app.session();
    session.record(set_paper_style(session.workbook(), document_, paper_), "step.paper_style", document_);
    return false;
  }

 private:
  void choice(App& app, const char* key, bool& value) {
    const MarkState state = value ? MarkState::on : MarkState::off;
    if (dialog_option(app, focus_, key, app.catalog().text(key), MarkShape::box, state)) value = !value;
  }

  std::string document_;
  PaperStyle paper_;
  bool has_board_;
  DialogFocus focus_;
};

}  // namespace

std::unique_ptr<Dialog> make_paper_dialog(App& app) {
  return std::make_unique<PaperDialog>(*app.session()->document());
}

}  // namespace canvasbook
