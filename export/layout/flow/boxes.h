// Running text as boxes: parts of a page that are never split, mostly a line each, with what is painted in them. A flow
// becomes boxes once; paginate.h puts them on pages, as often as pages change. Internal to export/.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "export/layout/foot_line.h"
#include "export/layout/page_reference.h"
#include "export/pages.h"
#include "export/print_document.h"
#include "export/text/fonts.h"
#include "export/text/lines.h"
#include "model/base/catalog.h"

namespace canvasbook {

// Whether a page may end between a box and the next.
enum class Keep : std::uint8_t {
  none,       // it may
  preferred,  // better not, unless much of the page would stay empty
  together,   // only where all that is kept together does not fit one page
  always,     // only where one page is not enough
};

// Where the content of a box begins in the lists that all boxes share.
struct ContentStart {
  std::uint32_t boxes = 0;
  std::uint32_t outlines = 0;
  std::uint32_t runs = 0;
  std::uint32_t links = 0;
  std::uint32_t references = 0;
  std::uint32_t areas = 0;
};

struct FlowBox {
  float before = 0;  // space above, dropped at the top of a page
  float height = 0;
  Keep keep = Keep::none;      // with the next box
  int heading = -1;            // index of the heading that begins here
  int target = -1;             // index of the first item that a link to it leads here
  int targets = 0;             // the number of these items
  int head = -1;               // index of the head that is repeated above this box where a page begins with it
  bool only_repeated = false;  // stands in no place but at the top of a page, as such a head
  int foot = -1;               // index of the lines to fill in at the foot of a page with this box
  bool is_foot = false;        // these lines stand in this box, so that its page needs none at its foot
  ContentStart start;          // its content reaches to the start of the next box
};

struct FlowHeading {
  int level = 1;
  std::string title;
  bool is_listed = true;   // in the table of contents
  std::uint32_t item = 0;  // index into FlowBoxes::items; set when it is pushed
};

// Boxes that are repeated at the top of a page: the head of a table.
struct RepeatedHead {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
  float height = 0;
};

// x counts from the left edge of the text, y from the top of each box.
struct FlowBoxes {
  std::vector<FlowBox> boxes;
  Page content;
  std::vector<PageReference> references;
  std::vector<FlowHeading> headings;
  std::vector<std::string> targets;
  std::vector<RepeatedHead> heads;
  std::vector<std::vector<FootLine>> feet;
  std::vector<std::string> items{std::string()};  // the first is none; runs count in this list
  std::vector<MissingCharacter> missing;

  ContentStart end_of(size_t box) const;  // where the content of a box ends
};

// What the boxes of a flow depend on beside the flow itself.
struct FlowSetup {
  float width = 0;   // of the text
  float height = 0;  // of the text on a page
  bool justified = false;
  Language language = Language::ru;
  std::string document;  // id; a heading that belongs to it is its title

  bool operator==(const FlowSetup&) const = default;
};

// Builds boxes one behind the other; everything is painted into the last one.
class FlowBuilder {
 public:
  FlowBuilder(const FlowSetup& flow_setup, Fonts& shared_fonts);

  const FlowSetup setup;
  Fonts& fonts;
  const Catalog& catalog;

  // What is built from now on belongs to an item.
  void set_item(const std::string& item);
  std::uint32_t item() const { return item_; }
  void set_target(const std::string& target);  // leads to the next box; none for an empty one
  void add_target(const std::string& target) { targets_.push_back(target); }  // leads there as well

  // The next box stands at least this far below the last one.
  void leave_space(float points) { space_ = std::max(space_, points); }
  void set_space(float points) { space_ = points; }  // whatever was left before

  FlowBox& push(float before, float height, Keep keep = Keep::none);
  FlowBox& push_heading(float before, float height, FlowHeading heading);
  FlowBox& push_more_heading(float height);  // a further line of it
  void add_bookmark(std::string title);      // of the last box, under the last heading; the contents do not list it
  Page& content() { return result_.content; }
  std::vector<FlowBox>& boxes() { return result_.boxes; }

  float width(float indent) const { return setup.width - indent; }
  Paragraph paragraph(const Spans& spans, TextStyle style);
  Paragraph paragraph(std::string_view text, TextStyle style);

  // How a line is painted whose box, or whose part of a box, begins at `top` and is `line` high.
  LinePaint paint(float x, float line, float size, RunRole role, Rgb colour, float top = 0) const;
  void paint_line(const Paragraph& paragraph, const Line& line, const LinePaint& paint);

  // Paints text without breaking it; returns its width.
  float text(std::string_view text, TextStyle style, const LinePaint& paint);
  float text_width(std::string_view text, TextStyle style, float size);

  void add_box(const Box& box) { result_.content.boxes.push_back(box); }
  // Of the last box, from its top; nothing where it is about nothing.
  void add_area(float x, float width, float height, const std::string& subject);
  void add_reference(PageReference reference) { result_.references.push_back(std::move(reference)); }

  // The boxes from `first` to the last are repeated above each box from now on, until end_head.
  void repeat_head(size_t first);
  void end_head() { head_ = -1; }
  void push_repeated(float before, float height);  // a box that stands only where it is repeated

  // The pages of the boxes from now on, until end_foot, ask for these lines at their feet, but for those where a box
  // says them itself.
  void begin_foot(std::vector<FootLine> lines);
  void end_foot() { foot_ = -1; }

  // Boxes from `first` on stay on one page where they fit one.
  void keep_together(size_t first, Keep keep = Keep::together);

  // A bar at `x` beside each box until end_bar.
  void begin_bar(float x) { bars_.push_back(x); }
  void end_bar() { bars_.pop_back(); }

  // A sign before the next box: of a list item.
  struct Mark {
    std::string text;          // or empty for a box to tick
    std::optional<bool> task;  // done or not
    float x = 0;               // where the text of the item begins
    std::uint32_t item = 0;
  };
  void add_mark(Mark mark) { marks_.push_back(std::move(mark)); }
  bool has_mark() const { return !marks_.empty(); }

  FlowBoxes finish() { return std::move(result_); }

 private:
  void report(const std::vector<char32_t>& missing);
  void paint_mark(const Mark& mark, float height);

  FlowBoxes result_;
  std::unordered_map<std::string, std::uint32_t> item_indices_;
  std::uint32_t item_ = 0;
  std::vector<std::string> targets_;  // of the next box
  float space_ = 0;
  int head_ = -1;
  int foot_ = -1;
  int heading_level_ = 1;  // of the last heading
  int after_heading_ = 0;  // the next box is so many behind a heading; 0 for far from one
  std::set<std::pair<std::uint32_t, char32_t>> reported_;  // of an item
  std::vector<float> bars_;
  std::vector<Mark> marks_;
};

}  // namespace canvasbook
