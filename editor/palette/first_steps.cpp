#include "editor/palette/first_steps.h"

#include <algorithm>
#include <string>
#include <utility>

#include "editor/frame/app.h"
#include "editor/frame/dialog_fields.h"

namespace canvasbook {

namespace {

struct FirstStep {
  const char* title;  // catalog keys
  const char* text;
};
constexpr FirstStep first_steps[] = {
    {"first_steps.template.title", "first_steps.template.text"},
    {"first_steps.company.title", "first_steps.company.text"},
    {"first_steps.note.title", "first_steps.note.text"},
    {"first_steps.guide.title", "first_steps.guide.text"},
    {"first_steps.segments.title", "first_steps.segments.text"},
    {"first_steps.order.title", "first_steps.order.text"},
    {"first_steps.prose.title", "first_steps.prose.text"},
    {"first_steps.visits.title", "first_steps.visits.text"},
    {"first_steps.save.title", "first_steps.save.text"},
    {"first_steps.review.title", "first_steps.review.text"},
    {"first_steps.pdf.title", "first_steps.pdf.text"},
};

constexpr float step_number_room = 32;  // logical pixels

class FirstSteps : public Dialog {
 public:
  std::string title(const App& app) const override { return app.catalog().text("command.first_steps"); }
  float width() const override { return 720; }
  bool cancel(App&) override { return true; }

  bool draw(App& app) override {
    const Theme& theme = app.theme;
    const Catalog& words = app.catalog();
    const PartContext parts{theme, app.parts};
    const float height = std::min(theme.px(540), ImGui::GetIO().DisplaySize.y - theme.px(210));
    ImGui::BeginChild("first_steps", {0, height}, false, ImGuiWindowFlags_NoBackground);
    begin_at_top();
    scroll_by_keys(app);
    int number = 0;
    for (const FirstStep& step : first_steps) draw_step(app, ++number, step);
    ImGui::EndChild();
    paragraph(parts, words.text("first_steps.version", {{"version", CANVASBOOK_VERSION}}), theme.colours.muted);
    app.parts.add_last("first_steps/version");
    const bool closes = button(parts, "first_steps/close", words.text("failure.close"), 0, ButtonStyle::primary);
    return !closes && !app.input.take(Key::enter, {});
  }

 private:
  static void draw_step(App& app, int number, const FirstStep& step) {
    const Theme& theme = app.theme;
    const Catalog& words = app.catalog();
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float left = at.x + theme.px(step_number_room);
    const float room = ImGui::GetContentRegionAvail().x - theme.px(step_number_room + 12);
    const std::string sign = std::to_string(number) + ".";
    list->AddText(theme.fonts.bold, theme.fonts.bold->FontSize, at, theme.colours.accent, sign.c_str());
    float y = at.y;
    y += wrapped_text(list, theme.fonts.bold, {left, y}, room, theme.colours.text, words.text(step.title));
    y += theme.px(2);
    y += wrapped_text(list, theme.fonts.text, {left, y}, room, theme.colours.text, words.text(step.text));
    ImGui::Dummy({room, y - at.y + theme.px(8)});
    if (ImGui::IsItemVisible()) app.parts.add_last("first_steps/" + std::to_string(number));
  }

  static void scroll_by_keys(App& app) {
    const float line = app.theme.px(48);
    const float page = ImGui::GetWindowHeight() - line;
    float by = 0;
    for (const auto& [key, way] :
         {std::pair{Key::down, line}, {Key::up, -line}, {Key::page_down, page}, {Key::page_up, -page}}) {
      while (app.input.take(key, {})) by += way;
    }
    if (by != 0) ImGui::SetScrollY(std::clamp(ImGui::GetScrollY() + by, 0.0F, ImGui::GetScrollMaxY()));
  }
};

}  // namespace

std::unique_ptr<Dialog> make_first_steps() { return std::make_unique<FirstSteps>(); }

}  // namespace canvasbook
