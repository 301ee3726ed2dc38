#include "model/kinds/dialogue.h"

#include <algorithm>

#include "model/kinds/item_lists.h"

namespace canvasbook {

const Speaker* find_speaker(const Dialogue& dialogue, std::string_view speaker) {
  return find_item(dialogue.speakers, speaker);
}

Dialogue remove_speaker(Dialogue dialogue, std::string_view speaker) {
  const bool speaks = std::ranges::find(dialogue.lines, speaker, &DialogueLine::speaker) != dialogue.lines.end();
  if (!speaks) dialogue.speakers = remove_item(std::move(dialogue.speakers), speaker);
  return dialogue;
}

}  // namespace canvasbook
