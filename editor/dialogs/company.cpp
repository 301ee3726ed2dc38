#include "editor/dialogs/company.h"

#include <utility>

#include "editor/frame/dialog_fields.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

class CompanyDialog : public Dialog {
 public:
  explicit CompanyDialog(Template source) : source_(std::move(source)) {}

  std::string title(const App& app) const override { return app.catalog().text("company.title"); }
  float width() const override { return 520; }
  bool cancel(App&) override { return true; }

  bool draw(App& app) override {
    const Theme& theme = app.theme;
    const Catalog& words = app.catalog();
    focus_.begin(app, app.focused_field.empty());
    paragraph({theme, app.parts}, words.text("company.text"), theme.colours.muted);
    ImGui::Dummy({1, theme.px(2)});
    const bool entered = dialog_field(app, focus_, "company/name", company_, 0, words.text("company.hint")).entered;
    const auto answer = dialog_answers(app, focus_, {"company.go_on", "company.without", "company.back"});
    if (answer == "company.back") return false;
    if (answer.empty() && !entered) return true;
    app.open_template(source_, answer == "company.without" ? std::string() : std::string(trim(company_.text())));
    return false;
  }

 private:
  Template source_;
  LineField company_;
  DialogFocus focus_;
};

}  // namespace

std::unique_ptr<Dialog> make_company_dialog(Template source) {
  return std::make_unique<CompanyDialog>(std::move(source));
}

}  // namespace canvasbook
