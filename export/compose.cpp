#include "export/compose.h"

#include <algorithm>
#include <iterator>

#include "export/compose_section.h"
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
PrintParts compose_content(const Section& section, const Responses& responses, const ComposeContext& context) {
  return compose_responses(section, responses, context);
}
PrintParts compose_content(const Section& section, const Replacements& list, const ComposeContext& context) {
  return compose_replacements(section, list, context);
}
PrintParts compose_content(const Section& section, const Dialogue& dialogue, const ComposeContext& context) {
  return compose_dialogue(section, dialogue, context);
}
PrintParts compose_content(const Section& section, const Checklist& checklist, const ComposeContext& context) {
  return compose_checklist(section, checklist, context);
}
PrintParts compose_content(const Section& section, const Sheet& sheet, const ComposeContext& context) {
  return compose_sheet(section, sheet, context);
}

bool selected(const ComposeOptions& options, const std::string& id) {
  return options.documents.empty() || std::ranges::find(options.documents, id) != options.documents.end();
}

// The answers that are printed, for links to them.
std::unordered_set<std::string_view> printed_answers(const Workbook& workbook, const ComposeOptions& options) {
  std::unordered_set<std::string_view> answers;
  for (const auto& document : workbook.documents) {
    if (!selected(options, document->id)) continue;
    for (const auto& section : document->sections) {
      const Responses* responses = std::get_if<Responses>(&section->content);
      if (responses == nullptr) continue;
      for (const Response& response : responses->responses) {
        for (const Answer& answer : response.answers) {
          if (!printed_text(answer.text).empty()) answers.insert(answer.id);
        }
      }
    }
  }
  return answers;
}

// A section that holds nothing is not printed, unless it is the heading of deeper ones that are.
PrintParts compose_sections(const ComposeContext& context) {
  const auto& sections = context.document.sections;
  std::vector<PrintParts> by_section;
  for (const auto& section : sections) {
    by_section.push_back(
        std::visit([&](const auto& content) { return compose_content(*section, content, context); }, section->content));
  }
  PrintParts parts;
  for (size_t i = 0; i < sections.size(); ++i) {
    const bool has_heading =
        !std::holds_alternative<Board>(sections[i]->content) && !printed_text(sections[i]->title).empty();
    for (size_t below = i + 1; by_section[i].empty() && has_heading && below < sections.size(); ++below) {
      if (sections[below]->level <= sections[i]->level) break;
      if (!by_section[below].empty()) by_section[i] = {flow_part(*sections[i], context)};
    }
    std::ranges::move(by_section[i], std::back_inserter(parts));
  }
  return parts;
}

// Whether a document begins with what names it: a canvas, or text under the document's own title.
bool names_itself(const PrintPart& first, const std::string& title) {
  const Flow* flow = std::get_if<Flow>(&first.content);
  if (flow == nullptr) return true;
  const RichBlock* heading = flow->blocks.empty() ? nullptr : std::get_if<RichBlock>(&flow->blocks.front().content);
  return heading != nullptr && heading->kind == RichBlock::Kind::heading && heading->level == 1 &&
         printed_text(plain_text(heading->spans)) == title;
}

PrintParts compose_document(const ComposeContext& context) {
  PrintParts sections = compose_sections(context);
  if (sections.empty()) return {};
  const bool is_named = names_itself(sections.front(), printed_text(context.document.title));
  PrintParts parts = compose_front(context, is_named);
  // The parts stand under the bookmark of the first one, but for text whose own headings say what stands under what.
  const bool first_is_text = is_named && std::holds_alternative<Flow>(sections.front().content);
  const bool under_first = !first_is_text || context.document.paper.cover;
  std::ranges::move(sections, std::back_inserter(parts));
  bool after_flow = false;
  for (size_t i = 0; i < parts.size(); ++i) {
    parts[i].bookmark_level = under_first && i > 0 ? 1 : 0;
    parts[i].running_title = printed_text(context.document.title);
    Flow* flow = std::get_if<Flow>(&parts[i].content);
    if (flow != nullptr) flow->starts_page = !after_flow;
    after_flow = flow != nullptr;
  }
  return parts;
}

// What the review says about a document, as a part of its own.
void append_review(const Document& document, const std::vector<Finding>& findings, PrintDocument& print) {
  const Catalog& catalog = Catalog::of(document.language);
  Flow flow;
  flow.blocks.push_back(heading_block(document.id, 1, catalog.text("paper.review", {{"title", document.title}})));
  for (const bool dismissed : {false, true}) {
    bool first = true;
    for (const Finding& finding : findings) {
      if (finding.document != document.id || finding.dismissed != dismissed) continue;
      if (std::exchange(first, false)) {
        flow.blocks.push_back(
            heading_block({}, 2, catalog.text(dismissed ? "paper.review_dismissed" : "paper.review_open")));
      }
      const FindingWords words = finding_words(finding, catalog);
      flow.blocks.push_back(paragraph_block(finding.items.front(), {Span{words.what, true, false, false, {}}}));
      const std::string rest = dismissed ? catalog.text("paper.review_reason", {{"reason", finding.reason}})
                                         : words.why + " " + words.way_out;
      flow.blocks.push_back(paragraph_block(finding.items.front(), {plain_span(rest)}));
    }
  }
  if (flow.blocks.size() == 1) {
    flow.blocks.push_back(paragraph_block(document.id, {plain_span(catalog.text("paper.review_nothing"))}));
  }
  const std::string title = catalog.text("paper.review", {{"title", document.title}});
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
  const std::unordered_set<std::string_view> answers = printed_answers(workbook, options);
  for (const auto& document : workbook.documents) {
    if (!selected(options, document->id)) continue;
    const Catalog& catalog = Catalog::of(document->language);
    const ComposeContext context{workbook, *document, segments, catalog, catalog.date(options.date), answers};
    print.title += (print.title.empty() ? "" : " · ") + document->title;
    print.mirrored = print.mirrored || document->paper.mirrored;
    for (PrintPart& part : compose_document(context)) {
      print.parts.push_back(std::make_shared<const PrintPart>(std::move(part)));
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

}  // namespace canvasbook
