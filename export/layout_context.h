// What the layouts of all parts share while pages grow. Internal to export/.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "export/fonts.h"
#include "export/layout.h"
#include "export/lines.h"
#include "export/pages.h"
#include "model/catalog.h"

namespace canvasbook {

// "page 3" beside something: painted when all pages are known. The text ends at `right`.
struct CrossReference {
  int page = 0;
  float right = 0;
  float baseline = 0;
  float size = 0;
  Rgb colour;
  std::string key;  // catalog key of the text, with {page}
  Arguments arguments;
  std::string target;
  std::uint32_t item = 0;
};

class LayoutContext {
 public:
  LayoutContext(Pages& pages, const PageSetup& setup, Fonts& fonts) : pages(pages), setup(setup), fonts(fonts) {}

  Pages& pages;
  const PageSetup& setup;
  Fonts& fonts;
  std::vector<CrossReference> references;

  // The index of an item in Pages::items.
  std::uint32_t item(const std::string& id);

  // Starts a page; `footer` names the part at its foot.
  Page& add_page(Extent extent, const std::string& footer, const Catalog& catalog, float margin);

  Page& page() { return pages.pages.back(); }
  int page_index() const { return static_cast<int>(pages.pages.size()) - 1; }

  // Makes a paragraph and reports the characters that no face has as belonging to an item.
  Paragraph paragraph(const Spans& spans, TextStyle style, const std::string& item_id);
  Paragraph paragraph(std::string_view text, TextStyle style, const std::string& item_id);

  // Paints text on one line without breaking it; returns its width.
  float text(std::string_view text, TextStyle style, const LinePaint& paint, const std::string& item_id = {});

  void bookmark(int level, const std::string& title, float y);
  void set_target(const std::string& name, float y);

  // Paints what had to wait for the last page: cross references and the page numbers.
  void finish();

 private:
  struct Footer {
    std::string title;
    const Catalog* catalog;
    float margin;
  };
  struct Target {
    int page;
    float y;
  };

  void report(const std::vector<char32_t>& missing, const std::string& item_id);

  std::unordered_map<std::string, std::uint32_t> item_indices_;
  std::map<std::string, Target> targets_;
  std::vector<Footer> footers_;
};

}  // namespace canvasbook
