// Texts, headings and parts of running text, as all kinds need them.
#include "model/text/text.h"
#include "export/compose/section.h"
#include "model/text/markdown_reader.h"

namespace canvasbook {

namespace {

void append_line(Spans& spans, const std::string& line) {
  auto read = read_paragraph(line);
  if (!read) return spans.push_back(plain_span(line));
  for (Span& span : *read) spans.push_back(std::move(span));
}

}  // namespace

std::string printed_text(const std::string& text) { return std::string(trim(to_printable(text))); }

Spans plain_cell(const std::string& text) { return text.empty() ? Spans{} : Spans{plain_span(printed_text(text))}; }

Span plain_span(std::string text) { return Span{std::move(text), false, false, false, {}}; }

Spans printed_spans(const std::string& text) {
  const std::string printed = printed_text(text);
  Spans spans;
  for (size_t start = 0; start <= printed.size();) {
    const size_t end = std::min(printed.find('\n', start), printed.size());
    if (start > 0) spans.push_back(plain_span("\n"));
    if (end > start) append_line(spans, printed.substr(start, end - start));
    start = end + 1;
  }
  return spans;
}

void append_markdown(Flow& flow, const std::string& item, const std::string& markdown, int heading_shift) {
  for (RichBlock& block : read_markdown(markdown, LineFeeds::breaks)) {
    const bool is_empty = block.kind == RichBlock::Kind::paragraph && plain_text(block.spans).empty();
    if (is_empty) continue;  // such as a picture without words
    if (block.kind == RichBlock::Kind::heading) block.level = std::min(6, block.level + heading_shift);
    flow.blocks.push_back({item, std::move(block)});
  }
}

FlowBlock heading_block(std::string item, int level, std::string text) {
  RichBlock block;
  block.kind = RichBlock::Kind::heading;
  block.level = level;
  block.spans = {plain_span(std::move(text))};
  return {std::move(item), std::move(block)};
}

FlowBlock paragraph_block(std::string item, Spans spans) {
  RichBlock block;
  block.spans = std::move(spans);
  return {std::move(item), std::move(block)};
}

PrintPart flow_part(const Section& section, const ComposeContext& context) {
  std::string title = printed_text(section.title);
  const std::string number = step_number(section.id, context);
  if (!title.empty()) title = numbered_title(number, title);
  Flow flow;
  flow.justified = context.document.paper.justified;
  if (!title.empty()) {
    flow.blocks.push_back(heading_block(section.id, section.level, title));
    flow.blocks.back().is_target = !number.empty();
  }
  return {context.document.id, title.empty() ? printed_text(context.document.title) : title, 1,
          context.document.language, std::move(flow)};
}

Flow& flow_of(PrintPart& part) { return std::get<Flow>(part.content); }

}  // namespace canvasbook
