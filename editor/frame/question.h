// A question with its answers as buttons.
#pragma once

#include <optional>

#include "editor/frame/dialog.h"

namespace canvasbook {

class QuestionDialog : public Dialog {
 public:
  explicit QuestionDialog(Question question);

  std::string title(const App& app) const override;
  bool draw(App& app) override;
  bool cancel(App& app) override;

  const Question& question() const { return question_; }
  void answer(size_t index);

 private:
  Question question_;
  size_t focus_ = 0;                 // the answer that Enter gives
  std::optional<double> letter_at_;  // seconds of ImGui, when a letter came last
};

}  // namespace canvasbook
