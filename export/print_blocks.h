// The blocks of running text: what a kind of section prints as, without geometry.
#pragma once

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
  };

  Spans cue;
  std::vector<Answer> answers;
};

// A talk by roles.
struct TalkBlock {
  struct Line {
    std::string item;
    std::string speaker;
    bool is_client = false;
    Spans text;
    std::string module;  // the item that is said here and that a link leads to, or empty
  };

  std::vector<Line> lines;
};

// A table whose rows are items. Its head repeats on each page.
struct SheetBlock {
  struct Column {
    std::string title;
    Alignment alignment = Alignment::left;
    int share = 0;  // of the width; 0: by the content
  };
  struct Row {
    std::string item;
    std::vector<Spans> cells;  // one a column
  };

  std::vector<Column> columns;
  std::vector<Row> rows;
};

// A row that prints as a card: a heading and labelled texts, together on a page while they fit one.
struct RecordBlock {
  struct Field {
    std::string title;
    Spans text;
  };

  std::string number;  // "3", or empty
  Spans title;
  std::vector<Field> fields;
};

// A check list to fill in with a pen.
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
    int weight = 1;
    bool critical = false;
    std::vector<std::string> marks;  // the words or points of its boxes, from left to right
  };
  struct Group {
    std::string item;
    std::string title;
    std::vector<Item> items;
  };

  std::vector<Line> head;
  std::string legend;  // how to mark, in a sentence or two
  bool shows_weights = false;
  std::vector<Group> groups;
  std::vector<Line> signatures;
};

using BlockContent = std::variant<RichBlock, ResponseBlock, TalkBlock, SheetBlock, RecordBlock, FormBlock>;

}  // namespace canvasbook
