// STOP phrases in what staff say: marked in every text of the shown section, at rest and while it is written.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

#include "editor/frame/app.h"
#include "editor/frame/text_place.h"
#include "model/item_edits.h"
#include "model/stop_phrases/finder.h"

namespace canvasbook {

// A phrase in a text, in code points.
struct StopMark {
  TextRange range;
  size_t phrase = 0;  // its place in the list
};

// What is not to be said in the shown document.
class StopPhraseMarks {
 public:
  // Takes over the list of the shown document, where that changed.
  void renew(const Session& session);
  // That of one document, which is not looked at again.
  void use(const Workbook& workbook, const Document& document);

  const std::vector<StopPhrase>& list() const { return finder_.list(); }
  StopPhraseFinder& finder() { return finder_; }
  // Whether the author allowed a phrase of the list in a text, see Dismissal.
  bool is_allowed(const FieldPlace& place, size_t phrase) const;
  std::vector<StopMark> in(const std::string& text);
  // Those that are not allowed where a text is, in its words as they are said there.
  std::vector<StopMark> in_said(const FieldPlace& place, const std::string& words);

 private:
  std::uint64_t revision_ = 0;  // of the workbook that the list was taken from
  const Document* document_ = nullptr;
  std::vector<Shared<Document>> documents_;  // of that workbook: so no other can stand in the place of the shown one
  StopPhraseFinder finder_;
  std::unordered_set<std::string> allowed_;  // subjects of findings
};

// Dots below the phrases of a text that staff say, as far as it shows, and the reason at the pointer; a right
// click on one asks for its menu, see SpellingMarks.
void mark_stop_phrases(App& app, const DrawnText& drawn, const TextPlace& place);

// The dots alone, below marks of a text that is drawn into the current window.
void dot_stop_phrases(const Theme& theme, const DrawnText& drawn, const std::vector<StopMark>& marks);

}  // namespace canvasbook
