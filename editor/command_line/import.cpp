// `canvasbook import`: a table of another program into a section of a workbook.
#include <algorithm>
#include <ostream>

#include "editor/command_line/changed_workbook.h"
#include "editor/command_line/sections.h"
#include "editor/command_line/terminal_text.h"
#include "editor/session/table_import_words.h"
#include "model/file/table_file.h"
#include "model/file/workbook_file.h"
#include "model/table_into_section.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

void apply_columns(const ImportArguments& arguments, TableMapping& mapping) {
  if (arguments.head) mapping.head = *arguments.head ? std::optional(mapping.head.value_or(0)) : std::nullopt;
  if (arguments.keep_lines) mapping.lines_are_answers = false;
  if (arguments.columns.empty()) return;
  // what only seems to be a head is content, where nobody says otherwise
  if (!mapping.is_sure && !arguments.head) mapping.head.reset();
  std::ranges::fill(mapping.columns, ImportField::nothing);
  std::ranges::copy(arguments.columns, mapping.columns.begin());
  const auto answers = std::ranges::count(mapping.columns, ImportField::answer);
  mapping.lines_are_answers = answers == 1 && !arguments.keep_lines;
  mapping.is_sure = true;
}

void print_columns(const CellRows& rows, const TableMapping& mapping, const CommandContext& context) {
  const Catalog& catalog = context.catalog;
  std::ostream& out = context.world.out;
  const std::vector<bool> counting = counting_columns(rows, mapping);
  const std::vector<size_t> left = count_left_over(rows, mapping);
  for (size_t column = 0; column < mapping.columns.size(); ++column) {
    const bool is_nothing = mapping.columns[column] == ImportField::nothing;
    out << "  " << terminal_line(import_column_words(rows, mapping, column)) << ": "
        << (is_nothing && counting[column]    ? catalog.text("import.counts")
            : is_nothing && left[column] == 0 ? catalog.text("import.empty")
                                              : import_field_words(catalog, mapping.columns[column]));
    if (left[column] > 0) out << " (" << catalog.count("import.texts", left[column]) << ")";
    out << "\n";
  }
}

void print_checks(const Checklist& checklist, const Catalog& words, std::ostream& out) {
  for (const CheckGroup& group : checklist.groups) {
    if (!group.title.empty()) out << "  " << terminal_line(group.title) << "\n";
    for (const CheckItem& item : group.items) {
      out << "    - " << terminal_line(item.text) << "\n      "
          << terminal_line(import_check_words(words, checklist, item)) << "\n";
    }
  }
}

void print_items(const Content& content, const Catalog& words, std::ostream& out) {
  if (const auto* responses = std::get_if<Responses>(&content)) {
    for (const Response& response : responses->responses) {
      out << "  " << terminal_line(response.cue) << "\n";
      if (!response.synonyms.empty()) out << "    (" << terminal_line(response.synonyms) << ")\n";
      for (const Answer& answer : response.answers) out << "    - " << terminal_line(answer.text) << "\n";
    }
  }
  if (const auto* replacements = std::get_if<Replacements>(&content)) {
    for (const Replacement& one : replacements->replacements) {
      out << "  " << terminal_line(one.phrase) << "\n    - " << terminal_line(one.replacement) << "\n";
      if (!one.reason.empty()) out << "    - " << terminal_line(one.reason) << "\n";
      if (!one.hears.empty()) out << "    - " << terminal_line(one.hears) << "\n";
    }
  }
  if (const auto* checklist = std::get_if<Checklist>(&content)) print_checks(*checklist, words, out);
}

// What is wrong with rows.
void print_problems(const TableFile& file, const ImportedItems& items, const Catalog& words, std::ostream& out) {
  for (const std::string& problem : import_problem_words(words, file.table, items)) out << problem << "\n";
}

// What the columns are, and whether that is enough; else an exit code.
struct ReadMapping {
  TableMapping mapping;
  std::optional<int> refused;
};

ReadMapping read_mapping(const ImportArguments& arguments, const CellRows& rows, std::optional<ImportKind> kind,
                         const CommandContext& context) {
  ReadMapping result{recognise_columns(rows, kind), {}};
  TableMapping& mapping = result.mapping;
  const std::string count = std::to_string(mapping.columns.size());
  if (arguments.columns.size() > mapping.columns.size()) {
    result.refused = refuse(context, "usage.too_many_columns", {{"count", count}});
    return result;
  }
  apply_columns(arguments, mapping);
  std::string names;
  for (const ImportField field : import_fields(mapping.kind)) {
    names += (names.empty() ? "" : ", ") + std::string(import_field_name(field));
  }
  const auto fits = [&](ImportField field) { return has_field(mapping.kind, field); };
  const std::string main(import_field_name(import_fields(mapping.kind).front()));
  if (!std::ranges::all_of(mapping.columns, fits)) {
    result.refused = refuse(context, "usage.columns_of_other_kind", {{"values", names}});
  } else if (!has_main_column(mapping)) {
    result.refused = refuse(context, "usage.main_column_missing", {{"name", main}});
  } else if (arguments.columns.empty() && !mapping.is_sure && !arguments.dry_run) {
    result.refused = refuse(context, "usage.columns_unclear", {{"values", names}});
  }
  return result;
}

// The kind that the arguments ask for.
std::optional<ImportKind> kind_asked_for(const ImportArguments& arguments) {
  for (const ImportField field : arguments.columns) {
    if (field == ImportField::nothing) continue;
    for (const ImportKind kind : import_kinds) {
      if (has_field(kind, field)) return kind;
    }
  }
  return std::nullopt;
}

