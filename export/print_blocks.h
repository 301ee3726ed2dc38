// The blocks of running text: what a kind of section prints as, without geometry.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/text/rich_text.h"

namespace canvasbook {

// A cue and the answers to it; they stand together on a page while they fit one.
struct ResponseBlock {
  struct Answer {
    std::string item;
    Spans text;
    std::string next = {};  // where it leads or how the talk ends, in words; or empty
    std::string to = {};    // the cue or the section that it leads to; empty for an end
  };

  Spans cue;
  std::vector<Answer> answers;
  std::string number = {};  // of the cue in its book, "3.1", or empty
};

// As it is read: the cue behind its number; an answer with an arrow to what follows, which is a link where that is a
// place. The arrow stays with the word behind it.
Spans numbered_cue(const ResponseBlock& response);
Spans answer_with_next(const ResponseBlock::Answer& answer);

// A talk by roles.
struct TalkBlock {
  struct Line {
    std::string item;
    std::string speaker;
    bool is_client = false;
    Spans text;
    std::string module;      // the item that is said here and that a link leads to, or empty
    int writing_lines = 0;   // rules to write on instead of the text, where there are any
    bool is_prompt = false;  // the text only reminds of what is said: it stands back
  };

  std::vector<Line> lines;
};

// A table whose rows are items. Its head repeats on each page.
struct SheetBlock {
  struct Column {
    std::string title;
    Alignment alignment = Alignment::left;
    int share = 0;       // of the width; 0: by the content
    bool warns = false;  // of what must not be said or done: it stands out
    bool below = false;  // on a page its texts stand below those of the column before, behind its title
  };
  struct Row {
    std::string item;
    std::vector<Spans> cells;  // one a column
    std::string subject = {};  // see PageArea; empty for none
  };

  std::vector<Column> columns;
  std::vector<Row> rows;
  // A list to look things up in: on a page its rows are entries in two columns, each its first cell with what is
  // aligned to the right on the same line, such as a page number, and the other cells below. It shows no titles there.
  bool is_index = false;
  bool is_to_fill_in = false;  // by hand: its rows are as high as that asks for
};

// A row that prints as a card: a heading and labelled texts, together on a page while they fit one. On cards that
// follow each other the texts of one column stand at one place.
struct RecordBlock {
  struct Field {
    std::string title;  // or empty
    Spans text;
    size_t column = 0;  // of its sheet, from left to right; each field of a card has another one
  };

  std::string number;  // "3", or empty
  Spans title;
  std::vector<Field> fields;
};

// As it is read: "3. A guest comes in".
Spans numbered_title(const RecordBlock& record);

// A check list to fill in with a pen, and to count up: by group where there is more than one, and in all.
struct FormBlock {
  struct Line {  // with room to write on
    std::string item;
    std::string title;
  };
  struct Item {
    std::string item;
    std::string number;  // "2.4"
    std::string text;
    std::string requirement;  // or empty
    double weight = 1;        // 0: it is not counted
    bool critical = false;
    std::vector<std::string> marks;  // the words or points of its boxes, from left to right
    std::string sign = {};           // in words: that it is critical, with the points it needs; that it is not counted
    std::string condition = {};  // when it is asked, "if “no” in 1.2"; empty where always. Such an item is indented
    std::string evidence = {};   // what is written down to prove the mark, "receipt no."; or empty
    std::string opener = {};     // the item that opens it, of those that the form has; or empty
    std::vector<size_t> opening_marks = {};  // the places of those of its marks that open items
  };
  struct Group {
    std::string item;
    std::string title;
    std::vector<Item> items;
  };

  std::vector<Line> head;
  std::string legend;    // how to mark, in a sentence or two
  std::string counting;  // how to count, in a sentence or two
  bool shows_weights = false;
  bool is_dense = false;  // without lines for comments
  std::vector<Group> groups;
  std::vector<Line> signatures;
};

// What there is to score: the sum of the weights.
double weight_of(const FormBlock::Group& group);
double weight_of(const FormBlock& form);

// What part of it is in each group, in whole percent; empty where there is nothing.
std::vector<int> shares_of_groups(const FormBlock& form);

// Figures as a picture. A value is a part of its scale, from 0 to 1; the words beside it say it in the language of the
// reader. Nothing is said by a colour alone.
struct PrintChart {
  enum class Kind : std::uint8_t {
    bars,      // below each other, one a row, in the order of the rows
    columns,   // side by side, one a row
    trend,     // points from left to right, one a row; a line joins neighbours that both have a value
    heat_map,  // a table whose cells are the darker the less they come to
  };
  struct Value {
    std::optional<double> part;           // nothing where it is not known
    std::string words;                    // "82.5 %", "n/a"
    std::vector<std::string> notes = {};  // smaller beside it: "60–95 %", "n = 12"
    bool is_rough = false;                // it comes from little: its bar or point is hollow
    std::string subject = {};             // see PageArea; empty for none
  };
  struct Row {
    std::string item;  // or empty for that of the block
    std::string label;
    std::vector<Value> values;  // one for each of value_titles
  };
  struct Mark {
    double part = 0;
    std::string words;
  };

  Kind kind = Kind::bars;
  std::string title;                      // or empty
  std::string rows_title;                 // what a row is: "Place"
  std::vector<std::string> value_titles;  // "Score"; of a heat map its columns, else one
  std::vector<Row> rows;
  // Of columns and a trend the lines across; of a heat map its steps of grey, each from its part on, the least first
  // and at most five. Bars have none.
  std::vector<Mark> scale = {};
  std::optional<Mark> target = {};  // "target 90 %"; heat maps have none
  std::string note = {};            // a sentence or two below it, or empty
};

// The figures of a chart as they are read: a row each, the notes of a value behind it in brackets.
SheetBlock table_of(const PrintChart& chart);

using BlockContent = std::variant<RichBlock, ResponseBlock, TalkBlock, SheetBlock, RecordBlock, FormBlock, PrintChart>;

}  // namespace canvasbook
