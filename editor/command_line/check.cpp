// `canvasbook check`: prints what the review finds, and dismisses a finding.
#include <algorithm>
#include <iterator>
#include <ostream>

#include "editor/command_line/commands.h"
#include "editor/command_line/terminal_text.h"
#include "export/on_paper/whole_review.h"
#include "model/blank_places.h"
#include "model/file/findings_file.h"
#include "model/file/markdown_workbook.h"
#include "model/file/workbook_file.h"
#include "model/review/groups.h"
#include "model/review/progress.h"
#include "model/review/review.h"
#include "templates/untouched.h"

namespace canvasbook {

namespace {

// How a finding is dismissed. A text keeps no dismissals: nothing is told then.
void print_name(const Finding& finding, std::string_view indent, FileKind kind, const CommandContext& context) {
  if (kind != FileKind::workbook) return;
  context.world.out << indent << context.catalog.text("check.name", {{"text", "--dismiss " + finding_name(finding)}})
                    << "\n";
}

void print_advice(const FindingWords& words, const CommandContext& context) {
  const Catalog& catalog = context.catalog;
  context.world.out << "    " << catalog.text("check.why", {{"text", terminal_line(words.why)}}) << "\n"
                    << "    " << catalog.text("check.way_out", {{"text", terminal_line(words.way_out)}}) << "\n";
}

// What hints are about, each once, in one line.
void print_hints(const FindingGroup& group, const CommandContext& context) {
  std::vector<std::string_view> told;
  std::string list;
  for (const Finding* finding : group.findings) {
    const std::string_view words = place_words(*finding);
    if (std::ranges::find(told, words) != told.end()) continue;
    told.push_back(words);
    list += (list.empty() ? "" : ", ") + std::string(words);
  }
  context.world.out << "\n  " << finding_title(*group.findings.front(), context.catalog) << ": " << place_count(group)
                    << "\n    " << terminal_line(list) << "\n";
}

// One of a kind with its words; many as one line with a list.
void print_group(const FindingGroup& group, FileKind kind, const CommandContext& context) {
  const Catalog& catalog = context.catalog;
  std::ostream& out = context.world.out;
  if (group.harm == Harm::hint) return print_hints(group, context);
  const FindingWords first = finding_words(*group.findings.front(), catalog);
  if (group.findings.size() == 1) {
    out << "\n  " << terminal_line(first.what) << "\n";
    print_advice(first, context);
    print_name(*group.findings.front(), "    ", kind, context);
    return;
  }
  out << "\n  " << finding_title(*group.findings.front(), catalog) << ": " << place_count(group) << "\n";
  print_advice(first, context);
  for (const Finding* finding : group.findings) {
    out << "    - " << terminal_line(finding_words(*finding, catalog).what) << "\n";
    print_name(*finding, "      ", kind, context);
  }
}

// How far the document is, while something in it is empty.
void print_progress(const Document& document, const CommandContext& context) {
  const Progress progress = progress_of(document);
  if (progress.empty.empty()) return;
  std::string parts;
  for (const EmptyPart& part : progress.empty) parts += (parts.empty() ? "" : ", ") + part.title;
  context.world.out << "\n  " << progress_words(context.catalog, progress) << "\n    "
                    << context.catalog.text("check.empty", {{"parts", terminal_line(parts)}}) << "\n";
}

void print_document(const Document& document, const std::vector<Finding>& findings, FileKind kind,
                    const CommandContext& context) {
  std::ostream& out = context.world.out;
  const auto is_dismissed = [&](const Finding& finding) {
    return finding.document == document.id && finding.dismissed;
  };
  const std::vector<FindingGroup> groups = open_groups(findings, document.id);
  if (groups.empty() && std::ranges::none_of(findings, is_dismissed) && progress_of(document).empty.empty()) return;
  out << terminal_line(document.title) << "\n";
  print_progress(document, context);
  for (const FindingGroup& group : groups) print_group(group, kind, context);
  for (const Finding& finding : findings) {
    if (!is_dismissed(finding)) continue;
    out << "\n  " << terminal_line(finding_words(finding, context.catalog).what) << "\n    "
        << context.catalog.text("check.reason", {{"text", terminal_line(finding.reason)}}) << "\n";
  }
  out << "\n";
}

}  // namespace

int run_check(const CheckArguments& arguments, const CommandContext& context) {
  auto loaded = load_any_workbook(arguments.file, context.world.today);
  if (!loaded) return report_unread(arguments.file, loaded.error(), context);
  if (!arguments.dismiss.empty() && loaded->kind != FileKind::workbook)
    return report(Error{ErrorCode::cannot_dismiss, arguments.file, 0, 0, {}, {}}, context);
  Workbook workbook = std::move(loaded->workbook);
  Fonts fonts;
  std::vector<Finding> findings = review_with_pages(workbook, fonts, is_untouched, context.world.today);
  if (!arguments.dismiss.empty()) {
    const auto found = std::ranges::find(findings, arguments.dismiss, finding_name);
    if (found == findings.end()) {
      std::vector<std::string> names;
      std::ranges::transform(findings, std::back_inserter(names), finding_name);
      return report_unknown(Error{ErrorCode::no_such_finding, arguments.file, 0, 0, {}, arguments.dismiss}, names,
                            context);
    }
    workbook =
        dismiss_finding(std::move(workbook), {found->rule, found->document, found->subject, arguments.reason, {}});
    workbook.modified = context.world.today;
    const auto saved = save_workbook(workbook, arguments.file, {Existing::known, loaded->stamp});
    if (!saved) return report(saved.error(), context);
    if (saved->unconfirmed) return report(*saved->unconfirmed, context);
    context.world.err << context.catalog.text("cli.dismissed", {{"finding", arguments.dismiss}}) << "\n";
    mark_dismissed(workbook, findings);
  }
  const size_t open = count_open(findings);
  const size_t hints = count_hints(findings);
  size_t blanks = 0;
  for (const auto& document : workbook.documents) blanks += blanks_left(workbook, *document).of_author.size();
  const int code = open > 0 || blanks > 0 ? exit_findings : exit_done;
  if (arguments.json) {
    const int printed = print_content(terminal_json(findings_as_json(findings, context.catalog)), context);
    return printed == exit_done ? code : printed;
  }
  for (const auto& document : workbook.documents) print_document(*document, findings, loaded->kind, context);
  if (findings.empty()) {
    Progress whole;
    for (const auto& document : workbook.documents) whole = sum_of(whole, progress_of(*document));
    context.world.out << nothing_found_words(context.catalog, whole) << "\n";
  } else {
    const auto dismissed = static_cast<size_t>(std::ranges::count(findings, true, &Finding::dismissed));
    context.world.out << context.catalog.count("check.total", open) << ", ";
    if (blanks > 0) context.world.out << context.catalog.count("status.blanks", blanks) << ", ";
    if (hints > 0) context.world.out << context.catalog.count("check.hints", hints) << ", ";
    context.world.out << context.catalog.count("check.total_dismissed", dismissed) << "\n";
  }
  return code;
}

}  // namespace canvasbook
