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
    const PartContext parts{theme, app.parts};
    focus_.begin(app, app.focused_field.empty());
    paragraph(parts, words.text("company.text"), theme.colours.muted);
    ImGui::Dummy({1, theme.px(2)});
    bool goes_on = dialog_field(app, focus_, "company/name", company_, 0, words.text("company.hint")).entered;
    ImGui::Dummy({1, theme.px(8)});
    const std::string label = words.text("company.go_on");
    goes_on = dialog_button(app, focus_, "company.go_on", label, 0, ButtonStyle::primary) || goes_on;
    const std::string without = words.text("company.without");
    flow_beside(parts, without);
    const bool skips = dialog_button(app, focus_, "company.without", without);
    const std::string back = words.text("company.back");
    flow_beside(parts, back);
    const bool leaves = dialog_button(app, focus_, "company.back", back);
    focus_.end(app);
    if (leaves) return false;
    if (!goes_on && !skips) return true;
    app.open_template(source_, skips ? std::string() : std::string(trim(company_.text())));
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
