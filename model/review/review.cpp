#include "model/review/review.h"

#include <algorithm>
#include <array>

#include "model/like_names.h"
#include "model/module_uses.h"
#include "model/registers.h"
#include "model/review/rules.h"
#include "model/standard_checks.h"
#include "model/text/markdown_reader.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

// The rules behind those of boards.
constexpr std::array document_rules{section_rules,   text_rules,         sales_rules,       call_rules,
                                    dialogue_rules,  answer_rules,       stop_phrase_rules, standards_rules,
                                    checklist_rules, metric_rules,       economics_rules,   plan_rules,
                                    rota_rules,      visit_action_rules, revision_rules};

constexpr std::array paper_rules{overfull_rule, page_budget_rule, section_budget_rule};

// All of them by harm; those of the printed page last.
const std::vector<RuleName>& all_rules() {
  static const auto all = [] {
    std::vector<RuleName> result(board_rule_names().begin(), board_rule_names().end());
    for (const auto rules : document_rules) {
      for (const Rule& rule : rules()) result.push_back({rule.name, rule.harm});
    }
    std::ranges::stable_sort(result, {}, &RuleName::harm);
    for (const std::string_view rule : paper_rules) result.push_back({rule, Harm::lacking});
    return result;
  }();
  return all;
}

void gather_answers(WorkbookReview& all) {
  for (const auto& document : all.workbook.documents) {
    for_each_answer(*document,
                    [&](const SpeechModule& module) { all.answers.emplace(module.answer->id, module.answer); });
  }
}

void gather_standards(WorkbookReview& all) {
  for (const auto& document : all.workbook.documents) {
    for_each_section_of<Sheet>(*document, [&](const Section& section, const Sheet& sheet) {
      if (section.role != standards_role) return;
      for (const SheetRow& row : sheet.rows) all.standards.emplace(row.id, StandardPlace{&*document, &sheet, &row});
      for (const SheetColumn& column : sheet.columns) {
        if (column.type != ColumnType::touchpoint) continue;
        for (const SheetRow& row : sheet.rows) {
          const auto named = all.touchpoints.find(cell_text(row, column));
          if (named != all.touchpoints.end()) all.standards_of.insert(named->first);
        }
      }
    });
  }
}

// Those that are there: the standards are gathered before.
void gather_checked_standards(WorkbookReview& all) {
  for (const ChecklistPlace& place : check_lists(all.workbook)) {
    for (const CheckGroup& group : std::get<Checklist>(place.section->content).groups) {
      for (const CheckItem& item : group.items) {
        if (all.standards.contains(item.standard)) all.checked_standards.insert(item.standard);
      }
    }
  }
}

void gather_touchpoints(WorkbookReview& all) {
  all.registered_touchpoints = touchpoint_register(all.workbook);
  all.touchpoints = names_of(all.registered_touchpoints);
  for (const Touchpoint& touchpoint : all.registered_touchpoints) {
    if (!blank(touchpoint.name)) all.touchpoints_of_name[same_name(touchpoint.name)].push_back(&touchpoint);
  }
}

void gather_segments(WorkbookReview& all) {
  all.registered = segment_register(all.workbook);
  all.segments = IdIndex<Segment>(all.registered);
  for (const Segment& segment : all.registered) {
    if (!blank(segment.name)) all.first_of_name.emplace(same_name(segment.name), &segment);
  }
  for_each_note(all.workbook, [&](const Document&, const Section& section, const Block& block, const Note& note) {
    all.notes.emplace(note.id, NotePlace{std::get_if<Board>(&section.content), &block, &note});
  });
}

// The sections of a document, with or without those that are as the template has them.
std::vector<const Section*> sections_of(const WorkbookReview& all, const Document& document, bool with_untouched) {
  std::vector<const Section*> sections;
  for (const auto& section : document.sections) {
    const bool is_untouched = !with_untouched && all.is_untouched && all.is_untouched(document, *section);
    if (!is_untouched) sections.push_back(&*section);
  }
  return sections;
}

// The two quotation marks of a language that a catalog text puts around nothing.
std::array<std::string, 2> quotation_marks(const Catalog& catalog, std::string_view key) {
  const std::string marks = catalog.text(key, {{"text", ""}});
  const size_t half = marks.size() / 2;
  return {marks.substr(0, half), marks.substr(half)};
}

