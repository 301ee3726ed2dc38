// Formatted text: what Markdown says, as a value. Read by markdown_reader, printed and written by export/.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace canvasbook {

// A stretch of text in one style. A line feed in `text` breaks the line.
struct Span {
  std::string text;
  bool strong = false;
  bool emphasis = false;
  bool code = false;
  std::string link;  // target, or empty

  bool operator==(const Span&) const = default;
};
using Spans = std::vector<Span>;

enum class Alignment { left, centre, right };

struct RichBlock {
  enum class Kind { paragraph, heading, bullet_list, numbered_list, list_item, quote, code, rule, table };

  Kind kind = Kind::paragraph;
  int level = 1;                         // heading: 1 … 6
  int start = 1;                         // numbered_list: first number
  bool tight = true;                     // lists: no space between items
  std::optional<bool> task;              // list_item: a task, done or not
  Spans spans;                           // paragraph, heading
  std::string text;                      // code, with a final line feed
  std::string language;                  // code
  std::vector<RichBlock> children;       // lists, list_item, quote
  std::vector<Alignment> alignments;     // table: one a column
  std::vector<std::vector<Spans>> rows;  // table: the first row is the head; a row may lack its last cells

  bool operator==(const RichBlock&) const = default;
};

// The text of spans without their styles.
std::string plain_text(const Spans& spans);

}  // namespace canvasbook
