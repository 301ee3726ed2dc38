#include "editor/session/table_import_words.h"

#include "model/known_items.h"
#include "model/text/text.h"
#include "model/visit_answers.h"

namespace canvasbook {

namespace {

constexpr size_t most_problems_told = 8;

std::string problem_of_row(const Catalog& words, const RowProblem& problem, const std::string& line) {
  const Arguments values{{"line", line}, {"text", shortened(to_one_line(to_printable(problem.value)), 60)}};
  switch (problem.fault) {
    case CheckRowFault::unknown_scale:
      return words.text("import.problem.unknown_scale", values);
    case CheckRowFault::bad_levels:
      return words.text("import.problem.bad_levels", values);
    case CheckRowFault::bad_weight:
      return words.text("import.problem.bad_weight", values);
    case CheckRowFault::bad_critical:
      break;
  }
  return words.text("import.problem.bad_critical", values);
}

}  // namespace

std::string import_field_words(const Catalog& words, ImportField field) {
  switch (field) {
    case ImportField::cue:
      return words.text("import.field.cue");
    case ImportField::answer:
      return words.text("import.field.answer");
    case ImportField::phrase:
      return words.text("import.field.phrase");
    case ImportField::replacement:
      return words.text("import.field.replacement");
    case ImportField::reason:
      return words.text("import.field.reason");
    case ImportField::hears:
      return words.text("import.field.hears");
    case ImportField::synonyms:
      return words.text("import.field.synonyms");
    case ImportField::check:
      return words.text("import.field.check");
    case ImportField::requirement:
      return words.text("import.field.requirement");
    case ImportField::group:
      return words.text("import.field.group");
    case ImportField::scale:
      return words.text("import.field.scale");
    case ImportField::weight:
      return words.text("import.field.weight");
    case ImportField::critical:
      return words.text("import.field.critical");
    case ImportField::evidence:
      return words.text("import.field.evidence");
    case ImportField::nothing:
      break;
  }
  return words.text("import.field.nothing");
}

std::string import_column_words(const CellRows& rows, const TableMapping& mapping, size_t column) {
  const std::string head = column_head(rows, mapping, column);
  return std::to_string(column + 1) + (head.empty() ? "" : ". " + head);
}

std::string import_total_words(const Catalog& words, const ImportedItems& items) {
  if (std::holds_alternative<Replacements>(items.content)) return words.count("import.phrases", items.items);
  if (std::holds_alternative<Checklist>(items.content)) return words.count("import.checks", items.items);
  return words.count("import.cues", items.items) + ", " + words.count("import.answers", items.answers);
}

std::string import_check_words(const Catalog& words, const Checklist& list, const CheckItem& item) {
  std::string told = offered_answers(scale_of(list, item), words);
  if (item.weight == 0) {
    told += " · " + words.text("paper.not_counted");
  } else if (item.weight != 1) {
    told += " · " + words.text("paper.weight", {{"count", words.decimal(item.weight)}});
  }
  if (item.critical) told += " · " + words.text("paper.critical");
  if (!item.evidence.empty()) told += " · " + item.evidence;
  if (!item.requirement.empty()) told += " · " + to_one_line(item.requirement);
  return told;
}

std::string import_known_words(const Catalog& words, const Content& target, const ImportedItems& items) {
  const size_t known = count_known_items(target, items.content);
  if (known == 0) return {};
  if (std::holds_alternative<Checklist>(target)) return words.count("import.known_checks", known);
  return std::holds_alternative<Replacements>(target) ? words.count("import.known_phrases", known)
                                                      : words.count("import.known_cues", known);
}

std::string imported_known_words(const Catalog& words, const Content& target, const ImportedItems& items) {
  const size_t known = count_known_items(target, items.content);
  if (known == 0) return {};
  if (std::holds_alternative<Checklist>(target)) return words.count("import.known_checks_done", known);
  return std::holds_alternative<Replacements>(target) ? words.count("import.known_phrases_done", known)
                                                      : words.count("import.known_cues_done", known);
}

std::vector<std::string> import_warnings(const Catalog& words, const TableFile& file) {
  std::vector<std::string> warnings;
  if (file.encoding == TextEncoding::windows_1251) warnings.push_back(words.text("import.windows_1251"));
  if (file.unreadable > 0) warnings.push_back(words.count("import.unreadable", file.unreadable));
  if (file.table.stray_quotes > 0) warnings.push_back(words.count("import.stray_quotes", file.table.stray_quotes));
  return warnings;
}

std::vector<std::string> import_problem_words(const Catalog& words, const TableText& table,
                                              const ImportedItems& items) {
  std::vector<std::string> told;
  for (const RowProblem& problem : items.problems) {
    if (told.size() == most_problems_told) {
      told.push_back(words.count("import.more_problems", items.problems.size() - most_problems_told));
      break;
    }
    const size_t line = problem.row < table.lines.size() ? table.lines[problem.row] : problem.row + 1;
    told.push_back(problem_of_row(words, problem, std::to_string(line)));
  }
  return told;
}

std::string import_left_over_words(const Catalog& words, const ImportedItems& items) {
  if (items.left_over.empty()) return {};
  return items.left_texts == 0 ? words.text("import.left_around") : words.count("import.left_over", items.left_texts);
}

std::string imported_left_over_words(const Catalog& words, const TableImport& done, size_t texts) {
  const Section* section = find_section(done.workbook, done.text_section);
  if (section == nullptr) return {};
  const std::string title = words.text("quote", {{"text", to_one_line(to_printable(section->title))}});
  if (texts == 0) return words.text("import.left_around_done", {{"section", title}});
  return words.count("import.left_over_done", texts, {{"section", title}});
}

}  // namespace canvasbook
