// The drawing instructions of a page. Internal to export/pdf/.
#pragma once

#include <array>
#include <string>

#include "export/pages.h"
#include "export/pdf/font.h"

namespace canvasbook {

// The content stream of a page; fonts are named F0 … F7 by their face.
std::string page_content(const Page& page, const std::array<FaceCharacters, face_count>& characters);

}  // namespace canvasbook
