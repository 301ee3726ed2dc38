#include "editor/dialogs/save_template.h"

#include "editor/frame/dialog_fields.h"
#include "model/text/text.h"
#include "templates/own_templates.h"

namespace canvasbook {

namespace {

class SaveTemplateDialog : public Dialog {
 public:
  explicit SaveTemplateDialog(App& app) : title_(app.session()->document()->title) {}

  std::string title(const App& app) const override { return app.catalog().text("save_template.title"); }
  bool cancel(App&) override { return true; }

  bool draw(App& app) override {
    const Theme& theme = app.theme;
    const Catalog& words = app.catalog();
    if (app.session() == nullptr || app.session()->document() == nullptr) return false;
    focus_.begin(app, false);
    paragraph({theme, app.parts}, words.text("save_template.text"), theme.colours.muted);
    ImGui::Dummy({1, theme.px(4)});
    field_label(app, words.text("save_template.name"));
    bool entered = dialog_field(app, focus_, "save_template.name", title_).entered;
    field_label(app, words.text("save_template.summary"));
    const std::string hint = words.text("save_template.summary_hint");
    entered = dialog_field(app, focus_, "save_template.summary", summary_, 0, hint).entered || entered;
    const bool has_title = !trim(title_.text()).empty();
    const auto answer = dialog_answers(app, focus_, {"save_template.save", "save_template.cancel"}, has_title);
    if (answer == "save_template.cancel") return false;
    if ((answer.empty() && !entered) || !has_title) return true;
    return !save_template(app);
  }

 private:
  // Whether it is saved; where it is not, a dialog above this one says why.
  bool save_template(App& app) {
    const std::string folder = app.world().folders.data + "/templates";
    const Document& document = *app.session()->document();
    const auto saved = save_own_template(folder, document, trim(title_.text()), trim(summary_.text()));
    if (!saved) {
      app.show_error(saved.error());
      return false;
    }
    app.reload_own_templates();
    app.say(app.catalog().text("save_template.saved", {{"title", std::string(trim(title_.text()))}}));
    return true;
  }

  LineField title_;
  LineField summary_;
  DialogFocus focus_;
};

}  // namespace

std::unique_ptr<Dialog> make_save_template_dialog(App& app) { return std::make_unique<SaveTemplateDialog>(app); }

}  // namespace canvasbook
