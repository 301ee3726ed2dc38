// A board becomes a canvas, and the details of its notes text behind it.
#include <algorithm>

#include "export/compose/section.h"
#include "model/base/id_index.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

using NoteTypes = IdIndex<NoteType>;

std::vector<std::string> printed_texts(std::vector<std::string> texts) {
  for (std::string& text : texts) text = printed_text(text);
  return texts;
}

std::vector<SegmentMark> printed_marks(const std::vector<const Segment*>& segments) {
  std::vector<SegmentMark> marks;
  marks.reserve(segments.size());
  for (const Segment* segment : segments)
    marks.push_back({segment->mark, printed_text(segment->name), segment->colour});
  return marks;
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
  const IdIndex<Note> notes = notes_by_id(board);
  const std::string due_to = context.catalog.text("note.causes");
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
      const std::vector<const Segment*> marked = marked_segments(context.segments, &block, note);
      printed.cards.push_back({note.id, printed_text(note.text), tint_of(note, marked), printed_marks(marked),
                               printed_texts(type_titles(types, note)), due_to, printed_texts(causes_of(notes, note)),
                               !trim(note.details).empty()});
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
      name.marks = printed_marks(marked_segments(context.segments, &block, note));
      name.captions = printed_texts(type_titles(types, note));
      name.is_target = true;
      flow.blocks.push_back(std::move(name));
      append_markdown(flow, note.id, note.details, 3);
    }
  }
  if (flow.blocks.size() == 1) return std::nullopt;
  return PrintPart{context.document.id, heading, 1, context.document.language, std::move(flow)};
}

}  // namespace

PrintParts compose_content(const Section& section, const Board& board, const ComposeContext& context) {
  PrintParts parts{canvas_part(section, board, context)};
  if (auto details = details_part(section, board, parts.front().title, context)) parts.push_back(std::move(*details));
  return parts;
}

}  // namespace canvasbook
