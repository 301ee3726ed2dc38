#include "editor/frame/question.h"

#include <algorithm>

#include "editor/frame/app.h"

namespace canvasbook {

QuestionDialog::QuestionDialog(Question question) : question_(std::move(question)), focus_(question_.suggested) {}

std::string QuestionDialog::title(const App& app) const {
  return app.catalog().text(question_.title_key, question_.arguments);
}

void QuestionDialog::answer(size_t index) {
  const std::function<void()> action = question_.answers[index].action;
  if (action) action();
}

bool QuestionDialog::draw(App& app) {
  const Theme& theme = app.theme;
  const Catalog& words = app.catalog();
  const PartContext parts{theme, app.parts};
  paragraph(parts, words.text(question_.text_key, question_.arguments), theme.colours.text);
  ImGui::Dummy({1, theme.px(8)});
  std::optional<size_t> chosen;
  if (focus_ >= question_.answers.size()) focus_ = 0;
  const size_t count = question_.answers.size();
  if (app.input.take(Key::right, {}) || app.input.take(Key::tab, {})) focus_ = (focus_ + 1) % count;
  if (app.input.take(Key::left, {}) || app.input.take(Key::tab, shift)) focus_ = (focus_ + count - 1) % count;
  for (size_t i = 0; i < count; ++i) {
    const std::string& key = question_.answers[i].key;
    const std::string label = words.text(key);
    if (i > 0) flow_beside(parts, label);
    if (button(parts, key, label, 0, i == focus_ ? ButtonStyle::primary : ButtonStyle::plain)) chosen = i;
  }
  // Somebody who goes on typing has not read what they did not ask for: their Enter is no answer.
  constexpr double typing_lasts = 1.5;  // seconds
  const auto is_letter = [](const InputEvent& event) { return event.kind == InputEvent::Kind::text; };
  if (std::ranges::any_of(app.input.events(), is_letter)) letter_at_ = ImGui::GetTime();
  const bool still_types = !question_.is_awaited && letter_at_ && ImGui::GetTime() - *letter_at_ <= typing_lasts;
  if (app.input.take(Key::enter, {}) && !still_types) chosen = focus_;
  if (!chosen) return true;
  app.answer(*chosen);  // takes it from the window first: what the answer does finds no dialog
  return false;
}

bool QuestionDialog::cancel(App& app) {
  app.answer(question_.answers.size() - 1);
  return true;
}

}  // namespace canvasbook