// With the marks of a quotation within one in place of those that will stand around the text.
std::string with_quotes_within(std::string text, const Catalog& catalog) {
  const auto outer = quotation_marks(catalog, "quote");
  const auto inner = quotation_marks(catalog, "quote_within");
  for (size_t i = 0; i < outer.size(); ++i) {
    for (size_t at = text.find(outer[i]); at != std::string::npos; at = text.find(outer[i], at + inner[i].size())) {
      text.replace(at, outer[i].size(), inner[i]);
    }
  }
  return text;
}

}  // namespace

bool blank(const std::string& text) { return trim(text).empty(); }

bool all_blank(const SheetRow& row) {
  return std::ranges::all_of(row.cells, [](const auto& cell) { return blank(cell.second); });
}

std::string DocumentReview::quoted(std::string_view text) const {
  const auto spans = read_paragraph(text);
  return quoted_text(spans ? plain_text(*spans) : std::string(text), catalog);
}

std::string first_of(const DocumentReview& at, const std::vector<std::string_view>& texts) {
  constexpr size_t most = 3;
  std::string list;
  for (size_t i = 0; i < std::min(most, texts.size()); ++i) list += (i == 0 ? "" : ", ") + at.quoted(texts[i]);
  if (texts.size() <= most) return list;
  return at.catalog.text("list.and_more", {{"list", list}, {"count", std::to_string(texts.size() - most)}});
}

std::string DocumentReview::quoted_from(std::string_view text, size_t begin) const {
  constexpr size_t line = 50;                 // code points
  constexpr size_t looked_at = 4 * line + 4;  // bytes: a text of megabytes is not gone through for each of its findings
  return quoted(shortened(text.substr(begin, looked_at), line));
}

std::vector<Finding> review(const Workbook& workbook, const IsUntouched& is_untouched, const Date& today) {
  WorkbookReview all{workbook, is_untouched, today, {}, {}, {}, {}, {},
                     {},       {},           {},    {}, {}, {}, {}, Placeholders(workbook)};
  gather_segments(all);
  gather_answers(all);
  gather_touchpoints(all);
  gather_standards(all);
  gather_checked_standards(all);
  gather_contradictions(all);
  std::vector<Finding> findings;
  for (const auto& document : workbook.documents) {
    const auto first = static_cast<std::ptrdiff_t>(findings.size());
    const Catalog& catalog = Catalog::of(document->language);
    const CallScheme calls = call_scheme(*document);
    const CallFaults faults = faults_of(calls);
    const DocumentReview whole{all, *document, sections_of(all, *document, true), catalog, calls, faults, findings};
    const DocumentReview begun{all, *document, sections_of(all, *document, false), catalog, calls, faults, findings};
    review_boards(whole);
    for (const auto rules : document_rules) {
      for (const Rule& rule : rules()) rule.find(rule.harm == Harm::broken ? whole : begun, rule.name);
    }
    std::stable_sort(findings.begin() + first, findings.end(),
                     [](const Finding& one, const Finding& other) { return harm_of(one.rule) < harm_of(other.rule); });
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
    std::vector<std::string_view> result;
    for (const RuleName& rule : all_rules()) result.push_back(rule.name);
    return result;
  }();
  return names;
}

Harm harm_of(std::string_view rule) {
  static const auto harms = [] {
    std::unordered_map<std::string_view, Harm> result;
    for (const RuleName& known : all_rules()) result.emplace(known.name, known.harm);
    return result;
  }();
  const auto found = harms.find(rule);
  return found == harms.end() ? Harm::lacking : found->second;
}

FindingWords finding_words(const Finding& finding, const Catalog& catalog) {
  const std::string key = "finding." + finding.rule;
  return {catalog.text(key + ".what", finding.arguments), catalog.text(key + ".why", finding.arguments),
          catalog.text(key + ".way_out", finding.arguments)};
}

std::string finding_title(const Finding& one, const Catalog& catalog) {
  return catalog.text("finding." + one.rule + ".title", one.arguments);
}

std::string quoted_text(const Note& note, const Catalog& catalog) {
  if (trim(note.text).empty()) return catalog.text("note.without_text");
  return quoted_text(note.text, catalog);
}

std::string quoted_text(std::string_view text, const Catalog& catalog) {
  constexpr size_t longest = 60;
  const std::string line = with_quotes_within(shortened(text, longest), catalog);
  if (line.empty()) return catalog.text("item.without_text");
  return catalog.text("quote", {{"text", line}});
}

}  // namespace canvasbook
