#include <algorithm>

#include "export/compose/section.h"
#include "model/base/id_index.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

using NoteTypes = IdIndex<NoteType>;

// The titles of a note's types; of those that its block no longer has the ids.
std::vector<std::string> captions_of(const NoteTypes& types, const Note& note) {
  std::vector<std::string> captions;
  captions.reserve(note.types.size());
  for (const std::string& id : note.types) {
    const NoteType* type = types.find(id);
    captions.push_back(printed_text(type == nullptr ? id : type->title));
  }
  return captions;
}

// The segments whose marks a note carries: a segment its own, any other note those that it serves.
std::vector<std::string> marked_segments(const Block& block, const Note& note) {
  if (block.role == segments_role) return {std::string(segment_of(note))};
  return note.segments;
}

// A note's own colour, else that of the one segment it serves, so that a segment's thread can be seen on the page.
Colour tint_of(const Note& note, const std::vector<SegmentMark>& marks) {
  if (note.colour != Colour::none) return note.colour;
  return marks.size() == 1 ? marks.front().colour : Colour::none;
}

PrintPart canvas_part(const Section& section, const Board& board, const ComposeContext& context) {
  Canvas canvas;
  canvas.item = section.id;
  canvas.title = printed_text(context.boards > 1 && !section.title.empty() ? section.title : context.document.title);
  canvas.company = printed_text(context.workbook.company);
  canvas.author_role = printed_text(context.workbook.author_role);
  canvas.date = context.date;
  canvas.columns = board.columns;
  canvas.rows = board.rows;
  for (const Frame& frame : board.frames) canvas.frames.push_back({printed_text(frame.title), frame.place});
  for (const Block& block : board.blocks) {
    CanvasBlock printed{section.id + "/" + block.id,
                        block.id,
                        printed_text(block.title),
                        printed_text(block.question),
                        block.icon,
                        block.place,
                        {}};
    const NoteTypes types(block.types);
    for (const Note& note : block.notes) {
      Card card{note.id,
                printed_text(note.text),
                Colour::none,
                marks_of(marked_segments(block, note), context),
                captions_of(types, note),
                !trim(note.details).empty()};
      card.tint = tint_of(note, card.marks);
      printed.cards.push_back(std::move(card));
    }
    canvas.blocks.push_back(std::move(printed));
  }
  return {context.document.id, canvas.title, 0, context.document.language, canvas};
}

// The longer texts behind the notes, under the names of their blocks.
std::optional<PrintPart> details_part(const Section& section, const Board& board, const std::string& title,
                                      const ComposeContext& context) {
  Flow flow;
  const std::string heading = context.catalog.text("paper.details", {{"title", title}});
  flow.blocks.push_back(heading_block(section.id, 1, heading));
  for (const Block& block : board.blocks) {
    bool first = true;
    const NoteTypes types(block.types);
    for (const Note& note : block.notes) {
      if (trim(note.details).empty()) continue;
      if (std::exchange(first, false))
        flow.blocks.push_back(heading_block(section.id + "/" + block.id, 2, printed_text(block.title)));
      FlowBlock name = heading_block(
          note.id, 3,
          printed_text(note.text).empty() ? context.catalog.text("note.without_text") : printed_text(note.text));
      name.marks = marks_of(marked_segments(block, note), context);
      name.captions = captions_of(types, note);
      name.is_target = true;
      flow.blocks.push_back(std::move(name));
      append_markdown(flow, note.id, note.details, 3);
    }
  }
  if (flow.blocks.size() == 1) return std::nullopt;
  return PrintPart{context.document.id, heading, 1, context.document.language, std::move(flow)};
}

}  // namespace

PrintParts compose_board(const Section& section, const Board& board, const ComposeContext& context) {
  PrintParts parts{canvas_part(section, board, context)};
  if (auto details = details_part(section, board, parts.front().title, context)) parts.push_back(std::move(*details));
  return parts;
}

}  // namespace canvasbook
