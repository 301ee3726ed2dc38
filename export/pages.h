// Laid-out pages: where everything stands. Lengths are points (1/72 inch), from the top left corner of the page
// rightwards and downwards. The PDF writer and the preview paint them and decide nothing.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "export/face.h"
#include "model/base/date.h"
#include "model/base/language.h"

namespace canvasbook {

struct Rgb {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;

  bool operator==(const Rgb&) const = default;
};

// What a run is in the structure of the document.
enum class RunRole : std::uint8_t {
  title,
  label,
  block_title,
  question,
  card,
  caption,
  segment_mark,
  cross_reference,
  heading,
  paragraph,
  list_mark,
  code,
  table_head,
  table_cell,
  footer,
  running_head,
  contents,
  speaker,
  form,
  chart,
};

// Moves the glyph at byte `at` of a run, and all behind it, by `amount` thousandths of the font size.
struct Kern {
  std::uint32_t at = 0;
  std::int16_t amount = 0;
};

struct TextRun {
  float x = 0;
  float baseline = 0;
  float size = 0;
  float width = 0;
  Face face = Face::regular;
  RunRole role = RunRole::paragraph;
  Rgb colour;
  std::uint32_t item = 0;  // index into Pages::items
  std::string text;        // UTF-8, every character of it in `face`
  std::vector<Kern> kerning;
};

// A rectangle with round corners, filled or outlined or both.
struct Box {
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;
  float radius = 0;
  bool filled = true;
  Rgb fill;
  float line_width = 0;  // 0 for no outline
  Rgb line;
};

// A filled outline made of cubic curves and lines, such as an icon.
struct PathStep {
  enum class Kind : std::uint8_t { move, line, curve, close } kind = Kind::move;
  float x[3] = {};  // curve: two control points, then the end; else the end alone at [0]
  float y[3] = {};
};
struct Outline {
  std::vector<PathStep> steps;
  Rgb fill;
};

// A rectangle that leads somewhere: to an address, or to a place in these pages.
struct PageLink {
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;
  std::string address;  // empty for a place in these pages
  int page = 0;
  float target_y = 0;
};

// A rectangle that figures stand in, such as a bar with its label or a row of a table, for whoever points at it. On
// paper it says nothing.
struct PageArea {
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;
  std::string subject;  // where these figures come from, see model/result_subject.h
};

struct Page {
  float width = 0;
  float height = 0;
  std::vector<Box> boxes;         // painted first, in order
  std::vector<Outline> outlines;  // then these
  std::vector<TextRun> runs;      // then the text
  std::vector<PageLink> links;
  std::vector<PageArea> areas;
};

struct Bookmark {
  int level = 0;
  std::string title;
  int page = 0;  // from 0
  float y = 0;
  std::uint32_t item = 0;  // index into Pages::items
};

// A character that no face has; U+FFFD stands in its place.
struct MissingCharacter {
  char32_t code_point = 0;
  std::string item;

  bool operator==(const MissingCharacter&) const = default;
};

// A block whose notes did not all fit the canvas and continue on a following page.
struct OverfullBlock {
  std::string document;
  std::string item;  // "<section id>/<block id>"
  std::string title;
  size_t cards = 0;  // that continue
};

struct Pages {
  std::string title;
  std::string author;
  Language language = Language::ru;
  Date date;
  std::vector<Page> pages;
  std::vector<Bookmark> bookmarks;
  std::vector<std::string> items{std::string()};  // ids; the first is none
  std::vector<MissingCharacter> missing;
  std::vector<OverfullBlock> overfull;
};

}  // namespace canvasbook
