#include "export/compose.h"

#include <algorithm>

#include "export/compose_section.h"
#include "model/markdown_reader.h"
#include "model/review.h"
#include "model/text.h"

namespace canvasbook {

namespace {

// One overload a kind.
PrintParts compose_content(const Section& section, const Prose& prose, const ComposeContext& context) {
  return compose_prose(section, prose, context);
}
PrintParts compose_content(const Section& section, const Board& board, const ComposeContext& context) {
  return compose_board(section, board, context);
}

bool selected(const ComposeOptions& options, const std::string& id) {
  return options.documents.empty() || std::ranges::find(options.documents, id) != options.documents.end();
}

RichBlock paragraph_of(Spans spans) {
  RichBlock block;
  block.spans = std::move(spans);
  return block;
}

// What the review says about a document, as a part of its own.
void append_review(const Document& document, const std::vector<Finding>& findings, PrintDocument& print) {
  const Catalog& catalog = Catalog::of(document.language);
  Flow flow;
  const std::string title = catalog.text("paper.review", {{"title", document.title}});
  flow.blocks.push_back(heading_block(document.id, 1, title));
  for (const bool dismissed : {false, true}) {
    bool first = true;
    for (const Finding& finding : findings) {
      if (finding.document != document.id || finding.dismissed != dismissed) continue;
      if (std::exchange(first, false)) {
        flow.blocks.push_back(
            heading_block({}, 2, catalog.text(dismissed ? "paper.review_dismissed" : "paper.review_open")));
      }
      const FindingWords words = finding_words(finding, catalog);
      FlowBlock what{finding.items.front(), paragraph_of({Span{words.what, true, false, false, {}}})};
      flow.blocks.push_back(std::move(what));
      const std::string rest = dismissed ? catalog.text("paper.review_reason", {{"reason", finding.reason}})
                                         : words.why + " " + words.way_out;
      flow.blocks.push_back({finding.items.front(), paragraph_of({Span{rest, false, false, false, {}}})});
    }
  }
  if (flow.blocks.size() == 1) {
    flow.blocks.push_back(
        {document.id, paragraph_of({Span{catalog.text("paper.review_nothing"), false, false, false, {}}})});
  }
  print.parts.push_back(
      std::make_shared<const PrintPart>(PrintPart{document.id, title, 1, document.language, std::move(flow)}));
}

}  // namespace

PrintDocument compose(const Workbook& workbook, const ComposeOptions& options) {
  PrintDocument print;
  print.author = workbook.company;
  print.language = workbook.language;
  print.date = options.date;
  const std::vector<Segment> segments = segment_register(workbook);
  for (const auto& document : workbook.documents) {
    if (!selected(options, document->id)) continue;
    const Catalog& catalog = Catalog::of(document->language);
    const ComposeContext context{workbook, *document, segments, catalog, catalog.date(options.date)};
    print.title += (print.title.empty() ? "" : " · ") + document->title;
    const size_t first = print.parts.size();
    for (const auto& section : document->sections) {
      PrintParts parts = std::visit([&](const auto& content) { return compose_content(*section, content, context); },
                                    section->content);
      for (PrintPart& part : parts) {
        part.bookmark_level = print.parts.size() == first ? 0 : 1;
        part.running_title = document->title;
        print.parts.push_back(std::make_shared<const PrintPart>(std::move(part)));
      }
    }
    if (options.findings) append_review(*document, *options.findings, print);
  }
  if (print.title.empty()) print.title = workbook.company;
  return print;
}

std::vector<SegmentMark> marks_of(const std::vector<std::string>& segment_ids, const ComposeContext& context) {
  std::vector<SegmentMark> marks;
  for (const Segment& segment : context.segments) {
    if (std::ranges::find(segment_ids, segment.id) == segment_ids.end()) continue;
    marks.push_back({segment.mark, std::string(trim(to_printable(segment.name))), segment.colour});
  }
  return marks;
}

void append_markdown(Flow& flow, const std::string& item, const std::string& markdown, int heading_shift) {
  for (RichBlock& block : read_markdown(markdown)) {
    if (block.kind == RichBlock::Kind::heading) block.level = std::min(6, block.level + heading_shift);
    flow.blocks.push_back({item, std::move(block)});
  }
}

FlowBlock heading_block(std::string item, int level, std::string text) {
  RichBlock block;
  block.kind = RichBlock::Kind::heading;
  block.level = level;
  block.spans = {Span{std::move(text), false, false, false, {}}};
  return {std::move(item), std::move(block)};
}

}  // namespace canvasbook
