#include "export/compose/compose.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "export/compose/document.h"
#include "export/compose/section.h"
#include "model/module_uses.h"
#include "model/review/review.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

bool selected(const ComposeOptions& options, const std::string& id) {
  return options.documents.empty() || std::ranges::find(options.documents, id) != options.documents.end();
}

// The answers that are printed, for links to them.
std::unordered_set<std::string_view> printed_answers(const Workbook& workbook, const ComposeOptions& options) {
  std::unordered_set<std::string_view> answers;
  for (const auto& document : workbook.documents) {
    if (!selected(options, document->id)) continue;
    for_each_answer(*document, [&](const SpeechModule& module) {
      if (!printed_text(module.answer->text).empty()) answers.insert(module.answer->id);
    });
  }
  return answers;
}

// What the parts of all documents depend on.
struct SharedSurroundings {
  std::string company;
  std::string author_role;
  std::vector<Segment> segments;
  std::set<std::string> answers;  // that dialogues may point at

  bool operator==(const SharedSurroundings&) const = default;
};

// What the review says about a document, as a part of its own.
void append_review(const Document& document, const std::vector<const Finding*>& findings, PrintDocument& print) {
  const Catalog& catalog = Catalog::of(document.language);
  Flow flow;
  flow.blocks.push_back(heading_block(document.id, 1, catalog.text("paper.review", {{"title", document.title}})));
  for (const bool dismissed : {false, true}) {
    bool first = true;
    for (const Finding* found : findings) {
      const Finding& finding = *found;
      if (finding.dismissed != dismissed) continue;
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

struct ComposeCache::Content {
  SharedSurroundings surroundings;
  std::map<std::string, ComposedDocument> documents;  // by id
};

ComposeCache::ComposeCache() : content_(std::make_unique<Content>()) {}
ComposeCache::~ComposeCache() = default;
ComposeCache::ComposeCache(ComposeCache&&) noexcept = default;
ComposeCache& ComposeCache::operator=(ComposeCache&&) noexcept = default;

PrintDocument compose(const Workbook& workbook, const ComposeOptions& options, ComposeCache& cache) {
  PrintDocument print;
  print.author = workbook.company;
  print.language = workbook.language;
  print.date = options.date;
  const std::vector<Segment> segments = segment_register(workbook);
  const IdIndex<Segment> segment_index(segments);
  const TouchpointNames touchpoints = touchpoint_names(workbook);
  const std::unordered_set<std::string_view> answers = printed_answers(workbook, options);
  std::unordered_map<std::string_view, std::vector<const Finding*>> findings;  // by document
  if (options.findings) {
    for (const Finding& finding : *options.findings) findings[finding.document].push_back(&finding);
  }
  SharedSurroundings surroundings{workbook.company, workbook.author_role, segments, {answers.begin(), answers.end()}};
  if (surroundings != cache.content().surroundings) cache.content().documents.clear();
  cache.content().surroundings = std::move(surroundings);
  std::map<std::string, ComposedDocument> composed;
  for (const auto& document : workbook.documents) {
    if (!selected(options, document->id)) continue;
    const Catalog& catalog = Catalog::of(document->language);
    const auto boards = std::ranges::count_if(
        document->sections, [](const auto& section) { return std::holds_alternative<Board>(section->content); });
    const ComposeContext context{workbook,
                                 *document,
                                 segment_index,
                                 touchpoints,
                                 catalog,
                                 catalog.date(options.date),
                                 answers,
                                 static_cast<size_t>(boards),
                                 count_cards_before(*document)};
    print.title += (print.title.empty() ? "" : " · ") + document->title;
    print.mirrored = print.mirrored || document->paper.mirrored;
    ComposedDocument& kept = composed[document->id] = std::move(cache.content().documents[document->id]);
    for (auto& part : compose_document(context, kept)) print.parts.push_back(std::move(part));
    if (options.findings) append_review(*document, findings[document->id], print);
  }
  cache.content().documents = std::move(composed);
  if (print.title.empty()) print.title = workbook.company;
  return print;
}

PrintDocument compose(const Workbook& workbook, const ComposeOptions& options) {
  ComposeCache cache;
  return compose(workbook, options, cache);
}

}  // namespace canvasbook
