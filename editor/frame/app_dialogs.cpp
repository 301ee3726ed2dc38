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

// The letters that follow were meant for the text, not for a question that nobody asked for.
void App::let_typing_go_on() {
  const Question* open = question();
  const auto is_letter = [](const InputEvent& event) { return event.kind == InputEvent::Kind::text; };
  if (open == nullptr || !open->comes_by_itself || session_ == nullptr || !session_->is_writing()) return;
  if (std::ranges::any_of(input.events(), is_letter)) dialogs_.pop_back();
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
