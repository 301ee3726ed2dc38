#include "export/print_document.h"

#include <set>

namespace canvasbook {

std::vector<SegmentMark> foreign_segments(const Canvas& canvas) {
  std::set<std::string> standing;
  for (const CanvasBlock& block : canvas.blocks) {
    for (const Card& card : block.cards) {
      for (const SegmentMark& mark : card.marks) {
        if (card.text == mark.name) standing.insert(mark.mark);
      }
    }
  }
  std::vector<SegmentMark> foreign;
  for (const CanvasBlock& block : canvas.blocks) {
    for (const Card& card : block.cards) {
      for (const SegmentMark& mark : card.marks) {
        if (standing.insert(mark.mark).second) foreign.push_back(mark);
      }
    }
  }
  return foreign;
}

}  // namespace canvasbook
