// The rows of the navigator: documents, their sections, and the headings of the shown section's text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "editor/frame/app.h"

namespace canvasbook {

struct NavigatorRow {
  enum class Kind { document, section, part };
  Kind kind = Kind::document;
  size_t document = 0;  // index in the workbook
  size_t section = 0;   // index in the document
  size_t part = 0;      // index in the outline of the shown section
  float top = 0;        // on the screen
  float bottom = 0;
};

// All of them from top to bottom, without those of folded documents. They know no texts, so that a long outline costs
// nothing where it is not seen; `top` is where the first one begins.
std::vector<NavigatorRow> navigator_rows(App& app, float top);

// Of a row of the workbook as it is now: the id of its document or section, the key of its part on the screen, and what
// it says. A part of an outline has its key for an id.
std::string id_of(const App& app, const NavigatorRow& row);
std::string key_of(const App& app, const NavigatorRow& row);
std::string title_of(App& app, const NavigatorRow& row);
bool is_folded(const App& app, const NavigatorRow& row);
bool is_chosen(const App& app, const NavigatorRow& row);

// "1.4 p."
std::string words_for_pages(const Catalog& words, int tenths);

// How many pages a row takes, with its limit; empty where it is not known or nothing is printed.
struct PagesOfRow {
  std::string text;
  bool is_over = false;  // its limit
};
PagesOfRow pages_of(App& app, const NavigatorRow& row);

}  // namespace canvasbook
