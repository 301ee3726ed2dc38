// `canvasbook visits add|import|list`: check lists that were filled in.
#include <algorithm>
#include <ostream>

#include "editor/command_line/changed_workbook.h"
#include "editor/command_line/sections.h"
#include "editor/command_line/terminal_text.h"
#include "editor/session/table_import_words.h"
#include "model/file/table_file.h"
#include "model/file/workbook_file.h"
#include "model/list_names.h"
#include "model/result_words.h"
#include "model/standard_checks.h"
#include "model/text/text.h"
#include "model/visit_answers.h"
#include "model/visits_csv.h"
#include "model/visits_import.h"
#include "model/visits_of_list.h"

namespace canvasbook {

namespace {

// A check list that was asked for, or an exit code.
struct ChosenList {
  const Section* section = nullptr;
  const Checklist* list = nullptr;
  int code = exit_done;
};

ChosenList choose_list(const VisitsArguments& arguments, const Workbook& workbook, const CommandContext& context) {
  const auto is_list = [](const Section& one) { return std::holds_alternative<Checklist>(one.content); };
  const std::vector<const Section*> lists = sections_where(workbook, is_list);
  if (lists.empty()) return {nullptr, nullptr, refuse(context, "usage.no_checklist")};
  std::vector<const Section*> chosen = lists;
  if (!arguments.checklist.empty()) {
    chosen = sections_called(workbook, arguments.checklist);
    if (chosen.empty()) {
      std::vector<std::string> names;
      for (const Section* section : lists) {
        names.push_back(section->id);
        names.push_back(section->title);
      }
      const Error unknown{ErrorCode::unknown_section, arguments.file, 0, 0, {}, arguments.checklist};
      return {nullptr, nullptr, report_unknown(unknown, names, context)};
    }
    std::erase_if(chosen, [&](const Section* section) { return !is_list(*section); });
    if (chosen.empty()) {
      return {nullptr, nullptr, refuse(context, "usage.not_a_checklist", {{"title", arguments.checklist}})};
    }
  }
  if (chosen.size() > 1) {
    return {nullptr, nullptr, refuse(context, "usage.checklist_missing", {{"ids", list_of_sections(chosen)}})};
  }
  return {chosen.front(), &std::get<Checklist>(chosen.front()->content)};
}

const Visits& visits_in(const VisitsSection& made) {
  return std::get<Visits>(find_section(made.workbook, made.section)->content);
}

std::vector<std::string> names_in(const Checklist& list) {
  std::vector<std::string> names;
  for (const CheckItem* item : items_in_order(list)) {
    names.push_back(item->id);
    names.push_back(name_of_check(*item));
  }
  for (const FormLine& line : list.head) names.push_back(line.title);
  return names;
}

// "NAME=TEXT" in its two parts.
struct NamedText {
  ListName name;
  std::string called;
  std::string text;
};

// A name and a text may have the sign too: the longest name that the list has counts, or else what stands before the
// first one. Nothing without the sign.
std::optional<NamedText> read_named(const std::string& typed, const ListNames& names) {
  std::optional<NamedText> read;
  for (size_t equals = typed.find('='); equals != std::string::npos; equals = typed.find('=', equals + 1)) {
    const std::string_view called = trim(std::string_view(typed).substr(0, equals));
    const ListName name = names.find(called);
    if (read && !name.is_known()) continue;
    read = NamedText{name, std::string(called), std::string(trim(std::string_view(typed).substr(equals + 1)))};
  }
  return read;
}

// Puts answers and comments into a visit, which has none of them yet.
class Filling {
 public:
  Filling(const Checklist& list, Visit& visit, const CommandContext& context)
      : list_(list), items_(items_in_order(list)), names_(list), visit_(visit), context_(context) {}

  // Each returns exit_done, or what was refused.
  int answer(const std::string& typed) {
    const auto read = read_named(typed, names_);
    if (const int refused = refusal_of(typed, read); refused != exit_done) return refused;
    if (!read->name.item) return put(visit_.proofs, read->name.line, *read);
    const ItemScale scale = scale_of(list_, *items_[*read->name.item]);
    const auto mark = read_answer(scale, read->text);
    if (!mark) {
      return refuse(
          context_, "usage.bad_answer",
          {{"item", read->called}, {"detail", read->text}, {"values", offered_answers(scale, context_.catalog)}});
    }
    std::int8_t& kept = visit_.marks[*read->name.item];
    if (kept != not_marked) return refuse_second(*read);
    kept = static_cast<std::int8_t>(*mark);
    return exit_done;
  }

  // What is said of a line of the head is what it asks for.
  int comment(const std::string& typed) {
    const auto read = read_named(typed, names_);
    if (const int refused = refusal_of(typed, read); refused != exit_done) return refused;
    if (!read->name.item) return put(visit_.proofs, read->name.line, *read);
    return put(visit_.comments, items_[*read->name.item]->id, *read);
  }

