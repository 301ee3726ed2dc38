// Writing pages as PDF. The library is libharu, kept inside export/pdf/.
#pragma once

#include <string>

#include "export/pages.h"
#include "export/text/fonts.h"
#include "model/base/result.h"

namespace canvasbook {

// The bytes of a PDF file with these pages: fonts embedded as subsets, bookmarks, links, title, author, language,
// dates. The same pages give the same bytes. Error: pdf_failed.
Result<std::string> write_pdf(const Pages& pages, Fonts& fonts);

}  // namespace canvasbook
