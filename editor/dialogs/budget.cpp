#include "editor/dialogs/budget.h"

#include <algorithm>
#include <optional>

#include "editor/frame/dialog_fields.h"
#include "editor/navigator/rows.h"
#include "export/on_paper/find_overfull.h"
#include "model/kinds/dialogue.h"

namespace canvasbook {

namespace {

// What gets a limit: the pages of a document or of a section of it, the minutes of a talk.
struct Limited {
  std::string id;
  const char* title_key;
  std::string text;  // how long it is now
  const char* step_key;
  Workbook (*set)(Workbook, std::string_view id, int limit);
  int most = largest_page_budget;
};

class BudgetDialog : public Dialog {
 public:
  BudgetDialog(Limited limited, int budget) : limited_(std::move(limited)), number_(std::to_string(budget)) {
    focus_.set("budget/number");
  }

  std::string title(const App& app) const override { return app.catalog().text(limited_.title_key); }
  float width() const override { return 460; }
  bool cancel(App&) override { return true; }

  bool draw(App& app) override {
    const Theme& theme = app.theme;
    const Catalog& words = app.catalog();
    while (app.input.take(Key::up, {})) step(1);
    while (app.input.take(Key::down, {})) step(-1);
    while (app.input.take(Key::page_up, {})) step(10);
    while (app.input.take(Key::page_down, {})) step(-10);
    focus_.begin(app, app.focused_field.empty());
    paragraph({theme, app.parts}, limited_.text, theme.colours.text);
    ImGui::Dummy({1, theme.px(4)});
    const std::optional<int> before = budget();
    if (dialog_button(app, focus_, "budget.fewer", words.text("budget.fewer"), icons::minus, ButtonStyle::plain,
                      !before || *before > 1)) {
      step(-1);
    }
    ImGui::SameLine(0, theme.px(4));
    const bool entered = dialog_field(app, focus_, "budget/number", number_, theme.px(110)).entered;
    ImGui::SameLine(0, theme.px(4));
    if (dialog_button(app, focus_, "budget.more", words.text("budget.more"), icons::add, ButtonStyle::plain,
                      !before || *before < limited_.most)) {
      step(1);
    }
    const std::optional<int> limit = budget();
    if (!limit) {
      dialog_notice(app, words.text("budget.wrong", {{"most", std::to_string(limited_.most)}}), icons::warning,
                    theme.colours.warning);
    }
    const auto answer = dialog_answers(app, focus_, {"budget.set", "budget.none", "budget.cancel"}, limit.has_value());
    if (answer == "budget.cancel") return false;
    const bool lifts = answer == "budget.none";
    const bool sets = answer == "budget.set" || (entered && limit);
    if (!lifts && !sets) return true;
    Session& session = *app.session();
    session.record(limited_.set(session.workbook(), limited_.id, lifts ? 0 : *limit), limited_.step_key, limited_.id);
    return false;
  }

 private:
  // What is written, if it is a number that can be set.
  std::optional<int> budget() const { return number_in(number_, 1, limited_.most); }

  // From what is no number, to the nearest end.
  void step(int by) { number_.set_text(std::to_string(std::clamp(budget().value_or(0) + by, 1, limited_.most))); }

  Limited limited_;
  LineField number_;
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

std::unique_ptr<Dialog> make_talk_length_dialog(App& app) {
  const Section& section = *app.session()->section();
  const auto& dialogue = std::get<Dialogue>(section.content);
  const int said = minutes_said(dialogue);
  const std::string text =
      app.catalog().count("budget.talk_text", static_cast<size_t>(said), {{"words", std::to_string(words_a_minute)}});
  return std::make_unique<BudgetDialog>(
      Limited{section.id, "budget.talk_title", text, "step.talk_length", set_talk_minutes, longest_talk},
      dialogue.minutes > 0 ? dialogue.minutes : std::clamp(said, 1, longest_talk));
}

}  // namespace canvasbook
