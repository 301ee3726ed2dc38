// Practising a dialogue, line by line.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "editor/call/asked_values.h"
#include "editor/call/rehearsal.h"
#include "editor/frame/full_view.h"
#include "editor/frame/stop_marks.h"
#include "editor/frame/views.h"

namespace canvasbook {

// What one stumbled on since the workbook was opened; kept nowhere else.
struct PracticeState {
  Stumbles stumbles;

  void forget_workbook() { stumbles.clear(); }
};

// Changes nothing of the workbook. A dialogue is chosen first where `section` is none.
class Practice : public FullView {
 public:
  // The document is kept as it is now; it is that of the workbook with this index.
  Practice(const Workbook& workbook, size_t document, std::string_view section);

  const Rehearsal* rehearsal() const { return rehearsal_ ? &*rehearsal_ : nullptr; }
  // The placeholder that is written; empty for none.
  const std::string& focused_name() const { return values_.focused(); }
  const std::vector<const Section*>& dialogues() const { return dialogues_; }

  void draw(App& app, const Area& area) override;

 private:
  enum class Act { nothing, go_on, back, knew, stumbled, leave };

  Act take_keys(App& app);
  void ask_for_values();  // of the dialogue
  void choose(size_t dialogue);
  void draw_choice(App& app, const Area& area);
  void draw_talk(App& app, const Area& area);
  void draw_result(App& app, const Area& area);
  Act draw_foot(App& app, const Area& area);
  void carry_out(App& app, Act act);

  Shared<Document> document_;
  AskedValues values_;
  StopPhraseMarks stop_phrases_;
  std::vector<const Section*> dialogues_;
  size_t chosen_ = 0;  // of the dialogues, while there is no rehearsal
  std::optional<Rehearsal> rehearsal_;
  bool shows_line_ = true;  // the line that is now has to be scrolled into view
  float scroll_ = 0;        // pixels, in this frame
};

// In the shown document, or else the first one that has dialogues; a dialogue that is shown is begun with.
bool can_practise(const App& app);
void begin_practice(App& app);

}  // namespace canvasbook
