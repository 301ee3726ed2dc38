#include "export/compose/compose.h"

#include <map>
#include <set>

#include "export/compose/contexts.h"
#include "export/compose/document.h"
#include "export/compose/section.h"
#include "model/review/groups.h"
#include "model/review/progress.h"
#include "model/review/review.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

// What the parts of all documents depend on.
struct SharedSurroundings {
  std::string company;
  std::string author_role;
  std::vector<Segment> segments;
  std::set<std::string> answers;  // that dialogues may point at
  Placeholders placeholders;

  bool operator==(const SharedSurroundings&) const = default;
};

void append_finding(const Finding& finding, const std::string& rest, const Catalog& catalog, Flow& flow) {
  const std::string what = finding_words(finding, catalog).what;
  flow.blocks.push_back(paragraph_block(finding.items.front(), {Span{what, true, false, false, {}}}));
  flow.blocks.push_back(paragraph_block(finding.items.front(), {plain_span(rest)}));
}

// A list of what findings of a rule say; of hints only what they are about, each once.
RichBlock list_of(const FindingGroup& group, const Catalog& catalog) {
  RichBlock list;
  list.kind = RichBlock::Kind::bullet_list;
  std::set<std::string> told;
  for (const Finding* finding : group.findings) {
    const std::string text = group.harm == Harm::hint ? place_line(*finding) : finding_words(*finding, catalog).what;
    if (!told.insert(text).second) continue;
    RichBlock paragraph;
    paragraph.spans = {plain_span(text)};
    RichBlock item;
    item.kind = RichBlock::Kind::list_item;
    item.children = {std::move(paragraph)};
    list.children.push_back(std::move(item));
  }
  return list;
}

// One of a kind as it is; many as one with a list, as in the window.
void append_group(const FindingGroup& group, const Catalog& catalog, Flow& flow) {
  const Finding& first = *group.findings.front();
  const FindingWords words = finding_words(first, catalog);
  const std::string advice = words.why + " " + words.way_out;
  if (group.findings.size() == 1 && group.harm != Harm::hint) return append_finding(first, advice, catalog, flow);
  const std::string title = finding_title(*group.findings.front(), catalog) + ": " + std::to_string(place_count(group));
  flow.blocks.push_back(paragraph_block(first.items.front(), {Span{title, true, false, false, {}}}));
  if (group.harm != Harm::hint) flow.blocks.push_back(paragraph_block(first.items.front(), {plain_span(advice)}));
  flow.blocks.push_back({first.items.front(), list_of(group, catalog)});
}

// What the review says about a document, as a part of its own: what is open, hints, what was dismissed and why. The
// findings are its own.
void append_review(const Document& document, const std::vector<Finding>& findings, PrintDocument& print) {
  const Catalog& catalog = Catalog::of(document.language);
  Flow flow;
  std::set<std::string_view> begun;
  const auto begin = [&](const char* heading) {
    if (begun.insert(heading).second) flow.blocks.push_back(heading_block({}, 2, catalog.text(heading)));
  };
  flow.blocks.push_back(heading_block(document.id, 1, catalog.text("paper.review", {{"title", document.title}})));
  for (const FindingGroup& group : open_groups(findings, document.id)) {
    begin(group.harm == Harm::hint ? "paper.review_hints" : "paper.review_open");
    append_group(group, catalog, flow);
  }
  for (const Finding& finding : findings) {
    if (!finding.dismissed) continue;
    begin("paper.review_dismissed");
    append_finding(finding, catalog.text("paper.review_reason", {{"reason", finding.reason}}), catalog, flow);
  }
  if (begun.empty()) {
    const std::string words = nothing_found_words(catalog, progress_of(document));
    flow.blocks.push_back(paragraph_block(document.id, {plain_span(words)}));
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
  const ComposeContexts contexts(workbook, options);
  SharedSurroundings surroundings{workbook.company,
                                  workbook.author_role,
                                  contexts.segments(),
                                  {contexts.answers().begin(), contexts.answers().end()},
                                  contexts.placeholders()};
  if (surroundings != cache.content().surroundings) cache.content().documents.clear();
  cache.content().surroundings = std::move(surroundings);
  std::map<std::string, ComposedDocument> composed;
  std::map<std::string_view, std::vector<Finding>> findings;  // by document
  if (options.findings) {
    for (const Finding& finding : *options.findings) findings[finding.document].push_back(finding);
  }
  for (const auto& document : workbook.documents) {
    if (!contexts.prints(*document)) continue;
    ComposeContext context = contexts.of(*document);
    context.steps = steps_of(*document);
    print.title += (print.title.empty() ? "" : " · ") + filled(document->title, contexts.placeholders());
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
