// The blocks of running text as Markdown. Internal to export/.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "export/markdown/anchors.h"
#include "export/print_document.h"
#include "model/base/catalog.h"

namespace canvasbook {

// A heading as it was written.
struct WrittenHeading {
  size_t part = 0;  // its index in the print document
  int level = 1;    // in its flow
  std::string text;
  std::string anchor;
  bool in_contents = true;  // no for the cue of an answer and the like
};

// The headings of a file and where its items stand. A first writing finds them, a second one links to them.
struct MarkdownMap {
  std::vector<WrittenHeading> headings;
  std::unordered_map<std::string, size_t> heading_of_item;  // of an answer: the heading that it stands under
};

// Whether the ids of items stand in comments.
enum class MarkdownIds { without, in_comments };

// Writes blocks one after the other and notes the headings.
class MarkdownBlocks {
 public:
  // `known`: the map of an earlier writing of the same document, for links to what comes later.
  MarkdownBlocks(const MarkdownMap& known, MarkdownIds ids) : known_(known), ids_(ids) {}

  // What follows belongs to a part, whose headings are moved down by its bookmark level.
  void begin_part(size_t index, const PrintPart& part);

  void add_heading(int level, const Spans& spans, const std::string& item, bool in_contents = true);
  void add_heading(int level, const std::string& text, const std::string& item);
  void add(const FlowBlock& block);
  void add_line(const std::string& line);
  void add_space();  // an empty line between blocks, none at the beginning
  void add_property(std::string_view key, const std::string& value);  // a list item, none for an empty value

  // Words as a link to the heading of an item; empty where that does not stand in the file, or is not known yet.
  std::string linked(const std::string& words, const std::string& item) const;

  // The comment that keeps an item's id, where an import finds it, with what stands in front of it; empty without ids.
  std::string id_comment(const std::string& id, std::string_view before = " ") const;

  const Catalog& catalog() const { return *catalog_; }
  const MarkdownMap& map() const { return map_; }
  std::string take() { return std::move(result_); }

 private:
  // One for each kind of block; `item`: what the block stands for. Talks, sheets, forms and charts name their items
  // themselves.
  void add(const RichBlock& block, const std::string& item);
  void add(const ResponseBlock& block, const std::string& item);
  void add(const TalkBlock& talk, const std::string& item);
  void add(const SheetBlock& sheet, const std::string& item);
  void add(const RecordBlock& record, const std::string& item);
  void add(const FormBlock& form, const std::string& item);
  void add(const PrintChart& chart, const std::string& item);
  void add_rich(const RichBlock& block, const std::string& indent);
  void add_scored(const std::string& what, double weight);  // 0: there is nothing to score
  void add_group_total(const FormBlock& form, size_t group, int share);
  void add_total(const FormBlock& form);
  void add_children(const std::vector<RichBlock>& children, const std::string& mark, const std::string& indent,
                    bool tight = false);
  void add_list(const RichBlock& list, const std::string& indent);
  void add_code(const RichBlock& block, const std::string& indent);
  void add_table(const RichBlock& block, const std::string& indent);
  void add_row(const std::vector<std::string>& cells);
  std::string link_to(const std::string& item) const;
  std::string next_step(const ResponseBlock::Answer& answer) const;

  const MarkdownMap& known_;
  MarkdownIds ids_;
  MarkdownMap map_;
  HeadingAnchors anchors_;
  const Catalog* catalog_ = nullptr;
  size_t part_ = 0;
  int shift_ = 0;
  int level_ = 0;          // of the last heading of the flow itself
  std::string last_item_;  // the item of that heading

  // The list that was written last, while nothing has been written behind it: another one there gets other marks, so
  // that they stay two.
  struct LastList {
    RichBlock::Kind kind = RichBlock::Kind::paragraph;  // none
    std::string indent;
    bool has_other_marks = false;
  };
  LastList last_list_;
  std::string result_;
};

}  // namespace canvasbook
