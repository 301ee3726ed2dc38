#include "editor/panel_budget.h"

#include <algorithm>
#include <cmath>

#include "editor/dialog_parts.h"
#include "export/find_overfull.h"

namespace canvasbook {

namespace {

class BudgetDialog : public Dialog {
 public:
  BudgetDialog(std::string document, int pages, int budget)
      : document_(std::move(document)), pages_(pages), budget_(budget > 0 ? budget : pages) {}

  std::string title(const App& app) const override { return app.catalog().text("budget.title"); }
  float width() const override { return 460; }
  bool cancel(App&) override { return true; }

  bool draw(App& app) override {
    const Theme& theme = app.theme;
    const Catalog& words = app.catalog();
    const PartContext parts{theme, app.parts};
    focus_.begin(app, true);
    paragraph(parts, words.count("budget.text", static_cast<size_t>(pages_)), theme.colours.text);
    ImGui::Dummy({1, theme.px(4)});
    if (dialog_button(app, focus_, "budget.fewer", words.text("budget.fewer"), 0, ButtonStyle::plain, budget_ > 1))
      --budget_;
    ImGui::SameLine(0, theme.px(4));
    draw_number(app);
    ImGui::SameLine(0, theme.px(4));
    if (dialog_button(app, focus_, "budget.more", words.text("budget.more"), 0, ButtonStyle::plain,
                      budget_ < largest_page_budget)) {
      ++budget_;
    }
    ImGui::Dummy({1, theme.px(8)});
    std::optional<int> chosen;
    const std::string set = words.text("budget.set");
    const std::string none = words.text("budget.none");
    const std::string cancel = words.text("budget.cancel");
    if (dialog_button(app, focus_, "budget.set", set, 0, ButtonStyle::primary)) chosen = budget_;
    flow_beside(parts, none);
    if (dialog_button(app, focus_, "budget.none", none)) chosen = 0;
    flow_beside(parts, cancel);
    const bool leaves = dialog_button(app, focus_, "budget.cancel", cancel);
    focus_.end(app);
    if (chosen) {
      Session& session = *app.session();
      session.record(set_page_budget(session.workbook(), document_, *chosen), "step.page_budget", document_);
    }
    return !chosen && !leaves;
  }

 private:
  void draw_number(const App& app) const {
    const Theme& theme = app.theme;
    const std::string text = app.catalog().count("status.pages", static_cast<size_t>(budget_));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size{theme.px(130), theme.px(36)};
    ImFont* font = theme.fonts.bold;
    const float width = width_of_line(font, text);
    ImGui::GetWindowDrawList()->AddText(
        font, font->FontSize,
        {std::floor(at.x + (size.x - width) / 2), std::floor(at.y + (size.y - font->FontSize) / 2)}, theme.colours.text,
        text.c_str());
    ImGui::Dummy(size);
  }

  std::string document_;
  int pages_;
  int budget_;
  DialogFocus focus_;
};

}  // namespace

std::unique_ptr<Dialog> make_budget_dialog(App& app) {
  Session& session = *app.session();
  const Document& document = *session.document();
  return std::make_unique<BudgetDialog>(document.id, static_cast<int>(count_text_pages(session.pages())),
                                        document.page_budget);
}

}  // namespace canvasbook
