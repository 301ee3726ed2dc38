#include "export/markdown/writer.h"

#include <algorithm>
#include <unordered_map>

#include "export/markdown/blocks.h"
#include "export/markdown/text.h"

namespace canvasbook {

namespace {

std::string card_line(const Card& card) {
  std::string line = "- " + escape_markdown(card.text, MarkdownPlace::line_start, "  ");
  if (!card.marks.empty()) {
    line += " **(";
    for (size_t i = 0; i < card.marks.size(); ++i) line += (i == 0 ? "" : ", ") + card.marks[i].mark;
    line += ")**";
  }
  std::string captions;
  for (const std::string& caption : card.captions) captions += (captions.empty() ? "" : ", ") + caption;
  if (!captions.empty()) line += " · " + markdown_italic(captions);
  return line + " " + id_comment(card.item);
}

void add_canvas(const Canvas& canvas, MarkdownBlocks& out) {
  out.add_heading(1, canvas.title, canvas.item);
  out.add_space();
  std::string segments;
  for (const SegmentMark& mark : foreign_segments(canvas)) {
    segments += (segments.empty() ? "" : "; ") + mark.mark + " — " + mark.name;
  }
  out.add_property("paper.company", canvas.company);
  out.add_property("paper.author", canvas.author_role);
  out.add_property("paper.date", canvas.date);
  out.add_property("paper.segments", segments);
  for (const CanvasBlock& block : canvas.blocks) {
    out.add_space();
    out.add_heading(2, block.title, block.item);
    if (!block.cards.empty() || !block.question.empty()) out.add_space();
    for (const Card& card : block.cards) out.add_line(card_line(card));
    if (block.cards.empty() && !block.question.empty()) {
      out.add_line(markdown_italic(block.question));
    }
  }
}

void add_cover(const Cover& cover, const std::string& document, MarkdownBlocks& out) {
  out.add_heading(1, cover.title, document);
  out.add_space();
  if (!cover.subtitle.empty()) {
    out.add_line(escape_markdown(cover.subtitle, MarkdownPlace::line_start));
    out.add_space();
  }
  out.add_property("paper.company", cover.company);
  out.add_property("paper.author", cover.author_role);
  out.add_property("paper.date", cover.date);
}

// By document, in their order.
using HeadingsOf = std::unordered_map<std::string_view, std::vector<const WrittenHeading*>>;

HeadingsOf headings_of_documents(const PrintDocument& document, const MarkdownMap& known) {
  HeadingsOf headings;
  for (const WrittenHeading& heading : known.headings) {
    headings[document.parts[heading.part]->document].push_back(&heading);
  }
  return headings;
}

// Those of these headings that stand behind the contents, each a link.
void add_contents(const Contents& contents, size_t index, const std::vector<const WrittenHeading*>& headings,
                  MarkdownBlocks& out) {
  out.add_heading(1, contents.title, {});
  out.add_space();
  int deepest = 0;  // a list goes one level deeper at a time, whatever the headings do
  for (const WrittenHeading* heading : headings) {
    if (!heading->in_contents || heading->level > contents.levels || heading->part <= index) continue;
    const int level = std::min(heading->level, deepest + 1);
    deepest = level;
    out.add_line(std::string(2 * static_cast<size_t>(level - 1), ' ') + "- [" +
                 escape_markdown(heading->text, MarkdownPlace::link_text) + "](#" + heading->anchor + ")");
  }
}

MarkdownBlocks write_once(const PrintDocument& document, const MarkdownMap& known) {
  MarkdownBlocks out(known);
  HeadingsOf headings = headings_of_documents(document, known);
  for (size_t i = 0; i < document.parts.size(); ++i) {
    const PrintPart& part = *document.parts[i];
    out.begin_part(i, part);
    out.add_space();
    if (const auto* canvas = std::get_if<Canvas>(&part.content)) {
      add_canvas(*canvas, out);
    } else if (const auto* cover = std::get_if<Cover>(&part.content)) {
      add_cover(*cover, part.document, out);
    } else if (const auto* contents = std::get_if<Contents>(&part.content)) {
      add_contents(*contents, i, headings[part.document], out);
    } else if (const auto* flow = std::get_if<Flow>(&part.content)) {
      for (size_t b = 0; b < flow->blocks.size(); ++b) {
        if (b > 0) out.add_space();
        out.add(flow->blocks[b]);
      }
    }
  }
  return out;
}

}  // namespace

std::string write_markdown(const PrintDocument& document) {
  const MarkdownMap nothing;
  const MarkdownBlocks first = write_once(document, nothing);
  return write_once(document, first.map()).take();
}

}  // namespace canvasbook
