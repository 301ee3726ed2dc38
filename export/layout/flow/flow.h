// Making boxes of running text. Internal to export/.
#pragma once

#include "export/layout/flow/boxes.h"

namespace canvasbook {

// The boxes of a flow, whatever page they will stand on.
FlowBoxes layout_flow(const Flow& flow, const FlowSetup& setup, Fonts& fonts);

// A line of a table of contents; the target is what its page number leads to.
struct ContentsEntry {
  int level = 1;
  std::string title;
  std::string target;

  bool operator==(const ContentsEntry&) const = default;
};
// About how high the contents are on paper, in points, if no title takes a second line.
float contents_height(const std::vector<ContentsEntry>& entries, bool has_document_title);

// `document_title` stands above; empty where a page before says it.
FlowBoxes layout_contents(const Contents& contents, const std::string& document_title,
                          const std::vector<ContentsEntry>& entries, const FlowSetup& setup, Fonts& fonts);

}  // namespace canvasbook
