// Going through a dialogue line by line: what the client says is shown, what staff say is hidden until it is asked for.
// Knows no window.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/workbook.h"

namespace canvasbook {

// How often one stumbled on a line, by its id.
using Stumbles = std::map<std::string, size_t, std::less<>>;

// Whether a dialogue has a line to go through.
bool can_rehearse(const Section& section);

// Points into the section, which has to stay.
class Rehearsal {
 public:
  explicit Rehearsal(const Section& section);

  const Section& section() const { return section_; }
  const std::vector<const DialogueLine*>& lines() const { return lines_; }  // those that have words
  size_t at() const { return at_; }                                         // the line that is now
  bool is_over() const { return at_ >= lines_.size(); }
  bool is_hidden() const { return !is_over() && is_of_staff(*lines_[at_]) && !is_shown_; }
  bool can_judge() const { return !is_over() && is_of_staff(*lines_[at_]) && is_shown_; }
  bool is_of_staff(const DialogueLine& line) const;

  // Shows what is hidden, or goes on to the next line.
  void go_on();

  // One knew a line of staff that was asked for, or stumbled on it, which is counted; goes on. Nothing else is judged:
  // a line that is hidden is shown.
  void judge(bool knew, Stumbles& stumbles);

  void go_back();  // to the line before, which is then shown
  void begin_anew();

 private:
  const Section& section_;
  const Dialogue& dialogue_;
  std::vector<const DialogueLine*> lines_;
  size_t at_ = 0;
  bool is_shown_ = false;
};

// A line of the section that one stumbled on, and the cue whose answer it says, or nullptr.
struct StumbledLine {
  const DialogueLine* line = nullptr;
  const Response* cue = nullptr;
  size_t times = 0;
};

// Those of a dialogue, the most often first, then in their order. `document` has the answers that lines say.
std::vector<StumbledLine> stumbled_lines(const Document& document, const Section& section, const Stumbles& stumbles);

}  // namespace canvasbook
