// What stands before the sections: the cover, the contents, the title.
#include "export/compose/section.h"
#include "model/text/text.h"

namespace canvasbook {

std::string revision_words(const Revision& revision, const Catalog& catalog) {
  if (!revision.date) return {};
  std::string words = catalog.text("paper.revised_on", {{"date", catalog.date(*revision.date)}});
  const std::string owner = to_one_line(revision.owner);
  if (!owner.empty()) words += " · " + catalog.text("paper.revision_owner", {{"owner", owner}});
  if (const auto next = next_revision(revision)) {
    words += " · " + catalog.text("paper.revision_next", {{"date", catalog.date(*next)}});
  }
  return words;
}

FlowBlock revision_block(const std::string& document, const std::string& words, const Catalog& catalog) {
  Span line = plain_span(catalog.text("paper.revised") + " " + words);
  line.emphasis = true;
  return paragraph_block(document, {std::move(line)});
}

PrintParts compose_front(const ComposeContext& context, bool is_named) {
  const Document& document = context.document;
  const std::string title = printed_text(document.title);
  const std::string revision = revision_words(document.revision, context.catalog);
  PrintParts parts;
  if (document.paper.cover) {
    Cover cover{
        title,        {},      printed_text(context.workbook.company), printed_text(context.workbook.author_role),
        context.date, revision};
    parts.push_back({document.id, title, 0, document.language, std::move(cover)});
  } else if (!is_named && !title.empty()) {
    Flow flow;
    flow.justified = document.paper.justified;
    flow.blocks.push_back(heading_block(document.id, 1, title));
    if (!revision.empty()) flow.blocks.push_back(revision_block(document.id, revision, context.catalog));
    parts.push_back({document.id, title, 0, document.language, std::move(flow)});
  }
  if (document.paper.contents) {
    std::string heading = context.catalog.text("paper.contents");
    Contents contents;
    contents.title = heading;
    contents.levels = 3;
    parts.push_back({document.id, std::move(heading), 1, document.language, std::move(contents)});
  }
  return parts;
}

}  // namespace canvasbook
