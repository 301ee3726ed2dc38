// Putting the boxes of running text on pages. Internal to export/.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "export/layout/context.h"
#include "export/layout/flow/boxes.h"

namespace canvasbook {

// The size of the text on an upright page.
FlowSetup flow_setup(const PageSetup& setup, const PrintPart& part, bool justified);

// The name that a link to a heading has inside the pages: the number of the heading in its document, from 0.
std::string heading_target(const std::string& document, size_t number);

class Paginator {
 public:
  explicit Paginator(LayoutContext& context) : context_(context) {}

  // Adds the boxes of a part; they share a page with those before them unless they start one.
  void add(const PrintPart& part, std::shared_ptr<const FlowBoxes> boxes, bool starts_page);

  // Breaks what was added into pages, and ends the last one.
  void flush();

  // A heading outside of running text, such as a canvas, which the contents list as well; it leads to a page.
  void count_heading(const std::string& document, int page);

 private:
  struct Entry {  // a part that was added
    const PrintPart* part;
    std::shared_ptr<const FlowBoxes> boxes;
    std::vector<std::uint32_t> items;  // Pages::items of its items
  };
  struct Place {          // a box in the sequence of all boxes
    std::uint32_t entry;  // counted through all that were ever added
    std::uint32_t box;
  };
  struct Document {  // what is counted in a document
    size_t headings = 0;
    std::unordered_map<std::string, int> anchors;
  };

  const Entry& entry_of(const Place& place) const { return entries_[place.entry - first_entry_]; }
  const FlowBox& box(const Place& place) const { return entry_of(place).boxes->boxes[place.box]; }
  size_t end_of_group(size_t first, Keep least, float most, float& height) const;
  void break_pages(size_t stop);
  void start_page(const Place& next);
  void put(const Place& place, float y, bool is_fresh, bool is_repeated = false);
  void put_heading(const Entry& entry, const FlowHeading& heading, float y, bool is_fresh);

  LayoutContext& context_;
  std::vector<Entry> entries_;
  std::uint32_t first_entry_ = 0;  // the number of the first that is still there
  std::vector<Place> sequence_;
  std::map<std::string, Document> documents_;
  std::string chapter_;  // the heading of level 1 that is in effect
  std::string section_;  // that of level 2 under it
  float left_ = 0;       // of the text on this page
  float y_ = 0;
  bool is_fresh_ = true;   // nothing but a repeated head stands on the page
  bool is_split_ = false;  // what should stay together has been parted: its rest fills the page
  bool has_page_ = false;
  bool says_foot_ = false;  // the lines to fill in on this page are known, or stand on it
};

}  // namespace canvasbook
