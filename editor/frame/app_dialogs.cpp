// What stands above the window, and commands that are run by their key.
#include <algorithm>
#include <utility>

#include "editor/frame/app.h"
#include "editor/frame/command_table.h"
#include "editor/frame/question.h"

namespace canvasbook {

void App::show_dialog(std::unique_ptr<Dialog> dialog) {
  focused_field.clear();
  dialogs_.push_back(std::move(dialog));
}

void App::ask(Question question) { show_dialog(std::make_unique<QuestionDialog>(std::move(question))); }

void App::show_error(const Error& error) {
  ask({"failure.title", "failure.text", {{"error", catalog().error(error)}}, {{"failure.close", {}}}});
}

const Question* App::question() const {
  const auto* asked = dialogs_.empty() ? nullptr : dynamic_cast<const QuestionDialog*>(dialogs_.back().get());
  return asked == nullptr ? nullptr : &asked->question();
}

// Letters and Backspace that are typed into a question were meant for the text: one that nobody asked for goes, under
// another one they are written at once.
void App::let_typing_go_on() {
  const Question* open = question();
  if (open == nullptr || !text_has_caret_ || session_ == nullptr || !session_->is_writing()) return;
  const auto is_letter = [](const InputEvent& event) { return event.kind == InputEvent::Kind::text; };
  const auto is_backspace = [](const InputEvent& event) {
    return event.kind == InputEvent::Kind::key_down && event.key == Key::backspace && !event.modifiers.alt;
  };
  const auto is_writing = [&](const InputEvent& event) { return is_letter(event) || is_backspace(event); };
  const auto is_question = [](const auto& dialog) {
    return dynamic_cast<const QuestionDialog*>(dialog.get()) != nullptr;
  };
  if (std::ranges::none_of(input.events(), is_writing) || !std::ranges::all_of(dialogs_, is_question)) return;
  if (open->comes_by_itself) return dialogs_.pop_back();
  for (const InputEvent& event : input.events()) {
    if (is_letter(event)) session_->field.type(event.character);
    if (!is_backspace(event)) continue;
    apply(session_->field, event.modifiers.control ? TextAction::erase_word_left : TextAction::erase_left, false);
  }
  session_->take_over_field();
}

void App::answer(size_t index) {
  const auto asked = dialogs_.empty() ? nullptr : std::dynamic_pointer_cast<QuestionDialog>(dialogs_.back());
  if (asked == nullptr || index >= asked->question().answers.size()) return;
  dialogs_.pop_back();
  asked->answer(index);
}

void App::run_command(std::string_view key) {
  const Command* command = find_command(key);
  if (command != nullptr && is_enabled(*command, *this)) command->run(*this);
}

}  // namespace canvasbook
