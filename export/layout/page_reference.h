// A page number that is known only when all pages are. Internal to export/.
#pragma once

#include <string>

#include "export/pages.h"
#include "model/base/catalog.h"

namespace canvasbook {

// A page number beside something, painted when all pages are known; a link leads there.
struct PageReference {
  float left = 0;    // of the link
  float right = 0;   // of the link and of the number
  float leader = 0;  // where the dots begin that lead to it; 0 for none
  float baseline = 0;
  float size = 0;
  Face face = Face::regular;
  Rgb colour;
  std::string key = {};      // catalog key of the text, with {page}; empty for the number alone
  Arguments arguments = {};  // further ones of it
  std::string target = {};
  std::uint32_t item = 0;
};

}  // namespace canvasbook
