#include "model/kinds/dialogue.h"

#include <algorithm>

#include "model/kinds/item_lists.h"
#include "model/text/text.h"

namespace canvasbook {

const Speaker* find_speaker(const Dialogue& dialogue, std::string_view speaker) {
  return find_item(dialogue.speakers, speaker);
}

int minutes_said(const Dialogue& dialogue) {
  size_t words = 0;
  for (const DialogueLine& line : dialogue.lines) words += count_words(line.text);
  return static_cast<int>((words + words_a_minute - 1) / words_a_minute);
}

Dialogue remove_speaker(Dialogue dialogue, std::string_view speaker) {
  const bool speaks = std::ranges::find(dialogue.lines, speaker, &DialogueLine::speaker) != dialogue.lines.end();
  if (!speaks) dialogue.speakers = remove_item(std::move(dialogue.speakers), speaker);
  return dialogue;
}

}  // namespace canvasbook
