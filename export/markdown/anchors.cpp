#include "export/markdown/anchors.h"

#include "model/text/text.h"

namespace canvasbook {

std::string HeadingAnchors::next(std::string_view text) {
  const std::string plain = heading_slug(text);
  std::string anchor = plain;
  while (used_.contains(anchor)) anchor = plain + "-" + std::to_string(++used_[plain]);
  used_[anchor] = 0;
  return anchor;
}

}  // namespace canvasbook
