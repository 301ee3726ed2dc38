// The formats that documents are exported in, a row each: the command line, the export dialog and the tests read them.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "export/compose/forms/forms.h"
#include "export/pages.h"
#include "export/print_document.h"
#include "export/text/fonts.h"
#include "model/base/result.h"

namespace canvasbook {

// One of the two writers is set: from the print document where pages mean nothing, else from the pages. The latter may
// fail with an error of its format: pdf_failed.
struct ExportFormat {
  const char* name;       // on the command line
  const char* extension;  // with its dot
  const char* key;        // catalog key of what the dialog calls it
  std::string (*write_document)(const PrintDocument& document);
  Result<std::string> (*write_pages)(const Pages& pages, Fonts& fonts);
  bool is_on_screen = false;  // a page to fill in: of the forms that are filled in on a screen, and of them alone
};

// Whether a form can be written in a format.
inline bool suits(const ExportFormat& format, const PrintForm& form) {
  return format.is_on_screen == form.is_on_screen;
}

// The format itself where a form can be written in it, else the first one that suits.
const ExportFormat& suiting_format(const ExportFormat& wanted, const PrintForm& form);

std::span<const ExportFormat> export_formats();          // the first is suggested
const ExportFormat* find_format(std::string_view name);  // nullptr for none

}  // namespace canvasbook