void preview(const TableFile& file, const TableMapping& mapping, const ImportedItems& items, const std::string& target,
             const std::string& known, const CommandContext& context) {
  const Catalog& catalog = context.catalog;
  std::ostream& out = context.world.out;
  const std::vector<std::string> warnings = import_warnings(catalog, file);
  for (const std::string& warning : warnings) out << warning << "\n";
  if (!warnings.empty()) out << "\n";
  out << catalog.text("import.columns") << "\n";
  print_columns(file.table.rows, mapping, context);
  if (mapping.head) {
    out << catalog.text("import.head", {{"number", std::to_string(*mapping.head + 1)}}) << "\n";
  } else {
    out << catalog.text("import.no_head") << "\n";
  }
  if (!mapping.is_sure) out << catalog.text("import.unsure") << "\n";
  out << "\n" << catalog.text("import.into", {{"title", terminal_line(target)}}) << "\n";
  print_items(items.content, catalog, out);
  out << "\n" << import_total_words(catalog, items) << "\n";
  if (!known.empty()) out << known << "\n";
  const std::string left = import_left_over_words(catalog, items);
  if (!left.empty()) out << left << "\n";
  if (!items.problems.empty()) out << "\n";
  print_problems(file, items, catalog, out);
}

}  // namespace

int run_import(const ImportArguments& arguments, const CommandContext& context) {
  auto loaded = load_stamped_workbook(arguments.into);
  if (!loaded) return report_unread(arguments.into, loaded.error(), context);
  const auto file = load_table(arguments.file);
  if (!file) return report(file.error(), context);
  if (!arguments.dry_run) {  // which says it with all else
    for (const std::string& warning : import_warnings(context.catalog, *file)) context.world.err << warning << "\n";
  }
  const CellRows& rows = file->table.rows;
  Workbook& workbook = loaded->workbook;

  std::vector<const Section*> targets;
  if (!arguments.section.empty()) {
    targets = sections_called(workbook, arguments.section);
    if (targets.empty()) {
      return report_unknown(Error{ErrorCode::unknown_section, arguments.into, 0, 0, {}, arguments.section},
                            names_of_sections(workbook), context);
    }
    if (targets.size() > 1) {
      return refuse(context, "usage.several_sections",
                    {{"title", arguments.section}, {"ids", list_of_sections(targets)}});
    }
    if (!import_kind_of(targets.front()->content)) {
      return refuse(context, "usage.section_takes_none", {{"title", arguments.section}});
    }
  }
  const std::optional<ImportKind> kind =
      targets.empty() ? kind_asked_for(arguments) : import_kind_of(targets.front()->content);
  const ReadMapping read = read_mapping(arguments, rows, kind, context);
  if (read.refused) return *read.refused;
  if (targets.empty() && arguments.new_section.empty()) {
    const auto suits = [&](const Section& one) { return import_kind_of(one.content) == read.mapping.kind; };
    targets = sections_where(workbook, suits);
    if (targets.empty()) return refuse(context, "usage.no_section_for_table");
    if (targets.size() > 1) return refuse(context, "usage.section_missing", {{"ids", list_of_sections(targets)}});
  }
  if (workbook.documents.empty()) return refuse(context, "usage.no_document");

  IdSource ids(context.world.id_seed);
  const Document& last = *workbook.documents.back();
  ImportedItems items = items_of_table(rows, read.mapping, file->table.around, ids);
  const std::string target = targets.empty()                  ? arguments.new_section
                             : targets.front()->title.empty() ? targets.front()->id
                                                              : targets.front()->title;
  const std::string known =
      targets.empty() ? std::string() : import_known_words(context.catalog, targets.front()->content, items);
  if (arguments.dry_run) {
    preview(*file, read.mapping, items, target, known, context);
    return items.problems.empty() ? exit_done : exit_failed;
  }
  const Catalog& catalog = context.catalog;
  if (items.items == 0 && items.left_over.empty()) {
    context.world.err << catalog.text("cli.table_without_rows", {{"file", terminal_line(arguments.file)}}) << "\n";
    return exit_failed;
  }
  if (!items.problems.empty()) {
    context.world.err << catalog.count("cli.import_problems", items.problems.size(),
                                       {{"file", terminal_line(arguments.file)}})
                      << "\n";
    print_problems(*file, items, catalog, context.world.err);
    return exit_failed;
  }
  std::string told = catalog.text("cli.imported", {{"title", target}, {"what", import_total_words(catalog, items)}});
  const std::string known_now =
      targets.empty() ? std::string() : imported_known_words(catalog, targets.front()->content, items);
  const size_t left_texts = items.left_texts;
  const std::string left_title = Catalog::of(workbook.language).text("import.left_title");
  TableImport done = targets.empty() ? import_as_section(workbook, std::string(last.id), last.sections.size(),
                                                         arguments.new_section, std::move(items), left_title, ids)
                                     : import_into_section(workbook, std::string(targets.front()->id), {},
                                                           std::move(items), left_title, ids);
  for (const std::string& more : {known_now, imported_left_over_words(catalog, done, left_texts)}) {
    if (!more.empty()) told += "\n" + more;
  }
  done.workbook.modified = context.world.today;
  return write_changed({arguments.into, arguments.output, arguments.force}, done.workbook, loaded->stamp, told,
                       context);
}

}  // namespace canvasbook
