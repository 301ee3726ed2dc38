// In the call: the best cue for the words that the client says, its answers, and where they lead.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "editor/call/asked_values.h"
#include "editor/call/in_sight.h"
#include "editor/call/talk.h"
#include "editor/frame/full_view.h"
#include "editor/frame/line_field.h"
#include "editor/frame/stop_marks.h"
#include "editor/frame/views.h"
#include "model/call_search.h"

namespace canvasbook {

// Changes nothing of the workbook but for gaps. What stands for placeholders is kept until the call ends.
class Call : public FullView {
 public:
  // The document is kept as it is now; it is that of the workbook with this index.
  Call(const Workbook& workbook, size_t document, std::string_view section);

  const Talk& talk() const { return talk_; }
  // The cues to choose from: what the words find, or what the talk lists; and the one that is chosen, or nullptr. Words
  // that are too short to say that the book has nothing leave what was listed before.
  const std::vector<IndexedCue>& cues() const { return lists_found_ ? found_ : talk_.cues(); }
  const IndexedCue* chosen() const { return chosen_ < cues().size() ? &cues()[chosen_] : nullptr; }
  const std::string& words() const { return query_.core.utf8(); }
  // The placeholder that is written; empty for the words.
  const std::string& focused_name() const { return values_.focused(); }
  // The words that are said now: the answer that was chosen last, until the client says something; or nullptr.
  const Answer* saying() const { return lists_found_ ? nullptr : talk_.answered(); }

  void draw(App& app, const Area& area) override;
  bool has_caret() const override { return true; }

 private:
  // What was clicked, to be done behind the drawing.
  struct Pressed {
    const Answer* answer = nullptr;
    size_t cue = 0;  // from 1; chosen
    bool takes_cue = false;
  };

  bool has_words() const;
  bool is_at_end() const;    // and shows it
  bool take_keys(App& app);  // false: the call is over, and this object gone
  void take_keys_of_words(App& app);
  void leave(App& app, bool may_return = false);  // this object is gone then, or waits in LeftCall
  void begin_anew();
  void search();
  void forget_words();
  void choose_cue(size_t cue);
  void take_cue();
  void say(const Answer& answer);
  const Answer* answer_of_number(int number) const;  // of the chosen cue; nullptr for none
  void say_number(int number);
  bool digit_chooses() const;  // and is not one of the words: it stands alone, or right behind a letter
  void go_back();
  void keep_gap(App& app);
  std::string way_of(const App& app, const Answer& answer) const;
  std::string name_of(const App& app, const TalkPlace& place) const;
  std::string path(const App& app, float width) const;
  void ask_for_values();

  void draw_words(App& app, ImVec2 from, ImVec2 to);
  void draw_body(App& app, const Area& whole, Pressed& pressed);
  void draw_cues(App& app, const Area& area, Pressed& pressed);
  void draw_answers(App& app, const Area& area, bool with_heading, Pressed& pressed);
  float draw_said(App& app, const Area& area, const Answer& answer);  // returns its height
  void draw_sight(App& app, const Area& area);
  bool draw_foot(App& app, const Area& area);

  Shared<Document> document_;
  AskedValues values_;
  StopPhraseMarks stop_phrases_;
  CallIndex index_;
  Talk talk_;
  LineField query_;
  std::uint64_t searched_ = 0;  // revision of the words that were looked for
  std::vector<IndexedCue> found_;
  bool lists_found_ = false;  // and not what the talk lists
  size_t chosen_ = 0;
  bool shows_chosen_ = false;             // it has to be scrolled into view
  bool digit_is_taken_ = false;           // of this frame: it has chosen an answer
  const Response* answers_of_ = nullptr;  // that were drawn last
  const Section* sight_of_ = nullptr;     // whose part the following is of
  std::vector<NoteInSight> sight_;
  bool sight_is_new_ = false;
  float scroll_answers_ = 0;  // pixels, in this frame
  float scroll_sight_ = 0;
  std::string notice_;
  size_t gaps_kept_ = 0;
};

// A call that Escape ended on its way, and what was shown then; kept nowhere else.
struct LeftCall {
  std::unique_ptr<FullView> call;
  std::optional<Shared<Document>> document;
  std::string section;

  void forget_workbook() { *this = {}; }
  void forget_fonts() { *this = {}; }
};

// In the shown document, or else the first one that has cues. Returns to the call that was left, as long as the same is
// shown as then.
bool can_call(const App& app);
void begin_call(App& app);

}  // namespace canvasbook
