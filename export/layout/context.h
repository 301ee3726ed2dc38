// What the layouts of all parts share while pages grow. Internal to export/.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "export/layout/foot_line.h"
#include "export/layout/page_reference.h"
#include "export/layout/page_setup.h"
#include "export/pages.h"
#include "export/text/fonts.h"
#include "export/text/lines.h"
#include "model/base/catalog.h"

namespace canvasbook {

constexpr size_t longest_furniture = 160;  // code points; more than a line holds

// What stands around the content of a page: painted when all pages are known. Its texts are cut to longest_furniture,
// so that a title as long as a book is not kept for each page.
struct PageFurniture {
  std::string foot = {};             // names a canvas at its foot
  std::string head = {};             // the document, over running text, at the outer edge
  std::string chapter = {};          // the chapter, over running text, at the inner edge
  std::string section = {};          // the section of it, behind the chapter, or alone where both have no room
  std::string company = {};          // at the foot, opposite to the page number
  std::vector<FootLine> lines = {};  // to fill in, there instead
  const Catalog* catalog = nullptr;  // of the page number; nullptr for a page without any furniture
  float left = 0;                    // margins
  float right = 0;
  bool is_left_hand = false;  // of a bound book
};

class LayoutContext {
 public:
  LayoutContext(Pages& made, const PageSetup& page_setup, Fonts& shared_fonts, bool is_mirrored)
      : pages(made), setup(page_setup), fonts(shared_fonts), mirrored(is_mirrored) {}

  Pages& pages;
  const PageSetup& setup;
  Fonts& fonts;
  const bool mirrored;

  // The index of an item in Pages::items.
  std::uint32_t item(const std::string& id);

  Page& add_page(Extent extent, PageFurniture furniture);
  void clear_head();  // the page needs no running head
  void set_foot_lines(std::vector<FootLine> lines);

  Page& page() { return pages.pages.back(); }
  int page_index() const { return static_cast<int>(pages.pages.size()) - 1; }

  // Makes a paragraph and reports the characters that no face has as belonging to an item.
  Paragraph paragraph(const Spans& spans, TextStyle style, const std::string& item_id);
  Paragraph paragraph(std::string_view text, TextStyle style, const std::string& item_id);

  // As much of a text as fits on one line of this width (points), with "…" where that is not all of it.
  std::string fitting(std::string_view text, TextStyle style, float size, float width);

  // Paints text on one line without breaking it; returns its width.
  float text(std::string_view text, TextStyle style, const LinePaint& paint, const std::string& item_id = {});

  // Add to the current page. A link to an anchor of the document is resolved when all pages are known.
  void add_reference(PageReference reference);
  void add_link(PageLink link, const std::string& document);
  void bookmark(int level, const std::string& title, float y, const std::string& item_id);
  void set_target(const std::string& name, float y);  // the first place of a name counts
  void set_target(const std::string& name, float y, int page_index);

  void report(const MissingCharacter& missing);

  // Paints what had to wait for the last page: page references, links to anchors, running heads and page numbers.
  void finish();

 private:
  struct Target {
    int page;
    float y;
  };

  struct WaitingReference {
    int page;
    PageReference reference;
  };
  struct WaitingLink {
    int page;
    size_t link;
    std::string document;
  };

  void finish_references();
  void finish_links();
  void finish_furniture();
  void paint_foot(const PageFurniture& furniture, size_t index);
  void paint_head(const PageFurniture& furniture, Page& page);
  void paint_foot_lines(const PageFurniture& furniture, float from, float to, float baseline, Page& page);
  float width_of(const std::string& text, float size);
  float add_text(const std::string& printable, Face face, LinePaint paint, bool at_right, float most, Page& page);
  void paint_leader(const PageReference& reference, float end, Page& page);

  std::unordered_map<std::string, std::uint32_t> item_indices_;
  std::unordered_map<std::string, Target> targets_;
  std::vector<WaitingReference> references_;
  std::vector<WaitingLink> links_;
  std::vector<PageFurniture> furniture_;
  std::unordered_map<std::string, std::string> fitted_;  // what has room of a running head, by its text and the room
  std::set<std::pair<std::string, char32_t>> reported_;
};

}  // namespace canvasbook
