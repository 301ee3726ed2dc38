#include "export/markdown/writer.h"

#include <algorithm>
#include <unordered_map>

#include "export/markdown/blocks.h"
#include "export/markdown/text.h"
#include "model/kinds/board.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

std::string card_line(const Card& card, const MarkdownBlocks& out) {
  std::string line = "- " + escape_markdown(card.text, MarkdownPlace::line_start, "  ");
  if (!card.marks.empty()) {
    line += " **(";
    for (size_t i = 0; i < card.marks.size(); ++i) line += (i == 0 ? "" : ", ") + card.marks[i].mark;
    line += ")**";
  }
  std::string captions;
  for (const std::string& caption : card.captions) captions += (captions.empty() ? "" : ", ") + caption;
  const std::string causes = causes_caption(card.due_to, card.causes);
  if (!causes.empty()) captions += (captions.empty() ? "" : ", ") + causes;
  if (!captions.empty()) line += " · " + markdown_italic(captions);
  return line + out.id_comment(card.item);
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
  out.add_property("paper.revised", canvas.revision);
  out.add_property("paper.segments", segments);
  for (const CanvasBlock& block : canvas.blocks) {
    out.add_space();
    out.add_heading(2, block.title, block.item);
    if (!block.cards.empty() || !block.question.empty()) out.add_space();
    for (const Card& card : block.cards) out.add_line(card_line(card, out));
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
  out.add_property("paper.revised", cover.revision);
}

// A list of the stages, below each its cues, below each of these where its answers lead.
void add_scheme(const Scheme& scheme, MarkdownBlocks& out) {
  const auto words = [](const std::string& text) {
    return escape_markdown(to_one_line(text), MarkdownPlace::inside_line);
  };
  out.add_heading(1, scheme.title, {});
  out.add_space();
  for (const Scheme::Stage& stage : scheme.stages) {
    out.add_line("- **" + stage.number + " " + words(stage.title) + "**");
    for (const Scheme::Cue& cue : stage.cues) {
      out.add_line("  - " + cue.number + " " + words(cue.text));
      for (const Scheme::Way& way : cue.ways) {
        const std::string link = out.linked(way.words, way.to);
        const std::string to = way.words.empty() ? std::string() : " → " + (link.empty() ? words(way.words) : link);
        const std::string text = way.number.empty() ? escape_markdown(to_one_line(way.text), MarkdownPlace::line_start)
                                                    : way.number + ": " + words(way.text);
        out.add_line("    - " + text + to);
      }
    }
    if (!stage.more.empty()) out.add_line("  - " + markdown_italic(stage.more));
  }
}

FlowBlock heading_of(const std::string& item, int level, const std::string& title) {
  RichBlock heading;
  heading.kind = RichBlock::Kind::heading;
  heading.level = level;
  heading.spans = {Span{title, false, false, false, {}}};
  return {item, std::move(heading)};
}

// Each section once, as long as its cards follow each other.
void add_pocket_cards(const PocketCards& cards, const std::string& title, MarkdownBlocks& out) {
  out.add(heading_of({}, 1, title));
  std::string section;
  for (const PocketCard& card : cards.cards) {
    out.add_space();
    if (card.section != section) {
      out.add(heading_of({}, 2, card.section));
      out.add_space();
    }
    section = card.section;
    std::visit([&](const auto& content) { out.add(FlowBlock{card.item, content}); }, card.content);
  }
}

void add_wall_sheet(const WallSheet& sheet, MarkdownBlocks& out) {
  out.add(heading_of(sheet.item, 1, sheet.title));
  out.add_space();
  out.add(FlowBlock{sheet.item, sheet.sheet});
}

bool ends_sentence(std::string_view text) {
  constexpr std::string_view ends[] = {".", "!", "?", "…", ":"};
  return std::ranges::any_of(ends, [&](std::string_view end) { return text.ends_with(end); });
}

// A list of the rules, each bold before its explanation; the foot below a line.
void add_poster(const Poster& poster, MarkdownBlocks& out) {
  out.add(heading_of(poster.item, 1, poster.title));
  RichBlock list;
  list.kind = RichBlock::Kind::numbered_list;
  for (const Poster::Rule& rule : poster.rules) {
    RichBlock words;
    words.spans = rule.rule;
    for (Span& span : words.spans) span.strong = true;
    if (!rule.rule.empty() && !rule.explanation.empty()) {
      if (!ends_sentence(plain_text(rule.rule))) words.spans.back().text += '.';
      words.spans.push_back(Span{" ", false, false, false, {}});
    }
    words.spans.insert(words.spans.end(), rule.explanation.begin(), rule.explanation.end());
    RichBlock& entry = list.children.emplace_back();
    entry.kind = RichBlock::Kind::list_item;
    entry.children.push_back(std::move(words));
  }
  out.add_space();
  out.add(FlowBlock{poster.item, std::move(list)});
  if (poster.foot.empty()) return;
  RichBlock line;
  line.kind = RichBlock::Kind::rule;
  RichBlock foot;
  foot.spans = poster.foot;
  for (RichBlock* block : {&line, &foot}) {
    out.add_space();
    out.add(FlowBlock{poster.item, std::move(*block)});
  }
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

bool is_list_of_links(const BlockContent& content) {
  const auto* list = std::get_if<RichBlock>(&content);
  if (list == nullptr || list->children.empty() || list->children.front().children.empty()) return false;
  const Spans& first = list->children.front().children.front().spans;
  return !first.empty() && first.front().link.starts_with('#');
}

// Whether a text has contents of its own: the same heading over a list that leads to headings, as in a file that was
// exported and read again.
bool has_contents(const Flow& flow, const std::string& title) {
  for (size_t i = 0; i + 1 < flow.blocks.size(); ++i) {
    const auto* heading = std::get_if<RichBlock>(&flow.blocks[i].content);
    const bool is_title =
        heading != nullptr && heading->kind == RichBlock::Kind::heading && trim(plain_text(heading->spans)) == title;
    if (is_title && is_list_of_links(flow.blocks[i + 1].content)) return true;
  }
  return false;
}

// One part after the other; one `add` for each kind of part.
class MarkdownParts {
 public:
  MarkdownParts(const PrintDocument& document, const MarkdownMap& known, MarkdownIds ids)
      : document_(document), headings_(headings_of_documents(document, known)), out_(known, ids) {}

  MarkdownBlocks run() {
    for (index_ = 0; index_ < document_.parts.size(); ++index_) {
      const PrintPart& part = *document_.parts[index_];
      out_.begin_part(index_, part);
      out_.add_space();
      std::visit([&](const auto& content) { add(part, content); }, part.content);
    }
    return std::move(out_);
  }

 private:
  void add(const PrintPart&, const Canvas& canvas) { add_canvas(canvas, out_); }
  void add(const PrintPart&, const Scheme& scheme) { add_scheme(scheme, out_); }
  void add(const PrintPart& part, const Cover& cover) { add_cover(cover, part.document, out_); }
  void add(const PrintPart& part, const Contents& contents) {
    if (!has_own_contents(contents.title)) {
      add_contents(contents, index_, headings_[part.document], out_);
    }
  }
  void add(const PrintPart& part, const PocketCards& cards) { add_pocket_cards(cards, part.title, out_); }
  void add(const PrintPart&, const WallSheet& sheet) { add_wall_sheet(sheet, out_); }
  void add(const PrintPart&, const Poster& poster) { add_poster(poster, out_); }
  void add(const PrintPart&, const Flow& flow) {
    for (size_t i = 0; i < flow.blocks.size(); ++i) {
      if (i > 0) out_.add_space();
      out_.add(flow.blocks[i]);
    }
  }

  // Whether a text of the document has them: its parts follow each other, texts behind the contents.
  bool has_own_contents(const std::string& title) const {
    const std::string& document = document_.parts[index_]->document;
    for (size_t i = index_; i < document_.parts.size() && document_.parts[i]->document == document; ++i) {
      const auto* flow = std::get_if<Flow>(&document_.parts[i]->content);
      if (flow != nullptr && has_contents(*flow, title)) return true;
    }
    return false;
  }

  const PrintDocument& document_;
  HeadingsOf headings_;
  MarkdownBlocks out_;
  size_t index_ = 0;
};

std::string written_markdown(const PrintDocument& document, MarkdownIds ids) {
  const MarkdownMap nothing;
  const MarkdownBlocks first = MarkdownParts(document, nothing, ids).run();
  return MarkdownParts(document, first.map(), ids).run().take();
}

}  // namespace

std::string write_markdown(const PrintDocument& document) {
  return written_markdown(document, MarkdownIds::in_comments);
}

std::string write_markdown_to_read(const PrintDocument& document) {
  return written_markdown(document, MarkdownIds::without);
}

}  // namespace canvasbook
