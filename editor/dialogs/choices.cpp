#include "editor/dialogs/choices.h"

#include <algorithm>
#include <deque>
#include <optional>

#include "editor/frame/dialog_fields.h"

namespace canvasbook {

namespace {

constexpr float field_height = 46;  // logical pixels
constexpr size_t most_seen = 8;     // then the fields scroll

class ChoicesDialog : public Dialog {
 public:
  ChoicesDialog(std::string section, const SheetColumn& column)
      : section_(std::move(section)), column_(column.id), heading_(column.title) {
    for (const std::string& choice : column.choices) fields_.push_back({choice, LineField(choice)});
    fields_.emplace_back();
    focus_.set(key_of(fields_.size() - 1));
  }

  std::string title(const App& app) const override { return app.catalog().text("choices.title"); }
  float width() const override { return 460; }
  bool cancel(App&) override { return true; }

  bool draw(App& app) override {
    const Theme& theme = app.theme;
    if (app.session() == nullptr) return false;
    focus_.begin(app, false);
    if (!heading_.empty()) field_label(app, heading_);
    paragraph({theme, app.parts}, app.catalog().text("choices.text"), theme.colours.muted);
    ImGui::Dummy({1, theme.px(4)});
    const bool entered = draw_fields(app);
    const auto answer = dialog_answers(app, focus_, {"choices.set", "choices.cancel"});
    if (answer == "choices.cancel") return false;
    const bool confirmed = answer == "choices.set" || entered;
    if (confirmed) record(*app.session());
    return !confirmed;
  }

 private:
  struct Field {
    std::string was;
    LineField field;
  };

  static std::string key_of(size_t index) { return "choices/" + std::to_string(index); }

  // Returns whether Enter was pressed where nothing is written any more.
  bool draw_fields(App& app) {
    const Theme& theme = app.theme;
    const float seen = static_cast<float>(std::min(fields_.size(), most_seen));
    ImGui::BeginChild("choices", {0, seen * theme.px(field_height)}, false, ImGuiWindowFlags_NoBackground);
    std::optional<size_t> entered;
    const float left = ImGui::GetCursorPosX();
    for (size_t i = 0; i < fields_.size(); ++i) {
      const std::string key = key_of(i);
      ImGui::SetCursorPos({left + theme.px(3), theme.px(3) + static_cast<float>(i) * theme.px(field_height)});
      const float width = ImGui::GetContentRegionAvail().x - theme.px(6);
      const std::string hint = app.catalog().text("choices.new");
      const LineFieldResult result = dialog_field(app, focus_, key, fields_[i].field, width, hint);
      focus_.show(key, 1);
      if (result.entered) entered = i;
    }
    if (!fields_.back().field.text().empty()) fields_.emplace_back();
    ImGui::EndChild();
    if (!entered) return false;
    if (fields_[*entered].field.text().empty()) return true;
    focus_.set(key_of(*entered + 1));  // only now, so that the same Enter does not reach it
    return false;
  }

  void record(Session& session) const {
    const Section* section = session.section();
    if (section == nullptr || section->id != section_) return;
    std::vector<OfferedChoice> choices;
    for (const Field& field : fields_) choices.push_back({field.was, field.field.text()});
    session.record_content(set_choices(std::get<Sheet>(section->content), column_, choices), "step.choices", {});
  }

  std::string section_;
  std::string column_;
  std::string heading_;
  std::deque<Field> fields_;
  DialogFocus focus_;
};

}  // namespace

std::unique_ptr<Dialog> make_choices_dialog(App& app, const SheetColumn& column) {
  return std::make_unique<ChoicesDialog>(app.session()->section()->id, column);
}

}  // namespace canvasbook
