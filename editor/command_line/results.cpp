// `canvasbook results`: what the visits of a check list come to, as a report or as a table for other programs.
#include <algorithm>
#include <ostream>
#include <set>

#include "editor/command_line/changed_workbook.h"
#include "model/file/results_file.h"
#include "model/file/workbook_file.h"
#include "model/visits_csv.h"

namespace canvasbook {

namespace {

int write_table(const ResultsArguments& arguments, const std::string& content, const CommandContext& context) {
  if (arguments.output.empty() || means_standard_output(arguments.output)) return print_content(content, context);
  return report_written(write_output(arguments.output, content, options_of_new_file(arguments.force)),
                        context.catalog.text("cli.written", {{"file", arguments.output}}), context);
}

std::string as_json(const VisitResults& results, const Visits& visits, const ResultsArguments& arguments,
                    const Date& today) {
  const std::optional<double> target = arguments.target ? arguments.target : target_part(visits);
  const ReportedActions actions = reported_actions(visits, arguments.filter.place, results.changes.now);
  return results_as_json(results, arguments.by, arguments.filter.rule, target, actions, today);
}

// A place that no visit has is mistyped, as a document that is not there; a report needs what is finished.
std::optional<int> refusal_of(const ResultsArguments& arguments, const Visits& visits, const CommandContext& context) {
  const Catalog& catalog = context.catalog;
  const auto refuse_unknown = [&](const char* key, const std::string& asked, const std::set<std::string>& known) {
    if (asked.empty() || known.contains(asked)) return false;
    const std::vector<std::string> names(known.begin(), known.end());
    context.world.err << catalog.text(key, {{"detail", asked}}) << did_you_mean(asked, names, catalog) << "\n";
    return true;
  };
  if (refuse_unknown("cli.unknown_place", arguments.filter.place, places_of(visits))) return exit_failed;
  if (refuse_unknown("cli.unknown_shopper", arguments.filter.shopper, shoppers_of(visits))) return exit_failed;
  const bool is_finished = std::ranges::any_of(visits.visits, [](const auto& visit) { return visit->finished; });
  if (arguments.format == nullptr || is_finished) return std::nullopt;
  context.world.err << catalog.text(visits.visits.empty() ? "cli.no_visits" : "cli.only_drafts") << "\n";
  return exit_failed;
}

}  // namespace

int run_results(const ResultsArguments& arguments, const CommandContext& context) {
  const auto loaded = load_stamped_workbook(arguments.file);
  if (!loaded) return report_unread(arguments.file, loaded.error(), context);
  const Workbook& workbook = loaded->workbook;
  const ChosenVisits chosen = choose_visits(arguments.file, arguments.checklist, workbook, context);
  if (chosen.places.empty()) return chosen.code;
  if (chosen.places.size() > 1) return refuse_several(chosen.places, context);
  const VisitsPlace& place = chosen.places.front();
  if (const auto code = refusal_of(arguments, *place.visits, context)) return *code;
  if (arguments.format == nullptr) {
    const VisitResults results = results_of(*place.visits, arguments.filter);
    return write_table(arguments,
                       arguments.is_json ? as_json(results, *place.visits, arguments, context.world.today)
                                         : results_csv(results, arguments.by, context.catalog),
                       context);
  }
  ExportRequest request;
  request.source = arguments.file;
  request.format = arguments.format;
  request.form = find_print_form("results");
  request.documents = {place.document->id};
  request.target = arguments.output;
  request.page = arguments.page;
  request.force = arguments.force;
  request.today = context.world.today;
  request.date = context.world.today;  // of which the report says what is overdue
  request.results = arguments.filter;
  request.results_target = arguments.target;
  request.results_by = arguments.by;
  request.sections = {place.section->id};
  return write_export(workbook, request, context);
}

}  // namespace canvasbook
