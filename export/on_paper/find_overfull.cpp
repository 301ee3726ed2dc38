#include "export/on_paper/find_overfull.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "export/on_paper/parts.h"
#include "model/contents.h"
#include "model/review/review.h"

namespace canvasbook {

namespace {

// How many pages each document takes. A page belongs to one document: to that of the first item on it.
std::vector<size_t> pages_of_documents(const Workbook& workbook, const Pages& pages) {
  std::unordered_map<std::string_view, size_t> owners;  // of all that the paper names
  for (size_t i = 0; i < workbook.documents.size(); ++i) {
    owners.emplace(workbook.documents[i]->id, i);
    for (const auto& section : workbook.documents[i]->sections) {
      owners.emplace(section->id, i);
      for_each_item_id(section->content, [&](const std::string& id) { owners.emplace(id, i); });
    }
  }
  std::vector<size_t> counts(workbook.documents.size());
  for (const Page& page : pages.pages) {
    for (const TextRun& run : page.runs) {
      const std::string_view item = pages.items[run.item];
      const auto owner = owners.find(item.substr(0, item.find('/')));  // of a block: its section
      if (owner == owners.end()) continue;
      ++counts[owner->second];
      break;
    }
  }
  return counts;
}

void add_long_documents(std::vector<Finding>& findings, const Workbook& workbook, const Pages& pages) {
  const auto has_budget = [](const Shared<Document>& document) { return document->page_budget > 0; };
  if (std::ranges::none_of(workbook.documents, has_budget)) return;
  const std::vector<size_t> counts = pages_of_documents(workbook, pages);
  for (size_t i = 0; i < counts.size(); ++i) {
    const Document& document = *workbook.documents[i];
    if (document.page_budget == 0 || counts[i] <= static_cast<size_t>(document.page_budget)) continue;
    findings.push_back({std::string(page_budget_rule),
                        document.id,
                        document.id,
                        {document.id},
                        {{"count", std::to_string(counts[i])}, {"budget", std::to_string(document.page_budget)}},
                        false,
                        {}});
  }
}

void add_long_sections(std::vector<Finding>& findings, const Workbook& workbook, const Pages& pages) {
  std::optional<PaperParts> parts;  // asked for where there is a budget
  for (const Shared<Document>& document : workbook.documents) {
    for (const Shared<Section>& section : document->sections) {
      if (section->page_budget == 0) continue;
      if (!parts) parts = parts_on_paper(workbook, pages);
      const auto found = parts->find(section->id);
      if (found == parts->end() || found->second.whole.tenths <= section->page_budget * 10) continue;
      findings.push_back({std::string(section_budget_rule),
                          document->id,
                          section->id,
                          {section->id},
                          {{"budget", std::to_string(section->page_budget)}},
                          false,
                          {}});
    }
  }
}

}  // namespace

std::vector<Finding> find_overfull(const Pages& pages) {
  std::vector<Finding> findings;
  for (const OverfullBlock& block : pages.overfull) {
    findings.push_back({std::string(overfull_rule),
                        block.document,
                        block.item,
                        {block.item},
                        {{"block", block.title}, {"count", std::to_string(block.cards)}},
                        false,
                        {}});
  }
  return findings;
}

size_t count_text_pages(const Pages& pages) {
  return static_cast<size_t>(std::ranges::count_if(pages.pages, [&](const Page& page) {
    return std::ranges::any_of(page.runs, [&](const TextRun& run) { return !pages.items[run.item].empty(); });
  }));
}

std::vector<Finding> find_over_budget(const Workbook& workbook, const Pages& pages) {
  std::vector<Finding> findings;
  add_long_documents(findings, workbook, pages);
  add_long_sections(findings, workbook, pages);
  return findings;
}

}  // namespace canvasbook
