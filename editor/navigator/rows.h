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

// All of them from top to bottom, without those of folded documents; `top` is where the first one begins, `width` is
// theirs, pixels both. A document or section whose title is wider is higher, for a second line. Rows know no texts, so
// that a long outline costs nothing where it is not seen.
std::vector<NavigatorRow> navigator_rows(App& app, float top, float width);

// From the left end of a row to its title, in pixels, and the title's font.
float title_left(App& app, const NavigatorRow& row);
ImFont* title_font(const App& app, const NavigatorRow& row);

// What the menu of a row takes at its right end, logical pixels.
inline constexpr float menu_width_of_row = 30;

// The room for the first line of a title in a row of a width, beside the menu's button and what tells that the limit is
// passed; pixels all.
float first_line_room(App& app, const NavigatorRow& row, float width);

// How much of a title stands on its first line: up to a blank, all where it fits or has none that helps.
size_t end_of_first_line(ImFont* font, float width, std::string_view title);

// Of a row of the workbook as it is now: the id of its document or section, the key of its part on the screen, and what
// it says. A part of an outline has its key for an id.
std::string id_of(const App& app, const NavigatorRow& row);
std::string key_of(const App& app, const NavigatorRow& row);
std::string title_of(App& app, const NavigatorRow& row);
bool is_folded(const App& app, const NavigatorRow& row);
bool is_chosen(const App& app, const NavigatorRow& row);

// "1.4 pages"
std::string words_for_pages(const Catalog& words, int tenths);

// How many pages a row takes, with its limit; empty where it is not known or nothing is printed. Of gaps, how many.
struct PagesOfRow {
  std::string text;
  std::string brief;     // "6/5", where it has a limit
  float share = 0;       // of its limit; 0 where it has none
  bool is_over = false;  // its limit
};
PagesOfRow pages_of(App& app, const NavigatorRow& row);

}  // namespace canvasbook
