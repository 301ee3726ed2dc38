// The course of one call: where it is, what was said, and the way back. Knows no window.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/call_search.h"
#include "model/workbook.h"

namespace canvasbook {

// Where a call is: at a section, at a cue of it, or at an end, which has neither.
struct TalkPlace {
  const Section* section = nullptr;
  const Response* cue = nullptr;
  CallEnd end = CallEnd::none;
  std::string_view result = {};  // what the book calls that end

  bool is_somewhere() const { return section != nullptr || end != CallEnd::none; }
  bool operator==(const TalkPlace&) const = default;
};

struct TalkStep {
  TalkPlace place;
  const Answer* said = nullptr;  // there, last
  bool is_heard = false;         // the client said its cue, and does not only perhaps say it next
};

// Points into the document, which has to stay.
class Talk {
 public:
  // Begins at the section with the id if it has cues, else at the first one of the document that has some.
  Talk(const Document& document, std::string_view section);

  const TalkPlace& place() const { return steps_.back().place; }
  const Answer* said() const { return steps_.back().said; }
  const std::vector<TalkStep>& path() const { return steps_; }

  // The answer that led here, as long as the client has said nothing to it; or nullptr.
  const Answer* answered() const;

  // The section that the call is in; at an end, that where it was before. nullptr where the document has no cues.
  const Section* stage() const;

  // What can be heard here: the cue alone, or those of the section and of deeper ones below it, without gaps.
  const std::vector<IndexedCue>& cues() const { return cues_; }

  // Where an answer leads; nowhere where it says nothing of that, or names what is not there.
  TalkPlace target_of(const Answer& answer) const;

  // The client says a cue. An answer is given to it: the call goes where that leads, or stays at the cue.
  void hear(const IndexedCue& cue);
  void say(const IndexedCue& cue, const Answer& answer);

  bool can_go_back() const { return steps_.size() > 1; }
  void go_back();
  void begin_anew();  // at the first section that has cues, wherever this call began

 private:
  void go_to(const TalkPlace& place);
  std::vector<IndexedCue> cues_at(const TalkPlace& place) const;

  const Document& document_;
  const Section* opening_ = nullptr;                        // the first that has cues, or nullptr
  std::unordered_map<std::string_view, TalkPlace> places_;  // cues and sections by id
  std::vector<TalkStep> steps_;                             // the first is where the call begins
  std::vector<IndexedCue> cues_;
};

// Whether a section has a cue with words that clients have, and is no inbox of gaps.
bool has_cues(const Section& section);

}  // namespace canvasbook
