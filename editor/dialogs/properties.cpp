#include "editor/dialogs/properties.h"

#include "editor/frame/dialog_fields.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

class PropertiesDialog : public Dialog {
 public:
  explicit PropertiesDialog(App& app)
      : properties_(properties_of(app.session()->workbook())),
        company_(properties_.company),
        author_role_(properties_.author_role) {}

  std::string title(const App& app) const override { return app.catalog().text("properties.title"); }
  bool cancel(App&) override { return true; }

  bool draw(App& app) override {
    const Catalog& words = app.catalog();
    if (app.session() == nullptr) return false;
    focus_.begin(app, app.focused_field.empty());
    field_label(app, words.text("properties.company"));
    const std::string company_hint = words.text("properties.company_hint");
    bool entered = dialog_field(app, focus_, "properties.company", company_, 0, company_hint).entered;
    field_label(app, words.text("properties.author_role"));
    const std::string role_hint = words.text("properties.author_role_hint");
    entered = dialog_field(app, focus_, "properties.author_role", author_role_, 0, role_hint).entered || entered;
    choose_language(app);
    choose_page_size(app);
    choose_stop_list(app);
    const auto answer = dialog_answers(app, focus_, {"properties.save", "properties.cancel"});
    if (answer == "properties.cancel") return false;
    if (answer.empty() && !entered && !app.input.take(Key::enter, {})) return true;
    properties_.company = trim(company_.text());
    properties_.author_role = trim(author_role_.text());
    app.session()->set_properties(properties_);
    return false;
  }

 private:
  void choose_language(App& app) {
    const Catalog& words = app.catalog();
    field_label(app, words.text("properties.language"));
    option(app, "properties.russian", words.text("properties.russian"), properties_.language, Language::ru, true);
    option(app, "properties.english", words.text("properties.english"), properties_.language, Language::en, false);
  }

  void choose_page_size(App& app) {
    const Catalog& words = app.catalog();
    field_label(app, words.text("properties.page_size"));
    for (const PageSize size : {PageSize::A4, PageSize::A3, PageSize::Letter}) {
      const std::string name(page_size_name(size));
      const bool is_first = size == PageSize::A4;
      option(app, "properties.page_size/" + name, name, properties_.page_size, size, is_first);
    }
  }

  void choose_stop_list(App& app) {
    const Catalog& words = app.catalog();
    field_label(app, words.text("properties.stop_list"));
    bool& without = properties_.without_starting_stop_list;
    const MarkState state = without ? MarkState::off : MarkState::on;
    const std::string label = words.text("properties.starting_stop_list");
    if (dialog_option(app, focus_, "properties.starting_stop_list", label, MarkShape::box, state)) without = !without;
  }

  template <class Value>
  void option(App& app, const std::string& key, const std::string& label, Value& value, Value own, bool is_first) {
    if (!is_first) ImGui::SameLine(0, app.theme.px(12));
    const MarkState state = value == own ? MarkState::on : MarkState::off;
    if (dialog_option(app, focus_, key, label, MarkShape::circle, state)) value = own;
  }

  Properties properties_;
  LineField company_;
  LineField author_role_;
  DialogFocus focus_;
};

}  // namespace

std::unique_ptr<Dialog> make_properties_dialog(App& app) { return std::make_unique<PropertiesDialog>(app); }

}  // namespace canvasbook
