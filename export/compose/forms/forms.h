// The print forms of documents: the whole of it, what is taken out of it for one purpose, or what changed since an
// older copy, a row each. The command line, the export dialog and the tests read them.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "export/compose/forms/page_numbers.h"
#include "export/compose/options.h"
#include "export/pages.h"
#include "export/print_document.h"
#include "model/workbook.h"

namespace canvasbook {

struct ComposeContext;

PageNumbers page_numbers(const Pages& book);

struct PrintForm {
  const char* name;  // on the command line
  const char* key;   // catalog key of what the dialog and the names of files call it
  // What a document has for it, placeholders filled in; no parts where that is nothing. nullptr: all of the document,
  // or what changed in it.
  std::vector<PrintPart> (*compose)(const ComposeContext& context, const PageNumbers& pages);
  // Whether it has anything, told without composing it. nullptr: always.
  bool (*has)(const ComposeContext& context);
  bool names_pages;           // of the printed book, which is laid out first
  bool compares = false;      // with an older copy; any document has something for it
  bool fills_page = false;    // is as large as the paper, and so may be on A3
  bool is_on_screen = false;  // to be filled in on a screen, not printed: see ExportFormat
};

std::span<const PrintForm> print_forms();                 // the first is the book itself
const PrintForm* find_print_form(std::string_view name);  // nullptr for none
inline bool is_whole_book(const PrintForm& form) { return form.compose == nullptr && !form.compares; }

// The ids of the documents that have something for a form, in their order; of chosen sections alone, which are all
// where none are named.
std::vector<std::string> documents_with_form(const PrintForm& form, const Workbook& workbook,
                                             const std::vector<std::string>& sections = {});

// The places to fill in that stand in a print document, as they are written: "[price]", "{client}".
std::vector<std::string> printed_blanks(const PrintDocument& print);

// The documents in a form; those that have nothing for it are left out. Of another form than the book no findings are
// printed; a form that compares has nothing without an older copy. `pages`: of the book as it is printed with the same
// options, for forms that name them; without any, such as in Markdown, they name sections.
PrintDocument compose_form(const PrintForm& form, const Workbook& workbook, const ComposeOptions& options,
                           const PageNumbers& pages = {});

}  // namespace canvasbook
