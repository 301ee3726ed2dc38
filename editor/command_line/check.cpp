// `canvasbook check`: prints what the review finds, and dismisses a finding.
#include <algorithm>
#include <ostream>
#include <unordered_map>

#include "editor/command_line/commands.h"
#include "editor/command_line/terminal_text.h"
#include "export/on_paper/whole_review.h"
#include "model/file/findings_file.h"
#include "model/file/workbook_file.h"
#include "model/review/review.h"

namespace canvasbook {

namespace {

std::string name_of(const Finding& finding) { return finding.rule + ":" + finding.subject; }

void print_document(const Document& document, const std::vector<const Finding*>& findings,
                    const CommandContext& context) {
  const Catalog& catalog = context.catalog;
  std::ostream& out = context.world.out;
  if (findings.empty()) return;
  out << document.title << "\n";
  for (const Finding* found : findings) {
    const Finding& finding = *found;
    const FindingWords words = finding_words(finding, catalog);
    out << "\n  " << words.what << "\n";
    if (finding.dismissed) {
      out << "    " << catalog.text("check.reason", {{"text", finding.reason}}) << "\n";
      continue;
    }
    out << "    " << catalog.text("check.why", {{"text", words.why}}) << "\n";
    out << "    " << catalog.text("check.way_out", {{"text", words.way_out}}) << "\n";
    out << "    " << catalog.text("check.name", {{"text", "--dismiss " + name_of(finding)}}) << "\n";
  }
  out << "\n";
}

}  // namespace

int run_check(const CheckArguments& arguments, const CommandContext& context) {
  auto loaded = load_stamped_workbook(arguments.file, Pipes::read);
  if (!loaded) return report(loaded.error(), context);
  Workbook workbook = std::move(loaded->workbook);
  Fonts fonts;
  std::vector<Finding> findings = review_with_pages(workbook, fonts);
  if (!arguments.dismiss.empty()) {
    const auto found = std::ranges::find(findings, arguments.dismiss, name_of);
    if (found == findings.end())
      return report(Error{ErrorCode::no_such_finding, arguments.file, 0, 0, {}, arguments.dismiss}, context);
    workbook =
        dismiss_finding(std::move(workbook), {found->rule, found->document, found->subject, arguments.reason, {}});
    workbook.modified = context.world.today;
    const auto saved = save_workbook(workbook, arguments.file, {Existing::known, loaded->stamp});
    if (!saved) return report(saved.error(), context);
    if (saved->unconfirmed) return report(*saved->unconfirmed, context);
    context.world.err << context.catalog.text("cli.dismissed", {{"finding", arguments.dismiss}}) << "\n";
    mark_dismissed(workbook, findings);
  }
  const auto open = static_cast<size_t>(std::ranges::count(findings, false, &Finding::dismissed));
  if (arguments.json) {
    const int printed = print_content(terminal_json(findings_as_json(findings, context.catalog)), context);
    return printed == exit_done && open > 0 ? exit_findings : printed;
  }
  std::unordered_map<std::string_view, std::vector<const Finding*>> of_documents;
  for (const Finding& finding : findings) of_documents[finding.document].push_back(&finding);
  for (const auto& document : workbook.documents) print_document(*document, of_documents[document->id], context);
  if (findings.empty()) {
    context.world.out << context.catalog.text("check.nothing") << "\n";
  } else {
    context.world.out << context.catalog.count("check.total", open) << ", "
                      << context.catalog.count("check.total_dismissed", findings.size() - open) << "\n";
  }
  return open > 0 ? exit_findings : exit_done;
}

}  // namespace canvasbook
