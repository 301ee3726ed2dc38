// The anchors that code hosts give to the headings of a file, so that links inside it lead somewhere. Internal to
// export/.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace canvasbook {

// Ask for them in the order of the file: a second heading of the same words gets "-1", a third "-2".
class HeadingAnchors {
 public:
  std::string next(std::string_view text);

 private:
  std::map<std::string, int> used_;  // how often each was asked for again
};

}  // namespace canvasbook
