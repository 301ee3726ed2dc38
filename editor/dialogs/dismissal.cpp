#include "editor/dialogs/dismissal.h"

#include "editor/frame/dialog_fields.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

class DismissalDialog : public Dialog {
 public:
  explicit DismissalDialog(Finding finding) : finding_(std::move(finding)) { focus_.set("dismissal.reason"); }

  std::string title(const App& app) const override { return app.catalog().text("dismissal.title"); }
  float width() const override { return 520; }
  bool cancel(App&) override { return true; }

  bool draw(App& app) override {
    const Theme& theme = app.theme;
    const Catalog& words = app.catalog();
    focus_.begin(app, false);
    paragraph({theme, app.parts}, finding_words(finding_, words).what, theme.colours.text);
    ImGui::Dummy({1, theme.px(4)});
    field_label(app, words.text("dismissal.reason"));
    const LineFieldResult typed =
        dialog_field(app, focus_, "dismissal.reason", reason_, 0, words.text("dismissal.example"));
    const std::string reason(trim(reason_.text()));
    const auto answer = dialog_answers(app, focus_, {"dismissal.do", "dismissal.cancel"}, !reason.empty());
    const bool done = answer == "dismissal.do" || (typed.entered && !reason.empty());
    if (done) {
      Session& session = *app.session();
      const std::string item = finding_.items.empty() ? finding_.document : finding_.items.front();
      session.record(
          dismiss_finding(session.workbook(), {finding_.rule, finding_.document, finding_.subject, reason, {}}),
          "step.dismiss", item);
    }
    return !done && answer.empty();
  }

 private:
  Finding finding_;
  LineField reason_;
  DialogFocus focus_;
};

}  // namespace

std::unique_ptr<Dialog> make_dismissal_dialog(const Finding& finding) {
  return std::make_unique<DismissalDialog>(finding);
}

}  // namespace canvasbook
