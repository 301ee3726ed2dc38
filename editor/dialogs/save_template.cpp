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
    const PartContext parts{theme, app.parts};
    if (app.session() == nullptr || app.session()->document() == nullptr) return false;
    focus_.begin(app, false);
    paragraph(parts, words.text("save_template.text"), theme.colours.muted);
    ImGui::Dummy({1, theme.px(4)});
    field_label(app, words.text("save_template.name"));
    bool confirmed = dialog_field(app, focus_, "save_template.name", title_).entered;
    field_label(app, words.text("save_template.summary"));
    const std::string hint = words.text("save_template.summary_hint");
    confirmed = dialog_field(app, focus_, "save_template.summary", summary_, 0, hint).entered || confirmed;
    ImGui::Dummy({1, theme.px(8)});
    const bool has_title = !trim(title_.text()).empty();
    const std::string save = words.text("save_template.save");
    confirmed = dialog_button(app, focus_, "save_template.save", save, 0, ButtonStyle::primary, has_title) || confirmed;
    const std::string cancel = words.text("save_template.cancel");
    flow_beside(parts, cancel);
    if (dialog_button(app, focus_, "save_template.cancel", cancel)) return false;
    focus_.end(app);
    if (!confirmed || !has_title) return true;
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
