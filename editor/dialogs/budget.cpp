#include "editor/dialogs/budget.h"

#include <algorithm>
#include <cmath>

#include "editor/frame/dialog_fields.h"
#include "editor/navigator/rows.h"
#include "export/on_paper/find_overfull.h"

namespace canvasbook {

namespace {

// What gets a limit: a document or a section of it.
struct Limited {
  std::string id;
  const char* title_key;
  std::string text;  // how long it is now
  const char* step_key;
  Workbook (*set)(Workbook, std::string_view id, int pages);
};

class BudgetDialog : public Dialog {
 public:
  BudgetDialog(Limited limited, int budget) : limited_(std::move(limited)), budget_(budget) {}

  std::string title(const App& app) const override { return app.catalog().text(limited_.title_key); }
  float width() const override { return 460; }
  bool cancel(App&) override { return true; }

  bool draw(App& app) override {
    const Theme& theme = app.theme;
    const Catalog& words = app.catalog();
    const PartContext parts{theme, app.parts};
    focus_.begin(app, true);
    paragraph(parts, limited_.text, theme.colours.text);
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
      session.record(limited_.set(session.workbook(), limited_.id, *chosen), limited_.step_key, limited_.id);
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

  Limited limited_;
  int budget_;
  DialogFocus focus_;
};

}  // namespace

std::unique_ptr<Dialog> make_budget_dialog(App& app) {
  Session& session = *app.session();
  const Document& document = *session.document();
  const size_t pages = count_text_pages(session.pages());
  return std::make_unique<BudgetDialog>(Limited{document.id, "budget.title", app.catalog().count("budget.text", pages),
                                                "step.page_budget", set_page_budget},
                                        document.page_budget > 0 ? document.page_budget : static_cast<int>(pages));
}

std::unique_ptr<Dialog> make_section_budget_dialog(App& app) {
  Session& session = *app.session();
  const Section& section = *session.section();
  session.pages();
  const auto& parts = session.on_paper(session.document()->id)->parts;
  const auto known = parts.find(section.id);
  const int tenths = known == parts.end() ? 0 : known->second.whole.tenths;
  const Catalog& words = app.catalog();
  return std::make_unique<BudgetDialog>(
      Limited{section.id, "budget.section_title",
              words.text("budget.section_text", {{"pages", words_for_pages(words, tenths)}}), "step.section_budget",
              set_section_budget},
      section.page_budget > 0 ? section.page_budget : std::max(1, (tenths + 9) / 10));
}

}  // namespace canvasbook
