// The print document: what is printed, in which order and under which headings. Made by compose; laid out on pages by
// layout and written as Markdown by the writer in markdown/. It knows nothing of geometry.
#pragma once

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "export/print_blocks.h"
#include "model/base/date.h"
#include "model/base/language.h"
#include "model/kinds/board.h"
#include "model/kinds/responses.h"

namespace canvasbook {

// The sign of a segment beside a note: a letter on the segment's colour.
struct SegmentMark {
  std::string mark;
  std::string name;
  Colour colour = Colour::blue;
};

// A note on a canvas.
struct Card {
  std::string item;
  std::string text;
  Colour tint = Colour::none;
  std::vector<SegmentMark> marks;
  std::vector<std::string> captions;  // the titles of its types
  std::string due_to;                 // the words before the causes
  std::vector<std::string> causes;    // whole; see causes_of and causes_caption in board.h
  bool has_details = false;           // a part that follows holds its longer text under the same item
};

struct CanvasBlock {
  std::string item;  // "<section id>/<block id>"
  std::string id;
  std::string title;
  std::string question;
  std::string icon;
  GridPlace place;
  std::vector<Card> cards;
};

struct CanvasFrame {
  std::string title;
  GridPlace place;
};

// A board, printed as one landscape page.
struct Canvas {
  std::string item;
  std::string title;
  std::string company;
  std::string author_role;
  std::string date;      // as it is printed
  std::string revision;  // see revision_words in compose/section.h; or empty
  int columns = 1;
  int rows = 1;
  std::vector<CanvasFrame> frames;
  std::vector<CanvasBlock> blocks;
};

// The segments that a canvas marks but that do not stand on it themselves, so that it has to name them.
std::vector<SegmentMark> foreign_segments(const Canvas& canvas);

// One block of running text; `item` is the note or section it comes from.
struct FlowBlock {
  std::string item;
  BlockContent content;
  std::vector<SegmentMark> marks = {};     // behind a heading
  std::vector<std::string> captions = {};  // under a heading
  bool is_target = false;                  // the place that a mark on a card ("see page 3") or an answer leads to
};

// Running text on portrait pages. Flows that follow each other in a document share pages.
struct Flow {
  std::vector<FlowBlock> blocks;
  bool starts_page = true;
  bool justified = false;  // lines of equal length; else ragged on the right
};

// The first page of a book.
struct Cover {
  std::string title;
  std::string subtitle;  // or empty
  std::string company;
  std::string author_role;
  std::string date;           // as it is printed
  std::string revision = {};  // see revision_words in compose/section.h; or empty
};

// The headings of its document down to a level, with their pages.
struct Contents {
  std::string title;
  int levels = 2;
};

// The scheme of a call, printed across: stages from left to right, their cues as boxes, where an answer leads as an
// arrow.
struct Scheme {
  struct Way {
    std::string item;    // the answer
    std::string number;  // of the answer, "2"; empty where the cue has no other
    std::string text;    // of the answer
    std::string to;      // the cue or the section that it leads to; empty for an end
    std::string words;   // of where it leads: "3.1", "Agreed"; empty where that is not said
    CallEnd end = CallEnd::none;
  };
  struct Cue {
    std::string item;
    std::string number;  // "3.1"
    std::string text;
    std::vector<Way> ways;
  };
  struct Stage {
    std::string item;  // the section
    std::string number;
    std::string title;
    std::vector<Cue> cues;
    std::string more;  // how many cues stand in the section beside these, in words; or empty
  };

  std::string item;  // the document
  std::string title;
  std::vector<Stage> stages;
};

// A cue with its answers, or a row of a sheet, on a card to cut out.
struct PocketCard {
  std::string item;
  std::string section;  // stands small above the card: the title of what it comes from; or empty
  std::variant<ResponseBlock, RecordBlock> content;
  std::string company = {};  // whose card it is, small at the right; or empty
};

// So many to a sheet; a card whose texts have no room goes on on the next one.
struct PocketCards {
  std::vector<PocketCard> cards;
  size_t on_sheet = 4;         // or 8
  bool are_questions = false;  // to fill in with a pen: on paper they are repeated until the last sheet is full, each
                               // question stands beside its marks, and a text of blanks is room to write on
};

// A table of two columns, what stands below them not counted, to read from afar: in letters that are read from
// 2 m, as large as its pages allow.
struct WallSheet {
  std::string item;
  std::string title;
  SheetBlock sheet;
};

// Rules to hang on the wall, numbered from 1: on one page, in letters as large as fit.
struct Poster {
  struct Rule {
    std::string item;
    Spans rule;
    Spans explanation;  // smaller below it, or empty
  };

  std::string item;
  std::string title;
  std::vector<Rule> rules;
  Spans foot;  // a warning at the foot of the page, or empty
};

struct PrintPart {
  std::string document;    // id
  std::string title;       // names the part in bookmarks and at the page's foot
  int bookmark_level = 0;  // 0 for the first part of a document
  Language language = Language::ru;
  std::variant<Canvas, Flow, Cover, Contents, Scheme, PocketCards, WallSheet, Poster> content;
  std::string running_title = {};  // of the document, over its running text; empty for none
};

struct PrintDocument {
  std::string title;
  std::string author;
  Language language = Language::ru;
  Date date;
  bool mirrored = false;  // wider inner margins, for binding
  std::vector<std::shared_ptr<const PrintPart>> parts;
};

}  // namespace canvasbook
