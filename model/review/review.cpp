#include "model/review/review.h"

#include <algorithm>
#include <array>

#include "model/review/rules.h"
#include "model/text/markdown_reader.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

// The rules behind those of boards.
constexpr std::array document_rules{section_rules, sales_rules, standards_rules};

std::unordered_set<std::string_view> answer_ids(const Workbook& workbook) {
  std::unordered_set<std::string_view> ids;
  for (const auto& document : workbook.documents) {
    for_each_section_of<Responses>(*document, [&](const Section&, const Responses& responses) {
      for (const Response& response : responses.responses) {
        for (const Answer& answer : response.answers) ids.insert(answer.id);
      }
    });
  }
  return ids;
}

}  // namespace

bool blank(const std::string& text) { return trim(text).empty(); }

bool all_blank(const SheetRow& row) {
  return std::ranges::all_of(row.cells, [](const auto& cell) { return blank(cell.second); });
}

std::string DocumentReview::quoted(std::string_view text) const {
  const auto blocks = read_markdown(text);
  const bool is_line = blocks.size() == 1 && blocks.front().kind == RichBlock::Kind::paragraph;
  return quoted_text(is_line ? plain_text(blocks.front().spans) : std::string(text), catalog);
}

std::vector<Finding> review(const Workbook& workbook) {
  const std::vector<Segment> registered = segment_register(workbook);
  const IdIndex<Segment> segments(registered);
  std::unordered_map<std::string_view, NotePlace> notes;
  for_each_note(workbook, [&](const Document&, const Section&, const Block& block, const Note& note) {
    notes.emplace(note.id, NotePlace{&block, &note});
  });
  const std::unordered_set<std::string_view> answers = answer_ids(workbook);
  const TouchpointNames touchpoints = touchpoint_names(workbook);
  std::vector<Finding> findings;
  for (const auto& document : workbook.documents) {
    const DocumentReview at{workbook, *document, segments, notes, answers, touchpoints, Catalog::of(document->language),
                            findings};
    review_boards(at);
    for (const auto rules : document_rules) {
      for (const Rule& rule : rules()) rule.find(at, rule.name);
    }
  }
  mark_dismissed(workbook, findings);
  return findings;
}

void mark_dismissed(const Workbook& workbook, std::vector<Finding>& findings) {
  std::unordered_map<std::string, std::vector<const Dismissal*>> dismissals;  // by rule and item
  const auto name = [](const std::string& rule, const std::string& item) { return rule + ":" + item; };
  for (const Dismissal& dismissal : workbook.dismissed) {
    dismissals[name(dismissal.rule, dismissal.item)].push_back(&dismissal);
  }
  for (Finding& finding : findings) {
    const auto named = dismissals.find(name(finding.rule, finding.subject));
    if (named == dismissals.end()) continue;
    for (const Dismissal* found : named->second) {
      const Dismissal& dismissal = *found;
      if (dismissal.rule != finding.rule || dismissal.item != finding.subject) continue;
      if (!dismissal.document.empty() && dismissal.document != finding.document) continue;
      finding.dismissed = true;
      finding.reason = dismissal.reason;
    }
  }
}

std::span<const std::string_view> rule_names() {
  static const auto names = [] {
    std::vector<std::string_view> result(board_rule_names().begin(), board_rule_names().end());
    for (const auto rules : document_rules) {
      for (const Rule& rule : rules()) result.push_back(rule.name);
    }
    result.push_back(overfull_rule);
    result.push_back(page_budget_rule);
    result.push_back(section_budget_rule);
    return result;
  }();
  return names;
}

FindingWords finding_words(const Finding& finding, const Catalog& catalog) {
  const std::string key = "finding." + finding.rule;
  return {catalog.text(key + ".what", finding.arguments), catalog.text(key + ".why", finding.arguments),
          catalog.text(key + ".way_out", finding.arguments)};
}

std::string quoted_text(const Note& note, const Catalog& catalog) {
  if (trim(note.text).empty()) return catalog.text("note.without_text");
  return quoted_text(note.text, catalog);
}

std::string quoted_text(std::string_view text, const Catalog& catalog) {
  constexpr size_t longest = 60;
  const std::string line = shortened(text, longest);
  if (line.empty()) return catalog.text("item.without_text");
  return catalog.text("quote", {{"text", line}});
}

}  // namespace canvasbook
