// What stands before the sections: the cover, the contents, the title.
#include "export/compose/section.h"

namespace canvasbook {

PrintParts compose_front(const ComposeContext& context, bool is_named) {
  const Document& document = context.document;
  const std::string title = printed_text(document.title);
  PrintParts parts;
  if (document.paper.cover) {
    Cover cover{
        title, {}, printed_text(context.workbook.company), printed_text(context.workbook.author_role), context.date};
    parts.push_back({document.id, title, 0, document.language, std::move(cover)});
  } else if (!is_named && !title.empty()) {
    Flow flow;
    flow.justified = document.paper.justified;
    flow.blocks.push_back(heading_block(document.id, 1, title));
    parts.push_back({document.id, title, 0, document.language, std::move(flow)});
  }
  if (document.paper.contents) {
    std::string heading = context.catalog.text("paper.contents");
    Contents contents;
    contents.title = heading;
    parts.push_back({document.id, std::move(heading), 1, document.language, std::move(contents)});
  }
  return parts;
}

}  // namespace canvasbook