 private:
  int refusal_of(const std::string& typed, const std::optional<NamedText>& read) const {
    if (!read) return refuse(context_, "usage.answer_without_value", {{"detail", typed}});
    const ListName& name = read->name;
    if (name.is_known() && !name.is_ambiguous) return exit_done;
    context_.world.err << context_.catalog.text(name.is_ambiguous ? "usage.several_items" : "usage.unknown_item",
                                                {{"detail", read->called}})
                       << (name.is_ambiguous ? "" : did_you_mean(read->called, names_in(list_), context_.catalog))
                       << "\n";
    return exit_usage;
  }

  int refuse_second(const NamedText& read) const {
    return refuse(context_, "usage.item_given_twice", {{"detail", read.called}});
  }

  int put(VisitTexts& texts, const std::string& id, const NamedText& read) const {
    if (read.text.empty()) return exit_done;
    return texts.emplace(id, read.text).second ? exit_done : refuse_second(read);
  }

  const Checklist& list_;
  std::vector<const CheckItem*> items_;
  ListNames names_;
  Visit& visit_;
  const CommandContext& context_;
};

int fill_visit(const VisitsArguments& arguments, const Checklist& list, Visit& visit, const CommandContext& context) {
  Filling filling(list, visit, context);
  for (const std::string& typed : arguments.answers) {
    if (const int refused = filling.answer(typed); refused != exit_done) return refused;
  }
  for (const std::string& typed : arguments.comments) {
    if (const int refused = filling.comment(typed); refused != exit_done) return refused;
  }
  return exit_done;
}

int save_visits(const VisitsArguments& arguments, VisitsSection made, Visits visits, const FileStamp& stamp,
                const std::string& told, const CommandContext& context) {
  made.workbook = set_visits(std::move(made.workbook), made.section, std::move(visits));
  made.workbook.modified = context.world.today;
  return write_changed({arguments.file, arguments.output, arguments.force}, made.workbook, stamp, told, context);
}

int add_one(const VisitsArguments& arguments, const StampedWorkbook& loaded, const CommandContext& context) {
  const ChosenList chosen = choose_list(arguments, loaded.workbook, context);
  if (chosen.list == nullptr) return chosen.code;
  IdSource ids(context.world.id_seed);
  VisitsSection made = with_visits_section(loaded.workbook, chosen.section->id, ids);
  const Catalog& catalog = context.catalog;
  Visit visit;
  visit.head = arguments.head;
  visit.marks.assign(items_in_order(*chosen.list).size(), not_marked);
  const int filled = fill_visit(arguments, *chosen.list, visit, context);
  if (filled != exit_done) return filled;
  if (find_same_visit(visits_in(made), visit.head) != nullptr) {
    context.world.err << catalog.text("cli.visit_known") << "\n";
    return exit_failed;
  }
  const size_t missing = missing_marks(*chosen.list, visit.marks).size();
  visit.finished = missing == 0;
  const auto score = score_checklist(*chosen.list, visit.marks).total.part();
  const std::string told = missing == 0 ? catalog.text("cli.visit_added", {{"score", score_words(score, catalog)}})
                                        : catalog.text("cli.visit_draft", {{"count", std::to_string(missing)}});
  Visits visits = add_visit(visits_in(made), *chosen.list, chosen.section->title, std::move(visit), ids).visits;
  return save_visits(arguments, std::move(made), std::move(visits), loaded.stamp, told, context);
}

std::string line_of(const VisitHead& head) {
  return "  " + write_date(head.day) + (head.time.empty() ? "" : " " + head.time) + "  " + terminal_line(head.place) +
         "  " + terminal_line(head.shopper);
}

std::string import_words(const VisitsImport& import, const Catalog& catalog) {
  std::string words = catalog.text("cli.visits_imported", {{"count", std::to_string(import.visits.size())},
                                                           {"answers", std::to_string(import.answers)}});
  const auto add = [&](const char* key, size_t count) {
    if (count > 0) words += "\n" + catalog.text(key, {{"count", std::to_string(count)}});
  };
  add("cli.visits_unfinished", import.unfinished);
  add("cli.visits_doubled", import.doubled.size());
  for (size_t i = 0; i < std::min(import.doubled.size(), most_problems); ++i) {
    const LeftOutVisit& visit = import.doubled[i];
    words += "\n" + catalog.text("visits_import.left_out", {{"line", std::to_string(visit.line)},
                                                            {"visit", std::string(trim(line_of(visit.head)))}});
  }
  return words;
}

int report_problems(const VisitsImport& import, const CommandContext& context) {
  for (const ImportProblem& problem : import.problems) {
    context.world.err << problem_words(problem, context.catalog) << "\n";
  }
  context.world.err << context.catalog.text("cli.visits_problems", {{"count", std::to_string(import.problem_count)}})
                    << "\n";
  return exit_failed;
}

int import_table(const VisitsArguments& arguments, const StampedWorkbook& loaded, const CommandContext& context) {
  const ChosenList chosen = choose_list(arguments, loaded.workbook, context);
  if (chosen.list == nullptr) return chosen.code;
  const auto text = load_visits_text(arguments.table);
  if (!text) return report(text.error(), context);
  TableFile file;
  file.encoding = text->encoding;
  file.unreadable = text->unreadable;
  for (const std::string& warning : import_warnings(context.catalog, file)) context.world.err << warning << "\n";
  IdSource ids(context.world.id_seed);
  VisitsSection made = with_visits_section(loaded.workbook, chosen.section->id, ids);
  const VisitsImport import = read_visits(text->text, visits_in(made), *chosen.list);
  if (!import.is_good()) return report_problems(import, context);
  if (arguments.dry_run) {
    for (const Visit& visit : import.visits) context.world.out << line_of(visit.head) << "\n";
    context.world.out << import_words(import, context.catalog) << "\n"
                      << context.catalog.text("cli.visits_dry") << "\n";
    return exit_done;
  }
  if (import.visits.empty()) {
    context.world.err << import_words(import, context.catalog) << "\n";
    return exit_done;
  }
  Visits visits = take_visits(visits_in(made), *chosen.list, chosen.section->title, import, ids);
  return save_visits(arguments, std::move(made), std::move(visits), loaded.stamp, import_words(import, context.catalog),
                     context);
}

void print_list(const VisitsPlace& place, const Workbook& workbook, const CommandContext& context) {
  const Catalog& catalog = context.catalog;
  std::ostream& out = context.world.out;
  out << terminal_line(title_of_list(workbook, *place.visits)) << " (" << place.section->id << ")\n";
  const VisitResults results = results_of(*place.visits);
  const bool has_critical = has_critical_items(results);
  for (const VisitScore& score : results.visits) {
    out << line_of(score.visit->head) << "  " << score_words(score.score, catalog);
    const std::string verdict = verdict_words(score, has_critical, catalog);
    out << (verdict.empty() ? "" : "  " + verdict) << "\n";
  }
  for_each_visit(*place.visits, [&](const Visit& visit) {
    if (!visit.finished) out << line_of(visit.head) << "  " << catalog.text("results.draft") << "\n";
  });
}

int list_visits(const VisitsArguments& arguments, const Workbook& workbook, const CommandContext& context) {
  const ChosenVisits chosen = choose_visits(arguments.file, arguments.checklist, workbook, context);
  if (chosen.places.empty()) return chosen.code;
  if (arguments.csv && chosen.places.size() > 1) return refuse_several(chosen.places, context);
  if (arguments.csv) return print_content(visits_csv(*chosen.places.front().visits, context.catalog), context);
  for (const VisitsPlace& place : chosen.places) print_list(place, workbook, context);
  return exit_done;
}

}  // namespace

ChosenVisits choose_visits(const std::string& file, const std::string& asked, const Workbook& workbook,
                           const CommandContext& context) {
  ChosenVisits chosen{all_visits(workbook), exit_done};
  if (chosen.places.empty()) {
    context.world.err << context.catalog.text("cli.no_visits") << "\n";
    chosen.code = exit_failed;
    return chosen;
  }
  if (asked.empty()) return chosen;
  std::vector<std::string> names;
  const std::string searched = to_search_form(trim(asked));
  std::vector<VisitsPlace> found;
  for (const VisitsPlace& place : chosen.places) {
    const std::string title = title_of_list(workbook, *place.visits);
    const std::vector<std::string> own{place.visits->checklist, place.section->id, title, place.section->title};
    if (std::ranges::any_of(own, [&](const std::string& name) { return to_search_form(trim(name)) == searched; })) {
      found.push_back(place);
    }
    names.insert(names.end(), own.begin(), own.end());
  }
  chosen.places = std::move(found);
  if (chosen.places.empty()) {
    std::erase(names, std::string());
    chosen.code = report_unknown(Error{ErrorCode::unknown_section, file, 0, 0, {}, asked}, names, context);
  }
  return chosen;
}

int refuse_several(const std::vector<VisitsPlace>& places, const CommandContext& context) {
  std::vector<const Section*> sections;
  for (const VisitsPlace& place : places) sections.push_back(place.section);
  return refuse(context, "usage.visits_missing", {{"ids", list_of_sections(sections)}});
}

int run_visits(const VisitsArguments& arguments, const CommandContext& context) {
  const auto loaded = load_stamped_workbook(arguments.file);
  if (!loaded) return report_unread(arguments.file, loaded.error(), context);
  switch (arguments.action) {
    case VisitsAction::add:
      return add_one(arguments, *loaded, context);
    case VisitsAction::import:
      return import_table(arguments, *loaded, context);
    case VisitsAction::list:
      break;
  }
  return list_visits(arguments, loaded->workbook, context);
}

}  // namespace canvasbook
